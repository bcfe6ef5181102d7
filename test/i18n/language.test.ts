import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import {localesFor, matchLocale, nearestLang} from '../../src/i18n/language.js';
import {inEveryLanguage} from '../support/describe.js';
import {create, part, plain, show, words} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {translatePage} from '../support/translator.js';

const known = ['en', 'be', 'be-tarask', 'be-Latn', 'ru', 'uk', 'pl', 'lt', 'de', 'nb', 'he', 'ro', 'pt', 'cs'];

/** A figure whose texts are in every language. */
const figure = {
  id: 'held',
  title: inEveryLanguage('Political prisoners'),
  unit: 'political-prisoner',
  value: 1371,
  asOf: '2024-08-09',
  source: {name: {en: 'Viasna', be: 'Вясна'}},
  definition: inEveryLanguage('In custody.'),
};

/** The languages of the reader, until `afterEach`. */
const setLanguages = (...languages: string[]) =>
  Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
afterEach(() => void Reflect.deleteProperty(navigator, 'languages'));

describe('the language', () => {
  for (const [tag, locale] of [
    ['be', 'be'],
    ['be-BY', 'be'],
    ['BE-by', 'be'],
    ['be-tarask', 'be-tarask'],
    ['be-tarask-BY', 'be-tarask'],
    ['be-Latn-BY', 'be-Latn'],
    ['be-latn', 'be-Latn'],
    ['be-1959acad', 'be'],
    ['be-Cyrl', 'be'],
    ['nn-NO', 'nb'],
    ['no', 'nb'],
    ['iw', 'he'],
    ['mo-MD', 'ro'],
    ['pt-BR', 'pt'],
    ['de-AT-1996', 'de'],
    ['ja', undefined],
    ['', undefined],
    ['x', undefined],
    ['be_BY', 'be'],
    ['be_BY.UTF-8@latin', 'be-Latn'],
    ['be-x-old', 'be-tarask'],
    ['bel', 'be'],
    ['by', 'be'],
    ['ua', 'uk'],
    ['cz', 'cs'],
    ['pl_PL', 'pl'],
    ['constructor', undefined],
    ['C', undefined],
    ['en-US@posix', 'en'],
  ] as const)
    it(`“${tag}” is ${locale ?? 'unknown'}`, () => {
      expect(matchLocale(tag, known)).to.equal(locale);
    });

  it('is that of the nearest lang attribute, through shadow roots', async () => {
    const outer = await fixture(html`<div lang="pl"><section></section></div>`);
    const inner = document.createElement('p');
    outer.querySelector('section')!.attachShadow({mode: 'open'}).append(inner);
    expect(nearestLang(inner)).to.equal('pl');
    inner.lang = 'lt';
    expect(nearestLang(inner)).to.equal('lt');
  });

  it('is what browsers take in place of a lang attribute, before the reader’s languages', async () => {
    setLanguages('pl');
    const frame = document.createElement('iframe');
    for (const [html, locales] of [
      ['<meta http-equiv="Content-Language" content="be-tarask"><p>', ['be-tarask', 'be', 'pl', 'en']],
      ['<meta http-equiv="Content-Language" content="be"><p>', ['be', 'pl', 'en']],
      ['<meta http-equiv="Content-Language" content="be"><p lang="de">', ['de', 'pl', 'en']],
      ['<meta http-equiv="Content-Language" content="kk"><p>', ['pl', 'en']],
      ['<p xml:lang="be">', ['pl', 'en']],
    ] as const) {
      frame.srcdoc = html;
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      await loaded;
      expect(localesFor(frame.contentDocument!.querySelector('p')!, known), html).to.deep.equal(locales);
      frame.remove();
    }
    const xml = '<body xmlns="http://www.w3.org/1999/xhtml" xml:lang="be"><p/></body>';
    const {firstElementChild} = new DOMParser().parseFromString(xml, 'application/xhtml+xml').documentElement;
    expect(localesFor(firstElementChild!, known)).to.deep.equal(['be', 'pl', 'en']);
  });

  it('is one of the reader’s languages if the page’s is unknown, and English at last', async () => {
    setLanguages('ja', 'pl-PL', 'de');
    expect(localesFor(await fixture(html`<p lang="kk"></p>`), known)).to.deep.equal(['pl', 'de', 'en']);
    expect(localesFor(await fixture(html`<p lang="de"></p>`), known)).to.deep.equal(['de', 'pl', 'en']);
    setLanguages();
    expect(localesFor(await fixture(html`<p lang="kk"></p>`), known)).to.deep.equal(['en']);
  });

  it('is never Russian on a page in Belarusian', async () => {
    setLanguages('ru-RU', 'be');
    expect(localesFor(await fixture(html`<p lang="be-tarask"></p>`), known)).to.deep.equal(['be-tarask', 'be', 'en']);
    expect(localesFor(await fixture(html`<p lang="pl"></p>`), known)).to.deep.equal(['pl', 'ru', 'be', 'en']);
  });
});

