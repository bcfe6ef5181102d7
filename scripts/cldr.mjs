// Writes src/i18n/cldr/: each locale with the data of CLDR that our numbers and dates need, and its messages.
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {runnerImport} from 'vite';
import {countryMessages} from './countries.mjs';

const require = createRequire(import.meta.url);
const out = new URL('../src/i18n/cldr/', import.meta.url);
const {sourceLocale, targetLocales} = JSON.parse(
  readFileSync(new URL('../src/i18n/lit-localize.json', import.meta.url), 'utf8'),
);
const overrides = JSON.parse(readFileSync(new URL('../src/i18n/overrides.json', import.meta.url), 'utf8'));
const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** CLDR's date pattern with our own slots, and its quotes taken off: `d MMMM y 'г'.` is `{d} {month} {y} г.` */
const slots = (pattern) =>
  pattern.replace(/'([^']*)'|MMMM|d+|y+/g, (part, quoted) =>
    quoted !== undefined ? quoted : part === 'MMMM' ? '{month}' : `{${part[0]}}`,
  );

/** CLDR's pattern for a date with a time of day, with our own slots. */
const glue = ({long}) => long.replace('{1}', '{date}').replace('{0}', '{time}');

const RIGHT_TO_LEFT = ['ar', 'he'];

/** CLDR's data of a locale. */
const cldrData = (locale) => {
  const {gregorian} = require(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars;
  const {numbers} = require(`cldr-numbers-full/main/${locale}/numbers.json`).main[locale];
  const {zone} = require(`cldr-dates-full/main/${locale}/timeZoneNames.json`).main[locale].dates.timeZoneNames;
  const months = Object.values(gregorian.months.format.wide);
  const forms = Object.keys(
    require('cldr-core/supplemental/plurals.json').supplemental['plurals-type-cardinal'][locale],
  ).map((key) => key.replace('pluralRule-count-', ''));
  return {
    group: numbers['symbols-numberSystem-latn'].group,
    decimal: numbers['symbols-numberSystem-latn'].decimal,
    minimumGroupingDigits: Number(numbers.minimumGroupingDigits),
    date: slots(gregorian.dateFormats.long),
    months: months.join('|'),
    plurals: ORDER.filter((form) => forms.includes(form)).join(' '),
    minsk: zone.Europe.Minsk?.exemplarCity ?? 'Minsk',
    at: glue(gregorian.dateTimeFormats),
    dir: RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr',
  };
};

/** CLDR's data of a locale, or of its language for an orthography that CLDR lacks, corrected by `overrides.json`. */
const localeData = (locale) => {
  const {why, ...own} = overrides[locale] ?? {};
  // All of them, always: what is absent would be read from a page's `Object.prototype`.
  return {comma: ', ', ...cldrData(why ? locale.split('-')[0] : locale), ...own};
};

const HEAD = `// Generated from CLDR ${require('cldr-core/package.json').version} by scripts/cldr.mjs.\n`;
const write = (name, text) => writeFileSync(new URL(name, out), HEAD + text);

/** The groups of messages that are files of their own: each element names its group. */
const elements = new URL('../src/elements/', import.meta.url);
const GROUPS = readdirSync(elements).flatMap((file) => {
  const [, group] = readFileSync(new URL(file, elements), 'utf8').match(/\bloadLocale = withMessages\('(\w+)'\)/) ?? [];
  return group ?? [];
});
const groupOf = (id) => GROUPS.find((group) => id.startsWith(`${group}.`));

/** The messages of a group, or without one those of every page; in English they are in the code. */
const messagesOf = async (locale, group) => {
  if (locale === sourceLocale) return undefined;
  const {module} = await runnerImport(`/src/i18n/messages/${locale}.ts`);
  const own = Object.fromEntries(Object.entries(module.templates).filter(([id]) => groupOf(id) === group));
  return group === 'map' ? {...own, ...countryMessages(locale)} : own;
};

const writeLocale = async (name, locale, group) => {
  const messages = await messagesOf(locale, group);
  const json = JSON.stringify({tag: name, data: group ? undefined : localeData(locale), messages}, null, 2);
  const type = group ? 'MessageGroup' : 'Locale';
  write(`${name}.ts`, `import type {${type}} from '../locale-data.js';\n\nexport const locale: ${type} = ${json};\n`);
};

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const files = targetLocales.flatMap((locale) => GROUPS.map((group) => ({name: `${locale}.${group}`, locale, group})));
await writeLocale(sourceLocale, sourceLocale);
for (const locale of targetLocales) await writeLocale(locale, locale);
for (const {name, locale, group} of files) await writeLocale(name, locale, group);
const loadersOf = (names) =>
  names.map((name) => `  '${name}': async () => (await import('./${name}.js')).locale,\n`).join('');
write(
  'tags.ts',
  `/** The tag of every locale but English. */
export const tags: readonly string[] = ${JSON.stringify(targetLocales)};
`,
);
write(
  'index.ts',
  `import type {Locale, MessageGroup} from '../locale-data.js';

/** Every locale but English, each a chunk of its own. */
export const loaders: Readonly<Record<string, () => Promise<Locale>>> = {
${loadersOf(targetLocales)}};

/** The groups of messages of each of them, by \`tag.group\`. */
export const groupLoaders: Readonly<Record<string, () => Promise<MessageGroup>>> = {
${loadersOf(files.map(({name}) => name))}};
`,
);
