import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-map.js';
import {arabicFeed, feed} from './feeds.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Map',
  component: 'solidarity-map',
  tags: ['autodocs'],
  render: only('solidarity-map', 'Towns around the world have acted in solidarity with Belarus.'),
} satisfies Meta;

/** Europe. A cluster shows its towns apart; a square stands for a symbolic renaming. */
export const Live: Story = {};

/** The world. */
export const World: Story = {args: {view: 'world'}};

/** With a town that is open: its years, actions and renamings with their sources, and its link. */
export const Town: Story = {args: {town: 'bialystok'}};

/** What was done in one year. */
export const Year: Story = {args: {year: 2015}};

/** The title is a heading of the page. */
export const Heading: Story = {tags: ['!visual'], args: {heading: 3}};

const made = (i: number, change: object = {}) => ({
  id: `town-${i}`,
  name: `Sample town ${i}`,
  country: ['PL', 'DE', 'CZ'][i % 3],
  latitude: Math.round(4900 + ((i * 7919) % 600)) / 100,
  longitude: Math.round(1000 + ((i * 104_729) % 1300)) / 100,
  acts: [],
  ...change,
});
const act = (id: string, what: string, title: string, date: string) => ({
  id,
  what,
  title,
  date,
  source: {name: 'Made up for this story', url: 'https://example.org/'},
});

/** Made up: symbolic renamings, a town with long words, one without actions, and three at one place. */
export const Renamings: Story = {
  tags: ['!visual'],
  args: {town: 'town-1'},
  parameters: {
    feed: feed({
      submitTown: 'https://example.org/add',
      towns: [
        made(1, {
          acts: [
            act('a', 'renaming', 'Vasil Bykau avenue', '2014-08-04'),
            act('b', 'renaming', 'Ales Bialiatski street', '2013'),
            act('c', 'action', 'An evening of letters', '2012-08'),
          ],
        }),
        made(2, {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'}),
        ...[3, 4, 5].map((i) => made(i, {latitude: 54.7, longitude: 25.3})),
      ],
    }),
  },
};

/** With a link to add a town. */
export const AddTown: Story = {
  tags: ['!visual'],
  parameters: {feed: feed({submitTown: 'https://example.org/add'})},
};

/** Five thousand towns, made up: countries are rendered when they are unfolded. */
export const VeryMany: Story = {
  tags: ['!visual'],
  parameters: {feed: feed({towns: Array.from({length: 5000}, (_, i) => made(i))})},
};

/** No links: sources and pages are text. */
export const WithoutLinks: Story = {tags: ['!visual'], args: {links: 'none', town: 'warsaw'}};

/** The feed has no towns: the fallback content stays. */
export const Empty: Story = {parameters: {feed: feed({towns: []})}, name: 'Failed: empty', tags: ['!visual']};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}, args: {town: 'warsaw'}};

/** From right to left; the map is not mirrored. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}, args: {town: 'warsaw'}};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}, tags: ['!visual']};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}, tags: ['!visual']};

/** Of the towns of the demo, those of some countries. */
export const SomeTowns: Story = {
  tags: ['!visual'],
  parameters: {feed: feed({towns: demo.towns.filter(({country}) => country === 'PL')})},
};
