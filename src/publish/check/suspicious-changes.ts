import {isDeepStrictEqual} from 'node:util';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import {figureChanges} from './figure-changes.js';
import type {Finding} from './findings.js';
import {removedData} from './removed-data.js';
import {sharedNames} from './shared-names.js';

/** Something valid that is more likely a mistake than true: published only if it is accepted with a reason. */
export interface SuspiciousChange extends Finding {
  /** What the id of a correction that accepts it begins with. */
  readonly correctionPrefix: string;
  /** The section, and the id in it, for the correction. */
  readonly section?: string;
  readonly of?: string;
  /** The title of a figure that was removed. */
  readonly title?: Text;
  readonly was?: number;
  readonly is?: number;
}

const serialChange = (feed: Feed, {serial: previous, ...rest}: Feed): SuspiciousChange[] => {
  const {serial} = feed;
  if (serial > previous || isDeepStrictEqual(feed, {serial: previous, ...rest})) return [];
  const message =
    serial < previous
      ? `The serial is ${serial}, but the published feed has ${previous}: pages that have shown that one refuse this one.`
      : `The serial is ${serial}, as in the published feed, but the feeds differ.`;
  return [{pointer: '/serial', correctionPrefix: 'serial', message, fix: `Set serial to ${previous + 1}.`}];
};

/** A change may be found twice: in the figure's own history, and against the published feed. */
const dedupe = (changes: readonly SuspiciousChange[]): SuspiciousChange[] =>
  changes.filter(
    ({pointer, was, is}, i) =>
      is === undefined ||
      changes.findIndex((other) => other.pointer === pointer && other.was === was && other.is === is) === i,
  );

/**
 * The suspicious changes of a feed, in itself and against the `published` one: a figure that changes by more than a
 * fifth or falls without a reason, a point of the history that was removed or changed, a serial that does not grow,
 * organisations that share a name. Those that a correction in the feed explains are left out.
 */
export const findSuspiciousChanges = (feed: Feed, published?: Feed): SuspiciousChange[] =>
  dedupe([
    ...figureChanges(feed, published),
    ...(published ? [...removedData(feed, published), ...serialChange(feed, published)] : []),
    ...sharedNames(feed),
  ]);
