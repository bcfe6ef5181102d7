import {byDate, pointsOf} from '../../feed/history.js';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {isBound, type Figure, type Point} from '../../feed/sections/figures.js';
import {hasLang} from '../../feed/text.js';
import {isAccepted, type Reasons} from '../acceptance.js';
import {checkFeed} from '../check/check.js';
import {found, isSuspicious, severityOf, type Finding} from '../check/findings.js';
import type {FeedJson} from '../feed-file.js';
import {isEqual} from '../is-equal.js';
import {UserError} from '../user-error.js';
import {nextRevision, withCorrections} from '../revision.js';
import type {Tally} from './count.js';
import type {FigureMapping, Mapping} from './mapping.js';

/* Writes counts into the figures of a feed. */

/** A count on a civil date, with its source. */
export type Count = Pick<Figure, 'value' | 'asOf' | 'source' | 'qualifier'>;

/** All that a count says. */
export type FullCount = Count & Pick<Figure, 'qualifier' | 'note'>;

/** What an import changes in a figure. */
export interface FigureChange {
  readonly id: string;
  readonly was?: number;
  readonly is: number;
  readonly asOf: string;
}

/** A feed with new counts. */
export interface Imported {
  readonly feed: FeedJson;
  readonly changes: readonly FigureChange[];
  readonly notes: readonly string[];
  /** What must be accepted with a reason before the feed may be written, … */
  readonly suspicious: readonly Finding[];
  /** … and for which of it none was given. */
  readonly unexplained: readonly Finding[];
  readonly isChanged: boolean;
}

export interface ImportOptions {
  readonly source: Count['source'];
  /** The civil date and the instant of the import, in UTC. */
  readonly today: string;
  readonly now: string;
  /** Why suspicious changes are right. They are requested when the changes are known. */
  readonly reason?: Reasons | ((suspicious: readonly Finding[]) => Reasons);
}

/** The points before a date, with the figure's own and its note, oldest first. */
const historyBefore = (figure: Figure, date: string): Point[] => {
  const {history = [], asOf, value, qualifier, source, note} = figure;
  const same = history.find((point) => point.date === asOf && point.value === value);
  const own: Point = {
    ...same,
    date: asOf,
    value,
    ...(qualifier && {qualifier}),
    source,
    ...(note !== undefined && {note}),
  };
  const before = history.filter((point) => point.date !== asOf && point.date < date);
  return [...before, ...(asOf < date ? [own] : [])].sort(byDate);
};

/** A figure with changed values: undefined removes a key, `checkedAt` follows `asOf`, and a new `qualifier` the value. */
const changedFigure = (figure: Figure, {checkedAt, ...changes}: Partial<Figure>): Figure => {
  const {id, title, value, qualifier, ...rest} = {...figure, ...changes};
  const entries = Object.entries(
    'qualifier' in figure ? {...figure, ...changes} : {id, title, value, qualifier, ...rest},
  );
  return Object.fromEntries(
    entries
      .filter(([key, entry]) => entry !== undefined && key !== 'checkedAt')
      .flatMap((entry) => (entry[0] === 'asOf' ? [entry, ['checkedAt', checkedAt]] : [entry])),
  ) as Figure;
};

/**
 * A figure with another count and note, checked on the date `checkedAt`; the texts stay. An older value moves to the history
 * with its source, qualifier and note. 0 is no bound, since “at least 0” says nothing. Throws a UserError if the figure
 * has a newer count.
 */
export const replaceCount = (
  figure: Figure,
  {value, asOf, source, qualifier, note}: FullCount,
  checkedAt: string,
): Figure => {
  const newest = pointsOf(figure).at(-1)!;
  if (newest.date > asOf)
    throw new UserError(
      `${figure.id} already has a count of ${newest.date}; a list of ${asOf} is older.`,
      'Use a newer list, or leave out this figure with --figures.',
    );
  const history = historyBefore(figure, asOf);
  return changedFigure(figure, {
    value,
    asOf,
    checkedAt,
    source,
    qualifier: value === 0 && isBound({qualifier}) ? undefined : qualifier,
    note,
    history: history.length || figure.history ? history : undefined,
  });
};

/**
 * A figure with a new count that was checked on the date `checkedAt`, and notes for the publisher. The count's qualifier
 * replaces the figure's. Without one, “more than” becomes “at least”, since it was counted.
 */
