/** Loads a module that is a file of its own in `chunks/`, by its name there. */
export type ChunkLoader = (name: string) => Promise<unknown>;

let load: ChunkLoader;

/** Sets how `loadChunk` loads. The script knows its own address and the names of its files. */
export const setChunkLoader = (loader: ChunkLoader) => {
  load = loader;
};

/**
 * In the script's files, `import('./x.js')` becomes `loadChunk('x')` (scripts/build/plugins.mjs): no file holds the name
 * of one that imports it, so that each name can be the hash of the file.
 */
export const loadChunk = (name: string) => load(name);
