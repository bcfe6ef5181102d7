// What is bundled from src/, and how. Each function returns files as Vite made them; scripts/build.mjs writes them.
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {build} from 'vite';
import {importedStatically, loadedByName, modulesOf, withoutDescriptions, withoutLitGlobals} from './plugins.mjs';

// Vite's runnerImport() sets it to `development`, and then build() takes Lit's development files.
process.env.NODE_ENV = 'production';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The tag of every element: each has a file in `src/define/`. */
export const TAGS = readdirSync(path('src/define')).map((file) => file.replace('.ts', ''));
/** The elements that `src/loader/core.ts` exports: their code is in the chunk that every page loads. */
export const CORE_TAGS = ['solidarity-counter'];

const bundle = async ({build: options, ...config}) => {
  const {rolldownOptions, ...rest} = options;
  const result = await build({
    root: path('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...config,
    build: {target: 'es2022', write: false, ...rest, rolldownOptions},
  });
  return [result].flat()[0].output;
};

/** Licences are listed in a file beside the scripts. */
const SMALL = {minify: true, comments: {legal: false}};
const script = () => [withoutLitGlobals(), withoutDescriptions(), minifyTemplateLiterals({include: ['src/**/*.ts']})];

/**
 * The chunks that solidarity.js loads: `core` with what all elements share, one for each other element, for each
 * module that is imported dynamically, and for what some of these share. As yet without hashes in their names.
 */
export const bundleChunks = ({sourcemap = false} = {}) => {
  const core = modulesOf(path('src/loader/core.ts'));
  const tags = TAGS.filter((tag) => !CORE_TAGS.includes(tag));
  return bundle({
    plugins: [...script(), loadedByName(path('src/loader/load-chunk.ts')), core.plugin],
    build: {
      sourcemap,
      license: {fileName: 'solidarity.licenses.md'},
      lib: {
        entry: {core: 'src/loader/core.ts', ...Object.fromEntries(tags.map((tag) => [tag, `src/elements/${tag}.ts`]))},
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...SMALL,
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: {groups: [{name: 'core', test: core.has}]},
        },
      },
    },
  });
};

/** A classic script in one file, with the constants `define`. Nothing that fails in it reaches the page. */
const bundleScript = async (entry, define, plugins = []) => {
  const [{code}] = await bundle({
    plugins,
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      lib: {entry, formats: ['es'], fileName: 'script'},
      rolldownOptions: {output: {...SMALL, codeSplitting: false}},
    },
  });
  return `try{(()=>{"use strict";${code.trim()}})()}catch{}\n`;
};

/** The script tag, which loads the chunks. */
export const bundleLoader = (define) => bundleScript('src/loader/solidarity.ts', define);

/** All elements in one file. */
export const bundleAll = (define) => bundleScript('src/loader/all.ts', define, [...script(), importedStatically()]);

/** ES modules for bundlers: one for each of ours, not minified. Lit is the bundler's own. */
export const bundleModules = () =>
  bundle({
    plugins: [withoutDescriptions()],
    build: {
      minify: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          ...Object.fromEntries(TAGS.map((tag) => [`define/${tag}`, `src/define/${tag}.ts`])),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: /^lit($|\/)/,
        output: {
          preserveModules: true,
          preserveModulesRoot: path('src'),
          entryFileNames: ({name}) => (/^(index$|define\/)/.test(name) ? '[name].js' : 'lib/[name].js'),
        },
      },
    },
  });

/** The feed tool with its libraries, so that pages that install the widgets install none of them. */
export const bundleTool = () =>
  bundle({
    ssr: {noExternal: true},
    build: {
      ssr: 'src/publish/cli.ts',
      target: 'node20',
      license: {fileName: 'solidarity-feed.licenses.md'},
      rolldownOptions: {output: {entryFileNames: 'solidarity-feed.js', codeSplitting: false}},
    },
  });
