import {html, nothing} from 'lit/html.js';
import {ClockController} from '../clock/clock.js';
import type {Span} from '../clock/span.js';
import {MINUTE, SECOND} from '../clock/units.js';
import {
  describeMoment,
  describeSpan,
  describeZone,
  observanceTexts,
  pauseLabel,
  phaseLabel,
  unitForm,
  unitForms,
} from '../describe/countdown.js';
import {textPart} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {observances} from '../feed/sections/observances.js';
import {formatNumber, pluralForm} from '../i18n/format.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {findCountdown, spanAt, type Countdown} from './countdown-target.js';
import {headingTag} from './properties.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-countdown.styles.js';

const MINUTES = 4;
const SECONDS = 5;

/**
 * How long until the next observance of the campaign, or until a date; the day itself; and how long ago it was.
 * The README lists the height to reserve for it.
 *
 * @tag solidarity-countdown
 * @summary Time to the next observance or to a date, in the calendar of its zone.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @slot title - What happens on the date of `to`.
 * @fires load - The countdown is shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart heading - The title: the observance, or what the page says in its place.
 * @csspart figure - The zone of the numbers and the date.
 * @csspart label - “Time passed”, over the numbers of a date that is over.
 * @csspart units - The numbers with their words.
 * @csspart unit - A number with its word.
 * @csspart count - A number; on the day itself “Today”.
 * @csspart date - The date, and the zone of a time of day.
 * @csspart pause - Pauses the seconds of all countdowns on the page, and lets them go on.
 * @csspart why - What the observance recalls.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The countdown is shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the zone of the numbers.
 * @cssproperty --solidarity-on-accent - Colour of text on it.
 * @cssproperty --solidarity-number - Colour of numbers.
 * @cssproperty --solidarity-number-font - Font family of numbers.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between the edge and the text.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityCountdown extends TemplateElement {
  static override readonly tag = 'solidarity-countdown';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {
    observance: {},
    to: {},
    zone: {},
    units: {},
    direction: {},
    heading: {type: Number},
  };

  /** Id of the observance; by default the one whose day comes first. */
  declare observance?: string;
  /**
   * A date, `2027-08-09`, or a time on it, `2027-08-09T18:30`, with `Z` or an offset an instant; once it is over the time
   * since is counted.
   */
  declare to?: string;
  /** IANA zone that the day begins in, or `local` for the reader's own. Default: the observance's, else Europe/Minsk. */
  declare zone?: string;
  /** Which of `years months days hours minutes seconds`; by default chosen by distance. */
  declare units?: string;
  /** `up` counts from the last day of `observance`, or from `to`, once it has come. */
  declare direction?: 'down' | 'up';
  /** Level of the title as a heading of the page, 2 to 6; by default it is none. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {observances});
  readonly #clock = new ClockController(this, () => this.guard(() => this.#onTick()));
  /** What is counted, the time that is shown, and its numbers in the order of their units. */
  #countdown?: Countdown;
  #at = 0;
  #span: Span = [];
  /** The forms of the seconds, while these move. */
  #seconds = '';
  /** What is shown but the numbers: as long as it is the same, only they are written. */
  #shown = '';

  #countdownAt(now: number) {
    return findCountdown(this.feed.data!.observances, this, now);
  }

  protected override texts() {
    const observance = this.#countdownAt(this.#clock.time)?.observance;
    return observance ? observanceTexts(observance) : [];
  }

  protected override content() {
    const countdown = this.#countdownAt(this.#clock.now());
    if (!countdown) return new FeedError('missing', `/observances ${this.to ?? this.observance ?? ''}`);
    const {observance, moment, zone, instant, phase} = countdown;
    const {locale, context} = this;
    this.#shown = this.#count(countdown);
    const hasSeconds = this.#span.at(-1)?.[0] === SECONDS;
    this.#clock.step = hasSeconds ? SECOND : MINUTE;
    const {pausedAt} = this.#clock;
    this.#seconds = hasSeconds && !pausedAt ? unitForms(SECONDS, locale) : '';
    const title = observance
      ? this.renderPart(textPart(observance.title, context))
      : this.querySelector('[slot=title]') && create('slot', {name: 'title'});
    const label = phaseLabel(phase, locale);
    const isToday = phase === 'today';
    return html`<div part="base" lang=${locale.tag} dir=${locale.data.dir}>
      ${title && create(headingTag(this.heading), {part: 'heading', id: 'heading'}, title)}
      <div part="figure">
        <div role=${isToday ? nothing : 'timer'} aria-labelledby=${title && !isToday ? 'heading' : nothing}>
          ${label ? create('p', {part: isToday ? 'count' : 'label'}, label) : ''} ${isToday ? '' : this.#renderSpan()}
          <p part="date">
            ${this.renderPart(describeMoment(moment, locale))}${
              // Only a time of day needs its zone.
              moment.includes('T') ? ` (${describeZone(zone, instant, locale)})` : ''
            }
          </p>
        </div>
        ${
          hasSeconds
            ? html`<button
                id="pause"
                part=${pausedAt ? 'pause paused' : 'pause'}
                aria-label=${pauseLabel(!!pausedAt, locale)}
                @click=${this.#togglePause}
              ></button>`
            : ''
        }
      </div>
      ${observance?.why ? html`<p part="why">${this.renderPart(textPart(observance.why, context))}</p>` : ''}
    </div>`;
  }

  /** The page's own title is fallback content, too: without the script it would be there. */
  protected override showFallback() {
    super.showFallback();
    if (this.querySelector('[slot=title]')) this.shadowRoot!.prepend(create('slot', {name: 'title'}));
  }

  /** The time to show. While the reader has paused, it has the seconds of that moment: minutes and days go on. */
  #timeOf({instant}: Countdown) {
    const {pausedAt, shown} = this.#clock;
    const time = pausedAt && shown - ((shown - pausedAt) % MINUTE);
    // Not a time before the moment once that has come.
    return time && time < instant === shown < instant ? time : shown;
  }

  /** Takes the numbers of a countdown; returns all that is shown of it but these. */
  #count(countdown: Countdown) {
    const {phase, moment, zone} = (this.#countdown = countdown);
    this.#at = this.#timeOf(countdown);
    this.#span = spanAt(countdown, this.#at, this.units);
    return [phase, moment, zone, ...this.#span.map((unit) => unitForm(unit, this.locale))].join();
  }

  /** The numbers over their words, and what is read aloud in their place. */
  #renderSpan() {
    // What changes is set in updated(), not rendered, since it is written without an update, too. Words are new nodes:
    // old ones may hold a page translator's.
    return html`<p part="text"></p>
      <p part="units" aria-hidden="true">
        ${this.#span.map((unit) => {
          const [before, after] = unitForm(unit, this.locale).split('{n}');
          const count = create('span', {part: 'count', translate: 'no'});
          return create('span', {part: 'unit'}, before!, count, after!);
        })}
      </p>`;
  }

  /** The numbers as they are read aloud: without seconds, so that they change once a minute. */
  #spoken() {
    const read = this.#span.filter(([unit, n]) => n && unit < SECONDS);
    const minutes = Math.ceil(Math.abs(this.#countdown!.instant - this.#at) / MINUTE);
    return describeSpan(read.length ? read : [[MINUTES, minutes]], this.locale);
  }

  protected override updated() {
    this.#writeNumbers();
    super.updated();
  }

  #writeNumbers(first = 0) {
    const counts = this.renderRoot.querySelectorAll('[part=count]');
    const write = (target: Element | null | undefined, text: string) => {
      // Where nothing has changed the page need not be laid out.
      if (target && target.textContent !== text) target.textContent = text;
    };
    this.#span.slice(first).forEach(([, n], i) => write(counts[first + i], formatNumber(n, this.locale.data)));
    if (!first && this.#span.length) write(this.renderRoot.querySelector('[part=text]'), this.#spoken());
  }

  /** Writes the numbers alone, or updates where more has changed, such as the word that a number takes. */
  #onTick() {
    const now = this.#clock.now();
    if (this.#countSeconds(now)) return;
    const countdown = this.hasContent && this.feed.data && this.#countdownAt(now);
    if (!countdown || this.#count(countdown) !== this.#shown) return this.requestUpdate();
    this.#writeNumbers();
  }

  /** Writes the seconds alone; false where more may have changed, such as the word that they take. */
  #countSeconds(now: number) {
    if (!this.#seconds || this.#clock.pausedAt) return false;
    const last = this.#span.at(-1)!;
    const passed = Math.floor(now / SECOND) - Math.floor(this.#at / SECOND);
    const n = last[1] + (this.#at < this.#countdown!.instant ? -passed : passed);
    const form = (n: number) => pluralForm(this.#seconds, n, this.locale);
    if (n < 1 || n > 59 || form(n) !== form(last[1])) return false;
    last[1] = n;
    this.#at = now;
    this.#writeNumbers(this.#span.length - 1);
    return true;
  }

  #togglePause() {
    this.#clock.togglePause();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-countdown': SolidarityCountdown;
  }
}
