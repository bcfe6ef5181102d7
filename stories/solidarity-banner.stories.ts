import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-banner.js';
import {arabicFeed} from './feeds.js';
import {only, tag, type Meta, type Render, type Story} from './stage.js';

const FALLBACK = 'Solidarity is stronger than repression!';

export default {
  title: 'Elements/Banner',
  component: 'solidarity-banner',
  tags: ['autodocs'],
  argTypes: {campaign: {control: 'select', options: demo.campaigns.map(({id}) => id)}},
  render: only('solidarity-banner', FALLBACK),
} satisfies Meta;

/** Outside all phases: the campaign’s general slogan and call. */
export const Live: Story = {};

/** The fortnight before the day: the phase `teaser`. */
export const Teaser: Story = {globals: {day: '2027-08-01'}};

/** The day itself. */
export const TheDay: Story = {globals: {day: '2027-08-09'}};

/** The week after. */
export const Thanks: Story = {globals: {day: '2027-08-12'}};

/** A page with links, and the banner before or after them. */
const atEdge: Render = (args, {globals}) => {
  const banner = tag('solidarity-banner', args, '', globals);
  const page = Array.from({length: 12}, (_, i) => `<p><a href="#${i}">A link of the page, number ${i + 1}</a></p>`);
  return (args.position === 'top' ? [banner, ...page] : [...page, banner]).join('\n');
};

/** A window of its own on the docs page, too, and not a low one, in which a banner leaves its edge. */
const inWindow = {docs: {story: {inline: false, height: '520px'}}};

/** At the top of the window. The page is scrolled where the banner covers the focused link. */
export const Top: Story = {args: {position: 'top'}, parameters: inWindow, render: atEdge};

/** At the bottom of the window. */
export const Bottom: Story = {args: {position: 'bottom'}, parameters: inWindow, render: atEdge};

/** Without a button: the banner cannot be dismissed. */
export const NotDismissible: Story = {args: {dismiss: 'none'}};

/** For pages that must not link. */
export const WithoutLink: Story = {args: {links: 'none'}};

/** Belarusian. */
export const Belarusian: Story = {globals: {lang: 'be'}};

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
