import type {Command} from 'commander';
import {DAY} from '../clock/units.js';
import {openEnvelope} from '../feed/envelope.js';
import {refuseLargeFeed} from './feed-file.js';
import {readText, UserError} from './io.js';
import {readPrivateKey, signFeed} from './keys.js';
import {parseRevocations} from './revocation-lines.js';
import {instantOf} from './revision.js';

/* What `sign` and `publish` do alike. */

/** The options of a signature. */
export interface SigningOptions {
  readonly key: string;
  readonly days: string;
  readonly revocations?: string;
}

export const addSigningOptions = (command: Command): Command =>
  command
    .option('--days <number>', 'days until the signature expires, 1 to 90', '7')
    .option('--revocations <file>', 'the file that revoke wrote, with keys that pages must no longer accept');

/** Throws a UserError if `old`, the signed feed at `path`, must not be replaced by this one: pages would refuse it. */
export const refuseRollback = (path: string, old: Buffer | undefined, serial: number, feed: Buffer) => {
  if (!old) return;
  const [, oldSerial, length] = /^solidarity1 \S{8} (\d+) \S+ \S+ (\d+) /m.exec(old.toString('latin1')) ?? [];
  if (!oldSerial) throw new UserError(`${path} exists and is not a signed feed.`, 'Choose another name for --out.');
  if (Number(oldSerial) > serial)
    throw new UserError(
      `The signed feed in ${path} has serial ${oldSerial}, yours has ${serial}.`,
      'Pages refuse an older feed. Raise "serial" above it.',
    );
  if (Number(oldSerial) === serial && !feed.equals(old.subarray(-Number(length))))
    throw new UserError(
      `${path} contains another feed with the same serial, ${serial}.`,
      'Raise "serial" with each change, so that nobody can replace one with the other.',
    );
};

/** A feed in a signed envelope, issued at an instant in UTC. Throws a UserError for a key that cannot sign it. */
export const sealFeed = async (
  feed: Buffer,
  serial: number,
  issued: string,
  {key: path, days, revocations}: SigningOptions,
) => {
  if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw new UserError('--days must be a number from 1 to 90.', '', 'usage');
  const keys = await readPrivateKey(path);
  const lines = revocations ? parseRevocations(revocations, await readText(revocations)) : [];
  if (lines.some((line) => line.startsWith(`solidarity1-revoked ${keys.kid} `)))
    throw new UserError(`The key ${path} is revoked in ${revocations!}.`, 'Sign with the next key.');
  const header = {serial, issued, expires: instantOf(Date.parse(issued) + Number(days) * DAY)};
  const envelope = await signFeed(new Uint8Array(feed), keys, header, lines.map((line) => `${line}\n`).join(''));
  // Nothing is written that pages refuse.
  await openEnvelope(envelope, [keys.publicKey]).catch((error: Error) => {
    throw new UserError(
      `Pages would refuse the signed feed: ${error.message}.`,
      'Is its serial larger than 999999999999999? Pages refuse that.',
    );
  });
  refuseLargeFeed('The signed feed', envelope);
  return {envelope, publicKey: keys.publicKey, kid: keys.kid, ...header};
};
