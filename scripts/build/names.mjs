// Names of files in chunks/: they change when a byte of any of these files changes, since they are cached for a year.
import {createHash} from 'node:crypto';

/** Eight characters of a SHA-256. */
export const hashOf = (content) =>
  createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 8);

/** The code of a chunk, with the hash in the names of the chunks that it imports. */
export const withHash = ({fileName, code, imports}, hash) =>
  imports.reduce((text, imported) => {
    const pattern = new RegExp(`(["'\`])\\./${imported}\\1`, 'g');
    if (!pattern.test(text)) throw new Error(`${fileName} has no import of ${imported}`);
    return text.replace(pattern, `$1./${imported.replace(/\.js$/, `-${hash}.js`)}$1`);
  }, code);
