import type {Feed} from '../../feed/parse-feed.js';
import type {Event} from '../../feed/sections/events.js';
import {mayLink, type LinkPolicy} from '../../feed/links.js';
import {href} from './escape.js';

/** The address of an event's page, where the policy allows it. */
export const pageOf = ({url, designatedIn}: Event, links: LinkPolicy) =>
  mayLink({url, designatedIn}, links) ? href(url) : undefined;

/** The address of the feed's home page. The feed does not say whether it is banned, so it needs the policy `all`. */
export const homeOf = ({home}: Feed, links: LinkPolicy) => (links === 'all' ? href(home) : undefined);
