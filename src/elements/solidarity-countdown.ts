import {html, nothing} from 'lit';
import {ClockController} from '../clock/clock.js';
import {spanOf, UNITS, type Span} from '../clock/span.js';
import {dateIn, DAY, HOUR, instantOf, knownZone, MINSK, MINUTE, offsetAt, SECOND, type Zone} from '../clock/zone.js';
import {FeedController} from '../feed/feed-controller.js';
import {FeedError} from '../feed/feed-error.js';
import {DATE} from '../feed/fields.js';
import {lastDay, nextObservance, observances, type Observance} from '../feed/sections/observances.js';
import {fill, fillText, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {card} from '../theme/tokens.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-countdown.styles.js';

interface Aim {
  readonly observance?: Observance;
  /** `2027-08-09` or `2027-08-09T18:30`. */
  readonly day: string;
}

const [DAYS, HOURS, MINUTES, SECONDS] = [2, 3, 4, 5];

/** What a reader wants to know from this distance; a date that is over is so many days ago. */
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

/** `UTC+3`, `UTC−3:30` */
const offsetName = (minutes: number) => {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${(size - rest) / 60}${rest ? `:${rest}` : ''}`;
};

/**
 * How long until the next observance of the campaign, or until a date; the day itself; and how long ago it was.
 *
 * Text of 16 px takes at most 310 px of height where the element is 320 px wide, and 255 px at 640 px: with that as
 * its `min-block-size` nothing shifts, in any phase and any of our languages.
 *
 * @tag solidarity-countdown
 * @summary Time to the next observance or to a date, in the calendar of its zone.
 *
 * @slot - The page's own words: shown until the feed is there, and when it is not.
 * @slot title - What happens on the date of `to`.
 * @fires load - The countdown is shown.
 * @fires {SolidarityErrorEvent} error - The page's own words stay; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart sentence - The time and what it leads to; a `timer`.
 * @csspart units - The numbers with their words.
 * @csspart unit - A number with its word.
 * @csspart count - A number.
 * @csspart title - The observance, or what the page says in its stead.
 * @csspart about - Date and zone, and the pause.
 * @csspart pause - Stops the seconds of all countdowns on the page, and lets them go on.
 * @csspart why - What the observance recalls.
 * @cssstate loading - Nothing known yet.
 * @cssstate ready - The countdown is shown.
 * @cssstate failed - The page's own words stay.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; the page's where absent.
 */
export class SolidarityCountdown extends SolidarityElement {
  static override readonly tag = 'solidarity-countdown';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {observance: {}, to: {}, zone: {}, units: {}, direction: {}};

  /** Id of the observance; the one whose day comes first where absent. */
  declare observance?: string;
  /** A date, `2027-08-09`, or a time on it, `2027-08-09T18:30`; once it is over the days since are counted. */
  declare to?: string;
  /** IANA zone that the day begins in, or `local` for the reader's own; the observance's, else Europe/Minsk. */
  declare zone?: string;
  /** Which of `years months days hours minutes seconds`; chosen by distance where absent. */
  declare units?: string;
  /** `up` counts from the last day of `observance`, or from `to`, once it has come. */
  declare direction?: 'down' | 'up';

  protected readonly data = new FeedController(this, {observances});
  readonly #clock = new ClockController(this, () => {
    if (!this.#countSeconds()) this.requestUpdate();
  });
  /** The numbers shown, in the order of their units. */
  #span: Span = [];
  /** What the seconds were counted from, where they are: the rest stays as it is for the rest of their minute. */
  #seconds?: {readonly at: number; readonly target: number; readonly forms: string};

  /** The day, or the time, that is counted to or from. */
  #aim(now: number): Aim | undefined {
    const {observance: id, to = ''} = this;
    const items = this.data.supply!.observances.filter((item) => !id || item.id === id);
    const observance = id ? items[0] : undefined;
    if (/^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(to) && DATE(to.slice(0, 10))) return {observance, day: to};
    const todayIn = (zone?: Zone) => dateIn(knownZone(this.zone, zone), now);
    const next = nextObservance(items, todayIn);
    const today = todayIn(observance?.zone);
    const last = observance && this.direction === 'up' && next?.day !== today && lastDay(observance, today);
    return last ? {observance, day: last} : next;
  }

  protected override content() {
    const now = this.#clock.now();
    const aim = this.#aim(now);
    if (!aim) return new FeedError('missing', `/observances ${this.observance ?? ''}`);
    const {observance, day} = aim;
    const voice = this.language.voice!;
    const zone = knownZone(this.zone, observance?.zone);
    const target = instantOf(day, zone);
    const [date, time] = day.split('T') as [string, string?];
    const up = now >= target;
    const isToday = up && dateIn(zone, now) === date && !(time && this.direction === 'up');
    const span = (this.#span = isToday ? [] : this.#spanAt(now, target, zone));
    const ticks = span.at(-1)?.[0] === SECONDS;
    this.#clock.step = ticks ? SECOND : MINUTE;
    this.#seconds = undefined;
    const shown = this.date(date);
    const when = html`<time datetime=${day}
      >${time ? fillText(voice.table.at ?? '{date}, {time}', {date: shown, time}) : shown}</time
    >`;
    const name = observance
      ? this.text(observance.title)
      : this.querySelector('[slot=title]') && html`<slot name="title"></slot>`;
    const words = isToday
      ? msg('Today is {title}', {id: 'countdown.today'})
      : up
        ? msg('{time} since {title}', {id: 'countdown.since'})
        : msg('{time} until {title}', {id: 'countdown.until'});
    const city =
      zone === 'local'
        ? msg('your time', {id: 'countdown.local'})
        : zone === MINSK
          ? voice.table.minsk
          : zone.split('/').pop()!.replaceAll('_', ' ');
    return html`<div part="base" lang=${voice.tag} dir=${voice.table.dir}>
      <p part="sentence" role=${isToday ? nothing : 'timer'}>
        ${this.told(words, {time: this.#time(span, now, target), title: html`<b part="title">${name ?? when}</b>`})}
      </p>
      <div part="about">
        ${ticks || this.#clock.paused ? this.#pause() : ''}
        <p>
          ${name ? this.told('{when} · ', {when}) : ''}${city + (voice.table.comma ?? ', ') + offsetName(offsetAt(target, zone))}
        </p>
      </div>
      ${observance?.why ? html`<p part="why">${this.text(observance.why)}</p>` : ''}
    </div>`;
  }

  #spanAt(now: number, target: number, zone: Zone) {
    const up = now >= target;
    const spanIn = (units: readonly number[]) => {
      const then = now - (now % (units.at(-1) === SECONDS ? SECOND : MINUTE));
      return up ? spanOf(units, target, then, zone) : spanOf(units, then, target, zone);
    };
    const words = this.units?.split(/\s+/) ?? [];
    const asked = spanIn([...UNITS.keys()].filter((unit) => words.includes(UNITS[unit]!)));
    // Units that the time does not fill say nothing: in the last hours there are no days.
    const span = asked.some(([, n]) => n) ? asked : spanIn(unitsAt(Math.abs(target - now), up));
    return span.filter(([unit, n]) => unit || n);
  }

  /** The numbers over their words, and what is read aloud in their stead: without seconds, so it changes once a minute. */
  #time(span: Span, now: number, target: number) {
    const voice = this.language.voice!;
    const forms = [
      msg('{n} year|{n} years', {id: 'countdown.years'}),
      msg('{n} month|{n} months', {id: 'countdown.months'}),
      msg('{n} day|{n} days', {id: 'countdown.days', desc: 'be: дзень, дні, дзён, дня; never суткі'}),
      msg('{n} hour|{n} hours', {id: 'countdown.hours'}),
      msg('{n} minute|{n} minutes', {id: 'countdown.minutes'}),
      msg('{n} second|{n} seconds', {id: 'countdown.seconds'}),
    ];
    /** What stands before the number, the number, what stands after it. */
    const tell = ([unit, n]: Span[number]) => fill(pluralForm(forms[unit]!, n, voice), {n: this.number(n)});
    if (span.at(-1)?.[0] === SECONDS) this.#seconds = {at: now, target, forms: forms[SECONDS]!};
    const read = span.filter(([unit, n]) => n && unit < SECONDS);
    if (!read.length) read.push([MINUTES, Math.ceil(Math.abs(target - now) / MINUTE)]);
    const text = read.map((part) => tell(part).join('')).join(' ');
    // Numbers are set in updated(), not rendered: page translators replace rendered nodes, which would freeze them.
    return html`<span part="text" .textContent=${text}></span
      ><span part="units" aria-hidden="true"
        >${span.map((part) => {
          const [before, , after] = tell(part);
          // Not a list: Lit keeps two comments for each of its parts.
          return html`<span part="unit">${before}<span part="count" translate="no"></span>${after}</span>`;
        })}</span
      >`;
  }

  protected override updated() {
    this.#write();
    super.updated();
  }

  #write(first = 0) {
    const counts = this.renderRoot.querySelectorAll('[part=count]');
    this.#span.slice(first).forEach(([, n], i) => {
      const [count, number] = [counts[first + i], this.number(n)];
      // Where nothing is new the page need not be laid out anew.
      if (count && count.textContent !== number) count.textContent = number;
    });
  }

  /** Writes the seconds alone; false where more has changed, such as the word that they take. */
  #countSeconds() {
    const {at, target, forms} = this.#seconds ?? {at: 0, target: 0, forms: ''};
    const now = Date.now();
    const last = this.#span.at(-1);
    const passed = Math.floor(now / SECOND) - Math.floor(at / SECOND);
    const n = last && (at < target ? last[1] - passed : last[1] + passed);
    const form = (n: number) => pluralForm(forms, n, this.language.voice!);
    if (!forms || n === undefined || n < 0 || n > 59 || (at < target && now >= target) || form(n) !== form(last![1]))
      return false;
    last![1] = n;
    this.#seconds = {at: this.#clock.now(), target, forms};
    this.#write(this.#span.length - 1);
    return true;
  }

  #turn() {
    this.#clock.paused = !this.#clock.paused;
  }

  #pause() {
    const {paused} = this.#clock;
    const label = paused ? msg('Resume', {id: 'countdown.resume'}) : msg('Pause', {id: 'countdown.pause'});
    return html`<button part=${paused ? 'pause paused' : 'pause'} aria-label=${label} @click=${this.#turn}></button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-countdown': SolidarityCountdown;
  }
}
