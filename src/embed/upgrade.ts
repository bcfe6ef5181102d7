import {appendTo, create} from '../dom/create.js';
import {page, unclobbered, XHTML} from '../dom/page.js';
import {holdsPage} from '../elements/fallback.js';
import type {Attributes} from './attributes.js';
import {isInText, isMatch, PLACES, wantedAt, type Wanted} from './places.js';

/*
 * Puts elements where the page has a link to an embed page, a placeholder, or the script tag with `data-widget`. A link
 * becomes the fallback content of its element, and so does what is in a placeholder. The page is then as if its author had
 * written the element, so that it does not matter who upgrades it, and how often.
 */

/** How often a placeholder gets its element back whose content the page has set anew: the page may do so each time. */
const MAX_RENEWALS = 20;

/** Characters of a link. One that was not closed contains the paragraphs after it. */
const MAX_LINK = 200;

/** Places that belong to somebody else: editors, controls, comments by visitors, and WordPress while it loads a frame. */
const FOREIGN =
  '[contenteditable]:not([contenteditable="false" i]),button,label,summary,select,textarea,[rel~="ugc" i],[rel~="sponsored" i],[data-secret]';

/**
 * Roots of frameworks, which would not find their nodes again in another place: by what they leave in the page, and by the
 * names that their templates have, since a page that was rendered on a server has nothing else before it is hydrated.
 */
const ROOTS =
  '#app,#root,#__next,#__nuxt,#___gatsby,app-root,astro-island,[ng-version],[data-reactroot],[data-server-rendered],[data-v-app],[data-sveltekit-preload-data]';

/**
 * Scripts that may hydrate a root of any name, and do so before the page has loaded; but for those of WordPress, and our own.
 * Other scripts cannot be distinguished from those of most pages.
 */
const HYDRATING = 'script[type=module]:is([src],[async]):not([id^="@"],[src*="/solidarity"])';

/** Whether the page may still be hydrated. */
const isEarly = () => page.readyState !== 'complete' && !!page.querySelector(HYDRATING);

/** Whether a framework has made a node, or what is around it: React, Vue and Preact write to their roots. */
const isOwned = (place: Node): boolean => {
  const has = (node: Node, names: RegExp) => Object.getOwnPropertyNames(node).some((name) => names.test(name));
  if (has(place, /^__/)) return true;
  for (let node: Node | null = place; node; node = unclobbered(node).parentNode)
    if (has(node, /^(_?_react|__vue|_vnode|__k$)/)) return true;
  // Next hydrates the whole document.
  return !!page.querySelector('script[src*="/_next/"]');
};

/** Whether something follows an element in the page: then the parser has left it. */
const isFollowed = (element: Element | null): boolean => {
  if (!element) return false;
  const {nextSibling, parentElement} = unclobbered(element);
  return !!nextSibling || isFollowed(parentElement);
};

/** Whether the parser may still be inside an element. */
const isOpen = (element: Element) => page.readyState === 'loading' && !isFollowed(element);

const mayUpgrade = (place: Element, {name, isNamed}: Wanted, tags: string) => {
  const {localName, parentElement: parent} = place;
  const isLink = localName === 'a';
  const isScript = localName === 'script';
  if (place.namespaceURI !== XHTML || isOwned(place)) return false;
  if (page.designMode === 'on' || place.closest(`${FOREIGN},${ROOTS}`)) return false;
  if (parent && unclobbered(parent).closest(`${tags},a`)) return false;
  // Moving what has the focus would take the focus away.
  if (isLink && (place.contains(page.activeElement) || place.textContent!.length > MAX_LINK)) return false;
  if (isLink && holdsPage(place, [0, MAX_LINK])) return false;
  if (isScript) return !!place.closest('body') && !isMatch(place.nextElementSibling, tags);
  // Only a counter can be part of a sentence. There, a link to another widget is meant as a link.
  return isNamed || name === 'counter' || !isInText(place);
};

const upgradePlace = (place: Element, wanted: Wanted, tags: string) => {
  const {name, attributes} = wanted;
  if (name === 'counter' && place.localName !== 'script' && isInText(place)) attributes.variant ??= 'inline';
  const element = create(`solidarity-${name}`, attributes);
  const parent = unclobbered(place.parentNode!);
  switch (place.localName) {
    case 'a':
      parent.insertBefore(element, place);
      appendTo(element, place);
      break;
    case 'script':
      parent.insertBefore(element, place.nextSibling);
      break;
    default:
      if (place.querySelector(tags)) return;
      // `<div data-solidarity="counter" />` contains the rest of the page: that stays where it is.
      if (!holdsPage(place, [1, 1000])) appendTo(element, ...place.childNodes);
      place.insertBefore(element, place.firstChild);
  }
};

/**
 * Upgrades the places in the page now, and those that come later. `base` is the folder of the script: only links to its
 * embed pages are upgraded.
 */
export const upgradePage = (base: string, allowed: Attributes): void => {
  const tags = Object.keys(allowed)
    .map((name) => `solidarity-${name}`)
    .join();
  const safely = (work: () => void) => {
    try {
      work();
    } catch {
      // The page has replaced what we need. Its links stay.
    }
  };
  const upgrade = (root: Element) => {
    if (isEarly()) return;
    const places = [...unclobbered(root).querySelectorAll(PLACES)];
    if (isMatch(root, PLACES)) places.unshift(root);
    for (const place of places)
      safely(() => {
        const wanted = wantedAt(place, base, allowed);
        if (wanted && place.isConnected && !isOpen(place) && mayUpgrade(place, wanted, tags))
          upgradePlace(place, wanted, tags);
      });
  };
  const renewals = new WeakMap<Node, number>();
  const renew = (place: Node) => {
    const count = renewals.get(place) ?? 0;
    if (count >= MAX_RENEWALS || !isMatch(place, '[data-solidarity]')) return;
    renewals.set(place, count + 1);
    upgrade(place as Element);
  };
  const upgradeAll = () => safely(() => upgrade(page.documentElement));
  upgradeAll();
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', upgradeAll);
  if (page.readyState !== 'complete') addEventListener('load', upgradeAll);
  new MutationObserver((records) =>
    safely(() => {
      // What is parsed now closes what was open before.
      if (page.readyState === 'loading') return upgradeAll();
      for (const {target, addedNodes} of records) {
        renew(target);
        for (const node of addedNodes) if (node instanceof Element) upgrade(node);
      }
    }),
  ).observe(document, {__proto__: null, childList: true, subtree: true} as MutationObserverInit);
};
