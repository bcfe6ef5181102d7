import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-counter.js';
import {arabicFeed, at, broken, dark, feed, inEach, languages, narrow, pending, rtl} from './support.js';

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
      >Political prisoners in Belarus</solidarity-counter
    >`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** A recent figure with its change and its history. Bounds are not subtracted: the change names both counts. */
export const Live: Story = {};

/** The number with its qualifier, unit, date, source and definition. */
export const Plain: Story = {args: {trend: false, change: undefined}};

/** After two thirds of `staleAfterDays`: a newer figure is due. */
export const Ageing: Story = {decorators: [at('2026-04-10T12:00:00Z')]};

/** After `staleAfterDays`: the figure says that it is old. */
export const Stale: Story = {decorators: [at('2026-11-22T12:00:00Z')]};

/** The feed has expired: its figures are old, whatever their dates. */
export const Expired: Story = {args: {src: feed({expires: '2026-03-19T00:00:00Z'})}};

/** A correction is shown below the number for thirty days. */
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

/** The figure was withdrawn: the reason is shown, since the fallback content may be the withdrawn figure. */
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

/** Large, for the top of a page. */
export const Headline: Story = {args: {variant: 'headline'}};

/** Small, for a footer or a sidebar. The definition is behind the button “?”. */
export const Badge: Story = {args: {variant: 'badge', trend: false, change: undefined}};

/** Part of a sentence of the page. */
export const Inline: Story = {
  args: {variant: 'inline', trend: false, change: undefined},
  render: ({src, lang}) =>
    html`<p>
      Behind bars, by the newest count that has a source:
      <solidarity-counter .src=${src} lang=${lang} variant="inline"
        >people whom human rights groups recognise as political prisoners</solidarity-counter
      >.
    </p>`,
};

/** A figure without `unit`: its title says what is counted. */
export const Women: Story = {args: {figure: 'women'}};

/** Counts up once, unless the reader prefers reduced motion. */
export const CountUp: Story = {args: {countUp: true}};

/** “More than” takes another case than “at least” in Belarusian. */
export const MoreThan: Story = {
  args: {
    src: feed({figures: [{...held, value: 1371, qualifier: 'more-than', asOf: '2024-08-09', history: []}]}),
    lang: 'be',
    trend: false,
    change: undefined,
  },
};

/** Belarusian, also in browsers whose `Intl` has no Belarusian. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language of the library. A badge of a figure with `unit` shows no text of the feed but the source. */
export const Languages: Story = {
  args: {variant: 'badge', trend: false, change: undefined},
  decorators: [inEach(languages)],
};

/** On a page that is written from right to left: the layout and the chart’s time axis are mirrored. */
export const RightToLeft: Story = {args: {src: arabicFeed, lang: 'ar'}, decorators: [rtl]};

/** On a dark page. */
export const Dark: Story = {decorators: [dark]};

/** In a column of 200 px. */
export const Narrow: Story = {decorators: [narrow]};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {args: {src: broken}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {args: {src: pending}};
