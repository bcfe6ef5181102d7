/** Where in the window a banner can stand. */
export type Edge = 'top' | 'bottom';

/**
 * Windows in which a banner may stay in sight: in smaller ones, or at a high zoom, it would leave the page no room. The
 * same words stand in the banner's styles.
 */
const ROOMY = 'screen and (min-width: 30em) and (min-height: 30em), screen and (min-height: 40em)';

/** The ring around what is focused is to stay clear, too. */
const RING = 8;

const taken = new Set<Edge>();

/**
 * Has a banner stand at an edge of the window and keeps what the page focuses clear of it; gives what undoes that. Gives
 * nothing where another stands there, or where the page can be given no sheet.
 */
export const takeEdge = (banner: Element, edge: Edge): (() => void) | undefined => {
  if (taken.has(edge)) return undefined;
  const property = `scroll-padding-${edge}`;
  let sheet: CSSStyleSheet;
  try {
    // A sheet of our own, not the root's `style`: strict policies allow it, and it can be taken away whole.
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    return undefined;
  }
  taken.add(edge);

  /** Engines scroll what they focus clear of the padding; what was focused before, or without scrolling, is not. */
  const uncover = () => {
    const focused = document.activeElement;
    if (sheet.disabled || !focused?.matches(':focus-visible')) return;
    const [own, its] = [banner, focused].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
    if (its.top < own.bottom && its.bottom > own.top) focused.scrollIntoView({block: 'nearest', inline: 'nearest'});
  };
  const observer = new ResizeObserver(() => {
    sheet.replaceSync('');
    const own = getComputedStyle(document.documentElement).getPropertyValue(property).replace('auto', '0px');
    const padding = `calc(${own} + ${banner.getBoundingClientRect().height + RING}px) !important`;
    // Not while the banner has the focus: its own link, too, would be taken for covered, and the page scrolled. Chromium
    // scrolls before the event, WebKit knows `:focus-within` only after it.
    const root = `:root:not(:has(${banner.localName}[edge]:focus-within))`;
    sheet.replaceSync(`@media ${ROOMY} {${root} {${property}: ${padding}}}`);
    uncover();
  });
  observer.observe(banner);
  const gone = new AbortController();
  const {signal} = gone;
  const listen = (target: EventTarget, type: string, listener: () => void) =>
    target.addEventListener(type, listener, {signal});
  listen(banner, 'focusin', () => (sheet.disabled = true));
  listen(banner, 'focusout', () => (sheet.disabled = false));
  listen(document, 'focusin', uncover);

  return () => {
    taken.delete(edge);
    observer.disconnect();
    gone.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};
