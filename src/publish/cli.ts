#!/usr/bin/env node
import {Command, CommanderError} from 'commander';
import {check} from './commands/check.js';
import {importList} from './commands/import.js';
import {keygen, revoke, sign, verify} from './commands/keys.js';
import {render} from './commands/render.js';
import {init} from './commands/init.js';
import {EXIT, Stop} from './io.js';
import {version} from '../../package.json' with {type: 'json'};

/*
 * `solidarity-feed`: makes, checks, signs and renders the feed. Output is static files for any web server. Each command
 * is a file in commands/; what it computes is a pure module beside it.
 */

const program = new Command('solidarity-feed')
  .description(
    'Makes and checks the feed that Solidarity Widgets show.\n' +
      'A feed is one file, feed.json, that you put on your web site. Begin with: solidarity-feed init my-campaign',
  )
  .version(version)
  .showHelpAfterError('(add --help to see what it takes)')
  .configureHelp({showGlobalOptions: true})
  .option('--json', 'print the result for a program, as JSON')
  .exitOverride();

/** Every command, in the order of the work. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  init,
  importList,
  check,
  keygen,
  sign,
  verify,
  revoke,
  render,
];
COMMANDS.forEach((add) => add(program));

try {
  await program.parseAsync();
} catch (error) {
  const {json} = program.opts<{json?: boolean}>();
  if (error instanceof CommanderError) process.exitCode = error.exitCode && EXIT.usage;
  else {
    // What is not a Stop is a fault of ours: it is said plainly too, since a stack helps no publisher.
    const {message, mend, code} = error instanceof Stop ? error : new Stop(`Internal fault: ${String(error)}`);
    if (json) process.stdout.write(`${JSON.stringify({error: message, mend}, null, 2)}\n`);
    else process.stderr.write(`${message}\n${mend ? `${mend}\n` : ''}`);
    process.exitCode = EXIT[code];
  }
}
