import {expect, fixture, fixtureCleanup} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {setDefaultSource} from '../../src/feed/feed-controller.js';
import {feedOf, freezeAt, held, inlineFeed} from '../support/feed.js';
import {revocation, sealed, signer, withoutCrypto, type Signer} from '../support/signed.js';
import {world} from '../support/world.js';

let ids = 0;

/** A page that pins keys does so for as long as it lives: this file is one such page. */
describe('a page that pins its keys', () => {
  let daily: Signer;
  let next: Signer;
  let offline: Signer;
  let here: ReturnType<typeof world>;
  let thaw: () => void;
  let url: string;
  let id: string;

  beforeEach(async () => {
    [daily, next, offline] = (await Promise.all([signer(), signer(), signer()])) as [Signer, Signer, Signer];
    here = world();
    thaw = freezeAt('2026-11-22T12:00:00Z');
    elsewhere();
  });
  /** Another address and another feed: nothing of it has been seen yet. */
  const elsewhere = () => {
    fixtureCleanup();
    id = `feed-${++ids}`;
    url = `https://feed.example/${id}.signed`;
    setDefaultSource(url, {keys: `${daily.key} ${next.key} ${offline.key}`});
  };
  afterEach(() => {
    fixtureCleanup();
    here.end();
    thaw();
  });

  const feed = (serial: number, value: number) => ({...feedOf({figures: [held(value)]}), id, serial});
  const number = (el: Element) => el.shadowRoot!.querySelector('[part=count]')?.textContent;
  const counter = async (refresh?: number) => {
    let reason: string | undefined;
    const onError = (event: SolidarityErrorEvent) => (reason = event.reason);
    const el = await fixture<HTMLElement>(
      html`<solidarity-counter lang="en" .refresh=${refresh} @error=${onError}
        >our words of 1 November</solidarity-counter
      >`,
    );
    await import('../../src/feed/refresh.js');
    await here.settled(!!refresh);
    return {el, reason: () => reason};
  };
  /** What one file makes of a page that had seen nothing. */
  const shown = async (file: Blob) => {
    here.answer(() => file);
    const {el, reason} = await counter();
    elsewhere();
    return reason() ?? number(el);
  };

  it('shows a signed feed', async () => {
    expect(await shown(await sealed(daily, feed(1, 1000)))).to.equal('1,000');
  });

  it('shows one over 64 KiB', async () => {
    expect(await shown(await sealed(daily, {...feed(1, 1000), padding: 'x'.repeat(200_000)}))).to.equal('1,000');
  });

  it('takes no unsigned feed, and keeps its words', async () => {
    here.answer(() => JSON.stringify(feed(1, 1000)));
    const {el, reason} = await counter();
    expect(reason()).to.equal('signature');
    expect(el.shadowRoot!.querySelector('slot')).to.not.equal(null);
  });

  it('takes no feed of an unknown key, none of another’s line, and none that was changed', async () => {
    const stranger = await signer();
    expect(await shown(await sealed(stranger, feed(1, 1000)))).to.equal('signature');
    const [one, other] = (await Promise.all(
      [feed(1, 1000), feed(1, 9999)].map(async (json) => (await sealed(daily, json)).text()),
    )) as [string, string];
    const mixed = `${one.split('\n')[0]}\n${other.slice(other.indexOf('\n') + 1)}`;
    expect(await shown(new Blob([mixed])), 'mix and match').to.equal('signature');
    expect(await shown(new Blob([one.replace('1000', '1001')]))).to.equal('signature');
  });

  it('reads a broken feed in a good envelope as any broken feed', async () => {
    expect(await shown(await sealed(daily, feed(1, -5)))).to.equal('section');
    expect(await shown(await sealed(daily, [feed(1, 5)]))).to.equal('not-a-feed');
    expect(await shown(await sealed(daily, null))).to.equal('not-a-feed');
  });

  it('goes on with the next key: rotation', async () => {
    here.answer(() => '');
    const {el} = await counter(300);
    here.answer(() => new Response(''));
    const files = [await sealed(daily, feed(1, 1000)), await sealed(next, feed(2, 990))];
    for (const [i, want] of ['1,000', '990'].entries()) {
      here.answer(() => files[i]!);
      await here.elapse();
      expect(number(el)).to.equal(want);
    }
  });

  it('refuses a revoked key ever after, and shows what the next key says', async () => {
    const first = await sealed(daily, feed(1, 1000));
    here.answer(() => first);
    const {el} = await counter(300);
    const mended = await sealed(next, feed(2, 990), {}, await revocation(daily, offline));
    here.answer(() => mended);
    await here.elapse();
    expect(number(el)).to.equal('990');
    // The thief leaves the revocation out.
    const stolen = await sealed(daily, feed(3, 5));
    here.answer(() => stolen);
    await here.elapse();
    expect(number(el)).to.equal('990');
  });

  it('refuses an older feed though its signature is good: rollback', async () => {
    const [newer, older] = [await sealed(daily, feed(8, 1000)), await sealed(daily, feed(7, 1200))];
    here.answer(() => newer);
    const {el} = await counter(300);
    here.answer(() => older);
    await here.elapse();
    expect(number(el)).to.equal('1,000');
  });

  it('refuses a feed older than the page was published with', async () => {
    for (const [serial, seen] of [
      [4, 'rollback'],
      [5, '1,000'],
    ] as const) {
      setDefaultSource(url, {serial: 5});
      expect(await shown(await sealed(daily, feed(serial, 1000)))).to.equal(seen);
    }
  });

  it('calls a feed old that is past its end, whatever the feed inside says: freeze', async () => {
    const json = {...feed(1, 1000), expires: '2027-12-31T00:00:00Z'};
    const frozen = await sealed(daily, json, {expires: '2026-11-21T00:00:00Z'});
    here.answer(() => frozen);
    const {el} = await counter();
    expect(number(el)).to.equal('1,000');
    expect(el.shadowRoot!.querySelector('[part=status]')!.textContent).to.contain('This figure is old');
    expect(el.shadowRoot!.querySelector('time')!.dateTime, 'its date stands').to.equal('2026-11-20');
  });

  it('does not call it old for a reader whose clock is wrong', async () => {
    thaw();
    thaw = freezeAt('1970-01-02T00:00:00Z');
    here.answer(() => '');
    const {el, reason} = await counter(300);
    expect(reason()).to.equal('signature');
    const good = await sealed(daily, feed(1, 1000));
    here.answer(() => good);
    await here.elapse();
    expect(number(el)).to.equal('1,000');
    expect(el.shadowRoot!.querySelector('[part=status]')).to.equal(null);
  });

  it('shows its snapshot with its date until the feed is there, and where it cannot be had', async () => {
    const withSnapshot = async (file: Blob | Response) => {
      setDefaultSource(url, {snapshot: inlineFeed(feed(3, 1011))});
      here.answer(() => file);
      const {el, reason} = await counter();
      const seen = [number(el), el.shadowRoot!.querySelector('time')!.dateTime, reason()];
      elsewhere();
      return seen;
    };
    expect(await withSnapshot(new Response('', {status: 500}))).to.deep.equal(['1,011', '2026-11-20', undefined]);
    const older = await sealed(daily, feed(2, 1200));
    expect(await withSnapshot(older), 'not an older feed').to.deep.equal(['1,011', '2026-11-20', undefined]);
    const newer = await sealed(daily, feed(4, 1000));
    expect(await withSnapshot(newer)).to.deep.equal(['1,000', '2026-11-20', undefined]);
  });

  it('says nothing of a failure that its snapshot makes good, also while its language is under way', async () => {
    setDefaultSource(url, {snapshot: inlineFeed(feed(3, 1011))});
    here.answer(() => new Response('', {status: 500}));
    let reason: string | undefined;
    const onError = (event: SolidarityErrorEvent) => (reason = event.reason);
    const el = await fixture(html`<solidarity-counter lang="hu" @error=${onError}></solidarity-counter>`);
    expect(number(el)).to.equal('1011');
    expect(reason).to.equal(undefined);
  });

  it('shows the feed where the snapshot is broken', async () => {
    setDefaultSource(url, {snapshot: '#no-such-snapshot'});
    expect(await shown(await sealed(daily, feed(1, 1000)))).to.equal('1,000');
  });

  it('keeps its words, or its snapshot, where there is no WebCrypto', async () => {
    const file = await sealed(daily, feed(4, 1000));
    setDefaultSource(url, {snapshot: inlineFeed(feed(3, 1011))});
    await withoutCrypto(async () => {
      expect(await shown(file)).to.equal('1,011');
      expect(await shown(file)).to.equal('no-crypto');
    });
  });

  it('finds its keys however they are parted, and lets nobody in where there are none', async () => {
    setDefaultSource(url, {keys: `\n  ${daily.key}\n  ${next.key}\t`});
    expect(await shown(await sealed(next, feed(1, 1000)))).to.equal('1,000');
    for (const none of ['', ' ', 'no key at all', daily.key.slice(1)]) {
      setDefaultSource(url, {keys: none});
      expect(await shown(await sealed(daily, feed(1, 1000))), none).to.equal('signature');
    }
  });

  it('reads a feed inside the page as it is: it is the page’s own', async () => {
    const el = await fixture(html`<solidarity-counter lang="en" src=${inlineFeed(feed(1, 777))}></solidarity-counter>`);
    expect(number(el)).to.equal('777');
  });
});
