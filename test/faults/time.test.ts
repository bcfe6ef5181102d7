import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import '../../src/define/solidarity-countdown.js';
import '../../src/define/solidarity-counter.js';
import type {SolidarityElement} from '../../src/elements/solidarity-element.js';
import {aloud, part, parts, plain, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, day, held, sections} from '../support/samples.js';
import {hidePage, showPage} from '../support/visibility.js';
import {nextTask, offScreen, onScreen, until} from '../support/wait.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const src = (...observances: object[]) => inlineFeed(feedOf({observances: observances.length ? observances : [day]}));
const units = (el: Element) =>
  parts(el, 'unit')
    .map((unit) => plain(unit.textContent))
    .join(', ');

let clock: ReturnType<typeof fakeClock>;
const at = (instant: string | number) => clock.setSystemTime(new Date(instant));
const paused: Element[] = [];
beforeEach(() => {
  clock = fakeClock('2027-08-08T20:29:30Z');
});
afterEach(() => {
  // The pause is one for the page.
  const button = paused
    .splice(0)
    .map((el) => part(el, 'paused'))
    .find(Boolean);
  button?.click();
  clock.uninstall();
  showPage();
  scrollTo(0, 0);
});

const countdown = async (attributes: Record<string, string> = {}) => {
  const el = await show('solidarity-countdown', {src: src(), observance: 'day', ...attributes});
  paused.push(el);
  return el;
};
/** How many timers the page sets in so many milliseconds. */
const timersIn = async (ms: number) => {
  const {setTimeout} = window;
  let timers = 0;
  window.setTimeout = ((run: () => void, delay?: number) => {
    timers++;
    return setTimeout(run, delay);
  }) as typeof setTimeout;
  try {
    await clock.tickAsync(ms);
  } finally {
    window.setTimeout = setTimeout;
  }
  return timers;
};
const running = async (attributes: Record<string, string> = {}) => {
  const el = await countdown(attributes);
  await onScreen(el);
  return el;
};
const pause = async (el: SolidarityElement) => {
  part(el, 'pause')!.click();
  await el.updateComplete;
};
/** What a page’s timers do in a second, a minute or an hour. */
const live = async (ms: number, el: SolidarityElement) => {
  await clock.tickAsync(ms);
  await nextTask();
  await el.updateComplete;
};

