// `npm run release`: writes release/solidarity-widgets-<version>.zip from dist/, for hosts without npm: unzip, upload, open
// builder.html; and the plugin for WordPress. The same sources give the same bytes. `--check` builds again, and compares and verifies the zip.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {strFromU8, strToU8, unzipSync} from 'fflate';
import {sbomIssue, sbomOf} from './build/sbom.mjs';
import {composePlugin, PLUGIN_ZIP} from './build/wordpress-plugin.mjs';
import {zipFolder} from './build/zip.mjs';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

const {name, version, license} = JSON.parse(readFileSync('package.json', 'utf8'));
/** The zip and the folder in it. Its name has the version, and so its address can be a pinned one. */
export const NAME = `${name}-${version}`;
export const ZIP = `release/${NAME}.zip`;

/** The files of dist/ that a host serves; the modules, types and the feed tool are for npm. */
const SERVED =
  /^((chunks|hosting|builder)\/[^/]+|embed\/([\w-]+\/)?[\w-]+\.[\w.]+|(solidarity(\.all)?|builder(\.\w+)?|desk)\.js(\.(br|gz))?|(builder|desk)\.(html|css)|(feed|figures|feed\.schema|integrity)\.json)$/;
const LICENCES = ['solidarity.licenses.md', 'builder.licenses.md', 'desk.licenses.md'];
/** What CLDR's data of numbers and dates are under, in the files of languages and in the scripts. */
const CLDR = 'node_modules/cldr-core';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** A section of the README, without the heading. */
const readmeSection = (heading) => {
  const [, section] = readFileSync('README.md', 'utf8').split(`\n## ${heading}\n`);
  if (!section) throw new Error(`README.md has no section “${heading}”`);
  return section.split('\n## ')[0].trim();
};

/** The packages whose code or data is inside, by the licence files that the build wrote. */
const packagesInside = () => {
  const headings = LICENCES.flatMap((file) => [
    ...readFileSync(`dist/${file}`, 'utf8').matchAll(/^## (\S+) - (\S+) \((\S+)\)$/gm),
  ]);
  const packages = new Map(headings.map(([, name, version, license]) => [name, {name, version, license}]));
  const cldr = JSON.parse(readFileSync(`${CLDR}/package.json`, 'utf8'));
  packages.set(cldr.name, {name: cldr.name, version: cldr.version, license: cldr.license});
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The files of the zip by path, sorted. */
const releaseFiles = () => {
  const served = readdirSync('dist', {recursive: true, encoding: 'utf8'}).filter((file) => SERVED.test(file));
  const files = {
    ...Object.fromEntries([...served, ...LICENCES].map((file) => [file, readFileSync(`dist/${file}`)])),
    'LICENSE.txt': readFileSync('LICENSE'),
    'unicode.license.txt': readFileSync(`${CLDR}/LICENSE`),
    'README.md': strToU8(`# Solidarity Widgets ${version}\n\n${readmeSection('The builder')}\n`),
  };
  const sorted = Object.keys(files).sort();
  const hashed = sorted.map((file) => ({name: file, hash: sha256(files[file])}));
  const sbom = strToU8(sbomOf({name, version, license}, packagesInside(), hashed));
  const sums = [...hashed, {name: 'sbom.cdx.json', hash: sha256(sbom)}];
  return {
    ...Object.fromEntries(sorted.map((file) => [file, files[file]])),
    'sbom.cdx.json': sbom,
    // As `sha256sum --check` reads it.
    SHA256SUMS: strToU8(sums.map(({name, hash}) => `${hash}  ${name}\n`).join('')),
  };
};

/** The zip. */
export const composeRelease = () => zipFolder(NAME, releaseFiles());

/** What is wrong with a zip of this version: its hashes, licences, bill of materials and integrity. */
export const releaseIssues = async (zip) => {
  const issues = [];
  const entries = unzipSync(zip);
  const paths = Object.keys(entries);
  for (const path of paths) if (!path.startsWith(`${NAME}/`)) issues.push(`${path} is not in the folder ${NAME}`);
  const files = new Map(paths.map((path) => [path.slice(NAME.length + 1), entries[path]]));
  const text = (file) => strFromU8(files.get(file) ?? new Uint8Array());
  const sums = new Map(
    text('SHA256SUMS')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const [file, content] of files)
    if (file !== 'SHA256SUMS' && sums.get(file) !== sha256(content))
      issues.push(`${file} has not the hash of SHA256SUMS`);
  for (const file of sums.keys()) if (!files.has(file)) issues.push(`${file} is missing`);
  if (!text('LICENSE.txt').includes('MIT')) issues.push('LICENSE.txt is not the licence');
  const licences = LICENCES.map(text).join('\n');
  const bill = JSON.parse(text('sbom.cdx.json') || '{}');
  const issue = await sbomIssue(text('sbom.cdx.json'));
  if (issue) issues.push(`sbom.cdx.json: ${JSON.stringify(issue)}`);
  if (bill.metadata?.component?.version !== version) issues.push(`sbom.cdx.json is not of version ${version}`);
  for (const {type, name, version} of bill.components ?? [])
    if (type === 'library' && name !== 'cldr-core' && !licences.includes(`## ${name} - ${version} (`))
      issues.push(`no licence of ${name}`);
  if (!text('unicode.license.txt').includes('UNICODE LICENSE V3')) issues.push('no licence of CLDR');
  if (!text('README.md').startsWith(`# Solidarity Widgets ${version}\n`)) issues.push(`README.md is not of ${version}`);
  const integrity = JSON.parse(text('integrity.json') || '{}');
  for (const [file, hash] of Object.entries(integrity))
    if (
      `sha384-${createHash('sha384')
        .update(files.get(file) ?? '')
        .digest('base64')}` !== hash
    )
      issues.push(`${file} has not the hash of integrity.json`);
  if (!text('builder.js').includes(integrity['solidarity.all.js']))
    issues.push('builder.js knows another solidarity.all.js');
  return issues;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) {
    const zip = readFileSync(ZIP);
    const plugin = readFileSync(PLUGIN_ZIP);
    const issues = await releaseIssues(zip);
    execFileSync(process.execPath, ['scripts/build.mjs'], {stdio: 'inherit'});
    if (!zip.equals(composeRelease())) issues.push(`${ZIP}: another build has other bytes`);
    if (!plugin.equals(composePlugin())) issues.push(`${PLUGIN_ZIP}: another build has other bytes`);
    for (const issue of issues) console.error(issue);
    if (issues.length) process.exitCode = 1;
  } else {
    mkdirSync('release', {recursive: true});
    for (const [file, zip] of Object.entries({[ZIP]: composeRelease(), [PLUGIN_ZIP]: composePlugin()})) {
      writeFileSync(file, zip);
      writeFileSync(`${file}.sha256`, `${sha256(zip)}  ${basename(file)}\n`);
      console.log(`${file}: ${zip.length} bytes`);
    }
  }
}
