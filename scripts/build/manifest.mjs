// custom-elements.json: what editors, Storybook and type generators know about the elements.
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
// @ts-expect-error Its types do not declare what it exports.
import {create, ts} from '@custom-elements-manifest/analyzer/index.js';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import {generateJsxTypes} from '@wc-toolkit/jsx-types';

/** The file that a manifest names as the module of the classes, and that exports them. */
const INDEX = 'dist/index.js';

const isPublic = ({privacy = 'public', name}) => privacy === 'public' && !name.startsWith('#');

/** What is public of a class. It refers to the published module instead of the source. */
const published = ({superclass, members, attributes, events, ...declaration}, names) => {
  const refer = ({name, module, ...rest}) => ({name, ...rest, ...(names.has(name) && {module: INDEX})});
  const inherit = (item) => (item.inheritedFrom ? {...item, inheritedFrom: refer(item.inheritedFrom)} : item);
  const fields = new Set(members?.filter(isPublic).map(({name}) => name));
  return {
    ...declaration,
    superclass: superclass && refer(superclass),
    members: members?.filter(isPublic).map(inherit),
    // The analyzer lists reactive properties that are private, too.
    attributes: attributes?.filter(({fieldName}) => fields.has(fieldName)).map(inherit),
    // And `dispatchEvent(new SomeEvent())`, without a name.
    events: events?.filter(({name}) => name).map(inherit),
  };
};

/** A Custom Elements Manifest of the classes that the package exports. */
const createManifest = () => {
  const files = ['src/index.ts', ...readdirSync('src/elements').map((file) => `src/elements/${file}`)];
  const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const {modules, ...head} = create({modules: files.map(parse), plugins: litPlugin(), context: {}});
  const indexes = modules.filter(({path}) => path.endsWith('/index.ts'));
  const names = new Set(indexes.flatMap((module) => module.exports).map(({name}) => name));
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
    generateJsxTypes(manifest, {outdir, fileName: 'types.d.ts', globalTypePath: './index.js'});
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
export const writeManifest = () => {
  const manifest = createManifest();
  mkdirSync('dist/types', {recursive: true});
  writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync('dist/types/custom-elements.d.ts', createTypes(manifest));
  cpSync('src/frameworks', 'dist/types', {recursive: true});
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeManifest();
