import {within} from '../dom/within.js';

/**
 * Loads a module by its name: each entry point has its own way (a bundler's `import()`, the script's files, or at hand).
 * A fragment makes another address of it where the first request hangs.
 */
export type ModuleLoader = (name: string, fragment?: string) => Promise<unknown>;

/** Milliseconds to wait for a module. */
const TIMEOUT = 10_000;

let load: ModuleLoader;
/** The fragments of modules that have failed to load in time. */
const fragments = new Map<string, string>();

/** Sets how modules are loaded that few pages need. */
export const setModuleLoader = (loader: ModuleLoader) => {
  load = loader;
};

/** Loads a module that few pages need. Rejects where it is not there in ten seconds; the next call tries again. */
export const loadModule = async <T>(name: string): Promise<T> =>
  (await within(TIMEOUT, load(name, fragments.get(name)), () => {
    fragments.set(name, `#${Date.now()}`);
    return new Error(name);
  })) as T;
