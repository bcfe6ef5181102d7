import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-ways.js';
import {arabicFeed, feed} from './feeds.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Ways to help',
  component: 'solidarity-ways',
  tags: ['autodocs'],
  render: only('solidarity-ways', 'Write to a prisoner, support a family, speak about Belarus.'),
} satisfies Meta;

/** The first four of all ways except military ones. More than twelve can be searched. */
export const Live: Story = {};

/** Ways for parliamentarians come first. */
export const ForParliamentarians: Story = {args: {audience: 'parliamentarians'}};

/** Only some categories, and too few ways for a search field. */
export const SomeCategories: Story = {args: {category: 'write prisoners'}};

/** Without categories that a newsroom must not show. */
export const Excluded: Story = {args: {exclude: 'humanitarian prisoners'}};

/** Military help is shown only where `category` names it. */
export const Military: Story = {args: {category: 'military'}};

/** The first two, and a button that shows more. */
export const Limited: Story = {args: {limit: 2}};

/** A very long list: rendered page by page, and a search in all. */
export const VeryLong: Story = {
  tags: ['!visual'],
  args: {limit: 8},
  parameters: {
    feed: feed({
      ways: Array.from({length: 10}, (_, i) => demo.ways.map((way) => ({...way, id: `${way.id}-${i}`}))).flat(),
    }),
  },
};

/** No links, and why: names are text. */
export const WithoutLinks: Story = {args: {links: 'none'}};

/** Links only to organisations and pages that were verified as listed in no country. */
export const UnlistedLinks: Story = {args: {links: 'unlisted'}};

/** A way whose organisations have all closed is folded away. */
export const Closed: Story = {
  parameters: {
    feed: feed({
      ways: demo.ways.map((way) => (way.id === 'women-prisoners' ? {...way, organisations: ['politvyazynka']} : way)),
    }),
  },
};

/** The feed has no ways: the fallback content stays. */
export const Empty: Story = {parameters: {feed: feed({ways: []})}, name: 'Failed: empty'};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {args: {limit: 4}, globals: {width: '200'}};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
