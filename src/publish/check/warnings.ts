import {daysBetween} from '../../feed/dates.js';
import type {Feed} from '../../feed/parse-feed.js';
import {figureWarnings} from './figure-warnings.js';
import type {Finding} from './findings.js';
import {organisationWarnings} from './organisation-warnings.js';
import {peopleWarnings} from './people-warnings.js';
import {RECHECK_FIX, stalenessOf} from './staleness.js';
import {textWarnings} from './text-warnings.js';

/** Days before `expires` from which a new feed should be published. */
const EXPIRES_SOON = 2;

const headWarnings = ({expires, checkedAt}: Feed, today: string): Finding[] => {
  const daysLeft = expires ? daysBetween(today, expires.slice(0, 10)) : Infinity;
  const staleness = checkedAt && stalenessOf(checkedAt, today);
  return [
    ...(daysLeft <= EXPIRES_SOON
      ? [
          {
            pointer: '/expires',
            message: `The feed ${daysLeft < 0 ? 'expired' : 'expires'} on ${expires}. After that, widgets say that its figures are old.`,
            fix: 'Set expires to a later date and publish the feed again.',
          },
        ]
      : []),
    ...(staleness ? [{pointer: '/checkedAt', message: `The feed ${staleness}.`, fix: RECHECK_FIX}] : []),
  ];
};

/** What an editor should check before publishing on `today`, a civil date in UTC; the feed may be published as it is. */
export const findWarnings = (feed: Feed, today: string): Finding[] =>
  [headWarnings, figureWarnings, organisationWarnings, peopleWarnings, textWarnings].flatMap((find) =>
    find(feed, today),
  );
