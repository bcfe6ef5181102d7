import {expect} from '@open-wc/testing';
import '../../src/define/solidarity-counter.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {configure} from '../../src/store/feed-store.js';
import {create, errorsOf, isFallback, show, words} from '../support/elements.js';
import {fakeNetwork} from '../support/fake-network.js';
import {inlineFeed} from '../support/feed.js';
import {finishParsing, startParsing} from '../support/ready-state.js';
import {feedText} from '../support/store.js';
import {nextTask, until} from '../support/wait.js';

let ids = 0;

describe('a feed inside the page', () => {
  let network: ReturnType<typeof fakeNetwork>;
  let url: string;
  const added: Element[] = [];
  beforeEach(() => {
    network = fakeNetwork();
    url = `https://feed.example/${++ids}.json`;
  });
  afterEach(() => {
    finishParsing();
    network.restore();
    added.splice(0).forEach((el) => el.remove());
  });

  const number = (el: Element) => words(el, 'count');
  /** Adds an element to the page, and does not wait for it. */
  const add = (attributes: Parameters<typeof create>[1] = {}) => {
    const el: SolidarityCounter = create('solidarity-counter', attributes);
    const reasons = errorsOf(el);
    document.body.append(el);
    added.push(el);
    return {el, reasons};
  };
  const addScript = (id: string, text: string, tag = 'script') => {
    const script = Object.assign(document.createElement(tag), {id, textContent: text});
    if (tag === 'script') script.setAttribute('type', 'application/json');
    document.body.append(script);
    added.push(script);
    return script;
  };

  it('is shown without a request', async () => {
    const el = await show('solidarity-counter', {src: inlineFeed(feedText(1, 1000))});
    expect(number(el)).to.equal('1,000');
    expect(network.requests).to.deep.equal([]);
  });

  it('is awaited while the page is parsed, also if only its beginning is there', async () => {
    startParsing();
    const {el, reasons} = add({src: '#late'});
    await nextTask();
    const text = feedText(1, 1000);
    const script = addScript('late', text.slice(0, 40));
    const second = add({src: '#late'});
    await nextTask();
    expect([el, second.el].map((counter) => counter.matches(':state(loading)'))).to.deep.equal([true, true]);
    script.textContent = text;
    finishParsing();
    await Promise.all([el.updateComplete, second.el.updateComplete]);
    expect([el, second.el].map(number)).to.deep.equal(['1,000', '1,000']);
    expect([reasons, second.reasons]).to.deep.equal([[], []]);
  });

  it('is missing at the end of parsing only', async () => {
    startParsing();
    const {el, reasons} = add({src: '#never'});
    await nextTask();
    expect(reasons).to.deep.equal([]);
    finishParsing();
    await el.updateComplete;
    expect(reasons).to.deep.equal(['no-source']);
    expect(isFallback(el)).to.equal(true);
  });

  it('that is cut off at the end of parsing is no JSON', async () => {
    startParsing();
    addScript('cut', feedText(1).slice(0, 40));
    const {el, reasons} = add({src: '#cut'});
    finishParsing();
    await el.updateComplete;
    expect(reasons).to.deep.equal(['not-json']);
  });

  it('does not replace a source that was set meanwhile', async () => {
    startParsing();
    const {el} = add({src: '#late-one'});
    await nextTask();
    el.src = inlineFeed(feedText(1, 5));
    await until(() => number(el) === '5');
    addScript('late-one', feedText(1, 1000));
    finishParsing();
    await nextTask();
    await el.updateComplete;
    expect(number(el)).to.equal('5');
  });

  it('replaces the number of another feed once it is parsed', async () => {
    startParsing();
    network.answer(feedText(1, 1000));
    const {el} = add({src: url});
    await until(() => number(el) === '1,000');
    el.src = '#late-figures';
    await nextTask();
    expect(number(el)).to.equal('1,000');
    addScript('late-figures', feedText(1, 77));
    finishParsing();
    await until(() => number(el) === '77');
  });

  it('is a script of type application/json, never another element with its id', async () => {
    addScript('feed-in-a-comment', feedText(1, 5), 'div');
    const {el, reasons} = add({src: '#feed-in-a-comment'});
    await el.updateComplete;
    expect(reasons).to.deep.equal(['no-source']);
    addScript('feed-in-a-comment', feedText(1, 1000));
    const second = add({src: '#feed-in-a-comment'});
    await second.el.updateComplete;
    expect(number(second.el)).to.equal('1,000');
  });

  describe('as a snapshot', () => {
    it('is awaited while the page is parsed', async () => {
      startParsing();
      network.hang();
      configure({feed: url, snapshot: '#late-snapshot'});
      const {el} = add();
      await nextTask();
      addScript('late-snapshot', feedText(3, 1011));
      finishParsing();
      await el.updateComplete;
      expect(number(el)).to.equal('1,011');
    });

    it('does not replace the feed that came before it', async () => {
      startParsing();
      network.answer(feedText(1, 1000));
      configure({feed: url, snapshot: '#later-snapshot'});
      const {el} = add();
      await until(() => number(el) === '1,000');
      addScript('later-snapshot', feedText(3, 1011));
      finishParsing();
      await nextTask();
      await el.updateComplete;
      expect(number(el)).to.equal('1,000');
    });

    it('does not bind what is requested: its serial may be a lie', async () => {
      network.answer(feedText(5, 1000));
      configure({feed: url, snapshot: inlineFeed(feedText(Number.MAX_SAFE_INTEGER, 5))});
      const {el, reasons} = add();
      await until(() => number(el) === '1,000');
      expect(reasons).to.deep.equal([]);
    });

    it('that is configured after a failure is shown', async () => {
      network.fail();
      configure({feed: url});
      const {el, reasons} = add();
      await until(() => reasons.length);
      configure({feed: url, snapshot: inlineFeed(feedText(3, 1011))});
      await until(() => number(el) === '1,011');
    });
  });
});
