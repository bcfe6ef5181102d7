// Text of a feed in other formats: nothing in it becomes markup, an address, or a control character.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runnerImport} from 'vite';
import {HARMLESS, HOSTILE} from '../support/hostile.mjs';

const load = async (path) => (await runnerImport(path)).module;
const escape = await load('/src/publish/render/escape.ts');
const {directionOf, runsAgainst} = await load('/src/publish/render/direction.ts');
const {plainSentence} = await load('/src/publish/render/plain-parts.ts');

test('text is escaped for each format', () => {
  assert.equal(escape.plain(HOSTILE), HARMLESS);
  assert.equal(escape.plain('a\r\nb\u2028c\td  e'), 'a b c d e');
  assert.equal(escape.plainLines(' a \r\n\u202eb\n\n'), 'a\nb');
  assert.equal(escape.escapeMarkup(`<a href="x" id='y'>&amp;`), '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;');
  assert.equal(
    escape.plain('1\u00a0140\u200f \u0645\u200c\u0646'),
    '1\u00a0140\u200f \u0645\u200c\u0646',
    'some languages need these',
  );
  assert.equal(escape.escapeMarkdown('a](javascript:x) *b* `c` <d>'), 'a\\](javascript:x) \\*b\\* \\`c\\` \\<d\\>');
  assert.equal(escape.escapeMarkdownUrl('a b(c)<d>\\'), 'a%20b%28c%29%3cd%3e%5c');
  assert.equal(escape.escapeCalendar('a,b;c\\d\ne'), 'a\\,b\\;c\\\\d e');
});

test('an address is normalised, or none', () => {
  assert.equal(escape.href('https://example.org/ü?"<>'), 'https://example.org/%C3%BC?%22%3C%3E');
  assert.equal(escape.href('https://example.org:99999/'), undefined);
  assert.equal(escape.href(undefined), undefined);
});

test('a sentence has one full stop', () => {
  const sentence = (text) => plainSentence([{text, lang: 'en', role: 'text'}]);
  assert.deepEqual(['2026 г.', 'Pozirk', 'So!', '“Ja.”', ' a\nb '].map(sentence), [
    '2026 г.',
    'Pozirk.',
    'So!',
    '“Ja.”',
    'a b.',
  ]);
});

test('directions', () => {
  const rtl = ['ar', 'he', 'fa-IR', 'ur', 'az-Arab', 'yi'];
  assert.deepEqual(
    rtl.map(directionOf),
    rtl.map(() => 'rtl'),
  );
  assert.deepEqual(['be', 'az', 'ja', 'no language', ''].map(directionOf), Array(5).fill('ltr'));
  assert.deepEqual(
    [
      ['Вясна', 'en'],
      ['Viasna مركز', 'en'],
      ['a\u200f', 'en'],
      ['מרכז', 'he'],
      ['מרכז Viasna', 'he'],
      ['12', 'ar'],
    ].map((one) => runsAgainst(...one)),
    [false, true, true, false, true, false],
  );
});
