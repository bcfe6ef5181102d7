import {within} from '../dom/within.js';
import {FeedError} from '../feed/feed-error.js';

/**
 * Loads a module by its name: each entry point has its own way (a bundler's `import()`, the script's files, or at hand).
 * A fragment makes another address of it where the first request fails or hangs.
 */
export type ModuleLoader = (name: string, fragment?: string) => Promise<unknown>;

/** Milliseconds to wait for a module. */
const TIMEOUT = 10_000;

let load: ModuleLoader;
/** Makes another address of each module, once one has failed. */
let fragment = '';

/** Sets how modules are loaded that few pages need. */
export const setModuleLoader = (loader: ModuleLoader) => {
  load = loader;
};

/** Loads a module that few pages need. Rejects with a FeedError where it is not there in ten seconds; the next call tries again. */
export const loadModule = async <T>(name: string): Promise<T> => {
  try {
    return (await within(TIMEOUT, load(name, fragment), Error)) as T;
  } catch {
    fragment += '#0';
    throw new FeedError('script', name);
  }
};
