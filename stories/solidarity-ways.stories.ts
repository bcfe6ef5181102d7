import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-ways.js';
import {at, broken, dark, everyLanguage, feed, languages, narrow, pending, rtl} from './support.js';

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

/** All ways but military ones, searchable since they are many. */
export const Live: Story = {};

/** What is meant for parliamentarians comes first. */
export const ForParliamentarians: Story = {args: {audience: 'parliamentarians'}};

/** Some categories alone, and too few to search. */
export const SomeCategories: Story = {args: {category: 'write prisoners'}};

/** Categories that a newsroom cannot carry. */
export const Excluded: Story = {args: {exclude: 'humanitarian prisoners'}};

/** Military help is shown where it is asked for. */
export const Military: Story = {args: {category: 'military'}};

/** The first four, and a button for the rest. */
export const Limited: Story = {args: {limit: 4}};

/** A very long list: the first fifty, a button for the rest, and a search through all. */
export const VeryLong: Story = {
  args: {
    src: feed({
      ways: Array.from({length: 10}, (_, i) => demo.ways.map((way) => ({...way, id: `${way.id}-${i}`}))).flat(),
    }),
  },
};

/** No links: names are text. */
export const WithoutLinks: Story = {args: {links: 'none'}};

/** Links only to bodies verified as designated nowhere. */
export const UndesignatedLinks: Story = {args: {links: 'unlisted'}};

/** A way whose organisation has closed says so, and stands last. */
export const Closed: Story = {args: {category: 'prisoners'}};

/** Nothing for this page in the feed: its own words stay. */
export const Empty: Story = {args: {src: feed({ways: demo.ways.slice(0, 0)})}, name: 'Failed: empty'};

/** Belarusian. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language that we have. */
export const Languages: Story = {args: {limit: 1}, decorators: [everyLanguage]};

/** On a page from right to left. */
export const RightToLeft: Story = {args: {lang: 'ar'}, decorators: [rtl]};

/** On a dark page. */
export const Dark: Story = {decorators: [dark]};

/** In a column of 200 px. */
export const Narrow: Story = {decorators: [narrow]};

/** The feed cannot be had: the page’s own words stay. */
export const Failed: Story = {args: {src: broken}};

/** The feed is under way: the page’s own words stand. */
export const Loading: Story = {args: {src: pending}};
