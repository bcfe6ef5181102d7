import type {Text} from '../../feed/fields.js';
import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Figure, Point, Qualifier} from '../../feed/sections/figures.js';
import {isEqual} from '../is-equal.js';
import {formatCount, percentChange} from '../report.js';
import type {CheckContext} from './check.js';
import {found, type CorrectionOf, type Finding} from './findings.js';

/* Changes of figures, in themselves and against the published feed, that no correction explains. */

/** A larger change is suspicious: a fifth of the earlier value. */
const MAX_CHANGE = 0.2;

/**
 * Whether a correction is about a change of a figure: it names the figure, and no other values. One that names the new
 * value explains the difference to every earlier date, too.
 */
const explains = ({section = 'figures', of, was, is}: Correction, change: CorrectionOf) =>
  section === 'figures' &&
  of === change.of &&
  ((change.since !== undefined && is === change.is) ||
    ((was ?? change.was) === change.was && (is ?? change.is) === change.is));

/** A value of a figure before the present one. */
interface EarlierValue extends Pick<Figure, 'value' | 'qualifier' | 'note'> {
  readonly date: string;
  /** Where it is from, for the message. */
  readonly origin: string;
}

const QUALIFIERS: Readonly<Record<Qualifier, string>> = {exact: '', 'at-least': 'at least ', 'more-than': 'more than '};
const countText = ({value, qualifier = 'exact'}: Pick<Point, 'value' | 'qualifier'>) =>
  QUALIFIERS[qualifier] + formatCount(value);

const compare = ({feed}: CheckContext, figure: Figure, earlier: EarlierValue): Finding[] => {
  const {id: of, value: is, note, asOf} = figure;
  const {value: was, date, origin} = earlier;
  // If a later count was published, its removal is what is found.
  if (date > asOf) return [];
  const isOtherDate = date < asOf;
  const change = {prefix: of, section: 'figures', of, was, is, ...(isOtherDate && {since: date})};
  // A note that the earlier value had is about that value.
  const hasNewNote = note !== undefined && !isEqual(note, earlier.note);
  const explanations = feed.corrections.filter((correction) => correction.date >= date && explains(correction, change));
  const pointer = `/figures/${feed.figures.indexOf(figure)}/value`;
  const values = `${of} changed from ${countText(earlier)} (${origin}) to ${countText(figure)}`;
  if (Math.abs(is - was) > MAX_CHANGE * was) {
    // A general correction may be about a smaller change.
    if (explanations.some((correction) => correction.is === is)) return [];
    const percent = percentChange(was, is);
    const message = `${values}${percent && `, by ${percent}`}: more than ${MAX_CHANGE * 100} % at once`;
    if (isOtherDate && hasNewNote)
      return [
        found(
          'noted-change',
          pointer,
          `${message}. Only the note of the figure says why.`,
          'Is the note about this change? If it is older, correct the number, or the note.',
          {was, is, date},
          change,
        ),
      ];
    const fix = isOtherDate
      ? 'add a note to the figure that says why it changed, or accept it with the reason.'
      : `accept it with the reason, or add a correction with "is": ${is}.`;
    return [
      found(
        'large-change',
        pointer,
        `${message}.`,
        `Is a digit wrong? If the number is right, ${fix}`,
        {was, is, date},
        change,
      ),
    ];
  }
  if (is >= was || hasNewNote || explanations.length) return [];
  return [
    found(
      'unexplained-fall',
      pointer,
      `${values}, and nothing says why.`,
      'If the number is right, add a note to the figure or a correction that says why, or accept it with the reason.',
      {was, is, date},
      change,
    ),
  ];
};

/** Figures that rise or fall by more than a fifth, or fall without a reason, since their last point and since the published feed. */
const figureChanges = (context: CheckContext): Finding[] =>
  context.feed.figures.flatMap((figure) => {
    const point = pointsOf(figure).findLast(({date}) => date < figure.asOf);
    const old = context.published?.figures.find(({id}) => id === figure.id);
    // The published one has its note, too.
    const isPublished = point && old && point.date === old.asOf && point.value === old.value;
    const earlier: EarlierValue[] = [
      ...(point && !isPublished ? [{...point, origin: point.date}] : []),
      ...(old ? [{...old, date: old.asOf, origin: 'in the published feed'}] : []),
    ];
    return earlier.flatMap((value) => compare(context, figure, value));
  });

const removedFigure = ({id: of, title, value: was}: Figure): Finding =>
  found(
    'removed-figure',
    '/figures',
    `The figure ${of} was removed, with its history.`,
    'Put it back. If it was withdrawn, accept this with the reason.',
    {id: of, was},
    {prefix: of, section: 'figures', of, title, was},
  );

/** A point of the published feed that was removed or changed. */
const changedPoint = (figure: Figure, pointer: string, {date, value: was}: Point): Finding[] => {
  const {id: of, asOf, history = []} = figure;
  const is = pointsOf(figure).find((point) => point.date === date)?.value;
  if (is === was) return [];
  const change = {prefix: of, section: 'figures', of, was, is};
  const count = `${of}: the count of ${date}`;
  const fix =
    'Published counts stay in the history. Put it back, or accept the change with the reason why the count was wrong.';
  if (is === undefined)
    return [
      found(
        'removed-count',
        `${pointer}/history`,
        `${count} (${formatCount(was)}) was removed.`,
        fix,
        {date, was},
        change,
      ),
    ];
  const at = asOf === date ? 'value' : `history/${history.findIndex((point) => point.date === date)}/value`;
  const message = `${count} changed from ${formatCount(was)} to ${formatCount(is)}.`;
  return [found('changed-count', `${pointer}/${at}`, message, fix, {date, was, is}, change)];
};

