import {InvalidArgumentError, Option, type Command} from 'commander';
import type {Feed, SECTIONS as FEED_SECTIONS} from '../../../feed/parse-feed.js';
import type {LinkPolicy} from '../../../feed/links.js';
import {heightsOf} from '../../render/heights.js';
import {UserError} from '../../io.js';
import type {RenderOptions} from '../../render/options.js';
import {policyOf, SECTIONS, shownBy, shownTexts, type Shown, type Widget} from '../../render/shown.js';
import {snippetHtml, staticHtml} from '../../render/snippet.js';
import {figureIn, figureWarnings, findIn} from './items.js';
import {linksOption, pageAddress, todayOption} from './options.js';
import {addRenderer, type Renderer} from './renderer.js';

/** The items of the feed that options name, by their ids. */
interface Chosen {
  readonly figure?: string;
  readonly observance?: string;
  readonly campaign?: string;
  readonly person?: string;
  readonly message?: string;
}

interface Options extends Chosen {
  readonly widget: Widget;
  readonly links: LinkPolicy;
  readonly static?: boolean;
  readonly script: string;
  readonly src?: string;
  readonly key?: string;
  readonly today?: string;
}

/** The section whose items an element shows, and the option that names one of them. */
const ITEMS: Readonly<Record<Widget, readonly [section: keyof typeof FEED_SECTIONS, option?: keyof Chosen]>> = {
  counter: ['figures', 'figure'],
  countdown: ['observances', 'observance'],
  banner: ['campaigns', 'campaign'],
  ways: ['ways'],
  trend: ['figures', 'figure'],
  people: ['people', 'person'],
  events: ['events'],
  map: ['towns'],
  photos: ['photos'],
  amplify: ['amplify', 'message'],
};
const WIDGETS = Object.keys(ITEMS) as Widget[];
/** The elements that say that there is nothing. */
const MAY_BE_EMPTY: readonly Widget[] = ['events', 'photos'];

const publicKeys = (value: string) => {
  const keys = value.trim().split(/\s+/);
  if (!keys.every((key) => /^[\w-]{43}$/.test(key)))
    throw new InvalidArgumentError('A public key has 43 characters, as “solidarity-feed keygen” printed it.');
  return keys.join(' ');
};

/** The element's attributes: they choose what its fallback content says, from the same feed. */
const attributesOf = (options: Options) => {
  const [, option] = ITEMS[options.widget];
  const links = policyOf(options.widget, options.links);
  return {...(option && {[option]: options[option]}), ...(links !== 'all' && {links})};
};

/** Why nothing is shown of a section that has items, and what to do. */
const whyNothing = ({widget, observance}: Options): [message: string, fix: string] => {
  switch (widget) {
    case 'countdown':
      return [
        `/observances has no day${observance ? ` of “${observance}”` : ''} that is still to come.`,
        'Add a day to “dates”, or give “yearly”.',
      ];
    case 'ways':
      return ['/ways has no way that is open.', 'Add a way to help whose organisations have not all closed.'];
    default:
      return [
        `/${ITEMS[widget][0]} has nothing that can be shown.`,
        'A message is left out where its figure is missing.',
      ];
  }
};

const shownIn = (feed: Feed, options: Options): Shown => {
  const {widget, today} = options;
  const [section, option] = ITEMS[widget];
  if (!(MAY_BE_EMPTY.includes(widget) && feed.sections.includes(section)))
    findIn<{id: string}>(section, feed[section], option && options[option], `--${option}`);
  const shown = shownBy(feed, widget, attributesOf(options), today);
  if (shown) return shown;
  throw new UserError(...whyNothing(options));
};

const snippetOf = (feed: Feed, renderOptions: RenderOptions, options: Options) => {
  const shown = shownIn(feed, options);
  if (options.static) return staticHtml(shown, renderOptions);
  return snippetHtml(shown, renderOptions, {...options, serial: feed.serial, attributes: attributesOf(options)});
};

/** The height to reserve; lists have none, since they are as long as they are. */
const heightHint = (widget: Widget) => {
  const heights = heightsOf(widget);
  return (
    heights &&
    `So that nothing moves when it is filled: solidarity-${widget} { display: block; min-height: ${heights['320']}px }` +
      ` (in a column of 640 px and more: ${heights['640']}px)`
  );
};

const renderer: Renderer<Options> = {
  name: 'snippet',
  description:
    'Render HTML to paste into a page: a widget, with content inside that is true without JavaScript.\n' +
    'With --static only that content, for RSS, AMP and e-mail.',
  example: 'feed.json --lang be --script https://example.org/solidarity/solidarity.js',
  options: [
    new Option('--widget <name>', 'what to show').choices(WIDGETS).default('counter'),
    new Option('--figure <id>', 'counter, trend: which number, by its id in the feed (default: the first)'),
    new Option('--observance <id>', 'countdown: which day, by its id in the feed (default: the next)'),
    new Option('--campaign <id>', 'banner: which campaign, by its id in the feed (default: the one whose day is next)'),
    new Option('--person <id>', 'people: the one person, by the id in the feed (default: all)'),
    new Option('--message <id>', 'amplify: which message, by its id in the feed (default: the first)'),
    linksOption('unlisted'),
    new Option('--static', 'no widget and no script, only the content').conflicts(['src', 'key']),
    new Option('--script <url>', 'where solidarity.js is').default('/solidarity/solidarity.js').argParser(pageAddress),
    new Option('--src <url>', 'where the feed is (default: feed.json beside solidarity.js)').argParser(pageAddress),
    new Option(
      '--key <keys>',
      'public keys, one of which the feed must be signed with: as “solidarity-feed keygen” printed them, in quotes',
    ).argParser(publicKeys),
    todayOption('the day for which it is rendered: the next observance, and whether a number is out of date'),
  ],
  sections: ({widget}) => SECTIONS[widget],
  file: (lang, {widget = 'counter'}) => `snippet${widget === 'counter' ? '' : `-${widget}`}-${lang}.html`,
  texts: (feed, options) => shownTexts(shownIn(feed, options)),
  warnings: (feed, {widget, figure, key, src}, today) => [
    ...(widget === 'counter' || widget === 'trend' ? figureWarnings(figureIn(feed, figure), today) : []),
    ...(key && !src ? ['Warning: with --key a page takes only a signed feed. Say with --src where yours is.'] : []),
  ],
  hint: ({widget, static: isStatic}) => (isStatic ? undefined : heightHint(widget)),
  render: (feed, target, options) => ({
    content: `${snippetOf(feed, {...target, feed, links: policyOf(options.widget, options.links)}, options)}\n`,
  }),
};

/** Adds `render snippet`. */
export const addSnippet = (render: Command) => addRenderer(render, renderer);
