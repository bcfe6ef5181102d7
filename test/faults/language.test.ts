import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import type {SolidarityElement} from '../../src/elements/solidarity-element.js';
import localize from '../../src/i18n/lit-localize.json' with {type: 'json'};
import {localesFor, matchLocale} from '../../src/i18n/language.js';
import '../support/all-elements.js';
import {create, outline, part, parts, show, TAGS, words, type Tag} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, correction, day, held, organisation, sections, way} from '../support/samples.js';
import {nextTask, until} from '../support/wait.js';

const KNOWN = ['en', ...localize.targetLocales];

/** Makes the reader's browser ask for languages, until `restore()`. */
const readers = (...languages: unknown[]) => {
  Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
};
const restore = () => {
  delete (navigator as {languages?: unknown}).languages;
};

let clock: ReturnType<typeof fakeClock>;
beforeEach(() => {
  clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
});
afterEach(() => {
  clock.uninstall();
  restore();
});

const speaks = (el: Element) => part(el, 'base')?.getAttribute('lang');

/** A badge of a figure whose words are all ours: it can speak every language that we have. */
const badge = (lang: string | undefined, src = inlineFeed(feedOf({figures: [held]}))) =>
  show('solidarity-counter', {lang, src, variant: 'badge'});

describe('a language tag in the wild', () => {
  const tags: [locale: string | undefined, ...tags: string[]][] = [
    ['be', 'be', 'BE', 'Be-By', 'be-BY', 'be_BY', 'be_by', 'be_BY.UTF-8', 'be-by', 'by', 'BY', 'by-BY', 'by_BY', 'bel'],
    [
      'be',
      'be-Cyrl',
      'be-Cyrl-BY',
      'be-PL',
      'be-RU',
      'be-1959acad',
      'be-BY-1959acad',
      'be-u-nu-latn',
      ' be ',
      'be\n',
      '\tbe',
    ],
    [
      'be-tarask',
      'be-tarask',
      'be-TARASK',
      'be_tarask',
      'be-tarask-BY',
      'be-x-old',
      'BE-X-OLD',
      'be_x_old',
      'be-BY-tarask',
      'be-x-old-BY',
    ],
    [
      'be-Latn',
      'be-Latn',
      'be-latn',
      'be_Latn',
      'be-Latn-BY',
      'be-BY-Latn',
      'be@latin',
      'be_BY@latin',
      'be_BY.UTF-8@latin',
      'be-latin',
    ],
    ['uk', 'uk', 'uk-UA', 'uk_UA', 'ua', 'UA', 'ua-UA', 'ukr', 'uk_UA.UTF-8'],
    ['cs', 'cs', 'cs-CZ', 'cs_CZ', 'cz', 'cz-CZ', 'CZ'],
    ['pl', 'pl', 'pl-PL', 'pl_PL', 'PL'],
    ['pt', 'pt', 'pt-BR', 'pt_BR', 'pt-PT', 'pt-PT-ao90', 'pt_BR.utf8'],
    ['nb', 'nb', 'nb-NO', 'nn', 'nn-NO', 'nn_NO', 'no', 'no-NO', 'NO'],
    ['he', 'he', 'he-IL', 'iw', 'iw-IL', 'iw_IL'],
    ['ro', 'ro', 'ro-MD', 'mo', 'mo-MD'],
    ['el', 'el', 'el-GR', 'gr', 'el-CY'],
    ['da', 'da', 'da-DK', 'dk'],
    ['ka', 'ka', 'ka-GE', 'ge'],
    ['de', 'de', 'de-AT', 'de_CH', 'de-AT-1996', 'de-DE-u-co-phonebk', 'de-Latn-DE'],
    ['en', 'en', 'en-GB', 'en_US', 'en-US@posix', 'en-US-POSIX', 'en_UK', 'en-x-private', 'EN'],
    ['es', 'es-419', 'es_MX', 'es-ES'],
    ['fr', 'fr-CA', 'fr_BE', 'fr-BE'],
    ['nl', 'nl-BE', 'nl_BE'],
    ['ru', 'ru', 'ru-RU', 'ru_RU', 'ru-BY', 'RU'],
    [
      undefined,
      ...[
        '',
        ' ',
        '-',
        '_',
        '*',
        '@',
        '.',
        'x',
        'xx',
        'C',
        'POSIX',
        'und',
        'mul',
        'zxx',
        'zh',
        'zh-CN',
        'zh_Hant_TW',
        'ja',
      ],
      ...[
        'kk',
        'ky',
        'uz',
        'sr',
        'sr-Latn',
        'x-be',
        'x-default',
        'i-default',
        'i-klingon',
        'ber',
        'bem',
        'best',
        'bey',
      ],
      ...[
        'rux',
        'rue',
        'ruq',
        'null',
        'undefined',
        'false',
        'true',
        'none',
        '0',
        '12',
        '[object Object]',
        '{{ lang }}',
      ],
      ...[
        '${lang}',
        '<%= lang %>',
        '%lang%',
        'constructor',
        '__proto__',
        'toString',
        'hasOwnProperty',
        'prototype',
        'length',
      ],
      ...['Belarusian', 'belarusian', 'Беларуская', 'русский', 'Russian', '🇧🇾', '\u0000', 'be\u200b-BY\u202e', 'bе'],
      ...['-be', '--', 'b', 'a'.repeat(10_000), '-'.repeat(10_000)],
    ],
  ];
  for (const [locale, ...all] of tags)
    for (const tag of all)
      it(`“${tag.length > 40 ? `${tag[0]!} × ${tag.length}` : tag}” is ${locale ?? 'none that we have'}`, () => {
        expect(matchLocale(tag, KNOWN)).to.equal(locale);
      });

  it('is never Russian, unless it says so', () => {
    for (const [locale, ...all] of tags)
      if (locale !== 'ru') for (const tag of all) expect(matchLocale(tag, KNOWN), tag).to.not.equal('ru');
  });

  it('is Belarusian at least, where one of its orthographies is missing', () => {
    for (const tag of ['be-tarask', 'be-x-old', 'be-Latn', 'be@latin', 'be_BY', 'by'])
      expect(matchLocale(tag, ['en', 'ru', 'be']), tag).to.equal('be');
  });

  it('is none where Belarusian is missing: neither Russian nor another', () => {
    for (const tag of ['be', 'be_BY', 'by', 'bel', 'be-tarask', 'be-x-old', 'be-Latn'])
      expect(matchLocale(tag, ['en', 'ru', 'uk', 'pl']), tag).to.equal(undefined);
  });

  for (const [lang, locale, sentence] of [
    ['be_BY', 'be', /палітвязняў/],
    ['be-x-old', 'be-tarask', /палітвязьняў/],
    ['be@latin', 'be-Latn', /palitviaźniaŭ/],
    ['by', 'be', /палітвязняў/],
    ['ua', 'uk', /політв’язнів/],
    ['cz', 'cs', /vězňů/],
    ['pl_PL', 'pl', /więźniów/],
    ['pt_BR', 'pt', /presos políticos/],
    ['nn-NO', 'nb', /politiske fanger/],
    ['iw', 'he', /אסירים/],
    ['zh', 'en', /political prisoners/],
    ['', 'en', /political prisoners/],
    ['  ', 'en', /political prisoners/],
    ['{{ lang }}', 'en', /political prisoners/],
    ['constructor', 'en', /political prisoners/],
    ['__proto__', 'en', /political prisoners/],
  ] as const)
    it(`is spoken: lang="${lang}" is ${locale}`, async () => {
      readers('en');
      const el = await badge(lang);
      expect(speaks(el)).to.equal(locale);
      expect(words(el, 'sentence')).to.match(sentence);
    });

  for (const [lang, locale] of [
    ['be-Latn', 'be-Latn'],
    ['be', 'en'],
    ['be-tarask', 'en'],
  ] as const)
    it(`of a feed in be-Latn is spoken there alone: lang="${lang}" is ${locale}`, async () => {
      readers('en');
      const figure = {...held, title: 'Palitviaźni', definition: 'Chto', source: {name: 'Viasna'}};
      const el = await show('solidarity-counter', {
        lang,
        src: inlineFeed(feedOf({lang: 'be-Latn', figures: [figure]})),
      });
      expect([speaks(el), words(el, 'heading')]).to.deep.equal([locale, 'Palitviaźni']);
    });

  it('may stand on an ancestor, outside a shadow root, or come, change and go', async () => {
    readers('en');
    const outer = fixtureSync<HTMLElement>(html`<div lang="pl_PL"><section></section></div>`);
    const root = outer.firstElementChild!.attachShadow({mode: 'open'});
    const el = create('solidarity-counter', {
      lang: undefined,
      variant: 'badge',
      src: inlineFeed(feedOf({figures: [held]})),
    });
    root.append(el);
    await el.updateComplete;
    expect(speaks(el)).to.equal('pl');
    for (const [node, lang, locale] of [
      [outer, 'be_BY', 'be'],
      [el, 'ua', 'uk'],
      [el, null, 'be'],
      [outer, null, 'en'],
      [outer, 'garbage', 'en'],
      [outer, 'cz', 'cs'],
    ] as const) {
      if (lang === null) node.removeAttribute('lang');
      else node.setAttribute('lang', lang);
      await until(() => speaks(el) === locale, `${String(lang)} is ${locale}`);
    }
  });

  it('that changes fast ends with the last one', async () => {
    readers('en');
    const el = await badge('en');
    for (const lang of ['lv', 'ka', 'fi', 'be', 'is', 'ga']) el.lang = lang;
    await nextTask();
    await el.updateComplete;
    expect(speaks(el)).to.equal('ga');
    await nextTask(50);
    expect(speaks(el)).to.equal('ga');
  });
});

