import {isDeepStrictEqual} from 'node:util';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import type {Figure} from '../../feed/sections/figures.js';
import {findErrors} from '../check/errors.js';
import {findSuspiciousChanges, type SuspiciousChange} from '../check/suspicious-changes.js';
import type {FeedJson} from '../feed-file.js';
import {UserError} from '../io.js';
import {nextRevision, withCorrections} from '../revision.js';
import {newFigure, withCount, type Count} from './figure-count.js';
import type {Tally} from './viasna.js';
import {FIGURES, type FigureId} from './viasna-figures.js';

/** What an import changes in a figure. */
export interface FigureChange {
  readonly id: string;
  readonly was?: number;
  readonly is: number;
  readonly asOf: string;
}

/** A feed with the counts of a list. */
export interface Imported {
  readonly feed: FeedJson;
  readonly changes: readonly FigureChange[];
  readonly notes: readonly string[];
  /** What must be accepted with a reason before the feed may be written. */
  readonly suspicious: readonly SuspiciousChange[];
  /** Whether the list changes anything in the feed. */
  readonly isChanged: boolean;
}

export interface ImportOptions {
  /** The civil date of the list, and its source. */
  readonly asOf: string;
  readonly source: Count['source'];
  /** The civil date and the instant of the import, in UTC. */
  readonly today: string;
  readonly now: string;
  /** Why suspicious changes are right. */
  readonly reason?: string;
}

/** That nobody is held is good news, or the list was cut or filtered. */
const nobodyHeld = ({held}: Tally['counts']): SuspiciousChange[] =>
  held === 0
    ? [
        {
          pointer: '/figures',
          correctionPrefix: 'held',
          section: 'figures',
          of: 'held',
          is: 0,
          message: 'held: nobody in the list has the status active.',
          fix: 'Is the list complete? If this is true, accept it with the reason.',
        },
      ]
    : [];

const addFigure = (id: FigureId, {lang = 'en'}: FeedJson, count: Count, today: string) => {
  if (lang !== 'en')
    throw new UserError(
      `The feed has no figure ${id}. It would be added with an English title, but the feed’s language is ${lang}.`,
      `Add ${id} to the figures with a title and a definition in ${lang} and an earlier count, then import again.`,
    );
  return newFigure(id, FIGURES[id], count, today);
};

/** The figures of a feed with the counts of a list. They are those of the JSON, with the keys that the parser drops. */
const updateFigures = (json: FeedJson, counts: Tally['counts'], {asOf, source, today}: ImportOptions) => {
  const figures = [...((json.figures ?? []) as readonly Figure[])];
  const changes: FigureChange[] = [];
  const notes: string[] = [];
  for (const [id, value] of Object.entries(counts) as [FigureId, number][]) {
    const i = figures.findIndex((figure) => figure.id === id);
    const old = figures[i];
    const count = {value, asOf, source};
    changes.push({id, was: old?.value, is: value, asOf});
    if (!value) notes.push(`${id}: 0 is written without “at least”. Is the list complete?`);
    if (!old) {
      figures.push(addFigure(id, json, count, today));
      continue;
    }
    const [figure, figureNotes] = withCount(old, count, today);
    figures[i] = figure;
    notes.push(...figureNotes);
  }
  return {figures, changes, notes};
};

/** The suspicious changes that the feed did not have before the import. */
const newSuspiciousChanges = (next: FeedJson, feed: Feed): SuspiciousChange[] => {
  const before = new Set(findSuspiciousChanges(feed).map(({message}) => message));
  return findSuspiciousChanges(parseFeed(next).feed!, feed).filter(({message}) => !before.has(message));
};

/** Throws a UserError if the import adds an error to the feed. */
const refuseNewErrors = (next: FeedJson, json: FeedJson, today: string) => {
  const before = findErrors(json, today);
  const [error] = findErrors(next, today).filter(
    ({pointer, message}) => !before.some((old) => old.pointer === pointer && old.message === message),
  );
  if (error) throw new UserError(`The feed would be invalid, at ${error.pointer}: ${error.message}`, error.fix);
};

/** Adds the counts of a list to a feed, and compares the result with the feed before. Throws a UserError for an older list. */
export const importCounts = (json: FeedJson, feed: Feed, counts: Tally['counts'], options: ImportOptions): Imported => {
  const {today, now, reason} = options;
  const {figures, changes, notes} = updateFigures(json, counts, options);
  const next = nextRevision({...json, figures}, now);
  const found = newSuspiciousChanges(next, feed);
  const suspicious = found.some(({of}) => of === 'held') ? found : [...found, ...nobodyHeld(counts)];
  const result = reason ? withCorrections(next, suspicious, reason, today) : next;
  refuseNewErrors(result, json, today);
  return {feed: result, changes, notes, suspicious, isChanged: !isDeepStrictEqual(figures, json.figures ?? [])};
};
