import {formFields, type FormName} from './form-fields.js';

/* Where a JSON pointer leads at the desk. */

/** A field of a form, of an item of the feed. */
export interface FieldPlace {
  readonly form: FormName;
  readonly index?: number;
  readonly path?: string;
}

/** The form with the field of a JSON pointer; undefined for what the desk has no form for. */
export const placeOfPointer = (pointer: string): FieldPlace | undefined => {
  const [, section = '', item, ...keys] = pointer.split('/');
  const index = Number(item);
  const has = (form: FormName, path: string) => {
    const {main, more} = formFields(form);
    return [...main, ...more].some(
      (field) => field.path === path || field.path.startsWith(`${path}/`) || path.startsWith(`${field.path}/`),
    );
  };
  const path = keys.join('/');
  switch (section) {
    case 'figures':
      if (!Number.isInteger(index)) return undefined;
      if (/^(history|annotations)/.test(path)) return undefined;
      return has('count', path) && path ? {form: 'count', index, path} : {form: 'figures', index, path};
    case 'people':
      if (!Number.isInteger(index) || (path && !has('people', path))) return undefined;
      return {form: path ? 'people' : 'incidents', index, path};
    case 'events':
    case 'ways':
    case 'organisations':
    case 'observances':
    case 'campaigns':
    case 'corrections':
    case 'towns':
    case 'photos':
      return Number.isInteger(index) && (!path || has(section, path))
        ? {form: section, index, path: path || 'checkedAt'}
        : undefined;
    default:
      return item === undefined && has('head', section) ? {form: 'head', path: section} : undefined;
  }
};
