import {offsetAt} from '../../clock/zone.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Event} from '../../feed/sections/events.js';
import {mayLink, type LinkPolicy} from '../../feed/links.js';
import {href, plain} from './escape.js';

/* What a calendar and a feed reader are told of an event alike. */

/** How a text of the feed is said. */
export type Tell = (text: Text) => string;

/** The place and the town, as far as they are known. */
export const placeOf = ({towns}: Feed, {place, town}: Event, tell: Tell) =>
  [place, towns.find(({id}) => id === town)?.name].flatMap((text) => (text ? [plain(tell(text))] : [])).join(', ');

/** The names of those who call it. */
export const callersOf = (feed: Feed, {organisations = []}: Event, tell: Tell) =>
  organisations
    .flatMap((id) => feed.organisations.filter((body) => body.id === id))
    .map(({name}) => plain(tell(name)))
    .join(', ');

/** The event's page, where the policy lets it be shown. */
export const pageOf = ({url, designatedIn}: Event, links: LinkPolicy) =>
  mayLink({url, designatedIn}, links) ? href(url) : undefined;

/** The feed's home page: whether it is banned the feed does not say, and unknown is not clear. */
export const homeOf = ({home}: Feed, links: LinkPolicy) => (links === 'all' ? href(home) : undefined);

/** The first event whose zone this Node does not know, as a JSON pointer: its time could only be guessed. */
export const unknownZone = ({events}: Feed): string | undefined => {
  const at = events.findIndex(({zone}) => {
    try {
      return zone && zone !== 'local' && isNaN(offsetAt(0, zone));
    } catch {
      return true;
    }
  });
  return at < 0 ? undefined : `/events/${at}/zone`;
};
