import {createReadStream} from 'node:fs';
import {basename} from 'node:path';
import {Option, type Command} from 'commander';
import {findingsJson} from '../check/findings.js';
import {readFeedFile, requireValidFeed, rewriteFeed, type FeedJson} from '../feed-file.js';
import {readTable} from '../import/csv.js';
import type {Encoding} from '../import/decode-text.js';
import {importCounts} from '../import/import-counts.js';
import {importLines} from '../import/import-lines.js';
import {tally, type Tally} from '../import/viasna.js';
import {FIGURE_IDS, type FigureId} from '../import/viasna-figures.js';
import {EXIT_CODES, UserError, withFile} from '../io.js';
import {formatCount} from '../numbers.js';
import {createReport, type Report} from '../report.js';
import {currentTime} from '../time.js';
import {acceptOption, reasonFrom} from './accept-option.js';
import {figuresFrom, listDate, sourceFrom, type Options} from './import-options.js';

const HELP = `
Only numbers are added to the feed: no names, ids or addresses. The list must have the columns id and status (active,
former, np). The columns gender, birthday, release_date and died are used if they exist; others are ignored. Cells may
be separated by commas, semicolons or tabs.

  held        status active                    recognised  status active or former
  women       ... of them, gender female       released    status former, nothing in died
  minors      ... of them, under 18 that day   died        a date in died

The old value moves to the figure's history, with its source and note. A large change or a fall is refused, and the feed
is not changed, unless --accept gives the reason.

Example:
  solidarity-feed import viasna viasna-2026-08-30.csv --feed feed.json --dry-run`;

const SEPARATOR_NAMES: Readonly<Record<string, string>> = {';': 'semicolons', '\t': 'tabs'};

/** Reads and counts a list. */
const countList = (
  path: string,
  asOf: string,
  figures: Set<FigureId>,
  encoding: Encoding,
  report: Report,
): Promise<Tally> =>
  withFile(path, 'read', async () => {
    const name = basename(path);
    const table = await readTable(createReadStream(path), {name, encoding});
    const separator = SEPARATOR_NAMES[table.separator];
    const onProgress = (rows: number) => report.progress(`${formatCount(rows)} rows read`);
    const list = await tally(table, {name, asOf, figures, onProgress});
    return separator ? {...list, notes: [`The cells are separated by ${separator}.`, ...list.notes]} : list;
  });

/** `solidarity-feed import viasna`: the counts of Viasna's list. */
const importViasna = (program: Command) =>
  program
    .command('viasna')
    .summary('Count Viasna’s list of political prisoners')
    .description('Counts the list of political prisoners that Viasna exports as CSV, and adds the numbers to a feed.')
    .argument('<file>', 'the list, for example viasna-2026-08-30.csv')
    .requiredOption('--feed <file>', 'the feed to add the numbers to, feed.json')
    .option('--as-of <date>', 'the day of the list, as 2026-08-30 (default: the date in the file’s name)')
    .option('--source <name>', 'who counted, as readers see it', 'Viasna')
    .option('--source-url <address>', 'a page about the count, beginning with https:// (default: no link)')
    .option('--figures <list>', `some of ${FIGURE_IDS.join(',')} (default: held, and those that the feed has)`)
    .addOption(acceptOption('a large change or a fall'))
    .addOption(
      new Option('--encoding <name>', 'the encoding of the list').choices(['utf-8', 'windows-1251']).default('utf-8'),
    )
    .option('--dry-run', 'show the changes without writing the feed')
    .addHelpText('after', HELP)
    .action(async (path: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const report = createReport(options.json);
      const {today, now} = currentTime();
      const reason = reasonFrom(options.accept);
      const asOf = listDate(path, options.asOf, today);
      const source = sourceFrom(options);
      const file = await readFeedFile(options.feed);
      const feed = requireValidFeed(file);
      const figures = figuresFrom(options.figures, feed);
      const list = await countList(path, asOf, figures, options.encoding, report);
      const unavailable = Object.entries(list.unavailable);
      if (unavailable[0] && options.figures !== undefined)
        throw new UserError(`${unavailable[0].join(' cannot be counted: ')}.`, 'Remove it from --figures.');

      const imported = importCounts(file.json as FeedJson, feed, list.counts, {asOf, source, today, now, reason});
      const {changes, suspicious, isChanged} = imported;
      const isRefused = suspicious.length > 0 && !reason;
      const isWritten = isChanged && !isRefused && !options.dryRun;
      if (isWritten) await rewriteFeed(file, imported.feed);
      const unchanged = unavailable.map(([id, why]) => `${id} was not changed: ${why}.`);
      const notes = [...list.notes, ...unchanged, ...imported.notes];
      report.result(
        {
          asOf,
          rows: list.rows,
          figures: changes,
          notes,
          suspicious: findingsJson(suspicious),
          accepted: isRefused ? 0 : suspicious.length,
          written: isWritten,
          serial: isWritten ? imported.feed.serial : feed.serial,
        },
        importLines(options.feed, {...imported, notes}, list.rows, {...options, asOf, isRefused}),
      );
      if (isRefused) process.exitCode = EXIT_CODES.refused;
    });

/** `solidarity-feed import`: numbers from other sources. */
export const importList = (program: Command) => {
  const command = program
    .command('import')
    .summary('Add the numbers of a list to a feed')
    .description('Adds the numbers of a list to a feed.');
  importViasna(command);
};
