/*
 * RFC 5545 counts the changes of an entry in SEQUENCE. Only the calendar that was published before knows the count: of
 * two entries with the same SEQUENCE the one with the later DTSTAMP is newer (RFC 5546, 2.1.5), so that a change is a
 * change without it, too.
 */

const ENTRY = /BEGIN:VEVENT\r\n.*?END:VEVENT\r\n/gs;
/** What differs between two issues of an entry that has not changed. */
const REVISION = /^(?:DTSTAMP|SEQUENCE):.*\r\n/gm;

const unfold = (entry: string) => entry.replace(/\r\n[ \t]/g, '');
const uidOf = (entry: string) => /^UID:(.*)\r$/m.exec(unfold(entry))?.[1];
const sequenceOf = (entry: string) => Number(/^SEQUENCE:(\d+)\r$/m.exec(entry)?.[1] ?? 0);

const entriesOf = (calendar: string) =>
  // Version control and FTP may have changed the line ends, and an older tool doubled some.
  new Map((calendar.replace(/\r*\n/g, '\r\n').match(ENTRY) ?? []).map((entry) => [uidOf(entry), entry]));

/** The first days of what is repeated in a calendar, by UID: `2027-02-20`. */
export const firstDaysOf = (calendar: string): ReadonlyMap<string | undefined, string> =>
  new Map(
    [...entriesOf(calendar)].flatMap(([uid, entry]) => {
      const [, ...day] = /^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)\r$/m.exec(entry) ?? [];
      return day.length && /^RRULE:/m.test(entry) ? [[uid, day.join('-')] as const] : [];
    }),
  );

/**
 * A calendar after a previous issue of it: entries that have not changed are as they were, so that no calendar
 * announces them again; changed entries have the next SEQUENCE.
 */
export const reviseCalendar = (calendar: string, previous: string): string => {
  const byUid = entriesOf(previous);
  return calendar.replace(ENTRY, (entry) => {
    const before = byUid.get(uidOf(entry));
    if (!before) return entry;
    if (before.replace(REVISION, '') === entry.replace(REVISION, '')) return before;
    return entry.replace(/^SEQUENCE:.*$/m, `SEQUENCE:${sequenceOf(before) + 1}`);
  });
};
