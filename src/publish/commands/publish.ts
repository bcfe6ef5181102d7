import {createHash} from 'node:crypto';
import {mkdir, readFile, rmdir} from 'node:fs/promises';
import {isAbsolute, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Option, type Command} from 'commander';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import type {LinkPolicy} from '../../feed/links.js';
import {checkFeed} from '../check/check.js';
import {findingsJson, findingsLines, isBlocking, isSuspicious, placeFindings} from '../check/findings.js';
import {feedOf, readFeedFile, refuseLargeFeed, requireValidFeed, type FeedJson} from '../feed-file.js';
import {withLock} from '../file-lock.js';
import {EXIT_CODES, UserError, withFile} from '../io.js';
import {parseJson, type JsonFile} from '../json.js';
import {readPublicKey} from '../keys.js';
import {loadLocale} from '../load-locale.js';
import {currentTime, renderDay} from '../options.js';
import {LOCALES} from '../render/locales.js';
import {loadRasteriser, PNG_INSTALL} from '../render/png.js';
import {createReport, formatCount} from '../report.js';
import {withoutSections} from '../revision.js';
import {addSigningOptions, refuseRollback, sealFeed, type SigningOptions} from '../signing.js';
import {withPublication} from '../site/changes.js';
import {siteFiles} from '../site/files.js';
import {LOCK, SiteFolder} from '../site/folder.js';
import {picturesOf} from '../site/pictures.js';
import {widgetFiles} from '../site/widgets.js';
import {refuseUnknownZone} from './render/items.js';
import {linksOption, ourLang, todayOption, webAddress} from './render/options.js';

/** The names of all elements, separated by spaces. Set by the build. */
declare const WIDGETS: string;