describe('a paused countdown', () => {
  const events: [string, (el: SolidarityElement) => unknown][] = [
    ['the window gets the focus', () => window.dispatchEvent(new Event('focus'))],
    [
      'the window loses the focus, and gets it again',
      () => ['blur', 'focus'].forEach((type) => window.dispatchEvent(new Event(type))),
    ],
    ['the tab is hidden, and shown again', () => (hidePage(), showPage())],
    [
      'the page comes from the back-forward cache',
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})),
    ],
    [
      'the page is frozen, and resumed',
      () => ['freeze', 'resume'].forEach((type) => document.dispatchEvent(new Event(type))),
    ],
    ['the network is back', () => window.dispatchEvent(new Event('online'))],
    ['the window is resized', () => window.dispatchEvent(new Event('resize'))],
    [
      'it is scrolled away and back',
      async (el) => {
        const spacer = document.createElement('div');
        spacer.style.blockSize = '5000px';
        el.before(spacer);
        await offScreen(el);
        spacer.remove();
        await onScreen(el);
      },
    ],
    [
      'it is not displayed for a while',
      async (el) => {
        el.style.display = 'none';
        await offScreen(el);
        el.style.display = '';
        await onScreen(el);
      },
    ],
    ['it is moved', (el) => el.parentElement!.append(el)],
    ['it is rendered once more', (el) => el.requestUpdate()],
    ['it is told the same again', (el) => el.setAttribute('observance', 'day')],
    [
      'its heading, theme and links change',
      (el) => ['heading', 'theme', 'links'].forEach((name) => el.setAttribute(name, '2')),
    ],
    ['its page is in another language', (el) => (el.lang = 'de')],
    ['its feed is another one that says the same', (el) => ((el as SolidarityElement & {src: string}).src = src())],
    ['a second one comes', () => countdown()],
    ['the clock is set back', () => (at('2027-08-08T20:10:00Z'), window.dispatchEvent(new Event('focus')))],
    ['the clock is set forward', () => (at('2027-08-08T20:50:00Z'), window.dispatchEvent(new Event('focus')))],
    ['the machine sleeps', () => (clock.jump(10 * MINUTE), window.dispatchEvent(new Event('focus')))],
  ];
  for (const [what, happen] of events)
    it(`has seconds that stand still when ${what}, and the minutes of the clock`, async () => {
      const el = await running();
      await live(2 * SECOND, el);
      const counts = () => parts(el, 'count').map(({textContent}) => Number(textContent));
      expect(counts()).to.deep.equal([30, 28]);
      await pause(el);
      for (let i = 0; i < 3; i++) {
        await live(7 * SECOND, el);
        await happen(el);
        await nextTask();
        await el.updateComplete;
        const [seconds, minutes = 0] = counts().reverse();
        expect(seconds).to.equal(28);
        const left = (Date.UTC(2027, 7, 8, 21) - Date.now()) / MINUTE;
        expect(minutes + seconds! / 60, 'minutes').to.be.within(left - 1, left + 2);
        expect(part(el, 'paused'), 'the button that resumes it').to.exist;
      }
    });

  it('stands still with all others, and those that come later stand at the same second', async () => {
    const [one, two] = [await running(), await running()];
    await pause(one);
    await live(7 * SECOND, one);
    const three = await countdown();
    await Promise.all([two.updateComplete, three.updateComplete]);
    expect([one, two, three].map(units)).to.deep.equal(Array(3).fill('30 minutes, 30 seconds'));
    expect([one, two, three].filter((el) => !part(el, 'paused'))).to.deep.equal([]);
  });

  it('is right at once when it is resumed, and goes on by the second', async () => {
    const el = await running();
    await pause(el);
    await live(5 * MINUTE + 3 * SECOND, el);
    await pause(el);
    expect(units(el)).to.equal('25 minutes, 27 seconds');
    await live(SECOND, el);
    expect(units(el)).to.equal('25 minutes, 26 seconds');
  });

  it('can be resumed in the minute before the end, and after a long pause', async () => {
    const el = await running();
    await pause(el);
    await live(30 * MINUTE, el);
    await pause(el);
    expect(units(el)).to.equal('30 seconds');
  });

  for (const [when, ms] of [
    ['a second later', SECOND],
    ['an hour later', HOUR],
    ['at noon', 15 * HOUR],
  ] as const)
    it(`shows the day when it has come, ${when}`, async () => {
      const el = await running();
      await pause(el);
      clock.jump(30 * MINUTE + 30 * SECOND - 1);
      clock.jump(1 + ms);
      await nextTask();
      await until(() => words(el, 'count') === 'Today');
    });

  it('shows the time after `to`, when it has come', async () => {
    const el = await running({observance: '', to: '2027-08-09T00:00', direction: 'up'});
    await pause(el);
    clock.jump(26 * HOUR);
    await nextTask();
    await until(() => words(el, 'label') === 'Time passed' && words(el, 'date')!.startsWith('9 August 2027'));
  });

  it('shows the right days, hours and minutes after days, and reads them aloud', async () => {
    at('2027-07-30T12:00:30Z');
    const el = await running({observance: '', to: '2027-08-09', units: 'days hours minutes seconds'});
    expect(units(el)).to.equal('9 days, 8 hours, 59 minutes, 30 seconds');
    await pause(el);
    clock.jump(2 * DAY);
    await nextTask();
    await until(() => units(el) === '7 days, 8 hours, 59 minutes, 30 seconds');
    expect(words(el, 'text')).to.equal('7 days 8 hours 59 minutes');
  });

  it('does not hold up a countdown of days', async () => {
    const [seconds, days] = [await running(), await running({observance: '', to: '2027-08-20', units: 'days'})];
    expect(units(days)).to.equal('12 days');
    await pause(seconds);
    clock.jump(3 * DAY);
    await nextTask();
    await until(() => units(days) === '9 days');
  });

  it('does not hold up the banner', async () => {
    const banner = await show('solidarity-banner', {src: inlineFeed(feedOf(sections))});
    const el = await running();
    await pause(el);
    expect(words(banner, 'call')).to.equal('Soon.');
    clock.jump(31 * MINUTE);
    await nextTask();
    await until(() => words(banner, 'slogan') === 'Today!');
    clock.jump(DAY);
    await nextTask();
    await until(() => words(banner, 'call') === 'Thank you.');
  });

  it('does not keep a figure fresh', async () => {
    const figure = {...held, asOf: '2026-11-20', staleAfterDays: 300};
    const counter = await show('solidarity-counter', {src: inlineFeed(feedOf({figures: [figure]}))});
    const el = await running();
    await pause(el);
    expect(counter.matches(':state(stale)')).to.equal(false);
    clock.jump(60 * DAY);
    await nextTask();
    await until(() => counter.matches(':state(stale)'));
  });

  it('is no trap: without seconds to move there is a button to resume, or no pause', async () => {
    const el = await running();
    await pause(el);
    clock.jump(2 * DAY);
    await nextTask();
    await el.updateComplete;
    const other = await countdown({observance: '', to: '2027-08-10T23:40'});
    if (part(other, 'paused')) {
      await pause(other);
      expect(!part(other, 'paused')).to.equal(true);
    }
  });

  it('fires no timer by the second', async () => {
    const el = await running();
    await pause(el);
    expect(await timersIn(5 * MINUTE)).to.be.below(20);
  });
});

