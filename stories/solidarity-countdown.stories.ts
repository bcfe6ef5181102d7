import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-countdown.js';
import {arabicFeed, at, broken, dark, feed, inEach, languages, narrow, pending, rtl} from './support.js';

interface Args {
  src: string;
  lang: string;
  observance?: string;
  to?: string;
  zone?: string;
  units?: string;
  direction?: 'down' | 'up';
}

export default {
  title: 'Elements/Countdown',
  component: 'solidarity-countdown',
  tags: ['autodocs'],
  args: {src: feed(), lang: 'en', observance: 'day-of-solidarity'},
  argTypes: {
    lang: {control: 'select', options: languages},
    observance: {control: 'select', options: demo.observances.map(({id}) => id)},
    direction: {control: 'select', options: ['down', 'up']},
  },
  decorators: [at('2026-11-22T12:00:00Z')],
  render: ({src, lang, observance, to, zone, units, direction}) =>
    html`<solidarity-countdown
      .src=${src}
      lang=${lang}
      .observance=${observance}
      .to=${to}
      .zone=${zone}
      .units=${units}
      .direction=${direction}
      >The Day of Solidarity with Belarus is on 9 August.</solidarity-countdown
    >`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** More than sixty days away: in years, months and days of the calendar; units that are zero are left out. */
export const Live: Story = {};

/** Without `observance`: the one whose day comes first. */
export const Next: Story = {args: {observance: undefined}};

/** Within sixty days: days and hours. */
export const Near: Story = {decorators: [at('2027-07-20T12:00:00Z')]};

/** The last hour: with seconds, which can be paused. */
export const LastHour: Story = {decorators: [at('2027-08-08T20:30:00Z')]};

/** The day itself. */
export const Today: Story = {decorators: [at('2027-08-09T09:00:00Z')]};

/** The day after: it counts to the same day of the next year. */
export const After: Story = {decorators: [at('2027-08-10T09:00:00Z')]};

/** To a date that the page names, with a title in the slot `title`. */
export const ToADate: Story = {
  render: ({src, lang}) =>
    html`<solidarity-countdown .src=${src} lang=${lang} to="2026-12-24T18:30" zone="Europe/Warsaw"
      ><span slot="title">the vigil in Warsaw</span></solidarity-countdown
    >`,
};

/** The time since a day. */
export const CountUp: Story = {args: {observance: undefined, to: '2020-08-09', direction: 'up'}};

/** In units that the page chooses. */
export const DaysAlone: Story = {args: {units: 'days'}};

/** The day in the reader’s own time zone. */
export const LocalDay: Story = {args: {zone: 'local'}};

/** Belarusian. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language of the library. Nothing here is a text of the feed. */
export const Languages: Story = {args: {observance: undefined, to: '2027-08-09'}, decorators: [inEach(languages)]};

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
