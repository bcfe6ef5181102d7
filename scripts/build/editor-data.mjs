// What editors know about the elements: VS Code by its HTML and CSS custom data, JetBrains by web-types.
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';
import {elementsOf} from './attribute-types.mjs';

/** A type as the generators read it: the values that an attribute may have, quoted. */
const textOf = ({type, values}) => values?.map((value) => `'${value}'`).join(' | ') ?? type;

/** The manifest with the values of aliases such as `LinkPolicy`. */
const withValues = (manifest) => {
  const copy = structuredClone(manifest);
  for (const {element, typeOf} of elementsOf(copy))
    for (const attribute of element.attributes) attribute.type = {text: textOf(typeOf(attribute))};
  return copy;
};

/** Each name once, with what each element says of it. */
const merged = (items) => {
  const byName = new Map();
  for (const item of items) {
    const known = byName.get(item.name);
    if (!known) byName.set(item.name, {...item});
    else if (!known.description.split('\n').includes(item.description)) known.description += `\n${item.description}`;
  }
  return [...byName.values()];
};
const mergeLists = (lists) =>
  Object.fromEntries(Object.entries(lists).map(([key, value]) => [key, Array.isArray(value) ? merged(value) : value]));

/** The files by name, as JSON, for a manifest. */
export const editorFiles = (manifest) => {
  const all = withValues(manifest);
  // An element's description is its summary, events and slots; properties and parts are completed on their own.
  const options = {
    descriptionSrc: 'summary',
    hideCssPartsDocs: true,
    hideCssPropertiesDocs: true,
    hideMethodDocs: true,
    hideLogs: true,
  };
  const webTypes = JSON.parse(getWebTypesData(all, options));
  const {html, css} = webTypes.contributions;
  return {
    'vscode.html-custom-data.json': JSON.parse(getVsCodeHtmlCustomData(all, options)),
    'vscode.css-custom-data.json': mergeLists(JSON.parse(getVsCodeCssCustomData(all, options))),
    'web-types.json': {...webTypes, contributions: {html, css: mergeLists(css)}},
  };
};
