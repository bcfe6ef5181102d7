import {SECTIONS} from '../../feed/parse-feed.js';
import {locate} from '../json-format.js';
import {isInSection, type Finding, type Findings} from './findings.js';

type LineOf = (pointer: string) => number;

/** A group of findings; those with the same fix are listed together, with the fix once. */
const groupLines = (title: string, findings: readonly Finding[], lineOf: LineOf): string[] => {
  if (!findings.length) return [];
  const byFix = new Map<string, Finding[]>();
  for (const finding of findings) byFix.set(finding.fix, [...(byFix.get(finding.fix) ?? []), finding]);
  const lines = [...byFix].flatMap(([fix, alike]) => [
    ...alike.map(({pointer, message}) => `  line ${lineOf(pointer)}, ${pointer || 'the feed'}: ${message}`),
    `    ${fix}`,
  ]);
  return [`${title} (${findings.length})`, ...lines, ''];
};

/** The sections without findings, with the number of their items. */
const cleanSections = (json: unknown, findings: readonly Finding[]): string[] => {
  const feed = (json ?? {}) as Readonly<Record<string, readonly unknown[] | undefined>>;
  const names = Object.keys(SECTIONS).filter(
    (name) => feed[name]?.length && !findings.some((finding) => isInSection(finding, name)),
  );
  return names.length
    ? [`Nothing found in: ${names.map((name) => `${name} (${feed[name]!.length})`).join(', ')}.`]
    : [];
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Findings for a person: the most important first, each with its line in the feed's file. */
export const findingsLines = ({errors, suspicious, warnings}: Findings, text: string, json: unknown): string[] => {
  const locations = locate(text);
  /** The line of a value; of a missing one, the line of the object that lacks it. */
  const lineOf: LineOf = (pointer) =>
    locations.get(pointer)?.line ?? (pointer ? lineOf(pointer.slice(0, pointer.lastIndexOf('/'))) : 1);
  return [
    ...groupLines('Errors', errors, lineOf),
    ...groupLines('Suspicious changes', suspicious, lineOf),
    ...groupLines('Warnings', warnings, lineOf),
    ...cleanSections(json, [...errors, ...suspicious, ...warnings]),
    `${plural(errors.length, 'error')}, ${plural(suspicious.length, 'suspicious change')}, ${plural(warnings.length, 'warning')}.`,
  ];
};
