import type {Schema} from '../../feed/schema.js';
import type {Section} from '../../feed/section.js';
import type {Head} from '../../feed/sections/head.js';
import type {Finding} from './findings.js';

/** How to fix each issue that a section's `refine` finds. */
const FIXES: Readonly<Record<string, string>> = {
  'repeats an id': 'Give each item of the list its own id; pages and other sections refer to it.',
  'has a date after issued': 'Correct the date. If it is right, set issued, at the top of the feed, to now.',
  'is a bound of 0':
    '“At least 0” says nothing: correct the value. If 0 was counted, remove the qualifier; if nobody counted, remove the number.',
  'lacks yearly or dates': 'Add "yearly": "08-09", or "dates": ["2027-08-09"].',
  'has a time of day without a zone': 'Add "zone": "Europe/Minsk", or the zone of the place.',
  'ends before it begins': 'Correct from or until.',
  'has no incident': 'Add what happened to the person, with date and source, or remove the person.',
  'lies beyond a pole': 'Correct the latitude: -90 to 90. Are latitude and longitude swapped?',
};

/** How to fix an issue that a section's `refine` found. */
export const fixFor = (issue: string): string => FIXES[issue] ?? 'See the section in the README.';

const toFinding = (text: string): Finding => {
  const [, pointer, issue] = /^(\S*) (.*)$/s.exec(text)!;
  return {pointer: pointer!, message: `It ${issue}.`, fix: fixFor(issue!)};
};

/**
 * The issues that `refine` finds in a section's items, at most one for each item. It throws for the first, so that after
 * a failure the items are tried one by one, beside the earlier ones that are valid.
 */
export const refineIssues = <T>({name, refine}: Section<Schema>, items: readonly T[], head: Head): Finding[] => {
  const path = `/${name}`;
  const messagesOf = (some: readonly T[]): string[] => {
    try {
      refine?.(some as never, head, path);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };
  if (!messagesOf(items).length) return [];
  const valid: T[] = [];
  return items.flatMap((item, i) => {
    const messages = messagesOf([...valid, item]);
    if (!messages.length) valid.push(item);
    return messages.map((message) => toFinding(message.replace(`${path}/${valid.length}`, `${path}/${i}`)));
  });
};
