// What is bundled from src/, and how. Each function returns files as Vite made them; scripts/build.mjs writes them.
import {readFileSync, readdirSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {build} from 'vite';
import {
  modulesOf,
  shortPrivateProperties,
  smaller,
  withoutDescriptions,
  withoutDynamicImports,
  withoutLitGlobals,
} from './plugins.mjs';

// Vite's runnerImport() sets it to `development`, and then build() takes Lit's development files.
process.env.NODE_ENV = 'production';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const {dependencies} = JSON.parse(readFileSync(path('package.json'), 'utf8'));
/** The tag of every element: each has a file in `src/define/`. */
export const TAGS = readdirSync(path('src/define'))
  .filter((file) => file.startsWith('solidarity-'))
  .map((file) => basename(file, '.ts'));
/** The elements that `src/loader/core.ts` exports: their code is in the chunk that every page loads. */
const CORE_TAGS = ['solidarity-counter'];
/** What `src/define/lazy.ts` imports when it is needed, by name. */
const LAZY_MODULES = Object.fromEntries(
  [...readFileSync(path('src/define/lazy.ts'), 'utf8').matchAll(/import\('\.\.\/(.+?)\.js'\)/g)].map(([, module]) => [
    basename(module),
    `src/${module}.ts`,
  ]),
);
/** The modules that several elements share, in few chunks: each chunk is a request. */
const GROUPS = {
  time: /\/src\/(clock|describe\/countdown|feed\/sections\/observances)\b/,
  shared: /\/src\/(feed\/(sections\/towns|head-link|known-languages)|i18n\/(message-group|merge-messages))\b/,
};
if (!LAZY_MODULES.envelope) throw new Error('src/define/lazy.ts: no imports were found');

const bundle = async ({build: options, ...config}) => {
  const {rolldownOptions, ...rest} = options;
  const result = await build({
    root: path('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...config,
    build: {
      target: 'es2022',
      write: false,
      ...rest,
      rolldownOptions: {checks: {bundlerTimings: false}, ...rolldownOptions},
    },
  });
  // One for each format, of which there is one.
  return /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([result].flat())[0].output;
};

/** The texts of the modules that have styles. */
const STYLED = ['src/elements', 'src/theme'].flatMap((folder) =>
  readdirSync(path(folder)).map((file) => readFileSync(path(`${folder}/${file}`), 'utf8')),
);

/** Licences are listed in a file beside the scripts. */
const SMALL = {minify: true, comments: {legal: false}};
const elements = () => [
  withoutLitGlobals(),
  shortPrivateProperties(STYLED),
  withoutDescriptions(),
  withoutDynamicImports(),
  minifyTemplateLiterals({include: ['src/**/*.ts'], exclude: ['src/theme/css.ts']}),
];

/**
 * The chunks that solidarity.js loads: `core` with what all elements share, one for each other element and for each
 * lazily loaded module, and one for what some of these share. As yet without hashes in their names. `ATTRIBUTES` are those
 * of each element.
 */
export const bundleChunks = ({ATTRIBUTES = {}, sourcemap = false} = {}) => {
  const core = modulesOf(path('src/loader/core.ts'));
  const tags = TAGS.filter((tag) => !CORE_TAGS.includes(tag));
  return bundle({
    // A source map would not be that of Terser's code.
    plugins: [...elements(), core.plugin, sourcemap ? undefined : smaller()],
    define: {ATTRIBUTES: JSON.stringify(ATTRIBUTES)},
    build: {
      sourcemap,
      license: {fileName: 'solidarity.licenses.md'},
      lib: {
        entry: {
          core: 'src/loader/core.ts',
          ...Object.fromEntries(tags.map((tag) => [tag, `src/elements/${tag}.ts`])),
          ...LAZY_MODULES,
          upgrade: 'src/loader/upgrade.ts',
          debug: 'src/loader/debug.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...SMALL,
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: {
            groups: [
              {name: 'core', test: core.has, priority: 1},
              ...Object.entries(GROUPS).map(([name, test]) => ({name, test})),
            ],
          },
        },
      },
    },
  });
};

/**
 * The chunks that solidarity.js loads for each element beside its own, by its tag: those that it imports, or the core if the
 * element is in it. `upgrade` is loaded in the same way. Lazily loaded modules import nothing but `core`, so that each is one
 * request.
 */
export const chunksOfElements = (chunks) => {
  const importsOf = ({imports}) =>
    imports
      .map((fileName) => chunks.find((chunk) => chunk.fileName === fileName))
      .flatMap((chunk) => (chunk.name === 'core' ? [] : [chunk.name, ...importsOf(chunk)]));
  const named = (name) => chunks.find((chunk) => chunk.name === name);
  for (const name of [...Object.keys(LAZY_MODULES), 'upgrade', 'debug'])
    if (importsOf(named(name)).length) throw new Error(`${name} imports ${importsOf(named(name)).join(', ')}`);
  const elements = TAGS.map((tag) => [tag, CORE_TAGS.includes(tag) ? ['core'] : [...new Set(importsOf(named(tag)))]]);
  return Object.fromEntries([...elements, ['upgrade', []]]);
};

/**
 * A classic script in one file, with `constants` that its code declares. Nothing that it throws at the start reaches the
 * page.
 */
const bundleScript = async (entry, constants, plugins = []) => {
  const [{code}] = await bundle({
    plugins: [...plugins, smaller()],
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      lib: {entry, formats: ['es'], fileName: 'script'},
      rolldownOptions: {output: {...SMALL, codeSplitting: false}},
    },
  });
  return `try{(()=>{"use strict";${code.trim()}})()}catch{}\n`;
};

/** The script tag, which loads the chunks. */
export const bundleLoader = (constants) => bundleScript('src/loader/solidarity.ts', constants);

/** The script of the pages in embed/. */
export const bundleEmbed = (constants) => bundleScript('src/embed/embed-page.ts', constants);

/** All elements in one file. */
export const bundleAll = (constants) => bundleScript('src/loader/all.ts', constants, elements());

const PAGES = {include: ['src/{builder,desk,ui}/*.ts']};

/** The scripts of the builder page: its own, and what writes snippets. `data` is what it knows of this build. */
export const bundleBuilder = (data) => {
  const page = modulesOf(path('src/builder/main.ts'));
  return bundle({
    plugins: [withoutDescriptions(), minifyTemplateLiterals(PAGES), page.plugin, smaller()],
    define: {BUILD_DATA: JSON.stringify(data)},
    build: {
      license: {fileName: 'builder.licenses.md'},
      lib: {entry: {builder: 'src/builder/main.ts'}, formats: ['es']},
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...SMALL,
          entryFileNames: '[name].js',
          chunkFileNames: 'builder.[name].js',
          codeSplitting: {groups: [{name: 'builder', test: page.has}]},
        },
      },
    },
  });
};

