import {attributeOf, unclobbered} from '../dom/page.js';
import {dataOf, pickAttributes, type Attributes} from './attributes.js';

/* Where a page asks for an element: by a link to an embed page, by `data-solidarity`, or by the script tag itself. */

/** What may be such a place. */
export const PLACES =
  'a[href*="/embed/"][href*=".html"],:is(a,blockquote,div,figure,p,section,span)[data-solidarity],script[data-widget]';

/** An element that a place asks for. */
export interface Wanted {
  /** `counter`. */
  readonly name: string;
  readonly attributes: Record<string, string>;
  /** Whether the page names it by `data-*`, and not only by a link, which may be meant as one. */
  readonly isNamed: boolean;
}

/** An embed page within its folder: language, name, query. */
const EMBED_PAGE = /^(?:([a-z]{2,3}(?:-\w{2,8})*)\/)?([a-z]+)\.html(?:\?([^#]{0,1000}))?(?:#.*)?$/i;

/** What a place asks for; undefined where it asks for none of the elements. `base` is the folder of the script. */
export const wantedAt = (place: Element, base: string, allowed: Attributes): Wanted | undefined => {
  const {localName} = place;
  const {href, src} = place as Partial<HTMLAnchorElement & HTMLScriptElement>;
  const isScript = localName === 'script';
  // A script in SVG has no `src`, and the `href` of a link there is an object.
  if (isScript && !src?.startsWith(`${base}solidarity`)) return undefined;
  const isLink = localName === 'a' && typeof href === 'string' && href.startsWith(`${base}embed/`);
  const [, lang, linked, query] = (isLink && EMBED_PAGE.exec(href.slice(base.length + 6))) || [];
  const named = attributeOf(place, isScript ? 'data-widget' : 'data-solidarity')
    ?.trim()
    .toLowerCase();
  const name = named ?? linked;
  if (!name || !Object.hasOwn(allowed, name)) return undefined;
  const values = [...(lang ? [['lang', lang] as const] : []), ...new URLSearchParams(query), ...dataOf(place)];
  return {name, attributes: pickAttributes(values, allowed[name]!), isNamed: !!named};
};

const INLINE = 'a,abbr,b,bdi,cite,code,del,em,font,i,ins,mark,q,s,small,span,strong,sub,sup,u';
const isBlank = (node: Node) => !unclobbered(node).textContent!.trim();

/** Whether a node that may be any of the page's is an element that a selector matches. */
export const isMatch = (node: Node | null, selector: string) =>
  node instanceof Element && unclobbered(node).matches(selector);

/** Whether a place is part of a sentence, or of a heading. */
export const isInText = (place: Element): boolean => {
  const parent = place.parentElement;
  if (!parent) return false;
  const hasText = [...unclobbered(parent).childNodes].some(
    (node) =>
      node !== place &&
      !isBlank(node) &&
      (node.nodeType === Node.TEXT_NODE || (isMatch(node, INLINE) && !isMatch(node, PLACES))),
  );
  return hasText || isMatch(parent, 'h1,h2,h3,h4,h5,h6') || (isMatch(parent, INLINE) && isInText(parent));
};