describe('a banner that was dismissed', () => {
  const days = [
    ['2027-08-08T12:00:00Z', 'the teaser', 9 * HOUR, 'the day', 'Today!'],
    ['2027-08-09T12:00:00Z', 'the day', 9 * HOUR, 'the thanks', 'Thank you.'],
    ['2027-07-25T12:00:00Z', 'what came before', 9 * HOUR, 'the teaser', 'Soon.'],
  ] as const;
  let id = 0;
  for (const dismiss of ['memory', 'session', 'local'])
    for (const [now, first, wait, second, shown] of days) {
      const open = async () => {
        at(now);
        const own = {...campaign, id: `night-${++id}`};
        const el = await show('solidarity-banner', {
          src: inlineFeed(feedOf({campaigns: [own], observances: [day]})),
          dismiss,
        });
        part(el, 'dismiss')!.click();
        await el.updateComplete;
        expect(el.matches(':state(dismissed)')).to.equal(true);
        expect(el.getClientRects()).to.have.length(0);
        return el;
      };
      const comes = async (el: Element) => {
        await until(() => el.shadowRoot!.textContent!.includes(shown) && part(el, 'base')!.checkVisibility());
        expect(el.matches(':state(dismissed)')).to.equal(false);
      };

      it(`as ${first}, kept in ${dismiss}, comes again as ${second} in a tab that is open over night`, async () => {
        const el = await open();
        for (let i = 0; i < wait / MINUTE + 1; i++) clock.jump(MINUTE);
        await nextTask();
        await comes(el);
      });

      it(`as ${first}, kept in ${dismiss}, comes again as ${second} in a hidden tab that is shown again`, async () => {
        const el = await open();
        hidePage();
        clock.jump(wait + MINUTE);
        showPage();
        await nextTask();
        await comes(el);
      });
    }

  it('is not asked for its phase by a timer of seconds', async () => {
    at('2027-08-01T12:00:00Z');
    const own = {...campaign, id: `night-${++id}`};
    const el = await show('solidarity-banner', {src: inlineFeed(feedOf({campaigns: [own], observances: [day]}))});
    part(el, 'dismiss')!.click();
    expect(await timersIn(10 * MINUTE)).to.be.below(20);
    expect(el.matches(':state(dismissed)')).to.equal(true);
  });
});