describe('the reader’s own languages', () => {
  const candidates = (lang: string, ...languages: unknown[]) => {
    readers(...languages);
    return localesFor(fixtureSync(html`<p lang=${lang}></p>`), KNOWN);
  };
  for (const [lang, languages, locales] of [
    ['be', ['ru', 'en'], ['be', 'en']],
    ['be-BY', ['ru-RU', 'pl', 'en-US'], ['be', 'pl', 'en']],
    ['be_BY', ['ru'], ['be', 'en']],
    ['by', ['ru-BY', 'ru'], ['be', 'en']],
    ['be-tarask', ['ru', 'be'], ['be-tarask', 'be', 'en']],
    ['be-x-old', ['ru', 'uk'], ['be-tarask', 'be', 'uk', 'en']],
    ['be-Latn', ['ru_RU', 'lt'], ['be-Latn', 'be', 'lt', 'en']],
    ['ru', ['be'], ['ru', 'be', 'en']],
    ['kk', ['ru', 'en'], ['ru', 'en']],
    ['', ['pl-PL', 'en'], ['pl', 'en']],
    ['garbage', ['zh', 'ja'], ['en']],
    ['de', ['de-AT', 'de', 'en'], ['de', 'en']],
    ['de', [], ['de', 'en']],
    ['de', ['C', '', '*', 'en-US@posix'], ['de', 'en']],
    ['en', ['be', 'ru'], ['en', 'be', 'ru']],
  ] as const)
    it(`on a page in “${lang}”, ${languages.join(', ') || 'none'}: ${locales.join(', ')}`, () => {
      expect(candidates(lang, ...languages)).to.deep.equal(locales);
    });

  it('are never Russian on a Belarusian page, whatever the page calls it', () => {
    for (const lang of ['be', 'BE', 'be-BY', 'be_BY', 'by', 'bel', 'be-tarask', 'be-x-old', 'be-Latn', 'be@latin'])
      for (const languages of [['ru'], ['ru-RU', 'ru'], ['ru-BY', 'en'], ['RU'], ['ru_RU']])
        expect(candidates(lang, ...languages), `${lang}, ${languages}`).to.not.include('ru');
  });

  it('may be none, and odd, and are then of no consequence', () => {
    for (const odd of [undefined, null, [], '', 'pl', [undefined], [null, '']]) {
      Object.defineProperty(navigator, 'languages', {value: odd, configurable: true});
      expect(() => localesFor(fixtureSync(html`<p lang="be"></p>`), KNOWN), JSON.stringify(odd)).to.not.throw();
      expect(localesFor(fixtureSync(html`<p lang="be"></p>`), KNOWN)[0]).to.equal('be');
    }
  });
});

