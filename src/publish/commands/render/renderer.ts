import {mkdir} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import {Option, type Command} from 'commander';
import type {Text} from '../../../feed/fields.js';
import {parseFeed, type Feed} from '../../../feed/parse-feed.js';
import {SOURCE_LOCALE} from '../../../i18n/language.js';
import {readFeedFile} from '../../feed-file.js';
import {readIfExists, UserError, withFile, writeFileAtomic} from '../../io.js';
import {loadLocale} from '../../load-locale.js';
import {localeFor, localeOf, LOCALES} from '../../render/locales.js';
import type {RenderOptions} from '../../render/options.js';
import {createReport, type Report} from '../../report.js';
import {renderDay} from '../../options.js';
import {langTag} from './options.js';

/** What a feed was rendered to. */
export interface Rendering {
  readonly content: string;
  /** Lines to paste into a page, by their format. */
  readonly embed?: Readonly<Record<string, string>>;
}

/** Where a rendering will be: what it is rendered for, the name of its file, and what is in it already. */
export type Target = Pick<RenderOptions, 'lang' | 'locale' | 'today'> & {
  readonly name: string;
  readonly previous: string;
};

/** A format that a feed can be rendered to; `O` are the options of its command. */
export interface Renderer<O> {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly options: readonly Option[];
  /** The sections of the feed that it needs. */
  readonly sections: (options: O) => readonly string[];
  readonly file: (lang: string, options: Partial<O>) => string;
  /** The texts of the feed that decide the language of all; without it each item has its own. */
  readonly texts?: (feed: Feed, options: O) => readonly Text[];
  readonly render: (feed: Feed, target: Target, options: O) => Rendering;
  /** What a person should know about the feed, although it is no error. */
  readonly warnings?: (feed: Feed, options: O, today: string) => readonly string[];
  /** What the person who pastes it should know. */
  readonly hint?: (options: O) => string | undefined;
  /** The format of the only line that the options ask for. */
  readonly only?: (options: O) => string | undefined;
}

interface CommonOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly out?: string;
  readonly allLangs?: boolean;
  readonly outDir?: string;
  readonly today?: string;
}

/** The feed in a file. Stops where a section that is needed has an error: its content would be missing silently. */
export const readFeed = async (path: string, needed: readonly string[]): Promise<Feed> => {
  const {feed, problems} = parseFeed((await readFeedFile(path)).json);
  const errors = problems.filter((problem) => !feed || needed.includes(/^\/(\w+)/.exec(problem)?.[1] ?? ''));
  if (feed && !errors.length) return feed;
  throw new UserError(
    `${path} has an error in what is needed here: ${errors.join('; ')}.`,
    `Fix it. To check the whole feed: solidarity-feed check ${path}`,
  );
};

/** Warnings about languages in which the library, or the feed, has no texts. */
const languageWarnings = (unknown: readonly string[], incomplete: readonly string[]) => [
  ...unknown.map((lang) => `${lang} is none of our languages (${LOCALES.join(', ')}): the text is in English.`),
  ...(incomplete.length
    ? [`The feed lacks texts in ${incomplete.join(', ')}: the text is in English, as on a page in that language.`]
    : []),
];

/** A rendering in a language, and the file that it goes to. */
interface Output extends Rendering {
  readonly lang: string;
  readonly file?: string;
}

/** Reports the files, or the content of the only output; with the lines to paste, or one of them alone. */
const reportOutputs = (
  outputs: readonly Output[],
  only: string | undefined,
  warnings: readonly string[],
  out: Report,
) => {
  const files = outputs.map(({lang, file, content, embed}) => ({lang, ...(file ? {file} : {content}), ...embed}));
  const result = {files, ...(warnings.length ? {warnings} : {})};
  const linesOf = ({embed = {}}: Output) =>
    Object.entries(embed).flatMap(([name, line]) => (!only || name === only ? [line] : []));
  const lines = outputs.flatMap(linesOf);
  const [{file, content, embed} = {file: '', content: '', embed: undefined}] = outputs;
  warnings.forEach(out.log);
  outputs.forEach((output) => output.file && out.log(`Written: ${output.file}`));
  if (embed && !only) out.log('Paste this into your page:');
  if (file || only) return out.result(result, lines);
  lines.forEach(out.log);
  // The report adds the last line end.
  out.result(result, [content.replace(/\n$/, '')]);
};

const run =
  <O extends object>(renderer: Renderer<O>) =>
  async (path: string, _: unknown, command: Command) => {
    const options = command.optsWithGlobals<O & CommonOptions>();
    const {outDir} = options;
    const out = createReport(options.json);
    if (!options.allLangs !== !outDir)
      throw new UserError(
        '--all-langs and --out-dir go together.',
        'For example: --all-langs --out-dir badges',
        'usage',
      );
    const today = renderDay(options.today);
    const feed = await readFeed(path, renderer.sections(options));
    const texts = renderer.texts?.(feed, options) ?? [];
    const outputs: Output[] = [];
    const incomplete: string[] = [];
    const langs = options.allLangs ? LOCALES : [options.lang ?? feed.lang ?? SOURCE_LOCALE];
    for (const lang of langs) {
      const own = await loadLocale(lang);
      const locale = localeFor(texts, own, feed.lang);
      if (locale !== own) incomplete.push(lang);
      const name = renderer.file(lang, options);
      const file = outDir ? join(outDir, name) : options.out;
      const previous = (file && (await readIfExists(file))?.toString()) ?? '';
      const target = {lang, locale, today, name: basename(file ?? name), previous};
      outputs.push({...renderer.render(feed, target, options), lang, file});
    }
    const warnings = [
      ...(feed.sample ? ['Warning: this feed says that its figures are for demonstration.'] : []),
      ...(renderer.warnings?.(feed, options, today) ?? []),
      ...languageWarnings(
        langs.filter((lang) => !localeOf(lang)),
        incomplete,
      ),
    ];
    for (const {file} of outputs)
      if (file && resolve(file) === resolve(path))
        throw new UserError(`${file} is the feed itself.`, 'Choose another file for --out.', 'usage');
    // All are rendered before the first is written.
    if (outDir) await withFile(outDir, 'written', () => mkdir(outDir, {recursive: true}));
    for (const {file, content} of outputs) if (file) await writeFileAtomic(file, content);
    reportOutputs(outputs, renderer.only?.(options), warnings, out);
    const hint = renderer.hint?.(options);
    if (hint) out.log(hint);
  };

/** Adds a renderer as a command of `render`, with the options that all of them have. */
export const addRenderer = <O extends object>(render: Command, renderer: Renderer<O>) => {
  const command = render
    .command(renderer.name)
    .summary(renderer.description.split('\n')[0]!)
    .description(`${renderer.description}\nExample: solidarity-feed render ${renderer.name} ${renderer.example}`)
    .argument('<feed>', 'the feed, a file such as feed.json')
    .addOption(new Option('--lang <language>', 'language, such as be (default: the feed’s own)').argParser(langTag))
    .addOption(new Option('--out <file>', 'file to write (default: the result is printed)'))
    .addOption(
      new Option('--all-langs', `one file for each of our languages: ${LOCALES.join(', ')}`).conflicts(['lang', 'out']),
    )
    .addOption(
      new Option('--out-dir <folder>', `folder for these files: ${renderer.file('be', {})} and so on`).conflicts('out'),
    );
  renderer.options.forEach((option) => command.addOption(option));
  command.action(run(renderer));
};
