import type {Command} from 'commander';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {findErrors} from '../check/errors.js';
import {findingsLines} from '../check/findings-lines.js';
import {findingsJson, isPublishable, type Findings} from '../check/findings.js';
import {findDeadLinks} from '../check/links.js';
import {findSuspiciousChanges} from '../check/suspicious-changes.js';
import {findWarnings} from '../check/warnings.js';
import {readFeedFile, requireValidFeed, rewriteFeed, type FeedFile, type FeedJson} from '../feed-file.js';
import {EXIT_CODES, UserError} from '../io.js';
import {createReport} from '../report.js';
import {nextRevision, withCorrections} from '../revision.js';
import {currentTime} from '../time.js';
import {acceptOption, reasonFrom} from './accept-option.js';

interface Options {
  readonly previous?: string;
  readonly accept?: string;
  readonly links?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
Errors              The feed is invalid, and widgets would not show the section; or ids repeat, a figure has two counts
                    of one date, a date is in the future, a reference leads nowhere. Errors must be fixed: no reason
                    makes them acceptable.
Suspicious changes  A figure changes by more than 20 %, or falls without a note or correction that says why; a count was
                    removed from the history or changed; the serial does not grow; organisations share a name. They
                    must be fixed, or accepted with --accept "reason", which adds the reason to the feed's corrections.
Warnings            Old data, closed organisations, missing translations. The feed may be published as it is.

Exit code 0: the feed may be published; 1: it must not; 2: the command line is wrong; 3: a file cannot be read.

Example:
  solidarity-feed check feed.json --previous published.json`;

const LINKS_HELP =
  'also request every address in the feed and report those that do not answer. This sends requests from your computer ' +
  'to sites that may be listed as “extremist” in Belarus: never use it there. Without this option, nothing is requested';

/** All findings in a feed. Sections that are invalid have errors alone. */
const findAll = (json: unknown, today: string, published?: Feed): Findings => {
  const errors = findErrors(json, today);
  const {feed, problems} = parseFeed(json);
  if (!feed) return {errors, suspicious: [], warnings: []};
  const lacksFigures = problems.some((problem) => problem.startsWith('/figures'));
  const comparable = published && lacksFigures ? {...published, figures: []} : published;
  return {errors, suspicious: findSuspiciousChanges(feed, comparable), warnings: findWarnings(feed, today)};
};

interface Acceptance {
  readonly reason: string;
  readonly today: string;
  readonly now: string;
  readonly published?: Feed;
}

/** Writes the feed with corrections that accept its suspicious changes. */
const accept = async (
  file: FeedFile,
  {suspicious}: Findings,
  {reason, today, now, published}: Acceptance,
): Promise<FeedFile> => {
  const feed = nextRevision(withCorrections(file.json as FeedJson, suspicious, reason, today), now, published?.serial);
  const remaining = findAll(feed, today, published);
  if (!isPublishable(remaining)) {
    const [{message, fix}] = [...remaining.errors, ...remaining.suspicious] as [Findings['errors'][number]];
    throw new UserError(`Nothing was accepted, since the feed would be wrong: ${message}`, fix);
  }
  await rewriteFeed(file, feed);
  return readFeedFile(file.path);
};

/** `solidarity-feed check`: whether a feed may be published. */
export const check = (program: Command) =>
  program
    .command('check')
    .summary('Check whether a feed may be published')
    .description('Checks whether a feed may be published, and reports errors, suspicious changes and warnings.')
    .argument('<feed>', 'the file of the feed, feed.json')
    .option('--previous <file>', 'the feed that is published now, to compare with')
    .addOption(acceptOption('all suspicious changes'))
    .option('--links', LINKS_HELP)
    .option('--today <date>', 'the date to check against, as 2026-03-05, in UTC (default: today)')
    .addHelpText('after', HELP)
    .action(async (path: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const report = createReport(options.json);
      const {today, now} = currentTime(options.today);
      const reason = reasonFrom(options.accept);
      const published =
        options.previous === undefined ? undefined : requireValidFeed(await readFeedFile(options.previous));
      const original = await readFeedFile(path);
      const found = findAll(original.json, today, published);
      const count = found.suspicious.length;
      const isAccepted = !!reason && !found.errors.length && count > 0;
      const file = isAccepted ? await accept(original, found, {reason, today, now, published}) : original;
      const current = isAccepted ? findAll(file.json, today, published) : found;
      const onProgress = (done: number, total: number) => report.progress(`${done} of ${total} addresses requested`);
      const deadLinks = options.links ? await findDeadLinks(file.json, {onProgress}) : [];
      const findings = {...current, warnings: [...current.warnings, ...deadLinks]};
      const isGood = isPublishable(findings);
      report.result(
        {
          errors: findingsJson(findings.errors),
          suspicious: findingsJson(findings.suspicious),
          warnings: findingsJson(findings.warnings),
          ...(isAccepted && {accepted: count, serial: (file.json as FeedJson).serial}),
        },
        [
          ...findingsLines(findings, file.text, file.json),
          ...(isAccepted
            ? [`${count} accepted: the reason is in the corrections of ${path}, and its serial was raised.`]
            : []),
          ...(reason && found.errors.length ? ['Nothing was accepted: the errors must be fixed first.'] : []),
          ...(count && !reason ? ['If all suspicious changes are right, add --accept "the reason, for readers".'] : []),
          `${path} ${isGood ? 'may be published' : 'must not be published as it is'}.`,
        ],
      );
      if (!isGood) process.exitCode = EXIT_CODES.refused;
    });
