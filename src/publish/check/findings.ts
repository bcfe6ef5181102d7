import {daysBetween} from '../../feed/dates.js';
import type {Text} from '../../feed/fields.js';
import {SECTIONS} from '../../feed/parse-feed.js';
import {placeOf, type JsonFile, type Place} from '../json.js';

/**
 * How serious each finding is, by its id. Errors must be fixed. Suspicious changes are more likely mistakes than true:
 * they are published only if they are accepted with a reason. With warnings a feed may be published as it is. The ids
 * are stable: programs may depend on them.
 */
export const SEVERITIES = {
  // Any section
  'invalid-value': 'error',
  'missing-key': 'error',
  'invalid-item': 'error',
  'misspelt-key': 'error',
  'unknown-key': 'warning',
  'unknown-zone': 'error',
  'impossible-day': 'error',
  'future-date': 'error',
  'implausible-date': 'error',
  'missing-text': 'error',
  'unknown-reference': 'error',
  'source-without-address': 'warning',
  'missing-translation': 'warning',
  'unused-language': 'warning',
  'http-in-text': 'warning',
  'dead-link': 'warning',
  // The head
  'too-large': 'error',
  'serial-not-raised': 'suspicious',
  'expires-soon': 'warning',
  'feed-not-checked': 'warning',
  'changed-id': 'warning',
  // Figures
  'repeated-date': 'error',
  'later-count': 'error',
  'large-change': 'suspicious',
  'unexplained-fall': 'suspicious',
  'noted-change': 'warning',
  'removed-figure': 'suspicious',
  'removed-count': 'suspicious',
  'changed-count': 'suspicious',
  'changed-qualifier': 'warning',
  'changed-definition': 'warning',
  'changed-source': 'warning',
  'old-figure': 'warning',
  'figure-not-checked': 'warning',
  'missing-unit': 'warning',
  'repeated-count': 'warning',
  'implausible-jump': 'warning',
  'subtracted-bounds': 'warning',
  // Corrections
  'contradicting-correction': 'error',
  'change-as-correction': 'warning',
  'ended-correction': 'warning',
  // Campaigns
  'phase-without-day': 'warning',
  // Organisations and ways
  'shared-name': 'suspicious',
  'organisation-not-checked': 'warning',
  'closed-with-link': 'warning',
  'closed-way': 'warning',
  'way-not-checked': 'warning',
  'listed-links': 'warning',
  'repeated-address': 'warning',
  // People
  'status-unknown': 'warning',
  'person-not-checked': 'warning',
  'open-contact': 'warning',
  'detained-after-release': 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'suspicious' | 'warning'>>;

export type FindingId = keyof typeof SEVERITIES;
export type Severity = (typeof SEVERITIES)[FindingId];

export type FindingValues = Readonly<Record<string, string | number | undefined>>;

/** Something found in a feed: where (a JSON pointer), what is wrong, and how to fix it, in sentences for publishers. */
export interface Finding {
  readonly id: FindingId;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
  /** What the finding is about, by name, for sentences in other languages: dates, numbers, ids. */
  readonly values: FindingValues;
  /** What a suspicious change is, so that it can be accepted with a reason; undefined where none is needed. */
  readonly correction?: CorrectionOf;
}

/** What accepting a change writes, besides the reason: a correction, whose id begins with `prefix`, or a note. */
export interface CorrectionOf {
  readonly prefix: string;
  readonly section?: string;
  readonly of?: string;
  /** The title of a figure that was removed. */
  readonly title?: Text;
  readonly was?: number;
  readonly is?: number;
  /** The date of the earlier count, if it was right on its day: the reason is then a note of the figure, not a correction. */
  readonly since?: string;
}

export const found = (
  id: FindingId,
  pointer: string,
  message: string,
  fix: string,
  values: FindingValues = {},
  correction?: CorrectionOf,
): Finding => ({
  id,
  pointer,
  message,
  fix,
  values,
  ...(correction && {correction}),
});

export const severityOf = ({id}: Finding): Severity => SEVERITIES[id];
export const isSuspicious = (finding: Finding) => severityOf(finding) === 'suspicious';
/** Whether a feed with these findings must not be published. */
export const isBlocking = (finding: Finding) => severityOf(finding) !== 'warning';

/** The section in which a finding is; empty for the head. */
export const subjectOf = ({pointer}: Pick<Finding, 'pointer'>): string => {
  const name = pointer.split('/')[1] ?? '';
  return Object.hasOwn(SECTIONS, name) ? name : '';
};

/** Days after which something should be checked again. */
const RECHECK_DAYS = 90;

/** What is wrong with a `checkedAt` on a day, as a predicate; undefined while it is recent. */
export const stalenessOf = (checkedAt: string | undefined, today: string): string | undefined => {
  if (!checkedAt) return 'has no checkedAt: nobody can tell whether it is still true';
  const age = daysBetween(checkedAt, today);
  return age > RECHECK_DAYS ? `was last checked ${age} days ago` : undefined;
};

/** How to fix an old `checkedAt`. */
export const RECHECK_FIX = 'Check it again, then set checkedAt to the day of the check.';

/** Pointers that a warning names before it only counts them. */
const MAX_NAMED = 8;

export const enumerate = (names: readonly string[]) =>
  names.slice(0, MAX_NAMED).join(', ') + (names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '');

/** A finding with its subject and its place in the file. */
export interface PlacedFinding extends Finding, Place {
  readonly severity: Severity;
  readonly subject: string;
}

const ORDER: readonly Severity[] = ['error', 'suspicious', 'warning'];

/** Findings by subject, in the order of the file; in each subject the most serious first. */
export const placeFindings = (findings: readonly Finding[], file: JsonFile): PlacedFinding[] => {
  const placed = findings.map((finding) => ({
    ...finding,
    severity: severityOf(finding),
    subject: subjectOf(finding),
    ...placeOf(file, finding.pointer),
  }));
  // By the order of the keys, not by line: a feed may be written on one line.
  const subjects = Object.keys(file.json ?? {});
  return placed.sort(
    (a, b) =>
      subjects.indexOf(a.subject) - subjects.indexOf(b.subject) ||
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      a.line - b.line ||
      a.column - b.column,
  );
};

/** Findings for programs. */
export const findingsJson = (findings: readonly PlacedFinding[]) =>
  findings.map(({id, severity, subject, pointer, line, column, message, fix}) => ({
    id,
    severity,
    subject: subject || 'head',
    pointer,
    line,
    column,
    message,
    fix,
  }));

/** The findings in a subject; those with the same fix are listed together, with the fix once. */
const subjectLines = (subject: string, findings: readonly PlacedFinding[]): string[] => {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.fix}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [
    subject || 'the feed',
    ...[...groups.values()].flatMap((alike) => [
      ...alike.map(
        ({id, severity, pointer, line, column, message}) =>
          `  ${line}:${column}  ${severity}  ${message}  ${pointer} [${id}]`,
      ),
      `    ${alike[0]!.fix}`,
    ]),
    '',
  ];
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Findings for a person, by subject, each with its line and column in the file. */
export const findingsLines = (findings: readonly PlacedFinding[], json: unknown): string[] => {
  const subjects = [...new Set(findings.map(({subject}) => subject))];
  const feed = (json ?? {}) as Readonly<Record<string, readonly unknown[] | undefined>>;
  const clean = Object.keys(SECTIONS).filter((name) => feed[name]?.length && !subjects.includes(name));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return [
    ...subjects.flatMap((subject) =>
      subjectLines(
        subject,
        findings.filter((finding) => finding.subject === subject),
      ),
    ),
    ...(clean.length
      ? [`Nothing found in: ${clean.map((name) => `${name} (${feed[name]!.length})`).join(', ')}.`]
      : []),
    [
      plural(count('error'), 'error'),
      plural(count('suspicious'), 'suspicious change'),
      `${plural(count('warning'), 'warning')}.`,
    ].join(', '),
  ];
};
