import {fixture} from '@open-wc/testing';
import {html} from 'lit';

/* Making elements in tests, and reading what they show. */

export const TAGS = [
  'solidarity-amplify',
  'solidarity-counter',
  'solidarity-countdown',
  'solidarity-banner',
  'solidarity-ways',
  'solidarity-events',
  'solidarity-photos',
  'solidarity-map',
  'solidarity-trend',
  'solidarity-people',
] as const;
export type Tag = (typeof TAGS)[number];

/** The fallback content of elements that tests make. */
export const FALLBACK = 'The page’s own words';

type Attributes = Readonly<Record<string, string | true | undefined>>;

/** An element that is not in the page yet. An attribute of `undefined` is left out, and one of `true` is empty. */
export const create = <T extends Tag>(tag: T, attributes: Attributes = {}): HTMLElementTagNameMap[T] => {
  const el = document.createElement(tag);
  el.textContent = FALLBACK;
  for (const [name, value] of Object.entries<string | true | undefined>({
    lang: 'en',
    ...attributes,
  }))
    if (value !== undefined) el.setAttribute(name, value === true ? '' : value);
  return el;
};

/** An element in the page, rendered. */
export const show = async <T extends Tag>(tag: T, attributes: Attributes = {}) => {
  const el = create(tag, attributes);
  await fixture(html`${el}`);
  await el.updateComplete;
  return el;
};

/** Collects the reasons of an element's `error` events. */
export const errorsOf = (el: Element): string[] => {
  const reasons: string[] = [];
  el.addEventListener('error', (event) => reasons.push((event as unknown as {reason: string}).reason));
  return reasons;
};

export const part = <T extends HTMLElement = HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part~="${name}"]`);

export const parts = (el: Element, name: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];

/** Text with single spaces in place of all white space. */
export const plain = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim();

/** The text of a part; undefined where there is none. */
export const words = (el: Element, name: string) => plain(part(el, name)?.textContent);

/** Whether an element shows its fallback content, and nothing else. */
export const isFallback = (el: Element) => !part(el, 'base') && !!el.shadowRoot?.querySelector('slot:not([name])');

/** What a page does with the letters of a wrapper, so that its own are not seen. */
export const HIDDEN_LETTERS =
  'font-size: 0; text-indent: -9999px; text-transform: uppercase; letter-spacing: 1em; word-spacing: 2em; white-space: nowrap; -webkit-text-fill-color: transparent';

/** How letters are that can be read on such a page. */
export const READABLE = {
  isLarge: true,
  isFilled: true,
  textIndent: '0px',
  textTransform: 'none',
  letterSpacing: 'normal',
  wordSpacing: '0px',
  whiteSpace: 'normal',
};

/** The same of an element. */
export const lettersOf = (el: Element): typeof READABLE => {
  const styles = getComputedStyle(el);
  const {color, fontSize, webkitTextFillColor, textIndent, textTransform, letterSpacing, wordSpacing, whiteSpace} =
    styles;
  const isFilled = webkitTextFillColor === color;
  return {
    isLarge: parseFloat(fontSize) > 7,
    isFilled,
    textIndent,
    textTransform,
    letterSpacing,
    wordSpacing,
    whiteSpace,
  };
};

const ATTRIBUTES = ['aria-label', 'datetime', 'dir', 'hidden', 'href', 'lang', 'role', 'value'];

// By type and not by class, since an element may be of another frame.
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;

/** All text in an element, and the attributes that a reader notices, in order: to compare two elements. */
export const outline = (el: Element): string[] => {
  const walk = (node: Node): string[] => {
    if (isText(node)) return [plain(node.data)!];
    if (!isElement(node)) return [...node.childNodes].flatMap(walk);
    if (node.localName === 'style') return [];
    const attributes = ATTRIBUTES.filter((name) => node.hasAttribute(name));
    return [...attributes.map((name) => `@${name}=${node.getAttribute(name)}`), ...[...node.childNodes].flatMap(walk)];
  };
  return walk(el.shadowRoot!).filter(Boolean);
};

const collect = (node: Node, skip: (element: Element) => boolean, labels: boolean): string => {
  if (isText(node)) return node.data;
  if (isElement(node)) {
    if (node.localName === 'style' || skip(node)) return '';
    const label = labels && node.getAttribute('aria-label');
    if (label) return ` ${label} `;
  }
  const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
  const inner = assigned.length ? assigned : [...node.childNodes];
  const text = inner.map((child) => collect(child, skip, labels)).join('');
  return isElement(node) && getComputedStyle(node).display !== 'inline' ? ` ${text} ` : text;
};

const isRendered = (element: Element) =>
  element.localName === 'slot' || !!element.closest('svg') || element.getClientRects().length > 0;

/** The text that assistive technology reads in an element or a part of it. */
export const aloud = (node: Element | null | undefined) =>
  node &&
  plain(
    collect(
      node.shadowRoot ?? node,
      (element) => !isRendered(element) || element.getAttribute('aria-hidden') === 'true',
      true,
    ),
  );

/** What a reader sees of an element or a part of it: without what is only for screen readers. */
export const seen = (node: Element | null | undefined) =>
  node &&
  plain(
    collect(
      node.shadowRoot ?? node,
      (element) => {
        const {width, height} = element.getBoundingClientRect();
        return !isRendered(element) || (element.localName !== 'slot' && (width <= 1 || height <= 1));
      },
      false,
    ),
  );
