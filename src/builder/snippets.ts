import {PAGE_ONLY} from '../embed/attributes.js';
import {embedPath} from '../publish/render/embed-path.js';
import {escapeMarkup} from '../publish/render/escape.js';
import {heightsOf} from '../publish/render/heights.js';
import {attribute} from '../publish/render/html.js';
import {scriptTag} from '../publish/render/snippet.js';
import {build} from './build-data.js';
import {elementMarkup, staticMarkup, titleOf, type Source} from './content.js';
import {pinned} from './source.js';
import {nameOf, type State} from './state.js';

/*
 * The snippet of each way in: one or more blocks of text, each with its place. A module of its own, loaded beside the feed,
 * since it has all that is said of a feed.
 */

export {languageOf, problemsOf, shownOf} from './content.js';

/** A text to copy. */
export interface Block {
  /** Where it goes; a key of `words.places`. */
  readonly place: 'page' | 'site' | 'around' | 'terminal' | 'script' | 'style';
  readonly code: string;
}

/** A string of JavaScript. An address may contain an apostrophe. */
const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Rules that keep the height free. A part of a sentence has none to keep. */
const styleOf = ({element: {tag}, attributes: {variant}, height}: State): Block[] =>
  height && variant !== 'inline'
    ? [
        {
          place: 'style',
          code: `${tag} {\n${variant === 'badge' ? '' : '  display: block;\n'}  min-block-size: ${height}px;\n}`,
        },
      ]
    : [];

/** The address of the embed page, with the attributes in its query: those that an address may set. */
export const embedAddress = ({element, lang, attributes}: State, base: string): string => {
  const query = Object.entries(attributes)
    .filter(([name]) => !PAGE_ONLY.includes(name))
    .map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : name));
  return `${base}embed/${embedPath(nameOf(element.tag), lang, 'html')}${query.length ? `?${query.join('&')}` : ''}`;
};

/** Lines of a page that give its frames the heights that they ask for. The README has them, too. */
const followHeights = (base: string) =>
  `addEventListener('message', ({data, source}) => {
  if (data?.type !== 'solidarity-height' || !(data.height > 0 && data.height <= 10000)) return;
  for (const frame of document.querySelectorAll(${quote(`iframe[src^="${base}embed/"]`)}))
    if (frame.contentWindow === source) frame.height = data.height;
});`;

/** The blocks of a form. `base` is the folder of the script. */
export const snippetOf = (source: Source, state: State, base: string): Block[] => {
  const {form, element} = state;
  const feed = base + pinned.feedFile;
  const {key} = pinned;
  // Without keys it is the feed that the script loads anyway.
  const common = {serial: source.feed.serial, key, feed: key && feed};
  switch (form) {
    case 'script':
    case 'pinned': {
      const file = form === 'script' ? 'solidarity.js' : 'solidarity.all.js';
      const integrity = form === 'pinned' ? build.integrity : undefined;
      const tag = scriptTag(base + file, {...common, integrity});
      return [{place: 'page', code: `${tag}\n${elementMarkup(source, state, feed)}`}, ...styleOf(state)];
    }
    case 'tag': {
      const names = Object.entries({widget: nameOf(element.tag), lang: state.lang, ...state.attributes});
      const own = names.filter(([name]) => !PAGE_ONLY.includes(name));
      const data = Object.fromEntries(own.map(([name, value]) => [`data-${name}`, value]));
      return [{place: 'page', code: scriptTag(`${base}solidarity.js`, {...common, data})}, ...styleOf(state)];
    }
    case 'link':
      return [
        {place: 'site', code: scriptTag(`${base}solidarity.js`, common)},
        {
          place: 'page',
          code: `<a${attribute('href', embedAddress(state, base))}>${escapeMarkup(titleOf(source, state))}</a>`,
        },
        ...styleOf(state),
      ];
    case 'frame':
      return [
        {
          place: 'page',
          code:
            `<iframe${attribute('src', embedAddress(state, base))}${attribute('title', titleOf(source, state))} width="100%"` +
            ` height="${state.height ?? heightsOf(nameOf(element.tag), state.attributes)?.[320] ?? 400}" style="border: 0" loading="lazy"` +
            // A board has a button for it.
            `${nameOf(element.tag) === 'amplify' ? ' allowfullscreen' : ''}></iframe>`,
        },
        {place: 'around', code: followHeights(base)},
      ];
    case 'npm':
      return [
        {place: 'terminal', code: `npm install solidarity-widgets@${build.version}`},
        {
          place: 'script',
          code:
            `import {configure} from 'solidarity-widgets';\nimport 'solidarity-widgets/define/${element.tag}';\n\n` +
            `configure({feed: ${quote(feed)}, ${key ? `key: ${quote(key)}, ` : ''}serial: ${common.serial}});`,
        },
        {place: 'page', code: elementMarkup(source, state)},
        ...styleOf(state),
      ];
    case 'static':
      return [{place: 'page', code: staticMarkup(source, state) ?? ''}];
  }
};
