import {basename} from 'node:path';
import {DATE, LINK, TEXT} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Encoding} from '../import/decode-text.js';
import {FIGURE_IDS, type FigureId} from '../import/viasna-figures.js';
import {UserError} from '../io.js';

/* The options of `import viasna`, and what they mean. Invalid ones throw a UserError. */

export interface Options {
  readonly feed: string;
  readonly asOf?: string;
  readonly source: string;
  readonly sourceUrl?: string;
  readonly figures?: string;
  readonly accept?: string;
  readonly encoding: Encoding;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The civil date of a list: from --as-of, else from the file's name; never the date of the file itself. */
export const listDate = (path: string, asOf: string | undefined, today: string): string => {
  const inName = [...new Set(basename(path).match(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g))];
  const date = asOf ?? (inName.length === 1 ? inName[0] : undefined);
  const fix = 'Add the day of the list: --as-of 2026-08-30.';
  if (!date) throw new UserError('The day of the list is not known.', fix, 'usage');
  if (!DATE(date)) throw new UserError(`${date} is not a date.`, fix, 'usage');
  if (date > today)
    throw new UserError(`${date} is in the future; today is ${today} in UTC.`, 'Correct the day of the list.');
  return date;
};

/** The source of the counts. */
export const sourceFrom = ({source, sourceUrl}: Options) => {
  const name = source.trim();
  if (!TEXT(name)) throw new UserError('--source needs a name.', 'Say who counted.', 'usage');
  if (sourceUrl !== undefined && !LINK(sourceUrl))
    throw new UserError(`--source-url ${sourceUrl} is not a link.`, 'It must begin with https://.', 'usage');
  return {name, ...(sourceUrl && {url: sourceUrl})};
};

/** The figures to import: those in --figures; else those that the feed has, and `held`. */
export const figuresFrom = (option: string | undefined, feed: Feed): Set<FigureId> => {
  if (option === undefined)
    return new Set(FIGURE_IDS.filter((id) => id === 'held' || feed.figures.some((figure) => figure.id === id)));
  const ids = option.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !FIGURE_IDS.includes(id as FigureId));
  if (unknown !== undefined)
    throw new UserError(`--figures: there is no figure “${unknown}”.`, `Use some of ${FIGURE_IDS.join(',')}.`, 'usage');
  return new Set(ids as FigureId[]);
};