describe('an element', () => {
  const src = (change: object = {}) => inlineFeed(feedOf({figures: [{...figure, ...change}]}));
  const sentence = (el: Element) => words(el, 'sentence');
  const date = (el: Element) => plain(el.shadowRoot!.querySelector('time')!.textContent);

  for (const [lang, expected, day] of [
    ['en', '1,371 people on 9 August 2024', '9 August 2024'],
    ['be', '1371 чалавек на 9 жніўня 2024 г.', '9 жніўня 2024 г.'],
    ['ru', '1 371 человек на 9 августа 2024 г.', '9 августа 2024 г.'],
    ['uk', '1 371 людина на 9 серпня 2024 р.', '9 серпня 2024 р.'],
    ['pl', '1371 osób, stan na 9 sierpnia 2024', '9 sierpnia 2024'],
    ['lt', '1 371 žmogus 2024 m. rugpjūčio 9 d.', '2024 m. rugpjūčio 9 d.'],
    ['de', '1.371 Menschen am 9. August 2024', '9. August 2024'],
    ['be-tarask', '1371 чалавек на 9 жніўня 2024 г.', '9 жніўня 2024 г.'],
    ['be-Latn', '1371 čałaviek na 9 žniŭnia 2024 h.', '9 žniŭnia 2024 h.'],
    ['nb', '1 371 mennesker per 9. august 2024', '9. august 2024'],
    ['lv', '1371 cilvēks (2024. gada 9. augusts)', '2024. gada 9. augusts'],
    ['ka', '1371 ადამიანი (9 აგვისტო, 2024)', '9 აგვისტო, 2024'],
    ['ga', '1,371 duine ar an 9 Lúnasa 2024', '9 Lúnasa 2024'],
    ['mt', '1,371 persuna (9 ta’ Awwissu 2024)', '9 ta’ Awwissu 2024'],
    ['ar', '1,371 شخصًا في 9 أغسطس 2024', '9 أغسطس 2024'],
    ['he', '1,371 בני אדם נכון ל־9 באוגוסט 2024', '9 באוגוסט 2024'],
  ] as const)
    it(`with lang="${lang}" shows “${expected}” and “${day}”`, async () => {
      const el = await show('solidarity-counter', {lang, src: src()});
      expect([sentence(el), date(el)]).to.deep.equal([expected, day]);
      expect(part(el, 'base')!.lang).to.equal(lang);
    });

  it('is in English, and marked as English, if the page’s language is unknown', async () => {
    setLanguages('en-GB');
    const el = await show('solidarity-counter', {lang: 'kk', src: src()});
    expect(sentence(el)).to.equal('1,371 people on 9 August 2024');
    expect(part(el, 'base')!.lang).to.equal('en');
  });

  it('is in one language: the first that all texts of the feed have', async () => {
    setLanguages('de', 'be');
    const definition = {en: 'In custody.', be: 'Пад вартай.'};
    const el = await show('solidarity-counter', {lang: 'pl', src: src({definition})});
    expect([sentence(el), words(el, 'definition')]).to.deep.equal(['1371 чалавек на 9 жніўня 2024 г.', 'Пад вартай.']);
    expect(part(el, 'base')!.lang).to.equal('be');
    const french = await show('solidarity-counter', {lang: 'pl', src: src({definition: {fr: 'En détention.'}})});
    expect(sentence(french), 'English, since no language of the reader has all texts').to.equal(
      '1,371 people on 9 August 2024',
    );
  });

  it('has the direction of its own language, not of the page', async () => {
    const direction = async (dir: string, lang: string) => {
      const el = create('solidarity-counter', {lang, src: src()});
      await fixture(html`<div dir=${dir}>${el}</div>`);
      await el.updateComplete;
      return getComputedStyle(part(el, 'base')!).direction;
    };
    expect(await direction('ltr', 'ar')).to.equal('rtl');
    expect(await direction('rtl', 'he')).to.equal('rtl');
    expect(await direction('rtl', 'be')).to.equal('ltr');
  });

  it('shows a new number after a page translator has replaced its nodes', async () => {
    const el = await show('solidarity-counter', {src: src()});
    translatePage(el.shadowRoot!);
    el.src = src({value: 1250});
    await el.updateComplete;
    expect(words(el, 'count')).to.equal('1,250');
  });

  it('keeps its language beside others in other languages', async () => {
    const all = ['be', 'pl', 'en'].map((lang) => create('solidarity-counter', {lang, src: src()}));
    const nouns = async () => {
      await Promise.all(all.map((el) => el.updateComplete));
      return all.map((el) => sentence(el)!.split(' ')[1]);
    };
    await fixture(html`<div>${all}</div>`);
    expect(await nouns()).to.deep.equal(['чалавек', 'osób,', 'people']);
    all.reverse().forEach((el) => el.requestUpdate());
    expect(await nouns()).to.deep.equal(['people', 'osób,', 'чалавек']);
  });

  it('follows a lang attribute that changes around it', async () => {
    const el = create('solidarity-counter', {lang: undefined, src: src()});
    const page = await fixture(html`<div lang="en">${el}</div>`);
    await el.updateComplete;
    expect(sentence(el)).to.contain('people');
    page.setAttribute('lang', 'be');
    // The observer runs before the next task.
    await Promise.resolve();
    await el.updateComplete;
    expect(sentence(el)).to.equal('1371 чалавек на 9 жніўня 2024 г.');
  });

  it('marks words of another language than its own', async () => {
    const el = await show('solidarity-counter', {lang: 'pl', src: src()});
    const source = part(el, 'about')!.querySelector('bdi')!;
    expect(source.lang).to.equal('en');
    expect(source.textContent).to.equal('Viasna');
  });
});
