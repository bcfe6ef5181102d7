import type {Locale, MessageGroup} from './locale-data.js';

/** A locale with the messages of groups. */
export const mergeMessages = (locale: Locale, ...groups: readonly MessageGroup[]): Locale => ({
  ...locale,
  messages: Object.assign({}, ...[locale, ...groups].map(({messages}) => messages)),
});
