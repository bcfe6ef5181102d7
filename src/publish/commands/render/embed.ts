import {mkdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Option, type Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {SOURCE_LOCALE} from '../../../i18n/language.js';
import {withFile, writeFileAtomic} from '../../io.js';
import {loadLocale} from '../../load-locale.js';
import {renderDay} from '../../options.js';
import {embedFiles} from '../../render/embed-page.js';
import {SECTIONS} from '../../render/shown.js';
import {LOCALES} from '../../render/locales.js';
import {createReport} from '../../report.js';
import {linksOption, ourLang, todayOption, webAddress} from './options.js';
import {readFeed} from './renderer.js';

/** The names of all elements, separated by spaces. Set by the build. */
declare const WIDGETS: string;

interface Options {
  readonly base: string;
  readonly outDir: string;
  readonly lang?: string;
  readonly noindex?: boolean;
  readonly links: LinkPolicy;
  readonly today?: string;
  readonly json?: boolean;
}

const run = async (path: string, _: unknown, command: Command) => {
  const {base, outDir, lang, noindex, links, today, json} = command.optsWithGlobals<Options>();
  const report = createReport(json);
  const feed = await readFeed(path, Object.values(SECTIONS).flat());
  const langs = lang ? [...new Set([SOURCE_LOCALE, lang])] : LOCALES;
  const files = embedFiles(feed, {
    widgets: WIDGETS.split(' '),
    locales: await Promise.all(langs.map(loadLocale)),
    today: renderDay(today),
    base: new URL('.', base).href,
    noindex,
    links,
  });
  const names = Object.keys(files).map((name) => join(outDir, name));
  for (const folder of new Set(names.map(dirname)))
    await withFile(folder, 'written', () => mkdir(folder, {recursive: true}));
  for (const [name, content] of Object.entries(files)) await writeFileAtomic(join(outDir, name), content);
  report.result({files: names}, [`${names.length} files in ${outDir}`]);
};

/** Adds `render embed`. */
export const addEmbed = (render: Command) => {
  render
    .command('embed')
    .summary('Render the embed pages, with what oEmbed says of them')
    .description(
      'Render the embed pages, with what oEmbed says of them: one for each widget and language. Without JavaScript they say\n' +
        'what your feed says now. Put the files into embed/, beside solidarity.js: it has embed.js and embed.css, which they need.\n' +
        'Example: solidarity-feed render embed feed.json --base https://example.org/solidarity/ --out-dir embed',
    )
    .argument('<feed>', 'the feed, a file such as feed.json')
    .addOption(
      new Option('--base <url>', 'where solidarity.js is, the folder').argParser(webAddress).makeOptionMandatory(),
    )
    .addOption(new Option('--out-dir <folder>', 'folder to write').makeOptionMandatory())
    .addOption(new Option('--lang <language>', 'only English and this language').argParser(ourLang))
    .addOption(new Option('--noindex', 'ask search engines to leave the pages out'))
    .addOption(linksOption('all'))
    .addOption(todayOption('the day for which they are rendered'))
    .action(run);
};
