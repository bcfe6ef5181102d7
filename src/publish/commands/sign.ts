import {access} from 'node:fs/promises';
import type {Command} from 'commander';
import {DAY} from '../../clock/units.js';
import {readBytes, readText, UserError, writeFileAtomic} from '../io.js';
import {readPrivateKey, signFeed} from '../keys.js';
import {createReport} from '../report.js';
import {instantOf} from '../revision.js';
import {serialOf} from '../feed-file.js';

interface Options {
  readonly key: string;
  readonly out: string;
  readonly days: string;
  readonly revocations?: string;
  readonly json?: boolean;
}

/** Throws a UserError if the signed feed at `path` must not be replaced by this one: pages would refuse it. */
const refuseRollback = async (path: string, serial: number, feed: Buffer) => {
  const old = await access(path).then(
    () => readBytes(path),
    () => undefined,
  );
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

/** `solidarity-feed sign`: a feed in a signed envelope. */
export const sign = (program: Command) =>
  program
    .command('sign <feed>')
    .summary('Sign a feed, so that pages accept it only from you')
    .description(
      'Signs a feed. Pages that pin your key accept no other feed. An invalid feed is not signed.\n\n' +
        'A signature expires: after that, pages say that the figures are old. Sign again before, best daily.\n' +
        'Example: solidarity-feed sign feed.json --key daily.key --out feed.signed',
    )
    .requiredOption('--key <file>', 'your private key, created by keygen')
    .requiredOption('--out <file>', 'the file for the signed feed; an existing one is replaced unless it is newer')
    .option('--days <number>', 'days until the signature expires, 1 to 90', '7')
    .option('--revocations <file>', 'the file that revoke wrote, with keys that pages must no longer accept')
    .action(async (feedPath: string, _: unknown, command: Command) => {
      const {key: keyPath, out, days, revocations, json} = command.optsWithGlobals<Options>();
      if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw new UserError('--days must be a number from 1 to 90.', '', 'usage');
      const feed = await readBytes(feedPath);
      const serial = serialOf(feedPath, feed);
      await refuseRollback(out, serial, feed);
      const keys = await readPrivateKey(keyPath);
      const lines = revocations ? await readText(revocations) : '';
      if (lines.includes(`solidarity1-revoked ${keys.kid} `))
        throw new UserError(`The key ${keyPath} is revoked in ${revocations}.`, 'Sign with the next key.');
      const now = Date.now();
      const header = {serial, issued: instantOf(now), expires: instantOf(now + Number(days) * DAY)};
      await writeFileAtomic(out, await signFeed(new Uint8Array(feed), keys, header, lines));
      createReport(json).result({file: out, kid: keys.kid, ...header}, [
        `${out}: serial ${serial}, signed with the key ${keys.kid}, expires on ${header.expires}.`,
      ]);
    });
