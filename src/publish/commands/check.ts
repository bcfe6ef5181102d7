import type {Command} from 'commander';
import type {Feed} from '../../feed/parse-feed.js';
import {checkFeed} from '../check/check.js';
import {
  findingsJson,
  findingsLines,
  isBlocking,
  isSuspicious,
  placeFindings,
  severityOf,
  type Finding,
} from '../check/findings.js';
import {findDeadLinks} from '../check/links.js';
import {acceptLines, assignReasons, isAccepted, parseReasons, unusedLines, type Reasons} from '../acceptance.js';
import {readFeedFile, requireValidFeed, rewriteFeed, type FeedJson} from '../feed-file.js';
import {EXIT_CODES, UserError} from '../io.js';
import type {JsonFile} from '../json.js';
import {acceptOption, currentTime} from '../options.js';
import {createReport} from '../report.js';
import {nextRevision, withCorrections} from '../revision.js';

interface Options {
  readonly previous?: string;
  readonly accept?: readonly string[];
  readonly links?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
Findings are listed by section, each with line:column, how serious it is, and an id in brackets that never changes.

error       The feed is invalid, and widgets would not show the section; or a key is misspelt, ids repeat, counts contradict
            each other, a date is in the future or before 1990, a time zone or a day does not exist, a reference leads
            nowhere. Errors must be fixed: no reason makes them acceptable.
suspicious  A figure changes by more than 20 %, or falls, and no new note and no correction says why; a count was
            removed from the history or changed; the serial does not grow; organisations share a name. Such changes must
            be fixed, or accepted with --accept "reason". If the two counts are of different days, the reason becomes the
            note of the figure: both were right. Otherwise it becomes a correction. The serial is raised, too.
warning     Old data, closed organisations, implausible jumps in a history, sources without an address, missing
            translations. The feed may be published as it is.

Exit code 0: the feed may be published; 1: it must not; 2: the command line is wrong; 3: a file cannot be read.

Example:
  solidarity-feed check feed.json --previous published.json`;

const LINKS_HELP =
  'also request every address in the feed and report those that do not answer. This sends requests from your computer ' +
  'to sites that may be listed as “extremist” in Belarus: never use it there. Without this option, nothing is requested';

interface Acceptance {
  readonly reasons: Reasons;
  readonly today: string;
  readonly now: string;
  readonly published?: Feed;
}

/** Writes the feed with the reasons that accept its suspicious changes. */
const accept = async (
  file: JsonFile,
  suspicious: readonly Finding[],
  {reasons, today, now, published}: Acceptance,
): Promise<JsonFile> => {
  const feed = nextRevision(withCorrections(file.json as FeedJson, suspicious, reasons, today), now, published?.serial);
  const remaining = checkFeed(feed, today, published).find(isBlocking);
  if (remaining)
    throw new UserError(`Nothing was accepted, since the feed would be wrong: ${remaining.message}`, remaining.fix);
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
      const given = parseReasons(options.accept ?? []);
      const published =
        options.previous === undefined ? undefined : requireValidFeed(await readFeedFile(options.previous));
      const original = await readFeedFile(path);
      const initial = checkFeed(original.json, today, published);
      const suspicious = initial.filter(isSuspicious);
      const hasErrors = initial.some((finding) => severityOf(finding) === 'error');
      const assigned = assignReasons(given, initial);
      const {reasons} = assigned;
      const mayAccept = given.size > 0 && !hasErrors && suspicious.length > 0;
      const accepts = mayAccept && suspicious.every((finding) => isAccepted(reasons, finding));
      const file = accepts ? await accept(original, suspicious, {reasons, today, now, published}) : original;
      const onProgress = (done: number, total: number) => report.progress(`${done} of ${total} addresses requested`);
      const findings = placeFindings(
        [
          ...(accepts ? checkFeed(file.json, today, published) : initial),
          ...(options.links ? await findDeadLinks(file.json, {onProgress}) : []),
        ],
        file,
      );
      const mayPublish = !findings.some(isBlocking);
      const accepted = accepts ? {accepted: suspicious.length, serial: (file.json as FeedJson).serial} : {};
      report.result({mayPublish, findings: findingsJson(findings), ...accepted}, [
        ...findingsLines(findings, file.json),
        ...(accepts ? [`${suspicious.length} accepted. ${path} has the reasons, and a higher serial.`] : []),
        ...(given.size && hasErrors
          ? ['Nothing was accepted: the errors must be fixed first.']
          : unusedLines(assigned)),
        ...(mayAccept && !accepts ? ['Nothing was accepted: a reason is missing.'] : []),
        ...(suspicious.length && !accepts ? acceptLines(suspicious) : []),
        `${path} ${mayPublish ? 'may be published' : 'must not be published as it is'}.`,
      ]);
      if (!mayPublish) process.exitCode = EXIT_CODES.refused;
    });
