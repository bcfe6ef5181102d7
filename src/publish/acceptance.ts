import {ID} from '../feed/fields.js';
import {isSuspicious, type Finding} from './check/findings.js';
import {UserError} from './user-error.js';

/* Suspicious changes are accepted with a reason for readers, each item with its own. */

/** Sentences for readers: one for all changes, or one for each item that changed, by its id. */
export type Reasons = string | ReadonlyMap<string, string>;

/** The id by which the item of a suspicious change is named; undefined if the change needs no reason. */
export const changedItem = ({correction}: Finding): string | undefined =>
  correction && (correction.of ?? correction.prefix);

/** The reason of a suspicious change; undefined if none was given. */
export const reasonFor = (reasons: Reasons, finding: Finding): string | undefined =>
  typeof reasons === 'string' ? reasons : reasons.get(changedItem(finding) ?? '');

/** Whether a suspicious change is accepted, or needs no reason. */
export const isAccepted = (reasons: Reasons, finding: Finding) =>
  changedItem(finding) === undefined || reasonFor(reasons, finding) !== undefined;

/** The reasons in the values of `--accept`. Throws a UserError for an empty one, and for two of one item. */
export const parseReasons = (values: readonly string[]): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>();
  for (const value of values) {
    const [, id = '', text = ''] = /^(?:([^\s=]*)=)?(.*)$/s.exec(value)!;
    const isNamed = ID(id);
    const reason = (isNamed ? text : value).trim();
    if (!reason) throw new UserError('--accept needs a reason.', 'Write a sentence that tells readers why.', 'usage');
    if (reasons.has(isNamed ? id : ''))
      throw new UserError(
        `--accept has two reasons${isNamed ? ` for ${id}` : ''}.`,
        'Give one for each figure: --accept held="…" --accept women="…".',
        'usage',
      );
    reasons.set(isNamed ? id : '', reason);
  }
  return reasons;
};

/** The items that changed and need a reason. */
export const changedItems = (findings: readonly Finding[]): string[] => [
  ...new Set(
    findings
      .filter(isSuspicious)
      .map(changedItem)
      .filter((item) => item !== undefined),
  ),
];

/** The reasons by the item that changed, and those that nothing needs. */
export interface Assigned {
  readonly reasons: ReadonlyMap<string, string>;
  readonly unused: readonly string[];
}

/**
 * The reasons of `--accept` by the item that changed. One without an id is for the only item. Throws a UserError if
 * several changed: a reason that is true of one figure would be published for another.
 */
export const assignReasons = (given: ReadonlyMap<string, string>, findings: readonly Finding[]): Assigned => {
  const items = changedItems(findings);
  const reason = given.get('');
  const open = items.filter((item) => !given.has(item));
  if (reason !== undefined && open.length > 1)
    throw new UserError(
      `One reason cannot be for all that changed: ${open.join(', ')}.`,
      `Give each its own: ${open.map((item) => `--accept ${item}="…"`).join(' ')}.`,
      'usage',
    );
  const reasons = new Map([...given].filter(([id]) => items.includes(id)));
  if (reason !== undefined && open[0] !== undefined) reasons.set(open[0], reason);
  const used = new Set(reasons.values());
  return {reasons, unused: [...given.values()].filter((one) => !used.has(one))};
};

/** How to accept suspicious changes, for the publisher. */
export const acceptLines = (findings: readonly Finding[]): string[] => {
  const items = changedItems(findings);
  const options = items.length > 1 ? items.map((item) => `--accept ${item}="the reason, for readers"`) : [];
  return [`If what is suspicious is right, add ${options.join(' ') || '--accept "the reason, for readers"'}.`];
};

/** What became of the reasons that were not needed. */
export const unusedLines = ({unused}: Assigned): string[] =>
  unused.map((reason) => `There was nothing to accept: the reason “${reason}” was not added.`);
