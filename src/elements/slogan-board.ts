import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import {describeStatement, describeFigure} from '../describe/figure.js';
import type {Part} from '../describe/parts.js';
import {describeSlogans} from '../describe/slogan.js';
import {create, replaceContent, type Child} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Slogan} from '../feed/sections/amplify.js';
import type {Figure} from '../feed/sections/figures.js';
import {interpolateText} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import type {RenderOptions} from './amplify-figure.js';
import {fitBoard} from './fit-board.js';
import {flagSvg, posterSvg, type PosterSize} from './poster-file.js';
import {styleSheet} from './slogan-board.styles.js';

/* A campaign's slogan in all its languages: as a list, on an information board, on a poster. */

/** Milliseconds for which a board shows a slogan. */
const INTERVAL = 8000;

/** What the forms with slogans show. */
export interface SloganOptions extends RenderOptions {
  readonly campaign: Slogan;
  readonly figure?: Figure;
  readonly hashtags: readonly string[];
  readonly root: ShadowRoot;
  /** Renders the figure. */
  renderFigure(figure: Figure, options: RenderOptions): Child;
}

/** Adds the styles of boards and lists to the element. */
const addStyles = ({root}: SloganOptions) => {
  if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
};

const renderSlogan = ({text, lang}: Part, id?: string) => create('bdi', {id, lang}, text);

/** The list; an asterisk is at each slogan that no native speaker has reviewed. */
export const renderSlogans = (options: SloganOptions): HTMLElement => {
  addStyles(options);
  const {campaign, context, level} = options;
  const {tag, data} = context.locale;
  const slogans = describeSlogans(campaign, context);
  const {unreviewed = []} = campaign;
  const isUnreviewed = ({lang}: Part) => unreviewed.includes(lang);
  return create(
    'div',
    {part: 'base', role: 'group', lang: tag, dir: data.dir, 'aria-labelledby': 'heading'},
    create(
      'div',
      {part: 'heading', id: 'heading', role: 'heading', 'aria-level': String(level)},
      renderSlogan(slogans[0]!),
    ),
    create(
      'ul',
      {part: 'slogans', role: 'list'},
      ...slogans.map((one) => create('li', {part: 'slogan'}, renderSlogan(one), isUnreviewed(one) ? '*' : '')),
    ),
    ...(slogans.some(isUnreviewed)
      ? [
          create(
            'p',
            {part: 'review'},
            msg('* Not reviewed by a native speaker yet.', {
              id: 'amplify.review',
              desc: 'Below a list of translations',
            }),
          ),
        ]
      : []),
  );
};

/** The element. With a time of its own, for previews, it stands still. */
type BoardHost = ReactiveControllerHost & HTMLElement & {readonly now?: number};

const fileUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

const reducesMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A board or a poster: one slogan after another, until it is paused; always the same one under reduced motion. */
export class SloganBoard implements ReactiveController {
  #i = 0;
  #isPaused = false;
  #timer?: ReturnType<typeof setInterval>;
  /** Shows the next slogan in the board; undefined where there is one slogan alone. */
  #showNext?: () => void;
  /** The nodes that are shown, while the host shows a board. */
  #board?: HTMLElement;
  #resize?: ResizeObserver;
  /** The files of posters by what is on them: to fit the letters takes a while, and a board comes back to each slogan. */
  readonly #files = new Map<string, string>();

  constructor(readonly host: BoardHost) {
    host.addController(this);
  }

