import {executeServerCommand} from '@web/test-runner-commands';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-ways.js';
import type {SolidarityWays, SolidarityWaysFilteredEvent} from '../../src/elements/solidarity-ways.js';
import {create, errorsOf, isFallback, part, parts, plain, show} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {translatePage} from '../support/translator.js';

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

const textOf = (node: Element) => plain(node.textContent)!;
const titles = (el: Element) =>
  parts(el, 'way')
    .filter((node) => node.getClientRects().length)
    .map((node) => textOf(node.querySelector('[part=title]')!));
const linked = (el: Element) => parts(el, 'link').map((link) => link.getAttribute('href'));
const search = async (el: SolidarityWays, query: string) => {
  const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
  input.value = query;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await el.updateComplete;
  return input;
};

describe('<solidarity-ways>', () => {
  const list = (attributes: Record<string, string> = {}, src = feed()) => show('solidarity-ways', {src, ...attributes});

  it('lists the ways by category in their order, closed ones last, without military ones', async () => {
    const el = await list();
    expect(parts(el, 'category').map(textOf)).to.deep.equal(['Political prisoners', 'Speak up', 'Signs of solidarity']);
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

  it('shows the state of each organisation and the day when it was checked', async () => {
    const el = await list();
    expect(parts(el, 'organisation').map(textOf)).to.deep.equal([
      'A Country to Live In ⚠︎ BY (also: Country for Life) · active · checked on 21 November 2026 A note.',
      'Clear · active · checked on 21 November 2026',
      'Unknown · status not known',
      'Paused · paused · not checked',
      'Closed · closed · checked on 21 November 2026',
    ]);
    expect(parts(el, 'organisation')[0]!.querySelector('time')).to.have.attribute('datetime', '2026-11-21');
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
      expect(parts(el, 'name').map((name) => textOf(name).replace(' ⚠︎ BY', ''))).to.include('A Country to Live In');
      expect(parts(el, 'notice').length).to.equal(links === 'all' ? 1 : 0);
    });

  it('explains the mark of a link before the first one, and marks it by more than colour', async () => {
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
    expect(parts(el, 'mark').map(textOf)).to.deep.equal(['⚠︎ RU']);
    expect(parts(el, 'mark')[0]).to.have.attribute('aria-label', 'RU');
    expect(parts(el, 'notice')).to.have.length(1);
  });

  describe('speaks one language', () => {
    const BE = {
      title: {en: 'Write a letter', be: 'Напішыце ліст'},
      text: {en: 'A letter is hope.', be: 'Ліст - надзея.'},
    };
    const {note: _, ...organisation} = organisations[2]!;
    const translated = {...organisation, aliases: [{en: 'Country for Life', be: 'Краіна жыцця'}]};
    const both = way('one', 'act', {...BE, organisations: ['listed']});
    const listOf = (...list: object[]) =>
      show('solidarity-ways', {lang: 'be', src: inlineFeed(feedOf({ways: list, organisations: [translated]}))});

    it('the reader’s, where all of its texts have it', async () => {
      const el = await listOf(both);
      expect(titles(el)).to.deep.equal(['Напішыце ліст']);
      expect(textOf(part(el, 'name')!)).to.contain('Краіна для жыцця');
      expect(part(el, 'base')).to.have.attribute('lang', 'be');
      expect(part(el, 'base')!.querySelector('[part~=way] [lang]')).to.equal(null);
    });

    it('English, where one of its texts lacks the reader’s', async () => {
      const el = await listOf(both, way('two', 'act'));
      expect(titles(el)).to.deep.equal(['Write a letter', 'Title of two']);
      expect(textOf(part(el, 'name')!)).to.contain('A Country to Live In');
      expect(part(el, 'base')).to.have.attribute('lang', 'en');
      expect(part(el, 'base')).to.have.attribute('aria-label', 'Ways to help');
    });
  });

  it('isolates each text of the feed, and keeps names from page translators', async () => {
    const el = await list({category: 'prisoners'});
    const isolated = [...part(el, 'way')!.querySelectorAll('bdi')].map(textOf);
    expect(isolated).to.deep.equal([
      'Title of families',
      'Text of families.',
      'A Country to Live In',
      'Country for Life',
      'A note.',
      'Clear',
    ]);
    for (const name of parts(el, 'name')) expect(name).to.have.attribute('translate', 'no');
  });

  it('shows the ways for an audience first, and fires an event with the audience alone', async () => {
    const el = await list();
    let filtered: SolidarityWaysFilteredEvent | undefined;
    el.addEventListener('solidarity-ways-filtered', (event) => (filtered = event));
    el.shadowRoot!.querySelector<HTMLElement>('[value=parliamentarians]')!.click();
    await el.updateComplete;
    expect(titles(el)[0]).to.equal('Title of godparent');
    expect(parts(el, 'category').map(textOf)[0]).to.equal('Parliamentarians');
    expect(textOf(parts(el, 'count')[0]!)).to.equal('5 ways to help');
    expect(parts(el, 'count')[0]).to.have.attribute('role', 'status');
    expect(filtered).to.include({audience: 'parliamentarians', bubbles: false});
  });

  it('leaves out the ways for other audiences; an unknown audience is everyone', async () => {
    expect(titles(await list({audience: 'journalists'}))).to.not.include('Title of godparent');
    expect(titles(await list({audience: 'dentists'}))).to.have.length(5);
  });

  it('offers only audiences that some way is for', async () => {
    const el = await list();
    expect(parts(el, 'audience').map(textOf)).to.deep.equal(['Everyone', 'Parliamentarians', 'Municipalities']);
  });

  it('can be searched when it is long, whatever the case and the marks of letters', async () => {
    const el = await list({}, feed([...many, way('special', 'write', {title: 'Ліст сям’і'})]));
    const input = await search(el, 'сямі ЛІСТ');
    expect(titles(el)).to.deep.equal(['Ліст сям’і']);
    expect(textOf(parts(el, 'count')[0]!)).to.equal('1 way to help');
    await search(el, 'nothing of the kind');
    expect(titles(el)).to.deep.equal([]);
    expect(textOf(parts(el, 'count')[0]!)).to.equal('Nothing found.');
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
    expect(textOf(parts(el, 'count')[0]!)).to.equal('1 way to help');
  });

  it('keeps a search private: it fires no event, and no shortcut of the page receives the letters', async () => {
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

  it('keeps the focus where it is while a reader filters', async () => {
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
    translatePage(part(el, 'base')!);
    expect(titles(el)[0]).to.equal('[Title of way-0]');
    await search(el, 'way-3');
    expect(titles(el)).to.deep.equal(['Title of way-3']);
  });

  for (const count of [12, 13])
    it(`has ${count > 12 ? 'a' : 'no'} search field when it has ${count} ways`, async () => {
      const el = await list({}, feed(many.slice(0, count)));
      expect(el.shadowRoot!.querySelectorAll('[type=search]')).to.have.length(count > 12 ? 1 : 0);
    });

  it('shows the rest on demand, and moves the focus to the first of them', async () => {
    const el = await list({limit: '3'}, feed(many));
    expect(titles(el)).to.have.length(3);
    const [more] = parts(el, 'more');
    expect(textOf(more!)).to.equal('Show all 20');
    more!.click();
    await el.updateComplete;
    expect(titles(el)).to.have.length(20);
    expect(textOf(el.shadowRoot!.activeElement!)).to.contain('Title of way-3');
  });

  describe('with two thousand ways', () => {
    const thousands = Array.from({length: 2000}, (_, i) =>
      way(`way-${i}`, 'act', i === 1990 ? {audiences: ['municipalities']} : {}),
    );
    const rendered = (el: Element) => parts(el, 'way').length;

    for (const [limit, shown] of [
      ['', 50],
      ['3', 3],
      ['60', 60],
    ] as const)
      it(`renders ${Math.max(shown, 50)} of them and shows ${shown} with limit="${limit}"`, async () => {
        const el = await list({limit}, feed(thousands));
        expect(rendered(el)).to.equal(Math.max(shown, 50));
        expect(titles(el)).to.have.length(shown);
        expect(textOf(parts(el, 'more')[0]!)).to.equal('Show all 2000');
      });

    it('searches and filters all of them', async () => {
      const el = await list({}, feed(thousands));
      await search(el, 'way-1999');
      expect(titles(el)).to.deep.equal(['Title of way-1999']);
      await search(el, '');
      expect(rendered(el)).to.equal(50);
      el.shadowRoot!.querySelector<HTMLElement>('[value=municipalities]')!.click();
      await el.updateComplete;
      expect(titles(el)[0]).to.equal('Title of way-1990');
      expect(rendered(el)).to.equal(50);
    });

    it('renders all on demand, moves the focus to the first new one, and renders one page of what is searched for', async () => {
      const el = await list({}, feed(thousands));
      parts(el, 'more')[0]!.click();
      await el.updateComplete;
      expect(rendered(el)).to.equal(2000);
      expect(parts(el, 'more')).to.have.length(0);
      expect(textOf(el.shadowRoot!.activeElement!)).to.contain('Title of way-50 ');
      await search(el, 'title');
      expect(rendered(el)).to.equal(50);
      expect(textOf(parts(el, 'more')[0]!)).to.equal('Show all 2000');
    });
  });

  for (const limit of ['0', '-3', 'few', '2.5'])
    it(`shows all with limit="${limit}"`, async () => {
      expect(titles(await list({limit}, feed(many)))).to.have.length(20);
    });

  it('prints everything: what is hidden on screen, and the addresses of links', async function () {
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    const el = await list({limit: '1'});
    expect(titles(el)).to.have.length(5);
    expect(getComputedStyle(parts(el, 'link')[0]!, '::after').content).to.contain('https://listed.example/');
    expect(parts(el, 'more')[0]!.getClientRects()).to.have.length(0);
    await executeServerCommand('media', {media: ''});
  });

  for (const [what, attributes, src, reason] of [
    ['the feed has no ways', {}, feed([]), 'missing'],
    ['no way has the category', {category: 'learn'}, feed(), 'missing'],
    [
      'an address is not https',
      {},
      inlineFeed(feedOf({ways, organisations: [{...organisations[0], url: 'javascript:alert(1)'}]})),
      'section',
    ],
  ] as const)
    it(`shows its fallback content where ${what}, and fires an error`, async () => {
      const el = create('solidarity-ways', {src, ...attributes});
      const errors = errorsOf(el);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(isFallback(el)).to.equal(true);
      expect(errors).to.deep.equal([reason]);
      expect(el.matches(':state(failed)')).to.equal(true);
    });

  for (const [what, content, visible] of [
    ['hides its fallback content beside the ways', '<p>Write a letter.</p><ul><li>Speak</li></ul>', false],
    ['keeps the rest of the page visible where its end tag is missing', '<article>The rest</article>', true],
  ] as const)
    it(what, async () => {
      const el = create('solidarity-ways', {src: feed()});
      el.innerHTML = content;
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(titles(el)).to.have.length(5);
      expect(el.firstElementChild!.checkVisibility()).to.equal(visible);
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
