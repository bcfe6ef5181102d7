import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-trend.js';
import {arabicFeed, feed} from './feeds.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Trend',
  component: 'solidarity-trend',
  tags: ['autodocs'],
  render: only('solidarity-trend', 'At least 1,140 political prisoners in Belarus on 5 March 2026 (Pozirk).'),
} satisfies Meta;

const [held] = demo.figures as [(typeof demo.figures)[0]];
/** The demo's feed with the first figure changed. */
const withHeld = (change: object) => feed({figures: [{...held, ...change}]});

/** Every count with its source, mass releases, and the newest count chosen. */
export const Live: Story = {};

/** Two figures on the same axes. The second has gaps: nobody counted for more than half a year. */
export const TwoFigures: Story = {args: {compare: 'women'}};

/** The count is older than its time: the chart has the colour of text, and one box says so. */
export const Stale: Story = {globals: {day: '2026-11-22'}};

/** A title that is a heading of the page. */
export const Heading: Story = {args: {heading: 2}, tags: ['!visual']};

/** Counts of less than a year: the axis has the first and the last day. */
export const ShortTime: Story = {
  parameters: {
    feed: withHeld({history: held.history?.filter(({date}) => date > '2025-08-01'), annotations: []}),
  },
};

/** Only one count: there is no chart. */
export const Single: Story = {parameters: {feed: withHeld({history: [], annotations: []})}};

/** Counts of one day by two sources: a table, and no chart. */
export const OneDay: Story = {
  tags: ['!visual'],
  parameters: {
    feed: withHeld({
      asOf: '2026-03-05',
      history: [{date: '2026-03-05', value: 1131, source: {name: 'Reform.news'}}],
      annotations: [],
    }),
  },
};

/** A recent correction. */
export const Corrected: Story = {
  parameters: {
    feed: feed({
      corrections: [
        {
          id: 'held-1',
          date: '2026-03-18',
          of: 'held',
          text: {en: 'Twelve people were counted twice.'},
          was: 1152,
          is: 1140,
        },
      ],
    }),
  },
};

/** The figure was withdrawn: only that is shown. */
export const Withdrawn: Story = {
  args: {figure: 'gone'},
  parameters: {
    feed: feed({
      corrections: [
        {id: 'gone-1', date: '2026-03-18', of: 'gone', retracted: true, text: {en: 'Its source withdrew it.'}},
      ],
    }),
  },
};

/** Sources without links. */
export const WithoutLinks: Story = {args: {links: 'none'}, tags: ['!visual']};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left: time still runs from left to right. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}};

/** The feed lacks the figure: the fallback content stays. */
export const Missing: Story = {args: {figure: 'nothing'}, name: 'Failed: missing'};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
