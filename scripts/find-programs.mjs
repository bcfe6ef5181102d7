import {statSync} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';

export const isFile = (path) => statSync(path, {throwIfNoEntry: false})?.isFile();

/** The path of the first of these programs that exists; names without a folder are searched in PATH. */
export const firstOf = (...names) =>
  names
    .flatMap((name) =>
      isAbsolute(name) ? [name] : process.env.PATH.split(delimiter).map((folder) => join(folder, name)),
    )
    .find(isFile);

/** Calls finders by name. Returns their results by name (`found`), and the names without a result (`missing`). */
export const lookFor = (finders, names = Object.keys(finders)) => {
  const found = {};
  const missing = [];
  for (const name of names) {
    const program = finders[name]();
    if (program) found[name] = program;
    else missing.push(name);
  }
  return {found, missing};
};