describe('a banner', () => {
  const banner = () => show('solidarity-banner', {src: inlineFeed(feedOf(sections))});

  it('has the words of the day however long its page is open: 90 days, minute by minute', async () => {
    at('2027-07-20T12:00:00Z');
    const el = await banner();
    const seenCalls: (string | undefined)[] = [];
    for (let hour = 0; hour < 90 * 24; hour++) {
      clock.jump(HOUR);
      if (hour % 12) continue;
      await nextTask();
      await el.updateComplete;
      const now = `${words(el, 'slogan')} ${words(el, 'call')}`;
      if (now !== seenCalls.at(-1)) seenCalls.push(now);
    }
    const slogan = campaign.slogan.en;
    expect(seenCalls).to.deep.equal([
      `${slogan} Join the day.`,
      `${slogan} Soon.`,
      'Today! Join the day.',
      `${slogan} Thank you.`,
      `${slogan} Join the day.`,
    ]);
  });

  for (const [what, wait] of [
    ['hidden by the page over night', (el: SolidarityElement) => (el.hidden = true)],
    [
      'far below the fold over night',
      (el: SolidarityElement) => el.before(Object.assign(document.createElement('p'), {style: 'height: 5000px'})),
    ],
    ['out of the page over night', (el: SolidarityElement) => el.remove()],
  ] as const)
    it(`${what} has the words of the day when it is seen`, async () => {
      at('2027-08-08T12:00:00Z');
      const el = await banner();
      const parent = el.parentElement!;
      wait(el);
      await offScreen(el);
      for (let i = 0; i < 20; i++) clock.jump(HOUR);
      el.hidden = false;
      parent.append(el);
      el.scrollIntoView();
      await until(() => words(el, 'slogan') === 'Today!');
      el.remove();
    });

  it('goes back with a clock that is set back', async () => {
    at('2027-08-09T12:00:00Z');
    const el = await banner();
    expect(words(el, 'slogan')).to.equal('Today!');
    at('2027-08-01T12:00:00Z');
    window.dispatchEvent(new Event('focus'));
    await until(() => words(el, 'call') === 'Soon.');
  });
});

