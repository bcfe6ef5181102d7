// Each peer as its own users would ship it: one bundle, minified, for browsers of today.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [{value, asOf, source}] = JSON.parse(readFileSync('dist/figures.json', 'utf8')).figures;

/** What the counters of the bench say. */
export const figure = {
  value,
  least: 'at least',
  unit: 'political prisoners',
  day: asOf,
  date: new Intl.DateTimeFormat('en', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(asOf)),
  source: source.name,
  url: source.url,
};

/** The code of `<name>.js` beside this file, with all that it imports. */
export const bundle = async (name) => {
  const {output} = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // Lit is the one of our own elements, whatever a peer would bring.
    resolve: {dedupe: ['lit']},
    define: Object.fromEntries(Object.entries(figure).map(([key, word]) => [`FIGURE.${key}`, JSON.stringify(word)])),
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {input: here(`${name}.js`), preserveEntrySignatures: 'strict'},
    },
  });
  if (output.length > 1) throw new Error(`${name} is more than one file`);
  return output[0].code;
};
