// The plugin for WordPress: src/wordpress/ with the files of dist/ that it serves.
import {readFileSync, readdirSync} from 'node:fs';
import {strToU8} from 'fflate';
import {zipFolder} from './zip.mjs';

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
/** The folder of the plugin. By its name WordPress knows the plugin, in each version. */
const FOLDER = name;
export const PLUGIN_ZIP = `release/${name}-wordpress-${version}.zip`;

/** WordPress' rules for plugins forbid compressed files. */
const SERVED = /^(chunks\/[\w.-]+\.js(on)?|solidarity(\.all)?\.js|feed\.json|solidarity\.licenses\.md)$/;

/** The names of the widgets, and of the attributes that a shortcode may set. */
const attributesByWidget = () => {
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  return Object.fromEntries(
    elements.map(({tagName, attributes}) => [
      tagName.replace('solidarity-', ''),
      ['lang', ...attributes.map(({name}) => name)].filter((name) => name !== 'src'),
    ]),
  );
};

/** The zip; the same sources give the same bytes. */
export const composePlugin = () => {
  const sources = readdirSync('src/wordpress').map((file) => [
    file,
    strToU8(readFileSync(`src/wordpress/${file}`, 'utf8').replaceAll('{{version}}', version)),
  ]);
  const served = readdirSync('dist', {recursive: true, encoding: 'utf8'})
    .filter((file) => SERVED.test(file))
    .map((file) => [`widgets/${file}`, readFileSync(`dist/${file}`)]);
  const others = [
    ['LICENSE.txt', readFileSync('LICENSE')],
    ['unicode.license.txt', readFileSync('node_modules/cldr-core/LICENSE')],
    ['widgets.json', strToU8(JSON.stringify(attributesByWidget()))],
  ];
  return zipFolder(FOLDER, Object.fromEntries([...sources, ...served, ...others].sort(([a], [b]) => (a < b ? -1 : 1))));
};
