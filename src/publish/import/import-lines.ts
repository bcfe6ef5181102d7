import {percent} from '../check/anomalies.js';
import type {Change, Imported} from './import-counts.js';

/** How an import was asked for, and whether it was refused. */
interface How {
  readonly asOf: string;
  readonly stopped: boolean;
  readonly accept?: string;
  readonly dryRun?: boolean;
}

const number = (value: number | undefined) => value?.toLocaleString('en') ?? '–';

/** Figure, was, is, change, in columns. */
const tableOf = (changes: readonly Change[]): string[] => {
  const cells = changes.map(({id, was, is}) => {
    const by = was === undefined ? 'new' : was === is ? 'no change' : `${is > was ? '+' : ''}${number(is - was)}`;
    const share = was && was !== is ? ` (${percent(was, is)})` : '';
    return [id, number(was), number(is), by + share];
  });
  const all = [['figure', 'was', 'is', 'change'], ...cells];
  const widths = [0, 1, 2].map((i) => Math.max(...all.map((row) => row[i]!.length)));
  return all.map(([id, was, is, by]) =>
    [id!.padEnd(widths[0]!), was!.padStart(widths[1]!), is!.padStart(widths[2]!), by].join('  '),
  );
};

/** What became of the feed, and what to do next. */
const outcome = (feed: string, {refused, isNew}: Imported, {stopped, accept, dryRun}: How): string[] => {
  if (stopped)
    return [
      'Refused:',
      ...refused.flatMap(({what, mend}) => [`  ${what}`, `    ${mend}`]),
      '',
      `${feed} is as it was. If the list is right, add --accept "why, for readers".`,
    ];
  if (!isNew) return [`${feed} says so already, and is as it was.`];
  const reason = refused.length
    ? [`${refused.length} accepted; the reason stands in the feed’s corrections.`]
    : accept
      ? ['Nothing had to be accepted: the reason was not written.']
      : [];
  if (dryRun) return [...reason, `${feed} is as it was (--dry-run).`];
  return [
    ...reason,
    `${feed} is written. Next:`,
    `  solidarity-feed check ${feed}`,
    `  solidarity-feed sign ${feed} --key FILE --out FILE   (if you sign your feed)`,
  ];
};

/** An import for a person: the table, what to know, what became of the feed's file. */
export const importLines = (file: string, imported: Imported, rows: number, how: How): string[] => [
  `${number(rows)} rows read, as of ${how.asOf}.`,
  '',
  ...tableOf(imported.changes),
  '',
  ...imported.notes,
  ...(imported.notes.length ? [''] : []),
  ...outcome(file, imported, how),
];
