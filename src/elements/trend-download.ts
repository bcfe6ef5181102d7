import {describeFigure} from '../describe/figure.js';
import {
  datePart,
  isolatedText,
  ownPart,
  plainText,
  sourceParts,
  textPart,
  type Context,
  type Parts,
} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Remark} from './figure-remarks.js';
import type {Series} from './trend-chart.js';

/* Files of a chart, made in the browser of what it shows: a module of its own, since few readers need them. */

export interface DownloadOptions {
  readonly series: readonly Series[];
  /** What the reader must know of each figure. */
  readonly remarks: readonly (readonly Remark[])[];
  /** What happened on the way, in words. */
  readonly events: readonly Parts[];
  readonly context: Context;
  /** The element that has the drawing. */
  readonly base: Element;
}

type Format = 'csv' | 'svg' | 'png';

const SVG = 'http://www.w3.org/2000/svg';

/** A field of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
const csvField = (text: string) => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * All counts: figure and its title, ISO date, number in digits, qualifier, source, address, note, and who is counted; at the
 * newest also the remarks.
 */
export const csvOf = ({series, remarks, context}: Omit<DownloadOptions, 'events' | 'base'>): string => {
  const rows = series.flatMap(({figure, points}, i) => {
    const {title, definition} = describeFigure(figure, context);
    return points.map(({date, value, qualifier = 'exact', source, note}, j) => [
      figure.id,
      title.text,
      date,
      String(value),
      qualifier,
      textPart(source.name, context).text,
      source.url ?? '',
      [
        ...(note ? [textPart(note, context).text] : []),
        ...(points[j + 1] ? [] : remarks[i]!.map(([, parts]) => plainText(parts))),
      ].join(' '),
      definition.text,
    ]);
  });
  const names = ['figure', 'title', 'date', 'value', 'qualifier', 'source', 'url', 'note', 'definition'];
  const lines = [names, ...rows];
  // The mark tells spreadsheets that it is UTF-8.
  return `\ufeff${lines.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
};

let ownPen: CanvasRenderingContext2D | undefined;
/** Draws and measures what nobody sees. */
const usePen = () => (ownPen ??= (create('canvas', {}) as HTMLCanvasElement).getContext('2d')!);

/**
 * Whether what is drawn can be read. Browsers that hide what tells readers apart, such as Tor's, give noise in its place.
 */
const isTrueToColors = () => {
  const pen = usePen();
  const color = [18, 102, 204, 255];
  pen.fillStyle = `rgb(${color.slice(0, 3).join()})`;
  pen.fillRect(0, 0, 8, 8);
  const {data} = pen.getImageData(0, 0, 8, 8);
  return data.every((value, i) => Math.abs(value - color[i % 4]!) < 8);
};

/** A colour in sRGB, from 0 to 255. */
type ToRgb = (color: string) => readonly [red: number, green: number, blue: number, alpha: number];

/**
 * Reads colours as every program reads them: browsers also give `lch()` and others. By the style of an element that nobody
 * sees, since what a canvas gives may be noise.
 */
const toRgbBy =
  ({style}: HTMLElement, computed: CSSStyleDeclaration): ToRgb =>
  (color) => {
    style.color = color;
    // Engines without relative colours have none but `rgb()`.
    style.color = `color(from ${color} srgb r g b / alpha)`;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (computed.color.match(/none|-?[\d.]+(e-?\d+)?/g) ?? []).map(
      (number) => Number(number) || 0,
    );
    const most = computed.color.startsWith('rgb') ? 255 : 1;
    const toByte = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 255);
    return [toByte(red / most), toByte(green / most), toByte(blue / most), toByte(alpha)];
  };

/** How bright a colour is, from 0 to 1, as WCAG 2 has it. */
const luminanceOf = ([red, green, blue]: ReturnType<ToRgb>) => {
  const linear = (value: number) => ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** Sets a colour of an element. */
const setColor = (node: Element, name: string, color: string, toRgb: ToRgb) => {
  const [red, green, blue, alpha] = toRgb(color);
  node.setAttribute(name, color === 'none' ? color : `rgb(${red},${green},${blue})`);
  if (color !== 'none' && alpha < 255) node.setAttribute(`${name}-opacity`, (alpha / 255).toFixed(2));
};

/** What a picture needs of the page's styles, beside its colours. */
const STYLES = ['stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'font-weight'];

/** A copy of the drawing that needs no style sheet. */
const standalone = (plot: Element, toRgb: ToRgb): Element => {
  const copy = plot.cloneNode(true) as Element;
  const originals = plot.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((node, i) => {
    const styles = getComputedStyle(originals[i]!);
    for (const name of ['fill', 'stroke']) setColor(node, name, styles.getPropertyValue(name), toRgb);
    for (const name of STYLES) node.setAttribute(name, styles.getPropertyValue(name));
    if (node.localName === 'text') node.setAttribute('font-size', styles.getPropertyValue('font-size'));
    if (node.localName === 'svg') node.setAttribute('overflow', 'visible');
    if (node.getAttribute('part') === 'ring') node.setAttribute('display', 'none');
    node.removeAttribute('part');
  });
  return copy;
};

/** What XML does not allow: control characters, which texts from a word processor have, and halves of emoji. */
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const WIDTH = 960;
const MARGIN = 24;
const FALLBACK_FONT = 'sans-serif';

/**
 * A text in lines that are not wider than the picture, in a font of the page, nor where a program has another one in its
 * place: fonts that the page loads are not in the file.
 */
const wrap = (text: string, font: string, families: string): string[] => {
  const pen = usePen();
  const widthOf = (line: string) =>
    Math.max(
      ...[families, FALLBACK_FONT].map((family) => {
        pen.font = `${font} ${family}`;
        return pen.measureText(line).width;
      }),
    );
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && widthOf(`${last} ${word}`) <= WIDTH - 2 * MARGIN
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);
};

/** The chart as a file of its own, with title, the newest count and its date, what happened on the way, and sources. */
export const svgOf = ({series, remarks, events, context, base}: DownloadOptions): {svg: string; height: number} => {
  const {locale} = context;
  const styles = getComputedStyle(base);
  const probe = create('i', {style: 'display: none; forced-color-adjust: none'});
  base.appendChild(probe);
  const toRgb = toRgbBy(probe, getComputedStyle(probe));
  const rtl = locale.data.dir === 'rtl';
  const root = page.createElementNS(SVG, 'svg');
  const set = (element: Element, attributes: Readonly<Record<string, string>>) => {
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
    return element;
  };
  const add = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const element = set(page.createElementNS(SVG, tag), attributes);
    element.textContent = text;
    root.appendChild(element);
  };
  // Where the page shows through, what its letters can be read on.
  const backdrop = luminanceOf(toRgb(styles.color)) > 0.18 ? '#1a1a1a' : '#fff';
  const [red, green, blue] = toRgb(styles.color);
  const text = {fill: `rgb(${red},${green},${blue})`};
  let y = 24;
  const write = (words: string, size: number, weight = '400') => {
    for (const line of wrap(words, `${weight} ${size}px`, styles.fontFamily)) {
      y += Math.round(size * 1.4);
      const place = {
        x: String(rtl ? WIDTH - MARGIN : MARGIN),
        y: String(y),
        direction: rtl ? 'rtl' : 'ltr',
      };
      add('text', {...place, ...text, 'font-size': String(size), 'font-weight': weight}, line);
    }
  };
  for (const fill of [backdrop, styles.backgroundColor]) {
    add('rect', {width: '100%', height: '100%'});
    setColor(root.lastElementChild!, 'fill', fill, toRgb);
  }
  series.forEach(({figure}, i) => {
    const {title, sentence, definition, definitionLabel} = describeFigure(figure, context);
    write(title.text, 22, '700');
    write(isolatedText(sentence), 15);
    write(isolatedText([ownPart(`${definitionLabel} `, locale), definition]), 13);
    for (const [, remark] of remarks[i]!) write(isolatedText(remark), 13);
  });
  const plot = base.querySelector('[part~=plot]')!;
  // As on the page: the numbers of the axis are before it.
  const left = Math.max(64, parseFloat(getComputedStyle(plot).marginLeft) || 0);
  root.appendChild(
    set(standalone(plot, toRgb), {
      x: String(left),
      y: String(y + 48),
      width: String(WIDTH - 48 - left),
      height: '340',
      overflow: 'visible',
      ...text,
    }),
  );
  y += 440;
  const key = base.querySelectorAll('[part=legend] li');
  key.forEach((item) => {
    const sample = item.querySelector('svg')!;
    y += 22;
    root.appendChild(
      set(standalone(sample, toRgb), {
        x: rtl ? String(WIDTH - 48) : '24',
        y: String(y - 12),
        width: '24',
        height: '14',
        ...text,
      }),
    );
    const x = String(rtl ? WIDTH - 56 : 56);
    add(
      'text',
      {
        x,
        y: String(y),
        ...text,
        'font-size': '15',
        direction: rtl ? 'rtl' : 'ltr',
      },
      item.textContent,
    );
  });
  y += 8;
  events.forEach((event, i) => write(`${i + 1}. ${isolatedText(event)}`, 13));
  y += 8;
  for (const {figure} of series)
    write(
      isolatedText([...sourceParts(figure.source, context), ownPart(' · ', locale), datePart(figure.asOf, locale)]),
      13,
    );
  base.removeChild(probe);
  const height = y + 24;
  const size = {
    width: String(WIDTH),
    height: String(height),
    viewBox: `0 0 ${WIDTH} ${height}`,
  };
  set(root, {
    ...size,
    'font-family': `${styles.fontFamily}, ${FALLBACK_FONT}`,
    'xml:lang': locale.tag,
  });
  return {svg: new XMLSerializer().serializeToString(root).replace(NOT_XML, ' '), height};
};

/** The picture as a PNG, twice as large. Rejects where the page's policy forbids pictures of its own, or the browser draws noise. */
const pngOf = async (options: DownloadOptions): Promise<Blob> => {
  const {svg, height} = svgOf(options);
  const image = create('img', {}) as HTMLImageElement;
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = create('canvas', {}) as HTMLCanvasElement;
  Object.assign(canvas, {width: WIDTH * 2, height: height * 2});
  if (!isTrueToColors()) throw new Error('no colours');
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
};

const saveBlob = (blob: Blob, name: string) => {
  // By its other name: pages replace `URL`.
  const href = webkitURL.createObjectURL(blob);
  create('a', {href, download: name}).click();
  // The browser has its own copy once the download has begun.
  setTimeout(() => webkitURL.revokeObjectURL(href), 60_000);
};

/** Saves a file of a chart. A picture that the page's policy forbids is saved as SVG instead. */
export const download = async (format: Format, options: DownloadOptions) => {
  const {figure} = options.series[0]!;
  const name = `${figure.id}-${figure.asOf}`;
  if (format === 'csv') return saveBlob(new Blob([csvOf(options)], {type: 'text/csv'}), `${name}.csv`);
  const svg = () => saveBlob(new Blob([svgOf(options).svg], {type: 'image/svg+xml'}), `${name}.svg`);
  if (format === 'svg') return svg();
  try {
    saveBlob(await pngOf(options), `${name}.png`);
  } catch {
    svg();
  }
};
