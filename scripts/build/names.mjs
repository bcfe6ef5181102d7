// Names of files in chunks/: they change with every byte of the file, since they are cached for ever.
import {createHash} from 'node:crypto';

/** Eight characters of a SHA-256. */
export const hashOf = (content) =>
  createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 8);

/**
 * Renames `x.js` to `x-<hash of its final bytes>.js`, and the imports of it. A chunk is hashed after those that it
 * imports, as their names are part of it. Returns the renamed chunks by their old names.
 */
export const nameByContent = (chunks) => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const renamed = new Map();
  const rename = (fileName, importers) => {
    if (importers.includes(fileName))
      throw new Error(`${[...importers, fileName].join(' imports ')}: no order to hash`);
    if (renamed.has(fileName)) return renamed.get(fileName).fileName;
    const chunk = byName.get(fileName);
    const imports = chunk.imports.map((imported) => rename(imported, [...importers, fileName]));
    const code = chunk.imports.reduce((text, imported, i) => {
      const pattern = new RegExp(`(["'\`])\\./${imported}\\1`, 'g');
      if (!pattern.test(text)) throw new Error(`${fileName} has no import of ${imported}`);
      return text.replace(pattern, `$1./${imports[i]}$1`);
    }, chunk.code);
    renamed.set(fileName, {fileName: fileName.replace(/\.js$/, `-${hashOf(code)}.js`), code, imports});
    return renamed.get(fileName).fileName;
  };
  chunks.forEach(({fileName}) => rename(fileName, []));
  return renamed;
};
