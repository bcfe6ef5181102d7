import {expect, fixture, fixtureSync} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-events.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {create, errorsOf, isFallback, part, parts, plain, show, words} from '../support/elements.js';
import {fakeClock, waits} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {fakeNetwork} from '../support/fake-network.js';
import {nextTask, onScreen, until} from '../support/wait.js';

const source = {name: 'S', url: 'https://source.example/'};
const event = (id: string, from: string, more: object = {}) => ({
  id,
  title: `Title of ${id}`,
  from,
  status: 'planned',
  source,
  ...more,
});
const towns = [
  {id: 'warsaw', name: {en: 'Warsaw', be: 'Варшава'}, country: 'PL', latitude: 52, longitude: 21, acts: []},
  {id: 'krakow', name: 'Krakow', country: 'PL', latitude: 50, longitude: 20, acts: []},
  {id: 'berlin', name: 'Berlin', country: 'DE', latitude: 52, longitude: 13, acts: []},
];
const organisations = [{id: 'a', name: 'Organisers', status: 'active'}];
const way = (id: string, category: string) => ({
  id,
  category,
  audiences: ['everyone'],
  title: `Way ${id}`,
  text: `Text of ${id}.`,
});
const ways = [
  way('1', 'act'),
  way('2', 'speak'),
  way('3', 'act'),
  way('4', 'act'),
  way('5', 'show'),
  way('6', 'write'),
];
const feed = (events: unknown, more: object = {}) => inlineFeed(feedOf({events, towns, organisations, ways, ...more}));
const many = Array.from({length: 70}, (_, i) =>
  event(`e${String(i).padStart(2, '0')}`, '2026-12-10', {
    town: towns[i % 3]!.id,
    ...(i === 5 ? {online: 'https://o.example/'} : {}),
  }),
);

/** The groups with the events in each: `Today: vigil, talk`. */
const groups = (el: Element) =>
  parts(el, 'group')
    .filter((node) => node.nextElementSibling?.getAttribute('part') === 'events')
    .map((node) => {
      const titles = [...node.nextElementSibling!.querySelectorAll('[part=title]')];
      return `${plain(node.textContent)}: ${titles.map((title) => plain(title.textContent)!.replace('Title of ', '')).join(', ')}`;
    });
/** The instant of a time of the reader’s clock. */
const local = (time: string) => new Date(time).toISOString();
const texts = (el: Element, name: string) => parts(el, name).map((node) => plain(node.textContent));
const hrefs = (el: Element) => parts(el, 'link').map((link) => link.getAttribute('href'));