export const withCount = (figure: Figure, count: Count, checkedAt: string): [Figure, string[]] => {
  const {id, note, qualifier: old = 'exact'} = figure;
  const {value, asOf} = count;
  const isNewer = figure.asOf < asOf;
  const dropsNote = note !== undefined && (isNewer || figure.value !== value);
  const qualifier = count.qualifier ?? (old === 'more-than' ? 'at-least' : figure.qualifier);
  const changesQualifier = value > 0 && (qualifier ?? 'exact') !== old;
  const changed = replaceCount(figure, {...count, qualifier, note: dropsNote ? undefined : note}, checkedAt);
  const noteMoved = isNewer
    ? `${id}: its note moved to the history with the value of ${figure.asOf}.`
    : `${id}: its note was about the old value, and was removed.`;
  return [
    changed,
    [
      ...(dropsNote ? [noteMoved] : []),
      ...(changesQualifier
        ? [`${id}: “${old.replace('-', ' ')}” became “${(qualifier ?? 'exact').replace('-', ' ')}”.`]
        : []),
    ],
  ];
};

/** A figure that the feed does not have yet. Throws a UserError if the mapping has no texts for it in the feed's language. */
const newFigure = (
  id: string,
  {title, definition, unit}: FigureMapping,
  {value, qualifier, ...count}: Count,
  {lang = 'en'}: FeedJson,
  checkedAt: string,
): Figure => {
  if (!title || !definition || !hasLang(title, lang, lang) || !hasLang(definition, lang, lang))
    throw new UserError(
      `The feed has no figure ${id}, and there is no title and definition for it in the feed’s language, ${lang}.`,
      `Add ${id} to the figures with a title and a definition in ${lang} and an earlier count, then import again.`,
    );
  const {asOf, source} = count;
  return {
    id,
    title,
    value,
    ...(value && qualifier ? {qualifier} : {}),
    ...(unit && {unit}),
    asOf,
    checkedAt,
    source,
    definition,
  };
};

/** The figures of a feed with new counts. They are those of the JSON, with the keys that the parser drops. */
const updateFigures = (json: FeedJson, {counts}: Tally, mapping: Mapping, {source, today}: ImportOptions) => {
  const figures = [...((json.figures ?? []) as readonly Figure[])];
  const changes: FigureChange[] = [];
  const notes: string[] = [];
  for (const [id, {value, asOf, qualifier}] of Object.entries(counts)) {
    const i = figures.findIndex((figure) => figure.id === id);
    const old = figures[i];
    const count = {value, asOf, source, ...(qualifier && {qualifier})};
    changes.push({id, was: old?.value, is: value, asOf});
    if (!value) notes.push(`${id}: 0 is written without “at least”. Is the list complete?`);
    if (!old) {
      figures.push(newFigure(id, mapping.figures[id]!, count, json, today));
      continue;
    }
    const [figure, figureNotes] = withCount(old, count, today);
    figures[i] = figure;
    notes.push(...figureNotes);
  }
  return {figures, changes, notes};
};

/** That nobody is held is good news, or the list was cut or filtered. */
const nobodyHeld = ({counts}: Tally): Finding[] =>
  counts.held?.value === 0
    ? [
        found(
          'large-change',
          '/figures',
          'held: nobody in the list is held.',
          'Is the list complete? If this is true, accept it with the reason.',
          {},
          {prefix: 'held', section: 'figures', of: 'held', is: 0, since: counts.held.asOf},
        ),
      ]
    : [];

const keyOf = ({pointer, message}: Finding) => `${pointer} ${message}`;

/**
 * Adds the counts of a table to a feed, and compares the result with the feed before. Throws a UserError for an older
 * list, and if the feed would have an error that it did not have.
 */
export const importCounts = (
  json: FeedJson,
  feed: Feed,
  list: Tally,
  mapping: Mapping,
  options: ImportOptions,
): Imported => {
  const {today, now, reason} = options;
  const {figures, changes, notes} = updateFigures(json, list, mapping, options);
  const next = nextRevision({...json, figures}, now);
  const before = new Set(checkFeed(json, today).map(keyOf));
  const added = (changed: FeedJson, published?: Feed) =>
    checkFeed(changed, today, published).filter((finding) => !before.has(keyOf(finding)));
  const isOf = (finding: Finding) => finding.correction?.of === 'held';
  const changed = added(next, feed).filter(isSuspicious);
  const suspicious = changed.some(isOf) ? changed : [...changed, ...nobodyHeld(list)];
  const reasons = (typeof reason === 'function' ? reason(suspicious) : reason) ?? new Map<string, string>();
  const unexplained = suspicious.filter((finding) => !isAccepted(reasons, finding));
  const result = unexplained.length ? next : withCorrections(next, suspicious, reasons, today);
  const error = added(result).find((finding) => severityOf(finding) === 'error');
  if (error) throw new UserError(`The feed would be invalid, at ${error.pointer}: ${error.message}`, error.fix);
  const {problems} = parseFeed(result);
  if (problems.length) throw new UserError(`The feed would be invalid: ${problems[0]}.`, 'Check the feed first.');
  return {
    feed: result,
    changes,
    notes,
    suspicious,
    unexplained,
    isChanged: !isEqual(figures, json.figures ?? []),
  };
};
