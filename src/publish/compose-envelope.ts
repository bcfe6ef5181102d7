import {headerFields, signedBytes, toBase64url, type Envelope} from '../feed/envelope.js';

/* Writes the signed envelope that `feed/envelope.ts` opens; in Node and in browsers, which sign in different ways. */

/** A private key. */
export interface Signer {
  /** The id of the public key in an envelope. */
  readonly kid: string;
  /** The Ed25519 signature of bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** WebKitGTK drops leading zeros of key material, and cannot verify signatures of such a key. */
export const isUnusable = (publicKey: string) => /^A[A-P]/.test(publicKey);

/** The fields of a line with their signature, as a line. */
export const signedLine = async (signer: Signer, fields: string): Promise<string> =>
  `${fields} ${toBase64url(await signer.sign(signedBytes(fields)))}\n`;

/** A signed envelope: the lines of revocations, the signed line, and the exact bytes of the feed. */
export const composeEnvelope = async (
  feed: Uint8Array<ArrayBuffer>,
  signer: Signer,
  header: Pick<Envelope, 'serial' | 'issued' | 'expires'>,
  revocations = '',
): Promise<Uint8Array<ArrayBuffer>> => {
  const line = await signedLine(signer, await headerFields(signer.kid, feed, header));
  const start = new TextEncoder().encode(revocations + line);
  const envelope = new Uint8Array(start.length + feed.length);
  envelope.set(start);
  envelope.set(feed, start.length);
  return envelope;
};
