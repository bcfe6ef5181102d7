import {SECTIONS, type Feed} from '../../feed/parse-feed.js';
import {found, type Finding} from './findings.js';

type Name = keyof typeof SECTIONS;

/** A value that names an item of a section by its id. */
interface Reference {
  readonly pointer: string;
  readonly section: string;
  readonly id: string;
}

const one = (pointer: string, section: string, id: string | undefined): Reference[] =>
  id === undefined ? [] : [{pointer, section, id}];
const many = (pointer: string, section: string, ids: readonly string[] = []) =>
  ids.flatMap((id, i) => one(`${pointer}/${i}`, section, id));

/** The references of an item, by the item's section. */
const REFERENCES: {readonly [K in Name]?: (item: Feed[K][number], pointer: string) => Reference[]} = {
  ways: ({organisations, observance, templates = []}, pointer) => [
    ...many(`${pointer}/organisations`, 'organisations', organisations),
    ...one(`${pointer}/observance`, 'observances', observance),
    ...templates.flatMap(({figure}, i) => one(`${pointer}/templates/${i}/figure`, 'figures', figure)),
  ],
  events: ({town, organisations}, pointer) => [
    ...one(`${pointer}/town`, 'towns', town),
    ...many(`${pointer}/organisations`, 'organisations', organisations),
  ],
  photos: ({town, event}, pointer) => [
    ...one(`${pointer}/town`, 'towns', town),
    ...one(`${pointer}/event`, 'events', event),
  ],
  campaigns: ({observance}, pointer) => one(`${pointer}/observance`, 'observances', observance),
  amplify: ({figure}, pointer) => one(`${pointer}/figure`, 'figures', figure),
  corrections: ({section = 'figures', of}, pointer) => one(`${pointer}/of`, section, of),
};

/**
 * References to items or sections that do not exist, among the sections given: those that are well-formed. What was
 * retracted may be gone: widgets do not show what quotes it, and it must go at once.
 */
export const danglingReferences = (feed: Partial<Feed>): Finding[] => {
  const isRetracted = ({section: name, id}: Reference) =>
    feed.corrections?.some(({section = 'figures', of, retracted}) => retracted && section === name && of === id);
  return (Object.keys(feed) as Name[])
    .flatMap((name) => feed[name]!.flatMap((item, i) => REFERENCES[name]?.(item as never, `/${name}/${i}`) ?? []))
    .filter((reference) => !isRetracted(reference))
    .flatMap(({pointer, section, id}) => {
      const refer = (message: string, fix: string) => [found('unknown-reference', pointer, message, fix, {id})];
      if (!Object.hasOwn(SECTIONS, section))
        return refer(`There is no section “${section}”.`, 'Correct the section, for example "section": "figures".');
      const items = feed[section as Name];
      return !items || items.some((item) => item.id === id)
        ? []
        : refer(`There is no “${id}” in ${section}.`, `Correct the id, or add the item to ${section}.`);
    });
};
