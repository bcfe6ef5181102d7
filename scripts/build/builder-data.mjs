// What the builder knows of a build: the elements and their attributes, the languages, files, bytes and hashes.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import ts from 'typescript';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const {version} = read('package.json');

/** Names that CLDR does not have. */
const NAMES = {'be-tarask': ['беларуская (тарашкевіца)', 'Belarusian (classical orthography)']};

const nameOf = (tag) =>
  NAMES[tag] ?? [tag, 'en'].map((lang) => new Intl.DisplayNames([lang], {type: 'language'}).of(tag));

/** The types of an exported class's fields: the manifest has only the names of aliases such as `LinkPolicy`. */
const readFields = (module) => {
  const {config} = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram([module], options);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(module)));
  /** @param {string} className */
  return (className) => {
    const symbol = exported.find(({name}) => name === className);
    if (!symbol) throw new Error(`${module} exports no ${className}`);
    const fields = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
    return Object.fromEntries(
      fields.map((field) => [field.name, checker.getNonNullableType(checker.getTypeOfSymbol(field))]),
    );
  };
};

/** `boolean`, `number` or `string`, and the values of which a string must be one. */
const describeType = (type) => {
  if (type.flags & ts.TypeFlags.BooleanLike) return {type: 'boolean'};
  if (type.flags & ts.TypeFlags.NumberLike) return {type: 'number'};
  const all = type.isUnion() ? type.types : [type];
  return {type: 'string', ...(all.every((one) => one.isStringLiteral()) && {values: all.map(({value}) => value)})};
};

/** The elements of a manifest with their attributes; what each says of itself is its JSDoc. */
const describeElements = ({modules}) => {
  const fieldsOf = readFields('src/elements/index.ts');
  return modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName)
    .map(({name, tagName, summary = '', attributes}) => {
      const fields = fieldsOf(name);
      return {
        tag: tagName,
        summary,
        attributes: attributes.map(({name, fieldName, description = '', inheritedFrom}) => ({
          name,
          description,
          isCommon: !!inheritedFrom,
          ...describeType(fields[fieldName]),
        })),
      };
    });
};

/** Files of dist/ that a page can request: the name without hash, the bytes compressed, and the chunks it imports. */
const readFiles = () =>
  readdirSync('dist', {recursive: true, encoding: 'utf8'})
    .filter((file) =>
      /^(chunks\/.*|solidarity(\.all)?)\.js$|^chunks\/.*\.json$|^embed\/embed\.(js|css)$|^feed\.json$/.test(file),
    )
    .sort()
    .map((file) => {
      const content = readFileSync(`dist/${file}`, 'utf8');
      const imports = [...content.matchAll(/(?:from|import)\s*(["'`])\.\/([\w.-]+\.js)\1/g)];
      return {
        file,
        name: file.replace(/^chunks\/|-\w{8}(?=\.\w+$)/g, ''),
        bytes: brotliCompressSync(content).length,
        createsPolicy: /createPolicy\(\s*(["'`])lit-html\1/.test(content),
        imports: imports.map(([, , imported]) => `chunks/${imported}`),
      };
    });

/** The data of `src/builder/build-data.ts`, from the manifest and the files in dist/; `tags`: of the locales. */
export const builderData = (tags) => {
  const files = readFiles();
  return {
    version,
    elements: describeElements(read('dist/custom-elements.json')),
    locales: ['en', ...tags].map((tag) => {
      const [name, english] = nameOf(tag);
      return {tag, name, english};
    }),
    chunks: Object.fromEntries(
      files
        .filter(({file}) => /^chunks\/.*\.js$/.test(file))
        .map(({name, file, imports}) => [name.replace(/\.js$/, ''), [file, ...imports]]),
    ),
    bytes: Object.fromEntries(files.map(({file, bytes}) => [file, bytes])),
    litFiles: files.filter(({createsPolicy}) => createsPolicy).map(({file}) => file),
    integrity: read('dist/integrity.json')['solidarity.all.js'],
  };
};
