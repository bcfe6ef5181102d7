import {page, unclobbered} from '../dom/page.js';

/** Where in the window a banner can stay. */
export type Edge = 'top' | 'bottom';

/** Pixels around what is focused that stay clear, too, for its focus ring. */
const RING = 8;

const taken = new Set<Edge>();

/** Whether what an element is in leaves no more of it than the pixel of what is for screen readers alone. */
const isCut = (element: Element): boolean => {
  const parent = unclobbered(element).parentElement;
  if (!parent || parent === page.body) return false;
  const {clientWidth, clientHeight} = unclobbered(parent);
  return (clientWidth * clientHeight < 2 && getComputedStyle(parent).overflow !== 'visible') || isCut(parent);
};

/**
 * Whether a reader can see an element that has a box: neither cut off, nor beside the page or above it, where nobody can
 * scroll to. By the older names of the options, which all engines know.
 */
export const isSeen = (element: Element): boolean => {
  const {left, right, bottom, width, height} = element.getBoundingClientRect();
  return (
    width * height > 0 &&
    left < innerWidth &&
    right > 0 &&
    bottom > -scrollY &&
    !isCut(element) &&
    element.checkVisibility?.({checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true}) !== false
  );
};

/** Whether scrolling moves an element: what is fixed or sticky stays where it is. */
const scrolls = (element: Element) => {
  for (let at: Element | null = element; at; at = unclobbered(at).parentElement)
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return false;
  return true;
};

/**
 * Claims an edge of the window for a banner, which scrolls the page wherever the banner covers what has the focus
 * (WCAG 2.4.11). Returns the function that releases the edge; undefined where another banner has it.
 */
export const claimEdge = (banner: Element, edge: Edge): (() => void) | undefined => {
  if (taken.has(edge)) return undefined;
  taken.add(edge);

  const scroll = () => {
    const {activeElement} = page;
    if (!activeElement || activeElement === banner || !isSeen(banner)) return;
    const focused = unclobbered(activeElement);
    if (!focused.matches(':focus-visible') || !scrolls(activeElement)) return;
    const [own, its] = [banner.getBoundingClientRect(), focused.getBoundingClientRect()];
    // What is taller than the space beside the banner, such as an editor, is seen in part: the page stays where it is.
    const fits = its.height + own.height + RING <= innerHeight;
    if (!fits || its.top >= own.bottom || its.bottom <= own.top) return;
    const by = edge === 'top' ? its.top - own.bottom - RING : its.bottom - own.top + RING;
    // Not by the global function: pages have their own.
    page.scrollingElement?.scrollBy({top: by, behavior: 'instant'});
  };
  const uncover = () => {
    try {
      scroll();
    } catch {
      // The page has replaced what this needs.
    }
  };
  const observer = new ResizeObserver(uncover);
  observer.observe(banner);
  page.addEventListener('focusin', uncover);

  return () => {
    taken.delete(edge);
    observer.disconnect();
    page.removeEventListener('focusin', uncover);
  };
};
