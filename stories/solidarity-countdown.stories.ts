import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-countdown.js';
import {arabicFeed} from './feeds.js';
import {inEach, languages, only, tag, type Meta, type Story} from './stage.js';

const FALLBACK = 'The Day of Solidarity with Belarus is on 9 August.';

export default {
  title: 'Elements/Countdown',
  component: 'solidarity-countdown',
  tags: ['autodocs'],
  args: {observance: 'day-of-solidarity'},
  argTypes: {observance: {control: 'select', options: demo.observances.map(({id}) => id)}},
  render: only('solidarity-countdown', FALLBACK),
} satisfies Meta;

/** More than sixty days away: in years, months and days of the calendar; units that are zero are left out. */
export const Live: Story = {};

/** Without `observance`: the one whose day comes first. */
export const Next: Story = {args: {observance: undefined}};

/** Within sixty days: days and hours. */
export const Near: Story = {globals: {day: '2027-07-20'}};

/** The last hour: with seconds, which can be paused. */
export const LastHour: Story = {globals: {day: 'eve'}};

/** The day itself. */
export const Today: Story = {globals: {day: '2027-08-09'}};

/** The day after: it counts to the same day of the next year. */
export const After: Story = {globals: {day: '2027-08-10'}};

/** To a date that the page names, with a title in the slot `title`. */
export const ToADate: Story = {
  args: {observance: undefined, to: '2026-12-24T18:30', zone: 'Europe/Warsaw'},
  render: (args, {globals}) =>
    tag('solidarity-countdown', args, '<span slot="title">The vigil in Warsaw</span>', globals),
};

/** The time since a day. */
export const CountUp: Story = {args: {observance: undefined, to: '2020-08-09', direction: 'up'}};

/** In units that the page chooses. */
export const DaysAlone: Story = {args: {units: 'days'}};

/** The day in the reader’s own time zone. */
export const LocalDay: Story = {tags: ['!visual'], args: {zone: 'local'}};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** Every language of the library. Nothing here is a text of the feed. */
export const Languages: Story = {
  tags: ['!visual'],
  args: {observance: undefined, to: '2027-08-09'},
  render: inEach('solidarity-countdown', FALLBACK, languages),
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
