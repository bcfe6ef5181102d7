import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import '../../src/define/solidarity-countdown.js';
import '../../src/define/solidarity-counter.js';
import '../../src/define/solidarity-ways.js';
import {create, part, show, type Tag} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, correction, day, held, organisation, sections, way, women} from '../support/samples.js';

let clock: ReturnType<typeof fakeClock>;
beforeEach(() => {
  clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
});
afterEach(() => clock.uninstall());

/** The characters of an element as they are painted, in the order of the text; white space as one space. */
const painted = (el: Element) => {
  const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
  const chars: {char: string; rect: DOMRect}[] = [];
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const [rect] = range.getClientRects();
      const char = /\s/.test(node.data[i]!) ? ' ' : node.data[i]!;
      if (rect && !(char === ' ' && chars.at(-1)?.char === ' ')) chars.push({char, rect});
    }
  }
  return chars;
};

/** The lines of a text in an element, each read from left to right. */
const readFromLeft = (el: Element, text: string): string => {
  const chars = painted(el);
  const at = chars
    .map(({char}) => char)
    .join('')
    .indexOf(text);
  if (at < 0) return `“${text}” is not in “${chars.map(({char}) => char).join('')}”`;
  const lines: (typeof chars)[] = [];
  for (const one of chars.slice(at, at + text.length)) {
    const line = lines.at(-1)?.[0];
    const middle = (one.rect.top + one.rect.bottom) / 2;
    if (line && middle > line.rect.top && middle < line.rect.bottom) lines.at(-1)!.push(one);
    else lines.push([one]);
  }
  return lines
    .flatMap((line) => line.sort((a, b) => a.rect.left - b.rect.left))
    .map(({char}) => char.trim())
    .join('');
};

