import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {localeFor, matchLocale, nearestLang} from '../../src/i18n/language.js';
import '../../src/define/solidarity-counter.js';
import {feedOf, inlineFeed} from '../support/feed.js';

const known = ['en', 'be', 'ru', 'uk', 'pl', 'lt', 'de'];
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
    ['be-tarask', 'be'],
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
