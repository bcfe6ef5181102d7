// The release zip: for hosts without npm, and for those who check what they host.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {composeRelease, NAME, releaseIssues, ZIP} from '../../scripts/release.mjs';
import {sbomIssue} from '../../scripts/build/sbom.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const zip = composeRelease();
const files = unzipSync(zip);
const text = (file) => strFromU8(files[`${NAME}/${file}`]);
/** The zip, after a change of its files. */
const changed = (change) => {
  const copy = {...files};
  change(copy);
  return zipSync(copy);
};

test('its name and its folder have the version', () => {
  assert.equal(ZIP, `release/solidarity-widgets-${version}.zip`);
  assert.deepEqual([...new Set(Object.keys(files).map((path) => path.split('/')[0]))], [NAME]);
});

test('it has every file that the two scripts and the builder request, the desk, and no code for bundlers', () => {
  const served = Object.keys(files).map((path) => path.slice(NAME.length + 1));
  const wanted = [
    'solidarity.js',
    'solidarity.all.js',
    'builder.html',
    'builder.js',
    'builder.snippets.js',
    'builder.css',
    'feed.json',
    'desk.html',
    'desk.js',
    'desk.css',
  ];
  for (const file of [...wanted, ...readdirSync('dist/chunks').map((name) => `chunks/${name}`)])
    assert.ok(served.includes(file), file);
  assert.deepEqual(
    served.filter((file) => /^(types|lib|define)\/|^index\.js|solidarity-feed\.js|\.d\.ts$/.test(file)),
    [],
  );
});

test('the same files give the same bytes, in any time zone and of any day', () => {
  const script = "import('./scripts/release.mjs').then(({composeRelease}) => process.stdout.write(composeRelease()))";
  for (const TZ of ['Asia/Tokyo', 'America/New_York'])
    assert.ok(
      execFileSync(process.execPath, ['-e', script], {env: {...process.env, TZ}, maxBuffer: 1e8}).equals(zip),
      TZ,
    );
});

test('it is as it should be', async () => {
  assert.deepEqual(await releaseIssues(zip), []);
});

for (const [what, change, issue] of [
  [
    'a changed script',
    (all) => (all[`${NAME}/solidarity.js`] = strToU8('//')),
    /^solidarity\.js has not the hash of SHA/,
  ],
  ['a file too many', (all) => (all[`${NAME}/more.js`] = strToU8('//')), /^more\.js has not the hash of SHA256SUMS/],
  ['a file too few', (all) => delete all[`${NAME}/feed.json`], /^feed\.json is missing/],
  ['a missing licence', (all) => (all[`${NAME}/desk.licenses.md`] = strToU8('')), /^no licence of jsonc-parser/],
  ['no licence of CLDR', (all) => delete all[`${NAME}/unicode.license.txt`], /^no licence of CLDR/],
  [
    'a bill of another version',
    (all) =>
      (all[`${NAME}/sbom.cdx.json`] = strToU8(
        text('sbom.cdx.json').replace(`"version": "${version}"`, '"version": "9"'),
      )),
    /is not of version/,
  ],
  [
    'a bill that is none',
    (all) => (all[`${NAME}/sbom.cdx.json`] = strToU8(text('sbom.cdx.json').replace('CycloneDX', 'SPDX'))),
    /^sbom\.cdx\.json: \[/,
  ],
  ['another folder', (all) => (all['other/file'] = strToU8('')), /^other\/file is not in the folder/],
])
  test(`the check finds ${what}`, async () => {
    const issues = await releaseIssues(changed(change));
    assert.ok(
      issues.some((one) => issue.test(one)),
      issues.join('\n'),
    );
  });

test('the bill of materials is valid and names what is bundled, with its licences', async () => {
  const json = text('sbom.cdx.json');
  assert.equal(await sbomIssue(json), null);
  const {bomFormat, specVersion, components, serialNumber, metadata} = JSON.parse(json);
  assert.deepEqual(
    [bomFormat, specVersion, serialNumber, metadata.timestamp],
    ['CycloneDX', '1.6', undefined, undefined],
  );
  const libraries = components.filter(({type}) => type === 'library');
  assert.deepEqual(libraries.map(({name, licenses: [{license}]}) => [name, license.id]).sort(), [
    ['@lit/reactive-element', 'BSD-3-Clause'],
    ['cldr-core', 'Unicode-3.0'],
    ['csv-parse', 'MIT'],
    ['fastest-levenshtein', 'MIT'],
    ['jsonc-parser', 'MIT'],
    ['lit', 'BSD-3-Clause'],
    ['lit-element', 'BSD-3-Clause'],
    ['lit-html', 'BSD-3-Clause'],
  ]);
  for (const {name, version: own} of libraries) {
    const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    assert.equal(own, installed.version, name);
  }
});

test('its README says how to begin, and has no link to a file that is not there', () => {
  const readme = text('README.md');
  assert.match(readme, /Upload the whole folder[\s\S]*Open `builder\.html`/);
  assert.doesNotMatch(readme, /\]\((?!https:)/);
});
