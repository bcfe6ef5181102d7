import {daysBetween} from '../../feed/dates.js';
import {parseFeed, SECTIONS, type Feed} from '../../feed/parse-feed.js';
import {parse} from '../../feed/schema.js';
import {MAX_FEED_BYTES, parseHead, type Section, type SectionSchema} from '../../feed/section.js';
import {campaignFindings} from './campaigns.js';
import {changeFindings} from './changes.js';
import {contradictingCorrections, correctionFindings} from './corrections.js';
import {figureFindings, laterCounts, repeatedDates} from './figures.js';
import {found, RECHECK_FIX, stalenessOf, subjectOf, type Finding} from './findings.js';
import {unknownKeys} from './keys.js';
import {organisationFindings} from './organisations.js';
import {peopleFindings} from './people.js';
import {danglingReferences} from './references.js';
import {textFindings} from './texts.js';
import {futureDates, implausibleDates, impossibleTimes, invalidValues, missingTexts, refineIssues} from './values.js';

/** What a feed is checked against. */
export interface CheckContext {
  readonly feed: Feed;
  /** The civil date in UTC. */
  readonly today: string;
  /** The feed that is published now. */
  readonly published?: Feed;
}

/** Days before `expires` from which a new feed should be published. */
const EXPIRES_SOON = 2;

const headFindings = ({feed: {expires, checkedAt}, today}: CheckContext): Finding[] => {
  const daysLeft = expires ? daysBetween(today, expires.slice(0, 10)) : Infinity;
  const staleness = checkedAt && stalenessOf(checkedAt, today);
  const message = `The feed ${daysLeft < 0 ? 'expired' : 'expires'} on ${expires}. After that, widgets say that its figures are old.`;
  const fix = 'Set expires to a later date and publish the feed again.';
  return [
    ...(daysLeft <= EXPIRES_SOON
      ? [found('expires-soon', '/expires', message, fix, {date: expires!.slice(0, 10)})]
      : []),
    ...(staleness
      ? [found('feed-not-checked', '/checkedAt', `The feed ${staleness}.`, RECHECK_FIX, {checkedAt: checkedAt!})]
      : []),
  ];
};

/** A feed that pages do not read, however it is written. */
const tooLarge = (json: unknown): Finding[] => {
  const bytes = new TextEncoder().encode(JSON.stringify(json)).length;
  return bytes > MAX_FEED_BYTES
    ? [
        found(
          'too-large',
          '',
          `The feed has ${bytes} bytes without indentation; pages read at most ${MAX_FEED_BYTES}.`,
          'Remove old events, history or texts.',
          {bytes, max: MAX_FEED_BYTES},
        ),
      ]
    : [];
};

/** The item of a section in which a pointer is: `/events/3`. */
const itemOf = (pointer: string) => pointer.split('/', 3).join('/');

/**
 * Everything for which `parseFeed` would drop a section or an item, in all sections at once; keys, zones and dates that cannot
 * be meant; counts that contradict each other; references to items that do not exist; texts without the feed's language.
 */
const formFindings = (json: unknown, today: string): Finding[] => {
  const invalid = invalidValues(json);
  const sections = Object.values(SECTIONS) as readonly Section<SectionSchema>[];
  // The sections cannot be judged by the dates and the language of an invalid head.
  const keys = unknownKeys(json);
  if (invalid.some((finding) => !subjectOf(finding))) return [...invalid, ...keys];
  const raw = parseHead(json);
  const invalidItems = new Set(invalid.map(({pointer}) => itemOf(pointer)));
  const isList = ({name}: Section<SectionSchema>) => !invalidItems.has(`/${name}`);
  const refined = sections
    .filter(isList)
    .flatMap((section) => refineIssues(raw, section))
    .filter(({pointer}) => !invalidItems.has(itemOf(pointer)));
  const parsed = sections
    .filter(({name}) => !invalid.some((finding) => subjectOf(finding) === name))
    .map(({name, schema}) => [name, parse(schema, raw.sections[name] ?? [])]);
  const feed = Object.fromEntries(parsed) as Partial<Feed>;
  const future = futureDates(json, today);
  return [
    ...invalid,
    ...keys,
    ...refined,
    ...repeatedDates(feed.figures),
    ...laterCounts(feed.figures).filter(({pointer}) => !future.some((finding) => finding.pointer === pointer)),
    ...contradictingCorrections(feed),
    ...future,
    ...implausibleDates(json),
    ...impossibleTimes(json),
    ...danglingReferences(feed),
    ...missingTexts(json, raw.head.lang),
    ...tooLarge(json),
  ];
};

/** All findings in a feed, on `today`, and against the `published` one. Sections that are invalid have errors alone. Never throws. */
export const checkFeed = (json: unknown, today: string, published?: Feed): Finding[] => {
  const form = formFindings(json, today);
  const {feed, problems} = parseFeed(json);
  if (!feed) return form;
  // A lenient section lacks its invalid items: those after them have other places than in the file.
  const empty = Object.fromEntries(problems.map((problem) => [/\w+/.exec(problem)![0], []])) as Partial<Feed>;
  const context = {
    feed: {...feed, ...empty},
    today,
    published: published && {...published, ...empty},
  };
  return [
    ...form,
    ...[
      headFindings,
      changeFindings,
      figureFindings,
      correctionFindings,
      campaignFindings,
      organisationFindings,
      peopleFindings,
      textFindings,
    ].flatMap((find) => find(context)),
  ];
};
