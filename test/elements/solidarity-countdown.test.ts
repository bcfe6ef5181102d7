import {expect, fixture, fixtureSync} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-countdown.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {setLocaleLoader} from '../../src/i18n/load-locale.js';
import {inEveryLanguage, localeOf} from '../support/describe.js';
import {aloud, create, isFallback, part, parts, plain, seen, show, words} from '../support/elements.js';
import {fakeClock, waits} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {day} from '../support/samples.js';
import {hidePage, showPage} from '../support/visibility.js';
import {nextTask, offScreen, onScreen, until} from '../support/wait.js';

const rights = {id: 'rights', title: 'Human Rights Day', yearly: '12-10'};
const feed = (...observances: object[]) => inlineFeed(feedOf({observances}));
const units = (el: Element) =>
  parts(el, 'unit')
    .map((unit) => plain(unit.textContent))
    .join(', ');

describe('<solidarity-countdown>', () => {
  let clock: ReturnType<typeof fakeClock>;
  const setClock = (instant: string) => clock.setSystemTime(new Date(instant));
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z');
  });
  afterEach(() => clock.uninstall());

  const countdown = (attributes: Parameters<typeof create>[1] = {}) =>
    show('solidarity-countdown', {src: feed(day, rights), ...attributes});

  it('counts to the observance that comes first', async () => {
    const el = await countdown();
    expect(words(el, 'heading')).to.equal('Human Rights Day');
    expect(units(el)).to.equal('17 days, 9 hours');
  });

  for (const [now, expected] of [
    ['2026-11-22T12:00:00Z', '8 months, 18 days'],
    ['2027-06-08T21:00:00Z', '2 months'],
    ['2027-06-20T21:00:00Z', '49 days, 0 hours'],
    ['2027-08-06T21:00:00Z', '2 days, 0 hours'],
    ['2027-08-07T09:30:00Z', '35 hours, 30 minutes'],
    ['2027-08-08T20:29:30Z', '30 minutes, 30 seconds'],
    ['2027-08-08T20:59:59Z', '1 second'],
  ] as const)
    it(`shows ${expected} at ${now}`, async () => {
      setClock(now);
      expect(units(await countdown({observance: 'day'}))).to.equal(expected);
    });

  for (const [now, expected] of [
    ['2027-08-08T20:59:59Z', ['1 second', '9 August 2027']],
    ['2027-08-08T21:00:00Z', ['Today', '9 August 2027']],
    ['2027-08-09T20:59:59Z', ['Today', '9 August 2027']],
    ['2027-08-09T21:00:00Z', ['11 months, 30 days', '9 August 2028']],
  ] as const)
    it(`uses the day of Minsk: ${expected.join(', ')} at ${now}`, async () => {
      setClock(now);
      const el = await countdown({observance: 'day'});
      expect([units(el) || words(el, 'count'), words(el, 'date')]).to.deep.equal(expected);
      expect(words(el, 'heading')).to.equal('Day of Solidarity');
    });

  it('always shows the date; the zone and its offset only with a time of day', async () => {
    const date = async (attributes: Record<string, string>) => words(await countdown(attributes), 'date');
    expect(await date({observance: 'day'})).to.equal('9 August 2027');
    expect(await date({observance: 'day', zone: 'local'})).to.equal('9 August 2027');
    const vigil = {to: '2026-12-24T18:30'};
    expect(await date({...vigil})).to.equal('24 December 2026, 18:30 (Minsk, UTC+3)');
    expect(await date({...vigil, zone: 'Europe/Warsaw'})).to.equal('24 December 2026, 18:30 (Warsaw, UTC+1)');
    expect(await date({...vigil, zone: 'local'})).to.equal('24 December 2026, 18:30 (your time, UTC−5)');
    setClock('2027-08-09T12:00:00Z');
    expect(await date({observance: 'day'})).to.equal('9 August 2027');
  });

  it('uses the zone of Minsk if its own zone is unknown', async () => {
    const el = await countdown({to: '2026-12-24T18:30', zone: 'Mars/Olympus'});
    expect(words(el, 'date')).to.equal('24 December 2026, 18:30 (Minsk, UTC+3)');
  });

  it('has no title for a date that the page does not name', async () => {
    expect(part(await countdown({to: '2026-12-24'}), 'heading')).to.equal(null);
  });

  for (const [now, attributes, expected, label, date] of [
    [
      '2026-11-22T12:00:00Z',
      {to: '2020-08-09', direction: 'up', units: 'years days'},
      '6 years, 105 days',
      'Time passed',
      '',
    ],
    ['2026-11-20T12:00:00Z', {to: '2026-11-20'}, '', 'Today', '20 November 2026'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-20'}, '2 days', 'Time passed', '20 November 2026'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-22T18:30'}, '3 hours, 30 minutes', '', '22 November 2026, 18:30'],
    ['2026-11-22T15:30:00Z', {to: '2026-11-22T18:30'}, '', 'Today', '22 November 2026, 18:30'],
    ['2026-11-22T22:00:00Z', {to: '2026-11-22T18:30'}, '6 hours, 30 minutes', 'Time passed', '22 November 2026, 18:30'],
    ['2026-11-22T17:45:00Z', {to: '2026-11-22T18:30', direction: 'up'}, '2 hours, 15 minutes', 'Time passed', ''],
    ['2026-11-22T12:00:00Z', {to: '2026-11-23', direction: 'up'}, '9 hours, 0 minutes', '', ''],
    [
      '2026-11-22T12:00:00Z',
      {to: '2024-02-29', units: 'years months days'},
      '2 years, 8 months, 24 days',
      'Time passed',
      '',
    ],
    ['2026-12-31T20:59:00Z', {to: '2027-01-01'}, '1 minute, 0 seconds', '', '1 January 2027'],
    // In Minsk it is the next day already; the reader is in New York.
    ['2026-11-22T23:00:00Z', {to: '2026-11-23'}, '', 'Today', ''],
    ['2026-11-22T23:00:00Z', {to: '2026-11-23', zone: 'local'}, '6 hours, 0 minutes', '', ''],
    // Units that are too large for the time are replaced.
    ['2026-11-22T12:00:00Z', {to: '2026-12-20', units: 'months'}, '27 days, 9 hours', '', ''],
    ['2026-11-22T12:00:00Z', {to: '2026-11-23', units: 'days'}, '1 day', '', ''],
  ] as [string, Record<string, string>, string, string, string][])
    it(`shows “${expected || label}” at ${now} for ${JSON.stringify(attributes)}`, async () => {
      setClock(now);
      const el = await countdown(attributes);
      expect(units(el)).to.equal(expected);
      expect((label === 'Today' ? words(el, 'count') : words(el, 'label')) ?? '').to.equal(label);
      expect(words(el, 'date')).to.contain(date);
      expect(!!el.shadowRoot!.querySelector('[role=timer]')).to.equal(!!expected);
    });

  it('reads minutes aloud if only seconds are shown, and the last minute as one', async () => {
    setClock('2026-11-23T20:59:15Z');
    const el = await countdown({to: '2026-11-24', units: 'seconds'});
    expect(units(el)).to.equal('45 seconds');
    expect(words(el, 'text')).to.equal('1 minute');
  });

  it('counts up from the last day of an observance', async () => {
    const el = await countdown({observance: 'day', direction: 'up', units: 'days'});
    expect(units(el)).to.equal('105 days');
    expect(words(el, 'heading')).to.equal('Day of Solidarity');
    expect(part(el, 'date')!.querySelector('time')).to.have.attribute('datetime', '2026-08-09');
  });

  it('shows no numbers on the day itself, also when it counts up', async () => {
    setClock('2027-08-09T12:00:00Z');
    const el = await countdown({observance: 'day', direction: 'up'});
    expect([words(el, 'heading'), words(el, 'count')]).to.deep.equal(['Day of Solidarity', 'Today']);
    expect(units(el)).to.equal('');
  });

  it('uses the zone of the observance, unless the page names another one', async () => {
    const src = feed({...day, zone: 'Europe/Warsaw'});
    const date = async (attributes: Record<string, string>) =>
      words(await countdown({src, observance: 'day', to: '2027-08-09T18:30', ...attributes}), 'date');
    expect(await date({})).to.equal('9 August 2027, 18:30 (Warsaw, UTC+2)');
    expect(await date({zone: 'Asia/Kathmandu'})).to.equal('9 August 2027, 18:30 (Kathmandu, UTC+5:45)');
    expect(await date({zone: 'nowhere'})).to.equal('9 August 2027, 18:30 (Warsaw, UTC+2)');
  });

  it('shows the page’s title of a date', async () => {
    const el = await fixture(
      html`<solidarity-countdown lang="en" src=${feed(day)} to="2026-12-24"
        ><b slot="title">Vigil</b></solidarity-countdown
      >`,
    );
    const [title] = part(el, 'heading')!.querySelector('slot')!.assignedElements();
    expect(title!.textContent).to.equal('Vigil');
    expect(words(el, 'date')).to.equal('24 December 2026');
  });

  it('shows the page’s title with the fallback content, as it is without the script', async () => {
    const el = await fixture(
      html`<solidarity-countdown lang="en" src=${feed(day)} to="tomorrow"
        ><b slot="title">Vigil</b>: on a day</solidarity-countdown
      >`,
    );
    const slots = [...el.shadowRoot!.querySelectorAll('slot')];
    const shown = slots.flatMap((slot) => slot.assignedNodes()).map(({textContent}) => textContent);
    expect(shown.join('').trim()).to.equal('Vigil: on a day');
  });

  for (const [what, attributes] of [
    ['unknown units', {units: 'fortnights'}],
    ['an unknown direction', {direction: 'sideways'}],
  ] as [string, Record<string, string>][])
    it(`ignores ${what}`, async () => {
      expect(words(await countdown(attributes), 'heading')).to.equal('Human Rights Day');
    });

  for (const to of [
    '2027-02-30',
    'tomorrow',
    '2027-02-03T25:00',
    '2027-02-03T24:00',
    '2027-02-03T18:30:61',
    '2027-02-03T18:30+3',
    '2027-02-03+03:00',
    '2027-02-03T18',
    '0026-08-09',
    '09.08.2027',
    '08/09/2027',
    '2027-8-9',
    '20270809',
    '2027-08-09T18:30 Europe/Minsk',
    '2027-08-09, 18:30',
  ])
    it(`shows the fallback content, and never another event, for ${to}`, async () => {
      const el = create('solidarity-countdown', {src: feed(day, rights), to, observance: 'day'});
      const errors: string[] = [];
      el.addEventListener('error', (event) => {
        const {reason, message} = event as unknown as SolidarityErrorEvent;
        errors.push(`${reason} ${message}`);
      });
      await fixture(html`${el}`);
      await el.updateComplete;
      expect([isFallback(el), ...errors].join()).to.equal(`true,missing /observances ${to}`);
    });

  for (const [to, zone, date, instant] of [
    ['2026-12-24T18:30:00', undefined, '24 December 2026, 18:30 (Minsk, UTC+3)', '2026-12-24T15:30:00Z'],
    ['2026-12-24T18:30:15', undefined, '24 December 2026, 18:30 (Minsk, UTC+3)', '2026-12-24T15:30:15Z'],
    ['2026-12-24 18:30', undefined, '24 December 2026, 18:30 (Minsk, UTC+3)', '2026-12-24T15:30:00Z'],
    ['2026-12-24T18:30+01:00', undefined, '24 December 2026, 20:30 (Minsk, UTC+3)', '2026-12-24T17:30:00Z'],
    ['2026-12-24T18:30-03:30', undefined, '25 December 2026, 01:00 (Minsk, UTC+3)', '2026-12-24T22:00:00Z'],
    ['2026-12-24T18:30Z', 'Europe/Warsaw', '24 December 2026, 19:30 (Warsaw, UTC+1)', '2026-12-24T18:30:00Z'],
    ['2026-12-24T23:30:00.000Z', 'local', '24 December 2026, 18:30 (your time, UTC−5)', '2026-12-24T23:30:00Z'],
  ] as const)
    it(`counts to ${to}, and says when that is`, async () => {
      const el = await countdown({to, zone, units: 'seconds'});
      const seconds = (Date.parse(instant) - Date.now()) / 1000;
      expect([words(el, 'date'), units(el)].join('; ')).to.equal(`${date}; ${seconds.toLocaleString('en')} seconds`);
      setClock(instant);
      const now = await countdown({to, zone});
      expect(words(now, 'count')).to.equal('Today');
    });

  it('shows the fallback content if the feed lacks the observance', async () => {
    expect(await countdown({observance: 'nowhere'})).shadowDom.to.equal('<slot></slot>');
  });

  for (const [heading, tag] of [
    [undefined, 'P'],
    ['2', 'H2'],
    ['6', 'H6'],
    ['1', 'P'],
    ['7', 'P'],
    ['two', 'P'],
  ] as const)
    it(`has a title that is ${tag} with heading=${heading}`, async () => {
      const el = await countdown({heading});
      const title = part(el, 'heading')!;
      expect([title.tagName, plain(title.textContent)]).to.deep.equal([tag, 'Human Rights Day']);
      const {fontSize, marginBlock} = getComputedStyle(title);
      expect([fontSize, marginBlock]).to.deep.equal(['16px', '0px']);
    });

  describe('has columns of one width', () => {
    const lefts = (el: Element) => parts(el, 'unit').map((unit) => Math.round(unit.getBoundingClientRect().left));
    const UNITS = 'years months days hours minutes seconds';
    for (const [units, width, columns] of [
      [UNITS, 320, 3],
      [UNITS, 640, 6],
      ['days hours minutes seconds', 320, 2],
      ['days hours minutes seconds', 640, 4],
      ['days hours', 320, 2],
    ] as const)
      it(`${columns} of ${units} in ${width} px`, async () => {
        setClock('2025-05-28T07:48:47Z');
        const el = await countdown({to: '2027-08-09', units});
        el.style.inlineSize = `${width}px`;
        const all = lefts(el);
        const row = [...new Set(all)];
        expect(row.length).to.equal(columns);
        expect(all).to.deep.equal(all.map((_, i) => row[i % columns]!));
        const steps = row.slice(1).map((left, i) => left - row[i]!);
        for (const step of steps) expect(step).to.be.closeTo(steps[0]!, 1);
      });
  });

  for (const look of ['campaign', 'newsroom', 'contrast', 'memorial'])
    it(`ends with its content as ${look}, whatever height the page reserves`, async () => {
      const el = await countdown({look});
      const {height} = part(el, 'base')!.getBoundingClientRect();
      el.style.minBlockSize = '600px';
      expect(part(el, 'base')!.getBoundingClientRect().height).to.equal(height);
      expect(el.getBoundingClientRect().height).to.equal(600);
    });

  it('has its numbers in the red zone as a campaign, and in the page’s own colours in a newsroom', async () => {
    const colours = async (attributes: Record<string, string>) => {
      const el = await countdown(attributes);
      const {backgroundColor} = getComputedStyle(part(el, 'figure')!);
      // White, as an engine writes it.
      const color = getComputedStyle(part(el, 'count')!).color.replace(/^lch\(100 .*/, 'white');
      return [backgroundColor, color];
    };
    const red = ['rgb(200, 16, 46)', 'white'];
    expect(await colours({theme: 'light'})).to.deep.equal(red);
    expect(await colours({theme: 'dark'})).to.deep.equal(red);
    const page = getComputedStyle(document.body).color;
    expect(await colours({look: 'newsroom'})).to.deep.equal(['rgba(0, 0, 0, 0)', page]);
  });

  it('is a date on paper, where numbers would stand still', async function () {
    const el = await countdown({to: '2026-11-23', units: 'minutes seconds', observance: 'day'});
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    try {
      expect(seen(part(el, 'figure'))).to.equal('23 November 2026');
      expect([words(el, 'heading'), part(el, 'heading')!.checkVisibility()]).to.deep.equal(['Day of Solidarity', true]);
      expect(part(el, 'pause')!.checkVisibility()).to.equal(false);
      expect(getComputedStyle(part(el, 'date')!).color).to.equal('rgb(0, 0, 0)');
    } finally {
      await executeServerCommand('media', {});
    }
  });

  it('is right when it is printed, also off screen', async () => {
    const el = await countdown({to: '2026-12-13', units: 'days'});
    el.style.display = 'none';
    await offScreen(el);
    expect(units(el)).to.equal('21 days');
    setClock('2026-11-25T12:00:00Z');
    window.dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    await el.updateComplete;
    expect(units(el)).to.equal('18 days');
  });

  it('is a timer that announces nothing by itself, and is read aloud without seconds', async () => {
    setClock('2027-08-08T20:29:30Z');
    const el = await countdown({observance: 'day'});
    const timer = el.shadowRoot!.querySelector('[role=timer]')!;
    expect(timer.hasAttribute('aria-live')).to.equal(false);
    // Its name is the title alone.
    const name = el.shadowRoot!.getElementById(timer.getAttribute('aria-labelledby')!);
    expect(plain(name?.textContent)).to.equal('Day of Solidarity');
    expect(aloud(timer)).to.equal('30 minutes 9 August 2027');
    expect(part(el, 'units')).to.have.attribute('aria-hidden', 'true');
    expect(words(el, 'text')).to.equal('30 minutes');
    setClock('2027-08-08T20:29:31Z');
    el.requestUpdate();
    await el.updateComplete;
    expect(units(el)).to.equal('30 minutes, 29 seconds');
    expect(words(el, 'text')).to.equal('30 minutes');
  });

  it('ticks by the second while seconds are shown; one pause pauses all', async () => {
    setClock('2027-08-08T20:29:30Z');
    const one = await countdown({observance: 'day'});
    const two = await countdown({observance: 'day'});
    await Promise.all([onScreen(one), onScreen(two)]);
    const togglePause = () => {
      part(one, 'pause')!.click();
      return Promise.all([one.updateComplete, two.updateComplete]);
    };
    await clock.tickAsync(2000);
    expect([one, two].map(units)).to.deep.equal(['30 minutes, 28 seconds', '30 minutes, 28 seconds']);
    await togglePause();
    try {
      expect(part(two, 'pause')).to.have.attribute('aria-label', 'Resume');
      await clock.tickAsync(8000);
      await Promise.all([one.updateComplete, two.updateComplete]);
      expect([one, two].map(units)).to.deep.equal(['30 minutes, 28 seconds', '30 minutes, 28 seconds']);
    } finally {
      await togglePause();
    }
    expect([one, two].map(units)).to.deep.equal(['30 minutes, 20 seconds', '30 minutes, 20 seconds']);
  });

  it('is accessible while it ticks, and while it is paused', async () => {
    clock.uninstall();
    // The checks need timers.
    clock = fakeClock('2027-08-08T20:29:30Z', ['Date']);
    const el = await countdown({observance: 'day'});
    for (const label of ['Pause', 'Resume']) {
      expect(part(el, 'pause')).to.have.attribute('aria-label', label);
      await expect(el).to.be.accessible();
      part(el, 'pause')!.click();
      await el.updateComplete;
    }
  });

  it('writes only the seconds, until their word or another unit changes', async () => {
    setClock('2027-08-08T19:58:30Z');
    const attributes = {
      src: feed({...day, title: {be: 'Дзень'}, why: undefined}),
      lang: 'be',
      units: 'hours minutes seconds',
    };
    const el = await countdown(attributes);
    await onScreen(el);
    let renderings = 0;
    const observer = new MutationObserver((changes) => {
      renderings += +changes.some(
        ({type, target}) => type === 'childList' && !(target as Element).closest('[part=count],[part=text]'),
      );
    });
    observer.observe(el.shadowRoot!, {subtree: true, childList: true});
    for (let second = 1; second <= 100; second++) {
      await clock.tickAsync(1000);
      await el.updateComplete;
      const fresh = await countdown(attributes);
      expect(units(el)).to.equal(units(fresh));
      fresh.remove();
      await nextTask();
    }
    observer.disconnect();
    // Seconds that end in 1, 4 or 0 have another word than the one before, except 14 to 11; and two minutes pass.
    expect(renderings).to.be.within(20, 40);
  });

  it('goes on counting in its language while another one loads', async () => {
    setClock('2027-08-08T20:29:30Z');
    const hungarian = await localeOf('hu');
    let finish = () => {};
    setLocaleLoader(['hu'], () => new Promise((resolve) => (finish = () => resolve(hungarian))));
    try {
      const src = feed({...day, title: inEveryLanguage('Solidarity'), why: undefined});
      const first = create('solidarity-countdown', {src, lang: 'hu'});
      const second = create('solidarity-countdown', {src, lang: 'en'});
      fixtureSync(html`${first}${second}`);
      await second.updateComplete;
      await Promise.all([onScreen(first), onScreen(second)]);
      second.lang = 'hu';
      await nextTask();
      await clock.tickAsync(2000);
      expect(part(first, 'base')).to.equal(null);
      expect(units(second)).to.equal('30 minutes, 28 seconds');
      finish();
      await Promise.all([first.updateComplete, second.updateComplete]);
      expect([first, second].map(units)).to.deep.equal(['30 perc, 28 másodperc', '30 perc, 28 másodperc']);
    } finally {
      setLocaleLoader(Object.keys(loaders), localeOf);
    }
  });

  it('has no pause if only minutes change', async () => {
    expect(part(await countdown({observance: 'day'}), 'pause')).to.equal(null);
  });

  describe('has one timer for all of a page', () => {
    beforeEach(() => setClock('2027-08-08T20:29:30.250Z'));
    afterEach(() => {
      showPage();
      scrollTo(0, 0);
    });

    const countdowns = async (n: number, attributes: Parameters<typeof create>[1] = {}) => {
      const all = Array.from({length: n}, () =>
        create('solidarity-countdown', {src: feed(day), observance: 'day', ...attributes}),
      );
      fixtureSync(html`<div>${all}</div>`);
      await Promise.all(all.map((el) => el.updateComplete));
      await onScreen(all[0]!);
      return all;
    };
    /** Without the timer of the next day. */
    const next = () => waits(clock).filter((wait) => wait <= 60_000);

    it('which is due at the full second', async () => {
      await countdowns(20);
      expect(next()).to.deep.equal([750]);
    });

    it('which is due at the full minute if no seconds are shown', async () => {
      await countdowns(20, {units: 'minutes'});
      expect(next()).to.deep.equal([29_750]);
    });

    it('which stops while the page is hidden; when it is shown again the numbers are right at once', async () => {
      const all = await countdowns(20);
      hidePage();
      await clock.tickAsync(1000);
      expect(next()).to.deep.equal([]);
      setClock('2027-08-08T20:40:00Z');
      showPage();
      expect(next()).to.deep.equal([1000]);
      await all[0]!.updateComplete;
      expect(units(all[0]!)).to.equal('20 minutes, 0 seconds');
      // The last one is below the screen: it is right when it is seen.
      all.at(-1)!.scrollIntoView();
      await until(() => units(all.at(-1)!) === '20 minutes, 0 seconds');
    });

    it('which stops when they leave the page, and starts when they return', async () => {
      const all = await countdowns(20);
      const parent = all[0]!.parentElement!;
      parent.replaceChildren();
      expect(next()).to.deep.equal([]);
      setClock('2027-08-08T20:50:00Z');
      parent.append(...all);
      await until(() => next().length);
      expect(next()).to.deep.equal([1000]);
      expect(units(all[7]!)).to.equal('10 minutes, 0 seconds');
    });
  });

  it('is right at once after the machine has slept, or its clock was set', async () => {
    setClock('2027-08-08T12:00:00Z');
    const el = await countdown({observance: 'day'});
    await onScreen(el);
    expect(units(el)).to.equal('9 hours, 0 minutes');
    for (const [now, expected] of [
      ['2027-08-08T20:00:00Z', '1 hour, 0 minutes'],
      ['2027-08-08T10:00:00Z', '11 hours, 0 minutes'],
    ] as const) {
      setClock(now);
      window.dispatchEvent(new Event('focus'));
      await el.updateComplete;
      expect(units(el)).to.equal(expected);
    }
  });

  for (const [lang, expected] of [
    ['be', '8 месяцаў, 18 дзён'],
    ['ru', '8 месяцев, 18 дней'],
    ['uk', '8 місяців, 18 днів'],
    ['pl', '8 miesięcy, 18 dni'],
    ['lt', '8 mėnesiai, 18 dienų'],
    ['de', '8 Monate, 18 Tage'],
  ] as const)
    it(`counts in ${lang}: ${expected}`, async () => {
      const src = feed({...day, title: inEveryLanguage('Solidarity'), why: undefined});
      expect(units(await countdown({src, lang}))).to.equal(expected);
    });
});
