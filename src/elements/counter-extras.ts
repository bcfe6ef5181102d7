import {css, html, nothing} from 'lit';
import {DATE} from '../feed/fields.js';
import {readSection} from '../feed/section.js';
import {correctionOf, corrections, isRecent, type Correction} from '../feed/sections/corrections.js';
import type {Core} from '../feed/sections/head.js';
import {changeSince, pointsOf} from '../feed/history.js';
import {daysBetween, type Figure} from '../feed/sections/figures.js';
import {fill, fillText, formatDate, formatNumber} from '../i18n/format.js';
import {msg, type Voice} from '../i18n/localize.js';

/*
 * What a counter shows where its attributes, or the feed's corrections, ask for it: a chunk of its own, since most pages
 * want the number alone.
 */

const styles = css`
  svg {
    display: block;
    inline-size: 100%;
    block-size: 3em;
    overflow: visible;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5px;
    stroke-linecap: round;
  }
  path {
    vector-effect: non-scaling-stroke;
  }
  path + path {
    stroke-width: 5px;
  }
  svg:dir(rtl) {
    transform: scaleX(-1);
  }
`;

interface Asked extends Element {
  readonly change?: string;
  readonly trend: boolean;
  readonly countUp: boolean;
}

/** “94 fewer than on 28 February 2025”: since a date, or since a year before the count. */
const renderChange = (figure: Figure, since: string, {table}: Voice) => {
  const {asOf} = figure;
  const found = changeSince(figure, DATE(since) ? since : `${+asOf.slice(0, 4) - 1}${asOf.slice(4)}`);
  if (!found) return nothing;
  const {from, by} = found;
  const words =
    by < 0
      ? msg('{n} fewer than on {date}', {id: 'counter.fewer'})
      : by
        ? msg('{n} more than on {date}', {id: 'counter.more'})
        : msg('The same number as on {date}', {id: 'counter.same'});
  const date = html`<time datetime=${from.date}>${formatDate(from.date, table)}</time>`;
  return html`<p part="change">${fill<unknown>(words, {n: formatNumber(Math.abs(by), table), date})}</p>`;
};

/** The counted points on a true time axis, from zero; the line between them claims nothing. */
const renderTrend = (figure: Figure, {table}: Voice) => {
  const points = pointsOf(figure);
  const first = points[0]!;
  const last = points.at(-1)!;
  const most = Math.max(...points.map(({value}) => value));
  const days = daysBetween(first.date, last.date);
  if (!days || !most) return nothing;
  const spots = points.map(({date, value}) =>
    [(daysBetween(first.date, date) / days) * 400, 40 - (value / most) * 40].map(Math.round),
  );
  const label = fillText(
    msg('From {a} on {from} to {b} on {to}', {id: 'counter.trend', desc: 'Describes the sparkline'}),
    {
      a: formatNumber(first.value, table),
      from: formatDate(first.date, table),
      b: formatNumber(last.value, table),
      to: formatDate(last.date, table),
    },
  );
  return html`<svg part="trend" role="img" aria-label=${label} viewBox="0 0 400 40" preserveAspectRatio="none">
    <path d=${`M${spots.join('L')}`} />
    <path d=${spots.map((spot) => `M${spot}h0`).join('')} />
  </svg>`;
};

const counted = new WeakSet<Element>();

/** Counts up to the number, once, in 0.8 s; a reader who prefers reduced motion has it at once. */
const countUp = (root: ParentNode, {value}: Figure, {table}: Voice) => {
  const element = root.querySelector('[part=count]');
  if (!element || counted.has(element) || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  counted.add(element);
  const start = performance.now();
  const step = (now: number) => {
    const part = Math.min(Math.max(now - start, 0) / 800, 1);
    element.textContent = formatNumber(Math.round(value * part), table);
    if (part < 1) requestAnimationFrame(step);
  };
  step(start);
};

interface Counter extends Asked {
  readonly figure?: string;
  readonly today: string;
  time(date: string): unknown;
  text(text: Correction['text']): unknown;
}

/** What was corrected of a figure of late; or, where the figure is gone, that it was withdrawn. */
export const renderCorrection = (core: Core, figure: Figure | undefined, {tag, table}: Voice, counter: Counter) => {
  let found: Correction | undefined;
  try {
    found = correctionOf(readSection(core, corrections), figure?.id ?? counter.figure);
  } catch {
    // A section stands alone: where this one is broken the number is what it is.
  }
  if (!found || !(figure ? isRecent(found, counter.today) : found.retracted)) return undefined;
  const told = html`<p part="note correction">${counter.time(found.date)}: ${counter.text(found.text)}</p>`;
  return figure ? told : html`<div part="base" role="group" lang=${tag} dir=${table.dir}>${told}</div>`;
};

/** All that the counter's attributes ask for. */
export const render = (figure: Figure, voice: Voice, counter: Asked) => {
  const root = counter.shadowRoot!;
  if (!root.adoptedStyleSheets.includes(styles.styleSheet!)) root.adoptedStyleSheets.push(styles.styleSheet!);
  if (counter.countUp) countUp(root, figure, voice);
  return [
    counter.change == null ? nothing : renderChange(figure, counter.change, voice),
    counter.trend ? renderTrend(figure, voice) : nothing,
  ];
};
