import {appendTo} from '../dom/create.js';
import {page} from '../dom/page.js';
import {formatNumber} from '../i18n/format.js';
import type {LocaleData} from '../i18n/locale-data.js';
import {css} from '../theme/css.js';

/** The number is there for whoever cannot see the layer over it. */
const {styleSheet} = css`
  [part~='counting'] {
    position: relative;
    color: transparent !important;
  }
  [part='count-up'] {
    position: absolute;
    inset-inline-start: 0;
    pointer-events: none;
  }
  [part='count-up']::before {
    content: attr(data-value);
  }
`;

/** Milliseconds that it takes. */
const DURATION = 800;

/**
 * Counts up to a number once, on a layer over it: the number itself is in the page from the beginning, for assistive
 * technology and for whoever copies it. The layer goes when it is at its end, and at the latest after twice its time,
 * since animation frames stand still in a hidden tab. Does nothing in a hidden tab, or where the reader prefers reduced
 * motion.
 */
export const countUp = (number: HTMLElement, value: number, data: LocaleData) => {
  if (page.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const {adoptedStyleSheets} = number.getRootNode() as ShadowRoot;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  const layer = page.createElement('span');
  layer.ariaHidden = 'true';
  layer.part.add('count-up');
  layer.style.color = getComputedStyle(number).color;
  number.part.add('counting');
  appendTo(number, layer);
  const end = () => {
    layer.remove();
    number.part.remove('counting');
  };
  setTimeout(end, 2 * DURATION);
  let start: number | undefined;
  const step = (now: number) => {
    const progress = (now - (start ??= now)) / DURATION;
    if (progress >= 1 || !layer.isConnected) return end();
    // Generated content: no text of the page ever has a number that is not the current one.
    layer.dataset.value = formatNumber(Math.round(value * progress), data);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
