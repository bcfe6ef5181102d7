import {isRevocation, MAX_REVOCATIONS} from '../feed/envelope.js';
import {UserError} from './user-error.js';

/**
 * The lines of a file of revocations, each once, as an envelope begins with them. Throws a UserError for a line that is
 * none, and for more than pages read: they would refuse every feed that is signed with them.
 */
export const parseRevocations = (path: string, text: string): string[] => {
  const lines = [...new Set(text.split(/\r?\n/))].filter(Boolean);
  const strange = lines.find((line) => !isRevocation(line));
  if (strange !== undefined)
    throw new UserError(
      `${path} is not a file of revocations: “${strange.slice(0, 40)}” is not one.`,
      'Name the file that solidarity-feed revoke wrote.',
    );
  if (lines.length > MAX_REVOCATIONS)
    throw new UserError(
      `${path} has ${lines.length} revocations; pages read ${MAX_REVOCATIONS} at most.`,
      'Remove those of keys that no page pins any more.',
    );
  return lines;
};
