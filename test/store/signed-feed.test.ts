import {expect} from '@open-wc/testing';
import '../../src/define/solidarity-counter.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {configure} from '../../src/store/feed-store.js';
import {setModuleLoader} from '../../src/store/lazy-modules.js';
import {inEveryLanguage} from '../support/describe.js';
import {create, errorsOf, isFallback, part, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {fakeNetwork} from '../support/fake-network.js';
import {feedOf, held, inlineFeed} from '../support/feed.js';
import {revocation, sealed, signer, withoutCrypto, type Signer} from '../support/signed.js';
import {storePage} from '../support/store.js';
import {nextTask, until} from '../support/wait.js';

const HOUR = 3_600_000;

let daily: Signer;
let next: Signer;
let offline: Signer;
let stranger: Signer;
before(async () => {
  [daily, next, offline, stranger] = (await Promise.all([signer(), signer(), signer(), signer()])) as [
    Signer,
    Signer,
    Signer,
    Signer,
  ];
});
const keysOf = (...signers: Signer[]) => signers.map(({key}) => key).join(' ');
const feed = (serial: number, value = 1000) => ({...feedOf({figures: [held(value)]}), serial});

describe('a store with pinned keys', () => {
  const URL = 'https://feed.example/feed.signed';
  const OTHER = 'https://other.example/feed.signed';
  let page: ReturnType<typeof storePage>;
  beforeEach(() => {
    page = storePage();
    page.store.configure({feed: URL, key: keysOf(daily, next, offline)});
  });
  afterEach(() => page.end());

  /** What a page shows of an answer: the serial, or the reason of its error. */
  const seenOf = async (answer: Blob | string, url = URL) => {
    page.network.answer(answer);
    const {seen, leave} = page.subscribe(url);
    await until(() => seen.length);
    leave();
    return seen[0];
  };
  const refreshed = async (answer: Blob) => {
    page.network.answer(answer);
    await page.elapse();
    return page.store.stateOf(URL).feed?.head.serial;
  };

  it('accepts a signed feed', async () => {
    expect(await seenOf(await sealed(daily, feed(1)))).to.equal(1);
  });

  it('accepts a signed feed of more than 64 KiB', async () => {
    expect(await seenOf(await sealed(daily, {...feed(1), padding: 'x'.repeat(200_000)}))).to.equal(1);
  });

  it('refuses an unsigned feed, one of an unknown key, and one that was changed', async () => {
    expect(await seenOf(JSON.stringify(feed(1)))).to.equal('signature');
    expect(await seenOf(await sealed(stranger, feed(1)))).to.equal('signature');
    const text = await (await sealed(daily, feed(1))).text();
    page.clock.setSystemTime(page.clock.now + HOUR);
    expect(await seenOf(text.replace('1000', '1001'))).to.equal('signature');
  });

  it('refuses a feed with the signature of another', async () => {
    const [one, other] = (await Promise.all(
      [1000, 9999].map(async (value) => (await sealed(daily, feed(1, value))).text()),
    )) as [string, string];
    expect(await seenOf(`${one.split('\n')[0]}\n${other.slice(other.indexOf('\n') + 1)}`)).to.equal('signature');
  });

  for (const json of [[feed(1)], null, 7])
    it(`refuses what is signed and no feed: ${JSON.stringify(json).slice(0, 10)}`, async () => {
      expect(await seenOf(await sealed(daily, json))).to.equal('not-a-feed');
    });

  it('accepts the next key: rotation', async () => {
    page.network.answer(await sealed(daily, feed(1)));
    page.subscribe(URL, 300);
    await page.planned();
    expect(page.store.stateOf(URL).feed!.head.serial).to.equal(1);
    expect(await refreshed(await sealed(next, feed(2)))).to.equal(2);
  });

  it('refuses a revoked key, also when the revocation is left out later', async () => {
    page.network.answer(await sealed(daily, feed(1)));
    page.subscribe(URL, 300);
    await page.planned();
    expect(await refreshed(await sealed(next, feed(2), {}, await revocation(daily, offline)))).to.equal(2);
    expect(await refreshed(await sealed(daily, feed(3)))).to.equal(2);
    expect(page.store.stateOf(URL).error!.reason).to.equal('signature');
  });

  it('takes back what a revoked key has signed, at every address, and forgets its serial', async () => {
    page.network.answer(await sealed(daily, feed(1000)));
    const {seen} = page.subscribe(URL, 300);
    const {seen: elsewhere} = page.subscribe(OTHER);
    await until(() => seen.length && elsewhere.length);
    await page.planned();
    const good = await sealed(next, feed(7), {}, await revocation(daily, offline));
    const other = await sealed(next, feed(8));
    page.network.answer((url) => (url === URL ? good : other));
    await page.elapse();
    await until(() => elsewhere.at(-1) === 8);
    expect([seen[0], seen.at(-1)]).to.deep.equal([1000, 7]);
    expect(elsewhere[0]).to.equal(1000);
  });

  it('takes it back also if the file that revokes the key is refused', async () => {
    page.network.answer(await sealed(daily, feed(1000)));
    const {seen} = page.subscribe(URL, 300);
    await page.planned();
    expect(await refreshed(await sealed(stranger, feed(7), {}, await revocation(daily, offline)))).to.equal(undefined);
    expect(seen.at(-1)).to.equal('signature');
  });

  it('believes a revocation wherever both keys are pinned', async () => {
    page.store.configure({feed: OTHER, key: keysOf(daily, offline)});
    expect(await seenOf(await sealed(next, feed(1), {}, await revocation(daily, offline)))).to.equal(1);
    expect(await seenOf(await sealed(daily, feed(1)), OTHER)).to.equal('signature');
  });

  it('does not let one publisher’s key revoke another publisher’s', async () => {
    page.end();
    page = storePage();
    page.store.configure({feed: URL, key: keysOf(daily, offline)});
    page.store.configure({feed: OTHER, key: keysOf(next)});
    const attack = await sealed(next, feed(1), {}, await revocation(offline, next));
    expect(await seenOf(attack, 'https://third.example/feed.signed')).to.equal(1);
    expect(await seenOf(await sealed(offline, feed(1)))).to.equal(1);
  });

  it('keeps a feed, and its serial, when keys are taken away that did not sign it', async () => {
    page.network.answer(await sealed(daily, feed(100)));
    const {seen} = page.subscribe(URL, 300);
    await page.planned();
    page.network.answer(await sealed(daily, feed(50)));
    page.store.configure({feed: URL, key: keysOf(daily, offline)});
    await nextTask();
    expect(page.network.requests).to.have.length(1);
    await page.elapse();
    expect(page.store.stateOf(URL).error!.reason).to.equal('rollback');
    expect(seen).to.deep.equal([100]);
  });

  it('keeps the serial of a key although a newer feed of another key is taken back', async () => {
    page.network.answer(await sealed(daily, feed(100)));
    const {seen} = page.subscribe(URL, 300);
    await page.planned();
    expect(await refreshed(await sealed(next, feed(101)))).to.equal(101);
    page.network.answer(await sealed(daily, feed(50)));
    page.store.configure({feed: URL, key: keysOf(daily, offline)});
    await until(() => seen.at(-1) === 'rollback');
    expect(seen).to.deep.equal([100, 101, 'loading', 'rollback']);
  });

  describe('whose code for signatures hangs', () => {
    afterEach(() => setModuleLoader(() => import('../../src/feed/envelope.js')));

    it('fails with “script” after ten seconds, and requests both again', async () => {
      let asked = 0;
      setModuleLoader(() => {
        asked++;
        return new Promise(() => {});
      });
      page.network.answer(await sealed(daily, feed(1)));
      const {seen} = page.subscribe(URL);
      await until(() => asked);
      await page.clock.tickAsync(9999);
      expect(seen).to.deep.equal([]);
      await page.clock.tickAsync(1);
      await until(() => seen.length);
      expect(seen).to.deep.equal(['script']);
      setModuleLoader(() => import('../../src/feed/envelope.js'));
      dispatchEvent(new Event('focus'));
      await until(() => seen.length === 2);
      expect(seen).to.deep.equal(['script', 1]);
    });
  });

  it('refuses an older feed although its signature is valid: rollback', async () => {
    page.network.answer(await sealed(daily, feed(8)));
    page.subscribe(URL, 300);
    await page.planned();
    expect(await refreshed(await sealed(daily, feed(7)))).to.equal(8);
    expect(page.store.stateOf(URL).error!.reason).to.equal('rollback');
  });

  it('refuses a feed below the lowest serial', async () => {
    page.store.configure({feed: URL, serial: 5});
    expect(await seenOf(await sealed(daily, feed(4)))).to.equal('rollback');
    expect(await seenOf(await sealed(daily, feed(5)))).to.equal(5);
  });

  it('ends with the envelope, whatever the feed in it says', async () => {
    const json = {...feed(1), expires: '2027-12-31T00:00:00Z'};
    await seenOf(await sealed(daily, json, {expires: '2026-11-21T00:00:00Z'}));
    expect(page.store.stateOf(URL).feed!.head.expires).to.equal('2026-11-21T00:00:00Z');
  });

  it('can have white space around its keys', async () => {
    page.store.configure({feed: OTHER, key: `\n  ${daily.key}\n  ${next.key}\t`});
    expect(await seenOf(await sealed(next, feed(1)), OTHER)).to.equal(1);
  });

  for (const [what, keys] of [
    ['empty', () => ''],
    ['blank', () => ' '],
    ['no keys', () => 'no key at all'],
    ['a key that is cut', () => daily.key.slice(1)],
  ] as const)
    it(`refuses every feed if its list is ${what}`, async () => {
      page.store.configure({feed: OTHER, key: keys()});
      expect(await seenOf(await sealed(daily, feed(1)), OTHER)).to.equal('signature');
    });

  it('takes keys away by a later list, and adds none', async () => {
    page.store.configure({feed: URL, key: keysOf(next, stranger)});
    expect(await seenOf(await sealed(daily, feed(1)))).to.equal('signature');
    expect(await seenOf(await sealed(stranger, feed(1)))).to.equal('signature');
    await page.clock.tickAsync(HOUR);
    expect(await seenOf(await sealed(next, feed(1)))).to.equal(1);
  });

  it('needs one of its keys for the feed of any other address', async () => {
    expect(await seenOf(JSON.stringify(feed(1)), OTHER)).to.equal('signature');
    expect(await seenOf(await sealed(stranger, feed(1)), OTHER)).to.equal('signature');
    await page.clock.tickAsync(HOUR);
    expect(await seenOf(await sealed(daily, feed(1)), OTHER)).to.equal(1);
  });

  it('takes back a feed that was accepted before its keys were pinned, and requests it again', async () => {
    page.end();
    page = storePage();
    page.network.answer(JSON.stringify(feed(9_000_000, 5)));
    const {seen} = page.subscribe(URL);
    await until(() => seen.length);
    page.network.answer(await sealed(daily, feed(1)));
    page.store.configure({feed: URL, key: keysOf(daily)});
    await until(() => seen.at(-1) === 1);
    expect(seen, 'the serial of a feed that is not accepted does not count').to.deep.equal([9_000_000, 'loading', 1]);
  });

  it('takes back the feed of another address, too', async () => {
    page.end();
    page = storePage();
    page.network.answer(JSON.stringify(feed(1)));
    const {seen} = page.subscribe(OTHER);
    await until(() => seen.length);
    page.store.configure({feed: URL, key: keysOf(daily)});
    await until(() => seen.at(-1) === 'signature');
  });

  it('refuses a feed whose key is taken away while its signature is verified', async () => {
    page.network.answer(await sealed(daily, feed(1)));
    const {verify} = crypto.subtle;
    crypto.subtle.verify = (...args: Parameters<typeof verify>) => {
      page.store.configure({feed: URL, key: keysOf(next)});
      return verify.apply(crypto.subtle, args);
    };
    try {
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      expect(seen).to.deep.equal(['signature']);
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'verify');
    }
  });

  it('refuses an unsigned feed that was requested before the keys were pinned', async () => {
    page.end();
    page = storePage();
    let finish = () => {};
    page.network.answer(() => new Promise<string>((resolve) => (finish = () => resolve(JSON.stringify(feed(1))))));
    const {seen} = page.subscribe(URL);
    await nextTask();
    page.store.configure({feed: URL, key: keysOf(daily)});
    finish();
    await until(() => seen.length);
    expect(seen).to.deep.equal(['signature']);
  });
});

