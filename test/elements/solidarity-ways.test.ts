import {executeServerCommand} from '@web/test-runner-commands';
import {expect, fixture} from '@open-wc/testing';
import {html, type LitElement} from 'lit';
import '../../src/define/solidarity-ways.js';
import type {SolidarityWaysFilteredEvent} from '../../src/elements/solidarity-ways.js';
import {feedOf, inlineFeed} from '../support/feed.js';

const organisations = [
  {
    id: 'clear',
    name: 'Clear',
    status: 'active',
    checkedAt: '2026-11-21',
    url: 'https://clear.example/',
    designatedIn: [],
  },
  {id: 'unknown', name: 'Unknown', status: 'unknown', url: 'https://unknown.example/'},
  {
    id: 'listed',
    name: {en: 'A Country to Live In', be: 'Краіна для жыцця'},
    aliases: ['Country for Life'],
    status: 'active',
    checkedAt: '2026-11-21',
    url: 'https://listed.example/',
    designatedIn: ['BY'],
    note: 'A note.',
  },
  {id: 'closed', name: 'Closed', status: 'closed', checkedAt: '2026-11-21', url: 'https://closed.example/'},
  {id: 'paused', name: 'Paused', status: 'paused'},
];
const way = (id: string, category: string, change: object = {}) => ({
  id,
  category,
  audiences: ['everyone'],
  title: `Title of ${id}`,
  text: `Text of ${id}.`,
  ...change,
});
const ways = [
  way('speak', 'speak'),
  way('women', 'prisoners', {organisations: ['closed']}),
  way('families', 'prisoners', {organisations: ['listed', 'clear', 'nobody']}),
  way('godparent', 'prisoners', {audiences: ['parliamentarians'], organisations: ['unknown', 'paused']}),
  way('flag', 'show', {audiences: ['municipalities', 'everyone']}),
  way('regiment', 'military'),
];
const many = Array.from({length: 20}, (_, i) => way(`way-${i}`, 'act'));
const feed = (list: object[] = ways) => inlineFeed(feedOf({ways: list, organisations}));

