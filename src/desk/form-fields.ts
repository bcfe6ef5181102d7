import * as types from '../feed/fields.js';
import {SECTIONS} from '../feed/parse-feed.js';
import type {FieldType, ObjectSchema, Schema} from '../feed/schema.js';
import {HASHTAG} from '../feed/sections/amplify.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {fullHead} from '../feed/sections/head.js';
import {MONTH_DAY, ZONE} from '../feed/sections/observances.js';
import {PICTURE} from '../feed/sections/photos.js';
import {COORDINATE} from '../feed/sections/towns.js';
import {isChoice, isFieldType, isList} from '../publish/feed-schema.js';

/* Which fields a form has. They are read from the feed's schema: the desk has no list of types of its own. */

/** How a value is entered. Each has a control, and words for what is wrong with it. */
export type Kind =
  | 'text'
  | 'count'
  | 'days'
  | 'date'
  | 'partialDate'
  | 'moment'
  | 'monthDay'
  | 'link'
  | 'picture'
  | 'coordinate'
  | 'lang'
  | 'zone'
  | 'country'
  | 'countries'
  | 'hashtags'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'references';

/** A field of a form: one value of an item. */
export interface FormField {
  /** The keys to the value, separated by slashes: `source/name`. */
  readonly path: string;
  readonly kind: Kind;
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** Whether its object needs it, if there is one. */
  readonly isRequiredInObject: boolean;
  /** The words of a choice, or of a list of choices. */
  readonly choices?: readonly string[];
  /** The section to whose items a reference leads. */
  readonly section?: SectionName;
}

export type SectionName = keyof typeof SECTIONS;
export const isSectionName = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);

const KINDS = new Map<FieldType<unknown>, Kind>([
  [types.TEXT, 'text'],
  [types.COUNT, 'count'],
  [types.DAYS, 'days'],
  [types.PERIOD, 'days'],
  [types.DATE, 'date'],
  [types.PARTIAL_DATE, 'partialDate'],
  [DATE_OR_TIME, 'moment'],
  [MONTH_DAY, 'monthDay'],
  [types.LINK, 'link'],
  [PICTURE, 'picture'],
  [COORDINATE, 'coordinate'],
  [types.LANG, 'lang'],
  [ZONE, 'zone'],
  [types.COUNTRY, 'country'],
  [types.BOOLEAN, 'flag'],
]);

/** The section to whose items an id leads, by its key. */
const REFERENCES: Readonly<Record<string, SectionName>> = {
  of: 'figures',
  figure: 'figures',
  town: 'towns',
  event: 'events',
  observance: 'observances',
  organisations: 'organisations',
};

const kindOf = (schema: Schema, key: string): Kind => {
  if (isChoice(schema)) return 'choice';
  if (isList(schema) && isChoice(schema[0])) return 'choices';
  const kind =
    isFieldType(schema) && schema === types.ID
      ? 'reference'
      : isFieldType(schema)
        ? KINDS.get(schema)
        : isList(schema) && schema[0] === types.ID
          ? 'references'
          : isList(schema) && schema[0] === types.COUNTRY
            ? 'countries'
            : isList(schema) && schema[0] === HASHTAG
              ? 'hashtags'
              : undefined;
  if (!kind) throw new Error(`the desk has no field for ${key}`);
  return kind;
};

const isObjectSchema = (schema: Schema): schema is ObjectSchema =>
  !isFieldType(schema) && !isChoice(schema) && !isList(schema);

const choicesOf = (schema: Schema) => {
  const own = isList(schema) ? schema[0] : schema;
  return isChoice(own) && {choices: own};
};

/** The fields for some keys of a schema, in their order; those of an object one by one. */
export const fieldsOf = (schema: ObjectSchema, keys: readonly string[], prefix = '', isRequired = true): FormField[] =>
  keys.flatMap((key) => {
    const required = Object.hasOwn(schema, key);
    const own = schema[required ? key : `${key}?`];
    if (!own) throw new Error(`the schema has no ${key}`);
    const path = prefix + key;
    if (isObjectSchema(own)) {
      const inner = Object.keys(own).map((name) => name.replace('?', ''));
      return fieldsOf(own, inner, `${path}/`, isRequired && required);
    }
    const kind = kindOf(own, path);
    return {
      path,
      kind,
      schema: own,
      isRequired: isRequired && required,
      isRequiredInObject: required,
      ...choicesOf(own),
      ...(REFERENCES[key] && {section: REFERENCES[key]}),
    };
  });

/** What is edited, and which of its keys have fields: those that are changed often, then the others. */
export interface FormSpec {
  readonly schema: ObjectSchema;
  readonly keys: readonly string[];
  readonly more?: readonly string[];
}

const itemOf = (section: SectionName) => SECTIONS[section].schema[0] as ObjectSchema;
const {figures, people, towns, ways} = SECTIONS;
const [{'history?': history, 'annotations?': annotations}] = figures.schema;
const [{incidents}] = people.schema;
const [{acts}] = towns.schema;

