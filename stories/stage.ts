import localize from '../src/i18n/lit-localize.json' with {type: 'json'};
import {FEEDS} from './feeds.js';

/* The page that a story is shown on, and what the toolbar changes of it. */

/** What the toolbar has. A story may fix some of it (`globals`). */
export interface Globals {
  readonly lang: string;
  readonly look: string;
  /** The page's `color-scheme`. */
  readonly theme: string;
  readonly dir: string;
  /** Of the column, in px; `full` for the whole window. */
  readonly width: string;
  /** A date, at noon in UTC; `eve`: half an hour before 9 August 2027; or `today`. */
  readonly day: string;
  readonly feed: keyof typeof FEEDS;
}

/** The attributes of an element. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Context {
  readonly globals: Globals;
  readonly parameters: {
    /** The `src` of a feed for this story, in place of the live one. */
    readonly feed?: string;
    /** Storybook's own. */
    readonly docs?: object;
    readonly layout?: 'fullscreen';
  };
}

/** What a story shows, as HTML. */
export type Render = (args: Attributes, context: Pick<Context, 'globals'>) => string;

/** A story in Storybook's format; what it fixes wins over the toolbar. */
export interface Story {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly args?: Attributes;
  readonly argTypes?: object;
  readonly globals?: Partial<Globals>;
  readonly parameters?: Context['parameters'];
  readonly render?: Render;
}

/** What the stories of a file have in common. */
export interface Meta extends Story {
  readonly title: string;
  readonly component?: string;
  readonly render: Render;
}

/** The languages of the library, Belarusian first. */
export const languages = ['be', 'en', ...localize.targetLocales.filter((locale) => locale !== 'be')];

export const initialGlobals: Globals = {
  lang: 'en',
  look: 'campaign',
  theme: 'light dark',
  dir: 'ltr',
  width: 'full',
  day: '2026-03-20',
  feed: 'live',
};

export const LOOKS = ['campaign', 'newsroom', 'contrast', 'memorial'];

const names = new Intl.DisplayNames('en', {type: 'language'});

/** The toolbar: an icon, and titles by value. */
const toolbar = {
  lang: ['globe', 'Language', languages.map((lang) => [lang, `${lang} · ${names.of(lang)!}`])],
  look: ['paintbrush', 'Look', LOOKS.map((look) => [look, look])],
  theme: [
    'contrast',
    'The page’s theme',
    [
      ['light dark', 'The system’s theme'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  ],
  dir: [
    'transfer',
    'The page’s direction',
    [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ],
  ],
  width: [
    'grow',
    'Width',
    [
      ['full', 'Full width'],
      ['200', '200 px'],
      ['320', '320 px'],
      ['480', '480 px'],
      ['640', '640 px'],
    ],
  ],
  day: [
    'time',
    'Day',
    [
      ['2026-03-20', '20 March 2026: the figure is fresh'],
      ['2026-04-10', '10 April 2026: an update is due'],
      ['2026-11-22', '22 November 2026: out of date'],
      ['2027-08-01', '1 August 2027: before the day'],
      ['eve', '8 August 2027: the last half hour'],
      ['2027-08-09', '9 August 2027: the day'],
      ['2027-08-12', '12 August 2027: after the day'],
      ['today', 'Today'],
    ],
  ],
  feed: [
    'database',
    'Feed',
    [
      ['live', 'Live'],
      ['stale', 'Stale: the feed has expired'],
      ['loading', 'Loading'],
      ['offline', 'Offline'],
      ['broken', 'Broken: not JSON'],
      ['signature', 'Wrong signature'],
    ],
  ],
} as const;

export const globalTypes = Object.fromEntries(
  Object.entries(toolbar).map(([name, [icon, description, items]]) => [
    name,
    {
      description,
      toolbar: {icon, title: description, dynamicTitle: true, items: items.map(([value, title]) => ({value, title}))},
    },
  ]),
);

const timeOf = (day: string): number | undefined =>
  day === 'today' ? undefined : Date.parse(day === 'eve' ? '2027-08-08T20:30:00Z' : `${day}T12:00:00Z`);

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The tag of an element, as a page has it: with the toolbar's language and look where they are not the default. */
export const tag = (name: string, attributes: Attributes, fallback: string, {lang, look}: Globals): string => {
  const all: Attributes = {
    lang: lang === initialGlobals.lang ? undefined : lang,
    look: look === initialGlobals.look ? undefined : look,
    ...attributes,
  };
  const words = Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true || value === '' ? ` ${key}` : ` ${key}="${escape(String(value))}"`));
  return `<${name}${words.join('')}>${fallback}</${name}>`;
};

/** Renders an element with the story's attributes, and nothing else. */
export const only =
  (name: string, fallback: string): Render =>
  (args, {globals}) =>
    tag(name, args, fallback, globals);

/** The same element in each of some languages, side by side. */
export const inEach =
  (name: string, fallback: string, langs: readonly string[]): Render =>
  (args, {globals}) =>
    `<div style="display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 0.5rem">
${langs.map((lang) => `  ${tag(name, {lang, ...args}, fallback, globals)}\n`).join('')}</div>`;

/** A page with a story: its elements have the feed and the day of the toolbar. */
export const stage = (story: () => unknown, {globals, parameters}: Context): HTMLElement => {
  const {lang, theme, dir, width, day, feed} = globals;
  const page = document.createElement('div');
  Object.assign(page, {lang, dir});
  Object.assign(page.style, {
    colorScheme: theme,
    background: 'Canvas',
    color: 'CanvasText',
    inlineSize: width === 'full' ? '' : `${width}px`,
    padding: '16px',
  });
  page.append(document.createRange().createContextualFragment(story() as string));
  customElements.upgrade(page);
  for (const element of page.querySelectorAll<HTMLElement>('*')) {
    if (!element.localName.startsWith('solidarity-')) continue;
    Object.assign(element, {
      src: feed === 'live' ? (parameters.feed ?? FEEDS.live) : FEEDS[feed],
      now: timeOf(day),
    });
  }
  return page;
};

/** A story as Storybook shows it, without Storybook. */
export const compose = (meta: Meta, story: Story, globals: Partial<Globals> = {}): HTMLElement => {
  const context: Context = {
    globals: {...initialGlobals, ...globals, ...meta.globals, ...story.globals},
    parameters: {...meta.parameters, ...story.parameters},
  };
  return stage(() => (story.render ?? meta.render)({...meta.args, ...story.args}, context), context);
};