const parts = (el: Element, name: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
const said = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const titles = (el: Element) =>
  parts(el, 'way')
    .filter((node) => node.getClientRects().length)
    .map((node) => said(node.querySelector('[part=title]')!));
const linked = (el: Element) => parts(el, 'link').map((link) => link.getAttribute('href'));
const search = async (el: LitElement, query: string) => {
  const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
  input.value = query;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await el.updateComplete;
  return input;
};

describe('<solidarity-ways>', () => {
  const list = (attributes: Record<string, string> = {}, src = feed()) => {
    const el = document.createElement('solidarity-ways');
    for (const [name, value] of Object.entries({lang: 'en', src, ...attributes})) el.setAttribute(name, value);
    return fixture<LitElement>(html`${el}`);
  };

  it('lists the ways by category in the order of the page, closed ones last, military ones not', async () => {
    const el = await list();
    expect(parts(el, 'category').map(said)).to.deep.equal(['Political prisoners', 'Speak up', 'Signs of solidarity']);
    expect(titles(el)).to.deep.equal([
      'Title of families',
      'Title of godparent',
      'Title of women closed',
      'Title of speak',
      'Title of flag',
    ]);
  });

  for (const [attributes, shown] of [
    [{category: 'military'}, ['regiment']],
    [{category: 'show speak'}, ['speak', 'flag']],
    [{exclude: 'prisoners'}, ['speak', 'flag']],
    [{category: 'show speak', exclude: 'show'}, ['speak']],
    [{category: 'nonsense'}, ['families', 'godparent', 'women closed', 'speak', 'flag']],
  ] as [Record<string, string>, string[]][])
    it(`shows ${shown.join(', ')} for ${JSON.stringify(attributes)}`, async () => {
      expect(titles(await list(attributes))).to.deep.equal(shown.map((id) => `Title of ${id}`));
    });

  it('tells the state of each organisation and the day that it was checked', async () => {
    const el = await list();
    const told = parts(el, 'organisation').map(said);
    expect(told).to.deep.equal([
      'A Country to Live In ⚠︎ BY (also: Country for Life) · active · checked on November 21, 2026 A note.',
      'Clear · active · checked on November 21, 2026',
      'Unknown · status not known',
      'Paused · paused · not checked',
      'Closed · closed · checked on November 21, 2026',
    ]);
  });

  for (const [links, addresses] of [
    ['all', ['https://listed.example/', 'https://clear.example/', 'https://unknown.example/']],
    ['unlisted', ['https://clear.example/']],
    ['none', []],
    ['nonsense', []],
  ] as const)
    it(`links ${addresses.length} organisations with links="${links}"`, async () => {
      const el = await list({links});
      expect(linked(el)).to.deep.equal(addresses);
      expect(parts(el, 'name').map((name) => said(name).replace(' ⚠︎ BY', ''))).to.include('A Country to Live In');
      expect(parts(el, 'notice').length).to.equal(links === 'all' ? 1 : 0);
    });

  it('says before the first marked link what the mark means, and marks it by more than colour', async () => {
    const el = await list();
    const [notice] = parts(el, 'notice');
    const [mark] = parts(el, 'mark');
    expect(notice!.compareDocumentPosition(mark!) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    expect(mark).to.have.attribute('aria-label', 'called “extremist” in Belarus');
    for (const link of parts(el, 'link')) {
      expect(link).to.have.attribute('rel', 'noopener noreferrer external nofollow');
      expect(link).to.have.attribute('referrerpolicy', 'no-referrer');
    }
  });

  for (const [links, change, address] of [
    ['all', {}, 'https://way.example/'],
    ['unlisted', {}, undefined],
    ['unlisted', {designatedIn: []}, 'https://way.example/'],
    ['all', {organisations: ['closed']}, undefined],
  ] as const)
    it(`${address ? 'links' : 'does not link'} the page of a way, ${JSON.stringify(change)}, links="${links}"`, async () => {
      const el = await list({links}, feed([way('one', 'act', {url: 'https://way.example/', ...change})]));
      expect(linked(el)[0]).to.equal(address);
    });

  it('names the countries at a link, even where Belarus is none of them', async () => {
    const el = await list({}, feed([way('one', 'act', {url: 'https://way.example/', designatedIn: ['RU']})]));
    expect(parts(el, 'mark').map(said)).to.deep.equal(['⚠︎ RU']);
    expect(parts(el, 'mark')[0]).to.have.attribute('aria-label', 'RU');
    expect(parts(el, 'notice')).to.have.length(1);
  });

  it('tells the language of words that are not in its own, and keeps names from page translators', async () => {
    const el = await list({lang: 'be', category: 'prisoners'});
    expect(parts(el, 'name')[0]!.innerText).to.contain('Краіна для жыцця');
    expect(parts(el, 'name')[0]).to.have.attribute('translate', 'no');
    expect(parts(el, 'title')[0]!.querySelector('bdi')).to.have.attribute('lang', 'en');
  });

  it('puts what is for an audience first, and tells only that', async () => {
    const el = await list();
    let told: SolidarityWaysFilteredEvent | undefined;
    el.addEventListener('solidarity-ways-filtered', (event) => (told = event));
    el.shadowRoot!.querySelector<HTMLElement>('[value=parliamentarians]')!.click();
    await el.updateComplete;
    expect(titles(el)[0]).to.equal('Title of godparent');
    expect(parts(el, 'category').map(said)[0]).to.equal('Parliamentarians');
    expect(said(parts(el, 'count')[0]!)).to.equal('5 ways to help');
    expect(parts(el, 'count')[0]).to.have.attribute('role', 'status');
    expect(told).to.include({audience: 'parliamentarians', bubbles: false});
  });

  it('leaves out what is for others', async () => {
    expect(titles(await list({audience: 'journalists'}))).to.not.include('Title of godparent');
    expect(titles(await list({audience: 'dentists'}))).to.have.length(5);
  });

  it('offers only audiences that some way is for', async () => {
    const el = await list();
    expect(parts(el, 'audience').map(said)).to.deep.equal(['Everyone', 'Parliamentarians', 'Municipalities']);
  });

  it('is searched when it is long, in any case and without marks', async () => {
    const el = await list({}, feed([...many, way('special', 'write', {title: 'Ліст сям’і'})]));
    const input = await search(el, 'сямі ЛІСТ');
    expect(titles(el)).to.deep.equal(['Ліст сям’і']);
    expect(said(parts(el, 'count')[0]!)).to.equal('1 way to help');
    await search(el, 'nothing of the kind');
    expect(titles(el)).to.deep.equal([]);
    expect(said(parts(el, 'count')[0]!)).to.equal('Nothing found.');
    parts(el, 'more')[0]!.click();
    await el.updateComplete;
    expect(titles(el)).to.have.length(21);
    expect(el.shadowRoot!.activeElement).to.equal(input);
  });

  for (const [query, text] of [
    ['bialacki', 'Aleś Bialacki'],
    ['bialystok', 'Białystok'],
    ['strasse', 'Straße'],
    ["сям'я", 'сям’я'],
    ['елка', 'ёлка'],
    ['й', 'май'],
    ['  country   LIFE ', 'Life in a country'],
  ] as const)
    it(`finds “${text}” by “${query}”`, async () => {
      const el = await list({}, feed([...many, way('one', 'write', {text})]));
      await search(el, query);
      expect(titles(el)).to.deep.equal(['Title of one']);
    });

  it('finds an organisation by another name, and says how many ways there are', async () => {
    const el = await list({}, feed([...many, way('one', 'write', {organisations: ['listed']})]));
    await search(el, 'country for life');
    expect(titles(el)).to.deep.equal(['Title of one']);
    expect(said(parts(el, 'count')[0]!)).to.equal('1 way to help');
  });

  it('keeps a search to itself: no event tells of it, and no shortcut of the page hears the letters', async () => {
    const el = await list({}, feed(many));
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type + ((event as KeyboardEvent).key ?? ''));
    for (const type of ['keydown', 'keypress', 'solidarity-ways-filtered']) el.addEventListener(type, hear);
    const input = await search(el, '3');
    for (const key of ['s', 'Escape'])
      for (const type of ['keydown', 'keypress'])
        input.dispatchEvent(new KeyboardEvent(type, {key, bubbles: true, composed: true}));
    expect(heard).to.deep.equal(['keydownEscape', 'keypressEscape']);
  });

  it('leaves the focus where it is while a reader filters', async () => {
    const el = await list({}, feed([...many, ...ways]));
    for (const selector of ['[type=search]', '[value=municipalities]']) {
      const input = el.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
      input.focus();
      if (input.type === 'radio') input.click();
      else await search(el, 'title');
      await el.updateComplete;
      expect(el.shadowRoot!.activeElement).to.equal(input);
    }
  });

  it('does not mix ways up when a page translator has replaced their words', async () => {
    const el = await list({}, feed(many));
    for (const title of parts(el, 'title')) title.replaceChildren('Translated');
    await search(el, 'way-3');
    expect(titles(el)).to.deep.equal(['Title of way-3']);
  });

  for (const count of [12, 13])
    it(`is ${count > 12 ? '' : 'not '}searched when it has ${count} ways`, async () => {
      const el = await list({}, feed(many.slice(0, count)));
      expect(el.shadowRoot!.querySelectorAll('[type=search]')).to.have.length(count > 12 ? 1 : 0);
    });

  it('shows the rest on demand, and goes on there', async () => {
    const el = await list({limit: '3'}, feed(many));
    expect(titles(el)).to.have.length(3);
    const [more] = parts(el, 'more');
    expect(said(more!)).to.equal('Show all 20');
    more!.click();
    await el.updateComplete;
    expect(titles(el)).to.have.length(20);
    expect(said(el.shadowRoot!.activeElement!)).to.contain('Title of way-3');
  });

  describe('with two thousand ways', () => {
    const thousands = Array.from({length: 2000}, (_, i) =>
      way(`way-${i}`, 'act', i === 1990 ? {audiences: ['municipalities']} : {}),
    );
    const made = (el: Element) => parts(el, 'way').length;

    for (const [limit, shown] of [
      ['', 50],
      ['3', 3],
      ['60', 60],
    ] as const)
      it(`makes ${Math.max(shown, 50)} of them and shows ${shown} with limit="${limit}"`, async () => {
        const el = await list({limit}, feed(thousands));
        expect(made(el)).to.equal(Math.max(shown, 50));
        expect(titles(el)).to.have.length(shown);
        expect(said(parts(el, 'more')[0]!)).to.equal('Show all 2000');
      });

    it('searches and filters all of them', async () => {
      const el = await list({}, feed(thousands));
      await search(el, 'way-1999');
      expect(titles(el)).to.deep.equal(['Title of way-1999']);
      await search(el, '');
      expect(made(el)).to.equal(50);
      el.shadowRoot!.querySelector<HTMLElement>('[value=municipalities]')!.click();
      await el.updateComplete;
      expect(titles(el)[0]).to.equal('Title of way-1990');
      expect(made(el)).to.equal(50);
    });

    it('makes all when asked, goes on where it was, and makes a page again of what is searched for', async () => {
      const el = await list({}, feed(thousands));
      parts(el, 'more')[0]!.click();
      await el.updateComplete;
      expect(made(el)).to.equal(2000);
      expect(parts(el, 'more')).to.have.length(0);
      expect(said(el.shadowRoot!.activeElement!)).to.contain('Title of way-50 ');
      await search(el, 'title');
      expect(made(el)).to.equal(50);
      expect(said(parts(el, 'more')[0]!)).to.equal('Show all 2000');
    });
  });

  for (const limit of ['0', '-3', 'few', '2.5'])
    it(`shows all with limit="${limit}"`, async () => {
      expect(titles(await list({limit}, feed(many)))).to.have.length(20);
    });

  it('prints whole: what is folded away on screen, and the addresses of links', async function () {
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    const el = await list({limit: '1'});
    expect(titles(el)).to.have.length(5);
    expect(getComputedStyle(parts(el, 'link')[0]!, '::after').content).to.contain('https://listed.example/');
    expect(parts(el, 'more')[0]!.getClientRects()).to.have.length(0);
    await executeServerCommand('media', {media: ''});
  });

  it('keeps the page’s words where there is nothing to show', async () => {
    expect(await list({}, feed([]))).shadowDom.to.equal('<slot></slot>');
    expect(await list({category: 'learn'})).shadowDom.to.equal('<slot></slot>');
  });

  it('keeps them where a link is none that may be made', async () => {
    const src = inlineFeed(feedOf({ways, organisations: [{...organisations[0], url: 'javascript:alert(1)'}]}));
    expect(await list({}, src)).shadowDom.to.equal('<slot></slot>');
  });

  for (const dir of ['ltr', 'rtl'])
    it(`fits a column of 200 px, ${dir}`, async () => {
      const box = await fixture<HTMLElement>(html`<div dir=${dir} style="inline-size: 200px"></div>`);
      const el = await list({}, feed([...many, ...ways]));
      box.append(el);
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('[part=base]')!.scrollWidth).to.be.at.most(200);
      await expect(el).to.be.accessible();
    });

  it('has targets of 24 px and more, and headings of the level that the page needs', async () => {
    const el = await list({limit: '1', heading: '4'});
    for (const target of [...parts(el, 'audience'), ...parts(el, 'more')])
      expect(target.getBoundingClientRect().height).to.be.at.least(24);
    expect(parts(el, 'category')[0]).to.have.attribute('aria-level', '4');
    await expect(el).to.be.accessible();
  });
});
