import type {Command} from 'commander';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {accepted, published, type FeedJson} from '../check/accept.js';
import {anomaliesOf} from '../check/anomalies.js';
import {moment, readFeedFile, rewriteFeed, wholeFeed, type FeedFile} from '../feed-file.js';
import {findingsJson, findingsLines, isGood, type Findings} from '../check/findings.js';
import {EXIT, Stop} from '../io.js';
import {deadLinks} from '../check/links.js';
import {problemsOf} from '../check/problems.js';
import {report} from '../report.js';
import {warningsOf} from '../check/warnings.js';

interface Options {
  readonly previous?: string;
  readonly accept?: string;
  readonly links?: boolean;
  readonly today?: string;
  readonly json: boolean;
}

const HELP = `
Must be mended        the feed is broken; elements would drop the section. No reason makes it acceptable, nor ids that
                      repeat or dates in the future.
Refused unless        a figure jumps by more than 20 % or falls without a note or correction that says why; a point of
accepted              the history is gone or changed; the serial does not grow; organisations share a name. --accept
                      writes your reason into the feed's corrections, where readers find it.
Worth a look          old data, closed organisations, missing translations. The feed may be published as it is.

Exit code 0: may be published; 1: must not; 2: the command was not understood; 3: a file cannot be read.

Example:
  solidarity-feed check feed.json --previous published.json`;

/** What is to be said of a feed. Sections that are broken are judged no further. */
const judge = (json: unknown, today: string, previous?: Feed): Findings => {
  const errors = problemsOf(json, today);
  const {feed, problems} = parseFeed(json);
  if (!feed) return {errors, refused: [], warnings: []};
  const dropped = problems.some((problem) => problem.startsWith('/figures'));
  const compared = previous && dropped ? {...previous, figures: []} : previous;
  return {errors, refused: anomaliesOf(feed, compared), warnings: warningsOf(feed, today)};
};

/** Writes the feed with its anomalies accepted, and gives what is left to say of it. */
const accept = async (
  file: FeedFile,
  {errors, refused}: Findings,
  {reason, today, now, previous}: {reason: string; today: string; now: string; previous?: Feed},
): Promise<FeedFile> => {
  if (errors.length || !refused.length) return file;
  const feed = file.json as FeedJson;
  const next = published(accepted(feed, refused, reason, today), now, previous?.serial);
  const left = judge(next, today, previous);
  if (!isGood(left))
    throw new Stop(`${file.path} is not good when accepted: ${[...left.errors, ...left.refused][0]!.what}`);
  await rewriteFeed(file, next);
  return readFeedFile(file.path);
};

/** `solidarity-feed check`: whether a feed may be published. */
export const check = (program: Command) =>
  program
    .command('check')
    .description(
      'Says whether a feed may be published: what must be mended, what is implausible, what deserves a look.',
    )
    .argument('<feed>', 'the feed’s file, feed.json')
    .option('--previous <file>', 'the feed that is published now, to compare with')
    .option(
      '--accept <reason>',
      'accept all that is implausible; the reason, a sentence for readers, goes into the feed',
    )
    .option(
      '--links',
      'also ask every https address in the feed whether it is still there. This makes requests from your computer to ' +
        'sites that may be designated as “extremist”: never use it inside Belarus. Without it nothing is asked',
    )
    .option('--today <date>', 'the day to judge by, as 2026-03-05, in UTC (default: today)')
    .addHelpText('after', HELP)
    .action(async (path: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const out = report(options.json);
      const {today, now} = moment(options.today);
      const reason = options.accept?.trim();
      if (reason === '') throw new Stop('--accept needs a reason.', 'Say why in a sentence for readers.', 'usage');
      const previous = options.previous === undefined ? undefined : wholeFeed(await readFeedFile(options.previous));
      const before = await readFeedFile(path);
      const found = judge(before.json, today, previous);
      const file = reason ? await accept(before, found, {reason, today, now, previous}) : before;
      const written = file !== before;
      const findings = written ? judge(file.json, today, previous) : found;
      const dead = options.links
        ? await deadLinks(file.json, {done: (count, of) => out.progress(`${count} of ${of} addresses asked`)})
        : [];
      const all = {...findings, warnings: [...findings.warnings, ...dead]};
      const after = written
        ? [`${found.refused.length} accepted, written into the corrections of ${path}; its serial has grown.`]
        : [];
      const never = reason && found.errors.length ? ['Nothing was accepted: no reason makes a broken feed right.'] : [];
      const how = findings.refused.length && !reason ? [`If all of it is right, add --accept "why, for readers".`] : [];
      out.result(
        {
          ...findingsJson(all),
          ...(written && {accepted: found.refused.length, serial: (file.json as FeedJson).serial}),
        },
        [
          ...findingsLines(all, file.text, file.json),
          ...after,
          ...never,
          ...how,
          isGood(all) ? `${path} may be published.` : `${path} must not be published as it is.`,
        ],
      );
      if (!isGood(all)) process.exitCode = EXIT.refused;
    });
