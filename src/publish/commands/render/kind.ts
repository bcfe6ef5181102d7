import {mkdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {InvalidArgumentError, Option, type Command} from 'commander';
import {LANG} from '../../../feed/fields.js';
import {parseFeed, type Feed} from '../../../feed/parse-feed.js';
import {SOURCE} from '../../../i18n/language.js';
import type {Voice} from '../../../i18n/localize.js';
import {readFeedFile} from '../../feed-file.js';
import {UserError, withFile, writeFileAtomic} from '../../io.js';
import {createReport, type Report} from '../../report.js';
import {localeOf, LOCALES, voiceFor} from '../../render/words.js';

/** Where a rendering will stand. */
export interface Place {
  /** BCP 47 tag of the place's language. */
  readonly lang: string;
  /** How the library speaks there. */
  readonly voice: Voice;
  /** The name of its file. */
  readonly name: string;
}

/** What a feed was made into. */
export interface Rendering {
  readonly content: string;
  /** Lines to paste where it is to stand, by their format. */
  readonly embed?: Readonly<Record<string, string>>;
}

/** One thing that a feed can be made into. */
export interface Kind<O> {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly options: readonly Option[];
  /** Sections of the feed that must be whole. */
  readonly sections: (options: O) => readonly string[];
  readonly file: (lang: string, options: Partial<O>) => string;
  readonly make: (feed: Feed, place: Place, options: O) => Rendering;
  /** What a person should know of this feed, though it is no fault. */
  readonly cautions?: (feed: Feed, options: O) => readonly string[];
  /** The format of the only line that was asked for. */
  readonly only?: (options: O) => string | undefined;
}

interface Common {
  readonly json?: boolean;
  readonly lang?: string;
  readonly out?: string;
  readonly allLangs?: boolean;
  readonly outDir?: string;
}

/** A rendering in a language, and the file that it goes to. */
interface Piece extends Rendering {
  readonly lang: string;
  readonly file?: string;
}

const langTag = (value: string) => {
  if (!LANG(value)) throw new InvalidArgumentError('A language is written as be, de or pt-BR.');
  return value;
};

/** The feed in a file, of which the sections `needed` must be whole: what is dropped would be missed by nobody. */
const readFeed = async (path: string, needed: readonly string[]): Promise<Feed> => {
  const {feed, problems} = parseFeed((await readFeedFile(path)).json);
  const wrong = problems.filter((problem) => !feed || needed.includes(/^\/(\w+)/.exec(problem)?.[1] ?? ''));
  if (feed && !wrong.length) return feed;
  throw new UserError(
    `${path} has a fault in what is needed here: ${wrong.join('; ')}.`,
    `Mend it; the whole feed is looked at by: solidarity-feed check ${path}`,
  );
};

/** Tells the files, or what would stand in the only one; with lines to paste, or one of them alone. */
const tell = (pieces: readonly Piece[], only: string | undefined, cautions: readonly string[], out: Report) => {
  const files = pieces.map(({lang, file, content, embed}) => ({lang, ...(file ? {file} : {content}), ...embed}));
  const result = {files, ...(cautions.length ? {cautions} : {})};
  const linesOf = ({embed = {}}: Piece) =>
    Object.entries(embed).flatMap(([name, line]) => (!only || name === only ? [line] : []));
  const lines = pieces.flatMap(linesOf);
  const [{file, content, embed} = {file: '', content: '', embed: undefined}] = pieces;
  cautions.forEach(out.log);
  pieces.forEach((piece) => piece.file && out.log(`Written: ${piece.file}`));
  if (embed && !only) out.log('To paste where it is to stand:');
  if (file || only) return out.result(result, lines);
  lines.forEach(out.log);
  // The last line end is the report's own.
  out.result(result, [content.replace(/\n$/, '')]);
};

const run =
  <O extends object>(kind: Kind<O>) =>
  async (path: string, _: unknown, command: Command) => {
    const options = command.optsWithGlobals<O & Common>();
    const {outDir} = options;
    const out = createReport(options.json);
    if (!options.allLangs !== !outDir)
      throw new UserError(
        '--all-langs and --out-dir go together.',
        'For example: --all-langs --out-dir badges',
        'usage',
      );
    const feed = await readFeed(path, kind.sections(options));
    const cautions = [
      ...(feed.sample ? ['Careful: this feed says that its figures are for demonstration.'] : []),
      ...(kind.cautions?.(feed, options) ?? []),
    ];
    const pieces: Piece[] = [];
    for (const lang of options.allLangs ? LOCALES : [options.lang ?? feed.lang ?? SOURCE]) {
      if (!localeOf(lang))
        cautions.push(`${lang} is none of our languages (${LOCALES.join(', ')}): our words are English.`);
      const name = kind.file(lang, options);
      const file = outDir ? join(outDir, name) : options.out;
      const place = {lang, voice: await voiceFor(lang), name: basename(file ?? name)};
      pieces.push({lang, file, ...kind.make(feed, place, options)});
    }
    // All are made before the first is written.
    if (outDir) await withFile(outDir, 'written', () => mkdir(outDir, {recursive: true}));
    for (const {file, content} of pieces) if (file) await writeFileAtomic(file, content);
    tell(pieces, kind.only?.(options), cautions, out);
  };

/** Adds a kind as a command of `render`, with the options that all of them have. */
export const addKind = <O extends object>(render: Command, kind: Kind<O>) => {
  const command = render
    .command(kind.name)
    .summary(kind.description.split('\n')[0]!)
    .description(`${kind.description}\nExample: solidarity-feed render ${kind.name} ${kind.example}`)
    .argument('<feed>', 'the feed, a file such as feed.json')
    .addOption(new Option('--lang <language>', 'language, such as be (default: the feed’s own)').argParser(langTag))
    .addOption(new Option('--out <file>', 'file to write (default: the result is printed)'))
    .addOption(
      new Option('--all-langs', `a file for each of our languages: ${LOCALES.join(', ')}`).conflicts(['lang', 'out']),
    )
    .addOption(
      new Option('--out-dir <folder>', `folder for these files: ${kind.file('be', {})} and so on`).conflicts('out'),
    );
  kind.options.forEach((option) => command.addOption(option));
  command.action(run(kind));
};
