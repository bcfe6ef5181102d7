import {offsetAt} from '../clock/zone.js';
import {DATE} from '../feed/fields.js';
import {MONTH_DAY} from '../feed/sections/observances.js';

/* What the form of a zone or a date cannot say: whether it exists, and whether it can be meant. */

/** Whether engines know a time zone; `local` is the reader’s own. */
export const isKnownZone = (zone: string): boolean => {
  try {
    return !isNaN(offsetAt(0, zone));
  } catch {
    return false;
  }
};

/** Whether some year has a day: 29 February, but not 30 February. */
export const isDayOfYear = (day: string): boolean => MONTH_DAY(day) && DATE(`2024-${day}`);

/** No count and no event of a list is older; programs write 0001, 1900 or 1970 for “no date”. */
export const FIRST_DATE = '1990-01-01';
