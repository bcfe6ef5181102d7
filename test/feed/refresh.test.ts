import {expect, fixture, fixtureCleanup} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {feedOf, freezeAt, held} from '../support/feed.js';
import {world} from '../support/world.js';

let count = 0;

/** Each test has a feed of its own: a page remembers serials. */
const feed = (serial: number, value: number, more = {}) =>
  JSON.stringify({...feedOf({figures: [held(value)], ...more}), serial, id: `feed-${count}`});

describe('refresh', () => {
  let here: ReturnType<typeof world>;
  let thaw: () => void;
  let url: string;
  beforeEach(() => {
    here = world();
    thaw = freezeAt('2026-11-22T12:00:00Z');
    url = `https://feed.example/${++count}.json`;
  });
  afterEach(() => {
    fixtureCleanup();
    here.end();
    thaw();
  });

  const counter = async (refresh: string | undefined = '300') => {
    const el = await fixture<SolidarityCounter>(
      html`<solidarity-counter src=${url} refresh=${refresh} lang="en">our words</solidarity-counter>`,
    );
    // The code for it is loaded when the first answer is there.
    await import('../../src/feed/refresh.js');
    await here.settled(Number(refresh) > 0);
    return el;
  };
  const number = (el: Element) => el.shadowRoot!.querySelector('[part=count]')?.textContent;

  it('asks once where nobody asks for more', async () => {
    here.answer(() => feed(1, 1000));
    await fixture(html`<solidarity-counter src=${url}></solidarity-counter>`);
    await here.settled(false);
    expect(here.asked.length).to.equal(1);
    expect(here.delays()).to.deep.equal([]);
  });

  for (const junk of ['0', '-5', 'often', ''])
    it(`asks once with refresh="${junk}"`, async () => {
      here.answer(() => feed(1, 1000));
      await counter(junk);
      expect(here.delays()).to.deep.equal([]);
    });

  it('shows what the feed says then, and asks by a conditional request', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    expect(number(el)).to.equal('1,000');
    here.answer(() => feed(2, 990));
    await here.elapse();
    expect(number(el)).to.equal('990');
    expect(here.asked.map(({init}) => init.cache)).to.deep.equal([undefined, 'no-cache']);
    expect(here.asked[1]!.init).to.include({credentials: 'omit', referrerPolicy: 'no-referrer'});
  });

  it('asks no more often than every 300 seconds, a fifth more or less', async () => {
    here.answer(() => feed(1, 1000));
    await counter('5');
    await here.elapse();
    for (let i = 0; i < 20; i++) {
      expect(here.delays().length).to.equal(1);
      expect(here.delays()[0]).to.be.within(240, 360);
      await here.elapse();
    }
    expect(here.asked.length).to.equal(22);
  });

  it('is one request for all elements of a feed, at the pace of the quickest, and tells them all', async () => {
    here.answer(() => feed(1, 1000));
    const first = await counter('3600');
    const second = await counter('600');
    const silent = await fixture(html`<solidarity-counter src=${url} lang="en"></solidarity-counter>`);
    await here.elapse();
    expect(here.delays().length).to.equal(1);
    expect(here.delays()[0]).to.be.within(480, 720);
    here.answer(() => feed(2, 990));
    await here.elapse();
    expect(here.asked.length).to.equal(3);
    expect([first, second, silent].map(number)).to.deep.equal(['990', '990', '990']);
  });

  it('is not put off by elements that come later', async () => {
    here.answer(() => feed(1, 1000));
    await counter('300');
    const before = here.delays();
    await counter('300');
    await counter('900');
    expect(here.delays()).to.deep.equal(before);
  });

  it('shows a correction beside the number', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'Twelve were counted twice.', was: 1000}];
    here.answer(() => feed(2, 988, {corrections}));
    await here.elapse();
    await el.updateComplete;
    expect(number(el)).to.equal('988');
    expect(el.shadowRoot!.querySelector('[part~=correction]')!.textContent).to.equal(
      'November 22, 2026: Twelve were counted twice.',
    );
  });

  it('takes a figure back that was withdrawn, and says why', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'The source withdrew it.', retracted: true}];
    here.answer(() => feed(2, 0, {figures: [], corrections}));
    await here.elapse();
    await el.updateComplete;
    expect(el.shadowRoot!.textContent!.trim()).to.equal('November 22, 2026: The source withdrew it.');
  });

  it('gives the page its words back when the feed is emptied', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    here.answer(() => feed(2, 0, {figures: []}));
    await here.elapse();
    expect(el.shadowRoot!.querySelector('slot')).to.not.equal(null);
  });

  it('keeps what it has when the feed fails, or is broken', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    for (const bad of ['', 'nonsense', feed(2, -1), new Response('', {status: 500})]) {
      here.answer(() => bad);
      await here.elapse();
      expect(number(el)).to.equal('1,000');
    }
  });

  it('never goes back to an older feed', async () => {
    here.answer(() => feed(7, 1000));
    const el = await counter();
    here.answer(() => feed(6, 1200));
    await here.elapse();
    expect(number(el)).to.equal('1,000');
    const late = await fixture(html`<solidarity-counter src=${url} lang="en"></solidarity-counter>`);
    expect(number(late), 'nor for one that comes later').to.equal('1,000');
    here.answer(() => feed(8, 980));
    await here.elapse();
    expect([number(el), number(late)]).to.deep.equal(['980', '980']);
  });

  it('waits longer and longer after failures, up to an hour, and never shorter than without', async () => {
    here.answer(() => new Response('', {status: 503}));
    await counter();
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      waits.push(here.delays()[0]!);
      await here.elapse();
    }
    expect(waits[0]).to.be.within(240, 600);
    expect(waits[1]).to.be.within(240, 360);
    expect(waits[4]).to.be.within(768, 1152);
    expect(Math.max(...waits)).to.be.at.most(3600 * 1.2);
    expect(waits.at(-1)).to.be.at.least(3600 * 0.8);
    here.answer(() => feed(1, 1000));
    await here.elapse();
    expect(here.delays()[0], 'well again').to.be.within(240, 360);
  });

  it('shows the number when the feed is there after all', async () => {
    here.answer(() => new Response('', {status: 404}));
    const el = await counter();
    expect(number(el)).to.equal(undefined);
    here.answer(() => feed(1, 1000));
    await here.elapse();
    expect(number(el)).to.equal('1,000');
  });

  it('does as the server asks: Retry-After', async () => {
    here.answer(() => new Response('', {status: 503, headers: {'retry-after': '7200'}}));
    await counter();
    expect(here.delays()[0]).to.be.at.least(7200);
    await here.online();
    expect(here.delays()[0], 'on line again changes nothing').to.be.at.least(7200);
  });

  it('asks nothing while nobody looks, and at once on the return', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    await here.hide(true);
    await here.elapse();
    await here.elapse();
    expect(here.asked.length).to.equal(1);
    expect(here.delays()).to.deep.equal([]);
    here.answer(() => feed(2, 990));
    await here.hide(false);
    expect(here.asked.length).to.equal(2);
    expect(number(el)).to.equal('990');
    expect(here.delays().length).to.equal(1);
  });

  it('asks nothing on a return before it is due', async () => {
    here.answer(() => feed(1, 1000));
    await counter();
    await here.hide(true);
    await here.hide(false);
    expect(here.asked.length).to.equal(1);
  });

  it('asks soon after the network is back, and not where nothing had failed', async () => {
    here.answer(() => feed(1, 1000));
    const el = await counter();
    const before = here.delays();
    await here.online();
    expect(here.delays()).to.deep.equal(before);
    here.answer(() => new Response('', {status: 502}));
    await here.elapse();
    const {random} = Math;
    Math.random = () => 0.5;
    await here.online();
    Math.random = random;
    expect(here.delays()).to.deep.equal([5]);
    here.answer(() => feed(2, 990));
    await here.elapse();
    expect(number(el)).to.equal('990');
  });

  it('ends with the last element that wants it', async () => {
    here.answer(() => feed(1, 1000));
    const first = await counter();
    const second = await counter();
    first.remove();
    expect(here.delays().length).to.equal(1);
    second.remove();
    expect(here.delays()).to.deep.equal([]);
  });
});
