import {ownPart} from '../../describe/parts.js';
import {describeWarnings} from '../../describe/ways.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Linked} from '../../feed/links.js';
import {linkedHtml, partHtml, textHtml} from './html.js';
import type {RenderOptions} from './options.js';

/** What the warnings at links mean, where there are some. */
export const noticeHtml = (hasWarning: boolean, options: RenderOptions): string[] =>
  hasWarning ? [partHtml(ownPart(describeWarnings(options.locale), options.locale), options)] : [];

/** Ways to help in the feed's order, without those whose organisations have all closed. */
export const openWays = ({ways, organisations}: Feed) =>
  ways.flatMap((way) => {
    const all = (way.organisations ?? []).flatMap((id) => organisations.find((one) => one.id === id) ?? []);
    const open = all.filter(({status}) => status !== 'closed');
    return all.length && !open.length ? [] : [{way, organisations: open}];
  });

/** Ways to help, and what the warnings at links mean, where there are some. */
export const waysHtml = (feed: Feed, options: RenderOptions): {lines: string[]; items: string[]} => {
  let hasWarning = false;
  const nameHtml = (to: Linked, name: Text) => {
    const link = linkedHtml(to, textHtml(name, options), options);
    hasWarning ||= link.hasWarning;
    return link.html;
  };
  const items = openWays(feed).map(({way, organisations}) => {
    const title = nameHtml(way, way.title);
    const names = organisations.map((organisation) => nameHtml(organisation, organisation.name));
    return names.length ? `${title} (${names.join(', ')})` : title;
  });
  return {lines: noticeHtml(hasWarning, options), items};
};
