import {html} from 'lit';
import {FeedController} from '../feed/feed-controller.js';
import {FeedError} from '../feed/feed-error.js';
import {figures, freshness, type Figure} from '../feed/sections/figures.js';
import {pickText} from '../feed/text.js';
import {capital, fill, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {card} from '../theme/tokens.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-counter.styles.js';

/** Shows or hides what stands behind a button. Not `<details>`: a third of all that a card costs to lay out. */
const turn = ({currentTarget}: Event) => {
  const button = currentTarget as HTMLButtonElement;
  const shown = (button.nextElementSibling as HTMLElement).toggleAttribute('hidden');
  button.ariaExpanded = String(!shown);
};

/**
 * How many political prisoners are held, or another figure of the feed, with qualifier, date, source and definition.
 *
 * @tag solidarity-counter
 * @summary A sourced figure and its change over time.
 *
 * @slot - The page's own words: shown until the feed is there, and when it is not.
 * @fires load - The figure is shown.
 * @fires {SolidarityErrorEvent} error - The page's own words stay; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart compact - The whole, as a badge or inline.
 * @csspart sentence - Qualifier, number and unit.
 * @csspart count - The number.
 * @csspart about - As-of date and source.
 * @csspart status - That the figure is ageing or old.
 * @csspart note - What the reader must know beside the number.
 * @csspart correction - What was corrected of late, and when.
 * @csspart change - The change since an earlier count.
 * @csspart trend - The sparkline.
 * @csspart definition - What is counted.
 * @cssstate loading - Nothing known yet.
 * @cssstate ready - The figure is shown.
 * @cssstate stale - The figure is shown, and is old.
 * @cssstate failed - The page's own words stay.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; the page's where absent.
 */
export class SolidarityCounter extends SolidarityElement {
  static override readonly tag = 'solidarity-counter';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    figure: {},
    variant: {reflect: true},
    change: {},
    trend: {type: Boolean},
    countUp: {type: Boolean, attribute: 'count-up'},
  };

  /** Id of the figure; the feed's first where absent. */
  declare figure?: string;
  /** `card` (also where absent), `headline`, `badge`, or `inline`: a part of the page's own sentence. */
  declare variant?: 'card' | 'headline' | 'badge' | 'inline';
  /** Shows the change since a date, `2025-03-05`, or, empty, since a year before the count. */
  declare change?: string;
  /** Shows a sparkline of the history. */
  declare trend: boolean;
  /** Counts up to the number once, unless the reader prefers reduced motion. */
  declare countUp: boolean;

  protected readonly data = new FeedController(this, {figures});
  #extras?: Partial<typeof import('./counter-extras.js')>;

  get #shown(): Figure | undefined {
    const {figures} = this.data.supply!;
    return this.figure ? figures.find(({id}) => id === this.figure) : figures[0];
  }

  protected override get age() {
    const figure = this.#shown;
    return figure && freshness(figure, this.today, this.data.supply!.core.expires);
  }

  protected override content() {
    const figure = this.#shown;
    const {corrections} = this.data.supply!.core as {corrections?: unknown[]};
    if (this.countUp || this.trend || this.change != null || corrections?.length) this.also ??= this.#extend();
    // All at once: a sparkline that came later would move what stands below.
    if (this.also && !this.#extras) return undefined;
    const correction = this.#extras?.renderCorrection?.(this.data.supply!.core, figure, this.language.voice!, this);
    // The page's own words may be what was withdrawn.
    if (!figure) return correction ?? new FeedError('missing', `/figures ${this.figure}`);
    const {value, asOf, source, definition, note} = figure;
    const {voice} = this.language;
    const compact = this.variant === 'inline' || this.variant === 'badge';
    const asked = msg('What is counted', {id: 'counter.definition'});
    const date = this.time(asOf);
    const origin = source.url ? this.link(source.url, this.text(source.name)) : this.text(source.name);
    // The number's text is set, not rendered: page translators replace rendered nodes, which would freeze it.
    const [sentence, lang] = this.#words(figure);
    const [before = '', number, ...after] = fill(sentence, {n: this.number(value)});
    const remarks = [this.#status(), note && html`<p part="note">${this.text(note)}</p>`, correction].filter(Boolean);
    return html`<div
      part=${compact ? 'base compact' : 'base'}
      role="group"
      lang=${voice!.tag}
      dir=${voice!.table.dir}
      aria-labelledby="sentence about"
    >
      <p part="sentence" id="sentence">
        ${compact ? before : capital(before, lang)}<data
          part="count"
          translate="no"
          value=${value}
          .textContent=${number}
        ></data
        >${after.join('')}
      </p>
      <p part="about" id="about">
        ${this.told(
          compact
            ? ` ({source}${voice!.table.comma ?? ', '}{date}) `
            : msg('As of {date}. Source: {source}', {id: 'counter.about'}),
          {date, source: origin},
        )}
      </p>
      ${compact ? '' : [...remarks, ...(this.#extras?.render?.(figure, voice!, this) ?? [])]}
      <div part="definition">
        <button aria-expanded="false" aria-label=${asked} @click=${turn}>${compact ? '?' : asked}</button>
        <div hidden>
          <p>${this.text(definition)}</p>
          ${compact ? remarks : ''}
        </div>
      </div>
    </div>`;
  }

  #status() {
    const {age} = this;
    return age
      ? html`<p part="status">
          ${
            age === 'stale'
              ? msg('This figure is old: the number may have changed since.', {id: 'counter.stale'})
              : msg('A newer figure is due.', {id: 'counter.ageing'})
          }
        </p>`
      : undefined;
  }

  /** What stands around the number `{n}`: a sentence in the form that the number asks for, or the title; its language. */
  #words({id, title, value, qualifier}: Figure): [words: string, lang: string] {
    const voice = this.language.voice!;
    const more = qualifier === 'more-than';
    const least = qualifier === 'at-least';
    if (id === 'held')
      return [
        pluralForm(
          more
            ? msg('more than {n} political prisoner|more than {n} political prisoners', {id: 'held.more-than'})
            : least
              ? msg('at least {n} political prisoner|at least {n} political prisoners', {id: 'held.at-least'})
              : msg('{n} political prisoner|{n} political prisoners', {id: 'held.exact'}),
          value,
          voice,
        ),
        voice.tag,
      ];
    const [words, lang] = pickText(title, voice.tag, this.data.supply!.core.lang);
    const count = more
      ? msg('more than {n}', {id: 'count.more-than'})
      : least
        ? msg('at least {n}', {id: 'count.at-least'})
        : '{n}';
    return [`${words}: ${count}`, lang];
  }

  async #extend() {
    // Where the chunk cannot be had, the number stands alone.
    this.#extras = await import('./counter-extras.js').catch(() => ({}));
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-counter': SolidarityCounter;
  }
}
