import {Resource} from '../dom/resource.js';
import {loadFile} from '../i18n/load-locale.js';
import type {Shapes} from './map-projection.js';

/** What a map shows: `europe` or `world`. */
export type View = 'europe' | 'world';

const resources = new Map<View, Resource<Shapes>>();

/** The shapes of a view, loaded once for all maps; again if that has failed. `onChange` is called when that changes. */
export const shapesOf = (view: View, onChange: () => void): Resource<Shapes> => {
  const load = async () => (await loadFile(`map-${view}`)) as unknown as Shapes;
  const resource = resources.get(view) ?? new Resource<Shapes>(load, onChange);
  resources.set(view, resource);
  resource.retry();
  return resource;
};
