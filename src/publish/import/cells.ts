import {DATE} from '../../feed/fields.js';
import {allWords, NO_WORDS, UNKNOWN_WORDS} from './words.js';

/*
 * The cells of a list, as databases and spreadsheets write them. What is not certain is refused: a cell that is read
 * wrongly becomes a wrong number.
 */

/** A cell that cannot be read: what it is, and how to fix it. */
export class CellError extends Error {
  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

/** Zero-width and direction marks, soft hyphens, control characters, and spaces of other widths. */
const INVISIBLE = /(?![\t\n\r])[\p{Cf}\p{Cc}]/gu;
const WIDE_SPACES = /[\u00a0\u2007\u202f]/g;

const ASCII = /^[\x20-\x7e]*$/;

/** A cell without invisible characters and outer spaces. */
export const cleanCell = (cell: string) =>
  (ASCII.test(cell) ? cell : cell.replace(INVISIBLE, '').replace(WIDE_SPACES, ' ')).trim();

/** What databases and people write for “no value”: dots, dashes, empty quotes or brackets, and words of programs. */
const EMPTY =
  /^([\s.,…·;:'"‘’“”„«»`´‐-―−/\\|_~()[\]{}<>-]*|\\n|[([<]?(null|none|nil|nan|nat|na|n\/a|n\.\s?a\.?|undefined|empty|blank)[)\]>]?|0000-00-00([ t]00:00(:00(\.0+)?)?)?|00\.00\.0000)$/i;
/** What a spreadsheet shows for a formula that failed, or a column that is too narrow. */
const SPREADSHEET_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$|^#{3,}$/i;

/** Whether there is nothing in a cell. */
export const isEmpty = (cell: string) => EMPTY.test(cell);

/** Answers that say “no” or “not known”: a cell with one is not empty, and nothing is there either. */
const ANSWERS = new Set([...allWords(NO_WORDS), ...allWords(UNKNOWN_WORDS), '0', 'n']);
const OUTER_MARKS = /^[\p{P}\s]+|[\p{P}\s]+$/gu;

const isAnswer = (cell: string): boolean => {
  const words = cell.replace(OUTER_MARKS, '').replace(/\s+/g, ' ').toLowerCase();
  return !words || ANSWERS.has(words);
};

/** Throws a CellError for what is not data. */
const refuseErrors = (cell: string) => {
  if (cell.startsWith('#') && SPREADSHEET_ERROR.test(cell))
    throw new CellError(
      'the spreadsheet wrote an error instead of a value.',
      'Correct it there, and export the list again.',
    );
};

/** Whether there is something in a cell. An answer such as “no” or “unknown” is refused, and a mark such as “?”. */
export const readFilled = (cell: string): boolean => {
  refuseErrors(cell);
  if (isEmpty(cell)) return false;
  if (isAnswer(cell))
    throw new CellError(
      `“${cell}” is an answer, and would count as something that is there.`,
      'Name the words that count in the mapping, such as ["yes"], instead of "filled".',
    );
  return true;
};

/** Digits and marks, or a day, a word and a year: never a person's name. */
const DATE_LIKE = /^[\d\s.:/+TZ-]{1,32}$|^\d{1,2}\.?\s\p{L}{3,10},?\s\d{4}$|^\p{L}{3,10}\s\d{1,2},?\s\d{4}$/u;
const WORD_LIKE = /^[a-z_-]{1,20}$/;
const NUMBER_LIKE = /^[\d\s.,'+-]{1,32}$/;

/** A cell in quotes if it cannot be a name: if columns are shifted, a name may be anywhere. */
const quoteIf = (isHarmless: RegExp, cell: string) => (isHarmless.test(cell) ? `“${cell}”` : 'this');

/** An id; empty for none. */
export const readId = (cell: string): string => {
  refuseErrors(cell);
  if (cell.includes('+') && /^\d([.,]\d+)?E\+\d+$/i.test(cell))
    throw new CellError(
      'a spreadsheet has shortened this id.',
      'Export the list again, and do not open it in a spreadsheet.',
    );
  return isEmpty(cell) ? '' : cell;
};

/** One of the words that a column may have, in small letters; empty for an empty cell. */
export const readWord = (cell: string, words: ReadonlySet<string>): string => {
  const word = cell.toLowerCase();
  if (words.has(word)) return word;
  refuseErrors(cell);
  if (isEmpty(word) && words.has('')) return '';
  const known = [...words].filter(Boolean).join(', ');
  throw isEmpty(word)
    ? new CellError('it is empty.', `It must be one of ${known}.`)
    : new CellError(`${quoteIf(WORD_LIKE, cell)} is not a known value.`, `It must be one of ${known}.`);
};

/** A whole number; undefined for an empty cell. Commas and points may group digits or begin a fraction: refused. */
export const readCount = (cell: string): number | undefined => {
  refuseErrors(cell);
  if (isEmpty(cell)) return undefined;
  const count = /^(\d+|\d{1,3}( \d{3})+)$/.test(cell) ? Number(cell.replaceAll(' ', '')) : NaN;
  if (Number.isSafeInteger(count)) return count;
  throw new CellError(
    `${quoteIf(NUMBER_LIKE, cell)} is not a whole number.`,
    'Numbers must be written with digits alone, such as 1140.',
  );
};

/** A partial date completed by the end of `-01-01` or `-12-31`. */
const completeDate = (date: string, end: string) => date + end.slice(date.length - 4);

/** A time of day after a date, as databases and spreadsheets export it: hours, the rest, AM or PM, and the zone. */
const TIME = /[T ]+([01]?\d|2[0-3])((?::[0-5]\d){1,2}(?:[.,]\d+)?)\s?([AP]M)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;

/** The ISO date of `05.03.2026`, `2026/03/05` or `2026-03-05T10:00:00`; `2026` and `2026-03` as they are; or undefined. */
export const toIsoDate = (cell: string): string | undefined => {
  const text = cell.replace(TIME, '');
  const [, d, m, y] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
  const date = y
    ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
    : text.replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3');
  return /^\d{4}(-\d\d){0,2}$/.test(date) && DATE(completeDate(date, '-01-01')) ? date : undefined;
};

/** Whether a cell is an instant: 21:00 in UTC is the next day in Minsk. At midnight in its own zone it is meant as a day. */
const isInstant = (cell: string): boolean => {
  const [, hours = '', rest = '', half = '', zone] = TIME.exec(cell) ?? [];
  const isMidnight = Number(hours) % (half ? 12 : 24) === 0 && !/[1-9p]/i.test(rest + half);
  return zone !== undefined && !isMidnight;
};

/** What dates of a column must be between; both complete. */
export interface DateRange {
  readonly min: string;
  /** The day of the list. */
  readonly max: string;
  /** Why earlier dates are not plausible, besides that programs write them for “no date”. */
  readonly why?: string;
}

/** A partial or complete date; undefined for an empty cell. Dates that programs write for “no date” are refused. */
export const readDate = (cell: string, {min, max, why}: DateRange): string | undefined => {
  refuseErrors(cell);
  if (isEmpty(cell)) return undefined;
  const date = toIsoDate(cell);
  if (!date)
    throw /^\d{5}([.,]\d+)?$/.test(cell)
      ? new CellError(
          `“${cell}” is a date as spreadsheets store it.`,
          'Format the column as a date, 2026-03-05, and export the list again.',
        )
      : new CellError(
          `${quoteIf(DATE_LIKE, cell)} is not a date.`,
          'Dates must be written as 2026-03-05 or 05.03.2026.',
        );
  if (isInstant(cell))
    throw new CellError(
      `which day “${cell}” is depends on the time zone.`,
      'Export the column as dates without a time, such as 2026-03-05.',
    );
  if (completeDate(date, '-12-31') < min || date > '9')
    throw new CellError(
      `${date} is not plausible: programs write such dates for “no date”${why ? `, and ${why}` : ''}.`,
      'If the date is not known, leave the cell empty. Ask the source for a corrected list.',
    );
  if (date > max) throw new CellError(`${date} is later than the day of the list, ${max}.`, 'Is --as-of right?');
  return date;
};

/** Whether one date is certainly before another, whatever the days of partial dates are. */
export const isBefore = (date: string, other: string) => completeDate(date, '-12-31') < completeDate(other, '-01-01');

/** Whether a person is under an age on a date; undefined if the birthday is not precise enough. */
export const isUnder = (age: number, birthday: string, asOf: string): boolean | undefined => {
  const isOlder = (end: string) => {
    const born = completeDate(birthday, end);
    return `${Number(born.slice(0, 4)) + age}${born.slice(4)}` <= asOf;
  };
  return isOlder('-12-31') ? false : isOlder('-01-01') ? undefined : true;
};
