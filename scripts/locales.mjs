// The messages of the code and their translations. `npm run locales` adds new messages to `locales/*.xlf` and prints how
// complete each language is. `npm run release:check` fails while a translation is missing.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
/** A translator's file; empty for a new language. */
const fileOf = (locale) => (existsSync(new URL(`locales/${locale}.xlf`, root)) ? read(`locales/${locale}.xlf`) : '');

export const {sourceLocale, targetLocales} = JSON.parse(read('src/i18n/lit-localize.json'));

/** The messages in the code: English by id. */
export const sources = new Map();
/** How many calls of `msg()` the code has, and how many of them could be read. */
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

/** XLIFF's state of a translation whose source has changed. */
const STALE = 'needs-translation';

const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The units of a translator's file by id: English, translation and its state. */
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

/** The ids of a language's translations that are missing (readers get English) or stale (the English has changed). */
export const missingTranslations = (locale) => {
  const units = unitsOf(locale);
  return [...sources]
    .filter(([id, source]) => {
      const unit = units.get(id);
      return !unit?.target || unit.state === STALE || unit.source !== source;
    })
    .map(([id]) => id);
};

/** The translations of a language that are wrong: other placeholders, plural forms or states than they must have. */
export const wrongTranslations = (locale, {plurals}) => {
  const faults = [];
  for (const [id, {source, target, state}] of unitsOf(locale)) {
    if (!sources.has(id)) faults.push(`${id} is not in the code: run npm run locales`);
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

/** Adds new messages to the translators' files, and marks translations whose English has changed. */
const extract = () => {
  const before = new Map(targetLocales.map((locale) => [locale, unitsOf(locale)]));
  execFileSync('lit-localize', ['extract', '--config', 'src/i18n/lit-localize.json'], {stdio: 'inherit'});
  for (const [locale, units] of before) {
    // The tool puts the new English beside the old translation, and does not mark it.
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

/** Prints what is missing; returns whether nothing is. */
const isComplete = () => {
  const missing = targetLocales.flatMap((locale) => missingTranslations(locale).map((id) => `${locale}: ${id}`));
  for (const line of missing) console.error(`No translation for ${line}`);
  return !missing.length;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--complete')) {
    extract();
    report();
  } else if (!isComplete()) process.exitCode = 1;
}
