// Every locale is complete: each message, each plural form, each placeholder. A missing one is named with its file.
import assert from 'node:assert/strict';
import test from 'node:test';
import {runnerImport} from 'vite';
import {calls, faultsOf, found, targetLocales} from '../../scripts/locales.mjs';

test('every msg() is found', () => {
  assert.equal(found, calls, 'a msg() without a plain string and an id: our run-time lookup needs both');
});

for (const locale of targetLocales)
  test(`${locale} is complete, fresh and whole`, async () => {
    const {data} = (await runnerImport(`/src/i18n/cldr/${locale}.ts`)).module.locale;
    assert.deepEqual(faultsOf(locale, data), [], `locales/${locale}.xlf`);
  });
