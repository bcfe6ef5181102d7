import {page} from '../dom/page.js';

/** By an `<a>`, as in `resolveUrl`. */
const parse = (href: string) => Object.assign(page.createElement('a'), {href});

/**
 * The address of a picture. A path is on the host of the feed, or of the page where the feed is inside it (or in a blob);
 * a page that has no host itself (`blob:`, `srcdoc`) is of its origin.
 * Undefined for another host, unless the page allows it: whoever runs it learns the reader's address.
 */
export const pictureUrl = (picture: string, feed: string | undefined, hosts = ''): string | undefined => {
  // Not the page's `<base>`, which may be of another host.
  const base = parse([feed, page.URL].find((url) => url && !/^(blob|about):/.test(url)) ?? location.origin);
  if (picture.startsWith('/')) return `${base.protocol}//${base.host}${picture}`;
  if (!picture.startsWith('https:')) return base.href.replace(/[?#].*/s, '').replace(/[^/]*$/, '') + picture;
  const {host, href, protocol} = parse(picture);
  const isOwn = host === base.host && protocol === base.protocol;
  // As a browser writes them: in small letters, without the usual port, and `xn--…` for `фота.бел`.
  return isOwn || hosts.split(/\s+/).some((one) => parse(`https://${one}`).host === host) ? href : undefined;
};
