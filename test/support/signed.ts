import {headerFields, kidOf, revocationFields, signedBytes, toBase64url} from '../../src/feed/envelope.js';

/* Signs feeds in the browser, for tests, as the feed tool does with Node's crypto. */

export interface Signer {
  readonly kid: string;
  /** The public key, base64url. */
  readonly key: string;
  sign(fields: string): Promise<string>;
}

/** WebKitGTK drops leading zeros of key material, and fails on such keys; the feed tool makes none either. */
export const signer = async (): Promise<Signer> => {
  try {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const key = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    const sign = async (fields: string) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, signedBytes(fields))));
    await sign('');
    if (!/^A[A-P]/.test(key)) return {key, kid: await kidOf(key), sign};
  } catch {
    // Try another one.
  }
  return signer();
};

export const bytesOf = (text: string) => new TextEncoder().encode(text);

const ABOUT = {
  serial: 1,
  issued: '2026-11-22T00:00:00Z',
  expires: '2026-11-29T00:00:00Z',
};

/** The fields and the signature of a feed's line. */
export const lineOf = async (by: Signer, feed: Uint8Array<ArrayBuffer>, about: Partial<typeof ABOUT> = {}) => {
  const fields = await headerFields(by.kid, feed, {...ABOUT, ...about});
  return `${fields} ${await by.sign(fields)}\n`;
};

/** A signed feed, as a file. */
export const sealed = async (by: Signer, json: unknown, about: Partial<typeof ABOUT> = {}, before = '') => {
  const feed = bytesOf(JSON.stringify(json));
  return new Blob([before, await lineOf(by, feed, about), feed]);
};

export const revocation = async (whom: Signer, by: Signer) => {
  const fields = revocationFields(whom.kid, by.kid, ABOUT.issued);
  return `${fields} ${await by.sign(fields)}\n`;
};

/** As on an http page: `crypto` has no `subtle`. */
export const withoutCrypto = async <T>(work: () => Promise<T>): Promise<T> => {
  Object.defineProperty(crypto, 'subtle', {
    value: undefined,
    configurable: true,
  });
  try {
    return await work();
  } finally {
    delete (crypto as {subtle?: unknown}).subtle;
  }
};
