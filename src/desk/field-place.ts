import type {Finding} from '../publish/check/findings.js';
import {formFields, isSectionName, partOf, type FormName} from './form-fields.js';

/* Where a finding leads at the desk. */

/** What a form is open for. */
export interface FormPlace {
  readonly form: FormName;
  /** The index of the item in its section; undefined for a new one, and for the head. */
  readonly index?: number;
  /** The index in the list that the form is for; undefined for a new part. */
  readonly part?: number;
}

/** A name for a place in the page: `incidents-0-1`, `events-` for a new event. */
export const idOf = ({form, index, part}: FormPlace) => `${form}-${index ?? ''}${part === undefined ? '' : `-${part}`}`;

/** A field of a form, of an item of the feed. */
export interface FieldPlace extends FormPlace {
  readonly path?: string;
}

/** The field that an issue of an item is about; undefined where the form has none. */
export const fieldOfIssue = (issue: string, form: FormName): string | undefined => {
  const {first} = partOf(form) ?? {};
  const isFigure = form === 'count' || form === 'figures';
  const field = {
    'has a date after issued': isFigure ? 'asOf' : first ? `${first}/date` : 'date',
    'is a bound of 0': 'qualifier',
    'has a time of day without a zone': 'zone',
    'has {figure} without a figure': 'figure',
    'has an until that is no end': 'until',
    'ends before it begins': 'until',
    'lacks yearly or dates': 'yearly',
    'has no size': 'width',
    'is placed more precisely than a town': 'latitude',
    'lies beyond a pole': 'latitude',
  }[issue];
  const {main, more} = formFields(form);
  return [...main, ...more].find(({path}) => path === field)?.path;
};

/** The form with the field of a JSON pointer; undefined for what the desk has no form for. */
const placeOfPointer = (pointer: string): FieldPlace | undefined => {
  const [, section = '', item, ...keys] = pointer.split('/');
  const path = keys.join('/');
  const has = (form: FormName, path: string) => {
    const {main, more} = formFields(form);
    return [...main, ...more].some(
      (field) => field.path === path || field.path.startsWith(`${path}/`) || path.startsWith(`${field.path}/`),
    );
  };
  if (!isSectionName(section))
    return item === undefined && has('head', section) ? {form: 'head', path: section} : undefined;
  const index = Number(item);
  if (!Number.isInteger(index)) return undefined;
  const [list = '', at, ...inner] = keys;
  const form = list as FormName;
  if (partOf(form)?.section === section)
    return at === undefined ? {form, index} : {form, index, part: Number(at), path: inner.join('/')};
  return !path || has(section, path) ? {form: section, index, path} : undefined;
};

/** The form in which a finding is mended. Only an old figure needs a new count: all else keeps its date. */
export const placeOfFinding = ({id, pointer, values}: Finding): FieldPlace | undefined => {
  const at = (key: string | number | undefined) => placeOfPointer(`${pointer}/${key}`);
  if (id === 'missing-key') return at(values.key);
  if (id === 'status-unknown' || values.issue === 'has no incident') return at('incidents');
  const place = placeOfPointer(pointer);
  if (!place || place.path) return id === 'old-figure' ? {...place!, form: 'count', path: 'value'} : place;
  if (id === 'invalid-item') {
    const path = fieldOfIssue(String(values.issue), place.form);
    return path === undefined ? undefined : {...place, path};
  }
  return id.endsWith('-not-checked') ? {...place, path: 'checkedAt'} : place;
};