describe('one card', () => {
  /** Texts of the feed as it may be: some of them lack the page's language. */
  const text = (...langs: string[]) => Object.fromEntries(langs.map((lang) => [lang, `Prose in ${lang}.`]));

  /** Languages of prose in an element: names are left as they are. */
  const languagesOf = (el: Element) => {
    const marked = [...el.shadowRoot!.querySelectorAll('[part~=base] [lang]')].filter(
      (node) => !['Pozirk', 'Office', 'Viasna', 'Spring', 'HRC Viasna'].includes(node.textContent),
    );
    // Another orthography is no other language.
    const base = speaks(el)!;
    const others = marked.map((node) => node.getAttribute('lang')!).filter((lang) => lang !== base.split('-')[0]);
    return [...new Set([base, ...others])];
  };
  const proseOf = (el: Element) => [...new Set(el.shadowRoot!.textContent!.match(/Prose in [\w-]+\./g) ?? [])];

  interface Case {
    tag: Tag;
    what: string;
    attributes?: Record<string, string>;
    content: (prose: object) => object;
  }
  const cases: Case[] = [
    {
      tag: 'solidarity-counter',
      what: 'a title',
      content: (prose) => ({figures: [{...held, unit: undefined, title: prose}]}),
    },
    {tag: 'solidarity-counter', what: 'a definition', content: (definition) => ({figures: [{...held, definition}]})},
    {tag: 'solidarity-counter', what: 'a note', content: (note) => ({figures: [{...held, note}]})},
    {
      tag: 'solidarity-counter',
      what: 'a correction',
      content: (prose) => ({figures: [held], corrections: [{...correction, text: prose}]}),
    },
    {
      tag: 'solidarity-counter',
      what: 'a title in a badge',
      attributes: {variant: 'badge'},
      content: (title) => ({figures: [{...held, unit: undefined, title}]}),
    },
    {
      tag: 'solidarity-counter',
      what: 'a title inline',
      attributes: {variant: 'inline'},
      content: (title) => ({figures: [{...held, unit: undefined, title}]}),
    },
    {tag: 'solidarity-countdown', what: 'a title', content: (title) => ({observances: [{...day, title}]})},
    {tag: 'solidarity-countdown', what: 'a reason', content: (why) => ({observances: [{...day, why}]})},
    {tag: 'solidarity-banner', what: 'a slogan', content: (slogan) => ({campaigns: [{...campaign, slogan}]})},
    {tag: 'solidarity-banner', what: 'a call', content: (call) => ({campaigns: [{...campaign, call}]})},
    {
      tag: 'solidarity-banner',
      what: 'an action',
      content: (prose) => ({campaigns: [{...campaign, action: {...campaign.action, text: prose}}]}),
    },
    {
      tag: 'solidarity-ways',
      what: 'a title',
      content: (title) => ({ways: [{...way, title}], organisations: [organisation]}),
    },
    {
      tag: 'solidarity-ways',
      what: 'a text',
      content: (prose) => ({ways: [{...way, text: prose}], organisations: [organisation]}),
    },
    {
      tag: 'solidarity-ways',
      what: 'a note',
      content: (note) => ({ways: [way], organisations: [{...organisation, note}]}),
    },
    {
      tag: 'solidarity-ways',
      what: 'one of many texts',
      content: (title) => ({
        ways: [way, {...way, id: 'two', title}, {...way, id: 'three'}],
        organisations: [organisation],
      }),
    },
  ];
  // The samples have English and Belarusian everywhere.
  for (const {tag, what, attributes, content} of cases) {
    const open = (lang: string, prose: object, head: object = {}) =>
      show(tag, {lang, src: inlineFeed(feedOf({...content(prose), ...head})), ...attributes});

    for (const [lang, prose, languages, spoken] of [
      ['be', text('en', 'be'), ['en'], 'be'],
      ['be', text('en'), ['en'], 'en'],
      ['be', text('en', 'ru'), ['ru', 'en'], 'en'],
      ['ka', text('en', 'be'), ['en'], 'en'],
      ['ka', text('en', 'be'), ['be', 'en'], 'be'],
      ['ka', text('en', 'be'), ['pl', 'be', 'en'], 'be'],
      ['be-tarask', text('en', 'be'), ['en'], 'be-tarask'],
      ['be_BY', text('en', 'be'), ['ru'], 'be'],
      ['zh', text('en', 'be'), ['ja'], 'en'],
    ] as [string, object, string[], string][])
      it(`speaks one language: ${tag} with ${what} in ${Object.keys(prose)} on a page in ${lang}, reader ${languages}`, async () => {
        readers(...languages);
        const el = await open(lang, prose);
        expect(languagesOf(el)).to.deep.equal([spoken]);
        expect(proseOf(el)).to.deep.equal([`Prose in ${spoken.split('-')[0]}.`]);
      });

    it(`speaks English where no language has all words: ${tag} with ${what}`, async () => {
      readers('de');
      const el = await open('ka', text('fr', 'pl'));
      expect(speaks(el)).to.equal('en');
      // Its own words then say in which language they are.
      expect(el.shadowRoot!.querySelector(`[lang=${proseOf(el)[0]!.slice(-3, -1)}]`), proseOf(el).join()).to.exist;
    });

    it(`turns to another language with a feed that has it, and back: ${tag} with ${what}`, async () => {
      readers('en');
      const el = await open('be', text('en'));
      expect(languagesOf(el)).to.deep.equal(['en']);
      for (const [prose, spoken] of [
        [text('en', 'be'), 'be'],
        [text('en', 'pl'), 'en'],
      ] as const) {
        el.src = inlineFeed(feedOf(content(prose)));
        await el.updateComplete;
        expect(languagesOf(el)).to.deep.equal([spoken]);
        expect(proseOf(el)).to.deep.equal([`Prose in ${spoken}.`]);
      }
    });
  }

  it('takes plain texts for the feed’s own language', async () => {
    readers('en');
    const figure = {...held, definition: 'Тэкст'};
    const be = await show('solidarity-counter', {lang: 'be', src: inlineFeed(feedOf({figures: [figure], lang: 'be'}))});
    expect(speaks(be)).to.equal('be');
    const en = await show('solidarity-counter', {lang: 'be', src: inlineFeed(feedOf({figures: [figure]}))});
    expect(speaks(en)).to.equal('en');
  });

  for (const variant of ['badge', 'inline'])
    it(`looks only at what is on its face, as ${variant}`, async () => {
      readers('en');
      const figure = {...held, title: 'English title', definition: 'English definition', note: 'English note'};
      const src = inlineFeed(feedOf({figures: [figure], corrections: [{...correction, text: 'English correction'}]}));
      const el = await show('solidarity-counter', {lang: 'ka', src, variant});
      expect(speaks(el)).to.equal('ka');
      expect(words(el, 'sentence')).to.match(/პოლიტპატიმარი/);
      for (const node of parts(el, 'definition')) expect(node.querySelector('[lang=en]')).to.exist;
      el.setAttribute('variant', 'card');
      await el.updateComplete;
      expect(speaks(el)).to.equal('en');
    });

  it('looks only at the phase that it shows', async () => {
    readers('en');
    const phases = [{id: 'far', from: 100, until: 120, call: 'English alone'}];
    const src = inlineFeed(feedOf({observances: [day], campaigns: [{...campaign, phases}]}));
    expect(speaks(await show('solidarity-banner', {lang: 'be', src}))).to.equal('be');
  });

  it('looks only at the ways that it shows', async () => {
    readers('en');
    const src = inlineFeed(
      feedOf({
        ways: [way, {...way, id: 'two', category: 'act', title: 'English alone'}],
        organisations: [organisation],
      }),
    );
    expect(speaks(await show('solidarity-ways', {lang: 'be', src}))).to.equal('en');
    expect(speaks(await show('solidarity-ways', {lang: 'be', src, category: 'write'}))).to.equal('be');
  });

  it('looks only at the observance and the figure that it shows', async () => {
    readers('en');
    const observances = [day, {...day, id: 'rights', title: 'English alone', yearly: '12-10'}];
    const figures = [held, {...held, id: 'other', definition: 'English alone'}];
    const src = inlineFeed(feedOf({observances, figures}));
    expect(speaks(await show('solidarity-countdown', {lang: 'be', src, observance: 'day'}))).to.equal('be');
    expect(speaks(await show('solidarity-countdown', {lang: 'be', src, observance: 'rights'}))).to.equal('en');
    expect(speaks(await show('solidarity-counter', {lang: 'be', src}))).to.equal('be');
    expect(speaks(await show('solidarity-counter', {lang: 'be', src, figure: 'other'}))).to.equal('en');
  });

  it('may have names in any language', async () => {
    readers('en');
    const src = inlineFeed(
      feedOf({
        figures: [{...held, source: {name: {fr: 'Le Monde'}}}],
        ways: [way],
        organisations: [{...organisation, name: {en: 'A Country to Live In'}}],
      }),
    );
    for (const tag of ['solidarity-counter', 'solidarity-ways'] as const)
      expect(speaks(await show(tag, {lang: 'be', src})), tag).to.equal('be');
  });

  it('stands beside others that speak other languages, and none disturbs the other', async () => {
    readers('en');
    const src = inlineFeed(feedOf(sections));
    const all: SolidarityElement[] = [];
    for (const lang of ['be', 'en', 'be-tarask']) for (const tag of TAGS) all.push(await show(tag, {lang, src}));
    for (let round = 0; round < 3; round++) {
      all.reverse().forEach((el) => el.requestUpdate());
      await Promise.all(all.map((el) => el.updateComplete));
      for (const el of all) expect(languagesOf(el), `${el.localName} ${el.lang}`).to.deep.equal([el.lang]);
    }
  });

  for (const tag of TAGS)
    it(`is in the direction of its own language: ${tag}`, async () => {
      readers('en');
      const rtl = Object.fromEntries(
        Object.entries(sections).map(([name, items]) => [
          name,
          JSON.parse(JSON.stringify(items).replaceAll('"be":', '"ar":')) as object,
        ]),
      );
      for (const [lang, direction] of [
        ['ar', 'rtl'],
        ['en', 'ltr'],
        ['he', 'ltr'],
      ] as const)
        for (const dir of ['ltr', 'rtl']) {
          const page = fixtureSync<HTMLElement>(html`<div dir=${dir}></div>`);
          const el = create(tag, {lang, src: inlineFeed(feedOf(rtl))});
          page.append(el);
          await el.updateComplete;
          // Of Hebrew the feed has no words.
          expect(getComputedStyle(part(el, 'base')!).direction, `${lang} in ${dir}`).to.equal(direction);
        }
    });
});

