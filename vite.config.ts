import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {minify} from 'terser';
import {defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig} from 'vite';
import {cutLit, isLitHtml, resolveLit} from './scripts/small-lit.mjs';
import localize from './src/i18n/lit-localize.json' with {type: 'json'};

const {targetLocales} = localize;

/** The elements that a page loads only where it has them; the counter rides in the core. */
const ELEMENTS = ['solidarity-countdown', 'solidarity-banner', 'solidarity-ways'];

/** `desc` is for translators: it stays in the sources and the XLIFF. */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/src/elements/')
      ? {code: code.replace(/,\s*desc:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g, ''), map: null}
      : undefined,
};

/** Our base class in the place of Lit's, and lit-html without what we do not use. */
const smallLit: Plugin = {
  name: 'small-lit',
  enforce: 'pre',
  resolveId: (name, from = '') => resolveLit(name, from),
  transform: (code, id) => (isLitHtml(id) ? {code: cutLit(code), map: null} : undefined),
};

/** @lit/localize's default is for templates that we have not. */
const bareLocalize: Plugin = {
  name: 'bare-localize',
  transform: (code, id) =>
    id.includes('/@lit/localize/init/install.js')
      ? {code: code.replace(/import \{ defaultMsg \}.*?;/, 'const defaultMsg = (text) => text;'), map: null}
      : undefined,
};

/**
 * Terser after Vite's own minifier: two in a hundred bytes fewer. Lit's inner names (`_$…`) are used in the core chunk
 * alone, so that they can be short: a hundred bytes more.
 */
const smaller: Plugin = {
  name: 'smaller',
  async generateBundle({format}, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (format === 'es' && chunk.name !== 'core' && /(?<!\.)\._[$a-z]/.test(chunk.code))
        throw new Error(`${chunk.name} uses Lit's inner names, which are short in core alone`);
      const {code} = await minify(chunk.code, {
        module: format === 'es',
        compress: {passes: 3, ecma: 2022},
        mangle: {properties: {regex: /^_/, reserved: ['__proto__']}},
      });
      chunk.code = code!;
    }
  },
};

const readable = [smallLit, bareLocalize, withoutDescriptions, minifyTemplateLiterals({include: ['src/**/*.ts']})];
const scripts = [...readable, smaller];

/** A name for each source that has a file of its own. */
const sources = (folder: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${folder}/${name}.ts`]));

/**
 * One hash for the chunks of all locales, so that the tag need not name 34. They are data alone: what they hold is
 * what their sources hold.
 */
const localesHash = () => {
  const hash = createHash('sha256');
  for (const locale of targetLocales)
    for (const folder of ['cldr', 'messages']) hash.update(readFileSync(`src/i18n/${folder}/${locale}.ts`));
  return hash.digest('base64url').replace(/[-_]/g, '').slice(0, 8);
};

/** What the chunks build wrote, for the script tags that load it. */
const files = () => {
  type Chunk = {readonly file: string; readonly imports?: readonly string[]};
  const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as Record<string, Chunk>;
  const nameOf = (key: string) => manifest[key]!.file.replace('chunks/', '');
  /** An element's own file, then those that it shares with others: all are to start at once. */
  const filesOf = (key: string): string[] => [nameOf(key), ...(manifest[key]!.imports ?? []).flatMap(filesOf)];
  const core = 'src/loader/core.ts';
  const named = <T>(names: readonly string[], of: (name: string) => T) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [name, of(name)])));
  return {
    CORE: JSON.stringify(nameOf(core)),
    ENVELOPE: JSON.stringify(nameOf('src/feed/envelope.ts')),
    EXTRAS: JSON.stringify(nameOf('src/elements/counter-extras.ts')),
    ELEMENTS: named(['solidarity-counter', ...ELEMENTS], (tag) =>
      filesOf(tag === 'solidarity-counter' ? core : `src/elements/${tag}.ts`).filter(
        (file, i) => !i || file !== nameOf(core),
      ),
    ),
    LOCALES: JSON.stringify(targetLocales.join(' ')),
    LOCALES_HASH: JSON.stringify(localesHash()),
  };
};

/** A classic script: it knows where it came from, and runs without CORS. */
const classic = (entry: string, fileName: string): UserConfig => ({
  plugins: scripts,
  define: files(),
  build: {
    emptyOutDir: false,
    lib: {entry, formats: ['iife'], name: 'solidarity', fileName: () => fileName},
    rolldownOptions: {output: {minify: true}},
  },
});

const CORE =
  /node_modules|src\/(lit|loader|theme|i18n\/(?!cldr|messages)|feed\/(?!history|envelope|refresh|schedule)[^/]+\.ts|feed\/sections\/(head|figures))|cldr\/en|solidarity-(element|counter)/;

const builds: Readonly<Record<string, () => UserConfig>> = {
  /** What the script tag loads: the core, a chunk for each other element, one for each locale. */
  chunks: (hash = localesHash()) => ({
    plugins: scripts,
    build: {
      manifest: 'manifest.json',
      lib: {
        entry: {
          core: 'src/loader/core.ts',
          ...sources('src/elements', ELEMENTS),
          ...sources('src/i18n/cldr', targetLocales),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          entryFileNames: ({name}) => `chunks/${name}-${targetLocales.includes(name) ? hash : '[hash]'}.js`,
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {groups: [{name: 'core', test: CORE}]},
        },
      },
    },
  }),
  /** The same chunks with the way back to their sources: what `npm run size -- --modules` weighs. */
  report: () => {
    const {build} = builds.chunks!();
    return {plugins: readable, build: {...build, sourcemap: true}};
  },
  /** The script tag. */
  tag: () => classic('src/loader/solidarity.ts', 'solidarity.js'),
  /** All elements in one file; other languages than English are chunks beside it. */
  all: () => classic('src/loader/all.ts', 'solidarity.all.js'),
  /** For bundlers: Lit is theirs, @lit/localize is inside, since it can be configured but once in a page's copy. */
  npm: () => ({
    plugins: [withoutDescriptions],
    build: {
      emptyOutDir: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          ...Object.fromEntries(
            ['solidarity-counter', ...ELEMENTS].map((tag) => [`define/${tag}`, `src/define/${tag}.ts`]),
          ),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: /^lit($|\/)/,
        output: {entryFileNames: '[name].js', chunkFileNames: 'lib/[name].js'},
      },
    },
  }),
  /** The feed tool, in one file with its libraries, so that pages that install the widgets get none of them. */
  cli: () => ({
    ssr: {noExternal: true},
    build: {
      emptyOutDir: false,
      ssr: 'src/publish/cli.ts',
      target: 'node20',
      license: {fileName: 'solidarity-feed.licenses.md'},
      rolldownOptions: {output: {entryFileNames: 'solidarity-feed.js', codeSplitting: false}},
    },
  }),
};

const common: BuildEnvironmentOptions = {target: 'es2022', outDir: 'dist'};

/** `vite build --mode chunks|tag|all|npm|cli`; without a mode of ours, Storybook's and the demo server's plain settings. */
export default defineConfig(({mode}) => {
  const {build, ...rest} = builds[mode]?.() ?? {};
  return {publicDir: false, build: {...common, ...build}, ...rest};
});
