/** An IANA zone, or `local` for the reader's own. */
export type Zone = string;

/** Where the days of the campaign begin and end unless the feed says otherwise. */
export const MINSK = 'Europe/Minsk';

const MINUTE = 60_000;
const formats = new Map<Zone, Intl.DateTimeFormat>();

/** Minutes that a zone's clock is ahead of UTC at an instant. Throws a RangeError for a zone that no engine knows. */
export const offsetAt = (time: number, zone: Zone): number => {
  // Minsk has kept UTC+3 since 27 March 2011 (tzdata; a test compares). The first Intl formatter of a page costs a
  // slow phone 50 ms, which the usual case need not pay.
  if (zone === MINSK && time > Date.UTC(2011, 2, 28)) return 180;
  if (zone === 'local') return -new Date(time).getTimezoneOffset();
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const [month, day, year, hour, minute, second] = format.format(time).match(/\d+/g)!.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000) / MINUTE);
};

/** The civil date in a zone at an instant, `2027-08-09`. */
export const dateIn = (zone: Zone, time: number): string =>
  new Date(time + offsetAt(time, zone) * MINUTE).toISOString().slice(0, 10);

/** The instant at which a zone's clock shows a civil time, `2027-08-09` or `2027-08-09T18:30`; the later one of a gap. */
export const instantOf = (civil: string, zone: Zone): number => {
  const wall = Date.parse(civil.length > 10 ? `${civil}Z` : civil);
  const guess = wall - offsetAt(wall, zone) * MINUTE;
  return wall - offsetAt(guess, zone) * MINUTE;
};
