import {InvalidArgumentError} from 'commander';

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
