// Zips whose bytes depend on their files alone.
import {zipSync} from 'fflate';

/** A zip of files by path, in one folder: with one date (fflate takes it in the local zone), readable by all. */
export const zipFolder = (folder, files) => {
  /** @type {import('fflate').ZipOptions} */
  const options = {level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16};
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, [content, options]])),
  );
};
