import {expect} from '@open-wc/testing';
import {configure} from '../../src/store/feed-store.js';
import {part} from '../support/elements.js';
import {feedPage, shownBy} from '../support/feed-page.js';
import {inlineFeed} from '../support/feed.js';
import {revocation, sealed, signer, withoutCrypto, type Signer} from '../support/signed.js';

/** A page that pins keys does so for as long as it lives: this file is one such page. */
describe('a page that pins its keys', () => {
  let daily: Signer;
  let next: Signer;
  let offline: Signer;
  let page: ReturnType<typeof feedPage>;

  /** A feed that nobody has seen before, and its keys. */
  const open = (at?: string) => {
    page = feedPage(at);
    configure({feed: page.url, keys: `${daily.key} ${next.key} ${offline.key}`});
  };
  beforeEach(async () => {
    [daily, next, offline] = (await Promise.all([signer(), signer(), signer()])) as [Signer, Signer, Signer];
    open();
  });
  afterEach(() => page.end());

  const feed = (serial: number, value: number, more = {}) => ({
    ...(JSON.parse(page.feed(serial, value)) as object),
    ...more,
  });
  /** What is shown of a file; the reason where nothing is. Then another feed, of the same keys. */
  const shown = async (file: Blob, again = true) => {
    page.network.answer(file);
    const {el, reasons} = await page.counter();
    const seen = reasons.at(-1) ?? shownBy(el);
    if (again) {
      page.end();
      open();
    }
    return seen;
  };

  it('shows a signed feed', async () => {
    expect(await shown(await sealed(daily, feed(1, 1000)))).to.equal('1,000');
  });

  it('shows one over 64 KiB', async () => {
    expect(await shown(await sealed(daily, feed(1, 1000, {padding: 'x'.repeat(200_000)})))).to.equal('1,000');
  });

  it('accepts no unsigned feed, and shows the fallback content', async () => {
    page.network.answer(page.feed(1, 1000));
    const {el, reasons} = await page.counter();
    expect(reasons).to.deep.equal(['signature']);
    expect(shownBy(el)).to.equal('fallback');
  });

  it('accepts no feed of an unknown key, none of another’s line, and none that was changed', async () => {
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
    page.network.answer(await sealed(daily, feed(1, 1000)));
    const {el} = await page.counter({refresh: '300'});
    expect(shownBy(el)).to.equal('1,000');
    page.network.answer(await sealed(next, feed(2, 990)));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
  });

  it('refuses a revoked key ever after, and shows what the next key says', async () => {
    page.network.answer(await sealed(daily, feed(1, 1000)));
    const {el} = await page.counter({refresh: '300'});
    page.network.answer(await sealed(next, feed(2, 990), {}, await revocation(daily, offline)));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
    // The thief leaves the revocation out.
    page.network.answer(await sealed(daily, feed(3, 5)));
    await page.elapse(3600);
    expect(shownBy(el)).to.equal('990');
  });

  it('refuses an older feed though its signature is good: rollback', async () => {
    page.network.answer(await sealed(daily, feed(8, 1000)));
    const {el} = await page.counter({refresh: '300'});
    page.network.answer(await sealed(daily, feed(7, 1200)));
    await page.elapse(3600);
    expect(shownBy(el)).to.equal('1,000');
  });

  it('refuses a feed older than the page was published with', async () => {
    for (const [serial, seen] of [
      [4, 'rollback'],
      [5, '1,000'],
    ] as const) {
      configure({feed: page.url, serial: 5});
      expect(await shown(await sealed(daily, feed(serial, 1000)))).to.equal(seen);
    }
  });

  it('lets a huge serial of an unsigned feed keep no signed one out', async () => {
    // The page shows an unsigned feed first, and pins the keys of its address later.
    const url = `${page.url}?unpinned`;
    configure({feed: url, keys: daily.key});
    page.network.answer(page.feed(2 ** 53 - 1, 666));
    const {el, reasons} = await page.counter({src: url});
    expect([shownBy(el), ...reasons]).to.deep.equal(['fallback', 'signature']);
    page.network.answer(await sealed(daily, feed(2, 1000)));
    await page.fire('focus');
    expect(shownBy(el)).to.equal('1,000');
  });

  it('calls a feed old that is past its end, whatever the feed inside says: freeze', async () => {
    const json = feed(1, 1000, {expires: '2027-12-31T00:00:00Z'});
    page.network.answer(await sealed(daily, json, {expires: '2026-11-21T00:00:00Z'}));
    const {el} = await page.counter();
    expect(shownBy(el)).to.equal('1,000');
    expect(part(el, 'status')!.textContent).to.contain('This figure is old');
    expect(el.shadowRoot!.querySelector('time')!.dateTime, 'its date stays').to.equal('2026-11-20');
  });

  it('does not call it old for a reader whose clock is wrong', async () => {
    page.end();
    open('1970-01-02T00:00:00Z');
    page.network.answer(await sealed(daily, feed(1, 1000)));
    const {el} = await page.counter();
    expect(shownBy(el)).to.equal('1,000');
    expect(part(el, 'status')).to.equal(null);
  });

  it('shows its snapshot with its date until the feed is there, and where it cannot be loaded', async () => {
    const older = await sealed(daily, feed(4, 1000));
    for (const [answer, seen] of [
      [new Response('', {status: 500}), '1,011'],
      [new Blob(['{}']), '1,011'],
      [older, '1,000'],
    ] as const) {
      configure({feed: page.url, snapshot: inlineFeed(page.feed(3, 1011))});
      page.network.answer(answer);
      const {el, reasons} = await page.counter();
      expect([shownBy(el), el.shadowRoot!.querySelector('time')!.dateTime, ...reasons]).to.deep.equal([
        seen,
        '2026-11-20',
      ]);
      page.end();
      open();
    }
  });

  it('fires no error for a failure that its snapshot makes good, also while its locale is loading', async () => {
    configure({feed: page.url, snapshot: inlineFeed(page.feed(3, 1011, {lang: 'hu'}))});
    page.network.answer(new Response('', {status: 500}));
    const {el, reasons} = await page.counter({lang: 'hu'});
    await el.updateComplete;
    expect(shownBy(el)).to.equal('1011');
    expect(reasons).to.deep.equal([]);
  });

  it('shows the feed where the snapshot is broken', async () => {
    configure({feed: page.url, snapshot: '#no-such-snapshot'});
    expect(await shown(await sealed(daily, feed(1, 1000)))).to.equal('1,000');
  });

  it('shows its fallback content, or its snapshot, where there is no WebCrypto', async () => {
    const file = await sealed(daily, feed(4, 1000));
    await withoutCrypto(async () => {
      configure({feed: page.url, snapshot: inlineFeed(page.feed(3, 1011))});
      expect(await shown(file)).to.equal('1,011');
      expect(await shown(file)).to.equal('no-crypto');
    });
  });

  it('says no-crypto where the engine has no Ed25519', async () => {
    const {importKey} = SubtleCrypto.prototype;
    const file = await sealed(daily, feed(1, 1000));
    SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('Ed25519', 'NotSupportedError'));
    try {
      expect(await shown(file)).to.equal('no-crypto');
    } finally {
      SubtleCrypto.prototype.importKey = importKey;
    }
  });

  it('finds its keys however they are separated, and accepts nothing where there are none', async () => {
    const pinned = async (keys: string, file: Blob) => {
      const url = `${page.url}?${encodeURIComponent(keys)}`;
      configure({feed: url, keys});
      page.network.answer(file);
      const {el, reasons} = await page.counter({src: url});
      return reasons.at(-1) ?? shownBy(el);
    };
    const file = await sealed(next, feed(1, 1000));
    expect(await pinned(`\n  ${daily.key}\n  ${next.key}\t`, file)).to.equal('1,000');
    for (const none of ['', ' ', 'no key at all', next.key.slice(1)])
      expect(await pinned(none, file), none).to.equal('signature');
  });

  it('keys only tighten: a later list takes keys away, and adds none', async () => {
    configure({feed: page.url, keys: daily.key});
    expect(await shown(await sealed(next, feed(1, 1000)), false)).to.equal('signature');
    configure({feed: page.url, keys: next.key});
    expect(await shown(await sealed(next, feed(1, 1000)), false)).to.equal('signature');
    expect(await shown(await sealed(daily, feed(1, 1000)), false)).to.equal('signature');
  });

  it('takes a feed away that was accepted before its keys were pinned', async () => {
    const url = `${page.url}?later`;
    configure({feed: url, keys: `${daily.key} ${next.key}`});
    page.network.answer(await sealed(next, feed(1, 1000)));
    const {el} = await page.counter({src: url});
    expect(shownBy(el)).to.equal('1,000');
    configure({feed: url, keys: daily.key});
    await page.settle();
    expect(shownBy(el)).to.equal('fallback');
    page.network.answer(await sealed(daily, feed(1, 990)));
    await page.fire('focus');
    expect(shownBy(el)).to.equal('990');
  });

  it('reads a feed of another address only where one of the pinned keys has signed it', async () => {
    const url = `${page.url}?other`;
    page.network.answer(page.feed(1, 1000));
    const {el, reasons} = await page.counter({src: url});
    expect(reasons).to.deep.equal(['signature']);
    page.network.answer(await sealed(next, feed(1, 990)));
    await page.fire('focus');
    expect(shownBy(el)).to.equal('990');
  });

  it('reads a feed inside the page as it is: it is the page’s own', async () => {
    const {el} = await page.counter({src: inlineFeed(page.feed(1, 777))});
    expect(shownBy(el)).to.equal('777');
  });
});
