import type {CustomElements} from './custom-elements.js';

/** Properties take what attributes take: a number as text, an empty value for `true`; and a list in place of its text. */
type Input<T> = T extends boolean
  ? T | ''
  : T extends number
    ? T | `${number}`
    : string extends T
      ? T | readonly string[]
      : T;

/** Not for every framework; where it is, it is in its own types. */
type Omitted = 'children' | 'class' | 'className' | 'classList' | 'key' | 'ref';

/** What can be set on an element, without what a framework sets on every element (`Base`). */
export type ElementProps<Tag extends keyof CustomElements, Base> = {
  [Name in keyof CustomElements[Tag] as Exclude<Name, keyof Base | Omitted>]: Input<CustomElements[Tag][Name]>;
};
