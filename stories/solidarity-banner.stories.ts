import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/define/solidarity-banner.js';
import {arabicFeed, at, broken, dark, feed, feedLanguages, inEach, languages, narrow, pending, rtl} from './support.js';

interface Args {
  src: string;
  lang: string;
  position?: 'inline' | 'top' | 'bottom';
  dismiss?: 'memory' | 'session' | 'local' | 'none';
  links?: 'all' | 'unlisted' | 'none';
}

export default {
  title: 'Elements/Banner',
  component: 'solidarity-banner',
  tags: ['autodocs'],
  args: {src: feed(), lang: 'en'},
  argTypes: {
    lang: {control: 'select', options: languages},
    position: {control: 'select', options: ['inline', 'top', 'bottom']},
    dismiss: {control: 'select', options: ['memory', 'session', 'local', 'none']},
    links: {control: 'select', options: ['all', 'unlisted', 'none']},
  },
  decorators: [at('2026-11-22T12:00:00Z')],
  render: ({src, lang, position, dismiss, links}) =>
    html`<solidarity-banner .src=${src} lang=${lang} .position=${position} .dismiss=${dismiss} .links=${links}
      >Solidarity is stronger than repression!</solidarity-banner
    >`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Outside all phases: the campaign’s general slogan and call. */
export const Live: Story = {};

/** The fortnight before the day: the phase `teaser`. */
export const Teaser: Story = {decorators: [at('2027-08-01T12:00:00Z')]};

/** The day itself. */
export const TheDay: Story = {decorators: [at('2027-08-09T12:00:00Z')]};

/** The week after. */
export const Thanks: Story = {decorators: [at('2027-08-12T12:00:00Z')]};

const story = (position: string) => (args: Args) => {
  const banner = html`<solidarity-banner .src=${args.src} lang=${args.lang} position=${position}></solidarity-banner>`;
  const page = Array.from(
    {length: 12},
    (_, i) => html`<p><a href=${`#${i}`}>A link of the page, number ${i + 1}</a></p>`,
  );
  return position === 'top' ? [banner, ...page] : [...page, banner];
};

/** At the top of the window. The page is scrolled where the banner covers the focused link. */
export const Top: Story = {render: (args) => html`<div>${story('top')(args)}</div>`};

/** At the bottom of the window. */
export const Bottom: Story = {render: (args) => html`<div>${story('bottom')(args)}</div>`};

/** Without a button: the banner cannot be dismissed. */
export const NotDismissible: Story = {args: {dismiss: 'none'}};

/** For pages that must not link. */
export const WithoutLink: Story = {args: {links: 'none'}};

/** Belarusian. */
export const Belarusian: Story = {args: {lang: 'be'}};

/** Every language of the demo’s feed. In the others the banner is in English. */
export const Languages: Story = {decorators: [inEach(feedLanguages)]};

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
