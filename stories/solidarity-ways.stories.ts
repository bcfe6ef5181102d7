import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-ways.js';
import {arabicFeed, at, broken, dark, feed, feedLanguages, inEach, languages, narrow, pending, rtl} from './support.js';

interface Args {
  src: string;
  lang: string;
  audience?: 'everyone' | 'parliamentarians' | 'journalists' | 'municipalities';
  category?: string;
  exclude?: string;
  limit?: number;
  links?: 'all' | 'unlisted' | 'none';
}

export default {
  title: 'Elements/Ways to help',
  component: 'solidarity-ways',
  tags: ['autodocs'],
  args: {src: feed(), lang: 'en'},
  argTypes: {
    lang: {control: 'select', options: languages},
    audience: {control: 'select', options: ['everyone', 'parliamentarians', 'journalists', 'municipalities']},
    links: {control: 'select', options: ['all', 'unlisted', 'none']},
  },
  decorators: [at('2026-11-22T12:00:00Z')],
  render: ({src, lang, audience, category, exclude, limit, links}) =>
    html`<solidarity-ways
      .src=${src}
      lang=${lang}
      .audience=${audience}
      .category=${category}
      .exclude=${exclude}
      .limit=${limit}
      .links=${links}
      >Write to a prisoner, support a family, speak about Belarus.</solidarity-ways
    >`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

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
  args: {
    src: feed({
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
  args: {
    src: feed({
      ways: demo.ways.map((way) => (way.id === 'women-prisoners' ? {...way, organisations: ['politvyazynka']} : way)),
    }),
  },
};

/** The feed has no ways: the fallback content stays. */
export const Empty: Story = {args: {src: feed({ways: demo.ways.slice(0, 0)})}, name: 'Failed: empty'};

/** Belarusian. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language of the demo’s feed. In the others the list is in English. */
export const Languages: Story = {args: {limit: 1}, decorators: [inEach(feedLanguages)]};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {args: {src: arabicFeed, lang: 'ar'}, decorators: [rtl]};

/** On a dark page. */
export const Dark: Story = {decorators: [dark]};

/** In a column of 200 px. */
export const Narrow: Story = {decorators: [narrow]};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {args: {src: broken}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {args: {src: pending}};
