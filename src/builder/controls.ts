import {UNITS} from '../clock/span.js';
import type {Text} from '../feed/fields.js';
import type {Feed} from '../feed/parse-feed.js';
import {CATEGORIES} from '../feed/sections/ways.js';
import {pickText} from '../feed/text.js';
import type {Choice} from '../ui/field-templates.js';
import type {AttributeData} from './build-data.js';
import {words} from './words.js';

/* Which control an attribute gets: by its type, or by what it names in the feed. A new attribute needs nothing here. */

export interface Control {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `list`: several of the choices, separated by spaces; `since`: a switch with a date that may be empty. */
  readonly kind: 'select' | 'checkbox' | 'number' | 'text' | 'date' | 'list' | 'since';
  /** The empty value leaves the attribute out. */
  readonly choices: readonly Choice[];
  readonly group: 'content' | 'appearance' | 'more';
}

/** Kinds that a type does not tell. */
const KINDS: Readonly<Record<string, Control['kind']>> = {change: 'since', to: 'date'};
/** Values of attributes that are lists. */
const LISTS: Readonly<Record<string, readonly string[]>> = {units: UNITS, category: CATEGORIES, exclude: CATEGORIES};
/** Defaults that the description of an attribute does not name. */
const DEFAULTS: Readonly<Record<string, string>> = {theme: 'auto', direction: 'down'};
/** What few pages need. */
const MORE = ['zone', 'units', 'direction', 'exclude', 'limit', 'heading', 'refresh', 'count-up'];

const defaultOf = ({name, standard}: AttributeData) => DEFAULTS[name] ?? standard;

/** The items of the feed that an attribute names, called as in a language: `figure` one of `figures`. */
const itemsOf = ({name}: AttributeData, feed: Feed, lang: string): Choice[] | undefined => {
  const items = (feed as unknown as Readonly<Record<string, unknown>>)[`${name}s`];
  if (!Array.isArray(items)) return undefined;
  return (items as readonly {id: string; title?: Text; slogan?: Text; name?: Text}[]).map(
    ({id, title, slogan, name: own}) => {
      const [label, labelLang] = pickText(title ?? slogan ?? own ?? id, lang, feed.lang);
      return {value: id, label, lang: labelLang === lang ? undefined : labelLang};
    },
  );
};

const choicesOf = (attribute: AttributeData, feed: Feed, lang: string): Choice[] => {
  const {name, values = LISTS[name]} = attribute;
  const labelOf = (value: string) => words.attributes[name]?.values?.[value] ?? value;
  if (!values) {
    const items = itemsOf(attribute, feed, lang);
    return items ? [{value: '', label: name === 'figure' ? words.first : words.standard}, ...items] : [];
  }
  // In the order of their words; a value without words comes last.
  const order = Object.keys(words.attributes[name]?.values ?? {});
  const rank = (value: string) => order.indexOf(value) + 1 || order.length + 1;
  const choices = [...values].sort((a, b) => rank(a) - rank(b)).map((value) => ({value, label: labelOf(value)}));
  if (LISTS[name]) return values.map((value) => ({value, label: labelOf(value)}));
  const standard = defaultOf(attribute);
  return standard
    ? [{value: '', label: labelOf(standard)}, ...choices.filter(({value}) => value !== standard)]
    : [{value: '', label: words.standard}, ...choices];
};

const kindOf = ({name, type}: AttributeData, choices: readonly Choice[]): Control['kind'] =>
  KINDS[name] ??
  (LISTS[name]
    ? 'list'
    : choices.length
      ? 'select'
      : type === 'boolean'
        ? 'checkbox'
        : type === 'number'
          ? 'number'
          : 'text');

/** The control of an attribute; `lang` is the language of the page. */
export const controlOf = (attribute: AttributeData, feed: Feed, lang: string): Control => {
  const {name, description, isCommon} = attribute;
  const choices = choicesOf(attribute, feed, lang);
  const own = words.attributes[name];
  return {
    name,
    label: own?.label ?? name,
    hint: own ? own.hint : description?.replaceAll('`', ''),
    kind: kindOf(attribute, choices),
    choices,
    group: MORE.includes(name)
      ? 'more'
      : isCommon || name === 'variant' || name === 'position'
        ? 'appearance'
        : 'content',
  };
};
