import {campaignTexts} from '../../describe/campaign.js';
import {observanceTexts} from '../../describe/countdown.js';
import {figureTexts} from '../../describe/figure.js';
import {wayTexts} from '../../describe/ways.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Campaign} from '../../feed/sections/campaigns.js';
import type {Figure} from '../../feed/sections/figures.js';
import type {Next} from '../../feed/sections/observances.js';
import {attribute, campaignHtml, figureHtml, langAttributes, observanceHtml, textHtml, waysHtml} from './html.js';
import {localeOf} from './locales.js';
import type {RenderOptions} from './options.js';

/*
 * HTML that a partner pastes. The fallback content of an element is true without JavaScript, and stays true: each number
 * and each day has its date.
 *
 * The fallback content is one line of phrasing content. WordPress' `wpautop` puts paragraphs around every block and at
 * every blank line, and a paragraph that ends inside an element closes the element before its content.
 */

/** What a snippet shows. */
export type Shown =
  | {readonly widget: 'counter'; readonly figure: Figure}
  | {readonly widget: 'countdown'; readonly next: Next}
  | {readonly widget: 'banner'; readonly campaign: Campaign}
  | {readonly widget: 'ways'; readonly feed: Feed};

/** The texts of the feed that a snippet's element shows: they decide its language. */
export const shownTexts = (shown: Shown): Text[] => {
  switch (shown.widget) {
    case 'counter':
      return figureTexts(shown.figure);
    case 'countdown':
      return observanceTexts(shown.next.observance);
    case 'banner':
      return campaignTexts(shown.campaign);
    case 'ways': {
      const ways = shown.feed.ways.filter(({category}) => category !== 'military');
      const ids = ways.flatMap(({organisations = []}) => organisations);
      return wayTexts(
        ways,
        shown.feed.organisations.filter(({id}) => ids.includes(id)),
      );
    }
  }
};

/** The address of the feed that the script loads unless it is given another: `feed.json` beside it. */
export const defaultFeedOf = (script: string) => script.replace(/[^/?#]*([?#].*)?$/, 'feed.json');

/** What a script tag says besides its address. */
export interface ScriptTagOptions {
  readonly feed?: string;
  readonly key?: string;
  /** The feed's: pages refuse an older one from then on. */
  readonly serial: number;
  /** The hash that the script must have. */
  readonly integrity?: string;
  /** An element that appears after the tag, and its attributes: `data-widget` and others. */
  readonly data?: Readonly<Record<string, string>>;
}

/** The loader script. A script with `integrity` is requested by CORS, since only then can browsers compare hashes. */
export const scriptTag = (script: string, {feed, key, serial, integrity, data = {}}: ScriptTagOptions) =>
  `<script async${attribute('src', script)}${attribute('integrity', integrity)}` +
  `${integrity ? ' crossorigin="anonymous"' : ''} referrerpolicy="no-referrer"${attribute('data-feed', feed)}` +
  `${attribute('data-key', key)}${attribute('data-serial', String(serial))}` +
  `${Object.entries(data)
    .map(([name, value]) => attribute(name, value))
    .join('')}></script>`;

/** The lines of an element's fallback content. */
export const fallbackLines = (shown: Shown, options: RenderOptions): string[] => {
  switch (shown.widget) {
    case 'counter':
      return [figureHtml(shown.figure, options)];
    case 'countdown':
      return [observanceHtml(shown.next, options)];
    case 'banner':
      return campaignHtml(shown.campaign, options);
    case 'ways': {
      const {notice, items} = waysHtml(shown.feed, options);
      return [...(notice ? [notice] : []), ...items.map((item) => `• ${item}`)];
    }
  }
};

/** An element with its fallback content; `attributes` choose what it shows, and the feed. */
export const wrapInElement = (
  tag: string,
  content: string,
  {lang, locale}: Pick<RenderOptions, 'lang' | 'locale'>,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string => {
  const own = Object.entries(attributes)
    .map(([name, value]) => attribute(name, value))
    .join('');
  const inner = localeOf(lang) === locale.tag ? content : `<span${langAttributes(locale.tag, lang)}>${content}</span>`;
  return `<${tag}${langAttributes(lang)}${own}>${inner}</${tag}>`;
};

/** The element of what is shown, with its fallback content. */
export const elementHtml = (
  shown: Shown,
  options: RenderOptions,
  attributes?: Readonly<Record<string, string | undefined>>,
): string =>
  wrapInElement(`solidarity-${shown.widget}`, fallbackLines(shown, options).join('<br>'), options, attributes);

const paragraph = (html: string, attributes = '') => `<p${attributes}>${html}</p>`;

/** The content alone, for places without JavaScript; a figure with its definition. */
export const staticHtml = (shown: Shown, options: RenderOptions): string => {
  const lang = langAttributes(options.locale.tag, options.lang);
  if (shown.widget === 'countdown') return paragraph(observanceHtml(shown.next, options), lang);
  if (shown.widget === 'ways') {
    const {notice, items} = waysHtml(shown.feed, options);
    const list = `<ul${lang}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
    return notice ? `${paragraph(notice, lang)}\n${list}` : list;
  }
  const lines = fallbackLines(shown, options);
  if (shown.widget === 'counter') lines.push(textHtml(shown.figure.definition, options));
  return [`<blockquote${lang}>`, ...lines.map((line) => paragraph(line)), '</blockquote>'].join('\n');
};
