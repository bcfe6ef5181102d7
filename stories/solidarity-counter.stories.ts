import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-counter.js';
import {arabicFeed, feed} from './feeds.js';
import {inEach, languages, only, tag, type Meta, type Story} from './stage.js';

const [held] = demo.figures;
const FALLBACK = 'Political prisoners in Belarus';

export default {
  title: 'Elements/Counter',
  component: 'solidarity-counter',
  tags: ['autodocs'],
  args: {trend: true, change: ''},
  argTypes: {figure: {control: 'select', options: demo.figures.map(({id}) => id)}},
  render: only('solidarity-counter', FALLBACK),
} satisfies Meta;

/** A recent figure with its change and its history. Bounds are not subtracted: the change names both counts. */
export const Live: Story = {};

/** The number with its qualifier, unit, date, source and definition. */
export const Plain: Story = {args: {trend: false, change: undefined}};

/** After two thirds of `staleAfterDays`: a newer figure is due. */
export const Ageing: Story = {globals: {day: '2026-04-10'}};

/** After `staleAfterDays`: the figure is out of date. */
export const Stale: Story = {globals: {day: '2026-11-22'}};

/** The feed has expired: its figures are out of date, whatever their dates. */
export const Expired: Story = {tags: ['!visual'], globals: {feed: 'stale'}};

/** A correction is shown for thirty days. */
export const Corrected: Story = {
  parameters: {
    feed: feed({
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

/** The figure was withdrawn: the reason is shown, since the fallback content may be the withdrawn figure. */
export const Withdrawn: Story = {
  parameters: {
    feed: feed({
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

/** Large, for the top of a page. */
export const Headline: Story = {args: {variant: 'headline'}};

/** The same, when the figure is out of date. */
export const StaleHeadline: Story = {args: {variant: 'headline'}, globals: {day: '2026-11-22'}};

/** Small, for a footer or a sidebar. The definition is behind its button. */
export const Badge: Story = {args: {variant: 'badge', trend: false, change: undefined}};

/** The same, when the figure is out of date. */
export const StaleBadge: Story = {
  args: {variant: 'badge', trend: false, change: undefined},
  globals: {day: '2026-11-22'},
};

/** Part of a sentence of the page. */
export const Inline: Story = {
  args: {variant: 'inline', trend: false, change: undefined},
  render: (args, {globals}) => {
    const words = 'people whom human rights groups recognise as political prisoners';
    return `<p>Behind bars, by the newest count that has a source: ${tag('solidarity-counter', args, words, globals)}.</p>`;
  },
};

/** The same, when the figure is out of date. */
export const StaleInline: Story = {...Inline, globals: {day: '2026-11-22'}};

/** A figure without `unit`: its title says what is counted. */
export const Women: Story = {args: {figure: 'women'}};

/** Counts up once, unless the reader prefers reduced motion. */
export const CountUp: Story = {tags: ['!visual'], args: {'count-up': true}};

/** “More than” takes another case than “at least” in Belarusian. */
export const MoreThan: Story = {
  args: {trend: false, change: undefined},
  globals: {lang: 'be', day: '2024-08-10'},
  parameters: {
    feed: feed({figures: [{...held, value: 1371, qualifier: 'more-than', asOf: '2024-08-09', history: []}]}),
  },
};

/** Belarusian, also in browsers whose `Intl` has no Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** Every language of the library. A badge of a figure with `unit` shows no text of the feed but the source. */
export const Languages: Story = {
  tags: ['!visual'],
  args: {variant: 'badge', trend: false, change: undefined},
  render: inEach('solidarity-counter', FALLBACK, languages),
};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
