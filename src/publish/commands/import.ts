import {basename} from 'node:path';
import {Option, type Command} from 'commander';
import {latestDateAt} from '../../feed/dates.js';
import {DATE, LINK, TEXT} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Finding} from '../check/findings.js';
import {acceptLines, assignReasons, parseReasons, unusedLines, type Assigned} from '../acceptance.js';
import {readFeedFile, requireValidFeed, rewriteFeed, type FeedJson} from '../feed-file.js';
import {tally, type Tally} from '../import/count.js';
import {readTable} from '../import/csv.js';
import {ENCODINGS, type Encoding} from '../import/encoding.js';
import {importCounts, type FigureChange, type Imported} from '../import/figures.js';
import {dateInName} from '../import/list-date.js';
import {parseMapping, type Mapping} from '../import/mapping.js';
import {openList} from '../import/open-list.js';
import {splitStream} from '../import/split-stream.js';
import {VIASNA, viasnaFigures} from '../import/viasna.js';
import {EXIT_CODES, readText, UserError} from '../io.js';
import {acceptOption, confirm, currentTime, isInteractive, withTerminal} from '../options.js';
import {createReport, formatCount, percentChange, tableLines, type Report} from '../report.js';

interface Options {
  readonly feed: string;
  readonly map?: string;
  readonly asOf?: string;
  readonly source?: string;
  readonly sourceUrl?: string;
  readonly figures?: string;
  readonly accept?: readonly string[];
  readonly encoding?: Encoding;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const COMMON_HELP = `
The changes are shown before anything is written. In a terminal you are asked; elsewhere --yes writes the feed, and
without it nothing is written. The old value moves to the figure's history, with its source and note. A large change or a
fall is refused, and the feed is not changed, unless --accept gives the reason. It becomes the note of the figure; if the
feed had another count of the same day, a correction.

Cells may be separated by commas, semicolons, tabs or vertical bars; the encoding is detected. What cannot be read for
sure stops the import: a row of totals, a remark, a row that is only numbered, a date such as 1900-01-01 or 1970-01-01
that programs write for “no date”, a repeated id, a date that most rows have. The header again, and rows of dashes, are
skipped.`;

const VIASNA_HELP = `
Only numbers are added to the feed: no names, ids or addresses. The list must have the columns id and status (active,
former, np). The columns gender, birthday, release_date and died are used if they exist; others are ignored.

  held        status active                    recognised  status active or former
  women       ... of them, gender female       released    status former, nothing in died
  minors      ... of them, under 18 that day   died        status former, a date in died
${COMMON_HELP}

Example:
  solidarity-feed import viasna viasna-2026-08-30.csv --feed feed.json --dry-run`;

const CSV_HELP = `
The mapping is a JSON file that says how each figure is counted:

  {
    "source": {"name": "Example Centre", "url": "https://example.org/list"},
    "id": "Case",                              a column in which nothing may be twice; may be absent
    "values": {"Status": ["held", "free"]},    all words of a column; another one stops the import
    "figures": {
      "held":    {"where": {"Status": "held"}},                            counts the rows
      "women":   {"where": {"Status": "held", "Gender": ["f", "ж"]}},      … that meet all conditions
      "minors":  {"where": {"Status": "held", "Born": {"under": 18}}},     … an age on the day of the list
      "died":    {"where": {"Died": {"date": true}}},                      … with a date; false: without
      "defended": {"where": {"Lawyer": {"filled": true}}},                 … with anything in a cell
      "fines":   {"sum": "Amount"}                                         adds up a column
    }
  }

If each row is a count of a day, name the column of the day, and the one of each figure; the newest row is taken:

  {"date": "Day", "figures": {"held": {"value": "In custody"}}}

A figure that the feed lacks needs a "title" and a "definition" in the mapping, and may have a "unit" and a "qualifier".
${COMMON_HELP}

Example:
  solidarity-feed import csv cases-2026-08-30.csv --map map.json --feed feed.json --dry-run`;

/** The civil date of a list: from --as-of, else from the file's name; never the date of the file itself. */
const listDate = (
  path: string,
  asOf: string | undefined,
  {date: column}: Mapping,
  {today, now}: {today: string; now: string},
): string => {
  const date = asOf ?? (column !== undefined ? today : dateInName(basename(path)));
  const fix = 'Add the day of the list: --as-of 2026-08-30.';
  if (!date) throw new UserError('The day of the list is not known.', fix, 'usage');
  if (!DATE(date)) throw new UserError(`${date} is not a date.`, fix, 'usage');
  if (date > latestDateAt(now))
    throw new UserError(`${date} is in the future; today is ${today} in UTC.`, 'Correct the day of the list.');
  return date;
};

/** The source of the counts: from the options, else from the mapping. */
const sourceFrom = ({source, sourceUrl}: Options, mapping: Mapping) => {
  const name = source?.trim() ?? mapping.source?.name;
  const url = sourceUrl ?? (source === undefined ? mapping.source?.url : undefined);
  if (!TEXT(name)) throw new UserError('--source needs a name.', 'Say who counted.', 'usage');
  if (url !== undefined && !LINK(url))
    throw new UserError(`--source-url ${url} is not a link.`, 'It must begin with https://.', 'usage');
  return {name, ...(url && {url})};
};

/** The figures to import: those in --figures, else those that are usual. */
const figuresFrom = (option: string | undefined, mapping: Mapping, usual: readonly string[]): readonly string[] => {
  if (option === undefined) return usual;
  const known = Object.keys(mapping.figures);
  const ids = option.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UserError(`--figures: there is no figure “${unknown}”.`, `Use some of ${known.join(',')}.`, 'usage');
  return known.filter((id) => ids.includes(id));
};

const changeOf = ({was, is}: FigureChange): string => {
  if (was === undefined) return 'new';
  if (was === is) return 'no change';
  const percent = percentChange(was, is);
  return `${is > was ? '+' : ''}${formatCount(is - was)}${percent && ` (${percent})`}`;
};

/** What an import would change. */
const previewLines = ({rows}: Tally, {changes, suspicious}: Imported, notes: readonly string[]): string[] => [
  `${formatCount(rows)} rows read.`,
  '',
  ...tableLines([
    ['figure', 'was', 'is', 'as of', 'change'],
    ...changes.map((change) => [
      change.id,
      change.was === undefined ? '–' : formatCount(change.was),
      formatCount(change.is),
      change.asOf,
      changeOf(change),
    ]),
  ]),
  '',
  ...notes,
  ...(notes.length ? [''] : []),
  ...suspicious.flatMap(({message, fix}) => [`suspicious: ${message}`, `  ${fix}`]),
];

/** What happened to the file of the feed: written, or why not. */
type Outcome = 'written' | 'refused' | 'unchanged' | 'dry-run' | 'unconfirmed' | 'declined';

const outcomeLines = (
  path: string,
  outcome: Outcome,
  {suspicious, unexplained}: Imported,
  unused: string[],
): string[] => {
  switch (outcome) {
    case 'refused':
      return [...unused, `${path} was not changed.`, ...acceptLines(unexplained)];
    case 'unchanged':
      return [`${path} was not changed: it has these numbers already.`];
    case 'dry-run':
      return [`${path} was not changed (--dry-run).`];
    case 'unconfirmed':
      return [`${path} was not changed. To write it, add --yes.`];
    case 'declined':
      return [`${path} was not changed.`];
    case 'written':
      return [
        ...(suspicious.length ? [`${suspicious.length} accepted: the feed has the reasons.`] : []),
        ...unused,
        `${path} was written. Next:`,
        `  solidarity-feed check ${path}`,
        `  solidarity-feed sign ${path} --key FILE --out FILE   (if you sign your feed)`,
      ];
  }
};

/** Decides whether the feed is written; asks in a terminal. */
const decide = async (
  {unexplained, isChanged}: Imported,
  {feed, dryRun, yes, json}: Options,
  preview: readonly string[],
  report: Report,
): Promise<Outcome> => {
  if (unexplained.length) return 'refused';
  if (!isChanged) return 'unchanged';
  if (dryRun) return 'dry-run';
  if (yes) return 'written';
  if (json || !isInteractive()) return 'unconfirmed';
  preview.forEach(report.log);
  return (await withTerminal((terminal) => confirm(`Write ${feed}?`, terminal))) ? 'written' : 'declined';
};

/** Reads and counts a list. */
const countList = async (
  path: string,
  mapping: Mapping,
  {encoding}: Options,
  tallyOptions: {asOf: string; latest: string; figures: readonly string[]},
  report: Report,
): Promise<Tally> => {
  const table = await readTable(await openList(path), splitStream, {
    name: basename(path),
    needed: mapping.needed,
    ...(encoding && {encoding}),
  });
  const onProgress = (rows: number) => report.progress(`${formatCount(rows)} rows read`);
  return tally(table, mapping, {...tallyOptions, onProgress});
};

const run = async (path: string, mapping: Mapping, usual: (feed: Feed) => readonly string[], options: Options) => {
  const report = createReport(options.json);
  const {today, now} = currentTime();
  const given = parseReasons(options.accept ?? []);
  const asOf = listDate(path, options.asOf, mapping, {today, now});
  const source = sourceFrom(options, mapping);
  const file = await readFeedFile(options.feed);
  const feed = requireValidFeed(file);
  const figures = figuresFrom(options.figures, mapping, usual(feed));
  const latest = options.asOf ?? latestDateAt(now);
  const list = await countList(path, mapping, options, {asOf, latest, figures}, report);
  const unavailable = Object.entries(list.unavailable);
  if (unavailable[0] && (options.figures !== undefined || options.map !== undefined))
    throw new UserError(`${unavailable[0].join(' cannot be counted: ')}.`, 'Leave it out with --figures.');

  let assigned: Assigned | undefined;
  const reason = (found: readonly Finding[]) => (assigned = assignReasons(given, found)).reasons;
  const imported = importCounts(file.json as FeedJson, feed, list, mapping, {source, today, now, reason});
  const {changes, suspicious} = imported;
  const notes = [...list.notes, ...unavailable.map(([id, why]) => `${id} was not changed: ${why}.`), ...imported.notes];
  const preview = previewLines(list, imported, notes);
  const outcome = await decide(imported, options, preview, report);
  const isWritten = outcome === 'written';
  if (isWritten) await rewriteFeed(file, imported.feed);
  const isShown =
    !options.json && !options.yes && !options.dryRun && isInteractive() && /written|declined/.test(outcome);
  report.result(
    {
      rows: list.rows,
      figures: changes,
      notes,
      suspicious: suspicious.map(({id, pointer, message, fix}) => ({id, pointer, message, fix})),
      accepted: isWritten ? suspicious.length : 0,
      written: isWritten,
      serial: isWritten ? imported.feed.serial : feed.serial,
    },
    [...(isShown ? [] : preview), ...outcomeLines(options.feed, outcome, imported, unusedLines(assigned!))],
  );
  if (outcome === 'refused') process.exitCode = EXIT_CODES.refused;
  if (outcome === 'unconfirmed') process.exitCode = EXIT_CODES.usage;
};

/** The options that all kinds of lists have. */
const addOptions = (command: Command, source: Option, figures: string) =>
  command
    .requiredOption('--feed <file>', 'the feed to add the numbers to, feed.json')
    .option('--as-of <date>', 'the day of the list, as 2026-08-30 (default: the date in the file’s name)')
    .addOption(source)
    .option('--source-url <address>', 'a page about the count, beginning with https:// (default: no link)')
    .option('--figures <list>', figures)
    .addOption(acceptOption('a large change or a fall'))
    .addOption(new Option('--encoding <name>', 'the encoding of the list (default: detected)').choices(ENCODINGS))
    .option('--dry-run', 'show the changes without writing the feed')
    .option('--yes', 'write the feed without asking');

/** `solidarity-feed import`: numbers from other sources. */
export const importList = (program: Command) => {
  const command = program
    .command('import')
    .summary('Add the numbers of a list to a feed')
    .description('Adds the numbers of a list to a feed.');
  const ids = Object.keys(VIASNA.figures);
  addOptions(
    command
      .command('viasna')
      .summary('Count Viasna’s list of political prisoners')
      .description('Counts the list of political prisoners that Viasna exports as CSV, and adds the numbers to a feed.')
      .argument('<file>', 'the list, for example viasna-2026-08-30.csv'),
    new Option('--source <name>', 'who counted, as readers see it').default('Viasna'),
    `some of ${ids.join(',')} (default: held, and those that the feed has)`,
  )
    .addHelpText('after', VIASNA_HELP)
    .action((path: string, _: unknown, self: Command) =>
      run(path, VIASNA, viasnaFigures, self.optsWithGlobals<Options>()),
    );
  addOptions(
    command
      .command('csv')
      .summary('Count any list, by a mapping of columns to figures')
      .description('Counts a list that is CSV, by a mapping of its columns to figures, and adds the numbers to a feed.')
      .argument('<file>', 'the list, for example cases-2026-08-30.csv')
      .requiredOption('--map <file>', 'the mapping, a JSON file; see below'),
    new Option('--source <name>', 'who counted, as readers see it (default: the mapping’s source)'),
    'some of the mapping’s figures (default: all)',
  )
    .addHelpText('after', CSV_HELP)
    .action(async (path: string, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const mapping = parseMapping(options.map!, await readText(options.map!));
      return run(path, mapping, () => Object.keys(mapping.figures), options);
    });
};
