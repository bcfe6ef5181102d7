// What the build changes in the code of the scripts. A change whose place is not found stops the build.
import {minify} from 'terser';

const isOurs = (id) => id.includes('/src/') && !id.includes('/node_modules/');

const VERSION = /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g;
const POLYFILL = /\b\w+\.(?:lit|reactive)\w+Support\b/g;
/** What standard decorators need, of which we have none. */
const METADATA = /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/g;
const METADATA_OF_CLASS = /this\[Symbol\.metadata\]/g;
/** What Lit leaves on `globalThis`, or looks for there, by module. */
const LIT_GLOBALS = {
  '/lit-html/lit-html.js': [VERSION, POLYFILL],
  '/reactive-element/reactive-element.js': [VERSION, POLYFILL, METADATA, METADATA_OF_CLASS],
};

/** The scripts share nothing with the page that they are on. */
export const withoutLitGlobals = () => {
  const missing = new Set(Object.keys(LIT_GLOBALS));
  return {
    name: 'without-lit-globals',
    transform(code, id) {
      const module = [...missing].find((path) => id.endsWith(path));
      if (!module) return undefined;
      missing.delete(module);
      const replaced = LIT_GLOBALS[module].reduce((text, pattern) => {
        if (text.search(pattern) < 0) this.error(`${id} has no ${pattern}`);
        return text.replace(pattern, (found) => 'null'.padEnd(found.length));
      }, code);
      // Nothing has moved: the source map stays.
      return {code: replaced, map: null};
    },
    buildEnd(error) {
      if (!error && missing.size) this.error(`Lit's globals were not found in ${[...missing].join(', ')}`);
    },
  };
};

/** `desc` of a message is for translators: it stays in the sources and in the XLIFF files. */
export const withoutDescriptions = () => ({
  name: 'without-descriptions',
  enforce: 'pre',
  transform(code, id) {
    if (!isOurs(id) || !/\bdesc:/.test(code)) return undefined;
    const description = /,\s*desc:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;
    const stripped = code.replace(description, (found) => found.replace(/\S/g, ' '));
    if (/\bdesc:/.test(stripped)) this.error(`${id} has a \`desc\` that is not a plain string`);
    return {code: stripped, map: null};
  },
});

/**
 * No module of the scripts may `import()` another: in one file it needs a helper that fails on pages with enumerable
 * properties on `Object.prototype`, and in chunks it makes names that depend on each other.
 */
export const withoutDynamicImports = () => ({
  name: 'without-dynamic-imports',
  buildEnd(error) {
    if (error) return;
    for (const id of this.getModuleIds())
      if (this.getModuleInfo(id).dynamicallyImportedIds.length) this.error(`${id} has an import(): use loadModule()`);
  },
});

/** Our private custom properties: each is set and read in our shadow roots alone. */
const PRIVATE_PROPERTY = /--_[a-z][a-z-]*/g;

/**
 * Shortens the names of private custom properties, `--_accent` to `--_A`, in all modules alike. `sources` are the texts of
 * all modules that have some. The underscore stays, since ours inherit those of the page.
 */
export const shortPrivateProperties = (sources) => {
  const counts = new Map();
  for (const [name] of sources.join('\n').matchAll(PRIVATE_PROPERTY)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  /** A, B, … Z, AA, AB, … */
  const letters = (n) => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
  const short = new Map(byUse.map((name, i) => [name, `--_${letters(i)}`]));
  return {
    name: 'short-private-properties',
    enforce: 'pre',
    transform: (code, id) =>
      isOurs(id) ? {code: code.replace(PRIVATE_PROPERTY, (name) => short.get(name)), map: null} : undefined,
  };
};

/** Terser after Vite's minifier: together 2 % smaller than either. It changes no names of properties. */
export const smaller = () => ({
  name: 'smaller',
  async generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk')
        file.code = (await minify(file.code, {module: true, compress: {passes: 3, ecma: 2022}})).code;
  },
});

/** Finds which modules an entry imports statically, directly or not: `has(id)`, once all modules are loaded. */
export const modulesOf = (entry) => {
  const found = new Set();
  return {
    has: (id) => found.has(id),
    plugin: {
      name: 'modules-of-entry',
      buildEnd() {
        const visit = (id) => {
          if (found.has(id)) return;
          found.add(id);
          this.getModuleInfo(id)?.importedIds.forEach(visit);
        };
        visit(entry);
      },
    },
  };
};
