import {readdir} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {readBytes, UserError} from '../io.js';
import {attribute} from '../render/html.js';
import type {SiteFile} from './files.js';

/** The files of the widgets that pages request, and their licences. */
const WIDGETS =
  /^((chunks|builder)\/[^/]+|(solidarity(\.all)?|builder(\.\w+)?|embed\/embed)\.js(\.(br|gz))?|(builder|embed\/embed)\.css|builder\.html|integrity\.json|(solidarity|builder)\.licenses\.md)$/;

/** The builder's page, which pins keys as the pages do for which it writes snippets. */
const withKeys = (html: string, keys: string) => {
  const tag = '<script async src="solidarity.js"';
  if (!html.includes(tag)) throw new Error('builder.html has no script tag');
  return html.replace(tag, `${tag} data-feed="feed.signed"${attribute('data-key', keys)}`);
};

/**
 * The widgets, which are beside this tool in the package; `keys` are the public keys that pages pin, separated by spaces.
 * The script is last: it refers to the other files.
 */
export const widgetFiles = async (keys?: string): Promise<SiteFile[]> => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = await readdir(folder, {recursive: true});
  const paths = names.map((name) => name.split(sep).join('/')).filter((path) => WIDGETS.test(path));
  if (!paths.includes('solidarity.js'))
    throw new UserError(`${folder} has no widgets.`, 'Install the package again, or add --no-widgets.', 'io');
  const order = (path: string) => (path.startsWith('solidarity') ? `~${path}` : path);
  return Promise.all(
    paths
      .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
      .map(async (path) => {
        const content = await readBytes(join(folder, path));
        return {path, content: keys && path === 'builder.html' ? withKeys(content.toString(), keys) : content};
      }),
  );
};
