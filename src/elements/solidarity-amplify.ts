import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {messageTexts, sloganTexts} from '../describe/amplify.js';
import {describeMessage} from '../describe/figure.js';
import {textPart} from '../describe/parts.js';
import {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {amplify, slogans, type Message} from '../feed/sections/amplify.js';
import {figures, isComplete} from '../feed/sections/figures.js';
import {loadLocaleOf} from '../i18n/load-locale.js';
import {updateAll} from '../i18n/locale-controller.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card, warning} from '../theme/tokens.js';
import {AmplifyDraft} from './amplify-draft.js';
import {renderFigure, type RenderOptions} from './amplify-figure.js';
import {renderForm} from './amplify-form.js';
import {positiveInteger} from './properties.js';
import styles from './solidarity-amplify.styles.js';
import type {SloganBoard} from './slogan-board.js';
import {TemplateElement} from './template-element.js';

/** What the forms without a field need: one module for all elements. */
let board: Resource<typeof import('./slogan-board.js')> | undefined;
/** What the form needs beside its field. */
let networks: Resource<typeof import('./amplify-networks.js')> | undefined;

/**
 * A message to post: with the feed's figure, its date and source, for the reader to change, copy and share. Or the
 * campaign's slogan in all its languages, on a poster or on an information board.
 *
 * Nothing is requested of a network before the reader follows a link, and nothing is stored.
 *
 * @tag solidarity-amplify
 * @summary A message to post, slogans, a poster and an information board.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The message or the slogans are shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole; also `board` as a board or a poster.
 * @csspart heading - The title of the whole; as `slogans` the slogan itself.
 * @csspart warning - That people in Belarus are prosecuted for posts.
 * @csspart choice - The choice of a message, where the feed has several.
 * @csspart field - The label and the field with the text.
 * @csspart words - Hashtags and link to add to the text.
 * @csspart word - One of them.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart statement - The figure with its day.
 * @csspart count - Its number.
 * @csspart figure - The figure that the text quotes, or that the board shows; also `ageing` or `stale`.
 * @csspart status - That the figure is ageing or out of date, or was withdrawn or has changed since the reader wrote.
 * @csspart note - What the reader must know beside the figure.
 * @csspart source - Its source.
 * @csspart actions - The buttons.
 * @csspart done - That the text was copied.
 * @csspart networks - The list of networks.
 * @csspart network - A network.
 * @csspart length - How long the text is, and may be; also `over`.
 * @csspart link - A link.
 * @csspart server - The field for the reader's Mastodon server.
 * @csspart slogans - The list of slogans.
 * @csspart slogan - A slogan.
 * @csspart review - What an asterisk means.
 * @csspart hashtags - The hashtags on a board.
 * @csspart controls - The buttons and links of a board.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The message or the slogans are shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the red zone.
 * @cssproperty --solidarity-on-accent - Colour of text on it; by default black or white.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between edge and text.
 * @cssproperty --solidarity-warn - Background of the warning.
 * @cssproperty --solidarity-on-warn - Colour of text in the warning.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityAmplify extends TemplateElement {
  static override readonly tag = 'solidarity-amplify';
  static override styles = [TemplateElement.styles, card, warning, styles];
  static override properties = {
    variant: {reflect: true},
    orientation: {reflect: true},
    message: {},
    campaign: {},
    heading: {type: Number},
  };
  protected static override readonly loadLocale = withMessages('amplify');
  protected static override readonly fallbackLimits = [4, 5000] as const;

  /** `message` (default), `slogans` (a list in all languages), `board` (for a screen) or `poster` (to print, too). */
  declare variant?: 'message' | 'slogans' | 'board' | 'poster';
  /** Of a board or a poster: `landscape` (a board's default, 16:9) or `portrait` (a poster's default). */
  declare orientation?: 'landscape' | 'portrait';
  /** Id of the message; by default the feed's first. */
  declare message?: string;
  /** Id of the campaign whose slogan is shown; by default the feed's first. */
  declare campaign?: string;
  /** Level of the title as a heading in the page; 2 by default. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {amplify, slogans, figures});
  readonly #draft = new AmplifyDraft(() => this.requestUpdate());
  #board?: SloganBoard;

  /** The messages whose figures were not withdrawn, and the one that the reader has edited, whatever became of it. */
  get #messages() {
    const {amplify, figures} = this.feed.data!;
    const edited = this.#draft.edited?.message;
    const isEdited = ({id}: Message) => id === edited?.id;
    const wanted = amplify.filter(
      (one) => isEdited(one) || ((!this.message || one.id === this.message) && isComplete(one, figures)),
    );
    return !edited || wanted.some(isEdited) ? wanted : [edited, ...wanted];
  }

  get #message() {
    const id = this.#draft.edited?.message.id ?? this.#draft.id;
    return this.#messages.find((one) => one.id === id) ?? this.#messages[0];
  }

  get #isForm() {
    return !['slogans', 'board', 'poster'].includes(this.variant ?? '');
  }

  get #campaign() {
    return this.feed.data!.slogans.find(({id}) => !this.campaign || id === this.campaign);
  }

  protected override texts() {
    const {figures} = this.feed.data!;
    const message = this.#message;
    if (this.#isForm) return message ? messageTexts(message, figures) : [];
    return sloganTexts(this.variant === 'slogans' ? undefined : figures[0]);
  }

  // The nodes stay while the reader writes: a new field would lose the place of the caret.
  protected override needsNewNodes(changed: PropertyValues) {
    return !(this.#isForm && this.#draft.edited) && super.needsNewNodes(changed);
  }

  protected override content() {
    const {figures} = this.feed.data!;
    const {context, links = 'all'} = this;
    const level = positiveInteger(this.heading, 2);
    const render: RenderOptions = {
      context,
      level,
      renderPart: this.renderPart.bind(this),
      renderParts: this.renderParts.bind(this),
    };
    const message = this.#message;
    if (this.#isForm && message) {
      networks ??= new Resource(() => loadModule('amplify-networks'), updateAll);
      networks.retry();
      const messages = this.#messages;
      const loading = messages.map(({text}) => loadLocaleOf(textPart(text, context).lang, updateAll));
      this.pendingWork = Promise.all([networks.settled, ...loading.map(({settled}) => settled)]);
      // All at once: what came later would move the page.
      if ((!networks.value && !networks.overdue) || loading.some(({locale}) => !locale)) return undefined;
      return renderForm({
        ...render,
        messages,
        message,
        figures,
        describe: (one) => describeMessage(one, figures, context, loading[messages.indexOf(one)]!.locale),
        links,
        draft: this.#draft,
        networks: networks.value,
      });
    }
    if (this.#isForm) return new FeedError('missing', `/amplify ${this.message ?? ''}`);
    const campaign = this.#campaign;
    if (!campaign) return new FeedError('missing', `/campaigns ${this.campaign ?? ''}`);
    board ??= new Resource(() => loadModule('slogan-board'), updateAll);
    board.retry();
    this.pendingWork = board.settled;
    const {value, overdue} = board;
    if (!value) return overdue ? new FeedError('script', 'slogan-board') : undefined;
    const options = {
      ...render,
      renderFigure,
      campaign,
      figure: figures[0],
      hashtags: message?.hashtags ?? [],
      root: this.renderRoot as ShadowRoot,
    };
    if (this.variant === 'slogans') return html`${value.renderSlogans(options)}`;
    this.#board ??= new value.SloganBoard(this);
    return html`${this.#board.render({...options, isPoster: this.variant === 'poster'})}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-amplify': SolidarityAmplify;
  }
}
