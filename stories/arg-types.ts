import type {ArgTypes} from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import {AUDIENCES} from '../src/feed/sections/ways.js';

/* What the manifest says of an element, as Storybook's tables and controls: a control for each attribute, and only there. */

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly attribute?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly (Item & {
    readonly kind: string;
    readonly static?: boolean;
    readonly readonly?: boolean;
  })[];
  readonly slots?: readonly Item[];
  readonly events?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

/** What the manifest names by a type. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  Audience: AUDIENCES,
  Edge: ['top', 'bottom'],
  LinkPolicy: ['all', 'unlisted', 'none'],
  Persistence: ['memory', 'session', 'local', 'none'],
};

/** The toolbar's business, or nothing that can be seen. */
const WITHOUT_CONTROL = ['src', 'look', 'refresh'];

/** The values of an attribute that has a few: of `'a' | 'b' | undefined`. */
const optionsOf = (type: string) =>
  type.split(/\s*\|\s*/).flatMap((one) => (/^'.*'$/.test(one) ? [one.slice(1, -1)] : (OPTIONS[one] ?? [])));

const controlOf = (name: string, type: string) => {
  if (WITHOUT_CONTROL.includes(name)) return {control: false as const};
  if (type.includes('boolean')) return {control: {type: 'boolean' as const}};
  if (type.includes('number')) return {control: {type: 'number' as const}};
  const options = optionsOf(type);
  return options.length ? {control: {type: 'select' as const}, options} : {control: {type: 'text' as const}};
};

export const declarationOf = (tag: string): Declaration | undefined =>
  (manifest.modules as readonly {declarations: readonly Declaration[]}[])
    .flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === tag);

/** Rows of a table; `as` is what a page writes, and keeps a part from being taken for an attribute of its name. */
const rows = (category: string, items: readonly Item[] = [], as = (name: string) => name): ArgTypes =>
  Object.fromEntries(
    items.map(({name, description, type}) => [
      `${category} ${name}`,
      {name: as(name), description, control: false, table: {category, type: type && {summary: type.text}}},
    ]),
  );

export const extractArgTypes = (tag: string): ArgTypes => {
  const {attributes, members, slots, events, cssParts, cssProperties, cssStates} = declarationOf(tag)!;
  return {
    ...Object.fromEntries(
      attributes!.map(({name, description, type}) => [
        name,
        {
          name,
          description,
          ...controlOf(name, type!.text),
          table: {category: 'attributes', type: {summary: type!.text.replace(' | undefined', '')}},
        },
      ]),
    ),
    ...rows(
      'properties without attribute',
      members?.filter((member) => member.kind === 'field' && !member.attribute && !member.static && !member.readonly),
    ),
    ...rows('slots', slots, (name) => name || '(default)'),
    ...rows('events', events),
    ...rows('custom properties', cssProperties),
    ...rows('parts', cssParts, (name) => `::part(${name})`),
    ...rows('states', cssStates, (name) => `:state(${name})`),
  };
};
