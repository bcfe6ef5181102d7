// What the code says and what translators have made of it. Run by itself, it takes new messages into their files, and
// prints how far each language is.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
/** A translator's file; empty for a new language. */
const fileOf = (locale) => (existsSync(new URL(`locales/${locale}.xlf`, root)) ? read(`locales/${locale}.xlf`) : '');

export const {sourceLocale, targetLocales} = JSON.parse(read('src/i18n/lit-localize.json'));

/** Messages as they stand in the code: id and English. */
export const sources = new Map();
/** How often `msg(` stands in the code; more than there are sources with their repetitions is a fault. */
export let calls = 0;
export let found = 0;
const files = ['describe', 'elements'].flatMap((folder) =>
  readdirSync(new URL(`src/${folder}/`, root)).map((file) => `src/${folder}/${file}`),
);
for (const file of files) {
  const code = read(file);
  calls += (code.match(/\bmsg\(/g) ?? []).length;
  for (const [, text, id] of code.matchAll(/\bmsg\(\s*'((?:[^'\\]|\\.)*)',\s*\{\s*id: '([^']+)'/g)) {
    found++;
    sources.set(id, text.replace(/\\'/g, "'"));
  }
}

/** XLIFF's word for a translation whose source has changed. */
const STALE = 'needs-translation';

const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** A translator's file: English, translation and its state by id. */
export const unitsOf = (locale) =>
  new Map(
    [...fileOf(locale).matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(([, id, unit]) => {
      const [, source] = unit.match(/<source>(.*?)<\/source>/s);
      const target = unit.match(/<target(?: state="([^"]+)")?>(.*?)<\/target>/s);
      return [id, {source: unescape(source), state: target?.[1], target: target && unescape(target[2])}];
    }),
  );

const names = (text) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([name]) => name)
    .sort()
    .join();

/** What is wrong in a language: what is missing, stale or left over, placeholders and plural forms that are not as they must be. */
export const faultsOf = (locale, {plurals}) => {
  const units = unitsOf(locale);
  const faults = [...sources.keys()].filter((id) => !units.get(id)?.target).map((id) => `${id} is missing`);
  for (const [id, {source, target, state}] of units) {
    if (!sources.has(id)) faults.push(`${id} is left over: run npm run locales`);
    else if (source !== sources.get(id) || state === STALE) faults.push(`${id} is stale: the English has changed`);
    if (!target || state === STALE) continue;
    const forms = target.split('|');
    const wanted = source.includes('|') ? plurals.split(' ') : ['other'];
    if (forms.length !== wanted.length) faults.push(`${id} needs the forms ${wanted.join('|')}`);
    for (const form of forms)
      if (names(form) !== names(source.split('|').at(-1))) faults.push(`${id} has other placeholders: ${form}`);
    if (!/^(needs-review-translation|final)$/.test(state ?? ''))
      faults.push(`${id} has no state: needs-review-translation, or final when a native speaker has read it`);
  }
  return faults;
};

/** Takes new messages into the translators' files, and marks translations of an English that has changed. */
const extract = () => {
  const before = new Map(targetLocales.map((locale) => [locale, unitsOf(locale)]));
  execFileSync('lit-localize', ['extract', '--config', 'src/i18n/lit-localize.json'], {stdio: 'inherit'});
  for (const [locale, units] of before) {
    // The tool puts the new English above the old translation without a word.
    const marked = read(`locales/${locale}.xlf`).replace(/<trans-unit id="([^"]+)">.*?<\/trans-unit>/gs, (unit, id) => {
      const old = units.get(id)?.source;
      return old === undefined || old === sources.get(id) ? unit : unit.replace(/state="[^"]*"/, `state="${STALE}"`);
    });
    writeFileSync(new URL(`locales/${locale}.xlf`, root), marked);
  }
};

const report = () => {
  console.log(`\n${sources.size} messages\n\nlanguage    complete  needs review  stale`);
  for (const locale of targetLocales) {
    const units = [...unitsOf(locale)].filter(([id]) => sources.has(id));
    const count = (good) => units.filter(([, unit]) => unit.target && good(unit)).length;
    const complete = `${Math.floor((count(() => true) / sources.size) * 100)} %`;
    const unread = count(({state}) => state === 'needs-review-translation');
    const stale = count(({state}) => state === STALE);
    console.log(
      `${locale.padEnd(11)} ${complete.padStart(8)}  ${String(unread).padStart(12)}  ${String(stale).padStart(5)}`,
    );
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  extract();
  report();
}
