import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import {html, nothing} from 'lit/html.js';
import {pauseLabel} from '../describe/countdown.js';
import {describeStatement, describeFigure} from '../describe/figure.js';
import {plainText, textPart} from '../describe/parts.js';
import {page} from '../dom/page.js';
import type {Campaign} from '../feed/sections/campaigns.js';
import type {Figure} from '../feed/sections/figures.js';
import {interpolateText} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import type {RenderOptions} from './amplify-figure.js';
import {flagSvg, posterSvg, type PosterSize} from './poster-file.js';

/* A campaign's slogan in all its languages: as a list, on an information board, on a poster. */

/** Milliseconds for which a board shows a slogan. */
const INTERVAL = 8000;

/** What the forms with slogans show. */
export interface SloganOptions extends RenderOptions {
  readonly campaign: Campaign;
  readonly figure?: Figure;
  readonly hashtags: readonly string[];
  /** Renders the figure. */
  renderFigure(figure: Figure, options: RenderOptions): unknown;
}

/** The slogan in each of its languages, the reader's first. */
const slogansOf = ({slogan}: Campaign, {context}: RenderOptions): [words: string, lang: string][] => {
  const {text, lang} = textPart(slogan, context);
  const others = typeof slogan === 'string' ? [] : Object.keys(slogan).filter((tag) => tag !== lang);
  return [[text, lang], ...others.map((tag): [string, string] => [(slogan as Record<string, string>)[tag]!, tag])];
};

const renderSlogan = ([words, lang]: readonly [string, string], id?: string) =>
  html`<bdi id=${id ?? nothing} lang=${lang}>${words}</bdi>`;

/** The list; an asterisk is at each slogan that no native speaker has reviewed. */
export const renderSlogans = (options: SloganOptions) => {
  const {campaign, context, level} = options;
  const {tag, data} = context.locale;
  const slogans = slogansOf(campaign, options);
  const {unreviewed = []} = campaign;
  const isUnreviewed = ([, lang]: readonly [string, string]) => unreviewed.includes(lang);
  return html`<div part="base" role="group" lang=${tag} dir=${data.dir} aria-labelledby="heading">
    <div part="heading" id="heading" role="heading" aria-level=${level}>${renderSlogan(slogans[0]!)}</div>
    <ul part="slogans" role="list">
      ${slogans.map((one) => html`<li part="slogan">${renderSlogan(one)}${isUnreviewed(one) ? '*' : nothing}</li>`)}
    </ul>
    ${
      slogans.some(isUnreviewed)
        ? html`<p part="review">
            ${msg('* Not reviewed by a native speaker yet.', {id: 'amplify.review', desc: 'Below a list of translations'})}
          </p>`
        : nothing
    }
  </div>`;
};

/** The element. With a time of its own, for previews, it stands still. */
type BoardHost = ReactiveControllerHost & HTMLElement & {readonly now?: number};

const reducesMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A board or a poster: one slogan after another, until it is paused; always the same one under reduced motion. */
export class SloganBoard implements ReactiveController {
  #i = 0;
  #isPaused = false;
  #timer?: ReturnType<typeof setInterval>;

  constructor(readonly host: BoardHost) {
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => {
      if (this.#isPaused || this.host.now || page.hidden || reducesMotion()) return;
      this.#i++;
      this.host.requestUpdate();
    }, INTERVAL);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }

  readonly #onPause = () => {
    this.#isPaused = !this.#isPaused;
    this.host.requestUpdate();
  };

  // The element and not its content: new content would end it.
  readonly #onFullScreen = () => void this.host.requestFullscreen().catch(() => {});

  render(options: SloganOptions & {readonly isPoster: boolean}) {
    const {figure, hashtags, context, isPoster} = options;
    const {locale} = context;
    const {tag, data} = locale;
    const slogans = slogansOf(options.campaign, options);
    const shown = slogans[reducesMotion() ? 0 : this.#i % slogans.length]!;
    return html`<div part="base board" role="group" lang=${tag} dir=${data.dir} aria-labelledby="slogan">
        <p part="hashtags">${hashtags.join(' ')}</p>
        <p part="slogan">${renderSlogan(shown, 'slogan')}</p>
        ${figure ? options.renderFigure(figure, options) : nothing}
      </div>
      <p part="controls" lang=${tag} dir=${data.dir}>
        ${
          slogans[1] && !reducesMotion()
            ? html`<button id="pause" @click=${this.#onPause}>${pauseLabel(this.#isPaused, locale)}</button>`
            : nothing
        }
        ${
          page.fullscreenEnabled
            ? html`<button id="full-screen" @click=${this.#onFullScreen}>
                ${msg('Full screen', {id: 'amplify.full-screen', desc: 'A button'})}
              </button>`
            : nothing
        }
        ${isPoster ? this.#renderFiles(shown, options) : nothing}
      </p>`;
  }

  /** Files to print: the size of a page cannot be set from within a page of somebody else. */
  #renderFiles([words, lang]: readonly [string, string], {figure, hashtags, context}: SloganOptions) {
    const lines = figure
      ? [describeStatement(figure, context), ...this.#aboutFigure(figure, context)].map(plainText)
      : [];
    const poster = {slogan: words, lang, hashtags: hashtags.join(' '), lines};
    const label = msg('Poster {size} (SVG)', {id: 'amplify.poster', desc: '{size} is A4 or A3'});
    const file = (name: string, svg: string, text: string) =>
      html`<a part="link" download=${name} href="data:image/svg+xml,${encodeURIComponent(svg)}">${text}</a>`;
    return [
      (['A4', 'A3'] as PosterSize[]).map((size) =>
        file(`poster-${size}.svg`, posterSvg(poster, size), interpolateText(label, {size})),
      ),
      file(
        'flag.svg',
        flagSvg(),
        msg('Flag 1:2 (SVG)', {id: 'amplify.flag', desc: '1:2 is the proportion of the flag'}),
      ),
    ];
  }

  #aboutFigure(figure: Figure, context: RenderOptions['context']) {
    const {status, note, source} = describeFigure(figure, context);
    return [...(status ? [[status]] : []), ...(note ? [[note]] : []), source];
  }
}
