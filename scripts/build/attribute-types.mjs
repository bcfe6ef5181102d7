// The types of the elements' attributes, by TypeScript: the manifest has only the names of aliases such as `LinkPolicy`.
import ts from 'typescript';

/** The fields of the classes that a module exports. */
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

/** The classes of a manifest that are elements, and a function for the type of an attribute of one of them. */
export const elementsOf = ({modules}) => {
  const fieldsOf = readFields('src/elements/index.ts');
  return modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName)
    .map((element) => {
      const fields = fieldsOf(element.name);
      return {element, typeOf: ({fieldName}) => describeType(fields[fieldName])};
    });
};