describe('a page with pinned keys', () => {
  let network: ReturnType<typeof fakeNetwork>;
  let clock: ReturnType<typeof fakeClock>;
  let url: string;
  let ids = 0;
  const shown: SolidarityCounter[] = [];
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z');
    network = fakeNetwork();
    newFeed();
  });
  afterEach(() => {
    shown.splice(0).forEach((el) => el.remove());
    network.restore();
    clock.uninstall();
  });

  /** Another address: nothing of it was seen yet. */
  const newFeed = () => {
    url = `https://feed.example/${++ids}.signed`;
    configure({feed: url, key: keysOf(daily, next, offline)});
  };
  /** A counter of the page's feed, and the reasons of its errors. */
  const counter = async (attributes: Parameters<typeof create>[1] = {}) => {
    const el = create('solidarity-counter', attributes);
    const reasons = errorsOf(el);
    document.body.append(el);
    shown.push(el);
    await el.updateComplete;
    return {el, reasons};
  };
  const number = (el: Element) => words(el, 'count');

  it('shows a signed feed, and the fallback content for an unsigned one', async () => {
    network.answer(await sealed(daily, feed(1)));
    expect(number((await counter()).el)).to.equal('1,000');
    newFeed();
    network.answer(JSON.stringify(feed(1)));
    const {el, reasons} = await counter();
    expect(isFallback(el)).to.equal(true);
    expect(reasons).to.deep.equal(['signature']);
  });

  it('reads an invalid section of a signed feed as of any feed', async () => {
    network.answer(await sealed(daily, feed(1, -5)));
    const {reasons} = await counter();
    expect(reasons).to.deep.equal(['section']);
  });

  it('shows that a feed is old once its envelope has expired: freeze', async () => {
    const json = {...feed(1), expires: '2027-12-31T00:00:00Z'};
    network.answer(await sealed(daily, json, {expires: '2026-11-21T00:00:00Z'}));
    const {el} = await counter();
    expect(number(el)).to.equal('1,000');
    expect(words(el, 'status')).to.contain('Out of date');
  });

  it('does not call a feed old for a reader whose clock is wrong', async () => {
    clock.setSystemTime(new Date('1970-01-02T00:00:00Z'));
    network.answer(await sealed(daily, feed(1)));
    const {el} = await counter();
    expect(number(el)).to.equal('1,000');
    expect(part(el, 'status')).to.equal(null);
  });

  describe('that takes the key of what is shown away, while the next feed hangs', () => {
    const withdraw = () => {
      network.hang();
      configure({feed: url, key: keysOf(next, offline)});
    };
    const shownCounter = async () => {
      network.answer(await sealed(daily, feed(1)));
      const {el} = await counter();
      expect(number(el)).to.equal('1,000');
      return el;
    };

    it('shows the fallback content at once', async () => {
      const el = await shownCounter();
      withdraw();
      await el.rendered;
      expect(isFallback(el)).to.equal(true);
      expect(el.matches(':state(loading)')).to.equal(true);
    });

    it('does so in an element that was not in the page meanwhile', async () => {
      const el = await shownCounter();
      el.remove();
      withdraw();
      document.body.append(el);
      await nextTask();
      expect(isFallback(el)).to.equal(true);
    });

    it('does so in an element that was about to show another feed', async () => {
      const el = await shownCounter();
      network.hang();
      el.src = 'https://feed.example/other.signed';
      await nextTask();
      expect(number(el), 'while the other one loads').to.equal('1,000');
      withdraw();
      await el.rendered;
      expect(isFallback(el)).to.equal(true);
    });
  });

  it('shows a feed inside the page although it is unsigned', async () => {
    const el = await show('solidarity-counter', {src: inlineFeed(feed(1, 777))});
    expect(number(el)).to.equal('777');
  });

  describe('with a snapshot', () => {
    beforeEach(() => configure({feed: url, snapshot: inlineFeed(feed(3, 1011))}));

    it('shows it, with its date, while the feed loads', async () => {
      network.hang();
      const {el, reasons} = await counter();
      expect(number(el)).to.equal('1,011');
      expect(el.shadowRoot!.querySelector('time')!.dateTime).to.equal('2026-11-20');
      expect(reasons).to.deep.equal([]);
    });

    it('shows it if the feed cannot be loaded, without an error', async () => {
      network.fail();
      const {el, reasons} = await counter();
      await until(() => network.requests.length);
      await nextTask();
      expect(number(el)).to.equal('1,011');
      expect(reasons).to.deep.equal([]);
    });

    it('fires no error while a locale loads either', async () => {
      const figure = {...held(1011), title: inEveryLanguage('Held'), definition: inEveryLanguage('For a test')};
      configure({feed: url, snapshot: inlineFeed({...feedOf({figures: [figure]}), serial: 3})});
      network.fail();
      const {el, reasons} = await counter({lang: 'hu'});
      expect(part(el, 'base')).to.have.attribute('lang', 'hu');
      expect(number(el)).to.equal('1011');
      expect(reasons).to.deep.equal([]);
    });

    it('shows the feed once it is there', async () => {
      network.answer(await sealed(daily, feed(4)));
      const {el} = await counter();
      await until(() => number(el) === '1,000');
    });

    it('shows the feed that the server has, also if its serial is lower: a snapshot does not bind', async () => {
      network.answer(await sealed(daily, feed(2)));
      const {el} = await counter();
      await until(() => number(el) === '1,000');
    });

    it('shows it without WebCrypto', async () => {
      network.answer(await sealed(daily, feed(4)));
      await withoutCrypto(async () => {
        const {el, reasons} = await counter();
        await nextTask();
        expect(number(el)).to.equal('1,011');
        expect(reasons).to.deep.equal([]);
      });
    });
  });

  it('shows the feed if there is no such snapshot, and the error of the feed if that fails, too', async () => {
    configure({feed: url, snapshot: '#no-such-snapshot'});
    network.answer(await sealed(daily, feed(1)));
    expect(number((await counter()).el)).to.equal('1,000');
    newFeed();
    configure({feed: url, snapshot: '#no-such-snapshot'});
    network.fail();
    const {el, reasons} = await counter();
    expect(isFallback(el)).to.equal(true);
    expect(reasons).to.deep.equal(['http']);
  });

  it('fails with “no-crypto” without WebCrypto', async () => {
    network.answer(await sealed(daily, feed(4)));
    await withoutCrypto(async () => {
      const {el, reasons} = await counter();
      expect(isFallback(el)).to.equal(true);
      expect(reasons).to.deep.equal(['no-crypto']);
    });
  });
});
