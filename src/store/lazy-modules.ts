import {within} from '../dom/within.js';
import {FeedError} from '../feed/feed-error.js';

/** Loads a module by its name: each entry point has its own way (a bundler's `import()`, the script's files, or at hand). */
export type ModuleLoader = (name: string) => Promise<unknown>;

/** Milliseconds to wait for a module. */
const TIMEOUT = 10_000;

let load: ModuleLoader;

/** Sets how modules are loaded that few pages need. */
export const setModuleLoader = (loader: ModuleLoader) => {
  load = loader;
};

/** Loads a module that few pages need. Rejects with a FeedError where it is not there in ten seconds; the next call tries again. */
export const loadModule = async <T>(name: string): Promise<T> => {
  try {
    return (await within(TIMEOUT, load(name), Error)) as T;
  } catch {
    throw new FeedError('script', name);
  }
};
