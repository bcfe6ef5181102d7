import {isDeepStrictEqual} from 'node:util';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {accepted, published, type FeedJson} from '../check/accept.js';
import {anomaliesOf, type Anomaly} from '../check/anomalies.js';
import {Stop} from '../io.js';
import {problemsOf} from '../check/problems.js';
import {counted, created, type Count} from './update.js';
import {FIGURES, type FigureId, type Tally} from './viasna.js';

/** What an import changes in a figure. */
export interface Change {
  readonly id: string;
  readonly was?: number;
  readonly is: number;
  readonly asOf: string;
}

/** A feed with the counts of a list. */
export interface Imported {
  readonly feed: FeedJson;
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
  /** What must be accepted with a reason before the feed may be written. */
  readonly refused: readonly Anomaly[];
  /** Whether the feed says anything that it has not said. */
  readonly isNew: boolean;
}

export interface ImportOptions {
  /** The civil date of the list, and whose it is. */
  readonly asOf: string;
  readonly source: Count['source'];
  /** The civil date and the instant of the import, in UTC. */
  readonly today: string;
  readonly now: string;
  /** Why what is implausible is right. */
  readonly reason?: string;
}

/** Nobody in custody is good news, or a list that was cut or filtered. */
const nobody = ({held}: Tally['counts']): Anomaly[] =>
  held === 0
    ? [
        {
          at: '/figures',
          key: 'held',
          section: 'figures',
          of: 'held',
          is: 0,
          what: 'held: nobody in the list has the status active.',
          mend: 'Is this the whole list? If it is true, accept it with the reason.',
        },
      ]
    : [];

const newFigure = (id: FigureId, {lang = 'en'}: Feed, count: Count, today: string) => {
  if (lang !== 'en')
    throw new Stop(
      `The feed lacks the figure ${id}, and a new one is written in English; the feed’s language is ${lang}.`,
      `Add ${id} to the figures with a title and a definition in ${lang} and any earlier count, then import again.`,
    );
  return created(id, FIGURES[id], count, today);
};

/** The anomalies that the feed did not have before. */
const newAnomalies = (next: FeedJson, feed: Feed): Anomaly[] => {
  const before = new Set(anomaliesOf(feed).map(({what}) => what));
  return anomaliesOf(parseFeed(next).feed!, feed).filter(({what}) => !before.has(what));
};

/** Puts the counts of a list into a feed, and judges the outcome against the feed before. Stops where it is older. */
export const importCounts = (
  json: FeedJson,
  feed: Feed,
  counts: Tally['counts'],
  {asOf, source, today, now, reason}: ImportOptions,
): Imported => {
  const changes: Change[] = [];
  const notes: string[] = [];
  const figures = [...feed.figures];
  for (const [id, value] of Object.entries(counts) as [FigureId, number][]) {
    const i = figures.findIndex((figure) => figure.id === id);
    const old = figures[i];
    const count = {value, asOf, source};
    changes.push({id, was: old?.value, is: value, asOf});
    if (!old) {
      figures.push(newFigure(id, feed, count, today));
      continue;
    }
    const [figure, said] = counted(old, count, today);
    figures[i] = figure;
    notes.push(...said);
  }
  const isNew = !isDeepStrictEqual(figures, feed.figures);
  const next = published({...json, figures}, now);
  const anomalies = newAnomalies(next, feed);
  const refused = anomalies.some(({of}) => of === 'held') ? anomalies : [...anomalies, ...nobody(counts)];
  const whole = reason ? accepted(next, refused, reason, today) : next;
  const before = problemsOf(json, today);
  const [problem] = problemsOf(whole, today).filter(
    ({at, what}) => !before.some((old) => old.at === at && old.what === what),
  );
  if (problem) throw new Stop(`The feed would be broken, at ${problem.at}: ${problem.what}`, problem.mend);
  return {feed: whole, changes, notes, refused, isNew};
};
