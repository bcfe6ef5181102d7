import {fromBase64url, kidOf} from '../feed/envelope.js';
import {isUnusable, type Signer} from '../publish/compose-envelope.js';

/* The private keys that `solidarity-feed keygen` writes, by the browser's WebCrypto. They are in no storage. */

/** Characters of a key's file, which has 119. */
const MAX_PEM = 10_000;

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** The bytes of a PEM file; undefined where it is none. */
const readPem = (pem: string): Uint8Array<ArrayBuffer> | undefined => {
  const [, base64] = /^\s*-----BEGIN PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----\s*$/.exec(pem) ?? [];
  try {
    return base64 && pem.length <= MAX_PEM ? fromBase64url(base64.replace(/[\s=]/g, '')) : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the browser can sign: not on http pages of other computers, and not in old browsers. */
const subtle = () => (globalThis.crypto as Crypto | undefined)?.subtle;

/** Why a key cannot be used. */
export class KeyError extends Error {
  constructor(readonly reason: 'no-crypto' | 'no-key') {
    super(reason);
  }
}

const publicKeyOf = async (key: CryptoKey) => (await crypto.subtle.exportKey('jwk', key)).x!;

/** A private key in PEM. Rejects with a KeyError. */
export const importKey = async (pem: string): Promise<Signer> => {
  if (!subtle()) throw new KeyError('no-crypto');
  const bytes = readPem(pem);
  if (!bytes) throw new KeyError('no-key');
  try {
    // The public key is needed for its id, and only a key that may be exported tells it.
    const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign']);
    const kid = await kidOf(await publicKeyOf(key));
    const sign = async (message: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', key, message));
    return {kid, sign};
  } catch (error) {
    throw new KeyError((error as Error).name === 'NotSupportedError' ? 'no-crypto' : 'no-key');
  }
};

/** A new pair of keys: the private one in PEM (PKCS #8), and the public one. Rejects with a KeyError. */
export const generateKey = async (): Promise<{pem: string; publicKey: string}> => {
  if (!subtle()) throw new KeyError('no-crypto');
  try {
    const {privateKey} = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const publicKey = await publicKeyOf(privateKey);
    if (isUnusable(publicKey)) return await generateKey();
    const base64 = toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)));
    return {pem: `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`, publicKey};
  } catch (error) {
    throw error instanceof KeyError ? error : new KeyError('no-crypto');
  }
};
