import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {escapeMarkup} from './escape.js';
import type {Typeface} from './text-width.js';

/*
 * PNG pictures. The renderer and the fonts are packages that publishers install: pages that install the widgets need none
 * of them, and the renderer is native code. Only these fonts are used, whatever the computer has, so that the same feed
 * gives the same picture everywhere.
 */

const RENDERER = '@resvg/resvg-js';
/** The fonts, and the scripts that they are for; the first has Latin, Cyrillic and Greek. */
const FAMILIES = {
  'Noto Sans': /(?:)/,
  'Noto Sans Arabic': /\p{Script_Extensions=Arabic}/u,
  'Noto Sans Hebrew': /\p{Script_Extensions=Hebrew}/u,
  'Noto Sans Georgian': /\p{Script_Extensions=Georgian}/u,
};
const NAMES = Object.keys(FAMILIES);
const packageOf = (family: string) => `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`;
const WEIGHTS = ['400Regular', '700Bold'] as const;

/** The command that installs what PNG pictures need. */
export const PNG_INSTALL = `npm install ${[RENDERER, ...NAMES.map(packageOf)].join(' ')}`;

type Renderer = typeof import('@resvg/resvg-js');

/** Turns SVG into PNG. */
export interface Rasteriser {
  readonly typeface: Typeface;
  /** What the bytes depend on besides the SVG. */
  readonly version: string;
  /** The characters of a text for which there is no font. */
  readonly missing: (text: string) => string[];
  /** A PNG of so many pixels a CSS pixel. */
  readonly png: (svg: string, zoom?: number) => Promise<Uint8Array>;
}

/** A module or file of a package that is installed beside the tool, or in the current folder. */
const resolver = () => {
  const from = [createRequire(import.meta.url), createRequire(join(process.cwd(), 'package.json'))];
  return (name: string) => {
    for (const {resolve} of from)
      try {
        return resolve(name);
      } catch {
        continue;
      }
    return undefined;
  };
};

/** The largest character there is, which no font has. */
const NO_CHARACTER = '\u{10ffff}';

/** The rasteriser; undefined if one of its packages is not installed. */
export const loadRasteriser = async (): Promise<Rasteriser | undefined> => {
  const resolve = resolver();
  const renderer = resolve(RENDERER);
  const fonts = Object.entries(FAMILIES).flatMap(([family, covers]) =>
    WEIGHTS.map((weight) => ({
      weight,
      covers,
      path: resolve(`${packageOf(family)}/${weight}/${family.replaceAll(' ', '')}_${weight}.ttf`),
    })),
  );
  if (!renderer || !fonts.every(({path}) => path)) return undefined;
  const {Resvg, renderAsync} = createRequire(import.meta.url)(renderer) as Renderer;
  const versions = await Promise.all(
    [RENDERER, ...NAMES.map(packageOf)].map(async (name) => {
      const path = resolve(`${name}/package.json`);
      return path ? (JSON.parse(await readFile(path, 'utf8')) as {version: string}).version : '';
    }),
  );
  /** The fonts that a text needs: reading them is most of the work. */
  const fontsFor = (text: string, weights: readonly string[] = WEIGHTS) => ({
    loadSystemFonts: false,
    fontFiles: fonts.filter((font) => weights.includes(font.weight) && font.covers.test(text)).map(({path}) => path!),
    defaultFontFamily: NAMES[0],
  });
  const open = (content: string, bold: boolean) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" font-family="${NAMES[0]}">${content}</svg>`,
      {font: fontsFor(content, [WEIGHTS[bold ? 1 : 0]])},
    );

  /** The width of a word, in hundredths of the font size: between two bars, since the ink alone has no space around it. */
  const widths = new Map<string, number>();
  const inkOf = (text: string, bold: boolean) =>
    open(`<text font-size="100"${bold ? ' font-weight="700"' : ''}>|${escapeMarkup(text)}|</text>`, bold).getBBox()!
      .width;
  const wordWidth = (word: string, bold: boolean) => {
    const key = `${bold ? 'b' : 'r'}${word}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = word === ' ' ? inkOf('x x', bold) - inkOf('xx', bold) : inkOf(word, bold) - inkOf('', bold);
      widths.set(key, width);
    }
    return width;
  };
  const measure = (text: string, size: number, bold = false) =>
    text
      .split(/( )/)
      .filter(Boolean)
      .reduce((sum, word) => sum + wordWidth(word, bold), 0) *
    (size / 100);

  /** Whether there is a font for a character, by character. */
  const known = new Map<string, boolean>();
  const missing = (text: string) => {
    const characters = [...new Set(text)].filter((character) => /[^\p{C}\p{Z}]/u.test(character));
    const unknown = characters.filter((character) => !known.has(character));
    if (unknown.length) {
      const texts = [NO_CHARACTER, ...unknown].map(
        (character, i) => `<text id="c${i}">${escapeMarkup(character)}</text>`,
      );
      const outlines = new Map(
        [
          ...open(texts.join(''), false)
            .toString()
            .matchAll(/<g id="c(\d+)">\s*<path[^>]* d="([^"]*)"/g),
        ].map(([, i, path]) => [Number(i), path]),
      );
      unknown.forEach((character, i) => known.set(character, outlines.get(i + 1) !== outlines.get(0)));
    }
    return characters.filter((character) => !known.get(character));
  };

  return {
    typeface: {family: NAMES.map((family) => `'${family}'`).join(', '), measure},
    version: versions.join(' '),
    missing,
    png: async (svg, zoom = 1) => {
      const image = await renderAsync(svg, {font: fontsFor(svg), fitTo: {mode: 'zoom', value: zoom}});
      return image.asPng();
    },
  };
};
