/** Loads a module by its name: each entry point has its own way (a bundler's `import()`, the script's files, or at hand). */
export type ModuleLoader = (name: string) => Promise<unknown>;

let load: ModuleLoader;

/** Sets how modules are loaded that few pages need. */
export const setModuleLoader = (loader: ModuleLoader) => {
  load = loader;
};

/** Loads a module that few pages need. Rejects where it cannot be loaded; the next call tries again. */
export const loadModule = async <T>(name: string): Promise<T> => (await load(name)) as T;
