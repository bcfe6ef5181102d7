// What editors are told of the elements: each with its attributes, and the values that they may have.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const {version, 'web-types': webTypesPath} = read('package.json');
const manifest = read('dist/custom-elements.json');
const elements = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
const attributesByTag = Object.fromEntries(
  elements.map(({tagName, attributes}) => [tagName, attributes.map(({name}) => name).sort()]),
);
const propertyNames = new Set(elements.flatMap(({cssProperties}) => cssProperties.map(({name}) => name)));
const partNames = new Set(elements.flatMap(({cssParts}) => cssParts.map(({name}) => name)));
const LINKS = ['all', 'unlisted', 'none'];

const namesOf = (items) => items.map(({name}) => name).sort();
const byTag = (items) => Object.fromEntries(items.map(({name, attributes}) => [name, namesOf(attributes)]));
const linksOf = (items) =>
  items.find(({name}) => name === 'solidarity-banner').attributes.find(({name}) => name === 'links');
const assertOnce = (items, names) => assert.deepEqual(namesOf(items), [...names].sort());

test('VS Code knows the elements', () => {
  const {tags} = read('dist/vscode.html-custom-data.json');
  assert.deepEqual(byTag(tags), attributesByTag);
  assert.deepEqual(
    linksOf(tags).values.map(({name}) => name),
    LINKS,
  );
});

test('VS Code knows each custom property and part once', () => {
  const {properties, pseudoElements} = read('dist/vscode.css-custom-data.json');
  assertOnce(properties, propertyNames);
  assertOnce(pseudoElements, new Set([...partNames].map((name) => `::part(${name})`)));
});

test('JetBrains’ editors know the elements, by the field of package.json', () => {
  const webTypes = read(webTypesPath);
  assert.equal(webTypes.version, version);
  const {html, css} = webTypes.contributions;
  assert.deepEqual(byTag(html.elements), attributesByTag);
  assert.equal(linksOf(html.elements).value.type, LINKS.map((value) => `'${value}'`).join(' | '));
  assertOnce(css.properties, propertyNames);
  assertOnce(css['pseudo-elements'], new Set([...partNames].map((name) => `part(${name})`)));
});
