/**
 * How a locale writes integers and dates: what CLDR knows and an engine may not (Chromium has no Belarusian, Georgian
 * or Icelandic in Intl). Generated into the locale's own chunk by `scripts/cldr.mjs`.
 */
export interface Table {
  /** Between groups of three digits. */
  readonly group: string;
  /** Before a fraction. */
  readonly decimal: string;
  /** CLDR's minimumGroupingDigits: with 2, 1370 is left whole and 13 700 is grouped. */
  readonly least: number;
  /** The long date: `{d}`, `{month}`, `{y}`. */
  readonly date: string;
  /** Twelve month names as they stand in a date, with `|` between. */
  readonly months: string;
  /** The plural categories of the locale, in CLDR's order, with spaces between. */
  readonly plurals: string;
  /** The city of the zone Europe/Minsk. */
  readonly minsk: string;
  /** A date and a time, `{date}` and `{time}`, where no comma stands between them. */
  readonly at?: string;
  /** Between two things said together, where the script has a comma of its own. */
  readonly comma?: string;
  readonly dir: 'ltr' | 'rtl';
}

/** A locale's chunk. The source locale has no templates: its messages stand in the code. */
export interface Locale {
  readonly templates?: Readonly<Record<string, unknown>>;
  readonly table: Table;
}
