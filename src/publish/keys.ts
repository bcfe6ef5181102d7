import {createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject} from 'node:crypto';
import {stat} from 'node:fs/promises';
import {fromBase64url, kidOf, revocationFields, type Envelope} from '../feed/envelope.js';
import {composeEnvelope, isUnusable, signedLine, type Signer} from './compose-envelope.js';
import {readText, UserError, withFile} from './io.js';

/** A pair of Ed25519 keys. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  /** base64url of its 32 bytes. */
  readonly publicKey: string;
  /** The id of the public key in an envelope. */
  readonly kid: string;
}

const pairOf = async (privateKey: KeyObject): Promise<KeyPair> => {
  const publicKey = createPublicKey(privateKey).export({format: 'jwk'}).x!;
  return {privateKey, publicKey, kid: await kidOf(publicKey)};
};

/** A new pair of keys; `pem` is the private key in PKCS #8. */
export const generateKeys = async (): Promise<KeyPair & {readonly pem: string}> => {
  const {privateKey} = generateKeyPairSync('ed25519');
  const pair = await pairOf(privateKey);
  if (isUnusable(pair.publicKey)) return generateKeys();
  return {...pair, pem: privateKey.export({type: 'pkcs8', format: 'pem'}) as string};
};

/** Reads a private key. Throws a UserError if it is not Ed25519, or if other users can read the file. */
export const readPrivateKey = async (path: string): Promise<KeyPair> => {
  const {mode} = await withFile(path, 'read', () => stat(path));
  if (process.platform !== 'win32' && mode & 0o077)
    throw new UserError(`Other users of this computer can read the private key ${path}.`, `Run: chmod 600 ${path}`);
  const pem = await readText(path);
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    throw new UserError(`${path} is not a private key.`, 'Name the file that solidarity-feed keygen wrote.');
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new UserError(`${path} is not an Ed25519 key.`, 'Create one: solidarity-feed keygen --out FILE');
  return pairOf(privateKey);
};

/** A public key from the command line: the key itself, or a file that contains it. */
export const readPublicKey = async (keyOrPath: string): Promise<string> => {
  const key = (/^[\w-]{43}$/.test(keyOrPath) ? keyOrPath : await readText(keyOrPath)).trim();
  if (!/^[\w-]{43}$/.test(key) || fromBase64url(key).length !== 32)
    throw new UserError(
      `${keyOrPath} is not a public key.`,
      'Give the 43 characters of the key, or the .pub file that solidarity-feed keygen wrote.',
    );
  return key;
};

const signerOf = ({kid, privateKey}: KeyPair): Signer => ({
  kid,
  sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
});

/** The line that revokes the key `revokedKid`; pages must list `keys` after it. `issued` is an instant in UTC. */
export const revocationLine = (revokedKid: string, keys: KeyPair, issued: string) =>
  signedLine(signerOf(keys), revocationFields(revokedKid, keys.kid, issued));

/** A signed envelope: the lines of revocations, the signed line, and the exact bytes of the feed. */
export const signFeed = (
  feed: Uint8Array<ArrayBuffer>,
  keys: KeyPair,
  header: Pick<Envelope, 'serial' | 'issued' | 'expires'>,
  revocations = '',
): Promise<Uint8Array<ArrayBuffer>> => composeEnvelope(feed, signerOf(keys), header, revocations);