describe('a countdown', () => {
  const noZeros = (el: Element) => {
    const shown = parts(el, 'unit').map((unit) => plain(unit.textContent)!);
    // A clock keeps the zeros behind its first number, which come and go: “30 minutes, 0 seconds”.
    expect(shown.filter((unit, i) => /^0 /.test(unit) && !(i && /hour|minute|second/.test(unit)))).to.deep.equal([]);
    expect(words(el, 'text') ?? '').to.not.match(/(^|\D)0 /);
  };

  for (const [now, to, attributes] of [
    ['2026-08-08T21:00:00Z', '2032-08-09', {}],
    ['2026-08-08T21:00:00Z', '2027-08-09', {}],
    ['2026-08-08T21:00:00Z', '2027-08-14', {}],
    ['2026-08-08T21:00:00Z', '2027-09-09', {}],
    ['2026-08-08T21:00:00Z', '2026-12-09', {}],
    ['2026-08-08T21:00:00Z', '2026-10-20', {}],
    ['2026-08-08T21:00:00Z', '2026-09-09', {}],
    ['2026-08-08T21:00:00Z', '2026-08-12', {}],
    ['2026-08-08T21:00:00Z', '2026-08-11', {}],
    ['2026-08-08T21:00:00Z', '2026-08-10', {}],
    ['2026-08-08T21:00:00Z', '2026-08-09T01:00', {}],
    ['2026-08-08T21:00:00Z', '2026-08-09T00:01', {}],
    ['2026-08-08T20:59:30Z', '2026-08-09', {}],
    ['2026-08-08T20:59:59Z', '2026-08-09', {}],
    ['2026-08-08T21:00:00Z', '2026-08-20', {units: 'years months days hours minutes seconds'}],
    ['2026-08-08T21:00:00Z', '2032-08-09', {units: 'years months days hours minutes seconds'}],
    ['2026-08-08T21:00:00Z', '2026-08-20', {units: 'years'}],
    ['2026-08-08T21:00:00Z', '2026-08-09T05:00', {units: 'days'}],
    ['2026-08-08T21:00:00Z', '2020-08-09', {}],
    ['2026-08-08T21:00:00Z', '2020-08-09', {units: 'years months days'}],
    ['2026-08-08T21:00:00Z', '2026-07-09', {}],
    ['2026-08-08T21:00:00Z', '2026-08-08', {}],
    ['2026-08-08T21:00:30Z', '2026-08-09T00:00', {direction: 'up'}],
  ] as [string, string, Record<string, string>][])
    it(`has no zero units from ${now} to ${to}, ${JSON.stringify(attributes)}`, async () => {
      at(now);
      const el = await show('solidarity-countdown', {src: src(), to, ...attributes});
      expect(units(el)).to.not.equal('');
      noZeros(el);
    });

  it('has no zero units in any minute of its last two days, nor reads one aloud', async () => {
    at('2027-08-06T20:59:00Z');
    const el = await running();
    for (let minute = 0; minute < 2 * 24 * 60 + 20; minute++) {
      clock.jump(MINUTE);
      await el.updateComplete;
      noZeros(el);
    }
    expect(words(el, 'count')).to.equal('Today');
  });

  for (const lang of ['en', 'be', 'de', 'pl', 'he', 'ka'])
    it(`has its title on a line of its own, then the numbers, then the date, in ${lang}`, async () => {
      at('2026-11-22T12:00:00Z');
      const el = await show('solidarity-countdown', {src: src({...day, title: 'International Day'}), lang});
      await el.updateComplete;
      const [title, numbers, date] = ['heading', 'units', 'date'].map((name) =>
        part(el, name)!.getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect];
      expect(title.bottom).to.be.at.most(numbers.top + 1);
      expect(numbers.bottom).to.be.at.most(date.top + 1);
      expect(words(el, 'heading')).to.equal('International Day');
      expect(words(el, 'figure')).to.not.contain('International Day');
    });

  for (const [attributes, title, label, date] of [
    [{}, 'Day of Solidarity', undefined, '9 August 2027'],
    [{to: '2027-08-09'}, undefined, undefined, '9 August 2027'],
    [{to: '2027-08-09T18:30'}, undefined, undefined, '9 August 2027, 18:30 (Minsk, UTC+3)'],
    [{to: '2027-08-09', observance: 'day'}, 'Day of Solidarity', undefined, '9 August 2027'],
    [{to: '2020-08-09'}, undefined, 'Time passed', '9 August 2020'],
    [{observance: 'day', direction: 'up'}, 'Day of Solidarity', 'Time passed', '9 August 2026'],
  ] as [Record<string, string>, string | undefined, string | undefined, string][])
    it(`leads to a date, never to a title: ${JSON.stringify(attributes)}`, async () => {
      at('2026-11-22T12:00:00Z');
      const el = await show('solidarity-countdown', {src: src(), ...attributes});
      expect([words(el, 'heading'), words(el, 'label'), words(el, 'date')]).to.deep.equal([title, label, date]);
      const said = aloud(part(el, 'figure'))!;
      expect([said.startsWith(label ?? ''), said.endsWith(date)]).to.deep.equal([true, true]);
    });

  it('is right minute by minute, second by second, through the day and after it', async () => {
    at('2027-08-08T20:58:00Z');
    const el = await running();
    const told: string[] = [];
    for (let second = 0; second < 130; second++) {
      told.push(units(el) || words(el, 'count')!);
      await live(SECOND, el);
    }
    expect(told[0]).to.equal('2 minutes, 0 seconds');
    expect(told[1]).to.equal('1 minute, 59 seconds');
    expect(told[59]).to.equal('1 minute, 1 second');
    expect(told[75]).to.match(/^45 seconds$/);
    expect(told[119]).to.match(/^1 second$/);
    expect(told[120]).to.equal('Today');
    expect(new Set(told.slice(0, 121)).size, 'each second once').to.equal(121);
    for (let hour = 0; hour < 24; hour++) clock.jump(HOUR);
    await nextTask();
    await until(() => words(el, 'date') === '9 August 2028');
  });

  it('is right after 90 days, hour by hour, without any event', async () => {
    at('2027-05-11T12:00:00Z');
    const el = await running();
    for (let hour = 0; hour < 90 * 24; hour++) {
      clock.jump(HOUR);
      if (hour % 24 === 0) {
        await nextTask();
        await el.updateComplete;
      }
    }
    await nextTask();
    await until(() => words(el, 'count') === 'Today');
  });

  for (const [what, before, after] of [
    ['that has no box of its own', 'contents', 'contents'],
    ['that gets a box of its own', 'contents', 'block'],
    ['that loses its box', 'block', 'contents'],
    ['that comes out of hiding without a box', 'none', 'contents'],
  ] as const)
    it(`goes on in an element ${what}`, async () => {
      const el = await countdown({style: `display: ${before}`});
      if (before !== 'none') await onScreen(part(el, 'base')!);
      el.style.display = after;
      await onScreen(part(el, 'base')!);
      await live(2 * SECOND, el);
      expect(units(el)).to.equal('30 minutes, 28 seconds');
    });

  it('stands still in an element without a box that is scrolled away, and is right when it is back', async () => {
    const el = await countdown({style: 'display: contents'});
    const spacer = document.createElement('div');
    spacer.style.blockSize = '5000px';
    el.before(spacer);
    await offScreen(part(el, 'base')!);
    await live(2 * SECOND, el);
    expect(units(el)).to.equal('30 minutes, 30 seconds');
    spacer.remove();
    await until(() => units(el) === '30 minutes, 28 seconds');
  });

  const wakes: [string, () => unknown][] = [
    ['the window gets the focus', () => window.dispatchEvent(new Event('focus'))],
    ['the tab is shown', () => showPage()],
    [
      'the page comes from the back-forward cache',
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})),
    ],
    ['the network is back', () => window.dispatchEvent(new Event('online'))],
  ];
  for (const [now, told] of [
    ['2027-08-08T20:29:29Z', '30 minutes, 31 seconds'],
    ['2027-08-08T20:00:00Z', '1 hour'],
    ['2027-08-08T10:30:00Z', '10 hours, 30 minutes'],
    ['2026-11-22T12:00:00Z', '8 months, 18 days'],
    ['2027-08-08T20:59:30Z', '30 seconds'],
    ['2027-08-09T12:00:00Z', ''],
    ['2027-08-20T12:00:00Z', '11 months, 20 days'],
    ['1970-01-01T00:00:00Z', undefined],
    ['9990-01-01T00:00:00Z', undefined],
  ] as const)
    for (const [how, wake] of wakes)
      it(`is right as soon as ${how}, with the clock at ${now}`, async () => {
        const el = await running();
        hidePage();
        at(now);
        showPage();
        wake();
        const fresh = await countdown();
        expect(units(fresh).replace(/, 0 (hours|minutes|seconds)$/, '')).to.equal(told ?? units(fresh));
        await until(() => units(el) === units(fresh) && words(el, 'date') === words(fresh, 'date'));
        expect(words(el, 'units') ?? '').to.not.match(/-|−|NaN/);
      });

  it('may be set back while it runs, without an event', async () => {
    const el = await running();
    at('2027-08-08T19:00:00Z');
    await live(2 * MINUTE, el);
    expect(units(el)).to.equal('1 hour, 58 minutes');
  });

  it('is not thrown off by timers that run a millisecond early', async () => {
    const el = await running();
    for (let i = 0; i < 5; i++) {
      // Between two ticks somebody sets the clock by a hair.
      at(Date.now() - 1);
      await live(SECOND, el);
    }
    expect(units(el)).to.equal(units(await countdown()));
    expect(units(el)).to.equal('30 minutes, 26 seconds');
  });

  it('keeps the zone’s own day: Minsk is at midnight while UTC and New York are not', async () => {
    for (const [now, zone, today] of [
      ['2027-08-08T20:59:59Z', undefined, false],
      ['2027-08-08T21:00:00Z', undefined, true],
      ['2027-08-09T20:59:59Z', undefined, true],
      ['2027-08-09T21:00:00Z', undefined, false],
      ['2027-08-08T23:59:59Z', 'UTC', false],
      ['2027-08-09T00:00:00Z', 'UTC', true],
      ['2027-08-09T03:59:59Z', 'local', false],
      ['2027-08-09T04:00:00Z', 'local', true],
      ['2027-08-08T21:59:59Z', 'Europe/Warsaw', false],
      ['2027-08-08T22:00:00Z', 'Europe/Warsaw', true],
    ] as const) {
      at(now);
      const el = await show('solidarity-countdown', {src: src(), zone});
      expect(words(el, 'count') === 'Today', `${now} ${zone ?? 'Minsk'}`).to.equal(today);
    }
  });

  for (const [zone, now, to, told, offset] of [
    // The reader sits in New York: clocks leap on 14 March and 7 November 2027.
    ['local', '2027-03-14T05:30:00Z', '2027-03-14T08:00', '6 hours, 30 minutes', 'UTC−4'],
    ['local', '2027-03-14T06:59:00Z', '2027-03-14T03:00', '1 minute', 'UTC−4'],
    ['local', '2027-11-07T04:30:00Z', '2027-11-07T08:00', '8 hours, 30 minutes', 'UTC−5'],
    ['local', '2027-03-13T05:00:00Z', '2027-03-20', '7 days', 'UTC−4'],
    ['Europe/Warsaw', '2027-03-27T23:30:00Z', '2027-03-28T06:00', '4 hours, 30 minutes', 'UTC+2'],
    ['Europe/Warsaw', '2027-10-30T22:30:00Z', '2027-10-31T06:00', '6 hours, 30 minutes', 'UTC+1'],
    ['Europe/Minsk', '2027-03-27T21:30:00Z', '2027-03-28T06:00', '5 hours, 30 minutes', 'UTC+3'],
  ] as const)
    it(`counts what passes where clocks leap: ${zone}, ${now} to ${to}`, async () => {
      at(now);
      const el = await show('solidarity-countdown', {src: src(), to, zone});
      expect(units(el).replace(/, 0 (hours|minutes|seconds)$/, '')).to.equal(told);
      expect(words(el, 'date')).to.contain(to.includes('T') ? offset : '');
    });

  it('runs on through a leap of the reader’s clock', async () => {
    at('2027-03-14T06:59:58Z');
    const el = await running({observance: '', to: '2027-03-14T04:00', zone: 'local', units: 'minutes seconds'});
    const told: string[] = [];
    for (let i = 0; i < 4; i++) {
      told.push(units(el));
      await live(SECOND, el);
    }
    expect(told).to.deep.equal([
      '60 minutes, 2 seconds',
      '60 minutes, 1 second',
      '60 minutes, 0 seconds',
      '59 minutes, 59 seconds',
    ]);
  });

  it('of the day that a leap year alone has is told so', async () => {
    at('2026-11-22T12:00:00Z');
    const el = await show('solidarity-countdown', {src: src({...day, yearly: '02-29'})});
    expect(words(el, 'date')).to.equal('29 February 2028');
  });

  it('is followed by the next observance, without a reload', async () => {
    const two = src(day, {id: 'rights', title: 'Human Rights Day', yearly: '12-10'});
    const el = await show('solidarity-countdown', {src: two});
    expect(words(el, 'heading')).to.equal('Day of Solidarity');
    for (let hour = 0; hour < 25; hour++) clock.jump(HOUR);
    await nextTask();
    await until(() => words(el, 'heading') === 'Human Rights Day');
  });

  it('does not wake a page whose countdowns are all off screen, hidden or gone', async () => {
    const el = await running();
    const spacer = fixtureSync<HTMLElement>(html`<div style="block-size: 5000px"></div>`);
    expect(await timersIn(10 * SECOND), 'on screen').to.be.at.least(10);
    spacer.after(el);
    await offScreen(el);
    await clock.tickAsync(SECOND);
    expect(await timersIn(10 * SECOND), 'off screen').to.equal(0);
    el.scrollIntoView();
    await onScreen(el);
    expect(await timersIn(10 * SECOND), 'on screen again').to.be.at.least(10);
    hidePage();
    await clock.tickAsync(SECOND);
    expect(await timersIn(10 * SECOND), 'hidden').to.equal(0);
    showPage();
    expect(await timersIn(10 * SECOND), 'shown').to.be.at.least(10);
    el.remove();
    await clock.tickAsync(SECOND);
    expect(await timersIn(10 * SECOND), 'gone').to.equal(0);
  });
});
