import '../src/define/solidarity-events.js';
import {arabicFeed, feed} from './feeds.js';
import {changed, coming, eventFeed, many} from './sample-events.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Events',
  component: 'solidarity-events',
  tags: ['autodocs'],
  render: only('solidarity-events', 'Events are announced on the page of the campaign.'),
  parameters: {feed: eventFeed(coming)},
} satisfies Meta;

/** Sample events: one that is going on, one of several days, one online in the next seven days, and a later one. */
export const Live: Story = {};

/** Moved, postponed and cancelled. */
export const Changed: Story = {parameters: {feed: eventFeed(changed)}};

/** More than six events at several places: a reader can choose one. More than ten are shown on demand. */
export const Places: Story = {parameters: {feed: eventFeed(many)}};

/** Only events in Germany. */
export const OneCountry: Story = {args: {country: 'DE'}};

/** The demo’s feed: no event is announced, and there is something to organise. Past events are hidden. */
export const None: Story = {parameters: {feed: feed()}};

/** The demo’s past events, each with its source. */
export const Past: Story = {args: {past: true}, parameters: {feed: feed()}};

/** With the pages of the feed on which to tell of an event, and its calendar. */
export const WithPages: Story = {
  parameters: {
    feed: eventFeed(coming.slice(4), {
      submitEvent: 'https://example.org/events/new',
      calendar: 'https://example.org/calendar.ics',
    }),
  },
};

/** A link that can be dangerous to open is marked. */
export const ListedLinks: Story = {
  parameters: {feed: eventFeed(coming.slice(2, 3).map((event) => ({...event, designatedIn: ['BY']})))},
};

/** No links, and why. */
export const WithoutLinks: Story = {args: {links: 'none'}, parameters: {feed: eventFeed(coming.slice(2, 3))}};

/** The feed has no events and nothing to organise. */
export const Nothing: Story = {parameters: {feed: feed({events: [], ways: []})}};

/** The feed has no section of events: the fallback content stays. */
export const Empty: Story = {parameters: {feed: feed({events: undefined})}, name: 'Failed: no section'};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}};

/** The same without events. */
export const RightToLeftNone: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
