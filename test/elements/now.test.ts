import {expect} from '@open-wc/testing';
import '../support/all-elements.js';
import {create, outline, show, type Tag} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, day, held, sections} from '../support/samples.js';
import {onScreen} from '../support/wait.js';

/** A page is open at one time, and its elements show another. */
const OPENED = '2026-03-06T12:00:00Z';
const HOUR = 3_600_000;

describe('now', () => {
  let clock: ReturnType<typeof fakeClock>;
  const src = inlineFeed(feedOf({...sections, figures: [held], observances: [day], campaigns: [campaign]}));

  beforeEach(() => {
    clock = fakeClock(OPENED);
  });
  afterEach(() => clock.uninstall());

  /** What an element shows while the page's clock is at a time, of which it may have its own. */
  const shownAt = async (tag: Tag, time: string, now?: number) => {
    clock.setSystemTime(new Date(time));
    const el = create(tag, {src});
    el.now = now;
    document.body.append(el);
    await el.updateComplete;
    const shown = outline(el);
    el.remove();
    return shown;
  };

  for (const [tag, time] of [
    ['solidarity-counter', '2026-04-10T12:00:00Z'],
    ['solidarity-counter', '2026-11-22T12:00:00Z'],
    ['solidarity-countdown', '2027-08-08T20:30:00Z'],
    ['solidarity-countdown', '2027-08-09T12:00:00Z'],
    ['solidarity-banner', '2027-08-01T12:00:00Z'],
    ['solidarity-banner', '2027-08-09T12:00:00Z'],
    ['solidarity-events', '2027-08-09T17:00:00Z'],
    ['solidarity-events', '2027-08-10T12:00:00Z'],
    ['solidarity-people', '2026-04-10T12:00:00Z'],
    ['solidarity-people', '2026-11-22T12:00:00Z'],
    ['solidarity-trend', '2026-11-22T12:00:00Z'],
    ['solidarity-amplify', '2026-11-22T12:00:00Z'],
  ] as const)
    it(`makes a ${tag} show what it shows at ${time}`, async () => {
      const expected = await shownAt(tag, time);
      expect(await shownAt(tag, OPENED)).to.not.deep.equal(expected);
      expect(await shownAt(tag, OPENED, Date.parse(time))).to.deep.equal(expected);
    });

  it('decides whether a figure is out of date', async () => {
    const el = await show('solidarity-counter', {src});
    const isStale = async (now: unknown) => {
      (el as {now: unknown}).now = now;
      await el.updateComplete;
      return el.matches(':state(stale)');
    };
    expect(await isStale(Date.parse('2026-11-22'))).to.equal(true);
    // Nothing and what is no time are the page's own clock.
    for (const none of [undefined, null, NaN, 'tomorrow', ''])
      expect(await isStale(none), String(none)).to.equal(false);
    expect(await isStale(new Date('2026-11-22'))).to.equal(true);
    // A time that no calendar has is no error in the page.
    await isStale(1e300);
    expect(el.matches(':state(failed)')).to.equal(true);
    expect(await isStale(Date.parse('2026-11-22'))).to.equal(true);
  });

  it('is the element’s own', async () => {
    const [one, other] = [await show('solidarity-counter', {src}), await show('solidarity-counter', {src})];
    one.now = Date.parse('2026-11-22');
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect([one, other].map((el) => el.matches(':state(stale)'))).to.deep.equal([true, false]);
  });

  it('stands still while the page’s clock goes on', async () => {
    const el = await show('solidarity-countdown', {src});
    el.now = Date.parse('2027-08-08T20:30:00Z');
    await el.updateComplete;
    const shown = outline(el);
    await onScreen(el);
    await clock.tickAsync(2 * HOUR);
    await el.updateComplete;
    expect(outline(el)).to.deep.equal(shown);
    el.now = undefined;
    await el.updateComplete;
    expect(outline(el)).to.not.deep.equal(shown);
  });

  it('is no attribute: no page shows an old day by a word in its markup', async () => {
    const el = await show('solidarity-counter', {src, now: '2026-11-22T12:00:00Z'});
    expect(el.now).to.equal(undefined);
    expect(el.matches(':state(stale)')).to.equal(false);
  });
});
