import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {localeFor, matchLocale, nearestLang} from '../../src/i18n/language.js';
import '../../src/define/solidarity-counter.js';
import {feedOf, inlineFeed} from '../support/feed.js';

const known = ['en', 'be', 'be-tarask', 'be-Latn', 'ru', 'uk', 'pl', 'lt', 'de', 'nb', 'he', 'ro', 'pt'];
const figure = {
  id: 'held',
  title: 'Held',
  value: 1371,
  asOf: '2024-08-09',
  source: {name: {en: 'Viasna', be: 'Вясна'}},
  definition: 'In custody.',
};

describe('which language', () => {
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
    ['bel', undefined],
    ['C', undefined],
    ['en-US@posix', 'en'],
  ] as const)
    it(`“${tag}” asks for ${locale ?? 'none that we have'}`, () => {
      expect(matchLocale(tag, known)).to.equal(locale);
    });

  it('is that of the nearest lang, through shadow roots', async () => {
    const outer = await fixture(html`<div lang="pl"><section></section></div>`);
    const section = outer.querySelector('section')!;
    const inner = document.createElement('p');
    section.attachShadow({mode: 'open'}).append(inner);
    expect(nearestLang(inner)).to.equal('pl');
    inner.lang = 'lt';
    expect(nearestLang(inner)).to.equal('lt');
  });

  it('is English, and never another, where the page’s language is not among ours', async () => {
    const el = await fixture(html`<p lang="kk"></p>`);
    expect(localeFor(el, known)).to.equal('en');
    // Neither for Belarusian, where that is all that is missing.
    expect(localeFor(await fixture(html`<p lang="be-tarask"></p>`), ['en', 'ru'])).to.equal('en');
  });
});

