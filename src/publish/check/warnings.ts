import {LINK, TEXT} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import {daysBetween, freshness} from '../../feed/sections/figures.js';
import type {Finding} from './advice.js';
import {LOOK, looked} from './looked.js';
import {placesOf} from './places.js';
import {peopleWarnings} from './people-warnings.js';

/** Days before `expires` at which the feed should be issued anew. */
const SOON = 2;
/** How many places a warning names before it only counts them. */
const NAMED = 8;

const head = ({expires, checkedAt}: Feed, today: string): Finding[] => {
  const left = expires ? daysBetween(today, expires.slice(0, 10)) : Infinity;
  const age = checkedAt && looked(checkedAt, today);
  return [
    ...(left <= SOON
      ? [
          {
            at: '/expires',
            what: `The feed ${left < 0 ? 'has expired' : 'expires'}: ${expires}. Then all it says is called old.`,
            mend: 'Set expires to a later date and publish the feed again.',
          },
        ]
      : []),
    ...(age ? [{at: '/checkedAt', what: `The feed ${age}.`, mend: LOOK}] : []),
  ];
};

const figures = ({figures: items}: Feed, today: string): Finding[] =>
  items.flatMap((figure, i) => {
    const {id, asOf, checkedAt, history = []} = figure;
    const at = `/figures/${i}`;
    const age = checkedAt && looked(checkedAt, today);
    const dates = [...history.map(({date}) => date), asOf];
    const twice = dates.find((date, j) => dates.indexOf(date) < j);
    return [
      ...(freshness(figure, today) === 'stale'
        ? [
            {
              at: `${at}/asOf`,
              what: `${id} is of ${asOf}, ${daysBetween(asOf, today)} days ago: readers see it as old.`,
              mend: 'Look for a newer count: solidarity-feed import, or by hand with the old value put into history.',
            },
          ]
        : []),
      ...(age ? [{at: `${at}/checkedAt`, what: `${id} ${age}.`, mend: LOOK}] : []),
      ...(twice
        ? [{at: `${at}/history`, what: `${id} has two points of ${twice}.`, mend: 'Keep the one that is right.'}]
        : []),
    ];
  });

const organisations = ({organisations: items}: Feed, today: string): Finding[] =>
  items.flatMap(({id, status, url, checkedAt}, i) => {
    const at = `/organisations/${i}`;
    const age = looked(checkedAt, today);
    return [
      ...(age ? [{at, what: `${id} ${age}.`, mend: LOOK}] : []),
      ...(status === 'closed' && url
        ? [
            {
              at: `${at}/url`,
              what: `${id} is closed and has a url: who has it now may take donations.`,
              mend: 'Remove the url.',
            },
          ]
        : []),
    ];
  });

const ways = ({ways: items, organisations: bodies}: Feed): Finding[] =>
  items.flatMap(({id, organisations: ids = []}, i) => {
    const known = ids.flatMap((of) => bodies.filter((body) => body.id === of));
    return known.length && known.every(({status}) => status === 'closed')
      ? [
          {
            at: `/ways/${i}/organisations`,
            what: `All organisations of the way ${id} are closed.`,
            mend: 'Name one that is active, or take the way out.',
          },
        ]
      : [];
  });

/** Links to what a country has banned, each address once, in one warning: it is nothing to mend, but to know. */
const designated = (feed: Feed): Finding[] => {
  const linked = [...feed.organisations, ...feed.ways, ...feed.events].filter(
    ({url, designatedIn = []}) => url && designatedIn.length,
  );
  const links = new Map(linked.map(({url, designatedIn}) => [url, `${url} (${designatedIn!.join(', ')})`]));
  return links.size
    ? [
        {
          at: '/organisations',
          what: `Designated, and linked: ${[...links.values()].join(', ')}.`,
          mend: 'Readers there can be punished for such a link. Pages that they may read should set links="unlisted".',
        },
      ]
    : [];
};

/** Places in a row, the first of many by name. */
const listed = (places: readonly string[]) =>
  places.slice(0, NAMED).join(', ') + (places.length > NAMED ? ` and ${places.length - NAMED} more` : '');

/** Texts that lack a language which half of all have; those that lack the same ones together. */
const languages = (feed: Feed): Finding[] => {
  const texts = placesOf(TEXT, feed).filter(({value}) => typeof value === 'object');
  const spoken = texts.flatMap(({value}) => Object.keys(value));
  // A slogan may be in many more languages than the feed.
  const all = [...new Set(spoken)].filter((lang) => spoken.filter((tag) => tag === lang).length * 2 >= texts.length);
  const lacking = new Map<string, string[]>();
  for (const {at, value} of texts) {
    const missing = all.filter((lang) => !Object.hasOwn(value as object, lang)).join(', ');
    if (missing) lacking.set(missing, [...(lacking.get(missing) ?? []), at]);
  }
  return [...lacking].map(([missing, places]) => ({
    at: places[0]!,
    what: `Not in ${missing}, as other texts are: ${listed(places)}.`,
    mend: 'Translate them; until then readers see another language.',
  }));
};

/** One address as others would write it. */
const sameUrl = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);

const addresses = (feed: Feed): Finding[] => {
  const seen = new Map<string, string>();
  const twice = placesOf(LINK, feed).flatMap(({at, value}) => {
    const key = `${at.split('/')[1]!} ${sameUrl(value)}`;
    const first = seen.get(key);
    if (!/^\/(organisations|ways|photos)\/\d+\/url$/.test(at)) return [];
    seen.set(key, first ?? at);
    return first
      ? [{at, what: `${value} stands at ${first} too.`, mend: 'If both are one, keep one; else correct one address.'}]
      : [];
  });
  const plain = placesOf(TEXT, feed)
    .filter(({value}) => JSON.stringify(value).includes('http://'))
    .map(({at}) => ({
      at,
      what: 'The text has an address with http://: it can be read and changed on its way.',
      mend: 'Write the address with https://, or put it into url.',
    }));
  return [...twice, ...plain];
};

/** What an editor should look at before publishing on `today` (a civil date in UTC); the feed may be published as it is. */
export const warningsOf = (feed: Feed, today: string): Finding[] =>
  [head, figures, organisations, ways, peopleWarnings, designated, languages, addresses].flatMap((look) =>
    look(feed, today),
  );
