import {expect, fixtureSync, html, oneEvent} from '@open-wc/testing';
import '../../src/define/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {create, FALLBACK, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {nextTask, until} from '../support/wait.js';

/** The error that an element with a source fires; it shows its fallback content. */
const failing = async (src?: string) => {
  const el = create('solidarity-counter', {src});
  const failed = oneEvent(el, 'error') as unknown as Promise<SolidarityErrorEvent>;
  document.body.append(el);
  try {
    const {reason, message, bubbles} = await failed;
    expect(bubbles).to.equal(false);
    expect(el).shadowDom.to.equal('<slot></slot>');
    expect(el.textContent).to.equal(FALLBACK);
    expect(el.matches(':state(failed)')).to.equal(true);
    return {reason, message};
  } finally {
    el.remove();
  }
};

describe('a feed that cannot be loaded', () => {
  for (const [name, reason] of [
    ['404', 'http'],
    ['500', 'http'],
    ['204', 'http'],
    ['empty', 'not-json'],
    ['html', 'not-json'],
    ['redirect-html', 'not-json'],
    ['redirect-loop', 'network'],
    ['truncated', 'not-json'],
    ['not-json', 'not-json'],
    ['cp1251', 'not-json'],
    ['reset', 'network'],
    ['big', 'too-large'],
    ['bomb', 'too-large'],
  ] as const)
    it(`(${name}) leaves the fallback content, with the reason “${reason}”`, async () => {
      const url = new URL(`/feeds/${name}`, location.href).href;
      expect(await failing(`/feeds/${name}`)).to.deep.equal({reason, message: url});
    });

  for (const name of ['wrong-type', 'bom', 'ok'])
    it(`(${name}) is no fault`, async () => {
      expect(words(await show('solidarity-counter', {src: `/feeds/${name}`}), 'count')).to.match(/\d/);
    });

  for (const name of ['slow-headers', 'stalled'])
    it(`(${name}) leaves the fallback content after ten seconds`, async () => {
      const clock = fakeClock();
      try {
        const failed = failing(`/feeds/${name}`);
        let isOver = false;
        void failed.then(() => (isOver = true));
        // The request's own timer is there as soon as the element has updated.
        await nextTask();
        await clock.tickAsync(9999);
        await nextTask();
        expect(isOver).to.equal(false);
        await clock.tickAsync(1);
        expect((await failed).reason).to.equal('timeout');
      } finally {
        clock.uninstall();
      }
    });

  it('has the reason “no-source” without any source', async () => {
    expect((await failing()).reason).to.equal('no-source');
  });

  it('has the reason “no-source” if its id is not in the page', async () => {
    expect(await failing('#nowhere')).to.deep.equal({reason: 'no-source', message: '#nowhere'});
  });

  it('has the reason “network” if its address is invalid; other elements of the page work', async () => {
    const [, el] = await Promise.all([
      failing('https://').then(({reason}) => expect(reason).to.equal('network')),
      show('solidarity-counter', {src: '/feeds/ok'}),
    ]);
    expect(words(el, 'count')).to.match(/\d/);
  });

  it('has the reason “network” in a page without fetch', async () => {
    const {fetch} = window;
    (window as {fetch?: typeof fetch}).fetch = undefined;
    try {
      expect((await failing('/feeds/ok?no-fetch')).reason).to.equal('network');
    } finally {
      window.fetch = fetch;
    }
  });
});

const figure = {
  id: 'held',
  title: 'Held',
  value: 1140,
  asOf: '2026-03-05',
  source: {name: 'Viasna'},
  definition: 'In custody.',
};

