import {describeCampaign} from '../../describe/campaign.js';
import {describeObservance} from '../../describe/countdown.js';
import {describeFigure, describeStatement} from '../../describe/figure.js';
import {ownPart, textPart, type Part, type Parts} from '../../describe/parts.js';
import {describeLink, describeWarnings} from '../../describe/ways.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Campaign} from '../../feed/sections/campaigns.js';
import type {Figure} from '../../feed/sections/figures.js';
import type {Next} from '../../feed/sections/observances.js';
import type {Linked} from '../../feed/links.js';
import {directionOf, runsAgainst} from './direction.js';
import {escapeMarkup, href} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {fullStopAfter, plainLine} from './plain-parts.js';

/*
 * Descriptions as HTML, in elements that every sanitizer keeps: `a`, `span` and `strong`. Numbers and dates are plain
 * text, since a sanitizer that removes an element with its content must not leave “At least  political prisoners”.
 */

/** An HTML attribute; its name alone for an empty value, and nothing for an undefined one. */
export const attribute = (name: string, value: string | undefined) =>
  value === undefined ? '' : value === '' ? ` ${name}` : ` ${name}="${escapeMarkup(value)}"`;

/** `lang`, and `dir` where the language, or the one around it, is written from right to left. */
export const langAttributes = (lang: string, around = lang) =>
  attribute('lang', lang) +
  ([lang, around].some((tag) => directionOf(tag) === 'rtl') ? ` dir="${directionOf(lang)}"` : '');

/** A part; `dir` isolates a text of another language, and one that has letters of the other direction. */
const partHtml = ({text, lang, role}: Part, {locale: {tag}}: RenderOptions): string => {
  // Our own words begin or end with spaces, where another part is next to them.
  const [, before = '', words = '', after = ''] = role ? [] : (/^(\s*)(.*?)(\s*)$/s.exec(text) as string[]);
  const safe = escapeMarkup(role ? text : words);
  if (lang !== tag) return `${before}<span${attribute('lang', lang)} dir="${directionOf(lang)}">${safe}</span>${after}`;
  return `${before}${runsAgainst(safe, tag) ? `<span dir="auto">${safe}</span>` : safe}${after}`;
};

/** A text of the feed. */
export const textHtml = (text: Text, options: RenderOptions) => partHtml(textPart(text, contextOf(options)), options);

/** A link that sends no referrer, as the elements make it. */
const linkHtml = (url: string | undefined, html: string) => {
  const to = href(url);
  return to
    ? `<a${attribute('href', to)} rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer">${html}</a>`
    : html;
};

/** A sentence, with its full stop. The name of a source is a link, unless the policy is `none`. */
export const sentenceHtml = (parts: Parts, options: RenderOptions): string => {
  const html = parts.map((part) => {
    const words = partHtml(part, options);
    return part.role === 'source' && options.links !== 'none' ? linkHtml(part.url, words) : words;
  });
  return html.join('') + fullStopAfter(plainLine(parts));
};

/**
 * A figure in sentences: qualifier, number, unit and day; its source; that it is out of date, which stays true; and what
 * the reader must know beside the number.
 */
export const figureHtml = (figure: Figure, options: RenderOptions): string => {
  const context = contextOf(options);
  const {source, staleness, status, note} = describeFigure(figure, context);
  return [
    describeStatement(figure, context),
    source,
    ...(staleness === 'stale' && status ? [[status]] : []),
    ...(note ? [[note]] : []),
  ]
    .map((parts) => sentenceHtml(parts, options))
    .join(' ');
};

/** An observance and a day of it. */
export const observanceHtml = (next: Next, options: RenderOptions): string =>
  describeObservance(next, contextOf(options))
    .map((part) => partHtml(part, options))
    .join('');

/** Slogan, call and action of a campaign outside its phases: they stay true when a phase is over. */
export const campaignHtml = (campaign: Campaign, options: RenderOptions): string[] => {
  const {slogan, call, action} = describeCampaign(campaign, undefined, contextOf(options));
  const words = action && partHtml(action, options);
  return [
    `<strong>${partHtml(slogan, options)}</strong>`,
    partHtml(call, options),
    // The feed does not say whether the action's page is banned, so it is linked only with the policy `all`.
    ...(action && words ? [options.links === 'all' ? linkHtml(action.url, words) : words] : []),
  ];
};

/** A name, linked where the policy allows it, with a warning where opening the link can be dangerous. */
const linkedNameHtml = (to: Linked, name: Text, options: RenderOptions): {html: string; hasWarning: boolean} => {
  const words = textHtml(name, options);
  const link = describeLink(to, options.links, options.locale);
  if (!link?.warning) return {html: linkHtml(link?.url, words), hasWarning: false};
  const {countries, meaning} = link.warning;
  const mark = `<span role="img"${attribute('aria-label', meaning)}>⚠︎ ${countries}</span>`;
  return {html: linkHtml(link.url, `${words} ${mark}`), hasWarning: true};
};

/** Ways to help in the element's order, without military help and without ways whose organisations have all closed. */
export const openWays = ({ways, organisations}: Feed) =>
  ways
    .filter(({category}) => category !== 'military')
    .flatMap((way) => {
      const all = (way.organisations ?? []).flatMap((id) => organisations.find((one) => one.id === id) ?? []);
      const open = all.filter(({status}) => status !== 'closed');
      return all.length && !open.length ? [] : [{way, organisations: open}];
    });

/** Ways to help, and what the warnings at links mean, where there are some. */
export const waysHtml = (feed: Feed, options: RenderOptions): {notice?: string; items: string[]} => {
  let hasWarning = false;
  const nameHtml = (to: Linked, name: Text) => {
    const link = linkedNameHtml(to, name, options);
    hasWarning ||= link.hasWarning;
    return link.html;
  };
  const items = openWays(feed).map(({way, organisations}) => {
    const title = nameHtml(way, way.title);
    const names = organisations.map((organisation) => nameHtml(organisation, organisation.name));
    return names.length ? `${title} (${names.join(', ')})` : title;
  });
  const notice = hasWarning ? partHtml(ownPart(describeWarnings(options.locale), options.locale), options) : undefined;
  return {notice, items};
};