describe('a date', () => {
  const american =
    /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b/;
  const british =
    /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/;
  for (const lang of ['en', 'en-US', 'en-GB', 'zh'])
    for (const [tag, attributes] of [
      ['solidarity-counter', {trend: '', change: '2025-12-31'}],
      ['solidarity-counter', {variant: 'badge'}],
      ['solidarity-counter', {variant: 'inline'}],
      ['solidarity-counter', {variant: 'headline'}],
      ['solidarity-countdown', {}],
      ['solidarity-countdown', {to: '2026-04-01T10:00'}],
      ['solidarity-countdown', {to: '2026-03-20'}],
      ['solidarity-ways', {}],
    ] as [Tag, Record<string, string>][])
      it(`is British in ${lang}: ${tag} ${JSON.stringify(attributes)}`, async () => {
        readers('en-US');
        const el = await show(tag, {lang, src: inlineFeed(feedOf(sections)), ...attributes});
        expect(outline(el).join('\n')).to.match(british).and.not.match(american);
      });

  it('has one style beside the feed’s own texts', async () => {
    readers('en');
    const note = 'Later, on 19 March 2026, 250 people were released.';
    const el = await show('solidarity-counter', {src: inlineFeed(feedOf({figures: [{...held, note}]}))});
    expect(words(el, 'sentence')).to.contain('5 March 2026');
  });
});
