import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import type {Command} from 'commander';
import {serveDesk} from '../desk-server.js';
import {readFeedFile} from '../feed-file.js';
import {UserError} from '../io.js';
import {currentTime} from '../options.js';
import {createReport} from '../report.js';

interface Options {
  readonly port?: string;
  readonly open: boolean;
  readonly json?: boolean;
}

/** Whether there is a browser that the user would see. */
const hasBrowser = () => {
  const {CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY} = process.env;
  return !CI && !SSH_CONNECTION && (process.platform !== 'linux' || !!(DISPLAY || WAYLAND_DISPLAY));
};

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['explorer'],
};

/** Opens an address in the user's browser. If that fails, the address is printed all the same. */
const openBrowser = (url: string) => {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], {stdio: 'ignore', detached: true})
    .on('error', () => {})
    .unref();
};

const portFrom = (port: string | undefined): number => {
  if (port === undefined) return 0;
  const number = /^\d{1,5}$/.test(port) ? Number(port) : NaN;
  if (number > 0 && number < 65536) return number;
  throw new UserError('--port must be a number from 1 to 65535.', '', 'usage');
};

/** `solidarity-feed desk`: a page to edit a feed. */
export const desk = (program: Command) =>
  program
    .command('desk <feed>')
    .summary('Edit a feed in the browser')
    .description(
      'Opens a page on which figures, events, corrections, people and ways are changed without JSON. It shows what readers ' +
        'will see and what check finds, and saves to the file.\n\n' +
        'The page is served on this computer alone, at an address that nobody can guess. End it with Ctrl+C.\n' +
        'Example: solidarity-feed desk campaign/feed.json',
    )
    .option('--port <number>', 'the port of the page (default: any free one)')
    .option('--no-open', 'only print the address')
    .action(async (path: string, _: unknown, command: Command) => {
      const {port, open, json} = command.optsWithGlobals<Options>();
      const report = createReport(json);
      const number = portFrom(port);
      await readFeedFile(path);
      const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      const server = await serveDesk(
        {
          feed: path,
          folder: fileURLToPath(new URL(/* @vite-ignore */ '.', import.meta.url)),
          today: () => currentTime().today,
          onSave: (serial) => report.log(`${path} is saved, with serial ${serial}.`),
        },
        number,
      );
      report.result({url: server.url}, [`The desk: ${server.url}`]);
      report.log('It is open until you press Ctrl+C. Keep the address to yourself.');
      if (open && hasBrowser()) openBrowser(server.url);
      await ended;
      server.close();
      report.log(`\nThe desk is closed. ${path} is as it was saved last.`);
    });
