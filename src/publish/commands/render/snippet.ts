import {InvalidArgumentError, Option, type Command} from 'commander';
import {dateIn, knownZone} from '../../../clock/zone.js';
import type {Feed} from '../../../feed/parse-feed.js';
import {currentCampaign} from '../../../feed/sections/campaigns.js';
import {nextObservance} from '../../../feed/sections/observances.js';
import type {LinkPolicy} from '../../../feed/links.js';
import {heightsOf} from '../../render/heights.js';
import {UserError} from '../../io.js';
import {openWays} from '../../render/html.js';
import type {RenderOptions} from '../../render/options.js';
import {shownTexts, snippetHtml, staticHtml, type Shown} from '../../render/snippet.js';
import {figureIn, figureWarnings, findIn} from './items.js';
import {linksOption, pageAddress, todayOption} from './options.js';
import {addRenderer, type Renderer} from './renderer.js';

const WIDGETS = ['counter', 'countdown', 'banner', 'ways'] as const;
type Widget = (typeof WIDGETS)[number];

interface Options {
  readonly widget: Widget;
  readonly figure?: string;
  readonly observance?: string;
  readonly campaign?: string;
  readonly links: LinkPolicy;
  readonly static?: boolean;
  readonly script: string;
  readonly src?: string;
  readonly key?: string;
  readonly today?: string;
}

const SECTIONS: Readonly<Record<Widget, readonly string[]>> = {
  counter: ['figures'],
  countdown: ['observances'],
  banner: ['campaigns', 'observances'],
  ways: ['ways', 'organisations'],
};

const publicKeys = (value: string) => {
  const keys = value.trim().split(/\s+/);
  if (!keys.every((key) => /^[\w-]{43}$/.test(key)))
    throw new InvalidArgumentError('A public key has 43 characters, as “solidarity-feed keygen” printed it.');
  return keys.join(' ');
};

/** The civil date in a zone, or the one that `--today` names. */
const todayIn =
  ({today}: Options) =>
  (zone: string | undefined) =>
    today ?? dateIn(knownZone(zone), Date.now());

const nextIn = ({observances}: Feed, options: Options) => {
  const {observance: id} = options;
  const first = findIn('observances', observances, id, '--observance');
  const next = nextObservance(id ? [first] : observances, todayIn(options));
  if (next) return next;
  throw new UserError(
    `/observances has no day${id ? ` of “${id}”` : ''} that is still to come.`,
    'Add a day to “dates”, or give “yearly”.',
  );
};

/** The campaign that a banner shows on its own. */
const campaignIn = ({campaigns, observances}: Feed, options: Options) => {
  const found = findIn('campaigns', campaigns, options.campaign, '--campaign');
  return currentCampaign(options.campaign ? [found] : campaigns, observances, todayIn(options))!.campaign;
};

const shownIn = (feed: Feed, options: Options): Shown => {
  switch (options.widget) {
    case 'counter':
      return {widget: 'counter', figure: figureIn(feed, options.figure)};
    case 'countdown':
      return {widget: 'countdown', next: nextIn(feed, options)};
    case 'banner':
      return {widget: 'banner', campaign: campaignIn(feed, options)};
    case 'ways':
      findIn('ways', feed.ways, undefined, '');
      if (!openWays(feed).length)
        throw new UserError(
          '/ways has no way that is open.',
          'Add a way to help whose organisations have not all closed.',
        );
      return {widget: 'ways', feed};
  }
};

/** The element's attributes: they choose what its fallback content says, from the same feed. */
const attributesOf = ({widget, figure, observance, campaign, links}: Options) =>
  ({
    counter: {figure},
    countdown: {observance},
    banner: {campaign, links},
    ways: {links},
  })[widget];

const snippetOf = (feed: Feed, renderOptions: RenderOptions, options: Options) => {
  const shown = shownIn(feed, options);
  const {serial} = feed;
  return options.static
    ? staticHtml(shown, renderOptions)
    : snippetHtml(shown, renderOptions, {...options, serial, attributes: attributesOf(options)});
};

/** The height to reserve; ways have none, since they are as long as their list. */
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
    new Option('--figure <id>', 'counter: which number, by its id in the feed (default: the first)'),
    new Option('--observance <id>', 'countdown: which day, by its id in the feed (default: the next)'),
    new Option('--campaign <id>', 'banner: which campaign, by its id in the feed (default: the one whose day is next)'),
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
    ...(widget === 'counter' ? figureWarnings(figureIn(feed, figure), today) : []),
    ...(key && !src ? ['Warning: with --key a page takes only a signed feed. Say with --src where yours is.'] : []),
  ],
  hint: ({widget, static: isStatic}) => (isStatic ? undefined : heightHint(widget)),
  render: (feed, target, options) => ({
    content: `${snippetOf(feed, {...target, feed, links: options.links}, options)}\n`,
  }),
};

/** Adds `render snippet`. */
export const addSnippet = (render: Command) => addRenderer(render, renderer);
