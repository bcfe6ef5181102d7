import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-amplify.js';
import {arabicFeed, feed} from './feeds.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Share and posters',
  component: 'solidarity-amplify',
  tags: ['autodocs'],
  render: only('solidarity-amplify', 'Share news about Belarus with #StandWithBelarus where that is safe for you.'),
} satisfies Meta;

/** The feed's messages: the figure in the text has its date and source. */
export const Live: Story = {};

/** One message, without a figure. */
export const OneMessage: Story = {args: {message: 'civil-society'}};

/** The figure is out of date: the text says so. */
export const Stale: Story = {globals: {day: '2026-11-22'}, args: {message: 'political-prisoners'}};

/** A text that is too long for some networks. */
export const TooLong: Story = {
  parameters: {feed: feed({amplify: [{id: 'long', text: 'Solidarity is stronger than repression! '.repeat(9)}]})},
};

/** Without links: the text can be copied, or shared by the system. */
export const WithoutLinks: Story = {args: {links: 'none', message: 'political-prisoners'}};

/** The slogan in all languages. */
export const Slogans: Story = {
  args: {variant: 'slogans', campaign: 'day-of-solidarity-with-civil-society'},
  // In scripts whose letters would be those of the machine.
  tags: ['!visual'],
};

/** For an information board, 16:9. */
export const Board: Story = {args: {variant: 'board', campaign: 'day-of-solidarity-with-civil-society'}};

/** For an upright information board. */
export const PortraitBoard: Story = {
  tags: ['!visual'],
  args: {variant: 'board', orientation: 'portrait'},
};

/** A poster, with files to print. */
export const Poster: Story = {args: {variant: 'poster'}};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}};

/** The figure of the only message was withdrawn: so is the message, and the fallback content stays. */
export const Withdrawn: Story = {
  name: 'Failed: withdrawn',
  args: {message: 'political-prisoners'},
  parameters: {feed: feed({figures: demo.figures.filter(({id}) => id !== 'held')})},
};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
