import {expect, fixture, waitUntil} from '@open-wc/testing';
import {html, type LitElement} from 'lit';
import '../../src/define/solidarity-countdown.js';
import {feedOf, freezeAt, inlineFeed} from '../support/feed.js';

const day = {
  id: 'day',
  title: {en: 'Day of Solidarity', be: 'Дзень салідарнасці'},
  why: 'The vote of 2020.',
  yearly: '08-09',
};
const feed = () => inlineFeed(feedOf({observances: [day, {id: 'rights', title: 'Human Rights Day', yearly: '12-10'}]}));

const part = (el: Element, name: string) => el.shadowRoot!.querySelector(`[part~="${name}"]`);
const words = (el: Element, name: string) => part(el, name)?.textContent?.replace(/\s+/g, ' ').trim();
const units = (el: Element) =>
  [...el.shadowRoot!.querySelectorAll('[part=unit]')]
    .map((unit) => unit.textContent!.replace(/\s+/g, ' ').trim())
    .join(', ');

/** An observer of intersections may take its time. */
const until = (test: () => unknown) => waitUntil(test, undefined, {timeout: 10_000});

describe('<solidarity-countdown>', () => {
  let thaw = () => {};
  const freeze = (instant: string) => {
    thaw();
    thaw = freezeAt(instant);
  };
  beforeEach(() => freeze('2026-11-22T12:00:00Z'));
  afterEach(() => thaw());

  const countdown = (attributes: Record<string, string>) => {
    const el = document.createElement('solidarity-countdown');
    for (const [name, value] of Object.entries({lang: 'en', src: feed(), ...attributes})) el.setAttribute(name, value);
    return fixture<LitElement>(html`${el}`);
  };

  it('counts to the observance that comes first', async () => {
    const el = await countdown({});
    expect(words(el, 'title')).to.equal('Human Rights Day');
    expect(units(el)).to.equal('17 days, 9 hours');
  });

  for (const [now, told] of [
    ['2026-11-22T12:00:00Z', '8 months, 18 days'],
    ['2027-06-08T21:00:00Z', '2 months, 0 days'],
    ['2027-06-20T21:00:00Z', '49 days, 0 hours'],
    ['2027-08-06T21:00:00Z', '2 days, 0 hours'],
    ['2027-08-07T09:30:00Z', '35 hours, 30 minutes'],
    ['2027-08-08T20:29:30Z', '30 minutes, 30 seconds'],
    ['2027-08-08T20:59:59Z', '0 minutes, 1 second'],
  ] as const)
    it(`says ${told} at ${now}`, async () => {
      freeze(now);
      expect(units(await countdown({observance: 'day'}))).to.equal(told);
    });

  for (const [now, sentence] of [
    ['2027-08-08T20:59:59Z', /until Day of Solidarity$/],
    ['2027-08-08T21:00:00Z', /^Today is Day of Solidarity$/],
    ['2027-08-09T20:59:59Z', /^Today is Day of Solidarity$/],
    ['2027-08-09T21:00:00Z', /until Day of Solidarity$/],
  ] as const)
    it(`keeps the day of Minsk: ${String(sentence)} at ${now}`, async () => {
      freeze(now);
      expect(words(await countdown({observance: 'day'}), 'sentence')).to.match(sentence);
    });

  it('always prints date, place and offset', async () => {
    expect(words(await countdown({observance: 'day'}), 'about')).to.equal('August 9, 2027 · Minsk, UTC+3');
    const warsaw = await countdown({to: '2026-12-24T18:30', zone: 'Europe/Warsaw'});
    expect(words(warsaw, 'title')).to.equal('December 24, 2026, 18:30');
    expect(words(warsaw, 'about')).to.equal('Warsaw, UTC+1');
    expect(words(await countdown({observance: 'day', zone: 'local'}), 'about')).to.contain('your time, UTC−4');
  });

  it('falls back to the zone of Minsk when none is known by that name', async () => {
    expect(words(await countdown({observance: 'day', zone: 'Mars/Olympus'}), 'about')).to.contain('Minsk, UTC+3');
  });

  it('counts up from a date that is over', async () => {
    const el = await countdown({to: '2020-08-09', direction: 'up', units: 'years days'});
    expect(words(el, 'sentence')).to.contain('since August 9, 2020');
    expect(units(el)).to.equal('6 years, 105 days');
  });

  for (const [now, attributes, told, sentence] of [
    ['2026-11-20T12:00:00Z', {to: '2026-11-20'}, '', 'Today is November 20, 2026'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-20'}, '2 days', 'since November 20, 2026'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-22T18:30'}, '3 hours, 30 minutes', 'until November 22, 2026, 18:30'],
    ['2026-11-22T15:30:00Z', {to: '2026-11-22T18:30'}, '', 'Today is November 22, 2026, 18:30'],
    ['2026-11-22T22:00:00Z', {to: '2026-11-22T18:30'}, '6 hours, 30 minutes', 'since November 22, 2026, 18:30'],
    ['2026-11-22T17:45:00Z', {to: '2026-11-22T18:30', direction: 'up'}, '2 hours, 15 minutes', 'since'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-23', direction: 'up'}, '9 hours, 0 minutes', 'until'],
    ['2026-11-22T12:00:00Z', {to: '2024-02-29', units: 'years months days'}, '2 years, 8 months, 24 days', 'since'],
    ['2026-12-31T20:59:00Z', {to: '2027-01-01'}, '1 minute, 0 seconds', 'until January 1, 2027'],
    // West of Minsk it is still the eve; the reader sits in New York.
    ['2026-11-22T23:00:00Z', {to: '2026-11-23'}, '', 'Today is'],
    ['2026-11-22T23:00:00Z', {to: '2026-11-23', zone: 'local'}, '6 hours, 0 minutes', 'until'],
    // Units that the time does not fill give way.
    ['2026-11-22T12:00:00Z', {to: '2026-12-20', units: 'months'}, '27 days, 9 hours', 'until'],
    ['2026-11-22T12:00:00Z', {to: '2026-11-23', units: 'days'}, '1 day', 'until'],
  ] as [string, Record<string, string>, string, string][])
    it(`says “${told || sentence}” at ${now} for ${JSON.stringify(attributes)}`, async () => {
      freeze(now);
      const el = await countdown(attributes);
      expect(units(el)).to.equal(told);
      expect(words(el, 'sentence')).to.contain(sentence);
      expect(part(el, 'sentence')!.getAttribute('role')).to.equal(told ? 'timer' : null);
    });

  it('reads minutes where only seconds show, and the last minute as one', async () => {
    freeze('2026-11-23T20:59:15Z');
    const el = await countdown({to: '2026-11-24', units: 'seconds'});
    expect(units(el)).to.equal('45 seconds');
    expect(words(el, 'text')).to.equal('1 minute');
  });

  it('counts up from the last day of an observance', async () => {
    const el = await countdown({observance: 'day', direction: 'up', units: 'days'});
    expect(units(el)).to.equal('105 days');
    expect(part(el, 'about')!.querySelector('time')).to.have.attribute('datetime', '2026-08-09');
  });

  it('counts nothing on the day itself, up or down', async () => {
    freeze('2027-08-09T12:00:00Z');
    expect(words(await countdown({observance: 'day', direction: 'up'}), 'sentence')).to.contain('Today is');
  });

  it('keeps the zone that the feed gives an observance, unless the page asks for another', async () => {
    const src = inlineFeed(feedOf({observances: [{...day, zone: 'Europe/Warsaw'}]}));
    expect(words(await countdown({src}), 'about')).to.contain('Warsaw, UTC+2');
    expect(words(await countdown({src, zone: 'Asia/Kathmandu'}), 'about')).to.contain('Kathmandu, UTC+5:45');
    expect(words(await countdown({src, zone: 'nowhere'}), 'about')).to.contain('Warsaw, UTC+2');
  });

  it('takes a name for its date from the page', async () => {
    const el = await fixture(
      html`<solidarity-countdown lang="en" src=${feed()} to="2026-12-24"
        ><b slot="title">Vigil</b></solidarity-countdown
      >`,
    );
    expect((part(el, 'title')!.querySelector('slot')!.assignedElements()[0] as HTMLElement).innerText).to.equal(
      'Vigil',
    );
    expect(words(el, 'about')).to.contain('December 24, 2026');
  });

  for (const [what, attributes] of [
    ['a date that the calendar lacks', {to: '2027-02-30'}],
    ['words for a date', {to: 'tomorrow'}],
    ['a time that no clock shows', {to: '2027-02-03T25:00'}],
    ['units that are none', {units: 'fortnights'}],
    ['a direction that is none', {direction: 'sideways'}],
  ] as [string, Record<string, string>][])
    it(`goes on as if it had not been said: ${what}`, async () => {
      expect(words(await countdown(attributes), 'title')).to.equal('Human Rights Day');
    });

  it('keeps the page’s words where the feed lacks the observance', async () => {
    expect(await countdown({observance: 'nowhere'})).shadowDom.to.equal('<slot></slot>');
  });

  it('is a silent timer, told in words without seconds', async () => {
    freeze('2027-08-08T20:29:30Z');
    const el = await countdown({observance: 'day'});
    const timer = part(el, 'sentence')!;
    expect(timer).to.have.attribute('role', 'timer');
    expect(timer).to.not.have.attribute('aria-live');
    expect(part(el, 'units')).to.have.attribute('aria-hidden', 'true');
    expect(words(el, 'text')).to.equal('30 minutes');
    freeze('2027-08-08T20:29:31Z');
    el.requestUpdate();
    await el.updateComplete;
    expect(units(el)).to.equal('30 minutes, 29 seconds');
    expect(words(el, 'text')).to.equal('30 minutes');
  });

  it('ticks by the second while seconds show, and stops everywhere by one pause', async () => {
    freeze('2027-08-08T20:29:30Z');
    const one = await countdown({observance: 'day'});
    const two = await countdown({observance: 'day'});
    await until(() => {
      freeze('2027-08-08T20:29:32Z');
      return units(one) === '30 minutes, 28 seconds' && units(two) === units(one);
    });
    (part(one, 'pause') as HTMLButtonElement).click();
    await Promise.all([one.updateComplete, two.updateComplete]);
    expect(part(two, 'pause')).to.have.attribute('aria-label', 'Resume');
    await expect(two).to.be.accessible();
    freeze('2027-08-08T20:29:40Z');
    one.requestUpdate();
    two.requestUpdate();
    await Promise.all([one.updateComplete, two.updateComplete]);
    expect(units(two)).to.equal('30 minutes, 28 seconds');
    (part(two, 'pause') as HTMLButtonElement).click();
    await Promise.all([one.updateComplete, two.updateComplete]);
    expect(units(one)).to.equal('30 minutes, 20 seconds');
  });

  it('writes the seconds alone, until their word or another unit is another one', async () => {
    const start = Date.parse('2027-08-08T19:58:30Z');
    freeze(new Date(start).toISOString());
    const el = await countdown({observance: 'day', lang: 'be', units: 'hours minutes seconds'});
    let renders = 0;
    const {render} = el as unknown as {render: () => unknown};
    Object.assign(el, {render: () => (renders++, render.call(el))});
    for (let second = 1; second <= 100; second++) {
      freeze(new Date(start + second * 1000).toISOString());
      const fresh = await countdown({observance: 'day', lang: 'be', units: 'hours minutes seconds'});
      // The first time the page's clock may not have seen it yet.
      await until(() => {
        window.dispatchEvent(new Event('focus'));
        return units(el) === units(fresh);
      });
      fresh.remove();
    }
    // Each second that ends in 1, 4 or 0 has another word than the one before, but for 14 to 11; and two minutes passed.
    expect(renders).to.be.within(20, 40);
  });

  it('has no pause where nothing but minutes moves', async () => {
    expect(part(await countdown({observance: 'day'}), 'pause')).to.equal(null);
  });

  describe('wakes the page', () => {
    const {setTimeout, clearTimeout} = window;
    const running = new Map<number, number>();
    const waits = () => [...running.values()];

    beforeEach(() => {
      running.clear();
      freeze('2027-08-08T20:29:30.250Z');
      window.setTimeout = ((run: () => void, wait = 0) => {
        const id: number = setTimeout(() => {
          running.delete(id);
          run();
        }, wait);
        if (run.name === 'tick') running.set(id, wait);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = (id) => {
        running.delete(id as number);
        clearTimeout(id);
      };
    });
    afterEach(() => Object.assign(window, {setTimeout, clearTimeout}));

    const countdowns = async (n: number, units = '') => {
      const src = feed();
      const page = await fixture<HTMLElement>(
        html`<div>
          ${Array.from(
            {length: n},
            () =>
              html`<solidarity-countdown lang="en" src=${src} observance="day" units=${units}></solidarity-countdown>`,
          )}
        </div>`,
      );
      await Promise.all([...page.children].map((el) => (el as LitElement).updateComplete));
      return page;
    };

    it('by one timer, at the full second', async () => {
      await countdowns(20);
      await until(() => running.size);
      expect(waits()).to.deep.equal([750]);
    });

    it('at the full minute where no seconds show', async () => {
      await countdowns(20, 'minutes');
      await until(() => running.size);
      expect(waits()).to.deep.equal([29_750]);
    });

    it('never while off-screen', async () => {
      const page = await countdowns(20);
      await until(() => running.size);
      page.style.display = 'none';
      await until(() => !running.size);
      page.style.display = '';
      await until(() => running.size);
    });

    it('never while the page is hidden, and is right at once when it shows again', async () => {
      const page = await countdowns(20);
      await until(() => running.size);
      Object.defineProperty(document, 'hidden', {value: true, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
      expect(waits()).to.deep.equal([]);
      delete (document as {hidden?: boolean}).hidden;
      freeze('2027-08-08T20:40:00Z');
      document.dispatchEvent(new Event('visibilitychange'));
      expect(waits()).to.deep.equal([1000]);
      await (page.firstElementChild as LitElement).updateComplete;
      expect(units(page.firstElementChild!)).to.equal('20 minutes, 0 seconds');
      // Nobody saw the last one; it is right when somebody does.
      page.lastElementChild!.scrollIntoView();
      await until(() => units(page.lastElementChild!) === '20 minutes, 0 seconds');
    });

    it('never while paused', async () => {
      const page = await countdowns(2);
      await until(() => running.size);
      const pause = part(page.firstElementChild!, 'pause') as HTMLButtonElement;
      pause.click();
      expect(waits()).to.deep.equal([]);
      window.dispatchEvent(new Event('focus'));
      expect(waits()).to.deep.equal([]);
      pause.click();
      expect(waits()).to.deep.equal([750]);
    });

    it('never once they are gone, and again when they are back', async () => {
      const page = await countdowns(20);
      await until(() => running.size);
      const all = [...page.children];
      page.replaceChildren();
      expect(waits()).to.deep.equal([]);
      freeze('2027-08-08T20:50:00Z');
      page.append(...all);
      await until(() => running.size);
      expect(waits()).to.deep.equal([1000]);
      expect(units(all[7]!)).to.equal('10 minutes, 0 seconds');
    });
  });

  it('is right at once after a sleep or a clock that was set', async () => {
    freeze('2027-08-08T12:00:00Z');
    const el = await countdown({observance: 'day'});
    await until(() => units(el) === '9 hours, 0 minutes');
    freeze('2027-08-08T20:00:00Z');
    window.dispatchEvent(new Event('focus'));
    await until(() => units(el) === '1 hour, 0 minutes');
    freeze('2027-08-08T10:00:00Z');
    window.dispatchEvent(new Event('focus'));
    await until(() => units(el) === '11 hours, 0 minutes');
  });

  for (const [lang, told] of [
    ['be', '8 месяцаў, 18 дзён'],
    ['ru', '8 месяцев, 18 дней'],
    ['uk', '8 місяців, 18 днів'],
    ['pl', '8 miesięcy, 18 dni'],
    ['lt', '8 mėnesiai, 18 dienų'],
    ['de', '8 Monate, 18 Tage'],
  ] as const)
    it(`counts in ${lang}: ${told}`, async () => {
      expect(units(await countdown({observance: 'day', lang}))).to.equal(told);
    });
});
