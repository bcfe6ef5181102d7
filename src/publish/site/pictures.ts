import {figureTexts} from '../../describe/figure.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Locale} from '../../i18n/locale-data.js';
import {badgeOf} from '../render/badge.js';
import type {PagePicture} from '../render/embed-page.js';
import {localeFor} from '../render/locales.js';
import type {RenderOptions} from '../render/options.js';
import {shownBy} from '../render/shown.js';
import type {Rasteriser} from '../render/png.js';
import {pictureTexts, socialAlt, socialHeader, socialPictureOf, type PictureSubject} from '../render/social-picture.js';
import type {SiteFile} from './files.js';

/* Badges and social pictures, in each language that has all of their texts. */

/** PNG badges have two pixels for one of CSS, for sharp screens. */
const BADGE_ZOOM = 2;

/** The pictures of a site, and what went wrong with some. */
export interface Pictures {
  readonly files: readonly SiteFile[];
  readonly warnings: readonly string[];
  /** The social picture of an embed page. */
  readonly pictureOf: (widget: string, lang: string) => PagePicture | undefined;
}

/** A file that was drawn before from the same source; undefined if it was not, or has changed. */
export type Reuse = (path: string, source: string) => Promise<Uint8Array | undefined>;

interface PictureOptions {
  readonly feed: Feed;
  readonly locales: readonly Locale[];
  readonly today: string;
  readonly rasteriser?: Rasteriser;
  /** Of the code that draws. */
  readonly version: string;
  readonly reuse: Reuse;
}

/** Each language in which all of these texts can be said. */
const languagesOf = (texts: readonly Text[], {locales, feed}: PictureOptions) =>
  locales.filter((locale) => localeFor(texts, locale, feed.lang) === locale);

const renderOptions = ({feed, today}: PictureOptions, locale: Locale) =>
  ({lang: locale.tag, locale, feed, links: 'none', today}) as const satisfies RenderOptions;

/** What social pictures are made of: each figure, the next day, the campaign of the day. */
const subjectsOf = ({feed, today}: PictureOptions): {name: string; subject: PictureSubject}[] => {
  const others = ['countdown', 'banner'].map((widget) => shownBy(feed, widget, {}, today));
  return [
    ...feed.figures.map((figure) => ({name: `counter-${figure.id}`, subject: {widget: 'counter', figure} as const})),
    ...others.flatMap((subject) =>
      subject?.widget === 'countdown' || subject?.widget === 'banner' ? [{name: subject.widget, subject}] : [],
    ),
  ];
};

/** The pictures of a feed. What was drawn before from the same source is not drawn again. */
export const picturesOf = async (options: PictureOptions): Promise<Pictures> => {
  const {feed, rasteriser, version, reuse} = options;
  const files: SiteFile[] = [];
  const warnings: string[] = [];
  const drawings: Promise<void>[] = [];
  const pages = new Map<string, {path: string; alt: string}>();

  /** Draws a PNG of texts unless there is one of the same source; `draw` gives no SVG where they have no room. */
  const add = async (path: string, texts: string, described: object, zoom: number, draw: () => string | undefined) => {
    if (!rasteriser) return;
    const source = JSON.stringify([version, rasteriser.version, described]);
    let content = await reuse(path, source);
    if (!content) {
      const missing = rasteriser.missing(texts);
      const svg = missing.length ? undefined : draw();
      if (!svg) {
        warnings.push(
          missing.length
            ? `${path} is left out: the fonts have no ${missing.join(' ')}.`
            : `${path} is left out: its text is too long.`,
        );
        return;
      }
      content = await rasteriser.png(svg, zoom);
    }
    files.push({path, content, source});
  };

  for (const figure of feed.figures)
    for (const locale of languagesOf(figureTexts(figure, true), options)) {
      const given = renderOptions(options, locale);
      const {svg, alt} = badgeOf(figure, given);
      const path = `badges/${figure.id}-${locale.tag}`;
      files.push({path: `${path}.svg`, content: svg});
      drawings.push(add(`${path}.png`, alt, {svg}, BADGE_ZOOM, () => badgeOf(figure, given, rasteriser!.typeface).svg));
    }

  for (const {name, subject} of subjectsOf(options))
    for (const locale of languagesOf(pictureTexts(subject), options)) {
      const given = {...renderOptions(options, locale), feed};
      const alt = socialAlt(subject, given);
      const path = `previews/${name}-${locale.tag}.png`;
      pages.set(`${name} ${locale.tag}`, {path, alt});
      const described = {alt, title: feed.title, lang: locale.tag};
      const texts = `${socialHeader(feed.title, given)} ${alt}`;
      drawings.push(add(path, texts, described, 1, () => socialPictureOf(subject, given, rasteriser!.typeface)?.svg));
    }
  await Promise.all(drawings);

  const drawn = new Set(files.map(({path}) => path));
  const counter = `counter-${feed.figures[0]?.id}`;
  return {
    files,
    warnings: warnings.sort(),
    pictureOf: (widget, lang) => {
      const own = {counter, trend: counter, countdown: 'countdown'}[widget] ?? 'banner';
      const page = [own, 'banner', counter]
        .flatMap((name) => [lang, 'en'].map((tag) => pages.get(`${name} ${tag}`)))
        .find((found) => found && drawn.has(found.path));
      return page && {url: page.path, alt: page.alt, width: 1200, height: 630};
    },
  };
};
