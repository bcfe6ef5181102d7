import {contentOf, type Content} from './content.js';
import {attribute, langAttributes, textHtml} from './html.js';
import {historyHtml} from './html-figures.js';
import {localeOf} from './locales.js';
import type {RenderOptions} from './options.js';
import type {Attributes, Shown} from './shown.js';

/*
 * HTML that a partner pastes. The fallback content of an element is true without JavaScript, and stays true: each number
 * and each day has its date.
 *
 * The fallback content is one line of phrasing content. WordPress' `wpautop` puts paragraphs around every block and at
 * every blank line, and a paragraph that ends inside an element closes the element before its content.
 */

/** The address of the feed that the script loads unless it is given another: `feed.json` beside it. */
const defaultFeedOf = (script: string) => script.replace(/[^/?#]*([?#].*)?$/, 'feed.json');

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
  const {lines, items = []} = contentOf(shown, options);
  return [...lines, ...items.map((item) => `• ${item}`)];
};

/** An element with its fallback content; `attributes` choose what it shows, and the feed. */
export const wrapInElement = (
  tag: string,
  content: string,
  {lang, locale}: Pick<RenderOptions, 'lang' | 'locale'>,
  attributes: Attributes = {},
): string => {
  const own = Object.entries(attributes)
    .map(([name, value]) => attribute(name, value))
    .join('');
  const inner = localeOf(lang) === locale.tag ? content : `<span${langAttributes(locale.tag, lang)}>${content}</span>`;
  return `<${tag}${langAttributes(lang)}${own}>${inner}</${tag}>`;
};

/** The element of what is shown, with its fallback content. */
export const elementHtml = (shown: Shown, options: RenderOptions, attributes?: Attributes): string =>
  wrapInElement(`solidarity-${shown.widget}`, fallbackLines(shown, options).join('<br>'), options, attributes);

/** Where the script and the feed of a snippet are. */
export interface SnippetOptions {
  readonly script: string;
  /** The address of the feed, unless it is `feed.json` beside the script. */
  readonly src?: string;
  /** The public keys of which one has signed the feed. */
  readonly key?: string;
  readonly serial: number;
  /** The element's own attributes: what it shows of the feed. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
}

/** The script tag and the element. It names its feed, since snippets of two publishers may share a page. */
export const snippetHtml = (
  shown: Shown,
  options: RenderOptions,
  {script, src, key, serial, attributes}: SnippetOptions,
): string =>
  [
    scriptTag(script, {feed: src, key, serial}),
    elementHtml(shown, options, {...attributes, src: src ?? defaultFeedOf(script)}),
  ].join('\n');

const paragraph = (html: string, attributes = '') => `<p${attributes}>${html}</p>`;

/** Lines and a list as blocks. */
const blocksOf = ({lines, items = []}: Content, lang = ''): string[] => [
  ...lines.map((line) => paragraph(line, lang)),
  ...(items[0] ? [`<ul${lang}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`] : []),
];

/** The widgets whose content is said by somebody: it is a quotation. */
const QUOTED: readonly string[] = ['counter', 'banner', 'trend', 'amplify'];

/** The content alone, for places without JavaScript; a figure with its definition, and a history with all of its counts. */
export const staticHtml = (shown: Shown, options: RenderOptions): string => {
  const lang = langAttributes(options.locale.tag, options.lang);
  const {lines, items} = contentOf(shown, options);
  if (!QUOTED.includes(shown.widget)) return blocksOf({lines, items}, lang).join('\n');
  const all =
    shown.widget === 'trend'
      ? shown.figures.map((figure) => historyHtml(figure, options))
      : [{lines: shown.widget === 'counter' ? [...lines, textHtml(shown.figure.definition, options)] : lines, items}];
  return [`<blockquote${lang}>`, ...all.flatMap((content) => blocksOf(content)), '</blockquote>'].join('\n');
};
