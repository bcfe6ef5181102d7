import {Resource} from '../dom/resource.js';
import {loadFile} from '../i18n/load-locale.js';
import {loadModule} from '../store/lazy-modules.js';
import type {Shapes} from './map-projection.js';

/** What a map shows: `europe` or `world`. */
export type View = 'europe' | 'world';

/** What a map is drawn with. The list is there without it. */
export interface Drawing {
  readonly shapes: Shapes;
  readonly MapView: typeof import('./map-view.js').MapView;
}

const resources = new Map<View, Resource<Drawing>>();

/** The shapes of a view, loaded once for all maps; again if that has failed. `onChange` is called when that changes. */
export const drawingOf = (view: View, onChange: () => void): Resource<Drawing> => {
  const load = async () => {
    const [shapes, {MapView}] = await Promise.all([
      loadFile(`map-${view}`) as Promise<unknown>,
      loadModule<typeof import('./map-view.js')>('map-view'),
    ]);
    return {shapes: shapes as Shapes, MapView};
  };
  const resource = resources.get(view) ?? new Resource(load, onChange);
  resources.set(view, resource);
  resource.retry();
  return resource;
};
