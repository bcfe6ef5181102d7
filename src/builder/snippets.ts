import {scriptTag} from '../publish/render/snippet.js';
import {build} from './build-data.js';
import {elementMarkup, staticMarkup, type Source} from './content.js';
import type {State} from './state.js';

/* The snippet of each way in: one or more blocks of text, each with its place. */

/** A text to copy. */
export interface Block {
  /** Where it goes; a key of `words.places`. */
  readonly place: 'page' | 'terminal' | 'script' | 'style';
  readonly code: string;
}

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

/** The blocks of a form. `base` is the folder of the script. */
export const snippetOf = (source: Source, state: State, base: string): Block[] => {
  const {form, element} = state;
  const feed = `${base}feed.json`;
  const {serial} = source.feed;
  switch (form) {
    case 'script':
    case 'pinned': {
      const file = form === 'script' ? 'solidarity.js' : 'solidarity.all.js';
      const integrity = form === 'pinned' ? build.integrity : undefined;
      const tag = scriptTag(base + file, {serial, integrity});
      return [{place: 'page', code: `${tag}\n${elementMarkup(source, state, feed)}`}, ...styleOf(state)];
    }
    case 'npm':
      return [
        {place: 'terminal', code: `npm install solidarity-widgets@${build.version}`},
        {
          place: 'script',
          code:
            `import {configure} from 'solidarity-widgets';\nimport 'solidarity-widgets/define/${element.tag}';\n\n` +
            `configure({feed: ${quote(feed)}, serial: ${serial}});`,
        },
        {place: 'page', code: elementMarkup(source, state)},
        ...styleOf(state),
      ];
    case 'static':
      return [{place: 'page', code: staticMarkup(source, state) ?? ''}];
  }
};
