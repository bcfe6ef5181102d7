import type {Reasons} from '../publish/acceptance.js';
import {today} from '../clock/today.js';
import {latestDateAt} from '../feed/dates.js';
import {DATE} from '../feed/fields.js';
import {pickText} from '../feed/text.js';
import type {FeedJson} from '../publish/feed-file.js';
import {requireValidFeed} from '../publish/feed-text.js';
import {tally, type Tally} from '../publish/import/count.js';
import {readTable, type Table} from '../publish/import/csv.js';
import {importCounts, type Imported} from '../publish/import/figures.js';
import {dateInName} from '../publish/import/list-date.js';
import {parseMapping, type Mapping} from '../publish/import/mapping.js';
import {VIASNA, viasnaFigures} from '../publish/import/viasna.js';
import {instantOf} from '../publish/revision.js';
import {UserError} from '../publish/user-error.js';
import {splitText} from './split-text.js';

/* Counts a list that was chosen or dropped, as `solidarity-feed import` does. */

/** Bytes of a list: it is in memory as a whole. */
const MAX_BYTES = 50 * 1024 * 1024;

/** A list, and how it is to be read. */
export interface ListChoice {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: 'viasna' | 'days' | 'mapping';
  /** The civil date of the list, and who counted. */
  readonly date: string;
  readonly source: string;
  /** Of a table with a day in each row: the column of the day, and of each figure by its id. */
  readonly dateColumn: string;
  readonly valueColumns: Readonly<Record<string, string>>;
  /** The text of a mapping, and its file's name. */
  readonly mapping?: {readonly name: string; readonly text: string};
}

const open = (bytes: Uint8Array) =>
  async function* () {
    yield await Promise.resolve(bytes);
  };

const tableOf = ({name, bytes}: Pick<ListChoice, 'name' | 'bytes'>, needed: readonly string[] = []): Promise<Table> =>
  readTable(open(bytes), splitText, {name, needed});

/** The columns of a list, and what it most likely is. Throws a UserError for what is no list. */
export const examineList = async (
  name: string,
  bytes: Uint8Array,
): Promise<{choice: ListChoice; columns: readonly string[]}> => {
  if (bytes.length > MAX_BYTES)
    throw new UserError(
      `${name} is too large: a list has at most ${MAX_BYTES / 1024 / 1024} MB.`,
      'Is it the right file?',
    );
  const {columns} = await tableOf({name, bytes}, VIASNA.needed);
  const isViasna = VIASNA.needed.every((column) => columns.some((one) => one.toLowerCase() === column));
  const choice: ListChoice = {
    name,
    bytes,
    kind: isViasna ? 'viasna' : 'days',
    date: dateInName(name) ?? '',
    source: isViasna ? 'Viasna' : '',
    dateColumn: columns[0] ?? '',
    valueColumns: {},
  };
  return {choice, columns};
};

const mappingOf = ({kind, dateColumn, valueColumns, mapping}: ListChoice): Mapping => {
  if (kind === 'viasna') return VIASNA;
  if (kind === 'mapping') {
    if (!mapping) throw new UserError('There is no mapping.', 'Choose its file.');
    return parseMapping(mapping.name, mapping.text);
  }
  const columns = Object.entries(valueColumns).filter(([, column]) => column);
  if (!columns.length) throw new UserError('No figure has a column.', 'Choose one for each figure that the table has.');
  return {
    date: dateColumn,
    values: {},
    needed: [dateColumn, ...columns.map(([, column]) => column)],
    figures: Object.fromEntries(columns.map(([id, value]) => [id, {where: {}, value}])),
  };
};

/** What a list would change in a feed. */
export interface ReadList {
  readonly tally: Tally;
  readonly imported: Imported;
}

/**
 * Counts a list. `reasons` accept suspicious changes. Rejects with a UserError for what cannot be read for sure: no number
 * is taken from it.
 */
export const readList = async (json: FeedJson, choice: ListChoice, reasons?: Reasons): Promise<ReadList> => {
  const feed = requireValidFeed({path: 'feed.json', json});
  const mapping = mappingOf(choice);
  const source = choice.source.trim() || (mapping.source && pickText(mapping.source.name, feed.lang ?? 'en')[0]);
  if (!source) throw new UserError('It is not said who counted.', 'Write it: readers see it beside the number.');
  const day = today();
  const now = instantOf(Date.now());
  const latestDay = latestDateAt(now);
  const asOf = choice.date || (mapping.date === undefined ? '' : day);
  if (!DATE(asOf)) throw new UserError('The day of the list is not known.', 'Write it.');
  if (asOf > latestDay) throw new UserError(`${asOf} is in the future.`, 'Correct the day of the list.');
  const figures = choice.kind === 'viasna' ? viasnaFigures(feed) : Object.keys(mapping.figures);
  const counted = await tally(await tableOf(choice, mapping.needed), mapping, {
    asOf,
    latest: choice.date || latestDay,
    figures,
  });
  const [unavailable] = Object.entries(counted.unavailable);
  if (unavailable && choice.kind !== 'viasna')
    throw new UserError(`${unavailable[0]} cannot be counted: ${unavailable[1]}.`, 'Leave it out.');
  const url = choice.source.trim() ? undefined : mapping.source?.url;
  const imported = importCounts(json, feed, counted, mapping, {
    source: {name: source, ...(url && {url})},
    today: day,
    now,
    reason: reasons,
  });
  const {serial, issued} = json;
  // Serial and issue are set when it is saved.
  return {tally: counted, imported: {...imported, feed: {...imported.feed, serial, issued}}};
};
