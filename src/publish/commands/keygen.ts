import {rm} from 'node:fs/promises';
import type {Command} from 'commander';
import {writeFileAtomic} from '../io.js';
import {generateKeys} from '../keys.js';
import {createReport} from '../report.js';

/** `solidarity-feed keygen`: a new pair of keys. */
export const keygen = (program: Command) =>
  program
    .command('keygen')
    .summary('Create a key to sign feeds with')
    .description(
      'Creates a key to sign feeds with. The private key is written to FILE: keep it secret. The public key is printed ' +
        'and written to FILE.pub: anybody may know it.\n\n' +
        'Create three: one for daily use, one to replace it, and one that you keep offline for emergencies.\n' +
        'Example: solidarity-feed keygen --out daily.key',
    )
    .requiredOption('--out <file>', 'the file for the private key; no existing file is overwritten')
    .action(async ({out: path}: {out: string}, command: Command) => {
      const {pem, publicKey, kid} = await generateKeys();
      const publicPath = `${path}.pub`;
      // The public half first: it is removed again if the file of the private one exists.
      await writeFileAtomic(publicPath, `${publicKey}\n`, {exclusive: true});
      try {
        await writeFileAtomic(path, pem, {mode: 0o600, exclusive: true});
      } catch (error) {
        await rm(publicPath);
        throw error;
      }
      createReport(command.optsWithGlobals<{json?: boolean}>().json).result(
        {key: publicKey, kid, private: path, public: publicPath},
        [
          `Public key: ${publicKey}`,
          `Its id:     ${kid}`,
          `The private key is in ${path}. Keep a copy in a safe place; never send it, never put it on the web server.`,
          `Pages pin it so: <script async src="…/solidarity.js" referrerpolicy="no-referrer" data-key="${publicKey} …next… …offline…"></script>`,
        ],
      );
    });
