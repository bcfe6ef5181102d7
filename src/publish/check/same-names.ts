import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Organisation} from '../../feed/sections/organisations.js';
import type {Anomaly} from './anomalies.js';

/** What the corrections of organisations that share a name on purpose begin with. */
const SAME_NAME = 'same-name';

const wordsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));

/** The names of an organisation, as they are compared. */
const namesOf = ({name, aliases = []}: Organisation): Set<string> =>
  new Set([name, ...aliases].flatMap(wordsOf).map((word) => word.trim().normalize('NFKC').toLowerCase()));

/** Organisations that have a name of an earlier one: one body under two names, most likely. */
export const sameNames = ({organisations, corrections}: Feed): Anomaly[] => {
  const names = organisations.map(namesOf);
  return organisations.flatMap(({id}, i) => {
    const first = names.findIndex((others, j) => j < i && [...names[i]!].some((name) => others.has(name)));
    const accepted = corrections.some(
      ({section, of, id: correction}) =>
        section === 'organisations' && of === id && correction.startsWith(`${SAME_NAME}-`),
    );
    if (first < 0 || accepted) return [];
    const other = organisations[first]!;
    const shared = [...names[i]!].find((name) => names[first]!.has(name))!;
    return [
      {
        at: `/organisations/${i}`,
        key: `${SAME_NAME}-${id}`,
        section: 'organisations',
        of: id,
        what: `“${shared}” is a name of ${id} and of ${other.id}.`,
        mend: `If they are one body, keep one and let ways and events name that one.`,
      },
    ];
  });
};
