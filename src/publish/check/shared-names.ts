import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Organisation} from '../../feed/sections/organisations.js';
import type {SuspiciousChange} from './suspicious-changes.js';

/** What the ids of corrections begin with that accept a shared name. */
const PREFIX = 'same-name';

const wordsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));

/** The names of an organisation, normalised for comparison. */
const namesOf = ({name, aliases = []}: Organisation): Set<string> =>
  new Set([name, ...aliases].flatMap(wordsOf).map((word) => word.trim().normalize('NFKC').toLowerCase()));

/** Organisations with a name of an earlier one: most likely one organisation listed twice. */
export const sharedNames = ({organisations, corrections}: Feed): SuspiciousChange[] => {
  const names = organisations.map(namesOf);
  return organisations.flatMap(({id}, i) => {
    const first = names.findIndex((others, j) => j < i && [...names[i]!].some((name) => others.has(name)));
    const isAccepted = corrections.some(
      ({section, of, id: correction}) =>
        section === 'organisations' && of === id && correction.startsWith(`${PREFIX}-`),
    );
    if (first < 0 || isAccepted) return [];
    const shared = [...names[i]!].find((name) => names[first]!.has(name))!;
    return [
      {
        pointer: `/organisations/${i}`,
        correctionPrefix: `${PREFIX}-${id}`,
        section: 'organisations',
        of: id,
        message: `${organisations[first]!.id} and ${id} share the name “${shared}”.`,
        fix: 'If they are one organisation, keep one, and let ways and events refer to it.',
      },
    ];
  });
};