interface Options extends Omit<SigningOptions, 'key'> {
  readonly out: string;
  readonly url?: string;
  readonly key?: string;
  readonly pin?: readonly string[];
  readonly lang?: readonly string[];
  readonly links: LinkPolicy;
  readonly noindex?: boolean;
  readonly widgets: boolean;
  readonly pictures: boolean;
  readonly replace?: boolean;
  readonly removeAll?: boolean;
  readonly dryRun?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

/** The feed that is published now. */
const publishedFeed = async (folder: SiteFolder): Promise<Feed | undefined> => {
  const bytes = await folder.read('feed.json');
  return bytes && feedOf(join(folder.path, 'feed.json'), bytes);
};

/** A file with the head of a feed alone, as its next publication; the file itself if it has no valid head. */
const headOf = (file: JsonFile, now: string, previousSerial?: number): JsonFile => {
  const {path, json} = file;
  if (!parseFeed(json).feed) return file;
  const head = withoutSections(json as FeedJson, now, previousSerial);
  return parseJson(path, `${JSON.stringify(head, null, 2)}\n`);
};

/** Throws a UserError for files that would be uploaded, or overwritten, by mistake. */
const refuseMixedFolders = (feed: string, {out, key}: Options) => {
  if (resolve(feed) === resolve(out, 'feed.json'))
    throw new UserError(
      `${feed} is in the folder that is published.`,
      'Keep the feed that you edit elsewhere: then publish can compare it with what is published.',
      'usage',
    );
  if (key && !relative(out, key).startsWith('..') && !isAbsolute(relative(out, key)))
    throw new UserError(
      `The private key ${key} is in the folder that is published.`,
      'Move it out of there: whoever has it can publish in your name.',
    );
};

/** The signed feed, and the public keys that pages pin. The same key, day and feed give the same bytes. */
const sign = async (folder: SiteFolder, bytes: Buffer, {serial, issued}: Feed, today: string, options: Options) => {
  const {key, pin, days, revocations} = options;
  const old = await folder.read('feed.signed');
  const path = join(folder.path, 'feed.signed');
  if (!key) {
    if (!old) return {};
    throw new UserError(
      `${path} is a signed feed, which pages may pin. Without --key it would become old.`,
      'Add --key, or remove feed.signed if no page uses it.',
    );
  }
  refuseRollback(path, old, serial, bytes);
  const midnight = `${today}T00:00:00Z`;
  const {envelope, publicKey} = await sealFeed(bytes, serial, midnight > issued ? midnight : issued, {
    key,
    days,
    revocations,
  });
  const pinned = pin ? await Promise.all(pin.flatMap((given) => given.split(' ')).map(readPublicKey)) : [publicKey];
  if (!pinned.includes(publicKey))
    throw new UserError(`--pin does not name the public key of ${key}.`, `It is ${publicKey}.`, 'usage');
  return {signed: envelope, keys: pinned.join(' ')};
};

/** How many, and which if they are few. */
const countLine = (what: string, paths: readonly string[]) =>
  `${what}: ${formatCount(paths.length)}${paths.length && paths.length <= MAX_LISTED ? ` (${paths.join(', ')})` : ''}`;
const MAX_LISTED = 8;

const writeSite = async (path: string, options: Options) => {
  const {out, url, lang, links, noindex, dryRun, replace, removeAll} = options;
  const report = createReport(options.json);
  refuseMixedFolders(path, options);
  const {today, now} = currentTime(options.today);
  const folder = await SiteFolder.open(out);
  const published = await publishedFeed(folder);
  const given = await readFeedFile(path);
  const file = removeAll ? headOf(given, now, published?.serial) : given;
  const findings = placeFindings(checkFeed(file.json, today, published), file).filter(
    ({id}) => !removeAll || id !== 'removed-figure',
  );
  if (findings.some(isBlocking)) {
    report.result({mayPublish: false, findings: findingsJson(findings)}, [
      ...findingsLines(findings, file.json),
      `${path} must not be published as it is. Nothing was changed.`,
      ...(findings.some(isSuspicious)
        ? [
            'If all suspicious changes are right, accept them and publish again:',
            `  solidarity-feed check ${path}${published ? ` --previous ${join(out, 'feed.json')}` : ''} --accept "the reason, for readers"`,
          ]
        : []),
    ]);
    process.exitCode = EXIT_CODES.refused;
    return;
  }
  const feed = requireValidFeed(file);
  refuseUnknownZone(feed);
  const bytes = Buffer.from(file.text);
  refuseLargeFeed(path, bytes);
  const signature = await sign(folder, bytes, feed, today, options);
  const rasteriser = options.pictures ? await loadRasteriser() : undefined;
  const tool = createHash('sha256')
    .update(await readFile(fileURLToPath(import.meta.url)))
    .digest('base64url');
  const locales = await Promise.all((lang ?? LOCALES).map(loadLocale));
  const shown = {feed, locales: [...new Set(locales)], today: renderDay(options.today)};
  const publications = withPublication(folder.publications, feed, published);
  report.progress('Drawing pictures');
  const pictures = await picturesOf({
    ...shown,
    rasteriser,
    version: tool,
    reuse: (name, source) => folder.reuse(name, source),
  });
  const files = await siteFiles({
    ...shown,
    ...signature,
    json: file.json,
    bytes,
    widgets: WIDGETS.split(' '),
    base: url && new URL('.', url).href,
    noindex,
    links,
    publications,
    pictures,
    published: async (name) => (await folder.read(name))?.toString(),
  });
  const widgets = options.widgets ? await widgetFiles(signature.keys) : [];
  const plan = await folder.update([...widgets, ...files], publications, {dryRun, replace});
  // The feed that was published is replaced: nothing else can say what it was compared with.
  const own = published ? checkFeed(file.json, today) : findings;
  const compared = findings.filter(({id, pointer}) => !own.some((one) => one.id === id && one.pointer === pointer));
  const warnings = [
    ...compared.map(({message, fix}) => `Warning: ${message} ${fix}`),
    ...(feed.sample ? ['Warning: this feed says that its figures are for demonstration.'] : []),
    ...pictures.warnings.map((warning) => `Warning: ${warning}`),
    ...(options.pictures && !rasteriser
      ? [`No PNG pictures were made. What they need is installed once, with this command:\n  ${PNG_INSTALL}`]
      : []),
  ];
  warnings.forEach(report.log);
  const count = findings.length - compared.length;
  report.result(
    {mayPublish: true, folder: out, dryRun: !!dryRun, ...plan, warnings, findings: findingsJson(findings)},
    [
      ...(count ? [`${count} ${count === 1 ? 'warning' : 'warnings'}. See: solidarity-feed check ${path}`] : []),
      countLine(dryRun ? 'Would be written' : 'Written', plan.written),
      countLine(dryRun ? 'Would be removed' : 'Removed', plan.removed),
      countLine('Unchanged', plan.kept),
      ...(dryRun
        ? ['Nothing was changed.']
        : [`Upload the folder ${out}${url ? ` to ${new URL('.', url).href}` : ''}`]),
    ],
  );
};

const run = async (path: string, _: unknown, command: Command) => {
  const options = command.optsWithGlobals<Options>();
  const write = () => writeSite(path, options);
  if (options.dryRun) return write();
  const {out} = options;
  const isNew = await withFile(out, 'written', () => mkdir(out, {recursive: true}));
  try {
    // The lock is in the folder: one may have permission to write there alone.
    await withLock(out, write, join(out, LOCK));
  } finally {
    // A refusal leaves nothing.
    if (isNew !== undefined) await rmdir(out).catch(() => undefined);
  }
};

/** `solidarity-feed publish`: a feed and everything that is made from it, as a folder to upload. */
export const publish = (program: Command) => {
  const command = program
    .command('publish')
    .summary('Write everything that you host into a folder to upload')
    .description(
      'Checks a feed, and writes everything that you host into a folder to upload: the feed, signed if you give a key; the\n' +
        'widgets; embed pages; badges; pictures for social networks; snippets to paste; calendars; news; a page of what\n' +
        'changed. In each language. Run it again with each new feed: only what changed is written, and a feed with errors, or\n' +
        'with suspicious changes since the last one, changes nothing.\n\n' +
        'Example: solidarity-feed publish feed.json --out site --url https://example.org/solidarity/ --key daily.key',
    )
    .argument('<feed>', 'the feed, a file such as feed.json')
    .addOption(new Option('--out <folder>', 'the folder to write').makeOptionMandatory())
    .addOption(
      new Option(
        '--url <address>',
        'where the folder will be on the web; without it there are no previews and no oEmbed',
      ).argParser(webAddress),
    )
    .option('--key <file>', 'your private key, created by keygen: also writes feed.signed');
  addSigningOptions(command)
    .option(
      '--pin <keys...>',
      'the public keys, or their .pub files, that snippets pin, the offline one last (default: that of --key)',
    )
    .addOption(
      new Option('--lang <languages...>', 'only these languages (default: all)').argParser(
        (value: string, all: string[] = []) => [...all, ourLang(value)],
      ),
    )
    .addOption(linksOption('all'))
    .option('--noindex', 'ask search engines to leave the embed pages out')
    .option('--no-widgets', 'leave the widgets out, if you host them elsewhere')
    .option('--no-pictures', 'leave PNG pictures out')
    .option('--replace', 'overwrite files of these names that publish did not write')
    .option(
      '--remove-all',
      'publish the head of the feed alone, with the next serial: pages show their fallback content, and all that was made\n' +
        'of the feed is removed. The file of the feed stays as it is',
    )
    .option('--dry-run', 'only say what would be written and removed')
    .addOption(todayOption('the day for which everything is rendered'))
    .action(run);
};
