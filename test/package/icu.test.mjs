// What our tables write is what full ICU writes; Node has it, Chromium has not.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {runnerImport} from 'vite';

const load = async (path) => (await runnerImport(path)).module;
const {formatDate, formatNumber} = await load('/src/i18n/format.ts');
const {sourceLocale, targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));

const NUMBERS = [0, 1, 2, 5, 11, 21, 111, 889, 999, 1000, 1370, 1371, 9999, 10_000, 13_700, 999_999, 1_234_567];
const DATES = Array.from({length: 12}, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-09`);

for (const locale of [sourceLocale, ...targetLocales]) {
  const {table} = await load(`/src/i18n/cldr/${locale}.ts`);

  test(`${locale}: Node knows it`, () => {
    assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(locale), [locale]);
  });
  test(`${locale}: integers`, () => {
    for (const number of NUMBERS)
      assert.equal(formatNumber(number, table), new Intl.NumberFormat(locale).format(number));
  });
  test(`${locale}: long dates`, () => {
    const format = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'});
    for (const date of [...DATES, '1991-08-25', '2026-12-31'])
      // CLDR's narrow no-break space, which we keep, is a plain one in V8's dates (not in ICU's).
      assert.equal(formatDate(date, table).replace('\u202f', ' '), format.format(new Date(date)));
  });
  test(`${locale}: plural categories`, () => {
    const has = new Set(new Intl.PluralRules(locale).resolvedOptions().pluralCategories);
    assert.deepEqual(new Set(table.plurals.split(' ')), has);
  });
}