describe('text of the feed that is of another direction, or says so', () => {
  const texts: [string, string][] = [
    ['plain text', 'Name'],
    ['Arabic', 'منظمة فياسنا'],
    ['Arabic with a number', 'منظمة 96'],
    ['Hebrew that ends in Latin', 'ויאסנה Viasna'],
    ['Latin that ends in Hebrew', 'Viasna ויאסנה'],
    ['Hebrew with a bracket', '(ויאסנה'],
    ['a right-to-left mark', 'Name\u200f'],
    ['an Arabic letter mark', 'Name\u061c 5'],
    ['a right-to-left override', 'Name \u202eeman'],
    ['a right-to-left override alone', '\u202eName'],
    ['a right-to-left embedding', 'Name \u202beman'],
    ['a right-to-left isolate that does not end', 'Name \u2067eman'],
    ['a first-strong isolate that does not end', 'Name \u2068שם'],
    ['the end of an isolate that it has not begun', 'Name\u2069 more'],
    ['the end of an isolate, and an override', 'Name\u2069\u202eeman'],
    ['the end of an embedding, and an override', 'Name\u202c\u202eeman'],
    ['many ends, and an override', `Name${'\u2069'.repeat(20)}${'\u202c'.repeat(20)}\u202eeman`],
    ['a hundred embeddings', `Name${'\u202b'.repeat(130)}eman`],
    ['a paragraph separator, and an override', 'Name\u2029\u202eeman'],
    ['a line separator, and an override', 'Name\u2028\u202eeman'],
    ['a control character, and an override', 'Name\u0085\u001c\u202eeman'],
    ['an end, Arabic, and an override', 'منظمة\u2069\u202e96'],
  ];
  type Field = [string, Tag, (text: string) => object, Record<string, string>, string[]];
  const fields: Field[] = [
    [
      'a figure’s title',
      'solidarity-counter',
      (title) => ({figures: [{...women, qualifier: 'at-least', title}]}),
      {},
      ['At least', '167', 'on 5 March 2026', 'Source: Pozirk'],
    ],
    [
      'a figure’s title in a badge',
      'solidarity-counter',
      (title) => ({figures: [{...women, title}]}),
      {variant: 'badge'},
      [': 167', '(Pozirk, 5 March 2026)'],
    ],
    [
      'a source’s name',
      'solidarity-counter',
      (name) => ({figures: [{...held, source: {name}}]}),
      {},
      ['people on 5 March 2026', 'Source:', 'Who is counted?'],
    ],
    [
      'a source’s name in a badge',
      'solidarity-counter',
      (name) => ({figures: [{...held, source: {name}}]}),
      {variant: 'badge'},
      [', 5 March 2026)'],
    ],
    [
      'a linked source’s name inline',
      'solidarity-counter',
      (name) => ({figures: [{...held, source: {...held.source, name}}]}),
      {variant: 'inline'},
      [', 5 March 2026)'],
    ],
    [
      'a correction',
      'solidarity-counter',
      (text) => ({figures: [held], corrections: [{...correction, text}]}),
      {},
      ['Correction, 10 March 2026:', 'Who is counted?'],
    ],
    [
      'a note',
      'solidarity-counter',
      (note) => ({figures: [{...held, note}]}),
      {},
      ['Source: Pozirk', 'Who is counted?'],
    ],
    [
      'an observance’s title',
      'solidarity-countdown',
      (title) => ({observances: [{...day, title}]}),
      {},
      ['9 August 2026'],
    ],
    [
      'an observance’s title on the day',
      'solidarity-countdown',
      (title) => ({observances: [{...day, yearly: '03-20', title}]}),
      {},
      ['Today', '20 March 2026'],
    ],
    [
      'an observance’s reason',
      'solidarity-countdown',
      (why) => ({observances: [{...day, why}]}),
      {},
      ['Day of Solidarity', '9 August 2026'],
    ],
    [
      'a slogan',
      'solidarity-banner',
      (slogan) => ({campaigns: [{...campaign, slogan}]}),
      {},
      ['Join the day.', 'How to take part'],
    ],
    ['a call', 'solidarity-banner', (call) => ({campaigns: [{...campaign, call}]}), {}, ['How to take part']],
    [
      'a way’s title',
      'solidarity-ways',
      (title) => ({ways: [{...way, title, designatedIn: ['BY']}], organisations: [organisation]}),
      {},
      ['A letter is hope.', 'Go to way.example', 'BY', 'Checked on 1 March 2026', 'Also: Viasna'],
    ],
    [
      'the title of a way for an audience',
      'solidarity-ways',
      (title) => ({ways: [{...way, title, audiences: ['parliamentarians'], minutes: 10}], organisations: []}),
      {},
      ['10 min · For parliamentarians', 'A letter is hope.'],
    ],
    [
      'the name of the organisation of the next step',
      'solidarity-ways',
      (name) => ({ways: [{...way, url: undefined}], organisations: [{...organisation, name}]}),
      {},
      ['Go to', 'BY', 'Checked on 1 March 2026'],
    ],
    [
      'the name of another organisation',
      'solidarity-ways',
      (name) => ({
        ways: [{...way, organisations: ['listed', 'two']}],
        organisations: [
          {...organisation, name},
          {id: 'two', name: 'Two', status: 'paused'},
        ],
      }),
      {},
      ['Also:', 'BY, Two* (paused)'],
    ],
    [
      'an organisation’s note',
      'solidarity-ways',
      (note) => ({ways: [way], organisations: [{...organisation, note}]}),
      {},
      ['Also: Viasna'],
    ],
  ];
  for (const [field, tag, content, attributes, neighbours] of fields)
    for (const [what, text] of texts)
      it(`turns nothing round beside it: ${what} in ${field}`, async () => {
        const el = await show(tag, {src: inlineFeed(feedOf(content(text))), ...attributes});
        for (const neighbour of neighbours) expect(readFromLeft(el, neighbour)).to.equal(neighbour.replaceAll(' ', ''));
      });

  it('turns nothing round beside it: a title that the page gives a countdown', async () => {
    for (const text of texts.map(([, text]) => text)) {
      const el = create('solidarity-countdown', {src: inlineFeed(feedOf(sections)), to: '2026-12-24T18:30'});
      el.append(Object.assign(document.createElement('b'), {slot: 'title', textContent: text}));
      fixtureSync(html`${el}`);
      await el.updateComplete;
      for (const neighbour of ['24 December 2026, 18:30', 'Minsk, UTC+3'])
        expect(readFromLeft(el, neighbour), text).to.equal(neighbour.replaceAll(' ', ''));
    }
  });
});

