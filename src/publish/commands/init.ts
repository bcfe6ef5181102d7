import {readdir} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import {createInterface} from 'node:readline/promises';
import {Option, type Command} from 'commander';
import {campaignFiles} from '../init/campaign.js';
import {answersFrom, interview} from '../init/interview.js';
import {GROUPS, type Answers, type Setting} from '../init/questions.js';
import {Stop, withFile} from '../io.js';
import {report} from '../report.js';
import {writeFolder} from '../init/write-folder.js';
import {loadLocale} from '../render/locales.js';

type Options = Answers & {readonly yes?: boolean; readonly json?: boolean};

/** What systems leave in a folder unasked. */
const DUST = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** What is in a folder; undefined where there is none. */
const contentsOf = (folder: string) =>
  withFile(folder, 'read', async () => {
    try {
      return await readdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });

const fromFlags = (options: Options, setting: Setting): Answers => {
  const {answers, missing, wrong} = answersFrom(options, setting, options.yes ?? false);
  if (!missing.length && !wrong.length) return answers;
  const lacks = missing.length ? [`Missing: ${missing.join(', ')}.`] : [];
  throw new Stop(
    [...lacks, ...wrong].join('\n'),
    'See: solidarity-feed init --help. With --yes the defaults are taken for what is missing.',
    'usage',
  );
};

const fromPerson = async (options: Options, setting: Setting): Promise<Answers> => {
  const {stdin, stderr} = process;
  const lines = createInterface({input: stdin, output: stderr});
  const gone = new AbortController();
  lines.on('close', () => gone.abort());
  const ask = async (question: string) => {
    try {
      return await lines.question(question, {signal: gone.signal});
    } catch {
      throw new Stop('\nStopped. Nothing was written.');
    }
  };
  try {
    return await interview(options, setting, {ask, tell: (line) => stderr.write(`${line}\n`)});
  } finally {
    lines.close();
  }
};

export const init = (program: Command) => {
  const command = program
    .command('init')
    .summary('Begins a campaign: a folder with a feed, a page to try it on, and what to do next')
    .description(
      'Begins a campaign: makes a folder with a feed, a page to try it on, and a README with what to do next.\n' +
        'It asks what it needs to know. A program, which cannot be asked, says it all with the options below.\n\n' +
        'Example: solidarity-feed init my-campaign',
    )
    .argument('<folder>', 'the new folder; if there is one already, it must be empty');
  for (const {heading, questions} of GROUPS)
    for (const {flag, value, ask, must, propose, optional} of questions) {
      const proposal = propose?.({folder: '', today: ''});
      const usual = proposal ? ` (default: ${proposal})` : optional ? ' (may be left out)' : '';
      const text = `${ask}${/[?.]$/.test(ask) ? '' : '.'} ${must}${usual}`;
      command.addOption(new Option(`${flag} ${value}`, text).helpGroup(`${heading}:`));
    }
  command
    .option('--yes', 'ask nothing: take the options as they are, and the defaults for the rest')
    .action(async (folder: string, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const out = report(options.json ?? false);
      const contents = await contentsOf(folder);
      const [first, ...rest] = (contents ?? []).filter((name) => !DUST.includes(name));
      if (first)
        throw new Stop(
          `${folder} is not empty: it has ${first}${rest.length ? ` and ${rest.length} more` : ''}.`,
          'Name a new folder. Nothing was changed.',
        );
      const now = `${new Date().toISOString().slice(0, 19)}Z`;
      const setting = {folder: basename(resolve(folder)), today: now.slice(0, 10)};
      const asks = process.stdin.isTTY && !options.yes;
      const answers = await (asks ? fromPerson : fromFlags)(options, setting);
      const files = campaignFiles(answers, await loadLocale(answers.lang!), now);
      await writeFolder(folder, files);
      const names = Object.keys(files).map((name) => join(folder, name));
      out.result({folder, files: names}, [
        ...names.map((name) => `Written: ${name}`),
        ...(answers.value === undefined
          ? ['There is no number in it yet: add one when you know it, with its source.']
          : []),
        `What to do next stands in ${join(folder, 'README.md')}`,
      ]);
    });
};
