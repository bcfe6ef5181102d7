import {daysBetween} from '../feed/dates.js';

/*
 * Scales of a chart. Places are shares of its width and height, from 0 to 1, so that an SVG without a `viewBox` needs no
 * measuring. d3-scale, d3-time and d3-array would be 8 KB for what is sixty lines here.
 */

/** Days without a count after which no line joins two points: half a year. */
const MAX_GAP = 184;
/** Years with a label. */
const MAX_YEARS = 6;

/** Whether a line joins two counts: not over a gap, and not where two sources counted on one day. */
export const areJoined = (from: string, to: string) => {
  const days = daysBetween(from, to);
  return days > 0 && days <= MAX_GAP;
};

/** Whether the line between two counts is left out because of the time between them. */
export const isGap = (from: string, to: string) => daysBetween(from, to) > MAX_GAP;

/** A whole step of 1, 2 or 5 times a power of ten: at most four of them reach the number. */
const stepTo = (max: number) => {
  const power = 10 ** Math.floor(Math.log10(max / 4));
  return Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((step) => step * 4 >= max)!,
  );
};

/** Round numbers from 0 up to the first that is not less than `max`. */
export const ticksTo = (max: number): number[] => {
  const step = stepTo(max || 1);
  return [...Array(Math.max(1, Math.ceil(max / step)) + 1).keys()].map((i) => i * step);
};

/** A share of a span of civil dates. */
export const shareOf = (date: string, first: string, last: string) =>
  daysBetween(first, date) / (daysBetween(first, last) || 1);

/** A calendar year on an axis: where it begins, and where its label is, if it has one. */
export interface YearTick {
  readonly year: string;
  /** Undefined where the year began before the axis does. */
  readonly start?: number;
  readonly label?: number;
}

/** The years of a span. A year has a label in its middle unless less than half of it is shown, or there are too many. */
export const yearsOf = (first: string, last: string): YearTick[] => {
  const years = [...Array(+last.slice(0, 4) - +first.slice(0, 4) + 1).keys()].map((i) => {
    const year = +first.slice(0, 4) + i;
    const start = shareOf(`${year}-01-01`, first, last);
    const [from, to] = [Math.max(0, start), Math.min(1, shareOf(`${year + 1}-01-01`, first, last))];
    const isHalf = (to - from) * daysBetween(first, last) > 183;
    return {
      year: String(year),
      start: start < 0 ? undefined : start,
      label: isHalf ? (from + to) / 2 : undefined,
    };
  });
  const labelled = years.filter(({label}) => label !== undefined);
  const every = Math.ceil(labelled.length / MAX_YEARS);
  return years.map((tick) => ({
    ...tick,
    label: labelled.indexOf(tick) % every ? undefined : tick.label,
  }));
};
