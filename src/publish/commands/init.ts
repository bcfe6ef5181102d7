import {readdir} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import {Option, type Command} from 'commander';
import {campaignFiles} from '../init/campaign.js';
import {answersFromFlags, interview} from '../init/interview.js';
import {GROUPS, type Answers, type Setting} from '../init/questions.js';
import {writeFolder} from '../init/write-folder.js';
import {UserError, withFile} from '../io.js';
import {loadLocale} from '../load-locale.js';
import {currentTime, isInteractive, withTerminal} from '../options.js';
import {createReport} from '../report.js';

type Options = Answers & {readonly yes?: boolean; readonly json?: boolean};

/** Files that operating systems create in any folder. */
const IGNORED_FILES = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** The names of the files in a folder; none if it does not exist. */
const filesIn = (folder: string) =>
  withFile(folder, 'read', async () => {
    try {
      const names = await readdir(folder);
      return names.filter((name) => !IGNORED_FILES.includes(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });

const answerFromFlags = (options: Options, setting: Setting): Answers => {
  const {answers, missing, invalid} = answersFromFlags(options, setting, options.yes ?? false);
  if (!missing.length && !invalid.length) return answers;
  throw new UserError(
    [...(missing.length ? [`Missing: ${missing.join(', ')}.`] : []), ...invalid].join('\n'),
    'See: solidarity-feed init --help. With --yes, missing answers have their defaults.',
    'usage',
  );
};

/** `solidarity-feed init`: the folder of a new campaign. */
export const init = (program: Command) => {
  const command = program
    .command('init')
    .summary('Create the folder of a new campaign')
    .description(
      'Creates a folder with a feed, a page to try it on, and a README with the next steps.\n' +
        'In a terminal it asks for what it needs. Elsewhere, give all answers with the options below.\n\n' +
        'Example: solidarity-feed init my-campaign',
    )
    .argument('<folder>', 'the new folder; an existing one must be empty');
  for (const {heading, questions} of GROUPS)
    for (const {flag, value, prompt, requirement, defaultAnswer, optional} of questions) {
      const preset = defaultAnswer?.({folder: '', today: '', answers: {}});
      const suffix = preset ? ` (default: ${preset})` : optional ? ' (optional)' : '';
      const text = `${prompt}${/[?.]$/.test(prompt) ? '' : '.'} ${requirement}${suffix}`;
      command.addOption(new Option(`${flag} ${value}`, text).helpGroup(`${heading}:`));
    }
  command
    .option('--yes', 'do not ask: use the options, and the defaults for the rest')
    .action(async (folder: string, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const report = createReport(options.json);
      const [first, ...more] = await filesIn(folder);
      if (first)
        throw new UserError(
          `${folder} is not empty: it contains ${first}${more.length ? ` and ${more.length} more` : ''}.`,
          'Choose a new folder. Nothing was changed.',
        );
      const {today, now} = currentTime();
      const setting = {folder: basename(resolve(folder)), today};
      const answers =
        isInteractive() && !options.yes
          ? await withTerminal((terminal) => interview(options, setting, terminal))
          : answerFromFlags(options, setting);
      const files = campaignFiles(answers, await loadLocale(answers.lang!), now);
      await writeFolder(folder, files);
      const paths = Object.keys(files).map((name) => join(folder, name));
      report.result({folder, files: paths}, [
        ...paths.map((path) => `Written: ${path}`),
        ...(answers.value === undefined
          ? ['The feed has no number yet. Add one, with its source, when you know it.']
          : []),
        `Next: edit ${join(folder, 'feed.json')}, then publish it:`,
        `  solidarity-feed publish ${join(folder, 'feed.json')} --out ${join(folder, 'solidarity')} --url https://YOUR-SITE/solidarity/`,
        `All steps: ${join(folder, 'README.md')}`,
      ]);
    });
};
