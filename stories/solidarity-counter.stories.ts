import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-counter.js';
import {at, broken, dark, everyLanguage, feed, languages, narrow, pending, rtl} from './support.js';

interface Args {
  src: string;
  lang: string;
  figure?: string;
  variant?: string;
  change?: string;
  trend: boolean;
  countUp: boolean;
}

const [held] = demo.figures;

export default {
  title: 'Elements/Counter',
  component: 'solidarity-counter',
  tags: ['autodocs'],
  args: {src: feed(), lang: 'en', trend: true, change: '', countUp: false},
  argTypes: {
    lang: {control: 'select', options: languages},
    figure: {control: 'select', options: demo.figures.map(({id}) => id)},
    variant: {control: 'select', options: ['card', 'headline', 'badge', 'inline']},
  },
  decorators: [at('2026-03-20T12:00:00Z')],
  render: ({src, lang, figure, variant, change, trend, countUp}) =>
    html`<solidarity-counter
      .src=${src}
      lang=${lang}
      .figure=${figure}
      .variant=${variant as 'card'}
      .change=${change}
      ?trend=${trend}
      ?count-up=${countUp}
      >More than 1,370 political prisoners (9 August 2024)</solidarity-counter
    >`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** A fresh figure with its change and its history. */
export const Live: Story = {};

/** The number alone, with all that it must never be without. */
export const Plain: Story = {args: {trend: false, change: undefined}};

/** Two thirds of the way to old: a newer figure is due. */
export const Ageing: Story = {decorators: [at('2026-04-10T12:00:00Z')]};

/** An old figure says so in words. */
export const Stale: Story = {decorators: [at('2026-11-22T12:00:00Z')]};

/** A feed past its end is old, however young its figures are: its publisher may have lost it. */
export const Expired: Story = {args: {src: feed({expires: '2026-03-19T00:00:00Z'})}};

/** A correction stands beside the number for thirty days. */
export const Corrected: Story = {
  args: {
    src: feed({
      issued: '2026-11-22T00:00:00Z',
      corrections: [
        {
          id: 'held-1',
          date: '2026-03-18',
          of: 'held',
          text: 'An example of a correction: twelve people had been counted twice.',
          was: 1152,
          is: 1140,
        },
      ],
    }),
  },
};

/** A figure that was withdrawn: the page's own words may be what was wrong. */
export const Withdrawn: Story = {
  args: {
    src: feed({
      figures: [],
      corrections: [
        {
          id: 'held-1',
          date: '2026-03-18',
          of: 'held',
          text: 'An example of a withdrawal: the source has taken this figure back.',
          retracted: true,
        },
      ],
    }),
  },
};

/** For the top of a page. */
export const Headline: Story = {args: {variant: 'headline'}};

/** For a footer or a sidebar. */
export const Badge: Story = {args: {variant: 'badge', trend: false, change: undefined}};

/** Part of the page’s own sentence. */
export const Inline: Story = {
  args: {variant: 'inline', trend: false, change: undefined},
  render: ({src, lang}) =>
    html`<p>
      By the newest count,
      <solidarity-counter .src=${src} lang=${lang} variant="inline"
        >more than 1,370 political prisoners</solidarity-counter
      >
      are behind bars.
    </p>`,
};

/** Another figure of the feed, under its own title. */
export const Women: Story = {args: {figure: 'women'}};

/** Counts up once; a reader who prefers reduced motion has the number at once. */
export const CountUp: Story = {args: {countUp: true}};

/** “More than” takes another case in Belarusian. */
export const MoreThan: Story = {
  args: {
    src: feed({figures: [{...held, value: 1371, qualifier: 'more-than', asOf: '2024-08-09', history: []}]}),
    lang: 'be',
    trend: false,
    change: undefined,
  },
};

/** Belarusian in every engine, also where Intl has none. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language that we have. */
export const Languages: Story = {decorators: [everyLanguage]};

/** On a page from right to left: the layout and the axis of time are mirrored. */
export const RightToLeft: Story = {args: {lang: 'ar'}, decorators: [rtl]};

/** On a dark page. */
export const Dark: Story = {decorators: [dark]};

/** In a column of 200 px. */
export const Narrow: Story = {decorators: [narrow]};

/** The feed cannot be had: the page’s own words stay. */
export const Failed: Story = {args: {src: broken}};

/** The feed is under way: the page’s own words stand. */
export const Loading: Story = {args: {src: pending}};