/** An id is made of the title. */
const withoutId = ({id: _, ...schema}: ObjectSchema): ObjectSchema => schema;

/** The forms of the desk. */
export const FORMS = {
  count: {schema: itemOf('figures'), keys: ['value', 'qualifier', 'asOf', 'source'], more: ['note']},
  history: {schema: history[0], keys: ['date', 'value', 'qualifier', 'source'], more: ['note']},
  annotations: {schema: annotations[0], keys: ['date', 'text', 'source']},
  figures: {
    schema: itemOf('figures'),
    keys: ['title', 'value', 'qualifier', 'unit', 'asOf', 'source', 'definition'],
    more: ['note', 'checkedAt', 'staleAfterDays'],
  },
  events: {
    schema: itemOf('events'),
    keys: ['title', 'from', 'zone', 'place', 'country', 'status', 'source'],
    more: ['until', 'text', 'town', 'online', 'organisations', 'url', 'designatedIn'],
  },
  corrections: {schema: itemOf('corrections'), keys: ['of', 'date', 'text'], more: ['was', 'is']},
  people: {schema: itemOf('people'), keys: ['name', 'consent', 'checkedAt'], more: ['letter']},
  newPerson: {schema: {...itemOf('people'), incident: incidents[0]}, keys: ['name', 'consent', 'incident']},
  incidents: {schema: incidents[0], keys: ['what', 'date', 'source'], more: ['until', 'note']},
  ways: {
    schema: itemOf('ways'),
    keys: ['title', 'text', 'category', 'audiences', 'url', 'checkedAt'],
    more: ['minutes', 'organisations', 'observance', 'designatedIn'],
  },
  templates: {schema: ways.schema[0]['templates?'][0], keys: ['title', 'text'], more: ['figure', 'audience']},
  organisations: {
    schema: itemOf('organisations'),
    keys: ['name', 'status', 'url', 'checkedAt'],
    more: ['note', 'designatedIn'],
  },
  observances: {schema: itemOf('observances'), keys: ['title', 'yearly', 'why'], more: ['zone']},
  campaigns: {schema: itemOf('campaigns'), keys: ['slogan', 'call', 'action', 'observance']},
  towns: {schema: itemOf('towns'), keys: ['name', 'country', 'latitude', 'longitude']},
  newTown: {
    schema: {...itemOf('towns'), act: withoutId(acts[0])},
    keys: ['name', 'country', 'latitude', 'longitude', 'act'],
  },
  acts: {schema: acts[0], keys: ['what', 'title', 'date', 'source'], more: ['url', 'designatedIn']},
  photos: {
    schema: itemOf('photos'),
    keys: ['url', 'width', 'height', 'alt', 'credit', 'licence', 'consent'],
    more: ['caption', 'date', 'town', 'event'],
  },
  amplify: {schema: itemOf('amplify'), keys: ['text', 'figure', 'hashtags', 'url'], more: ['designatedIn']},
  head: {
    schema: fullHead as ObjectSchema,
    keys: ['title', 'lang', 'home', 'checkedAt'],
    more: ['sample', 'calendar', 'submitEvent', 'submitPhoto', 'submitTown'],
  },
} as const satisfies Readonly<Record<string, FormSpec>>;

export type FormName = keyof typeof FORMS;

/** A list in the items of a section, whose parts have a form; with `first`, the form is of a new item, and this its key for the part. */
export interface PartSpec {
  readonly section: SectionName;
  readonly list: string;
  readonly first?: string;
}

/** The older counts of a figure and what is said of them, what happens to a person or is done in a town, the drafts of a way. */
const PARTS: Readonly<Partial<Record<FormName, PartSpec>>> = {
  history: {section: 'figures', list: 'history'},
  annotations: {section: 'figures', list: 'annotations'},
  newPerson: {section: 'people', list: 'incidents', first: 'incident'},
  incidents: {section: 'people', list: 'incidents'},
  newTown: {section: 'towns', list: 'acts', first: 'act'},
  acts: {section: 'towns', list: 'acts'},
  templates: {section: 'ways', list: 'templates'},
};

/** The list that a form is for; undefined for one that edits an item as a whole. */
export const partOf = (form: FormName): PartSpec | undefined => PARTS[form];

/** The section in which a form changes something. */
export const sectionOf = (form: Exclude<FormName, 'head'>): SectionName =>
  form === 'count' ? 'figures' : (partOf(form)?.section ?? (form as SectionName));

/** All fields of a form. */
export const formFields = (name: FormName): {main: FormField[]; more: FormField[]} => {
  const {schema, keys, more} = FORMS[name] as FormSpec;
  return {main: fieldsOf(schema, keys), more: fieldsOf(schema, more ?? [])};
};
