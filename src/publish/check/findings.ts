import {SECTIONS} from '../../feed/parse-feed.js';
import type {Finding} from './advice.js';
import type {Anomaly} from './anomalies.js';
import {spotsIn} from '../layout.js';

/** What a check of a feed found. */
export interface Findings {
  readonly errors: readonly Finding[];
  readonly refused: readonly Anomaly[];
  readonly warnings: readonly Finding[];
}

/** A feed may be published if nothing must be mended or accepted. */
export const isGood = ({errors, refused}: Findings) => !errors.length && !refused.length;

const sentence = ({at, what, mend}: Finding) => ({at, what, mend});

/** The findings for a program. */
export const findingsJson = ({errors, refused, warnings}: Findings) => ({
  errors: errors.map(sentence),
  refused: refused.map(sentence),
  warnings: warnings.map(sentence),
});

/** A group of findings: those that are mended alike stand together, and how is said once. */
const group = (title: string, findings: readonly Finding[], lineOf: (at: string) => number): string[] => {
  const byMend = new Map<string, Finding[]>();
  for (const finding of findings) byMend.set(finding.mend, [...(byMend.get(finding.mend) ?? []), finding]);
  const lines = [...byMend].flatMap(([mend, alike]) => [
    ...alike.map(({at, what}) => `  line ${lineOf(at)}, ${at || 'the feed'}: ${what}`),
    `    ${mend}`,
  ]);
  return findings.length ? [`${title} (${findings.length})`, ...lines, ''] : [];
};

/** The sections that nothing was found in, with how many items they hold. */
const fine = (json: unknown, found: readonly Finding[]): string[] => {
  const feed = (json ?? {}) as Readonly<Record<string, readonly unknown[] | undefined>>;
  const names = Object.keys(SECTIONS).filter(
    (name) => feed[name]?.length && !found.some(({at}) => `${at}/`.startsWith(`/${name}/`)),
  );
  return names.length ? [`Fine: ${names.map((name) => `${name} (${feed[name]!.length})`).join(', ')}.`] : [];
};

/** The findings for a person: what to do first comes first, each with its line in the feed's file. */
export const findingsLines = (findings: Findings, text: string, json: unknown): string[] => {
  const {errors, refused, warnings} = findings;
  const spots = spotsIn(text);
  /** A place that the file lacks is told by the line of what it is in. */
  const lineOf = (at: string): number => spots.get(at)?.line ?? (at ? lineOf(at.slice(0, at.lastIndexOf('/'))) : 1);
  return [
    ...group('Must be mended', errors, lineOf),
    ...group('Refused unless accepted', refused, lineOf),
    ...group('Worth a look', warnings, lineOf),
    ...fine(json, [...errors, ...refused, ...warnings]),
    `${errors.length} to mend, ${refused.length} refused, ${warnings.length} worth a look.`,
  ];
};
