import type {SuspiciousChange} from './suspicious-changes.js';

/** Something found in a feed: where (a JSON pointer), what is wrong, and how to fix it, in sentences for publishers. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** What a check of a feed found. */
export interface Findings {
  readonly errors: readonly Finding[];
  readonly suspicious: readonly SuspiciousChange[];
  readonly warnings: readonly Finding[];
}

/** Whether a feed may be published: it has no errors, and no suspicious changes that were not accepted. */
export const isPublishable = ({errors, suspicious}: Findings) => !errors.length && !suspicious.length;

/** Findings for programs: the sentences, without what the tool needs besides. */
export const findingsJson = (findings: readonly Finding[]) =>
  findings.map(({pointer, message, fix}) => ({pointer, message, fix}));

/** Whether a finding is in a section of the feed. */
export const isInSection = ({pointer}: Finding, name: string) => `${pointer}/`.startsWith(`/${name}/`);
