import {expect} from '@open-wc/testing';
import {configure} from '../../src/store/feed-store.js';
import {feedPage, shownBy} from '../support/feed-page.js';
import {revocation, sealed, signer, type Signer} from '../support/signed.js';

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
});
