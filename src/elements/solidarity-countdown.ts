import {html, nothing} from 'lit/html.js';
import {ClockController} from '../clock/clock.js';
import type {Span} from '../clock/span.js';
import {MINUTE, SECOND} from '../clock/units.js';
import {
  describeCountdown,
  describeMoment,
  describeSpan,
  describeUnit,
  describeZone,
  pauseLabel,
  unitForms,
} from '../describe/countdown.js';
import {plainText, textPart} from '../describe/parts.js';
import {FeedError} from '../feed/feed-error.js';
import {observances} from '../feed/sections/observances.js';
import {formatNumber, pluralForm} from '../i18n/format.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {findCountdown, spanAt, type Countdown} from './countdown-target.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-countdown.styles.js';

const [MINUTES, SECONDS] = [4, 5];

/**
 * How long until the next observance of the campaign, or until a date; the day itself; and how long ago it was.
 *
 * Text of 16 px takes at most 310 px of height where the element is 320 px wide, and 255 px at 640 px: with that as
 * its `min-block-size` nothing shifts, in any phase and any of our languages.
 *
 * @tag solidarity-countdown
 * @summary Time to the next observance or to a date, in the calendar of its zone.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @slot title - What happens on the date of `to`.
 * @fires load - The countdown is shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart title - The observance, or what the page says in its place.
 * @csspart sentence - The numbers and the date that they lead to; a `timer`. On the day itself that it is today.
 * @csspart units - The numbers with their words.
 * @csspart unit - A number with its word.
 * @csspart count - A number.
 * @csspart about - The zone, and the pause.
 * @csspart pause - Pauses the seconds of all countdowns on the page, and lets them go on.
 * @csspart why - What the observance recalls.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The countdown is shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityCountdown extends TemplateElement {
  static override readonly tag = 'solidarity-countdown';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {observance: {}, to: {}, zone: {}, units: {}, direction: {}};

  /** Id of the observance; by default the one whose day comes first. */
  declare observance?: string;
  /** A date, `2027-08-09`, or a time on it, `2027-08-09T18:30`; once it is over the time since is counted. */
  declare to?: string;
  /** IANA zone that the day begins in, or `local` for the reader's own. Default: the observance's, else Europe/Minsk. */
  declare zone?: string;
  /** Which of `years months days hours minutes seconds`; by default chosen by distance. */
  declare units?: string;
  /** `up` counts from the last day of `observance`, or from `to`, once it has come. */
  declare direction?: 'down' | 'up';

  protected readonly feed = new FeedController(this, {observances});
  readonly #clock = new ClockController(this, () => this.guard(() => this.#onTick()));
  /** The numbers shown, in the order of their units. */
  #span: Span = [];
  /** Milliseconds to or from the moment. */
  #distance = 0;
  /** What the seconds were counted from, where they are shown: the rest stays as it is for the rest of their minute. */
  #seconds?: {readonly at: number; readonly instant: number; readonly forms: string};
  /** What is shown but the numbers: as long as it is the same, only they are written. */
  #shown = '';

  #countdownAt(now: number) {
    return findCountdown(this.feed.data!.observances, this, now);
  }

  protected override texts() {
    const observance = this.#countdownAt(this.#clock.time)?.observance;
    return observance ? [observance.title, ...(observance.why ? [observance.why] : [])] : [];
  }

  protected override content() {
    const countdown = this.#countdownAt(this.#clock.now());
    if (!countdown) return new FeedError('missing', `/observances ${this.observance ?? ''}`);
    const {observance, moment, zone, instant, phase} = countdown;
    const {locale, context} = this;
    const at = this.#timeOf(countdown);
    const span = (this.#span = spanAt(countdown, at, this.units));
    this.#distance = Math.abs(instant - at);
    this.#shown = this.#describe(countdown, span);
    const hasSeconds = span.at(-1)?.[0] === SECONDS;
    const {pausedAt} = this.#clock;
    this.#clock.step = hasSeconds ? SECOND : MINUTE;
    this.#seconds = hasSeconds && !pausedAt ? {at, instant, forms: unitForms(SECONDS, locale)} : undefined;
    const date = describeMoment(moment, locale);
    const title = observance
      ? this.renderPart(textPart(observance.title, context))
      : this.querySelector('[slot=title]') && html`<slot name="title"></slot>`;
    // Two holes for what is no text: the numbers, and the title of the day itself.
    const hole = {text: '\0', lang: locale.tag};
    const sentence = describeCountdown(phase, {time: hole, moment: date, title: hole}, locale).map((part) =>
      part === hole
        ? phase === 'today'
          ? html`<b part="title">${title ?? this.renderPart(date)}</b>`
          : this.#renderSpan(span)
        : this.renderPart(part),
    );
    return html`<div part="base" lang=${locale.tag} dir=${locale.data.dir}>
      ${title && phase !== 'today' ? html`<p part="title">${title}</p>` : ''}
      <p part="sentence" role=${phase === 'today' ? nothing : 'timer'}>${sentence}</p>
      <div part="about">
        ${hasSeconds ? this.#renderPause() : ''}
        <p>
          ${phase === 'today' && title ? html`${this.renderPart(date)} · ` : ''}${describeZone(zone, instant, locale)}
        </p>
      </div>
      ${observance?.why ? html`<p part="why">${this.renderPart(textPart(observance.why, context))}</p>` : ''}
    </div>`;
  }

  /** The time to show. Paused seconds stay, as long as they lead to the same moment; minutes and days go on. */
  #timeOf({phase, moment}: Countdown) {
    const {pausedAt, shown} = this.#clock;
    const paused = pausedAt ? this.#countdownAt(pausedAt) : undefined;
    const isPaused =
      paused?.phase === phase &&
      paused.moment === moment &&
      spanAt(paused, pausedAt, this.units).at(-1)?.[0] === SECONDS;
    return isPaused ? pausedAt : shown;
  }

  /** All that is shown of a countdown but its numbers. */
  #describe({phase, moment, zone}: Countdown, span: Span) {
    const words = span.map(([unit, n]) => pluralForm(unitForms(unit, this.locale), n, this.locale));
    return [phase, moment, zone, ...words].join();
  }

  /** The numbers over their words, and what is read aloud in their place. */
  #renderSpan(span: Span) {
    const {locale} = this;
    // What changes is set in updated(), not rendered, since it is written without an update, too.
    return html`<span part="text"></span
      ><span part="units" aria-hidden="true"
        >${span.map((unit) => {
          const parts = describeUnit(unit, locale);
          const i = parts.findIndex(({role}) => role === 'number');
          return html`<span part="unit"
            >${plainText(parts.slice(0, i))}<span part="count" translate="no"></span>${plainText(
              parts.slice(i + 1),
            )}</span
          >`;
        })}</span
      >`;
  }

  /** The numbers as they are read aloud: without seconds, so that they change once a minute. */
  #spoken() {
    const read = this.#span.filter(([unit, n]) => n && unit < SECONDS);
    if (!read.length) read.push([MINUTES, Math.ceil(this.#distance / MINUTE)]);
    return plainText(describeSpan(read, this.locale));
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
    if (this.#countSeconds()) return;
    const countdown = this.hasContent && this.feed.data && this.#countdownAt(this.#clock.now());
    if (!countdown) return this.requestUpdate();
    const at = this.#timeOf(countdown);
    const span = spanAt(countdown, at, this.units);
    if (this.#describe(countdown, span) !== this.#shown) return this.requestUpdate();
    this.#span = span;
    this.#distance = Math.abs(countdown.instant - at);
    if (this.#seconds) this.#seconds = {...this.#seconds, at};
    this.#writeNumbers();
  }

  /** Writes the seconds alone; false where more has changed, such as the word that they take. */
  #countSeconds() {
    if (!this.#seconds || this.#clock.pausedAt) return false;
    const {at, instant, forms} = this.#seconds;
    const now = this.#clock.time;
    const last = this.#span.at(-1)!;
    const passed = Math.floor(now / SECOND) - Math.floor(at / SECOND);
    const n = at < instant ? last[1] - passed : last[1] + passed;
    const form = (n: number) => pluralForm(forms, n, this.locale);
    if (n < 0 || n > 59 || (at < instant && now >= instant) || form(n) !== form(last[1])) return false;
    last[1] = n;
    this.#seconds = {at: this.#clock.now(), instant, forms};
    this.#writeNumbers(this.#span.length - 1);
    return true;
  }

  #togglePause() {
    this.#clock.togglePause();
  }

  #renderPause() {
    const {pausedAt} = this.#clock;
    return html`<button
      id="pause"
      part=${pausedAt ? 'pause paused' : 'pause'}
      aria-label=${pauseLabel(!!pausedAt, this.locale)}
      @click=${this.#togglePause}
    ></button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-countdown': SolidarityCountdown;
  }
}
