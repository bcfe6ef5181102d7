import {aTimeout, expect, fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {feedOf, inlineFeed} from '../support/feed.js';

const WORDS = 'More than a thousand people';

/** An element with a source, and what it fired. */
const failing = async (src?: string) => {
  const el = document.createElement('solidarity-counter');
  el.textContent = WORDS;
  if (src !== undefined) el.src = src;
  const told = oneEvent(el, 'error') as unknown as Promise<SolidarityErrorEvent>;
  document.body.append(el);
  const {reason, message, bubbles} = await told;
  expect(bubbles).to.equal(false);
  expect(el).shadowDom.to.equal('<slot></slot>');
  expect(el.textContent).to.equal(WORDS);
  el.remove();
  return {reason, message};
};

describe('a feed that cannot be had', () => {
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
    it(`${name}: the page’s words stay, and the partner is told “${reason}”`, async () => {
      const fault = await failing(`/feeds/${name}`);
      expect(fault.reason).to.equal(reason);
      expect(fault.message).to.equal(new URL(`/feeds/${name}`, location.href).href);
    });

  for (const name of ['wrong-type', 'bom', 'ok'])
    it(`${name}: is read all the same`, async () => {
      const el = await fixture(html`<solidarity-counter src=${`/feeds/${name}`}></solidarity-counter>`);
      expect(el.shadowRoot!.querySelector('[part=count]')).to.exist;
    });

  for (const name of ['slow-headers', 'stalled'])
    it(`${name}: is given up after ten seconds`, async () => {
      expect((await failing(`/feeds/${name}`)).reason).to.equal('timeout');
    });

  it('says where to look when there is no source at all', async () => {
    expect((await failing()).reason).to.equal('no-source');
  });

  it('says so when the id is not in the page', async () => {
    expect(await failing('#nowhere')).to.deep.equal({reason: 'not-json', message: '#nowhere'});
  });

  it('says so when an address is none', async () => {
    expect((await failing('https://')).reason).to.equal('no-source');
  });

  it('survives a page without fetch', async () => {
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

describe('a feed that must not be believed', () => {
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
    it(`shows nothing with ${what}`, async () => {
      expect(await failing(inlineFeed(feedOf({figures: [{...figure, ...change}]})))).to.deep.equal({
        reason: 'section',
        message,
      });
    });

  it('shows nothing of two figures with one id', async () => {
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
    it(`reads nothing of ${what}`, async () => {
      expect((await failing(inlineFeed(JSON.stringify(feed)))).reason).to.equal('not-a-feed');
    });

  it('does not read what the page has put on every object', async () => {
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

  it('shows markup as the words that it is', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const el = await fixture(
      html`<solidarity-counter
        src=${inlineFeed(feedOf({figures: [{...figure, id: 'x', title}]}))}
      ></solidarity-counter>`,
    );
    expect(el.shadowRoot!.querySelector('img')).to.equal(null);
    expect(el.shadowRoot!.textContent).to.contain(title);
  });
});

describe('the request', () => {
  let key = 0;
  const source = (name: string) => `/feeds/${name}?key=faults-${location.href.length}-${Date.now()}-${++key}`;
  const seen = async (src: string): Promise<{count: number; headers: Record<string, string>[]}> =>
    (await fetch(`/feeds/count?${src.split('?')[1]}`)).json();

  it('is one for any number of elements, without cookies or a referrer', async () => {
    document.cookie = 'reader=7';
    const src = source('ok');
    await fixture(
      html`<div>${Array.from({length: 5}, () => html`<solidarity-counter src=${src}></solidarity-counter>`)}</div>`,
    );
    await fixture(html`<solidarity-counter src=${src}></solidarity-counter>`);
    const {count, headers} = await seen(src);
    expect(count).to.equal(1);
    expect(headers[0]).to.not.have.any.keys('cookie', 'referer');
  });

  it('is none for a feed inside the page', async () => {
    const {fetch} = window;
    let asked = 0;
    window.fetch = (...args) => {
      asked++;
      return fetch(...args);
    };
    try {
      await fixture(html`<solidarity-counter src=${inlineFeed(feedOf({figures: [figure]}))}></solidarity-counter>`);
    } finally {
      window.fetch = fetch;
    }
    expect(asked).to.equal(0);
  });

  it('is aborted when the last element leaves, and not when one is only moved', async () => {
    const {fetch} = window;
    const signals: AbortSignal[] = [];
    window.fetch = (url, init) => {
      signals.push(init!.signal!);
      return fetch(url, init);
    };
    try {
      const el = document.createElement('solidarity-counter');
      el.src = source('slow-headers');
      document.body.append(el);
      await new Promise(requestAnimationFrame);
      const div = document.createElement('div');
      document.body.append(div);
      div.append(el);
      await aTimeout(0);
      expect(signals.map(({aborted}) => aborted)).to.deep.equal([false]);
      el.remove();
      await aTimeout(0);
      expect(signals.map(({aborted}) => aborted)).to.deep.equal([true]);
      div.remove();
    } finally {
      window.fetch = fetch;
    }
  });

  it('is made anew for an element that comes after a failure', async () => {
    const src = source('404');
    await failing(src);
    await aTimeout(0);
    await failing(src);
    expect((await seen(src)).count).to.equal(2);
  });
});
