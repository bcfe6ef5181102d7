import type {Feed} from '../../feed/parse-feed.js';
import type {Text} from '../../feed/fields.js';
import type {LinkPolicy} from '../../feed/links.js';
import type {Locale} from '../../i18n/locale-data.js';
import {calendarOf} from '../render/calendar.js';
import {embedFiles} from '../render/embed-page.js';
import {jsonFeedOf} from '../render/json-feed.js';
import {jsonLdOf} from '../render/json-ld.js';
import {localeFor} from '../render/locales.js';
import {policyOf, shownBy, shownTexts} from '../render/shown.js';
import {snippetHtml, staticHtml} from '../render/snippet.js';
import {changesPage, type Publication} from './changes.js';
import {figuresFile} from './figures-file.js';
import type {Pictures} from './pictures.js';

/* Everything that a campaign hosts, from one feed. */

/** A file of the site. */
export interface SiteFile {
  /** From the folder of the site, with slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What a picture was drawn from: with the same source it is not drawn again. */
  readonly source?: string;
  /** Whether pages request it again and again: it gets compressed copies. */
  readonly compress?: boolean;
}

/** What a site is made from. */
export interface SiteOptions {
  readonly feed: Feed;
  /** The feed as it was parsed from its file, and the file. */
  readonly json: unknown;
  readonly bytes: Uint8Array;
  readonly signed?: Uint8Array;
  readonly widgets: readonly string[];
  readonly locales: readonly Locale[];
  readonly today: string;
  /** The address of the folder, with its slash. */
  readonly base?: string;
  readonly noindex?: boolean;
  readonly links: LinkPolicy;
  /** The public keys that pages pin, separated by spaces. */
  readonly keys?: string;
  readonly publications: readonly Publication[];
  readonly pictures: Pictures;
  /** The text of a file that is published now. */
  readonly published: (path: string) => Promise<string | undefined>;
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const snippetFiles = (locale: Locale, options: SiteOptions): SiteFile[] => {
  const {feed, today, base, signed, keys, widgets} = options;
  // What partners paste stays on their pages, so it links at most what is listed in no country.
  const links = options.links === 'none' ? 'none' : 'unlisted';
  return widgets.flatMap((widget) => {
    const shown = shownBy(feed, widget, {}, today);
    if (!shown) return [];
    const lang = locale.tag;
    const given = {
      lang,
      locale: localeFor(shownTexts(shown), locale, feed.lang),
      feed,
      links: policyOf(shown.widget, links),
      today,
    } as const;
    const script = `${base ?? '/solidarity/'}solidarity.js`;
    const src = signed ? `${base ?? '/solidarity/'}feed.signed` : undefined;
    return [
      {
        path: `snippets/${widget}-${lang}.html`,
        content: `${snippetHtml(shown, given, {script, src, key: keys, serial: feed.serial, attributes: given.links === 'all' ? {} : {links: given.links}})}\n`,
      },
      {path: `snippets/${widget}-${lang}.static.html`, content: `${staticHtml(shown, given)}\n`},
    ];
  });
};

/** Calendars, news and events, in a language. */
const feedFiles = async (locale: Locale, options: SiteOptions): Promise<SiteFile[]> => {
  const {feed, today, base, links, published} = options;
  const lang = locale.tag;
  const given = {lang, locale, feed, links, today};
  const {observances, events, corrections} = feed;
  const [calendar, news] = [`calendars/${lang}.ics`, `news/${lang}.json`];
  return [
    ...(observances.length || events.length
      ? [
          {
            path: calendar,
            content: calendarOf(feed, given, await published(calendar)),
            compress: true,
          },
        ]
      : []),
    ...(events.length || corrections.length
      ? [{path: news, content: json(jsonFeedOf(feed, given, base && base + news)), compress: true}]
      : []),
    ...(events.length ? [{path: `events/${lang}.html`, content: jsonLdOf(feed, given)}] : []),
  ];
};

/** The pages of what changed, in each language that the feed has for all of their texts. */
const changesPages = ({feed, locales, today, links, publications}: SiteOptions): SiteFile[] => {
  const texts: Text[] = [
    feed.title,
    ...feed.figures.map(({title}) => title),
    ...feed.corrections.map(({text}) => text),
  ];
  return locales
    .filter((locale) => localeFor(texts, locale, feed.lang) === locale)
    .map((locale) => ({
      path: `changes/${locale.tag}.html`,
      content: changesPage(feed, publications, {lang: locale.tag, locale, feed, links, today}),
    }));
};

/** The files of a site, those that others refer to first, the feed itself last. */
export const siteFiles = async (options: SiteOptions): Promise<SiteFile[]> => {
  const {feed, base, pictures, locales, widgets, today, noindex, links, bytes, signed} = options;
  const pages = embedFiles(feed, {
    widgets,
    locales,
    today,
    base,
    noindex,
    links,
    // Social networks need a whole address.
    picture: (widget, lang) => {
      const picture = base ? pictures.pictureOf(widget, lang) : undefined;
      return picture && {...picture, url: base + picture.url};
    },
  });
  return [
    ...pictures.files,
    ...Object.entries(pages).map(([path, content]) => ({path: `embed/${path}`, content})),
    ...locales.flatMap((locale) => snippetFiles(locale, options)),
    ...(await Promise.all(locales.map((locale) => feedFiles(locale, options)))).flat(),
    ...changesPages(options),
    {path: 'figures.json', content: `${JSON.stringify(figuresFile(options.json))}\n`, compress: true},
    {path: 'feed.json', content: bytes, compress: true},
    ...(signed ? [{path: 'feed.signed', content: signed, compress: true}] : []),
  ];
};