describe('an invalid feed', () => {
  for (const value of ['1140', -5, 1.5, 1e21, 2 ** 53, null, true, [1140], {}, '', 'NaN', '1,140'] as const)
    it(`shows no number for ${JSON.stringify(value)}`, async () => {
      expect(await failing(inlineFeed(feedOf({figures: [{...figure, value}]})))).to.deep.equal({
        reason: 'section',
        message: '/figures/0/value is wrong',
      });
    });

  for (const raw of ['-0', '1e999', '1e400'])
    it(`shows no number for ${raw}`, async () => {
      const feed = JSON.stringify(feedOf({figures: [figure]})).replace('1140', raw);
      expect((await failing(inlineFeed(feed))).reason).to.equal('section');
    });

  for (const [what, change, message] of [
    ['no source', {source: undefined}, '/figures/0 lacks source'],
    ['no date', {asOf: undefined}, '/figures/0 lacks asOf'],
    ['no definition', {definition: undefined}, '/figures/0 lacks definition'],
    ['a date the calendar lacks', {asOf: '2026-02-30'}, '/figures/0/asOf is wrong'],
    ['a date in words', {asOf: '5 March 2026'}, '/figures/0/asOf is wrong'],
    ['a date after the feed was issued', {asOf: '2026-11-23'}, '/figures/0 has a date after issued'],
    ['a source that is a script', {source: {name: 'X', url: 'javascript:alert(1)'}}, '/figures/0/source/url is wrong'],
    ['a source over http', {source: {name: 'X', url: 'http://x.example/'}}, '/figures/0/source/url is wrong'],
    ['a source with a user', {source: {name: 'X', url: 'https://a@x.example/'}}, '/figures/0/source/url is wrong'],
    ['an unknown qualifier', {qualifier: 'about'}, '/figures/0/qualifier is wrong'],
    ['an empty title', {title: {en: ' '}}, '/figures/0/title is wrong'],
    ['a broken point of history', {history: [{date: '2024-01-01', value: '7'}]}, '/figures/0/history/0/value is wrong'],
  ] as const)
    it(`shows no number with ${what}`, async () => {
      expect(await failing(inlineFeed(feedOf({figures: [{...figure, ...change}]})))).to.deep.equal({
        reason: 'section',
        message,
      });
    });

  it('shows no number if two figures have one id', async () => {
    expect((await failing(inlineFeed(feedOf({figures: [figure, figure]})))).message).to.equal(
      '/figures/1 repeats an id',
    );
  });

  for (const [what, feed] of [
    ['another version', {...feedOf({figures: [figure]}), version: 2}],
    ['no version', {figures: [figure]}],
    ['a list', [figure]],
    ['null', null],
    ['a number', 7],
  ] as const)
    it(`is no feed: ${what}`, async () => {
      expect((await failing(inlineFeed(JSON.stringify(feed)))).reason).to.equal('not-a-feed');
    });

  it('does not inherit what the page has put on Object.prototype', async () => {
    const proto = Object.prototype as unknown as Record<string, unknown>;
    proto.value = 666;
    proto.figures = [figure];
    try {
      expect((await failing(inlineFeed(feedOf({figures: [{...figure, value: undefined}]})))).reason).to.equal(
        'section',
      );
      expect((await failing(inlineFeed(feedOf()))).reason).to.equal('missing');
    } finally {
      delete proto.value;
      delete proto.figures;
    }
  });

  it('shows markup as text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const el = await show('solidarity-counter', {src: inlineFeed(feedOf({figures: [{...figure, title}]}))});
    expect(el.shadowRoot!.querySelector('img')).to.equal(null);
    expect(el.shadowRoot!.textContent).to.contain(title);
  });
});

describe('a request', () => {
  let count = 0;
  /** A feed whose requests the server counts. */
  const source = (name: string) => `/feeds/${name}?key=faults-${navigator.userAgent.length}-${Date.now()}-${++count}`;
  const counted = async (src: string) =>
    (await (await fetch(`/feeds/count?${src.split('?')[1]}`)).json()) as {
      count: number;
      headers: Record<string, string>[];
    };

  it('is one for any number of elements, without referrer', async () => {
    const src = source('ok');
    const all = Array.from({length: 5}, () => create('solidarity-counter', {src}));
    fixtureSync(html`<div>${all}</div>`);
    await Promise.all(all.map((el) => el.updateComplete));
    await show('solidarity-counter', {src});
    const {count, headers} = await counted(src);
    expect(count).to.equal(1);
    expect(headers[0]).to.not.have.any.keys('referer');
  });

  it('is aborted when the last element leaves, and not when one is only moved', async () => {
    const {fetch} = window;
    const signals: AbortSignal[] = [];
    window.fetch = (url, init) => {
      signals.push(init!.signal!);
      return fetch(url, init);
    };
    try {
      const el = create('solidarity-counter', {src: source('slow-headers')});
      document.body.append(el);
      await until(() => signals.length);
      const parent = fixtureSync<HTMLElement>(html`<div></div>`);
      parent.append(el);
      await nextTask();
      await nextTask();
      expect(signals.map(({aborted}) => aborted)).to.deep.equal([false]);
      el.remove();
      await until(() => signals[0]!.aborted);
      expect(signals).to.have.length(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('is made again for an element that comes after a failure', async () => {
    const src = source('404');
    await failing(src);
    await failing(src);
    expect((await counted(src)).count).to.equal(2);
  });
});
