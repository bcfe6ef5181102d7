// What the build changes in the code of the scripts. A change whose place is not found stops the build.
import {basename} from 'node:path';
import {Visitor, parseSync} from 'vite';

const isOurs = (id) => id.includes('/src/') && !id.includes('/node_modules/');

/** Lit pushes its versions to `globalThis` and looks for polyfills there. The scripts share nothing with a page. */
const LIT_GLOBALS = [/\b\w+\.(?:lit|reactive)\w+Support\b/g, /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g];
const LIT_MODULES = ['/lit-html.js', '/reactive-element.js', '/lit-element.js'];

export const withoutLitGlobals = () => {
  const missing = new Set(LIT_MODULES);
  return {
    name: 'without-lit-globals',
    transform(code, id) {
      const module = LIT_MODULES.find((name) => id.includes('/node_modules/') && id.endsWith(name));
      // lit/html.js and others only export the three again.
      if (!module || !LIT_GLOBALS.some((pattern) => code.search(pattern) >= 0)) return undefined;
      missing.delete(module);
      return LIT_GLOBALS.reduce((text, pattern) => {
        if (text.search(pattern) < 0) this.error(`${id} has no ${pattern}`);
        return text.replace(pattern, 'null');
      }, code);
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
    const stripped = code.replace(/,\s*desc:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g, '');
    if (/\bdesc:/.test(stripped)) this.error(`${id} has a \`desc\` that is not a plain string`);
    return stripped;
  },
});

/** Replaces each dynamic import of a module of ours by what `replace(path, i)` returns. */
const replaceImports = async (id, code, replace) => {
  const found = [];
  const ImportExpression = ({start, end, source}) => {
    if (source.type === 'Literal') found.push({start, end, path: source.value});
  };
  new Visitor({ImportExpression}).visit(parseSync(id, code).program);
  const replacements = await Promise.all(found.map(({path}, i) => replace(path, i)));
  // From the last one, so that the positions before it stay right.
  return found.reduceRight((text, {start, end}, i) => text.slice(0, start) + replacements[i] + text.slice(end), code);
};

const nameOf = (path) => basename(path, '.js');

/**
 * `import('./x.js')` becomes `loadChunk('x')` of the module `loader`, and x.ts an entry. So no chunk contains the name of
 * a chunk that imports it, and each name can be the hash of its file.
 */
export const loadedByName = (loader) => ({
  name: 'loaded-by-name',
  enforce: 'pre',
  async transform(code, id) {
    if (!isOurs(id) || !code.includes('import(')) return undefined;
    const replaced = await replaceImports(id, code, async (path) => {
      const module = await this.resolve(path, id);
      this.emitFile({type: 'chunk', id: module.id, name: nameOf(path)});
      return `loadChunk('${nameOf(path)}')`;
    });
    return replaced === code ? undefined : `import {loadChunk} from '${loader}';\n${replaced}`;
  },
});

/**
 * `import('./x.js')` becomes a promise of x's exports, in the same file. The bundler's own way needs a helper that fails
 * on pages with enumerable properties on `Object.prototype`.
 */
export const importedStatically = () => ({
  name: 'imported-statically',
  enforce: 'pre',
  async transform(code, id) {
    if (!isOurs(id) || !code.includes('import(')) return undefined;
    const imports = [];
    const replaced = await replaceImports(id, code, async (path, i) => {
      const {exports} = await this.load({id: (await this.resolve(path, id)).id});
      imports.push(`import {${exports.map((name) => `${name} as lazy${i}_${name}`)}} from '${path}';\n`);
      return `Promise.resolve({__proto__: null, ${exports.map((name) => `${name}: lazy${i}_${name}`)}})`;
    });
    return replaced === code ? undefined : imports.join('') + replaced;
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
