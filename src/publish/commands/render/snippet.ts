import {InvalidArgumentError, Option, type Command} from 'commander';
import {dateIn, knownZone} from '../../../clock/zone.js';
import {DATE} from '../../../feed/fields.js';
import type {Feed} from '../../../feed/parse-feed.js';
import {nextObservance} from '../../../feed/sections/observances.js';
import type {LinkPolicy} from '../../../feed/links.js';
import type {Manner} from '../../render/html-words.js';
import {Stop} from '../../io.js';
import {elementOf, scriptTag, staticOf, type Shown} from '../../render/snippet.js';
import {pageAddress} from './address.js';
import {figureCautions, figureIn} from './figure.js';
import {findIn} from './find.js';
import {addKind, type Kind} from './kind.js';
import {linksOption} from './links.js';

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
  banner: ['campaigns'],
  ways: ['ways', 'organisations'],
};

const publicKeys = (value: string) => {
  const keys = value.trim().split(/\s+/);
  if (!keys.every((key) => /^[\w-]{43}$/.test(key)))
    throw new InvalidArgumentError('A public key has 43 characters, as “solidarity-feed keygen” printed it.');
  return keys.join(' ');
};

const day = (value: string) => {
  if (!DATE(value)) throw new InvalidArgumentError('A day is written as 2027-08-09.');
  return value;
};

const nextIn = ({observances}: Feed, {observance: id, today}: Options) => {
  const first = findIn('observances', observances, id, '--observance');
  const next = nextObservance(id ? [first] : observances, (zone) => today ?? dateIn(knownZone(zone), Date.now()));
  if (next) return next;
  throw new Stop(
    `/observances has no day${id ? ` of “${id}”` : ''} that is still to come.`,
    'Add a day to “dates”, or give “yearly”.',
  );
};

const shownIn = (feed: Feed, options: Options): Shown => {
  switch (options.widget) {
    case 'counter':
      return {widget: 'counter', figure: figureIn(feed, options.figure)};
    case 'countdown':
      return {widget: 'countdown', next: nextIn(feed, options)};
    case 'banner':
      return {widget: 'banner', campaign: findIn('campaigns', feed.campaigns, options.campaign, '--campaign')};
    case 'ways':
      findIn('ways', feed.ways, undefined, '');
      return {widget: 'ways', feed};
  }
};

/** What the element is told, so that it shows what its words say. */
const attributesOf = ({widget, figure, observance, campaign, links}: Options) =>
  ({
    counter: {figure},
    countdown: {observance},
    banner: {campaign, links},
    ways: {links},
  })[widget];

const snippetOf = (feed: Feed, manner: Manner, options: Options) => {
  const shown = shownIn(feed, options);
  if (options.static) return staticOf(shown, manner);
  const {script, src, key} = options;
  return [scriptTag(script, {src, key, serial: feed.serial}), elementOf(shown, manner, attributesOf(options))].join(
    '\n',
  );
};

const kind: Kind<Options> = {
  name: 'snippet',
  description:
    'Makes HTML to paste into a page: a widget, with words inside that are true without JavaScript.\n' +
    'With --static only the words, for RSS, AMP and e-mail.',
  example: 'feed.json --lang be --script https://example.org/solidarity/solidarity.js',
  options: [
    new Option('--widget <name>', 'what to show').choices(WIDGETS).default('counter'),
    new Option('--figure <id>', 'counter: which number, by its id in the feed (default: the first)'),
    new Option('--observance <id>', 'countdown: which day, by its id in the feed (default: the next)'),
    new Option('--campaign <id>', 'banner: which campaign, by its id in the feed (default: the first)'),
    linksOption('unlisted'),
    new Option('--static', 'no widget and no script, only the words').conflicts(['src', 'key']),
    new Option('--script <url>', 'where solidarity.js is').default('/solidarity/solidarity.js').argParser(pageAddress),
    new Option('--src <url>', 'where the feed is (default: feed.json beside solidarity.js)').argParser(pageAddress),
    new Option(
      '--key <keys>',
      'public keys, one of which the feed must be signed with: as “solidarity-feed keygen” printed them, in quotes',
    ).argParser(publicKeys),
    new Option('--today <date>', 'countdown: the day from which the next one is sought (default: today)').argParser(
      day,
    ),
  ],
  sections: ({widget}) => SECTIONS[widget],
  file: (lang, {widget = 'counter'}) => `snippet${widget === 'counter' ? '' : `-${widget}`}-${lang}.html`,
  cautions: (feed, {widget, figure, key, src}) => [
    ...(widget === 'counter' ? figureCautions(figureIn(feed, figure)) : []),
    ...(key && !src ? ['Careful: with --key a page takes only a signed feed. Name with --src where yours is.'] : []),
  ],
  make: (feed, {lang, voice}, options) => {
    const {links, today = new Date().toISOString().slice(0, 10)} = options;
    return {
      content: `${snippetOf(feed, {lang, voice, feed, links, today}, options)}
`,
    };
  },
};

/** Adds `render snippet`. */
export const addSnippet = (render: Command) => addKind(render, kind);
