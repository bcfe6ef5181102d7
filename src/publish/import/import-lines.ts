import {formatCount, percentChange} from '../numbers.js';
import type {FigureChange, Imported} from './import-counts.js';

/** The outcome of an import, besides its result. */
interface Outcome {
  readonly asOf: string;
  /** Whether suspicious changes were refused for lack of a reason. */
  readonly isRefused: boolean;
  readonly accept?: string;
  readonly dryRun?: boolean;
}

const changeOf = ({was, is}: FigureChange): string => {
  if (was === undefined) return 'new';
  if (was === is) return 'no change';
  const percent = percentChange(was, is);
  return `${is > was ? '+' : ''}${formatCount(is - was)}${percent && ` (${percent})`}`;
};

/** The old and new values, in columns. */
const tableLines = (changes: readonly FigureChange[]): string[] => {
  const rows = [
    ['figure', 'was', 'is', 'change'],
    ...changes.map((change) => [
      change.id,
      change.was === undefined ? '–' : formatCount(change.was),
      formatCount(change.is),
      changeOf(change),
    ]),
  ] as [string, string, string, string][];
  const [first, second, third] = [0, 1, 2].map((i) => Math.max(...rows.map((row) => row[i]!.length))) as [
    number,
    number,
    number,
  ];
  return rows.map(([id, was, is, change]) =>
    [id.padEnd(first), was.padStart(second), is.padStart(third), change].join('  '),
  );
};

/** Whether the file was written, and what to do next. */
const outcomeLines = (
  path: string,
  {suspicious, isChanged}: Imported,
  {isRefused, accept, dryRun}: Outcome,
): string[] => {
  if (isRefused)
    return [
      `Suspicious changes (${suspicious.length})`,
      ...suspicious.flatMap(({message, fix}) => [`  ${message}`, `    ${fix}`]),
      '',
      `${path} was not changed. If the list is right, add --accept "the reason, for readers".`,
    ];
  if (!isChanged) return [`${path} was not changed: it has these numbers already.`];
  const acceptLines = suspicious.length
    ? [`${suspicious.length} accepted: the reason is in the feed’s corrections.`]
    : accept
      ? ['There was nothing to accept: the reason was not added.']
      : [];
  if (dryRun) return [...acceptLines, `${path} was not changed (--dry-run).`];
  return [
    ...acceptLines,
    `${path} was written. Next:`,
    `  solidarity-feed check ${path}`,
    `  solidarity-feed sign ${path} --key FILE --out FILE   (if you sign your feed)`,
  ];
};

/** An import for a person: the table, notes, and what happened to the file of the feed. */
export const importLines = (path: string, imported: Imported, rows: number, outcome: Outcome): string[] => [
  `${formatCount(rows)} rows read, as of ${outcome.asOf}.`,
  '',
  ...tableLines(imported.changes),
  '',
  ...imported.notes,
  ...(imported.notes.length ? [''] : []),
  ...outcomeLines(path, imported, outcome),
];
