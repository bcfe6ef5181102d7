// Translations: what is there must be right. What is missing is English, is reported here, and fails only a release.
import assert from 'node:assert/strict';
import test from 'node:test';
import {runnerImport} from 'vite';
import {calls, found, missingTranslations, targetLocales, wrongTranslations} from '../../scripts/locales.mjs';

test('every msg() is found', () => {
  assert.equal(found, calls, 'a msg() without a plain string and an id: our run-time lookup needs both');
});

for (const locale of targetLocales)
  test(`${locale}: every translation has the right placeholders, plural forms and state`, async (t) => {
    const {data} = (await runnerImport(`/src/i18n/cldr/${locale}.ts`)).module.locale;
    assert.deepEqual(wrongTranslations(locale, data), [], `locales/${locale}.xlf`);
    const missing = missingTranslations(locale);
    if (missing.length) t.diagnostic(`locales/${locale}.xlf has no translation of ${missing.join(', ')}`);
  });
