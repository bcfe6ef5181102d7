import type {Head} from '../../feed/sections/head.js';
import type {LinkPolicy} from '../../feed/links.js';
import type {Locale} from '../../i18n/locale-data.js';

/** What a feed is rendered for. */
export interface RenderOptions {
  /** The language of our words, and of the feed's texts where it has them. */
  readonly locale: Locale;
  /** BCP 47 tag of the page or file, which may be in a language that the library lacks. */
  readonly lang: string;
  /** The language of the feed's plain strings, and when the feed expires. */
  readonly feed: Pick<Head, 'lang' | 'expires'>;
  readonly links: LinkPolicy;
  /** The civil date: whether a figure is out of date. */
  readonly today: string;
}

/** The part of the options that our descriptions take. */
export const contextOf = ({locale, feed, today}: RenderOptions) => ({
  locale,
  feedLang: feed.lang,
  expires: feed.expires,
  today,
});