/** The script of the desk: a classic one, so that the page also works from the disk. */
export const bundleDesk = ({version, locales}) =>
  bundle({
    plugins: [withoutDescriptions(), minifyTemplateLiterals(PAGES), smaller()],
    define: {BUILD_DATA: JSON.stringify({version, locales})},
    build: {
      license: {fileName: 'desk.licenses.md'},
      lib: {entry: 'src/desk/main.ts', formats: ['iife'], name: 'desk', fileName: 'desk'},
      rolldownOptions: {output: {...SMALL, entryFileNames: 'desk.js', codeSplitting: false}},
    },
  });

/** ES modules for bundlers: one for each of ours, not minified. What they depend on is the bundler's own. */
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
        external: new RegExp(`^(${Object.keys(dependencies).join('|')})($|/)`),
        output: {
          preserveModules: true,
          preserveModulesRoot: path('src'),
          entryFileNames: ({isEntry}) => (isEntry ? '[name].js' : 'lib/[name].js'),
        },
      },
    },
  });

/** The feed tool with its libraries, so that pages that install the widgets install none of them. */
export const bundleTool = () =>
  bundle({
    ssr: {noExternal: true},
    define: {WIDGETS: JSON.stringify(TAGS.map((tag) => tag.replace('solidarity-', '')).join(' '))},
    build: {
      ssr: 'src/publish/cli.ts',
      target: 'node20',
      license: {fileName: 'solidarity-feed.licenses.md'},
      rolldownOptions: {output: {entryFileNames: 'solidarity-feed.js', codeSplitting: false}},
    },
  });
