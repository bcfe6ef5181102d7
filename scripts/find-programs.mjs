import {statSync} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';

export const isFile = (path) => statSync(path, {throwIfNoEntry: false})?.isFile();

/** The first of these programs that is here; bare names are looked up in PATH. */
export const firstOf = (...names) =>
  names
    .flatMap((name) =>
      isAbsolute(name) ? [name] : process.env.PATH.split(delimiter).map((folder) => join(folder, name)),
    )
    .find(isFile);

/** What these finders give by name, `found`, and the names for which they give nothing, `missing`. */
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
