import {createPrivateKey, createPublicKey, generateKeyPairSync, sign as signWith, type KeyObject} from 'node:crypto';
import {stat} from 'node:fs/promises';
import {headerFields, kidOf, revocationFields, signedBytes, toBase64url, type Envelope} from '../feed/envelope.js';
import {readText, Stop, withFile} from './io.js';

/** A private key, and what may be known of it. */
export interface Key {
  readonly secret: KeyObject;
  /** The public key: base64url of its 32 bytes. */
  readonly open: string;
  /** Its id in an envelope. */
  readonly kid: string;
}

const keyFrom = async (secret: KeyObject): Promise<Key> => {
  const open = createPublicKey(secret).export({format: 'jwk'}).x!;
  return {secret, open, kid: await kidOf(open)};
};

/** A new key, as PKCS #8 in PEM, and what may be known of it. */
export const makeKey = async (): Promise<Key & {readonly pem: string}> => {
  const {privateKey} = generateKeyPairSync('ed25519');
  const key = await keyFrom(privateKey);
  // WebKitGTK drops leading zeros of key material, and would take no signature of such a key.
  if (/^A[A-P]/.test(key.open)) return makeKey();
  return {...key, pem: privateKey.export({type: 'pkcs8', format: 'pem'}) as string};
};

/** Reads a private key. It must be of Ed25519, and nobody else may read its file. */
export const readKey = async (path: string): Promise<Key> => {
  const {mode} = await withFile(path, 'read', () => stat(path));
  if (process.platform !== 'win32' && mode & 0o077)
    throw new Stop(`Others on this computer can read the private key ${path}.`, `Run: chmod 600 ${path}`);
  let secret: KeyObject;
  try {
    secret = createPrivateKey(await readText(path));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${path} is not a private key.`, 'Name the file that `solidarity-feed keygen` wrote.');
  }
  if (secret.asymmetricKeyType !== 'ed25519')
    throw new Stop(`${path} is not an Ed25519 key.`, 'Make one: solidarity-feed keygen --out FILE');
  return keyFrom(secret);
};

const signLine = ({secret}: Key, fields: string) =>
  `${fields} ${toBase64url(signWith(null, signedBytes(fields), secret))}\n`;

/** The line that takes a key out of use; `by` must stand after it in the pages' list of keys. */
export const revocationLine = (revoked: string, by: Key, issued: string) =>
  signLine(by, revocationFields(revoked, by.kid, issued));

/** A feed's exact bytes in a signed envelope, behind the revocations that it is to spread. */
export const seal = async (
  feed: Uint8Array<ArrayBuffer>,
  key: Key,
  about: Pick<Envelope, 'serial' | 'issued' | 'expires'>,
  revocations = '',
): Promise<Uint8Array> =>
  Buffer.concat([Buffer.from(revocations), Buffer.from(signLine(key, await headerFields(key.kid, feed, about))), feed]);
