/** Where in the window a banner can stand. */
export type Edge = 'top' | 'bottom';

/** Windows in which a banner may stay in sight: in smaller ones, or at a high zoom, it would leave the page no room.
 * The same words stand in the banner's styles. */
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

  const release = () => {
    sheet.disabled = false;
  };
  /** Engines scroll what they focus clear of the padding; what was focused before, or without scrolling, is not. */
  const uncover = () => {
    const focused = document.activeElement!;
    // Else WebKit, which scrolls after this event, takes the banner's own link for covered.
    sheet.disabled = banner.matches(':focus-within');
    if (sheet.disabled || !focused?.matches(':focus-visible')) return;
    const [own, its] = [banner, focused].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
    if (its.top < own.bottom && its.bottom > own.top) focused.scrollIntoView({block: 'nearest', inline: 'nearest'});
  };
  const observer = new ResizeObserver(() => {
    sheet.replaceSync('');
    const own = getComputedStyle(document.documentElement).getPropertyValue(property).replace('auto', '0px');
    const height = banner.getBoundingClientRect().height + RING;
    // And Chromium, which scrolls before the event, does so without `:has`.
    sheet.replaceSync(
      `@media ${ROOMY} {:root:not(:has(${banner.localName}[edge]:focus-within)) {${property}: calc(${own} + ${height}px) !important}}`,
    );
    uncover();
  });
  observer.observe(banner);
  document.addEventListener('focusin', uncover);
  document.addEventListener('focusout', release);

  return () => {
    taken.delete(edge);
    observer.disconnect();
    document.removeEventListener('focusin', uncover);
    document.removeEventListener('focusout', release);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
};
