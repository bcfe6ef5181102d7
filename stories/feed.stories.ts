import '../src/define/solidarity-counter.js';
import {only, type Meta, type Story} from './stage.js';

/** One counter, and what becomes of it when something is wrong with its feed. */
export default {
  title: 'Feed',
  component: 'solidarity-counter',
  render: only('solidarity-counter', 'Political prisoners in Belarus'),
} satisfies Meta;

/** The figure with its date, source and definition. */
export const Live: Story = {globals: {feed: 'live'}};

/** The feed has expired: its publisher may have lost control of it. */
export const Stale: Story = {globals: {feed: 'stale'}};

/** The feed has not arrived yet. */
export const Loading: Story = {globals: {feed: 'loading'}};

/** The server cannot be reached. */
export const Offline: Story = {globals: {feed: 'offline'}};

/** The file is cut off in the middle. */
export const Broken: Story = {globals: {feed: 'broken'}};

/** The page pins its publisher’s keys, and the feed is not signed by one of them. */
export const WrongSignature: Story = {globals: {feed: 'signature'}};
