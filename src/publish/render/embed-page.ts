import {textPart} from '../../describe/parts.js';
import type {LinkPolicy} from '../../feed/links.js';
import type {Feed} from '../../feed/parse-feed.js';
import {SOURCE_LOCALE} from '../../i18n/language.js';
import type {Locale} from '../../i18n/locale-data.js';
import {english} from '../../i18n/localize.js';
import {directionOf} from './direction.js';
import {embedPath} from './embed-path.js';
import {embedWords} from './embed-words.js';
import {escapeMarkup} from './escape.js';
import {homeOf} from './event-links.js';
import {heightsOf} from './heights.js';
import {attribute, textHtml} from './html.js';
import {localeFor} from './locales.js';
import type {RenderOptions} from './options.js';
import {plainLine} from './plain-parts.js';
import {policyOf, shownBy, shownTexts} from './shown.js';
import {fallbackLines, wrapInElement} from './snippet.js';

/*
 * The pages in `embed/`, one for each element and language, and what oEmbed says of them. They are static files, so that
 * any server can have them: what a query would say never reaches a static server, so the language is in the path.
 */

/** What pages are made for. */
export interface EmbedOptions {
  /** The elements by their names, such as `counter`. */
  readonly widgets: readonly string[];
  readonly locales: readonly Locale[];
  /** The civil date on which they are made. */
  readonly today: string;
  /** The address of the folder that has `solidarity.js`, with its slash. Without it there is no oEmbed. */
  readonly base?: string;
  /** Whether search engines are asked to leave the pages out. */
  readonly noindex?: boolean;
  /** Which links the pages have; by default all. The query of an address may choose others. */
  readonly links?: LinkPolicy;
  /** The picture that social networks show beside a page. */
  readonly picture?: (widget: string, lang: string) => PagePicture | undefined;
}

/** A picture with its address. */
export interface PagePicture {
  readonly url: string;
  readonly alt: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const embedPage = (feed: Feed, widget: string, own: Locale, options: EmbedOptions) => {
  const {base, today, noindex, picture, links: wanted = 'all'} = options;
  const lang = own.tag;
  const shown = shownBy(feed, widget, {}, today);
  const locale = localeFor(shown ? shownTexts(shown) : [feed.title], own, feed.lang);
  const links = policyOf(widget, wanted);
  const given: RenderOptions = {lang, locale, feed, links, today};
  const {title, description} = embedWords(feed, shown, given);
  const up = lang === SOURCE_LOCALE ? '../' : '../../';
  const address = base && `${base}embed/${embedPath(widget, lang, 'html')}`;
  const content = shown ? fallbackLines(shown, given).join('<br>') : textHtml(feed.title, given);
  const meta = (name: string, value: string) => `<meta name="${name}"${attribute('content', value)}>`;
  const property = (name: string, value: string) => `<meta property="og:${name}"${attribute('content', value)}>`;
  const image = picture?.(widget, lang);
  const html = [
    '<!doctype html>',
    `<html${attribute('lang', locale.tag)} dir="${directionOf(locale.tag)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeMarkup(title)}</title>`,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('referrer', 'no-referrer'),
    meta('description', description),
    ...(noindex ? [meta('robots', 'noindex')] : []),
    property('title', title),
    property('description', description),
    property('type', 'website'),
    ...(image
      ? [
          property('image', image.url),
          property('image:type', 'image/png'),
          property('image:width', String(image.width)),
          property('image:height', String(image.height)),
          property('image:alt', image.alt),
          meta('twitter:card', 'summary_large_image'),
        ]
      : []),
    ...(address
      ? [
          property('url', address),
          `<link rel="canonical"${attribute('href', address)}>`,
          `<link rel="alternate" type="application/json+oembed"${attribute('href', `${base}embed/${embedPath(widget, lang, 'json')}`)}${attribute('title', title)}>`,
        ]
      : []),
    '<base target="_top">',
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="${up}embed/embed.css">`,
    // In this order: the element has its attributes before it is defined.
    `<script defer src="${up}embed/embed.js"></script>`,
    `<script defer src="${up}solidarity.js" referrerpolicy="no-referrer"></script>`,
    '</head>',
    '<body>',
    `<main>${wrapInElement(`solidarity-${widget}`, content, {lang, locale}, links === 'all' ? {} : {links})}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return {html, title, description, address};
};

/** Pixels, where no heights were measured. */
const HEIGHT = 400;
/** What WordPress allows a frame. */
const MAX_HEIGHT = 1000;

/** https://oembed.com/ */
const oembedOf = (
  feed: Feed,
  widget: string,
  {title, description, address}: ReturnType<typeof embedPage>,
  base: string,
  links: LinkPolicy = 'all',
) => {
  const height = Math.min(heightsOf(widget)?.[320] ?? HEIGHT, MAX_HEIGHT);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: plainLine([textPart(feed.title, {locale: english, feedLang: feed.lang})]),
    provider_url: homeOf(feed, links) ?? base,
    cache_age: 86_400,
    width: 600,
    height,
    // As WordPress cuts it: the quotation is shown until the frame has said its height.
    html:
      `<blockquote><a${attribute('href', address)}>${escapeMarkup(description)}</a></blockquote>` +
      `<iframe${attribute('src', address)}${attribute('title', title)} width="100%" height="${height}" frameborder="0"></iframe>`,
  };
};

/** The files in `embed/` by their paths: pages, and with a `base` what oEmbed says of each. */
export const embedFiles = (feed: Feed, options: EmbedOptions): Record<string, string> => {
  const {base, widgets, locales, links} = options;
  const files: Record<string, string> = {};
  for (const widget of widgets)
    for (const locale of locales) {
      const page = embedPage(feed, widget, locale, options);
      files[embedPath(widget, locale.tag, 'html')] = page.html;
      if (base)
        files[embedPath(widget, locale.tag, 'json')] =
          `${JSON.stringify(oembedOf(feed, widget, page, base, links), null, 2)}\n`;
    }
  return files;
};
