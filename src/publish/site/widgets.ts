import {readdir} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {readBytes, UserError} from '../io.js';
import type {SiteFile} from './files.js';

/** The files of the widgets that pages request, and their licences. */
const WIDGETS =
  /^((chunks|builder)\/[^/]+|(solidarity(\.all)?|builder(\.\w+)?|embed\/embed)\.js(\.(br|gz))?|(builder|embed\/embed)\.css|builder\.html|integrity\.json|(solidarity|builder)\.licenses\.md)$/;

/** The widgets, which are beside this tool in the package. The script is last: it refers to the other files. */
export const widgetFiles = async (): Promise<SiteFile[]> => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = await readdir(folder, {recursive: true});
  const paths = names.map((name) => name.split(sep).join('/')).filter((path) => WIDGETS.test(path));
  if (!paths.includes('solidarity.js'))
    throw new UserError(`${folder} has no widgets.`, 'Install the package again, or add --no-widgets.', 'io');
  const order = (path: string) => (path.startsWith('solidarity') ? `~${path}` : path);
  return Promise.all(
    paths
      .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
      .map(async (path) => ({path, content: await readBytes(join(folder, path))})),
  );
};
