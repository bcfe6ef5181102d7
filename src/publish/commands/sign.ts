import type {Command} from 'commander';
import {readBytes, readIfExists, writeFileAtomic} from '../io.js';
import {instantOf} from '../revision.js';
import {createReport} from '../report.js';
import {addSigningOptions, refuseRollback, sealFeed, type SigningOptions} from '../signing.js';
import {signableSerialOf} from '../feed-file.js';

interface Options extends SigningOptions {
  readonly key: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `solidarity-feed sign`: a feed in a signed envelope. */
export const sign = (program: Command) => {
  const command = program
    .command('sign <feed>')
    .summary('Sign a feed, so that pages accept it only from you')
    .description(
      'Signs a feed. Pages that pin your key accept no other feed. A feed in which check finds an error is\n' +
        'not signed.\n\n' +
        'A signature expires: after that, pages say that the figures are old. Sign again before, best daily.\n' +
        'Example: solidarity-feed sign feed.json --key daily.key --out feed.signed',
    )
    .requiredOption('--key <file>', 'your private key, created by keygen')
    .requiredOption('--out <file>', 'the file for the signed feed; an existing one is replaced unless it is newer');
  addSigningOptions(command).action(async (path: string, __: unknown, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const {out, json} = options;
    const feed = await readBytes(path);
    const now = instantOf(Date.now());
    const serial = signableSerialOf(path, feed, now.slice(0, 10));
    refuseRollback(out, await readIfExists(out), serial, feed);
    const {envelope, publicKey: _, ...header} = await sealFeed(feed, serial, now, options);
    await writeFileAtomic(out, envelope);
    createReport(json).result({file: out, ...header}, [
      `${out}: serial ${serial}, signed with the key ${header.kid}, expires on ${header.expires}.`,
    ]);
  });
};