describe('styles that an element inherits', () => {
  /** Where a part is in its element, and how large its text is. */
  const placeOf = (el: Element, name: string) => {
    const range = document.createRange();
    range.selectNodeContents(part(el, name)!);
    const [own, its] = [el.getBoundingClientRect(), range.getBoundingClientRect()];
    return [its.left - own.left, its.top - own.top, its.width, its.height].map(Math.round);
  };
  const all: [Tag, Record<string, string>, string[]][] = [
    ['solidarity-counter', {}, ['count', 'sentence', 'about']],
    ['solidarity-counter', {variant: 'headline'}, ['count', 'sentence']],
    ['solidarity-counter', {variant: 'badge'}, ['count', 'sentence', 'about']],
    ['solidarity-countdown', {}, ['units', 'heading', 'date']],
    ['solidarity-banner', {}, ['slogan', 'call']],
    ['solidarity-ways', {}, ['title', 'name']],
  ];
  for (const css of [
    'text-indent: -9999px',
    'text-indent: 100%',
    'letter-spacing: -1em',
    'letter-spacing: 2em',
    'word-spacing: -9999px',
    'word-spacing: 5em',
    'white-space: nowrap',
    'white-space: pre',
    'white-space: pre-line',
    'text-wrap: nowrap',
    'line-height: 0',
    'line-height: 1px',
    'text-transform: uppercase',
    'text-align: right',
    'text-align: justify',
    'text-align-last: right',
    'tab-size: 40',
    'list-style: square inside',
    'quotes: "X" "X"',
    'border-collapse: collapse; border-spacing: 99px',
    'visibility: visible',
    'cursor: none',
    'caption-side: bottom',
    'empty-cells: hide',
    'orphans: 99; widows: 99',
  ])
    for (const [tag, attributes, names] of all)
      it(`neither hide nor move a word of ${tag} ${JSON.stringify(attributes)}: ${css}`, async () => {
        const src = inlineFeed(feedOf(sections));
        const [plain, styled] = [create(tag, {src, ...attributes}), create(tag, {src, ...attributes})];
        fixtureSync(
          html`<div style="inline-size: 400px; font: 16px sans-serif">${plain}</div>
            <div style=${`inline-size: 400px; font: 16px sans-serif; ${css}`}>${styled}</div>`,
        );
        await Promise.all([plain.updateComplete, styled.updateComplete]);
        for (const name of names) expect(placeOf(styled, name), name).to.deep.equal(placeOf(plain, name));
      });

  for (const [css, property, value] of [
    ['-webkit-text-fill-color: transparent', '-webkit-text-fill-color', /^(?!rgba\(.*, 0\)|transparent)/],
    ['-webkit-text-security: disc', '-webkit-text-security', /^(none|)$/],
    ['font-size-adjust: 0', 'font-size-adjust', /^none$/],
    ['font-size: 0', 'font-size', /^(9|[1-9]\d)/],
    ['color: transparent', 'color', /^(?!rgba\(.*, 0\)|transparent)/],
  ] as const)
    for (const [tag, attributes, names] of all.filter(([, {variant}]) => variant !== 'badge'))
      it(`leave the words of ${tag} ${JSON.stringify(attributes)} to be read: ${css}`, async () => {
        const el = create(tag, {src: inlineFeed(feedOf(sections)), ...attributes});
        fixtureSync(html`<div style=${css}>${el}</div>`);
        await el.updateComplete;
        const computed = getComputedStyle(part(el, names[0]!)!);
        if (computed.getPropertyValue(property)) expect(computed.getPropertyValue(property)).to.match(value);
      });
});
