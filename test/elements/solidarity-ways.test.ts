import {executeServerCommand} from '@web/test-runner-commands';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-ways.js';
import type {SolidarityWays, SolidarityWaysFilteredEvent} from '../../src/elements/solidarity-ways.js';
import {create, errorsOf, isFallback, part, parts, plain, show} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {nextTask, until} from '../support/wait.js';
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
const isShown = (node: Element) => node.checkVisibility();
const shownWays = (el: Element) => parts(el, 'way').filter(isShown);
const titles = (el: Element) => shownWays(el).map((node) => textOf(node.querySelector('[part=title]')!));
const first = (el: Element) =>
  [...part(el, 'first')!.children].map((node) => textOf(node.querySelector('[part=title]')!).replace('Title of ', ''));
const linked = (el: Element) => parts(el, 'link').map((link) => link.getAttribute('href'));
const folds = (el: Element) => parts(el, 'more').filter(isShown).map(textOf);
/** Unfolds what a button with such a label unfolds, or folds it. */
const toggle = async (el: SolidarityWays, label = 'More ways', i = 0) => {
  const button = parts(el, 'more').filter((node) => isShown(node) && textOf(node).startsWith(label))[i]!;
  const toggled = new Promise((resolve) => button.parentElement!.addEventListener('toggle', resolve, {once: true}));
  button.click();
  await toggled;
  await el.updateComplete;
  return button;
};
const choose = async (el: SolidarityWays, audience: string) => {
  el.shadowRoot!.querySelector<HTMLElement>(`[value=${audience}]`)!.click();
  await el.updateComplete;
};
const search = async (el: SolidarityWays, query: string) => {
  const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
  input.value = query;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await el.updateComplete;
  return input;
};
const count = (el: Element) => textOf(part(el, 'count')!);

