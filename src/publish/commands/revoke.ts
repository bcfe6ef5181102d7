import type {Command} from 'commander';
import {kidOf} from '../../feed/envelope.js';
import {withLock} from '../file-lock.js';
import {readIfExists, UserError, writeFileAtomic} from '../io.js';
import {readPrivateKey, readPublicKey, revocationLine} from '../keys.js';
import {createReport} from '../report.js';
import {parseRevocations} from '../revocation-lines.js';
import {instantOf} from '../revision.js';

interface Options {
  readonly key: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `solidarity-feed revoke`: a line that tells pages to refuse a key. */
export const revoke = (program: Command) =>
  program
    .command('revoke <key>')
    .summary('Revoke a key that was lost or stolen')
    .description(
      'Revokes a key that was lost or stolen. Run it where your offline key is. It writes a line that you publish with ' +
        'every feed that you sign from then on (sign --revocations FILE).\n\n' +
        'Example: solidarity-feed revoke daily.key.pub --key offline.key --out revocations.txt',
    )
    .requiredOption('--key <file>', 'the private key that revokes; data-key lists it after the revoked one')
    .requiredOption('--out <file>', 'the file of revocations; a line is added')
    .action(async (revokedKey: string, _: unknown, command: Command) => {
      const {key: keyPath, out, json} = command.optsWithGlobals<Options>();
      const keys = await readPrivateKey(keyPath);
      const revoked = await kidOf(await readPublicKey(revokedKey));
      if (revoked === keys.kid)
        throw new UserError('A key cannot revoke itself.', 'Use the next key, or the offline one.');
      await withLock(out, async () => {
        const old = parseRevocations(out, (await readIfExists(out))?.toString() ?? '');
        const line = await revocationLine(revoked, keys, instantOf(Date.now()));
        const isKnown = old.some((one) => one.startsWith(`solidarity1-revoked ${revoked} ${keys.kid} `));
        const lines = isKnown ? old : parseRevocations(out, [...old, line].join('\n'));
        await writeFileAtomic(out, lines.map((one) => `${one}\n`).join(''));
      });
      createReport(json).result({revoked, by: keys.kid, file: out}, [
        `The key ${revoked} is revoked by ${keys.kid}.`,
        `Now sign the feed with the next key: solidarity-feed sign feed.json --key next.key --revocations ${out} --out feed.signed`,
      ]);
    });
