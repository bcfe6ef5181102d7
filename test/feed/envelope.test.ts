import {expect} from '@open-wc/testing';
import {fromBase64url, openEnvelope, toBase64url} from '../../src/feed/envelope.js';
import type {FeedError} from '../../src/feed/feed-error.js';
import {feedOf} from '../support/feed.js';
import {bytesOf, lineOf, revocation, sealed, signer, withoutCrypto, type Signer} from '../support/signed.js';

const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;

const file = async (...parts: BlobPart[]) => new Uint8Array(await new Blob(parts).arrayBuffer());

/** What the page has seen revoked. */
let revoked: Set<string>;

const refusal = async (bytes: Uint8Array<ArrayBuffer>, keys: readonly string[]): Promise<string> => {
  try {
    await openEnvelope(bytes, keys, revoked);
  } catch (error) {
    return `${(error as FeedError).reason} ${(error as Error).message}`;
  }
  return 'opened';
};

describe('the signed envelope', () => {
  let daily: Signer;
  let next: Signer;
  let offline: Signer;
  let stranger: Signer;
  let keys: string[];
  const feed = bytesOf(JSON.stringify(feedOf()));

  beforeEach(async () => {
    revoked = new Set();
    [daily, next, offline, stranger] = (await Promise.all([signer(), signer(), signer(), signer()])) as [
      Signer,
      Signer,
      Signer,
      Signer,
    ];
    keys = [daily.key, next.key, offline.key];
  });

  it('gives the exact bytes of the feed, the key, and the expiry', async () => {
    const opened = await openEnvelope(await file(await lineOf(daily, feed, {serial: 7}), feed), keys);
    expect(new TextDecoder().decode(opened.feed)).to.equal(JSON.stringify(feedOf()));
    const {kid, serial, issued, expires} = opened;
    expect({kid, serial, issued, expires}).to.deep.equal({
      kid: daily.kid,
      serial: 7,
      issued: '2026-11-22T00:00:00Z',
      expires: '2026-11-29T00:00:00Z',
    });
  });

  for (const kilobytes of [1, 63, 64, 65, 500])
    it(`opens a feed of ${kilobytes} KiB`, async () => {
      const long = bytesOf('x'.repeat(kilobytes * 1024));
      const opened = await openEnvelope(await file(await lineOf(daily, long), long), keys);
      expect(opened.feed.length).to.equal(long.length);
    });

  it('accepts the next key, for pages that are older than the key in use', async () => {
    expect((await openEnvelope(await file(await lineOf(next, feed), feed), keys)).kid).to.equal(next.kid);
  });

  it('refuses a feed without a signature', async () => {
    expect(await refusal(feed, keys)).to.equal('signature no envelope');
    expect(await refusal(await file(''), keys)).to.equal('signature no envelope');
  });

  it('refuses any change of one bit', async () => {
    const good = await file(await lineOf(daily, feed), feed);
    const wrong: number[] = [];
    // Each byte of the line, and some of the feed.
    const line = good.indexOf(10) + 1;
    const places = [...Array(line).keys(), line, line + 17, good.length - 1];
    for (const at of places) {
      const bad = good.slice();
      bad[at]! ^= 1;
      if ((await refusal(bad, keys)) === 'opened') wrong.push(at);
    }
    // The last character of a signature carries four bits of nothing; a flip there changes no byte of it.
    expect(wrong.filter((at) => at !== line - 2)).to.deep.equal([]);
  });

  it('refuses a key that the page does not pin, with its own id or a pinned one', async () => {
    expect(await refusal(await file(await lineOf(stranger, feed), feed), keys)).to.equal(
      `signature unknown key ${stranger.kid}`,
    );
    const swapped = await lineOf({...stranger, kid: daily.kid}, feed);
    expect(await refusal(await file(swapped, feed), keys)).to.equal('signature wrong signature');
  });

  it('refuses a signature derived from a valid one (S + L)', async () => {
    const line = await lineOf(daily, feed);
    const cut = line.lastIndexOf(' ') + 1;
    const signature = fromBase64url(line.slice(cut, -1));
    let s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + ORDER;
    for (let i = 32; i < 64; i++, s >>= 8n) signature[i] = Number(s & 255n);
    const forged = `${line.slice(0, cut)}${toBase64url(signature)}\n`;
    expect(await refusal(await file(forged, feed), keys)).to.equal('signature malleable');
  });

  it('refuses a signature of zeros', async () => {
    const line = await lineOf(daily, feed);
    const forged = `${line.slice(0, line.lastIndexOf(' '))} ${'A'.repeat(86)}\n`;
    expect(await refusal(await file(forged, feed), keys)).to.equal('signature wrong signature');
  });

  it('refuses the line of another feed of the same length', async () => {
    const other = feed.slice();
    other[other.length - 3]! ^= 1;
    expect(await refusal(await file(await lineOf(daily, feed), other), keys)).to.equal('signature wrong digest');
  });

  it('refuses a feed that was cut or extended', async () => {
    const line = await lineOf(daily, feed);
    expect(await refusal(await file(line, feed.slice(0, -1)), keys)).to.equal('signature wrong length');
    expect(await refusal(await file(line, feed, '\n'), keys)).to.equal('signature wrong length');
    expect(await refusal(await file(line), keys)).to.equal('signature wrong length');
  });

  it('refuses a line in another format, or too long', async () => {
    const line = await lineOf(daily, feed);
    for (const other of [
      line.replace(' ', '  '),
      line.replace('\n', '\r\n'),
      line.replace('solidarity1', 'solidarity2'),
      `${line.slice(0, -1)} \n`,
      line.slice(0, -1),
      `\uFEFF${line}`,
      `${'x'.repeat(600)}\n`,
    ])
      expect(await refusal(await file(other, feed), keys), other).to.equal('signature no envelope');
  });

  it('refuses a revoked key, also when the revocation is left out later', async () => {
    const line = await lineOf(daily, feed);
    const dead = `signature revoked key ${daily.kid}`;
    expect(await refusal(await file(line, feed), keys)).to.equal('opened');
    expect(await refusal(await file(await revocation(daily, offline), line, feed), keys)).to.equal(dead);
    expect(await refusal(await file(line, feed), keys), 'the revocation left out').to.equal(dead);
    expect([...revoked]).to.deep.equal([`${daily.key} ${offline.key}`]);
    const good = await file(await revocation(daily, offline), await lineOf(next, feed), feed);
    expect(await refusal(good, keys)).to.equal('opened');
  });

  it('accepts the offline key when both others are revoked, also when read twice', async () => {
    const before = [await revocation(daily, next), await revocation(next, offline)];
    const good = await file(...before, await lineOf(offline, feed), feed);
    expect(await refusal(good, keys)).to.equal('opened');
    expect(await refusal(good, keys)).to.equal('opened');
    expect(await refusal(await file(...before, await lineOf(next, feed), feed), keys)).to.equal(
      `signature revoked key ${next.kid}`,
    );
  });

  it('ignores revocations of a key by itself or by an earlier key', async () => {
    const attack = await file(await revocation(offline, daily), await lineOf(offline, feed), feed);
    expect(await refusal(attack, keys)).to.equal('opened');
    const self = await file(await revocation(next, next), await lineOf(next, feed), feed);
    expect(await refusal(self, keys)).to.equal('opened');
  });

  it('refuses a forged revocation, and ignores revocations by unknown keys', async () => {
    const forged = await revocation(daily, {...stranger, kid: offline.kid});
    expect(await refusal(await file(forged, await lineOf(daily, feed), feed), keys)).to.equal(
      'signature wrong signature',
    );
    const foreign = await revocation(daily, stranger);
    expect(await refusal(await file(foreign, await lineOf(daily, feed), feed), keys)).to.equal('opened');
  });

  it('keeps to the order of the page’s list, whatever was seen revoked for another list', async () => {
    const line = await lineOf(daily, feed);
    const before = await revocation(daily, offline);
    expect(await refusal(await file(before, line, feed), keys)).to.equal(`signature revoked key ${daily.kid}`);
    expect(await refusal(await file(line, feed), [daily.key, next.key]), 'a list without the offline key').to.equal(
      'opened',
    );
    expect(await refusal(await file(line, feed), [offline.key, daily.key]), 'a list in another order').to.equal(
      'opened',
    );
    expect(await refusal(await file(line, feed), [daily.key, offline.key])).to.equal(
      `signature revoked key ${daily.kid}`,
    );
  });

  it('reads at most eight revocations', async () => {
    const foreign = await revocation(daily, stranger);
    const line = await lineOf(daily, feed);
    expect(await refusal(await file(foreign.repeat(8), line, feed), keys)).to.equal('opened');
    expect(await refusal(await file(foreign.repeat(9), line, feed), keys)).to.equal('signature no envelope');
  });

  it('ignores pinned keys that are invalid, and uses the others', async () => {
    const signed = await file(await lineOf(daily, feed), feed);
    expect(await refusal(signed, ['!', '', daily.key])).to.equal('opened');
    expect(await refusal(signed, ['!'])).to.equal(`signature unknown key ${daily.kid}`);
  });

  it('fails with no-crypto if the engine has no Ed25519', async () => {
    const signed = await file(await lineOf(daily, feed), feed);
    Object.defineProperty(crypto.subtle, 'importKey', {
      value: () => Promise.reject(new DOMException('', 'NotSupportedError')),
      configurable: true,
    });
    try {
      expect(await refusal(signed, keys)).to.equal('no-crypto Ed25519');
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'importKey');
    }
  });

  it('fails with no-crypto if the page has no WebCrypto', async () => {
    const signed = await file(await sealed(daily, feedOf()));
    const seen = await withoutCrypto(() => refusal(signed, keys));
    expect(seen).to.equal('no-crypto ');
  });
});
