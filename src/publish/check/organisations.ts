import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Organisation} from '../../feed/sections/organisations.js';
import type {CheckContext} from './check.js';
import {found, RECHECK_FIX, stalenessOf, type Finding} from './findings.js';

const organisations = ({organisations: items}: Feed, today: string): Finding[] =>
  items.flatMap(({id, status, url, checkedAt}, i) => {
    const pointer = `/organisations/${i}`;
    const staleness = stalenessOf(checkedAt, today);
    const unsafe = `${id} is closed but has a url. A new owner of the address could take donations.`;
    return [
      ...(staleness
        ? [found('organisation-not-checked', pointer, `${id} ${staleness}.`, RECHECK_FIX, {checkedAt})]
        : []),
      ...(status === 'closed' && url ? [found('closed-with-link', `${pointer}/url`, unsafe, 'Remove the url.')] : []),
    ];
  });

const ways = ({ways: items, organisations: all}: Feed, today: string): Finding[] =>
  items.flatMap(({id, url, checkedAt, organisations: ids = []}, i) => {
    const known = all.filter((organisation) => ids.includes(organisation.id));
    const isClosed = known.length > 0 && known.every(({status}) => status === 'closed');
    const message = `All organisations of the way ${id} are closed.`;
    const staleness = url && stalenessOf(checkedAt, today);
    return [
      ...(isClosed
        ? [found('closed-way', `/ways/${i}/organisations`, message, 'Add an active one, or remove the way.')]
        : []),
      ...(staleness
        ? [found('way-not-checked', `/ways/${i}/url`, `The page of ${id} ${staleness}.`, RECHECK_FIX, {checkedAt})]
        : []),
    ];
  });

/** Links to pages that a country has banned, in one warning: publishers should know, but need not change them. */
const listedLinks = (feed: Feed): Finding[] => {
  const links = new Set(
    [...feed.organisations, ...feed.ways, ...feed.events].flatMap(({url, designatedIn = []}) =>
      url && designatedIn.length ? [`${url} (${designatedIn.join(', ')})`] : [],
    ),
  );
  if (!links.size) return [];
  return [
    found(
      'listed-links',
      '/organisations',
      `The feed links to pages that are banned in a country: ${[...links].join(', ')}.`,
      'Readers there can be prosecuted for such a link. Set links="unlisted" on pages that they may read.',
      {links: [...links].join(', ')},
    ),
  ];
};

/** What the ids of corrections begin with that accept a shared name. */
export const SAME_NAME = 'same-name';

const wordsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));

/** The names of an organisation, normalised for comparison. */
const namesOf = ({name, aliases = []}: Organisation): Set<string> =>
  new Set([name, ...aliases].flatMap(wordsOf).map((word) => word.trim().normalize('NFKC').toLowerCase()));

/** Organisations with a name of an earlier one: most likely one organisation listed twice. */
const sharedNames = ({organisations, corrections}: Feed): Finding[] => {
  const names = organisations.map(namesOf);
  return organisations.flatMap(({id}, i) => {
    const first = names.findIndex((others, j) => j < i && [...names[i]!].some((name) => others.has(name)));
    const isAccepted = corrections.some(
      ({section, of, id: correction}) =>
        section === 'organisations' && of === id && correction.startsWith(`${SAME_NAME}-`),
    );
    if (first < 0 || isAccepted) return [];
    const shared = [...names[i]!].find((name) => names[first]!.has(name))!;
    return [
      found(
        'shared-name',
        `/organisations/${i}`,
        `${organisations[first]!.id} and ${id} share the name “${shared}”.`,
        'If they are one organisation, keep one, and let ways and events refer to it.',
        {name: shared, id: organisations[first]!.id},
        {prefix: `${SAME_NAME}-${id}`, section: 'organisations', of: id},
      ),
    ];
  });
};

/** Organisations listed twice, not checked recently, or closed but still offered; links to banned pages. */
export const organisationFindings = ({feed, today}: CheckContext): Finding[] => [
  ...sharedNames(feed),
  ...organisations(feed, today),
  ...ways(feed, today),
  ...listedLinks(feed),
];
