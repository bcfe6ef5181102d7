import {InvalidArgumentError, Option} from 'commander';
import {LANG} from '../../../feed/fields.js';
import type {LinkPolicy} from '../../../feed/links.js';
import {localeOf, LOCALES} from '../../render/locales.js';

/* Options that several commands have, and what their values are. */

const ANYWHERE = 'https://example.org/';

const isWeb = (value: string, base?: string) =>
  URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol);

/** A whole web address. */
export const webAddress = (value: string) => {
  if (!isWeb(value))
    throw new InvalidArgumentError('It must be a whole address, such as https://example.org/news.json');
  return value;
};

/** A web address, or a path on the page's own site. */
export const pageAddress = (value: string) => {
  if (!value.trim() || !isWeb(value, ANYWHERE))
    throw new InvalidArgumentError('It must be an address, such as https://example.org/feed.json or /feed.json');
  return value;
};

/** A BCP 47 tag; the locale's where the argument is another way to write it, such as `be_BY` or `ua`. */
export const langTag = (value: string) => {
  const known = localeOf(value);
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  if (LANG(value) && (!known || language(known) === language(value))) return value;
  if (known) return known;
  throw new InvalidArgumentError('A language is written as be, de or pt-BR.');
};

/** One of our languages: where each language has files of its own, English in place of another would be none. */
export const ourLang = (value: string) => {
  const known = localeOf(value);
  if (known) return known;
  throw new InvalidArgumentError(`Our languages are ${LOCALES.join(', ')}.`);
};

const POLICIES: readonly LinkPolicy[] = ['all', 'unlisted', 'none'];

/** The option `--links`: in Belarus, to spread a link to a banned page is an offence. */
export const linksOption = (usual: LinkPolicy) =>
  new Option(
    '--links <policy>',
    'which links to include: all; unlisted: only those that the feed says are banned in no country; none',
  )
    .choices(POLICIES)
    .default(usual);

/** The option `--today`. */
export const todayOption = (use: string) => new Option('--today <date>', `${use}, as 2027-08-09 (default: today)`);
