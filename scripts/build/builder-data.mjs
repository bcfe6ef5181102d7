// What the builder knows of a build: the elements and their attributes, the languages, files, bytes and hashes.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {elementsOf} from './attribute-types.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const {version} = read('package.json');

/** Names that CLDR does not have. */
const NAMES = {'be-tarask': ['беларуская (тарашкевіца)', 'Belarusian (classical orthography)']};

const nameOf = (tag) =>
  NAMES[tag] ?? [tag, 'en'].map((lang) => new Intl.DisplayNames([lang], {type: 'language'}).of(tag));

/** The elements of a manifest with their attributes. What one says of itself is its JSDoc, unless the builder has words for it. */
const describeElements = (manifest, named) =>
  elementsOf(manifest).map(({element: {tagName, attributes}, typeOf}) => ({
    tag: tagName,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: named.includes(attribute.name) ? undefined : attribute.description,
      // As descriptions say it: "`card` (default)".
      standard: /`([\w-]+)` \(default\b/.exec(attribute.description)?.[1],
      isCommon: !!attribute.inheritedFrom,
      ...typeOf(attribute),
    })),
  }));

/** Files of dist/ that a page can request: the name without hash, the bytes compressed, and the chunks it imports. */
const readFiles = () =>
  readdirSync('dist', {recursive: true, encoding: 'utf8'})
    .filter((file) => /^(chunks\/.*|solidarity(\.all)?)\.js$|^chunks\/.*\.json$|^embed\/embed\.(js|css)$/.test(file))
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

/**
 * The data of `src/builder/build-data.ts`, from the manifest and the files in dist/; `tags`: of the locales. `named`: the attributes
 * for which the builder has words.
 */
export const builderData = (tags, named) => {
  const files = readFiles();
  return {
    version,
    elements: describeElements(read('dist/custom-elements.json'), named),
    locales: ['en', ...tags].map((tag) => {
      const [name, english] = nameOf(tag);
      return {tag, name, english};
    }),
    translations: readdirSync('src/builder/words').map((file) => file.replace('.json', '')),
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
