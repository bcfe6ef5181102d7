#!/usr/bin/env node
import {Command, CommanderError} from 'commander';
import {version} from '../../package.json' with {type: 'json'};
import {check} from './commands/check.js';
import {desk} from './commands/desk.js';
import {importList} from './commands/import.js';
import {init} from './commands/init.js';
import {keygen} from './commands/keygen.js';
import {publish} from './commands/publish.js';
import {render} from './commands/render.js';
import {revoke} from './commands/revoke.js';
import {sign} from './commands/sign.js';
import {verify} from './commands/verify.js';
import {EXIT_CODES, UserError} from './io.js';

/*
 * `solidarity-feed`: creates, checks, signs and renders feeds. Its output is static files for any web server. Each
 * command is a file in commands/, which uses pure modules of the other folders.
 */

const program = new Command('solidarity-feed')
  .description(
    'Creates, checks, signs and renders the feed that Solidarity Widgets show.\n' +
      'A feed is one file, feed.json, on your web site. Start with: solidarity-feed init my-campaign',
  )
  .version(version)
  .showHelpAfterError('(add --help to see the usage)')
  .configureHelp({showGlobalOptions: true})
  .option('--json', 'print the result as JSON, for programs')
  .exitOverride();

/** The commands, in the order in which a publisher needs them. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  init,
  desk,
  importList,
  check,
  publish,
  keygen,
  sign,
  verify,
  revoke,
  render,
];
COMMANDS.forEach((add) => add(program));

// Who reads the output may stop in the middle: `solidarity-feed … | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({code}: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
  });

try {
  await program.parseAsync();
} catch (error) {
  const {json} = program.opts<{json?: boolean}>();
  if (error instanceof CommanderError) process.exitCode = error.exitCode && EXIT_CODES.usage;
  else {
    // Any other error is a bug of the tool. A stack trace would not help a publisher.
    const {message, fix, code} = error instanceof UserError ? error : new UserError(`Internal error: ${String(error)}`);
    if (json) process.stdout.write(`${JSON.stringify({error: message, fix}, null, 2)}\n`);
    else process.stderr.write(`${message}\n${fix ? `${fix}\n` : ''}`);
    process.exitCode = EXIT_CODES[code];
  }
}
