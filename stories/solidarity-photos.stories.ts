import '../src/define/solidarity-photos.js';
import {feed} from './feeds.js';
import {photoFeed, photos} from './sample-photos.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/Photos',
  component: 'solidarity-photos',
  tags: ['autodocs'],
  render: only('solidarity-photos', 'Photos are on the page of the campaign.'),
  parameters: {feed: photoFeed()},
} satisfies Meta;

/** Drawings in the place of photos. Each opens over the page. */
export const Live: Story = {};

/** One photo. */
export const One: Story = {parameters: {feed: photoFeed(photos.slice(0, 1))}};

/** The demo’s feed has no photos: how to take one. */
export const None: Story = {parameters: {feed: feed()}};

/** With the page of the feed to which photos are sent. */
export const WithPage: Story = {parameters: {feed: photoFeed([], {submitPhoto: 'https://example.org/photos/new'})}};

/** A picture that cannot be loaded: what it shows is there in words. */
export const Missing: Story = {
  // The time at which the browser gives up is its own.
  tags: ['!visual'],
  parameters: {feed: photoFeed([{...photos[0], url: 'no-such-picture.png'}, ...photos.slice(1)])},
};

/** On another host, which the page does not allow: the fallback content stays. */
export const OtherHost: Story = {
  parameters: {feed: photoFeed([{...photos[0], url: 'https://photos.example/a.png'}])},
  name: 'Failed: another host',
};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
