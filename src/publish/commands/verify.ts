import {resolve} from 'node:path';
import type {Command} from 'commander';
import {openEnvelope} from '../../feed/envelope.js';
import {FeedError} from '../../feed/feed-error.js';
import {readBytes, UserError, writeFileAtomic} from '../io.js';
import {readPublicKey} from '../keys.js';
import {createReport} from '../report.js';
import {feedOf} from '../feed-file.js';

interface Options {
  readonly key: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** How a publisher fixes each error of an envelope. */
const FIXES: Readonly<Record<string, string>> = {
  'no envelope': 'It is not a file of solidarity-feed sign, or it was cut or changed on the way.',
  'wrong signature': 'It was changed after it was signed: do not publish it, and find out who changed it.',
  'wrong digest': 'The feed was changed after it was signed: sign it again, if the change is yours.',
  'wrong length': 'The file was cut, or something was added: upload it again as a binary file.',
  malleable: 'The signature was tampered with.',
};

/** Opens a signed file as a page with these keys does. */
const open = async (path: string, keys: readonly string[]) => {
  const bytes = new Uint8Array(await readBytes(path));
  try {
    return await openEnvelope(bytes, keys);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const {message} = error;
    throw new UserError(
      `Pages refuse ${path}: ${message}.`,
      FIXES[message] ?? 'Sign it with a key that the pages pin.',
    );
  }
};

/** `solidarity-feed verify`: whether pages accept a signed feed. */
export const verify = (program: Command) =>
  program
    .command('verify <file>')
    .summary('Check whether a page with your keys accepts a signed feed')
    .description(
      'Checks whether a page that pins your keys accepts a signed feed.\n\n' +
        'Example: solidarity-feed verify feed.signed --key daily.key.pub',
    )
    .requiredOption(
      '--key <keys...>',
      'the public keys, or their .pub files, in the order of data-key, the offline one last',
    )
    .option('--out <file>', 'write the feed without its signature to this file')
    .action(async (path: string, _: unknown, command: Command) => {
      const {key, out, json} = command.optsWithGlobals<Options>();
      const keys = await Promise.all(key.flatMap((given) => given.split(' ')).map(readPublicKey));
      const {feed, ...header} = await open(path, keys);
      const {serial} = feedOf(path, feed);
      if (serial !== header.serial)
        throw new UserError(
          `${path} is signed with serial ${header.serial}, but the feed in it has ${serial}.`,
          'Sign the feed again.',
        );
      const expired = Date.parse(header.expires) < Date.now();
      if (out && resolve(out) === resolve(path))
        throw new UserError(`${out} is the signed feed itself.`, 'Choose another file for --out.', 'usage');
      if (out) await writeFileAtomic(out, feed);
      createReport(json).result({...header, bytes: feed.length, expired}, [
        `Pages accept ${path}: serial ${header.serial}, signed with the key ${header.kid} on ${header.issued}.`,
        expired
          ? `It expired on ${header.expires}: pages say that its figures are old. Sign it again.`
          : `It expires on ${header.expires}.`,
      ]);
    });
