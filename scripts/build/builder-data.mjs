// What the builder knows of a build: the elements and their attributes, the languages, files, bytes and hashes.
import {readFileSync} from 'node:fs';
import ts from 'typescript';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));

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

/** The data of `src/builder/build-data.ts`. `files`: the chunks of each element; `bytes`: of each file, compressed. */
export const builderData = ({manifest, tags, hash, files, bytes, integrity}) => ({
  version,
  elements: describeElements(manifest),
  locales: ['en', ...tags].map((tag) => {
    const [name, english] = nameOf(tag);
    return {tag, name, english, ...(tag !== 'en' && {file: `chunks/${tag}-${hash}.json`})};
  }),
  files,
  bytes,
  integrity,
});
