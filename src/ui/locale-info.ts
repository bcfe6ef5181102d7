/** A language of the library. */
export interface LocaleInfo {
  /** BCP 47. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  readonly english: string;
}
