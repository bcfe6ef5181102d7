import {daysBetween} from '../../feed/dates.js';
import {parseFeed, SECTIONS, type Feed} from '../../feed/parse-feed.js';
import type {Schema} from '../../feed/schema.js';
import {parseHead, parseSection, type Section} from '../../feed/section.js';
import {changeFindings} from './changes.js';
import {correctionFindings} from './corrections.js';
import {figureFindings, repeatedDates} from './figures.js';
import {found, RECHECK_FIX, stalenessOf, subjectOf, type Finding} from './findings.js';
import {organisationFindings} from './organisations.js';
import {peopleFindings} from './people.js';
import {danglingReferences} from './references.js';
import {textFindings} from './texts.js';
import {futureDates, invalidValues, missingTexts, refineIssues} from './values.js';

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
    ...(daysLeft <= EXPIRES_SOON ? [found('expires-soon', '/expires', message, fix)] : []),
    ...(staleness ? [found('feed-not-checked', '/checkedAt', `The feed ${staleness}.`, RECHECK_FIX)] : []),
  ];
};

/**
 * Everything for which `parseFeed` would drop a section, in all sections at once; two counts of one date; dates later
 * than tomorrow; references to items that do not exist; texts without the feed's language.
 */
const formFindings = (json: unknown, today: string): Finding[] => {
  const invalid = invalidValues(json);
  const sections = Object.values(SECTIONS) as readonly Section<Schema>[];
  // The sections cannot be judged by the dates and the language of an invalid head.
  if (invalid.some((finding) => !subjectOf(finding))) return invalid;
  const raw = parseHead(json);
  const parsed = sections
    .filter(({name}) => !invalid.some((finding) => subjectOf(finding) === name))
    .map((section) => ({
      section,
      items: parseSection(raw, {...section, refine: undefined}) as readonly unknown[],
    }));
  const feed = Object.fromEntries(parsed.map(({section, items}) => [section.name, items])) as Partial<Feed>;
  return [
    ...invalid,
    ...parsed.flatMap(({section, items}) => refineIssues(section, items, raw.head)),
    ...repeatedDates(feed.figures),
    ...futureDates(json, today),
    ...danglingReferences(feed),
    ...missingTexts(json, raw.head.lang),
  ];
};

/** All findings in a feed, on `today`, and against the `published` one. Sections that are invalid have errors alone. Never throws. */
export const checkFeed = (json: unknown, today: string, published?: Feed): Finding[] => {
  const form = formFindings(json, today);
  const {feed, problems} = parseFeed(json);
  if (!feed) return form;
  const lacksFigures = problems.some((problem) => problem.startsWith('/figures'));
  const context = {feed, today, published: published && lacksFigures ? {...published, figures: []} : published};
  return [
    ...form,
    ...[
      headFindings,
      changeFindings,
      figureFindings,
      correctionFindings,
      organisationFindings,
      peopleFindings,
      textFindings,
    ].flatMap((find) => find(context)),
  ];
};
