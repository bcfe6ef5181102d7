import {SECTIONS, type Feed} from '../../feed/parse-feed.js';
import type {Finding} from './advice.js';

type Name = keyof typeof SECTIONS;

/** A place that names an item of a section by its id. */
interface Reference {
  readonly at: string;
  readonly to: string;
  readonly id: string;
}

const one = (at: string, to: string, id: string | undefined): Reference[] => (id === undefined ? [] : [{at, to, id}]);
const many = (at: string, to: string, ids: readonly string[] = []) => ids.flatMap((id, i) => one(`${at}/${i}`, to, id));

/** Of each section that points to others: the references of an item. */
const FROM: {readonly [K in Name]?: (item: Feed[K][number], at: string) => Reference[]} = {
  ways: ({organisations}, at) => many(`${at}/organisations`, 'organisations', organisations),
  events: ({town, organisations}, at) => [
    ...one(`${at}/town`, 'towns', town),
    ...many(`${at}/organisations`, 'organisations', organisations),
  ],
  photos: ({town, event}, at) => [...one(`${at}/town`, 'towns', town), ...one(`${at}/event`, 'events', event)],
  campaigns: ({observance}, at) => one(`${at}/observance`, 'observances', observance),
  // What was withdrawn may be gone; any other correction stands beside what it corrects.
  corrections: ({section, of, retracted}, at) =>
    of === undefined || retracted ? [] : [{at: `${at}/of`, to: section ?? 'figures', id: of}],
};

const fault = ({at, to, id}: Reference, known: boolean): Finding => {
  if (known) return {at, what: `There is no “${id}” in ${to}.`, mend: `Correct the id, or add the item to ${to}.`};
  return {at, what: `There is no section ${to}.`, mend: 'Correct the section: "section": "figures", for example.'};
};

/** References that point nowhere, from and to the sections that are whole (their names). */
export const danglingIn = (json: unknown, whole: ReadonlySet<string>): Finding[] => {
  const feed = json as Readonly<Record<string, readonly {readonly id: string}[] | undefined>>;
  const references = Object.entries(FROM).flatMap(([name, of]) =>
    whole.has(name) ? (feed[name] ?? []).flatMap((item, i) => of(item as never, `/${name}/${i}`)) : [],
  );
  return references
    .filter(({to}) => whole.has(to) || !Object.hasOwn(SECTIONS, to))
    .filter(({to, id}) => !(feed[to] instanceof Array && feed[to].some((item) => item.id === id)))
    .map((reference) => fault(reference, whole.has(reference.to)));
};
