import {spanOf, UNITS, type Span} from '../clock/span.js';
import {DAY, HOUR, MINUTE, SECOND} from '../clock/units.js';
import {dateIn, instantAt, knownZone, offsetIn, wallAt, wallOf, type Zone} from '../clock/zone.js';
import type {Phase} from '../describe/countdown.js';
import {chosenObservance} from '../feed/chosen-observance.js';
import {DATE} from '../feed/fields.js';
import type {Observance} from '../feed/sections/observances.js';

/* What a countdown counts to or from, and in which numbers. */

/** The attributes that choose it. */
interface Wish {
  /** Id of an observance. */
  readonly observance?: string;
  /** A date, or a date and a time; an instant where it ends in an offset. */
  readonly to?: string;
  readonly zone?: string;
  readonly direction?: string;
}

/** A moment, and what it is at a time. */
export interface Countdown {
  readonly observance?: Observance;
  /** `2027-08-09` or `2027-08-09T18:30`. */
  readonly moment: string;
  readonly zone: Zone;
  /** The moment in milliseconds since 1970. */
  readonly instant: number;
  readonly phase: Phase;
}

/** What `to` may be, before the date is looked up in the calendar: years before 1000 are slips, such as `0026`. */
const TO = /^[1-9].{9}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-][01]\d:[0-5]\d)?)?$/;

const DAYS = 2;
const HOURS = 3;
const MINUTES = 4;
const SECONDS = 5;

/** The moment that is counted to or from at a time, `to` as it is written; undefined where there is none. */
const findMoment = (
  observances: readonly Observance[],
  wish: Wish,
  now: number,
): Pick<Countdown, 'observance' | 'moment'> | undefined => {
  const {observance: id, to = '', zone} = wish;
  // Never another event than the page's own.
  if (to)
    return TO.test(to) && DATE(to.slice(0, 10))
      ? {observance: id ? observances.find((item) => item.id === id) : undefined, moment: to}
      : undefined;
  const chosen = chosenObservance(observances, wish, (own) => dateIn(knownZone(zone, own), now));
  return chosen && {observance: chosen.observance, moment: chosen.day};
};

/** What is counted at a time, in milliseconds since 1970; undefined where there is nothing. */
export const findCountdown = (observances: readonly Observance[], wish: Wish, now: number): Countdown | undefined => {
  const found = findMoment(observances, wish, now);
  if (!found) return undefined;
  const zone = knownZone(wish.zone, found.observance?.zone);
  const [civil, offset] = found.moment.split(/(?=Z|[+-]..:)/) as [string, string?];
  const wall = wallOf(civil);
  const instant = offset ? wall - offsetIn(offset) * MINUTE : instantAt(wall, zone);
  const moment = (offset ? new Date(wallAt(instant, zone)).toISOString() : civil.replace(' ', 'T')).slice(0, 16);
  const [date, time] = moment.split('T');
  const isToday = now >= instant && dateIn(zone, now) === date && !(time && wish.direction === 'up');
  return {
    ...found,
    moment,
    zone,
    instant,
    phase: isToday ? 'today' : now < instant ? 'until' : 'since',
  };
};

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

/** The numbers of a countdown at a time, in the units that are wanted (`days hours`), or in those that tell it best. */
export const spanAt = ({instant, zone, phase}: Countdown, now: number, units = ''): Span => {
  if (phase === 'today') return [];
  const up = now >= instant;
  const spanIn = (units: readonly number[]) => {
    const then = now - (now % (units.at(-1) === SECONDS ? SECOND : MINUTE));
    return up ? spanOf(units, instant, then, zone) : spanOf(units, then, instant, zone);
  };
  const names = units.split(/[\s,]+/);
  const wanted = UNITS.flatMap((name, unit) => (names.includes(name) ? [unit] : []));
  const asked = spanIn(wanted);
  // Units that the time does not fill say nothing: in the last hours there are no days.
  const span = asked.some(([, n]) => n) ? asked : spanIn(unitsAt(Math.abs(instant - now), up));
  // “6 years”, not “6 years 0 months 0 days”; a clock keeps the zeros behind its first number, which come and go.
  const filled = span.filter(([unit, n], i) => n || (unit > DAYS && span.slice(0, i).some(([, m]) => m)));
  return filled.length ? filled : span.slice(-1);
};
