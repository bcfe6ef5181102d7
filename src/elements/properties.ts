import type {PropertyDeclaration, PropertyDeclarations} from '@lit/reactive-element';

/** The type of a property for which an empty text is a value of its own. */
export const EmptyOrText = {};

/** Whether a title may be a heading of this level: 2 to 6. */
export const isHeadingLevel = (level: number | undefined): level is number => /^[2-6]$/.test(String(level));

/** The element of a title: a heading, or a paragraph where the level is none. */
export const headingTag = (level: number | undefined) => (isHeadingLevel(level) ? `h${level}` : 'p');

/** A property that is a positive integer; the default where it is something else. */
export const positiveInteger = <T>(value: number | undefined, otherwise: T) =>
  Number.isInteger(value) && value! > 0 ? value! : otherwise;

/** The value of a property, whatever a framework set it to. */
const normalize = (value: unknown, type: unknown): unknown => {
  const isUnset = (value ?? false) === false;
  if (type === Boolean) return !isUnset;
  if (type === EmptyOrText && (value === '' || value === true)) return '';
  if (isUnset || value === '') return undefined;
  if (type === Number) return Number(value);
  return Array.isArray(value) ? value.join(' ') : String(value);
};

/**
 * Makes a property take what its attribute would take, as frameworks set attributes as properties: `''` is true for a
 * boolean and the default for all else, numbers may be strings, lists may be arrays. What cannot be read (a `toString`
 * that throws) is the default.
 */
export const likeAttribute = (prototype: object, name: string, {type}: PropertyDeclaration) => {
  const {get, set} = Object.getOwnPropertyDescriptor(prototype, name)!;
  Object.defineProperty(prototype, name, {
    __proto__: null,
    get,
    set(value: unknown) {
      let normalized: unknown;
      try {
        normalized = normalize(value, type);
      } catch {
        normalized = normalize(undefined, type);
      }
      set!.call(this, normalized);
    },
  } as PropertyDescriptor);
};

/** Declarations that inherit nothing: a page may have put a `state` or an `attribute` on `Object.prototype`. */
export const withoutPrototypes = (declarations: PropertyDeclarations): PropertyDeclarations =>
  Object.fromEntries(Object.keys(declarations).map((name) => [name, {__proto__: null, ...declarations[name]}]));