describe('<solidarity-ways>', () => {
  const list = (attributes: Record<string, string> = {}, src = feed()) => show('solidarity-ways', {src, ...attributes});
  /** With all that is folded unfolded. */
  const unfolded = async (attributes: Record<string, string> = {}, src = feed()) => {
    const el = await list(attributes, src);
    if (part(el, 'more')) await toggle(el);
    return el;
  };

  it('shows the first four open ways for everyone in the feed’s order, and how many more there are', async () => {
    const el = await list();
    expect(first(el)).to.deep.equal(['speak', 'families', 'flag', 'godparent']);
    expect(titles(el)).to.have.length(4);
    expect(folds(el)).to.deep.equal(['More ways (1)']);
    expect(textOf(part(el, 'heading')!)).to.equal('What can you do now?');
  });

  for (const [attributes, shown] of [
    [{category: 'military'}, ['regiment']],
    [{category: 'show speak'}, ['speak', 'flag']],
    [{exclude: 'prisoners'}, ['speak', 'flag']],
    [{category: 'show speak', exclude: 'show'}, ['speak']],
    [{category: 'nonsense'}, ['speak', 'families', 'flag', 'godparent']],
    [{audience: 'parliamentarians'}, ['godparent', 'speak', 'families', 'flag']],
    [{audience: 'municipalities', limit: '2'}, ['flag', 'speak']],
    [{audience: 'journalists'}, ['speak', 'families', 'flag', 'godparent']],
    [{audience: 'dentists'}, ['speak', 'families', 'flag', 'godparent']],
  ] as [Record<string, string>, string[]][])
    it(`shows ${shown.join(', ')} first for ${JSON.stringify(attributes)}`, async () => {
      expect(first(await list(attributes))).to.deep.equal(shown);
    });

  it('has no more to show where all ways are shown first', async () => {
    const el = await list({category: 'show speak'});
    expect(folds(el)).to.deep.equal([]);
    expect(parts(el, 'controls')).to.have.length(0);
  });

  it('has one button a way: its page, else its first organisation that works and may be linked', async () => {
    const page = {url: 'https://way.example/page', checkedAt: '2026-11-20'};
    const el = await list(
      {limit: '9'},
      feed([
        way('page', 'act', {...page, organisations: ['clear']}),
        way('first', 'act', {organisations: ['closed', 'paused', 'listed', 'clear']}),
        way('unlinked', 'act', {organisations: ['paused']}),
        way('alone', 'act'),
      ]),
    );
    const rows = parts(el, 'way').map((node) => [...node.querySelectorAll('[part~=action]')].map(textOf));
    expect(rows).to.deep.equal([['Go to way.example'], ['Go to A Country to Live In ⚠︎ BY'], [], []]);
    expect(parts(el, 'action').map((link) => link.getAttribute('href'))).to.deep.equal([
      page.url,
      'https://listed.example/',
    ]);
    expect(parts(el, 'organisations').map(textOf)).to.deep.equal([
      'Also: Clear',
      'Also: Paused* (paused), Clear',
      'Paused* (paused)',
    ]);
    expect(parts(el, 'note').map(textOf)).to.deep.equal(['A note.']);
    expect(parts(el, 'checked').map(textOf)).to.deep.equal([
      'Checked on 20 November 2026',
      'Checked on 21 November 2026',
    ]);
    expect(part(el, 'checked')!.querySelector('time')!.getAttribute('datetime')).to.equal('2026-11-20');
  });

  it('says how long a way takes and for whom it is, where that is known', async () => {
    const el = await list({}, feed([way('a', 'act', {minutes: 10}), way('b', 'act'), ways[3]!]));
    expect(parts(el, 'about').map(textOf)).to.deep.equal(['10 min', 'For parliamentarians']);
  });

  it('says once that something was not checked, and marks it', async () => {
    const el = await list();
    expect(parts(el, 'footer').map(textOf)).to.deep.equal(['* Not checked by us.']);
    expect(parts(el, 'action').map(textOf)).to.include('Go to Unknown*');
    const checked = await list({}, feed([way('one', 'act', {organisations: ['clear', 'closed']}), way('two', 'act')]));
    expect(parts(checked, 'footer')).to.have.length(0);
    expect(textOf(part(checked, 'base')!)).to.not.contain('*');
  });

  it('folds closed ways away, without a link, and leaves closed organisations out', async () => {
    const el = await unfolded({}, feed([...ways, way('mixed', 'act', {organisations: ['closed', 'clear']})]));
    expect(folds(el)).to.deep.equal(['More ways (2)', 'No longer active (1)']);
    expect(titles(el)).to.not.include('Title of women (no longer active)');
    await toggle(el, 'No longer');
    expect(titles(el)).to.include('Title of women (no longer active)');
    expect(linked(el)).to.not.include('https://closed.example/');
    expect(parts(el, 'organisations').map(textOf)).to.deep.equal([
      'Also: Clear',
      'Also: Paused* (paused)',
      'Closed (no longer active)',
    ]);
  });

  for (const [links, addresses] of [
    ['all', ['https://listed.example/', 'https://clear.example/', 'https://unknown.example/']],
    ['unlisted', ['https://clear.example/']],
    ['none', []],
    ['nonsense', []],
  ] as const)
    it(`links ${addresses.length} organisations with links="${links}", and says why others are not`, async () => {
      const el = await list({links});
      expect(linked(el)).to.deep.equal(addresses);
      expect(parts(el, 'name').map(textOf)).to.include('A Country to Live In');
      expect(parts(el, 'notice').map(textOf)).to.deep.equal([
        links === 'all'
          ? '⚠ marks links that you can be prosecuted for in the country named. Belarus (BY) calls such organisations “extremist”.'
          : 'Links that may be dangerous for readers in Belarus are left out here.',
      ]);
    });

  it('explains no links where there would be none', async () => {
    expect(parts(await list({links: 'none'}, feed([way('one', 'act')])), 'notice')).to.have.length(0);
  });

  it('explains the mark of a link before the first one, and marks it by more than colour', async () => {
    const el = await list();
    const [notice] = parts(el, 'notice');
    const [mark] = parts(el, 'mark');
    expect(notice!.compareDocumentPosition(mark!) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    expect(mark!.getAttribute('aria-label')).to.equal('called “extremist” in Belarus');
    for (const link of parts(el, 'link')) {
      expect(link.getAttribute('rel')).to.equal('noopener noreferrer external nofollow');
      expect(link.getAttribute('referrerpolicy')).to.equal('no-referrer');
    }
  });

  for (const [links, change, address] of [
    ['all', {}, 'https://way.example/'],
    ['unlisted', {}, undefined],
    ['unlisted', {designatedIn: []}, 'https://way.example/'],
  ] as const)
    it(`${address ? 'links' : 'does not link'} the page of a way, ${JSON.stringify(change)}, links="${links}"`, async () => {
      const el = await list({links}, feed([way('one', 'act', {url: 'https://way.example/', ...change})]));
      expect(linked(el)[0]).to.equal(address);
    });

  it('names the countries at a link, even where Belarus is none of them', async () => {
    const el = await list({}, feed([way('one', 'act', {url: 'https://way.example/', designatedIn: ['RU']})]));
    expect(parts(el, 'mark').map(textOf)).to.deep.equal(['⚠︎ RU']);
    expect(part(el, 'mark')!.getAttribute('aria-label')).to.equal('RU');
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
      expect(part(el, 'base')!.lang).to.equal('be');
      expect(part(el, 'base')!.querySelector('[part~=way] [lang]')).to.equal(null);
    });

    it('English, where one of its texts lacks the reader’s', async () => {
      const el = await listOf(both, way('two', 'act'));
      expect(titles(el)).to.deep.equal(['Write a letter', 'Title of two']);
      expect(textOf(part(el, 'name')!)).to.contain('A Country to Live In');
      expect(part(el, 'base')!.lang).to.equal('en');
      expect(textOf(part(el, 'heading')!)).to.equal('What can you do now?');
    });
  });

  it('isolates each text of the feed, and keeps names from page translators', async () => {
    const el = await list({category: 'prisoners'});
    const isolated = [...part(el, 'way')!.querySelectorAll('bdi')].map(textOf);
    expect(isolated).to.deep.equal([
      'Title of families',
      'Text of families.',
      'A Country to Live In',
      'Clear',
      'A note.',
    ]);
    for (const name of parts(el, 'name')) expect(name.getAttribute('translate')).to.equal('no');
  });

  describe('for an audience', () => {
    it('offers those that some open way is for, with their numbers', async () => {
      const el = await unfolded();
      expect(parts(el, 'audience').map(textOf)).to.deep.equal([
        'For everyone (3)',
        'For parliamentarians (1)',
        'For municipalities (1)',
      ]);
    });

    it('shows what is for it, folds the rest, and says the number; what was shown first stays', async () => {
      const el = await unfolded();
      let filtered: SolidarityWaysFilteredEvent | undefined;
      el.addEventListener('solidarity-ways-filtered', (event) => (filtered = event));
      await choose(el, 'municipalities');
      expect(first(el)).to.deep.equal(['speak', 'families', 'flag', 'godparent']);
      expect(titles(el).slice(4)).to.deep.equal(['Title of flag']);
      expect(folds(el)).to.deep.equal(['More ways (1)', 'More ways (3)', 'No longer active (1)']);
      expect(count(el)).to.equal('For municipalities: 1 way to help');
      expect(part(el, 'count')!.getAttribute('role')).to.equal('status');
      expect(filtered?.audience).to.equal('municipalities');
      expect(filtered?.bubbles).to.equal(false);
      await toggle(el, 'More ways', 1);
      expect(titles(el).slice(4)).to.deep.equal([
        'Title of flag',
        'Title of speak',
        'Title of families',
        'Title of godparent',
      ]);
    });

    it('shows the rest again for the first audience', async () => {
      const el = await unfolded();
      const before = titles(el);
      await choose(el, 'municipalities');
      await choose(el, 'everyone');
      expect(titles(el)).to.deep.equal(before);
      expect(count(el)).to.equal('5 ways to help');
    });

    it('that the page chooses: its ways come first, and the reader’s choice does not move them', async () => {
      const el = await unfolded({audience: 'parliamentarians', limit: '2'});
      expect(first(el)).to.deep.equal(['godparent', 'speak']);
      await choose(el, 'municipalities');
      expect(first(el)).to.deep.equal(['godparent', 'speak']);
      expect(el.audience).to.equal('municipalities');
      el.audience = 'everyone';
      await el.updateComplete;
      expect(first(el)).to.deep.equal(['speak', 'families']);
    });

    it('keeps the live region, so that its words are heard', async () => {
      const el = await unfolded();
      const region = part(el, 'count')!;
      await choose(el, 'municipalities');
      await choose(el, 'parliamentarians');
      expect(part(el, 'count') === region).to.equal(true);
      expect(textOf(region)).to.equal('For parliamentarians: 1 way to help');
    });
  });

  it('can be searched when it is long, whatever the case and the marks of letters', async () => {
    const el = await unfolded({}, feed([...many, way('special', 'write', {title: 'Ліст сям’і'})]));
    await search(el, 'сямі ЛІСТ');
    expect(titles(el).slice(4)).to.deep.equal(['Ліст сям’і']);
    expect(count(el)).to.equal('1 way to help');
    await search(el, 'nothing of the kind');
    expect(titles(el)).to.have.length(4);
    expect(count(el)).to.equal('Nothing found.');
    await search(el, '');
    expect(titles(el)).to.have.length(21);
  });

  it('searches what is shown first, what is folded, and what is closed', async () => {
    const el = await unfolded({}, feed([...many, ...ways]));
    await search(el, 'way-0');
    expect(titles(el).slice(4)).to.deep.equal(['Title of way-0']);
    await search(el, 'women');
    expect(titles(el).slice(4)).to.deep.equal(['Title of women (no longer active)']);
    await search(el, 'godparent');
    expect(titles(el).slice(4)).to.deep.equal(['Title of godparent']);
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
      const el = await unfolded({}, feed([...many, way('one', 'write', {text})]));
      await search(el, query);
      expect(titles(el).slice(4)).to.deep.equal(['Title of one']);
    });

  it('shows another name of an organisation only where the search met it', async () => {
    const el = await unfolded({}, feed([...many, way('one', 'write', {organisations: ['listed', 'closed']})]));
    const own = () => textOf(shownWays(el).at(-1)!);
    expect(own()).to.not.contain('Country for Life');
    await search(el, 'country for life');
    expect(own()).to.contain('Go to A Country to Live In (Country for Life) ⚠︎ BY');
    expect(own()).to.contain('Also: Closed (no longer active)');
    await search(el, 'country');
    expect(own()).to.not.contain('Country for Life');
  });

  it('shows another name as text, isolated from what is beside it', async () => {
    const alias = '<b>שלום</b> {n}';
    const body = {id: 'body', name: 'Body', aliases: [alias], status: 'active'};
    const src = inlineFeed(
      feedOf({ways: [...many, way('one', 'act', {organisations: ['body']})], organisations: [body]}),
    );
    const el = await unfolded({}, src);
    await search(el, 'שלום');
    const [name, met] = [...part(el, 'organisation')!.querySelectorAll('bdi')].map(textOf);
    expect([name, met]).to.deep.equal(['Body', alias]);
    expect(textOf(part(el, 'organisation')!)).to.equal(`Body (${alias})*`);
  });

  it('keeps a search private: it fires no event, and no shortcut of the page receives what is typed', async () => {
    const el = await unfolded({}, feed(many));
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type + ((event as KeyboardEvent).key ?? ''));
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'solidarity-ways-filtered'])
      el.addEventListener(type, hear);
    const input = await search(el, '3');
    for (const key of ['s', 'ArrowLeft', 'Home', 'Enter', 'Escape', 'Tab'])
      for (const type of ['keydown', 'keypress', 'keyup'])
        input.dispatchEvent(new KeyboardEvent(type, {key, bubbles: true, composed: true}));
    input.dispatchEvent(new InputEvent('input', {data: 's', bubbles: true, composed: true}));
    expect(heard).to.deep.equal(
      ['Escape', 'Tab'].flatMap((key) => ['keydown', 'keypress', 'keyup'].map((type) => type + key)),
    );
  });

  it('keeps the focus where it is while a reader filters', async () => {
    const el = await unfolded({}, feed([...many, ...ways]));
    for (const selector of ['[type=search]', '[value=municipalities]']) {
      const input = el.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
      input.focus();
      if (input.type === 'radio') input.click();
      else await search(el, 'title');
      await el.updateComplete;
      expect(el.shadowRoot!.activeElement === input).to.equal(true);
    }
  });

  it('keeps what a reader typed and unfolded when the feed or the language changes', async () => {
    const el = await unfolded({}, feed([...many, ...ways]));
    await toggle(el, 'No longer');
    await search(el, 'way-3');
    el.src = feed([...many.slice(0, 15), ...ways]);
    await el.updateComplete;
    expect(titles(el).slice(4)).to.deep.equal(['Title of way-3']);
    el.lang = 'be';
    await el.updateComplete;
    await search(el, '');
    expect(parts(el, 'more').filter((node) => (node.parentElement as HTMLDetailsElement).open)).to.have.length(2);
    await toggle(el);
    el.src = feed([...many.slice(0, 14), ...ways]);
    await el.updateComplete;
    expect(titles(el)).to.have.length(4);
  });

  it('does not mix ways up when a page translator has replaced their words', async () => {
    const el = await unfolded({}, feed(many));
    translatePage(part(el, 'base')!);
    expect(titles(el)[0]).to.equal('[Title of way-0]');
    await search(el, 'way-3');
    expect(titles(el).slice(4)).to.deep.equal(['Title of way-3']);
  });

  it('counts what it unfolds when a page translator has replaced its words', async () => {
    const counts = (el: Element) => parts(el, 'more').map(({textContent}) => /\d+/.exec(textContent)![0]);
    const src = feed([...many, ...ways]);
    const [el, fresh] = [await unfolded({}, src), await unfolded({}, src)];
    translatePage(part(el, 'base')!);
    for (const audience of ['parliamentarians', 'everyone']) {
      await choose(el, audience);
      await choose(fresh, audience);
      expect(counts(el).join()).to.equal(counts(fresh).join());
    }
  });

  it('keeps the nodes of ways when a reader unfolds more', async () => {
    const el = await list({}, feed(many));
    const before = parts(el, 'way');
    await toggle(el);
    expect(parts(el, 'way').every((node, i) => node === before[i])).to.equal(true);
  });

  for (const count of [12, 13])
    it(`has ${count > 12 ? 'a' : 'no'} search field when it has ${count} ways`, async () => {
      const el = await list({}, feed(many.slice(0, count)));
      expect(el.shadowRoot!.querySelectorAll('[type=search]')).to.have.length(count > 12 ? 1 : 0);
    });

  describe('with two thousand ways', () => {
    const thousands = Array.from({length: 2000}, (_, i) =>
      way(`way-${i}`, 'act', i === 1990 ? {audiences: ['municipalities']} : {}),
    );
    const rendered = (el: Element) => parts(el, 'way').length;

    for (const [limit, shown] of [
      ['', 4],
      ['60', 60],
    ] as const)
      it(`renders few of them with limit="${limit}"`, async () => {
        const el = await list({limit}, feed(thousands));
        expect(titles(el)).to.have.length(shown);
        // And the one that is not for everyone.
        expect(rendered(el)).to.equal(shown + 51);
      });

    it('searches and filters all of them', async () => {
      const el = await unfolded({}, feed(thousands));
      await search(el, 'way-1999');
      expect(titles(el).slice(4)).to.deep.equal(['Title of way-1999']);
      await search(el, '');
      await choose(el, 'municipalities');
      expect(titles(el)[4]).to.equal('Title of way-1990');
      expect(rendered(el)).to.equal(4 + 1 + 50);
    });

    it('renders more of them on demand, page by page, and keeps the focus', async () => {
      const el = await unfolded({}, feed(thousands));
      expect(folds(el)).to.deep.equal(['More ways (1,996)', 'More ways (1,945)', 'More ways (1)']);
      const more = await toggle(el, 'More ways (1,945)');
      expect(titles(el)).to.have.length(4 + 100);
      more.focus();
      expect(el.shadowRoot!.activeElement === more).to.equal(true);
      await toggle(el, 'More ways (1,895)');
      expect(titles(el)).to.have.length(4 + 150);
    });
  });

  for (const limit of ['0', '-3', 'few', '2.5'])
    it(`shows four first with limit="${limit}"`, async () => {
      expect(titles(await list({limit}, feed(many)))).to.have.length(4);
    });

  it('prints everything: what is folded on screen, and the addresses of links', async function () {
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    const el = await list({limit: '1'});
    const inPrint = CSS.supports('selector(details::details-content)');
    expect(titles(el)).to.have.length(inPrint ? 5 : 1);
    expect(getComputedStyle(part(el, 'link')!, '::after').content).to.contain('https://');
    for (const node of [part(el, 'more')!, part(el, 'controls')!]) expect(isShown(node)).to.equal(false);
    await executeServerCommand('media', {media: ''});
  });

  for (const [what, attributes, src, reason] of [
    ['the feed has no ways', {}, feed([]), 'missing'],
    ['no way has the category', {category: 'learn'}, feed(), 'missing'],
    ['all ways are closed', {}, feed([ways[1]!]), 'missing'],
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
      expect(titles(el)).to.have.length(4);
      expect(el.firstElementChild!.checkVisibility()).to.equal(visible);
    });

  for (const dir of ['ltr', 'rtl'])
    it(`fits a column of 200 px, ${dir}`, async () => {
      const box = await fixture<HTMLElement>(html`<div dir=${dir} style="inline-size: 200px"></div>`);
      const el = await unfolded({}, feed([...many, ...ways]));
      box.append(el);
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('[part=base]')!.scrollWidth).to.be.at.most(200);
      await expect(el).to.be.accessible();
    });

  it('has targets of 24 px and more, and headings of the levels that the page needs', async () => {
    const el = await unfolded({limit: '1', heading: '4'});
    for (const target of [...parts(el, 'audience'), ...parts(el, 'more'), ...parts(el, 'action')])
      expect(target.getBoundingClientRect().height).to.be.at.least(24);
    const levels = [...el.shadowRoot!.querySelectorAll('[role=heading]')].map((node) =>
      node.getAttribute('aria-level'),
    );
    expect(levels).to.deep.equal(['4', '5', '5', '5', '5', '5']);
    await expect(el).to.be.accessible();
  });

  for (const look of ['campaign', 'newsroom', 'contrast', 'memorial'])
    for (const theme of ['light', 'dark'])
      it(`has no accessibility issue that axe finds, look="${look}", theme="${theme}"`, async () => {
        const el = await unfolded({look, theme}, feed([...many, ...ways]));
        await expect(el).to.be.accessible();
        await search(el, 'listed');
        await choose(el, 'municipalities');
        await expect(el).to.be.accessible();
      });

  describe('drafts', () => {
    const figures = [
      {
        id: 'held',
        title: 'Held',
        value: 7,
        asOf: '2026-01-05',
        source: {name: 'Count'},
        definition: 'Counted',
      },
    ];
    const template = {title: 'A letter', text: {en: 'Dear [name], {figure}.'}, figure: 'held'};
    const open = async (change: object = {}, attributes: Record<string, string> = {}) => {
      const src = inlineFeed(
        feedOf({ways: [way('letter', 'act', {templates: [template]})], organisations, figures, ...change}),
      );
      const el = await list(attributes, src);
      const fold = part<HTMLDetailsElement>(el, 'template')!;
      expect(textOf(fold)).to.equal('A letter');
      fold.open = true;
      await until(() => part(el, 'draft'));
      return {el, field: part(el, 'draft-text')};
    };

    it('are unfolded, marked as drafts, and quote the figure with its date', async () => {
      const {el, field} = await open();
      expect(textOf(part(el, 'draft')!)).to.equal('A draft: adapt it before you use it.');
      expect(field!.textContent).to.equal('Dear [name], Held: 7 (Count, 5 January 2026, out of date).');
    });

    it('are in English as a whole where they lack the reader’s language', async () => {
      const {el, field} = await open({}, {lang: 'be'});
      expect(field!.textContent).to.equal('Dear [name], Held: 7 (Count, 5 January 2026, out of date).');
      expect(field!.lang).to.equal('en');
      expect(part(el, 'base')!.lang).to.equal('en');
    });

    it('quote the figure in the language of the text, also where that is not the page’s', async () => {
      const german = {...template, text: {de: 'Sehr geehrte Frau [Name], {figure}.'}};
      const {field} = await open({ways: [way('letter', 'act', {templates: [german]})]}, {lang: 'be'});
      expect(field!.textContent).to.match(/^Sehr geehrte Frau \[Name\], Held: 7 \(Count, 5\. Januar 2026, /);
      expect(field!.lang).to.equal('de');
    });

    it('stay unfolded when the reader filters, or the day is over', async () => {
      const {el, field} = await open();
      el.requestUpdate();
      await el.updateComplete;
      await until(() => part(el, 'draft-text'));
      expect(field!.isConnected).to.equal(false);
      expect(part<HTMLDetailsElement>(el, 'template')!.open).to.equal(true);
      part<HTMLDetailsElement>(el, 'template')!.open = false;
      await until(() => !part(el, 'template')!.hasAttribute('open'));
      await nextTask();
      el.requestUpdate();
      await el.updateComplete;
      expect(part<HTMLDetailsElement>(el, 'template')!.open).to.equal(false);
    });

    it('are withheld without their figure', async () => {
      for (const change of [{figures: []}, {figures: [{}]}]) {
        const {el, field} = await open(change);
        expect(textOf(part(el, 'draft')!)).to.equal('Withdrawn');
        expect(field === null).to.equal(true);
      }
    });

    it('are copied', async () => {
      const {el, field} = await open();
      const copied: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        value: {writeText: async (text: string) => void copied.push(text)},
        configurable: true,
      });
      part(el, 'template')!.querySelector('button')!.click();
      await until(() => textOf(part(el, 'template')!).includes('Copied.'));
      delete (navigator as unknown as Record<string, unknown>).clipboard;
      expect(copied).to.deep.equal([field!.textContent]);
    });
  });
});
