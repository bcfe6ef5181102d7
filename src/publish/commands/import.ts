import {createReadStream} from 'node:fs';
import {basename} from 'node:path';
import {Option, type Command} from 'commander';
import {DATE, LINK} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {FeedJson} from '../check/accept.js';
import {readTable, type Encoding} from '../import/csv.js';
import {moment, readFeedFile, rewriteFeed, wholeFeed} from '../feed-file.js';
import {importCounts} from '../import/import-counts.js';
import {importLines} from '../import/import-lines.js';
import {EXIT, Stop, withFile} from '../io.js';
import {report, type Report} from '../report.js';
import {FIGURE_IDS, tally, type FigureId, type Tally} from '../import/viasna.js';

interface Options {
  readonly feed: string;
  readonly asOf?: string;
  readonly source: string;
  readonly sourceUrl?: string;
  readonly figures?: string;
  readonly accept?: string;
  readonly encoding: Encoding;
  readonly dryRun?: boolean;
  readonly json: boolean;
}

const HELP = `
Only numbers go into the feed, never a name, an id or an address. The list's columns: id and status (active, former, np)
are needed; gender, birthday, release_date and died are used where they are there; others are left aside. Cells may be
parted by commas, semicolons or tabs.

  held        status active                    recognised  status active or former
  women       ... of them, gender female       released    status former, nothing in died
  minors      ... of them, under 18 that day   died        a date in died

The old value moves into the figure's history with its source and note. A jump or fall is refused, and the feed stays
as it was, unless --accept gives the reason.

Example:
  solidarity-feed import viasna viasna-2026-08-30.csv --feed feed.json --dry-run`;

/** The civil date of a list: as the user says, else as its file is named; never the date of the file itself. */
const dayOf = (path: string, asOf: string | undefined, today: string): string => {
  const named = [...new Set(basename(path).match(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g))];
  const day = asOf ?? (named.length === 1 ? named[0] : undefined);
  if (!day) throw new Stop('The day of the list is not known.', 'Say it: --as-of 2026-08-30.', 'usage');
  if (!DATE(day)) throw new Stop(`${day} is not a date.`, 'Write the day of the list as --as-of 2026-08-30.', 'usage');
  if (day > today)
    throw new Stop(`${day} is in the future; today is ${today} in UTC.`, 'A count of tomorrow is never accepted.');
  return day;
};

const sourceOf = ({source, sourceUrl}: Options) => {
  const name = source.trim();
  if (!name) throw new Stop('--source needs a name.', 'Say who counted.', 'usage');
  if (sourceUrl !== undefined && !LINK(sourceUrl))
    throw new Stop(`--source-url ${sourceUrl} is not a link.`, 'It must begin with https://.', 'usage');
  return {name, ...(sourceUrl && {url: sourceUrl})};
};

/** The figures to take: those that the user names, else those of the feed, and those in custody. */
const wantedOf = (named: string | undefined, feed: Feed): Set<FigureId> => {
  if (named === undefined)
    return new Set(FIGURE_IDS.filter((id) => id === 'held' || feed.figures.some((figure) => figure.id === id)));
  const ids = named.split(',').map((id) => id.trim());
  const wrong = ids.find((id) => !FIGURE_IDS.includes(id as FigureId));
  if (wrong !== undefined)
    throw new Stop(`--figures: “${wrong}” is no figure.`, `Take some of ${FIGURE_IDS.join(',')}.`, 'usage');
  return new Set(ids as FigureId[]);
};

const SEPARATORS: Readonly<Record<string, string>> = {';': 'semicolons', '\t': 'tabs'};

/** Reads and counts a list. */
const countList = (path: string, asOf: string, wanted: Set<FigureId>, encoding: Encoding, out: Report) =>
  withFile(path, 'read', async (): Promise<Tally> => {
    const name = basename(path);
    const table = await readTable(createReadStream(path), {name, encoding});
    const parted = SEPARATORS[table.separator];
    const progress = (rows: number) => out.progress(`${rows.toLocaleString('en')} rows read`);
    const list = await tally(table, {name, asOf, wanted, progress});
    return parted ? {...list, notes: [`The cells are parted by ${parted}.`, ...list.notes]} : list;
  });

/** `solidarity-feed import viasna`: counts from a list into the figures of a feed. */
const viasna = (program: Command) =>
  program
    .command('viasna')
    .description('Counts the list of political prisoners that Viasna exports as CSV, and puts the numbers into a feed.')
    .argument('<file>', 'the list, for example viasna-2026-08-30.csv')
    .requiredOption('--feed <file>', 'the feed to put the numbers into, feed.json')
    .option('--as-of <date>', 'the day of the list, as 2026-08-30 (default: the date in the file’s name)')
    .option('--source <name>', 'who counted, as readers see it', 'Viasna')
    .option('--source-url <address>', 'a page about the count, beginning with https:// (default: no link)')
    .option('--figures <list>', `some of ${FIGURE_IDS.join(',')} (default: held, and those that the feed has already)`)
    .option('--accept <reason>', 'accept a jump or fall; the reason, a sentence for readers, goes into the feed')
    .addOption(
      new Option('--encoding <name>', 'how the file was saved').choices(['utf-8', 'windows-1251']).default('utf-8'),
    )
    .option('--dry-run', 'only show what would change')
    .addHelpText('after', HELP)
    .action(async (path: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = report(options.json);
      const {today, now} = moment();
      const reason = options.accept?.trim();
      if (reason === '') throw new Stop('--accept needs a reason.', 'Say why in a sentence for readers.', 'usage');
      const asOf = dayOf(path, options.asOf, today);
      const source = sourceOf(options);
      const file = await readFeedFile(options.feed);
      const feed = wholeFeed(file);
      const wanted = wantedOf(options.figures, feed);
      const list = await countList(path, asOf, wanted, options.encoding, out);
      const [missing] = Object.entries(list.cannot);
      if (missing && options.figures !== undefined)
        throw new Stop(`${missing[0]} cannot be counted: ${missing[1]}.`, 'Leave it out of --figures.');

      const imported = importCounts(file.json as FeedJson, feed, list.counts, {asOf, source, today, now, reason});
      const {changes, refused, isNew} = imported;
      const stopped = refused.length > 0 && !reason;
      const written = isNew && !stopped && !options.dryRun;
      if (written) await rewriteFeed(file, imported.feed);
      const sentences = refused.map(({at, what, mend}) => ({at, what, mend}));
      const left = Object.entries(list.cannot).map(([id, why]) => `${id} is left as it was: ${why}.`);
      const notes = [...list.notes, ...left, ...imported.notes];
      out.result(
        {
          asOf,
          rows: list.rows,
          figures: changes,
          notes,
          refused: stopped ? sentences : [],
          accepted: stopped ? [] : sentences,
          written,
          serial: written ? imported.feed.serial : feed.serial,
        },
        importLines(options.feed, {...imported, notes}, list.rows, {...options, asOf, stopped}),
      );
      if (stopped) process.exitCode = EXIT.refused;
    });

/** `solidarity-feed import`: numbers from elsewhere into a feed. */
export const importList = (program: Command) => {
  const command = program.command('import').description('Puts the numbers of a list into a feed.');
  viasna(command);
};
