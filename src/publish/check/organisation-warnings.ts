import type {Feed} from '../../feed/parse-feed.js';
import type {Finding} from './findings.js';
import {RECHECK_FIX, stalenessOf} from './staleness.js';

const organisations = ({organisations: items}: Feed, today: string): Finding[] =>
  items.flatMap(({id, status, url, checkedAt}, i) => {
    const pointer = `/organisations/${i}`;
    const staleness = stalenessOf(checkedAt, today);
    return [
      ...(staleness ? [{pointer, message: `${id} ${staleness}.`, fix: RECHECK_FIX}] : []),
      ...(status === 'closed' && url
        ? [
            {
              pointer: `${pointer}/url`,
              message: `${id} is closed but has a url. A new owner of the address could take donations.`,
              fix: 'Remove the url.',
            },
          ]
        : []),
    ];
  });

const ways = ({ways: items, organisations: all}: Feed, today: string): Finding[] =>
  items.flatMap(({id, url, checkedAt, organisations: ids = []}, i) => {
    const known = all.filter((organisation) => ids.includes(organisation.id));
    const staleness = url && stalenessOf(checkedAt, today);
    return [
      ...(known.length && known.every(({status}) => status === 'closed')
        ? [
            {
              pointer: `/ways/${i}/organisations`,
              message: `All organisations of the way ${id} are closed.`,
              fix: 'Add an active one, or remove the way.',
            },
          ]
        : []),
      ...(staleness ? [{pointer: `/ways/${i}/url`, message: `The page of ${id} ${staleness}.`, fix: RECHECK_FIX}] : []),
    ];
  });

/** Links to pages that a country has banned, in one warning: publishers should know, but need not change them. */
const listedLinks = (feed: Feed): Finding[] => {
  const links = new Set(
    [...feed.organisations, ...feed.ways, ...feed.events].flatMap(({url, designatedIn = []}) =>
      url && designatedIn.length ? [`${url} (${designatedIn.join(', ')})`] : [],
    ),
  );
  return links.size
    ? [
        {
          pointer: '/organisations',
          message: `The feed links to pages that are banned in a country: ${[...links].join(', ')}.`,
          fix: 'Readers there can be prosecuted for such a link. Set links="unlisted" on pages that they may read.',
        },
      ]
    : [];
};

/** Organisations that were not checked recently, closed ones that are still offered, and links to banned pages. */
export const organisationWarnings = (feed: Feed, today: string): Finding[] => [
  ...organisations(feed, today),
  ...ways(feed, today),
  ...listedLinks(feed),
];
