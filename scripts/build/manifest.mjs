// custom-elements.json: what editors, Storybook and type generators know about the elements.
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {generateJsxTypes} from '@wc-toolkit/jsx-types';

/** The file that a manifest names as the module of the classes, and that exports them. */
const INDEX = 'dist/index.js';

const isPublic = ({privacy = 'public', name}) => privacy === 'public' && !name.startsWith('#');

/** Removes the members that are not public, and refers to the published module instead of the source. */
const published = (declaration, names) => {
  const {members, superclass} = declaration;
  const refer = ({name, module, ...rest}) => ({name, ...rest, ...(names.has(name) && {module: INDEX})});
  return {
    ...declaration,
    ...(superclass && {superclass: refer(superclass)}),
    ...(members && {
      members: members
        .filter(isPublic)
        .map((member) => (member.inheritedFrom ? {...member, inheritedFrom: refer(member.inheritedFrom)} : member)),
    }),
    // The analyzer lists `dispatchEvent(new SomeEvent())` as an event without a name.
    ...(declaration.events && {events: declaration.events.filter(({name}) => name)}),
    ...(declaration.attributes && {
      attributes: declaration.attributes.map((attribute) =>
        attribute.inheritedFrom ? {...attribute, inheritedFrom: refer(attribute.inheritedFrom)} : attribute,
      ),
    }),
  };
};

/** The manifest of the classes that `src/index.ts` exports, as published: Custom Elements Manifest, schema 1.0.0. */
export const createManifest = async () => {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/index.ts', 'src/elements/*.ts'];
  const {modules, ...head} = await cli({argv, noWrite: true});
  const index = modules.find(({path}) => path === 'src/index.ts');
  const names = new Set(index.exports.map(({name}) => name));
  const declarations = modules
    .flatMap((module) => module.declarations)
    .filter(({kind, name}) => kind === 'class' && names.has(name))
    .map((declaration) => published(declaration, names));
  if (!declarations.some(({tagName}) => tagName)) throw new Error('src/index.ts exports no element');
  const classes = declarations.map(({name}) => ({kind: 'js', name, declaration: {name, module: INDEX}}));
  const definitions = declarations
    .filter(({tagName}) => tagName)
    .map(({name, tagName}) => ({
      kind: 'javascript-module',
      path: `dist/define/${tagName}.js`,
      declarations: [],
      exports: [{kind: 'custom-element-definition', name: tagName, declaration: {name, module: INDEX}}],
    }));
  return {...head, modules: [{kind: 'javascript-module', path: INDEX, declarations, exports: classes}, ...definitions]};
};

/** Types of the attributes, properties and events of each element, for the files in `src/frameworks/`. */
const createTypes = (manifest) => {
  const outdir = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    generateJsxTypes(manifest, {
      outdir,
      fileName: 'types.d.ts',
      globalTypePath: './index.js',
      stronglyTypedEvents: false,
    });
    const types = readFileSync(join(outdir, 'types.d.ts'), 'utf8');
    // What follows augments modules of ten frameworks, which is an error where one of them is not installed.
    const end = types.indexOf('\ndeclare module ');
    if (end < 0) throw new Error('@wc-toolkit/jsx-types: no `declare module` to leave out');
    return types.slice(0, end);
  } finally {
    rmSync(outdir, {recursive: true});
  }
};

/** Writes `dist/custom-elements.json` and the types made from it. */
export const writeManifest = async () => {
  const manifest = await createManifest();
  mkdirSync('dist/types', {recursive: true});
  writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync('dist/types/custom-elements.d.ts', createTypes(manifest));
  cpSync('src/frameworks', 'dist/types', {recursive: true});
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeManifest();
