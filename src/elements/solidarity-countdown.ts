import {html, nothing} from 'lit';
import {ClockController} from '../clock/clock.js';
import {spanOf, UNITS, type Span} from '../clock/span.js';
import {dateIn, DAY, HOUR, instantOf, knownZone, MINUTE, SECOND, type Zone} from '../clock/zone.js';
import {
  describeCountdown,
  describeMoment,
  describeSpan,
  describeUnit,
  describeZone,
  pauseLabel,
  unitForms,
  type Phase,
} from '../describe/countdown.js';
import {plainText, textPart} from '../describe/parts.js';
import {DATE} from '../feed/fields.js';
import {FeedError} from '../feed/feed-error.js';
import {lastDay, nextObservance, observances, type Observance} from '../feed/sections/observances.js';
import {formatNumber, pluralForm} from '../i18n/format.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-countdown.styles.js';

/** What is counted to or from. */
interface Target {
  readonly observance?: Observance;
  /** `2027-08-09` or `2027-08-09T18:30`. */
  readonly moment: string;
}

/** A target at a time: how far it is, and in which phase. */
interface Countdown extends Target {
  readonly zone: Zone;
  readonly instant: number;
  readonly phase: Phase;
}

const [DAYS, HOURS, MINUTES, SECONDS] = [2, 3, 4, 5];

/** The units that tell a distance best; a date that is over is so many days ago. */
const unitsAt = (distance: number, up: boolean) =>
  distance < HOUR
    ? [MINUTES, SECONDS]
    : distance < (up ? DAY : 2 * DAY)
      ? [HOURS, MINUTES]
      : distance > 60 * DAY
        ? [0, 1, DAYS]
        : up
          ? [DAYS]
          : [DAYS, HOURS];

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
export class SolidarityCountdown extends SolidarityElement {
  static override readonly tag = 'solidarity-countdown';
  static override styles = [SolidarityElement.styles, card, styles];
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
  readonly #clock = new ClockController(this, () => {
    if (!this.#countSeconds()) this.requestUpdate();
  });
  /** The numbers shown, in the order of their units. */
  #span: Span = [];
  /** What the seconds were counted from, where they are shown: the rest stays as it is for the rest of their minute. */
  #seconds?: {readonly at: number; readonly instant: number; readonly forms: string};

  #findTarget(now: number): Target | undefined {
    const {observance: id, to = ''} = this;
    const items = this.feed.data!.observances.filter((item) => !id || item.id === id);
    const observance = id ? items[0] : undefined;
    if (/^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(to) && DATE(to.slice(0, 10))) return {observance, moment: to};
    const todayIn = (zone?: Zone) => dateIn(knownZone(this.zone, zone), now);
    const next = nextObservance(items, todayIn);
    const today = todayIn(observance?.zone);
    const last = observance && this.direction === 'up' && next?.day !== today && lastDay(observance, today);
    return last ? {observance, moment: last} : next && {observance: next.observance, moment: next.day};
  }

  #countdownAt(now: number): Countdown | undefined {
    const target = this.#findTarget(now);
    if (!target) return undefined;
    const zone = knownZone(this.zone, target.observance?.zone);
    const instant = instantOf(target.moment, zone);
    const [date, time] = target.moment.split('T');
    const isToday = now >= instant && dateIn(zone, now) === date && !(time && this.direction === 'up');
    return {...target, zone, instant, phase: isToday ? 'today' : now < instant ? 'until' : 'since'};
  }

  protected override texts() {
    const observance = this.#countdownAt(Date.now())?.observance;
    return observance ? [observance.title, ...(observance.why ? [observance.why] : [])] : [];
  }

  protected override content() {
    const now = this.#clock.now();
    const countdown = this.#countdownAt(now);
    if (!countdown) return new FeedError('missing', `/observances ${this.observance ?? ''}`);
    const {observance, moment, zone, instant, phase} = countdown;
    const {locale, context} = this;
    // Paused seconds stay, as long as they lead to the same moment; days and minutes go on.
    const {pausedAt} = this.#clock;
    const paused = pausedAt ? this.#countdownAt(pausedAt) : undefined;
    const isPaused =
      paused?.phase === phase &&
      paused.moment === moment &&
      this.#spanAt(pausedAt, instant, zone).at(-1)?.[0] === SECONDS;
    const at = isPaused ? pausedAt : now;
    const span = (this.#span = phase === 'today' ? [] : this.#spanAt(at, instant, zone));
    const hasSeconds = span.at(-1)?.[0] === SECONDS;
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
          : this.#renderSpan(span, at, instant)
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

  #spanAt(now: number, instant: number, zone: Zone): Span {
    const up = now >= instant;
    const spanIn = (units: readonly number[]) => {
      const then = now - (now % (units.at(-1) === SECONDS ? SECOND : MINUTE));
      return up ? spanOf(units, instant, then, zone) : spanOf(units, then, instant, zone);
    };
    const wanted = this.units?.split(/[\s,]+/) ?? [];
    const asked = spanIn([...UNITS.keys()].filter((unit) => wanted.includes(UNITS[unit]!)));
    // Units that the time does not fill say nothing: in the last hours there are no days.
    const span = asked.some(([, n]) => n) ? asked : spanIn(unitsAt(Math.abs(instant - now), up));
    const isTime = ([unit]: Span[number]) => unit > DAYS;
    // “6 years”, not “6 years 0 months 0 days”; a clock keeps its zeros, since its numbers come and go.
    const filled = span.filter((part, i) => part[1] || (isTime(part) && span.slice(0, i).some(([, n]) => n)));
    return filled.length ? filled : span.slice(-1);
  }

  /** The numbers over their words, and what is read aloud in their place: without seconds, so it changes once a minute. */
  #renderSpan(span: Span, now: number, instant: number) {
    const {locale} = this;
    const read = span.filter(([unit, n]) => n && unit < SECONDS);
    if (!read.length) read.push([MINUTES, Math.ceil(Math.abs(instant - now) / MINUTE)]);
    // The numbers are set in updated(), not rendered, since the seconds are written alone.
    return html`<span part="text" .textContent=${plainText(describeSpan(read, locale))}></span
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

  protected override updated() {
    this.#writeNumbers();
    super.updated();
  }

  #writeNumbers(first = 0) {
    const counts = this.renderRoot.querySelectorAll('[part=count]');
    this.#span.slice(first).forEach(([, n], i) => {
      const [count, number] = [counts[first + i], formatNumber(n, this.locale.data)];
      // Where nothing has changed the page need not be laid out.
      if (count && count.textContent !== number) count.textContent = number;
    });
  }

  /** Writes the seconds alone; false where more has changed, such as the word that they take. */
  #countSeconds() {
    if (!this.#seconds || this.#clock.pausedAt) return false;
    const {at, instant, forms} = this.#seconds;
    const now = Date.now();
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