/**
 * Figures and points of the published feed that were removed or changed. A correction that was published already
 * explains something else, unless it names both values.
 */
const removedData = (feed: Feed, published: Feed): Finding[] => {
  const oldCorrections = new Set(published.corrections.map(({id}) => id));
  const isExplained = (change: CorrectionOf) =>
    feed.corrections.some(
      (correction) =>
        explains(correction, change) &&
        (!oldCorrections.has(correction.id) || (correction.was === change.was && correction.is === change.is)),
    );
  return published.figures
    .flatMap((old) => {
      const i = feed.figures.findIndex(({id}) => id === old.id);
      return i < 0
        ? [removedFigure(old)]
        : pointsOf(old).flatMap((point) => changedPoint(feed.figures[i]!, `/figures/${i}`, point));
    })
    .filter(({correction}) => !isExplained(correction!));
};

const serialChange = (feed: Feed, published: Feed): Finding[] => {
  const [serial, previous] = [feed.serial, published.serial];
  if (serial > previous || isEqual(feed, published)) return [];
  const message =
    serial < previous
      ? `The serial is ${serial}, but the published feed has ${previous}: pages that have shown that one refuse this one.`
      : `The serial is ${serial}, as in the published feed, but the feeds differ.`;
  return [found('serial-not-raised', '/serial', message, `Set serial to ${previous + 1}.`, {serial, previous})];
};

const textsOf = (text: Text, lang: string): Readonly<Record<string, string>> =>
  typeof text === 'string' ? {[lang]: text} : text;

/** Whether two texts differ in a language that both have: a new translation changes nothing. */
const differ = (a: Text, b: Text, {lang = 'en'}: Feed): boolean => {
  const [own, others] = [a, b].map((text) => textsOf(text, lang)) as [Record<string, string>, Record<string, string>];
  const words = (text: string) => text.trim().replace(/\s+/g, ' ');
  return Object.keys(own).some((tag) => Object.hasOwn(others, tag) && words(own[tag]!) !== words(others[tag]!));
};

const wordsOf = (text: Text, {lang = 'en'}: Feed) => textsOf(text, lang)[lang] ?? Object.values(text)[0]!;

/** Published counts that were a bound, and are none now, or the reverse. */
const changedQualifiers = (figure: Figure, old: Figure, pointer: string): Finding[] =>
  pointsOf(old).flatMap((point) => {
    const {date, value, qualifier: was = 'exact'} = point;
    const now = pointsOf(figure).find((one) => one.date === date && one.value === value);
    if (!now || (now.qualifier ?? 'exact') === was) return [];
    const i = figure.history?.findIndex((one) => one.date === date) ?? -1;
    return [
      found(
        'changed-qualifier',
        `${pointer}${date === figure.asOf ? '' : `/history/${i}`}`,
        `${figure.id}: the count of ${date} was published as “${countText(point)}”, and is now “${countText(now)}”.`,
        'Write the qualifier that the source gives: "at-least" and "more-than" say less than a count.',
        {date},
      ),
    ];
  });

/** A figure that has the id of a published one, but may be another: it counts something else, or somebody else counts. */
const redefined = (feed: Feed, published: Feed): Finding[] =>
  feed.figures.flatMap((figure, i) => {
    const old = published.figures.find(({id}) => id === figure.id);
    if (!old) return [];
    const {id, source, unit, definition} = figure;
    const pointer = `/figures/${i}`;
    const isOther = differ(definition, old.definition, feed);
    return [
      ...changedQualifiers(figure, old, pointer),
      ...(isOther || unit !== old.unit
        ? [
            found(
              'changed-definition',
              `${pointer}/${isOther ? 'definition' : 'unit'}`,
              `${id} says in other words than in the published feed what it counts.`,
              'If it counts the same, this is fine. If not, give it an id of its own, and keep the old figure: a history compares only what was counted alike.',
              {id},
            ),
          ]
        : []),
      ...(differ(source.name, old.source.name, feed)
        ? [
            found(
              'changed-source',
              `${pointer}/source`,
              `${id} is now from “${wordsOf(source.name, feed)}”; in the published feed it is from “${wordsOf(old.source.name, feed)}”.`,
              'Do both count the same? If not, say so in the note of the figure.',
              {id},
            ),
          ]
        : []),
    ];
  });

/** Entries of calendars and feed readers are known by the id of the feed. */
const changedId = ({id}: Feed, {id: was}: Feed): Finding[] =>
  id === was
    ? []
    : [
        found(
          'changed-id',
          '/id',
          `The id of the feed is ${id}; that of the published one is ${was}. Calendars and feed readers take all entries for new ones.`,
          'Is it the folder of another campaign? If not, keep the id that is published.',
          {id, was},
        ),
      ];

/** A change may be found twice: in the figure's own history, and against the published feed. */
const dedupe = (changes: readonly Finding[]): Finding[] =>
  changes.filter(
    ({pointer, correction: {was, is, since} = {prefix: ''}}, i) =>
      is === undefined ||
      changes.findIndex(
        ({pointer: other, correction}) =>
          other === pointer && correction?.was === was && correction?.is === is && correction?.since === since,
      ) === i,
  );

/** A figure that changes by more than a fifth or falls without a reason; data that was removed; a serial that does not grow. */
export const changeFindings = (context: CheckContext): Finding[] => {
  const {feed, published} = context;
  return dedupe([
    ...figureChanges(context),
    ...(published
      ? [
          ...removedData(feed, published),
          ...serialChange(feed, published),
          ...redefined(feed, published),
          ...changedId(feed, published),
        ]
      : []),
  ]);
};
