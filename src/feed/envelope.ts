import {FeedError} from './feed-error.js';
import {isTrusted, type PinnedLists, type Revocations} from './revocations.js';

/*
 * The signed envelope: one line, then the feed's exact bytes.
 *
 *     solidarity1 <kid> <serial> <issued> <expires> <bytes> <sha256> <signature>\n
 *
 * The signature (Ed25519, RFC 8032) is of a context line and the first seven fields, never of the feed itself: WebKitGTK's
 * process dies on a message of 64 KiB. Revocations may come before that line:
 *
 *     solidarity1-revoked <kid revoked> <kid> <issued> <signature>\n
 *
 * A page pins its keys in order (the one in use, the next, the one kept offline), and a key is revoked by one after it.
 */

/** Bytes of a line, its line feed included. */
const MAX_LINE = 512;
/** Lines before the header. */
export const MAX_REVOCATIONS = 8;
/** The order of Ed25519's group: a signature whose S is not below it is a copy of another one. WebKitGTK accepts it. */
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;

const KID = '([\\w-]{8})';
const INSTANT = '(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)';
const SIGNATURE = '([\\w-]{86})';
const HEADER = new RegExp(
  `^(solidarity1 ${KID} (\\d{1,15}) ${INSTANT} ${INSTANT} (\\d{1,9}) ([\\w-]{43})) ${SIGNATURE}$`,
);
const REVOCATION = new RegExp(`^(solidarity1-revoked ${KID} ${KID} ${INSTANT}) ${SIGNATURE}$`);

/** Whether a line has the form of a revocation. */
export const isRevocation = (line: string) => REVOCATION.test(line);

/** An envelope that was opened: all checks passed. */
export interface Envelope {
  /** The feed's exact bytes. */
  readonly feed: Uint8Array<ArrayBuffer>;
  /** The key that signed it, as it is pinned, and its id. */
  readonly key: string;
  readonly kid: string;
  readonly serial: number;
  /** When it was signed, and when it expires; instants in UTC. */
  readonly issued: string;
  readonly expires: string;
}

/** Bytes as base64url without padding (RFC 4648). */
export const toBase64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (char) => ({'+': '-', '/': '_'})[char] ?? '');

/** The bytes of base64url without padding; throws where it is none. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/[-_]/g, (char) => (char === '-' ? '+' : '/'))), (char) => char.charCodeAt(0));

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** The id of a public key (base64url of its 32 bytes): the first eight characters of its SHA-256. */
export const kidOf = async (key: string) => (await sha256(fromBase64url(key))).slice(0, 8);

/** What is signed, for the fields of a line. */
export const signedBytes = (fields: string) => new TextEncoder().encode(`solidarity-feed-v1\n${fields}`);

/** A line's fields for a feed, ready to be signed. */
export const headerFields = async (
  kid: string,
  feed: Uint8Array<ArrayBuffer>,
  {serial, issued, expires}: Pick<Envelope, 'serial' | 'issued' | 'expires'>,
) => `solidarity1 ${kid} ${serial} ${issued} ${expires} ${feed.length} ${await sha256(feed)}`;

/** The fields of a revocation, ready to be signed. */
export const revocationFields = (revoked: string, kid: string, issued: string) =>
  `solidarity1-revoked ${revoked} ${kid} ${issued}`;

const invalid = (message: string) => new FeedError('signature', message);

/** Imports a public key. An engine without Ed25519 rejects with a NotSupportedError; a key that is none is wrong. */
const importKey = async (key: string) => {
  try {
    return await crypto.subtle.importKey('raw', fromBase64url(key), 'Ed25519', false, ['verify']);
  } catch (error) {
    throw (error as Error).name === 'NotSupportedError' ? new FeedError('no-crypto', 'Ed25519') : invalid('no key');
  }
};

const checkSignature = async (key: string, fields: string, signature: string) => {
  const bytes = fromBase64url(signature);
  const s = bytes.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  if (s >= ORDER) throw invalid('malleable');
  if (!(await crypto.subtle.verify('Ed25519', await importKey(key), bytes, signedBytes(fields))))
    throw invalid('wrong signature');
};

/** The next line of a file, without its line feed. */
const lineAt = (file: Uint8Array, from: number) => {
  const end = file.subarray(0, from + MAX_LINE).indexOf(10, from);
  if (end < 0) throw invalid('no envelope');
  return String.fromCharCode(...file.subarray(from, end));
};

/**
 * Opens an envelope for a page that pins `keys` (base64url, the offline one last). What it revokes is added to
 * `revocations`, and is not accepted again. Rejects with a FeedError: `no-crypto` where the page has no WebCrypto (http)
 * or the engine no Ed25519, `signature` for all else. Whether the feed is older than one already seen is for the caller
 * to say; an expired one is shown as out of date.
 */
export const openEnvelope = async (
  file: Uint8Array<ArrayBuffer>,
  keys: readonly string[],
  revocations: Revocations = new Set(),
): Promise<Envelope> => {
  // Not on http pages, whatever the types say.
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) throw new FeedError('no-crypto');
  // A key that is none matches nothing; the others still count.
  const kids = await Promise.all(keys.map((key) => kidOf(key).catch(() => '')));
  const keyOf = (kid: string) => keys[kids.indexOf(kid)];
  let at = 0;
  let line = lineAt(file, at);
  for (let count = 0; line.startsWith('solidarity1-revoked '); count++) {
    const [, fields = '', whom = '', by = '', , signature = ''] = REVOCATION.exec(line) ?? [];
    if (!fields || count === MAX_REVOCATIONS) throw invalid('no envelope');
    const [revoked, key] = [keyOf(whom), keyOf(by)];
    // A revocation by a key that this page does not know or believe, or of one that it does not have, is ignored.
    if (key && revoked && isTrusted(key, keys, revocations) && keys.indexOf(revoked) < keys.indexOf(key)) {
      await checkSignature(key, fields, signature);
      revocations.add(`${revoked} ${key}`);
    }
    at += line.length + 1;
    line = lineAt(file, at);
  }
  const [, fields, kid = '', serial = '', issued = '', expires = '', bytes, digest, signature = ''] =
    HEADER.exec(line) ?? [];
  if (!fields) throw invalid('no envelope');
  const key = keyOf(kid);
  if (!key) throw invalid(`unknown key ${kid}`);
  if (!isTrusted(key, keys, revocations)) throw invalid(`revoked key ${kid}`);
  await checkSignature(key, fields, signature);
  const feed = file.slice(at + line.length + 1);
  if (feed.length !== Number(bytes)) throw invalid('wrong length');
  if ((await sha256(feed)) !== digest) throw invalid('wrong digest');
  return {feed, key, kid, serial: Number(serial), issued, expires};
};

/** Opens an envelope by the first of several lists of keys that can. Rejects with the FeedError of the first list. */
export const openAny = async (
  file: Uint8Array<ArrayBuffer>,
  lists: PinnedLists,
  revocations: Revocations,
): Promise<Envelope> => {
  let failure: unknown;
  for (const keys of lists)
    try {
      return await openEnvelope(file, keys, revocations);
    } catch (error) {
      failure ??= error;
    }
  throw failure instanceof FeedError ? failure : invalid(String(failure));
};