describe('an element', () => {
  const src = () => inlineFeed(feedOf({figures: [figure]}));
  const said = (el: Element) => el.shadowRoot!.querySelector('[part=sentence]')!.textContent!.trim();

  for (const [lang, sentence, date] of [
    ['en', '1,371 political prisoners', 'August 9, 2024'],
    ['be', '1371 палітвязень', '9 жніўня 2024 г.'],
    ['ru', '1 371 политзаключённый', '9 августа 2024 г.'],
    ['uk', '1 371 політв’язень', '9 серпня 2024 р.'],
    ['pl', '1371 więźniów politycznych', '9 sierpnia 2024'],
    ['lt', '1 371 politinis kalinys', '2024 m. rugpjūčio 9 d.'],
    ['de', '1.371 politische Gefangene', '9. August 2024'],
  ] as const)
    it(`speaks ${lang}: ${sentence}, ${date}`, async () => {
      const el = await fixture(html`<solidarity-counter lang=${lang} src=${src()}></solidarity-counter>`);
      // CLDR's narrow and wide no-break spaces are wanted; here they would only be hard to read.
      expect(said(el).replace(/[\u00a0\u202f]/g, ' ')).to.equal(sentence);
      expect(el.shadowRoot!.querySelector('time')!.textContent!.replace(/[\u00a0\u202f]/g, ' ')).to.equal(date);
      expect(el.shadowRoot!.querySelector('[part=base]')).to.have.attribute('lang', lang);
    });

  for (const [lang, sentence, date] of [
    ['be-tarask', '1371 палітвязень', '9 жніўня 2024 г.'],
    ['be-Latn', '1371 palitviazień', '9 žniŭnia 2024 h.'],
    ['nn', '1 371 politiske fanger', '9. august 2024'],
    ['lv', '1371 politieslodzītais', '2024. gada 9. augusts'],
    ['ka', '1371 პოლიტპატიმარი', '9 აგვისტო, 2024'],
    ['ga', '1,371 príosúnach polaitiúil', '9 Lúnasa 2024'],
    ['mt', '1,371 priġunier politiku', '9 ta’ Awwissu 2024'],
    ['ar', '1,371 سجينًا سياسيًا', '9 أغسطس 2024'],
    ['he', '1,371 אסירים פוליטיים', '9 באוגוסט 2024'],
  ] as const)
    it(`speaks ${lang}: ${sentence}, ${date}`, async () => {
      const el = await fixture(html`<solidarity-counter lang=${lang} src=${src()}></solidarity-counter>`);
      expect(said(el).replace(/[\u00a0\u202f]/g, ' ')).to.equal(sentence);
      expect(el.shadowRoot!.querySelector('time')!.textContent!.replace(/[\u00a0\u202f]/g, ' ')).to.equal(date);
    });

  it('is English, and marked so, where the page’s language is not among ours', async () => {
    const el = await fixture(html`<solidarity-counter lang="kk" src=${src()}></solidarity-counter>`);
    expect(said(el)).to.equal('1,371 political prisoners');
    expect(el.shadowRoot!.querySelector('[part=base]')).to.have.attribute('lang', 'en');
  });

  it('is written in the direction of its language, whatever the page’s is', async () => {
    const dir = async (page: string, lang: string) => {
      const el = await fixture(
        html`<div dir=${page}><solidarity-counter lang=${lang} src=${src()}></solidarity-counter></div>`,
      );
      const counter = el.querySelector('solidarity-counter')!;
      await counter.updateComplete;
      return getComputedStyle(counter.shadowRoot!.querySelector('[part=base]')!).direction;
    };
    expect(await dir('ltr', 'ar')).to.equal('rtl');
    expect(await dir('rtl', 'he')).to.equal('rtl');
    expect(await dir('rtl', 'be')).to.equal('ltr');
  });

  it('shows a new number after a translator has put its own nodes in place of ours', async () => {
    const feed = (value: number) => inlineFeed(feedOf({figures: [{...figure, value}]}));
    const el = await fixture<HTMLElement & {src?: string; updateComplete: Promise<unknown>}>(
      html`<solidarity-counter lang="en" src=${feed(1371)}></solidarity-counter>`,
    );
    // What Google Translate does: each text node goes into two <font>.
    const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({data}) => data.trim())) {
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild!.textContent = `[${text.data}]`;
      text.replaceWith(font);
    }
    el.src = feed(1250);
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('[part=count]')!.textContent).to.equal('1,250');
  });

  it('stands beside another that speaks another language', async () => {
    const page = await fixture(
      html`<div>
        <solidarity-counter lang="be" src=${src()}></solidarity-counter>
        <solidarity-counter lang="pl" src=${src()}></solidarity-counter>
        <solidarity-counter lang="en" src=${src()}></solidarity-counter>
      </div>`,
    );
    const all = [...page.querySelectorAll('solidarity-counter')];
    await Promise.all(all.map((el) => el.updateComplete));
    expect(all.map((el) => said(el).split(' ')[1])).to.deep.equal(['палітвязень', 'więźniów', 'political']);
    all.reverse().forEach((el) => el.requestUpdate());
    await Promise.all(all.map((el) => el.updateComplete));
    expect(all.map((el) => said(el).split(' ')[1])).to.deep.equal(['political', 'więźniów', 'палітвязень']);
  });

  it('follows a lang that changes around it', async () => {
    const page = await fixture(html`<div lang="en"><solidarity-counter src=${src()}></solidarity-counter></div>`);
    const el = page.querySelector('solidarity-counter')!;
    await el.updateComplete;
    expect(said(el)).to.contain('political prisoners');
    page.setAttribute('lang', 'be');
    // The observer runs before the next task.
    await Promise.resolve();
    await el.updateComplete;
    expect(said(el)).to.equal('1371 палітвязень');
  });

  it('marks words that are in another language than its own', async () => {
    const el = await fixture(html`<solidarity-counter lang="pl" src=${src()}></solidarity-counter>`);
    const foreign = el.shadowRoot!.querySelector('[part=about] bdi')!;
    expect(foreign).to.have.attribute('lang', 'en');
    expect(foreign.textContent).to.equal('Viasna');
  });
});
