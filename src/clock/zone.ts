import {DAY, MINUTE} from './units.js';

/** An IANA zone, or `local` for the reader's own. */
export type Zone = string;

/** Where the days of the campaign begin and end unless the feed says otherwise. */
export const MINSK = 'Europe/Minsk';

/** Minutes of the offset in a text, `+03:00`; 0 where there is none. */
export const offsetIn = (text: string): number => {
  const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(text) ?? [];
  return +`${sign}1` * (+hours * 60 + +minutes);
};

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** Minutes that a zone's clock is ahead of UTC at an instant. Throws a RangeError for a zone that no engine knows. */
export const offsetAt = (time: number, zone: Zone): number => {
  // Minsk has kept UTC+3 since 27 March 2011 (tzdata; a test compares). The first Intl formatter of a page costs a
  // slow phone 50 ms, which the usual case avoids.
  if (zone === MINSK && time > 1.3013e12) return 180;
  if (zone === 'local') return -new Date(time).getTimezoneOffset();
  if (!formats.has(zone))
    formats.set(zone, new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'longOffset'}));
  // `8/9/2027, GMT-04:00`, and `GMT` alone for 0. Not by `Date.parse`, which old libraries replace.
  return offsetIn(formats.get(zone)!.format(time));
};

/** The first of these zones that the engine knows; Europe/Minsk where it knows none. */
export const knownZone = (...zones: readonly (Zone | undefined)[]): Zone =>
  zones.find((zone) => {
    try {
      return zone && [offsetAt(Date.now(), zone)];
    } catch {
      return false;
    }
  }) ?? MINSK;

/** What a zone's clock shows at an instant, as if it were UTC. */
export const wallAt = (time: number, zone: Zone) => time + offsetAt(time, zone) * MINUTE;

/** The civil date in a zone at an instant, `2027-08-09`. */
export const dateIn = (zone: Zone, time: number): string => new Date(wallAt(time, zone)).toISOString().slice(0, 10);

/**
 * The instant at which a zone's clock shows a wall time; the first of two. A time that the clock skips is moved by as
 * much as it skips: where summer time begins at midnight, the day begins at one.
 */
export const instantAt = (wall: number, zone: Zone): number => {
  const before = wall - offsetAt(wall - DAY, zone) * MINUTE;
  const after = wall - offsetAt(wall + DAY, zone) * MINUTE;
  return wallAt(before, zone) !== wall && wallAt(after, zone) === wall ? after : before;
};

/** A civil time, `2027-08-09`, `2027-08-09T18:30` or `2027-08-09T18:30:15`, as if it were UTC. */
export const wallOf = (civil: string): number =>
  Date.UTC(
    +civil.slice(0, 4),
    +civil.slice(5, 7) - 1,
    +civil.slice(8, 10),
    +civil.slice(11, 13),
    +civil.slice(14, 16),
    +civil.slice(17, 19),
  );

/** The instant of a zone's civil time. */
export const instantOf = (civil: string, zone: Zone): number => instantAt(wallOf(civil), zone);