  hostUpdated() {
    this.#fit();
    // Letters that arrive later are wider or narrower.
    if (page.fonts?.status === 'loading') void page.fonts.ready.then(this.#fit);
    if (!this.#showNext || !this.#board?.isConnected) this.#stop();
    else
      this.#timer ??= setInterval(() => {
        if (!this.#isPaused && !this.host.now && !page.hidden && !reducesMotion()) this.#showNext?.();
      }, INTERVAL);
  }

  hostConnected() {
    // Where the page has taken the observer away, the letters are fitted with each slogan. In a frame of its own: it may
    // change the size that is observed.
    if (!this.#resize && 'ResizeObserver' in window)
      this.#resize = new ResizeObserver(() => requestAnimationFrame(this.#fit));
    this.#resize?.observe(this.host);
  }

  hostDisconnected() {
    this.#resize?.disconnect();
    this.#stop();
  }

  readonly #fit = () => {
    // Not hidden, nor something else now.
    if (this.#board?.isConnected && this.host.offsetWidth) fitBoard(this.host, this.#board);
  };

  #stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  readonly #onPause = () => {
    this.#isPaused = !this.#isPaused;
    this.host.requestUpdate();
  };

  // The element and not its content: new content would end it.
  readonly #onFullScreen = () => void this.host.requestFullscreen().catch(() => {});

  render(options: SloganOptions & {readonly isPoster: boolean}): HTMLElement {
    addStyles(options);
    const {figure, hashtags, context, isPoster} = options;
    const {tag: lang, data} = context.locale;
    const slogans = describeSlogans(options.campaign, context);
    const shown = () => slogans[reducesMotion() ? 0 : this.#i % slogans.length]!;
    const slogan = create('p', {part: 'slogan'});
    const files = isPoster ? this.#renderFiles(options) : [];
    const show = () => {
      replaceContent(slogan, renderSlogan(shown(), 'slogan'));
      for (const {link, svg} of files) {
        link.setAttribute('href', fileUrl(svg(shown())));
        // A reader saves one language after another. The flag has none.
        link.setAttribute('download', link.id.replace(/A\d/, `$&-${shown().lang}`));
      }
    };
    show();
    // Only the slogan: a reader may be at a button or a link.
    this.#showNext =
      slogans[1] &&
      (() => {
        this.#i++;
        show();
        this.#fit();
      });
    this.#board = create(
      'div',
      {part: 'base board', role: 'group', lang, dir: data.dir, 'aria-labelledby': 'slogan'},
      create('p', {part: 'hashtags'}, hashtags.join(' ')),
      slogan,
      ...(figure ? [options.renderFigure(figure, options)] : []),
    );
    return create(
      'div',
      {id: 'stage'},
      this.#board,
      create(
        'p',
        {part: 'controls', lang, dir: data.dir},
        ...(slogans[1] && !reducesMotion() ? [this.#renderButton('pause', this.#pauseLabel, this.#onPause)] : []),
        ...(page.fullscreenEnabled
          ? [
              this.#renderButton(
                'full-screen',
                msg('Full screen', {id: 'amplify.full-screen', desc: 'A button'}),
                this.#onFullScreen,
              ),
            ]
          : []),
        ...files.map(({link}) => link),
      ),
    );
  }

  /** As the countdown's: its module would be a second request. */
  get #pauseLabel() {
    return this.#isPaused ? msg('Resume', {id: 'countdown.resume'}) : msg('Pause', {id: 'countdown.pause'});
  }

  #renderButton(id: string, label: string, onClick: () => void) {
    const button = create('button', {id}, label);
    button.addEventListener('click', onClick);
    return button;
  }

  /** Files to print, and what is in each: the size of a page cannot be set from within a page of somebody else. */
  #renderFiles({figure, hashtags, context}: SloganOptions) {
    const label = msg('Poster {size} (SVG)', {id: 'amplify.poster', desc: '{size} is A4 or A3'});
    const flag = msg('Flag 1:2 (SVG)', {id: 'amplify.flag', desc: '1:2 is the proportion of the flag'});
    const lines = figure ? [describeStatement(figure, context), ...this.#aboutFigure(figure, context)] : [];
    const file = (id: string, text: string, svg: (slogan: Part) => string) => ({
      link: create('a', {part: 'link', id}, text),
      svg,
    });
    const poster = (size: PosterSize) =>
      file(`poster-${size}.svg`, interpolateText(label, {size}), ({text: slogan, lang}) => {
        const content = {slogan, lang, hashtags: hashtags.join(' '), lines, dir: context.locale.data.dir};
        const key = JSON.stringify([size, content]);
        const svg = this.#files.get(key) ?? posterSvg(content, size);
        this.#files.set(key, svg);
        return svg;
      });
    return [...(['A4', 'A3'] as PosterSize[]).map(poster), file('flag.svg', flag, flagSvg)];
  }

  #aboutFigure(figure: Figure, context: RenderOptions['context']) {
    const {status, note, source} = describeFigure(figure, context);
    return [...(status ? [[status]] : []), ...(note ? [[note]] : []), source];
  }
}