describe('<solidarity-events>', () => {
  let clock: ReturnType<typeof fakeClock>;
  const setClock = (instant: string) => clock.setSystemTime(new Date(instant));
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z');
  });
  afterEach(() => clock.uninstall());

  const list = (events: unknown, attributes: Parameters<typeof create>[1] = {}, more?: object) =>
    show('solidarity-events', {src: feed(events, more), ...attributes});

  it('groups coming events, the first to begin first, and hides past ones', async () => {
    const el = await list([
      event('later', '2027-08-09'),
      event('soon', '2026-11-29'),
      event('after', '2026-11-30'),
      event('past', '2026-11-21'),
      event('evening', '2026-11-22T20:00', {zone: 'Europe/Minsk'}),
      event('today', '2026-11-22'),
    ]);
    expect(groups(el)).to.deep.equal(['Today: today, evening', 'In the next 7 days: soon', 'Later: after, later']);
    expect(words(el, 'heading')).to.equal('Coming events');
    expect(part(el, 'empty')).to.equal(null);
  });

  for (const [now, change, group] of [
    // The zone of the event decides which day it is: the reader is in New York.
    ['2026-11-21T12:00:00Z', {from: '2026-11-22', zone: 'Pacific/Auckland'}, 'Today'],
    ['2026-11-22T10:59:00Z', {from: '2026-11-22', zone: 'Pacific/Auckland'}, 'Today'],
    ['2026-11-22T11:00:00Z', {from: '2026-11-22', zone: 'Pacific/Auckland'}, undefined],
    ['2026-11-23T02:00:00Z', {from: '2026-11-22', zone: 'America/Los_Angeles'}, 'Today'],
    // Without a zone it is the reader’s.
    [local('2026-11-22T00:00'), {from: '2026-11-22'}, 'Today'],
    [local('2026-11-21T23:59'), {from: '2026-11-22'}, 'In the next 7 days'],
    [local('2026-11-22T23:59'), {from: '2026-11-22'}, 'Today'],
    [local('2026-11-23T00:00'), {from: '2026-11-22'}, undefined],
    // Of several days.
    ['2026-11-23T12:00:00Z', {from: '2026-11-20', until: '2026-11-24'}, 'Today'],
    [local('2026-11-24T23:59'), {from: '2026-11-20', until: '2026-11-24'}, 'Today'],
    [local('2026-11-25T00:00'), {from: '2026-11-20', until: '2026-11-24'}, undefined],
    // With a time: it is over at its end, or with its day where that is not known.
    ['2026-11-22T18:59:00Z', {from: '2026-11-22T18:00', until: '2026-11-22T20:00', zone: 'Europe/Warsaw'}, 'Today'],
    ['2026-11-22T19:00:00Z', {from: '2026-11-22T18:00', until: '2026-11-22T20:00', zone: 'Europe/Warsaw'}, undefined],
    ['2026-11-22T22:59:00Z', {from: '2026-11-22T18:00', zone: 'Europe/Warsaw'}, 'Today'],
    ['2026-11-22T23:00:00Z', {from: '2026-11-22T18:00', zone: 'Europe/Warsaw'}, undefined],
    // Over midnight.
    ['2026-11-23T00:30:00Z', {from: '2026-11-22T23:00', until: '2026-11-23T02:00', zone: 'Europe/Warsaw'}, 'Today'],
    // Seven days are by the calendar.
    ['2026-11-22T20:59:00Z', {from: '2026-11-29T23:00', zone: 'Europe/Minsk'}, 'In the next 7 days'],
    ['2026-11-22T20:59:00Z', {from: '2026-11-30T00:00', zone: 'Europe/Minsk'}, 'Later'],
    // Summer time ends in between.
    ['2026-10-24T22:30:00Z', {from: '2026-10-25T23:30', zone: 'Europe/Berlin'}, 'Today'],
  ] as const)
    it(`is ${group ?? 'over'} at ${now} for ${JSON.stringify(change)}`, async () => {
      setClock(now);
      const el = await list([event('e', '2020-01-01', change)]);
      expect(groups(el)).to.deep.equal(group ? [`${group}: e`] : []);
    });

  it('says when, where, who and the source', async () => {
    const el = await list([
      event('vigil', '2026-12-24T18:30', {
        until: '2026-12-24T20:00',
        zone: 'Europe/Warsaw',
        place: 'Square',
        town: 'warsaw',
        organisations: ['a'],
        text: 'With candles.',
      }),
    ]);
    expect(['when', 'place', 'text', 'organisers', 'source'].map((name) => words(el, name))).to.deep.equal([
      '24 December 2026, 18:30 – 20:00 (Warsaw, UTC+1)',
      'Square, Warsaw',
      'With candles.',
      'Organisers',
      'Source: S',
    ]);
    expect(part(el, 'when')!.querySelector('time')!.getAttribute('datetime')).to.equal('2026-12-24T18:30');
    expect(parts(el, 'local')).to.have.length(0);
  });

  it('says that an event is going on, where both its beginning and its end are known', async () => {
    const zone = 'Europe/Minsk';
    const el = await list([
      event('on', '2026-11-22T14:00', {until: '2026-11-22T16:00', zone}),
      event('endless', '2026-11-22T14:00', {zone}),
      event('day', '2026-11-22'),
      event('off', '2026-11-22T14:00', {until: '2026-11-22T16:00', zone, status: 'cancelled'}),
    ]);
    expect(texts(el, 'now')).to.deep.equal(['Now']);
    expect(part(el, 'now')!.parentElement!.textContent).to.contain('Title of on');
  });

  for (const [status, heading, hasCalendar] of [
    ['planned', 'Title of e', true],
    ['moved', 'Moved: Title of e', true],
    ['postponed', 'Postponed: Title of e', false],
    ['cancelled', 'Cancelled: Title of e', false],
  ] as const)
    it(`is “${heading}” where it is ${status}`, async () => {
      const el = await list([event('e', '2026-12-01', {status})]);
      expect(words(el, 'title')).to.equal(heading);
      expect(!!part(el, 'calendar')).to.equal(hasCalendar);
      const online = await list([event('e', '2026-12-01', {status, online: 'https://talk.example/'})]);
      expect(!!part(online, 'join')).to.equal(hasCalendar);
    });

  it('has a link to an online event, and the reader’s own time for it', async () => {
    const el = await list([
      event('talk', '2026-12-24T18:30', {zone: 'Europe/Warsaw', online: 'https://talk.example/', designatedIn: []}),
    ]);
    expect(words(el, 'place')).to.equal('Online');
    expect(words(el, 'local')).to.equal('24 December 2026, 12:30 (your time, UTC−5)');
    expect(part(el, 'join')!.getAttribute('href')).to.equal('https://talk.example/');
    expect(part(el, 'join')!.getAttribute('rel')).to.equal('noopener noreferrer external nofollow');
  });

  for (const [links, designatedIn, linked, notice] of [
    ['all', undefined, true, undefined],
    ['all', ['BY'], true, /^⚠ marks links/],
    ['unlisted', undefined, false, /^Links that may be dangerous/],
    ['unlisted', [], true, undefined],
    ['none', [], false, /^Links that may be dangerous/],
  ] as const)
    it(`${linked ? 'links' : 'does not link'} pages of ${JSON.stringify(designatedIn)} with links="${links}"`, async () => {
      const online = 'https://talk.example/';
      const el = await list(
        [event('e', '2026-12-01', {url: 'https://page.example/', online, designatedIn, source: {name: 'S'}})],
        {links},
      );
      expect(hrefs(el)).to.deep.equal(linked ? ['https://page.example/', online] : []);
      expect(texts(el, 'mark')).to.deep.equal(designatedIn?.length ? ['⚠︎ BY', '⚠︎ BY'] : []);
      const [said] = texts(el, 'notice');
      if (notice) expect(said).to.match(notice);
      else expect(said).to.equal(undefined);
    });

  it('shows an event whose zone the engine does not know at the time of its place, without a calendar', async () => {
    const el = await list([event('mars', '2026-12-24T18:30', {zone: 'Mars/Olympus'}), event('other', '2026-12-01')]);
    expect(groups(el)).to.deep.equal(['Later: other, mars']);
    expect(texts(el, 'when')).to.deep.equal(['1 December 2026', '24 December 2026, 18:30']);
    expect(parts(el, 'calendar')).to.have.length(1);
  });

  it('drops a bad event and keeps the others', async () => {
    const el = await list([event('bad', 'tomorrow'), event('good', '2026-12-01'), event('good', '2026-12-02')]);
    expect(groups(el)).to.deep.equal(['Later: good']);
    expect(words(el, 'when')).to.equal('1 December 2026');
  });

  it('shows its events where towns, organisations and ways have errors', async () => {
    const broken = {towns: 7, organisations: [{}], ways: 'none'};
    const el = await list([event('e', '2026-12-01', {town: 'warsaw', organisations: ['a']})], {}, broken);
    expect(groups(el)).to.deep.equal(['Later: e']);
    expect(words(await list([], {}, broken), 'empty')).to.equal('No events have been announced.');
  });

  describe('where there is none', () => {
    it('says so, and what one can organise: two ways of each category', async () => {
      const el = await list([event('past', '2026-11-01')]);
      expect(words(el, 'empty')).to.equal('No events have been announced.');
      expect(texts(el, 'group')).to.deep.equal(['Organise one']);
      expect(texts(el, 'title')).to.deep.equal(['Way 1', 'Way 3', 'Way 2', 'Way 5']);
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(el.matches(':state(ready)')).to.equal(true);
    });

    it('says that it is out of date, not that there are none, where the feed is', async () => {
      const expired = {issued: '2024-12-31T00:00:00Z', expires: '2025-01-01T00:00:00Z'};
      const el = await list([], {}, expired);
      expect(part(el, 'empty')).to.equal(null);
      expect(words(el, 'status')).to.equal('31 December 2024, out of date');
      expect(el.matches(':state(stale)')).to.equal(true);
      expect(texts(el, 'title')).to.deep.equal(['Way 1', 'Way 3', 'Way 2', 'Way 5']);
      const coming = await list([event('e', '2026-12-01')], {}, expired);
      expect(words(coming, 'status')).to.equal('31 December 2024, out of date');
      expect(groups(coming)).to.deep.equal(['Later: e']);
      expect(part(await list([], {}, {expires: '2100-01-01T00:00:00Z'}), 'status')).to.equal(null);
    });

    it('marks the banned pages of what one can organise, or says that links are left out', async () => {
      const more = {ways: [{...way('1', 'act'), url: 'https://way.example/', designatedIn: ['BY']}]};
      const el = await list([], {}, more);
      expect(words(el, 'mark')).to.equal('⚠︎ BY');
      expect(words(el, 'notice')).to.match(/^⚠ marks links/);
      const without = await list([], {links: 'unlisted'}, more);
      expect(part(without, 'mark') === null).to.equal(true);
      expect(words(without, 'notice')).to.match(/^Links that may be dangerous/);
    });

    it('has no kit where the feed has no ways', async () => {
      const el = await list([], {}, {ways: []});
      expect(texts(el, 'group')).to.deep.equal([]);
    });

    it('shows past ones beside, the newest first, where the page wants them', async () => {
      const el = await list([event('old', '2015-08-04'), event('new', '2024-08-09')], {past: true});
      expect(words(el, 'empty')).to.equal('No events have been announced.');
      expect(groups(el)).to.deep.equal(['Past events: new, old']);
      expect(parts(el, 'calendar')).to.have.length(0);
    });

    it('keeps the fallback content where the feed has no such section', async () => {
      const el = create('solidarity-events', {src: inlineFeed(feedOf({}))});
      const errors = errorsOf(el);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(errors).to.deep.equal(['missing']);
      expect(isFallback(el)).to.equal(true);
    });
  });

  describe('has the pages of the feed', () => {
    const pages = {submitEvent: 'https://campaign.example/new', calendar: 'https://campaign.example/all.ics'};
    for (const [events, attributes, change, expected] of [
      [[event('e', '2026-12-01')], {}, {}, ['Tell us about an event', 'Subscribe to all events']],
      [[], {}, {}, ['Tell us about an event']],
      [[], {links: 'unlisted'}, {}, undefined],
      [[event('e', '2026-12-01')], {}, {calendar: 'http://campaign.example/', submitEvent: 7}, undefined],
    ] as const)
      it(`${JSON.stringify([events.length, attributes, change])}`, async () => {
        const el = await list(events, attributes, {...pages, ...change});
        const links = part(el, 'footer')?.querySelectorAll('a');
        expect(links && [...links].map((link) => plain(link.textContent))).to.deep.equal(expected);
      });
  });

  for (const [attributes, expected] of [
    [{country: 'PL'}, 'k, w'],
    [{country: 'pl de'}, 'b, k, w'],
    [{town: 'warsaw'}, 'w'],
    [{country: 'DE', town: 'warsaw'}, undefined],
    [{country: 'FR'}, 'f'],
    [{country: ' '}, 'b, f, k, w'],
  ] as [Record<string, string>, string | undefined][])
    it(`shows only the events at ${JSON.stringify(attributes)}`, async () => {
      const el = await list(
        [
          event('b', '2026-12-01', {town: 'berlin'}),
          event('f', '2026-12-02', {country: 'FR'}),
          event('k', '2026-12-03', {town: 'krakow'}),
          event('w', '2026-12-04', {town: 'warsaw'}),
        ],
        attributes,
      );
      expect(groups(el)).to.deep.equal(expected ? [`Later: ${expected}`] : []);
      expect(!!part(el, 'empty')).to.equal(!expected);
    });

  describe('where there are many', () => {
    const select = (el: Element) => el.shadowRoot!.querySelector('select')!;
    const choose = (el: Element, place: string) => {
      select(el).value = place;
      select(el).dispatchEvent(new Event('change', {bubbles: true}));
    };
    const titles = (el: Element) => texts(el, 'title');

    it('offers their places, and no place for six', async () => {
      const el = await list(many);
      expect([...select(el).options].map(({text}) => text.trim())).to.deep.equal([
        'Everywhere',
        'Online',
        'Germany',
        'Berlin',
        'Poland',
        'Krakow',
        'Warsaw',
      ]);
      expect(select(await list(many.slice(0, 6)))).to.equal(null);
    });

    for (const [lang, germany, poland] of [
      ['be', 'Германія', 'Польшча'],
      ['be-Latn', 'Hiermanija', 'Polšča'],
      ['ka', 'გერმანია', 'პოლონეთი'],
      ['pl', 'Niemcy', 'Polska'],
    ])
      it(`names countries in ${lang}, which engines may lack`, async () => {
        const el = await list(
          many.map((one) => ({...one, title: {en: 'T', [lang!]: 'T'}})),
          {lang},
        );
        const places = () => [...select(el).options].map(({text}) => text.trim());
        await until(() => places().includes(germany!), `${places()}`);
        expect(places()).to.include(poland!);
      });

    it('offers no choice of one place', async () => {
      const el = await list(many.map((one) => ({...one, town: undefined, online: undefined, country: 'PL'})));
      expect(!!select(el)).to.equal(false);
      expect(titles(el)).to.have.length(10);
    });

    for (const [place, found, count] of [
      ['warsaw', 10, '24 events'],
      ['PL', 10, '47 events'],
      ['online', 1, '1 event'],
    ] as const)
      it(`shows those at ${place} alone, and announces how many they are`, async () => {
        const el = await list(many);
        const status = part(el, 'count')!;
        expect([status.getAttribute('role'), status.textContent]).to.deep.equal(['status', '']);
        choose(el, place);
        expect(titles(el)).to.have.length(found);
        expect([status.isConnected, status.textContent]).to.deep.equal([true, count]);
        choose(el, '');
        expect([titles(el).length, status.textContent]).to.deep.equal([10, '70 events']);
      });

    it('shows all again when the chosen place cannot be chosen any more', async () => {
      const el = await list(many);
      choose(el, 'PL');
      const some = many.slice(0, 8).map((one, i) => ({
        ...one,
        online: undefined,
        town: undefined,
        ...(i % 2 ? {country: 'PL'} : {}),
      }));
      el.src = feed(some);
      await el.updateComplete;
      expect(!!select(el)).to.equal(false);
      expect(titles(el)).to.have.length(8);
    });

    it('shows fifty more on demand, and goes on at the first of them', async () => {
      const el = await list(many);
      const more = part(el, 'more')!;
      expect(more.textContent).to.equal('More events (60)');
      more.click();
      expect(titles(el)).to.have.length(60);
      expect(more.textContent).to.equal('More events (10)');
      expect(plain(el.shadowRoot!.activeElement?.querySelector('[part=title]')?.textContent)).to.equal('Title of e10');
      more.click();
      expect(titles(el)).to.have.length(70);
      expect(more.hidden).to.equal(true);
    });

    it('keeps the choice when the element is rendered anew', async () => {
      const el = await list(many);
      choose(el, 'berlin');
      el.heading = 3;
      await el.updateComplete;
      expect(select(el).value).to.equal('berlin');
      expect(part(el, 'title')!.getAttribute('aria-level')).to.equal('5');
    });

    for (const [limit, shown] of [
      ['3', 3],
      ['0', 10],
      ['-1', 10],
      ['many', 10],
      ['2.5', 10],
      ['100', 70],
    ] as const)
      it(`shows ${shown} first with limit="${limit}"`, async () => {
        expect(titles(await list(many, {limit}))).to.have.length(shown);
      });
  });

  describe('changes with time', () => {
    const zone = 'Europe/Minsk';
    const timed = [
      event('vigil', '2026-11-22T15:30', {until: '2026-11-22T16:00', zone}),
      event('next', '2026-11-23', {zone}),
    ];

    it('when an event begins, when it ends, and when a day does', async () => {
      const el = await list(timed);
      await onScreen(el);
      const now = () => [groups(el), texts(el, 'now')];
      expect(now()).to.deep.equal([['Today: vigil', 'In the next 7 days: next'], []]);
      await clock.tickAsync(30 * 60_000);
      await el.updateComplete;
      expect(now()).to.deep.equal([['Today: vigil', 'In the next 7 days: next'], ['Now']]);
      await clock.tickAsync(30 * 60_000);
      await el.updateComplete;
      expect(now()).to.deep.equal([['In the next 7 days: next'], []]);
      await clock.tickAsync(8 * 3_600_000);
      await el.updateComplete;
      expect(now()).to.deep.equal([['Today: next'], []]);
    });

    it('and keeps its nodes while nothing has changed', async () => {
      const el = await list(timed);
      await onScreen(el);
      const title = part(el, 'title')!;
      await clock.tickAsync(5 * 60_000);
      await el.updateComplete;
      expect(title.isConnected).to.equal(true);
    });
  });

  describe('adds an event to the reader’s calendar', () => {
    const {click} = HTMLAnchorElement.prototype;
    let saved: HTMLAnchorElement | undefined;
    before(() => {
      HTMLAnchorElement.prototype.click = function () {
        // eslint-disable-next-line @typescript-eslint/no-this-alias -- the link is in no page
        saved = this;
      };
    });
    after(() => {
      HTMLAnchorElement.prototype.click = click;
    });

    const save = async (change: object) => {
      saved = undefined;
      const el = await list([event('vigil', '2026-12-24T18:30', {zone: 'Europe/Warsaw', ...change})]);
      part(el, 'calendar')!.click();
      await until(() => saved);
      return {el, name: saved!.download, text: await (await fetch(saved!.href)).text()};
    };

    it('as a file with its own name and an identity that stays', async () => {
      const {el, name, text} = await save({
        until: '2026-12-24T20:00',
        place: 'Square',
        town: 'warsaw',
        url: 'https://page.example/',
        text: 'With candles.',
      });
      expect(name).to.equal('vigil.ics');
      for (const line of [
        'UID:event.vigil@test',
        'DTSTAMP:20261122T000000Z',
        'DTSTART:20261224T173000Z',
        'DTEND:20261224T190000Z',
        'SUMMARY:Title of vigil',
        'LOCATION:Square\\, Warsaw',
        'DESCRIPTION:With candles.\\nSource: S',
        'URL:https://page.example/',
      ])
        expect(text.split('\r\n')).to.include(line);
      expect(plain(part(el, 'calendar')!.textContent)).to.equal('Add to calendar');
    });

    it('without a link that the page does not show', async () => {
      const el = await list([event('vigil', '2026-12-24', {url: 'https://page.example/', designatedIn: ['BY']})], {
        links: 'unlisted',
      });
      saved = undefined;
      part(el, 'calendar')!.click();
      await until(() => saved);
      const text = await (await fetch(saved!.href)).text();
      expect(text).to.not.contain('page.example');
      expect(text).to.contain('DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225');
    });

    it('without an end where that is not known', async () => {
      expect((await save({})).text).to.not.contain('DTEND');
    });
  });

  describe('speaks the reader’s language', () => {
    const both = {title: {en: 'Vigil', be: 'Вахта'}};

    it('where one of the events has it; the others keep theirs', async () => {
      const el = await list([event('a', '2026-12-01', both), event('b', '2026-12-02')], {lang: 'be'});
      expect(words(el, 'heading')).to.equal('Будучыя мерапрыемствы');
      expect(texts(el, 'title')).to.deep.equal(['Вахта', 'Title of b']);
      expect(parts(el, 'title')[1]!.querySelector('bdi')!.lang).to.equal('en');
    });

    it('not where none has it', async () => {
      const el = await list([event('b', '2026-12-02')], {lang: 'be'});
      expect(words(el, 'heading')).to.equal('Coming events');
    });

    it('in every language of the library', async () => {
      const tags = ['en', ...Object.keys(loaders)];
      const title = Object.fromEntries(tags.map((tag) => [tag, `T ${tag}`]));
      const online = 'https://o.example/';
      const src = feed([event('a', '2026-12-01T18:30', {title, zone: 'Europe/Warsaw', online})]);
      for (const lang of tags) {
        const el = await show('solidarity-events', {src, lang});
        expect([part(el, 'base')!.lang, words(el, 'title')]).to.deep.equal([lang, `T ${lang}`]);
        for (const name of ['heading', 'group', 'when', 'local', 'place', 'calendar', 'join', 'source'])
          expect(words(el, name), `${name} in ${lang}`).to.match(/\p{L}/u);
        expect(words(el, 'heading') === 'Coming events').to.equal(lang === 'en');
      }
      // Thirty-four files, and three engines run at once.
    }).timeout(60_000);
  });

  it('isolates each text of the feed', async () => {
    const el = await list([event('e', '2026-12-01', {title: 'A \u202e B', text: '<b>no</b>', place: 'P'})]);
    const isolated = [...part(el, 'event')!.querySelectorAll('bdi')].map((node) => node.textContent);
    expect(isolated).to.deep.equal(['A  B', 'P', '<b>no</b>', 'S']);
  });

  it('requests nothing but the feed, and nothing stays when it leaves the page', async () => {
    const network = fakeNetwork();
    try {
      network.answer(JSON.stringify(feedOf({events: [event('e', '2026-12-01')], towns})));
      const el = await show('solidarity-events', {src: '/feed-of-events.json'});
      expect(groups(el)).to.deep.equal(['Later: e']);
      expect(network.requests.map(({url}) => new URL(url).pathname)).to.deep.equal(['/feed-of-events.json']);
      await onScreen(el);
      const minutes = () => waits(clock).filter((ms) => ms > 0 && ms <= 60_000);
      expect(minutes()).to.not.be.empty;
      el.remove();
      await nextTask();
      expect(minutes()).to.deep.equal([]);
    } finally {
      network.restore();
    }
  });

  it('does not overflow in 320 px, in any language', async () => {
    const src = feed(
      many.slice(0, 8).map((one) => ({...one, place: 'A very long place '.repeat(4), status: 'postponed'})),
    );
    for (const lang of ['en', 'be', 'de', 'el', 'ar', 'ka']) {
      const el = create('solidarity-events', {src, lang});
      fixtureSync(html`<div style="inline-size: 288px">${el}</div>`);
      await el.updateComplete;
      expect(part(el, 'base')!.scrollWidth).to.be.at.most(288);
    }
  });

  it('names the event of each button and link, which all say the same', async () => {
    const el = await list([
      event('one', '2026-12-10', {online: 'https://o.example/'}),
      event('two', '2026-12-11', {url: 'https://p.example/'}),
    ]);
    const described = [...parts(el, 'calendar'), ...parts(el, 'join')].map((node) =>
      plain(el.shadowRoot!.getElementById(node.getAttribute('aria-describedby')!)!.textContent),
    );
    expect(described).to.deep.equal(['Title of one', 'Title of two', 'Title of one']);
  });

  it('strikes out every time of an event that is cancelled', async () => {
    const more = {zone: 'Europe/Minsk', online: 'https://o.example/', status: 'cancelled'};
    const el = await list([event('gone', '2026-12-10T18:00', more)]);
    for (const name of ['when', 'local'])
      expect(getComputedStyle(part(el, name)!).textDecorationLine, name).to.equal('line-through');
  });

  it('has the choice of a place within the column, with large letters', async () => {
    const names = {en: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'};
    const src = inlineFeed(feedOf({events: many, towns: towns.map((town) => ({...town, name: names}))}));
    const el = create('solidarity-events', {src});
    fixtureSync(html`<div style="inline-size: 304px; font-size: 32px">${el}</div>`);
    await el.updateComplete;
    const select = el.shadowRoot!.querySelector('select')!;
    const {right} = part(el, 'base')!.getBoundingClientRect();
    expect(select.getBoundingClientRect().right).to.be.below(right);
  });

  it('shows all of the focus ring around the first of more events', async function () {
    const el = await list(many);
    part(el, 'more')!.click();
    const focused = el.shadowRoot!.activeElement!;
    expect(focused).to.have.attribute('part', 'event planned');
    // WebKit’s driver gives its window no focus.
    if (!focused.matches(':focus')) return this.skip();
    expect(getComputedStyle(focused).outlineOffset).to.equal('-2px');
  });

  it('prints the address of what is online in one line of text', async function () {
    const el = await list([event('online', '2026-12-10', {online: 'https://o.example/'})]);
    if (!(await executeServerCommand('media', {media: 'print'}))) return this.skip();
    expect(getComputedStyle(part(el, 'join')!).display).to.match(/^inline$|^block$/);
    await executeServerCommand('media', {});
  });

  it('marks what is today by lines in forced colours', async function () {
    const el = await list([event('e', '2026-11-22')]);
    const width = () => getComputedStyle(part(el, 'group')!).borderBlockEndWidth;
    expect(width()).to.equal('0px');
    if (!(await executeServerCommand('media', {'forced-colors': 'active'}))) return this.skip();
    expect(width()).to.equal('4px');
  });
});
