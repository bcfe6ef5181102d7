import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import demo from '../../demo/feed.json' with {type: 'json'};
import '../../src/define/solidarity-people.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import type {SolidarityPeople} from '../../src/elements/solidarity-people.js';
import {inEveryLanguage} from '../support/describe.js';
import {create, errorsOf, isFallback, part, parts, plain, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {until} from '../support/wait.js';

const source = {name: 'Test Centre', url: 'https://centre.example/'};
const incident = (what: string, date: string, more: object = {}) => ({what, date, source, ...more});
const person = (id: string, incidents: object[], more: object = {}) => ({
  id,
  name: {en: `Name of ${id}`},
  consent: 'own',
  checkedAt: '2026-03-01',
  incidents,
  ...more,
});
const letter = {address: {be: 'Яна Прыклад\nПапраўчая калонія 1'}};
const held = person('held', [incident('detained', '2023-02-08'), incident('no-contact', '2026-03-10')], {letter});
const samples = [
  person('died', [incident('detained', '2021'), incident('died', '2023-01-09')], {letter}),
  person('released', [incident('detained', '2020'), incident('released', '2025-12-13', {note: 'Taken to Ukraine.'})], {
    letter,
  }),
  person('unchecked', [incident('detained', '2021')], {checkedAt: '2025-01-01', letter}),
  held,
  person('exchanged', [incident('exchanged', '2024-08-01')]),
  person('again', [incident('detained', '2020'), incident('released', '2024'), incident('detained', '2025-11')]),
  person('exiled', [incident('exiled', '2025-09-11')]),
  person('returned', [incident('exiled', '2015-02-21', {until: '2018-02'})]),
  person('home', [incident('home', '2026-02-19')]),
];
const src = (...people: object[]) => inlineFeed(feedOf({people}));
const list = (attributes: Parameters<typeof create>[1] = {}, ...people: object[]) =>
  show('solidarity-people', {src: src(...(people.length ? people : samples)), ...attributes});

const names = (el: Element) => parts(el, 'name').map((node) => plain(node.textContent)!.replace('Name of ', ''));
const statusOf = async (...incidents: object[]) => words(await list({}, person('x', incidents)), 'status');
const history = (el: Element) => [...part(el, 'history')!.children].map((item) => plain(item.textContent));

describe('<solidarity-people>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
  });
  afterEach(() => clock.uninstall());

  it('shows held persons first, then those who may be, and last those who died; the newest first', async () => {
    expect(names(await list())).to.deep.equal([
      'again',
      'held',
      'unchecked',
      'home',
      'released',
      'exiled',
      'exchanged',
      'returned',
      'died',
    ]);
  });

  for (const [attributes, shown] of [
    [{status: 'held'}, ['again', 'held']],
    [{status: 'died exchanged'}, ['exchanged', 'died']],
    [{status: 'unknown'}, ['unchecked', 'returned']],
    [{status: 'nonsense held'}, ['again', 'held']],
    [{person: 'exiled'}, ['exiled']],
    [{person: 'exiled', status: 'held'}, ['exiled']],
  ] as [Record<string, string>, string[]][])
    it(`shows ${shown.join(', ')} for ${JSON.stringify(attributes)}`, async () => {
      expect(names(await list(attributes))).to.deep.equal(shown);
    });

  it('shows all for a status that does not exist', async () => {
    expect(names(await list({status: 'nonsense'}))).to.have.length(9);
  });

  it('has words of its own for each status, and dates as precise as they are known', async () => {
    expect(await statusOf(incident('detained', '2023-02-08'))).to.equal('In custody since 8 February 2023');
    expect(await statusOf(incident('detained', '2023-02'))).to.equal('In custody since 02/2023');
    expect(await statusOf(incident('detained', '2023'))).to.equal('In custody since 2023');
    expect(await statusOf(incident('released', '2025-12-13'))).to.equal('Released: 13 December 2025');
    expect(await statusOf(incident('exchanged', '2024-08-01'))).to.equal('Freed in a prisoner exchange: 1 August 2024');
    expect(await statusOf(incident('exiled', '2025-09-11'))).to.equal('Forced to leave Belarus: 11 September 2025');
    expect(await statusOf(incident('home', '2026-02-19'))).to.equal('At home since 19 February 2026');
    expect(await statusOf(incident('died', '2023-01-09'))).to.equal('Died: 9 January 2023');
    expect(await statusOf(incident('exiled', '2015', {until: '2018'}))).to.equal(
      'It is not known where this person is now.',
    );
  });

  it('counts a present detention from its begin, and says that it is not the first', async () => {
    const first = [incident('detained', '2020-09-07'), incident('detained', '2021-05-01')];
    expect(await statusOf(...first)).to.equal('In custody since 7 September 2020');
    expect(await statusOf(...first, incident('released', '2024'), incident('detained', '2025-11'))).to.equal(
      'In custody again since 11/2025',
    );
  });

  it('counts days without contact only while a person is held, checked, and without contact', async () => {
    const contact = async (incidents: object[], more?: object) =>
      words(await list({}, person('x', incidents, more)), 'contact');
    const detained = incident('detained', '2023-02-08');
    const lost = incident('no-contact', '2026-03-10');
    expect(await contact([detained, lost])).to.equal('Without contact for 10 days');
    expect(await contact([detained, incident('no-contact', '2026-03-19')])).to.equal('Without contact for 1 day');
    expect(await contact([detained, incident('no-contact', '2023-05')])).to.equal('Without contact since 05/2023');
    expect(await contact([detained, {...lost, until: '2026-03-15'}])).to.equal(undefined);
    expect(await contact([detained, lost, incident('released', '2026-03-18')])).to.equal(undefined);
    expect(await contact([detained, lost, incident('died', '2026-03-18')])).to.equal(undefined);
    expect(await contact([detained, lost], {checkedAt: '2025-08-01'})).to.equal(undefined);
    expect(await contact([detained, lost], {checkedAt: undefined})).to.equal(undefined);
    const before = [
      incident('no-contact', '2023-05-04'),
      incident('released', '2024'),
      incident('detained', '2025-11'),
    ];
    expect(await contact([detained, ...before]), 'of an earlier detention').to.equal(undefined);
  });

  it('begins the day when it begins in Minsk', async () => {
    const evening = Date.parse('2026-03-20T20:59:00Z');
    const el = await list({person: 'held'});
    for (const [minutes, days] of [
      [0, '10'],
      [2, '11'],
    ] as const) {
      el.now = evening + minutes * 60_000;
      await el.updateComplete;
      expect(words(el, 'days')).to.equal(days);
    }
  });

  it('shows an address only while a person is held', async () => {
    const el = await list();
    expect(parts(el, 'address')).to.have.length(1);
    expect(part(el, 'address')!.closest('[part~=person]')!.part.contains('held')).to.equal(true);
    expect(part(el, 'address')!.querySelector('bdi')).to.have.attribute('lang', 'be');
    expect(part(el, 'address')!.textContent).to.equal('Яна Прыклад\nПапраўчая калонія 1');
    expect(getComputedStyle(part(el, 'address')!).whiteSpace).to.contain('pre-line');
  });

  it('asks nothing of the reader beside a person who died', async () => {
    const el = await list({person: 'died'});
    expect(el.shadowRoot!.querySelectorAll('button, address')).to.have.length(0);
    const colour = getComputedStyle(part(el, 'status')!).color;
    expect(colour).to.equal(getComputedStyle(part(el, 'base')!).color);
  });

  describe('the button that copies the address', () => {
    const {clipboard} = navigator;
    const withClipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});
    afterEach(() => {
      Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
    });

    it('copies it, and says so', async () => {
      const copied: string[] = [];
      withClipboard((text) => Promise.resolve(void copied.push(text)));
      const el = await list({person: 'held'});
      part(el, 'copy')!.click();
      await until(() => words(el, 'copied') !== '');
      expect(copied).to.deep.equal(['Яна Прыклад\nПапраўчая калонія 1']);
      expect(words(el, 'copied')).to.equal('Copied.');
      expect(part(el, 'copied')).to.have.attribute('role', 'status');
    });

    it('selects it, and says so, where it may not', async () => {
      let asked = 0;
      withClipboard(() => Promise.reject(new Error(String(++asked))));
      const el = await list({person: 'held'});
      part(el, 'copy')!.click();
      await until(() => words(el, 'copied') !== '');
      expect(asked).to.equal(1);
      expect(words(el, 'copied')).to.equal('Selected: copy it now.');
    });
  });

  it('tells what happened, the oldest first, with sources', async () => {
    const el = await list(
      {},
      person('x', [
        incident('released', '2025-12-13', {note: 'Taken to Ukraine.'}),
        incident('detained', '2021'),
        incident('no-contact', '2023-02-08', {until: '2024-11'}),
        incident('sentenced', '2022-03'),
        incident('transferred', '2022-06-01'),
        incident('other', '2022-12-10', {note: 'A prize.'}),
      ]),
    );
    expect(history(el)).to.deep.equal([
      'Detained: 2021 · Source: Test Centre',
      'Sentenced: 03/2022 · Source: Test Centre',
      'Moved to another prison: 1 June 2022 · Source: Test Centre',
      '10 December 2022 · A prize. · Source: Test Centre',
      'Without contact: 8 February 2023 – 11/2024 · Source: Test Centre',
      'Released: 13 December 2025 · Taken to Ukraine. · Source: Test Centre',
    ]);
    expect(words(el, 'note')).to.equal('Taken to Ukraine.');
    expect(words(el, 'about')).to.equal('Source: Test Centre · Checked on 1 March 2026');
  });

  it('names no source of a status that is not known', async () => {
    expect(words(await list({person: 'unchecked'}), 'about')).to.equal('Checked on 1 January 2025');
  });

  it('writes a name as the language does, and marks another one', async () => {
    const name = {en: 'Maria Kalesnikava', be: 'Марыя Калеснікава', ru: 'Мария Колесникова'};
    const one = person('x', [incident('released', '2025-12-13')], {name});
    const shown = async (lang: string) => {
      const bdi = part(await list({lang}, one), 'name')!.querySelector('bdi')!;
      return [bdi.textContent, bdi.getAttribute('lang')];
    };
    expect(await shown('be')).to.deep.equal(['Марыя Калеснікава', null]);
    expect(await shown('ru')).to.deep.equal(['Мария Колесникова', null]);
    expect(await shown('de')).to.deep.equal(['Maria Kalesnikava', 'en']);
  });

  it('drops a person without consent, and keeps the others', async () => {
    const el = await list({}, {...held, id: 'no', consent: undefined}, {...held, id: 'none', consent: 'none'}, held);
    expect(names(el)).to.deep.equal(['held']);
  });

  it('has headings of two levels; one person has one', async () => {
    const levels = (el: Element) =>
      [...el.shadowRoot!.querySelectorAll('[role=heading]')].map((node) => node.getAttribute('aria-level'));
    expect(levels(await list({}, held))).to.deep.equal(['2', '3']);
    expect(levels(await list({heading: '4'}, held))).to.deep.equal(['4', '5']);
    expect(levels(await list({heading: '0'}, held))).to.deep.equal(['2', '3']);
    expect(levels(await list({person: 'held'}))).to.deep.equal(['2']);
  });

  it('links no source with links="none"', async () => {
    expect(parts(await list({links: 'none'}), 'link')).to.have.length(0);
    expect(parts(await list({person: 'held'}), 'link')[0]).to.have.attribute('href', 'https://centre.example/');
  });

  it('keeps what is unfolded when the nodes are new', async () => {
    const el = await list({person: 'held'});
    const details = el.shadowRoot!.querySelector('details')!;
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, {once: true}));
    part(el, 'more')!.click();
    await toggled;
    el.look = 'memorial';
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('details')!.open).to.equal(true);
  });

  for (const [what, people, attributes, reason] of [
    ['nobody', [], {}, 'missing'],
    ['nobody of that status', [samples[0]], {status: 'held'}, 'missing'],
    ['a person that the feed lacks', [held], {person: 'x'}, 'missing'],
    ['a section that is no list', {held}, {}, 'section'],
  ] as [string, unknown, Record<string, string>, string][])
    it(`shows the fallback content for ${what}`, async () => {
      const el = create('solidarity-people', {src: inlineFeed(feedOf({people})), ...attributes});
      const reasons = errorsOf(el);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(isFallback(el)).to.equal(true);
      expect(reasons).to.deep.equal([reason]);
    });

  for (const lang of ['en', ...Object.keys(loaders)])
    it(`speaks ${lang}`, async () => {
      const note = inEveryLanguage('N');
      const one = person('x', [incident('detained', '2020-01-01'), incident('no-contact', '2026-03-10', {note})], {
        letter,
      });
      const el = await list({lang}, one);
      expect(part(el, 'base')).to.have.attribute('lang', lang);
      const shown = ['heading', 'status', 'contact', 'more', 'letter', 'copy'].map((name) => words(el, name));
      const english = [
        'The people behind the numbers',
        'In custody since 1 January 2020',
        'Without contact for 10 days',
        'What happened',
        'Write a letter',
        'Copy the address',
      ];
      if (lang === 'en') expect(shown).to.deep.equal(english);
      else for (const [i, text] of shown.entries()) expect(text).to.not.equal(english[i]);
      expect(words(el, 'days')).to.equal('10');
    });

  it('is accessible in every look', async () => {
    const el = await list();
    for (const details of el.shadowRoot!.querySelectorAll('details')) details.open = true;
    for (const look of ['campaign', 'newsroom', 'contrast', 'memorial'] as const) {
      el.look = look;
      await el.updateComplete;
      await expect(el).to.be.accessible();
    }
  });

  it('has an address as wide as an address, also in a wide page', async () => {
    const page = await fixture<HTMLElement>(html`<div style="inline-size: 1280px"></div>`);
    const el = create('solidarity-people', {src: src(held), person: 'held'});
    page.append(el);
    await el.updateComplete;
    expect(part(el, 'address')!.getBoundingClientRect().width).to.be.below(500);
  });

  it('fits 200 px', async () => {
    const page = await fixture<HTMLElement>(html`<div style="inline-size: 200px"></div>`);
    const el: SolidarityPeople = create('solidarity-people', {src: src(...samples)});
    page.append(el);
    await el.updateComplete;
    expect(page.scrollWidth).to.equal(200);
    for (const node of el.shadowRoot!.querySelectorAll('p, li, button, address'))
      expect(node.getBoundingClientRect().right).to.be.at.most(page.getBoundingClientRect().right);
  });

  it('shows none of the campaign’s persons as held, today or ever', async () => {
    for (const day of ['2026-03-20', '2026-11-26', '2030-01-01']) {
      const el = create('solidarity-people', {src: inlineFeed(feedOf({people: demo.people}))});
      el.now = Date.parse(`${day}T12:00:00Z`);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(names(el)).to.have.length(demo.people.length);
      expect(parts(el, 'held'), day).to.have.length(0);
      expect(parts(el, 'contact'), day).to.have.length(0);
    }
  });
});
