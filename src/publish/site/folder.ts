import {createHash} from 'node:crypto';
import {mkdir, readdir, rm, rmdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, gzip} from 'node:zlib';
import {readIfExists, UserError, withFile, writeFileAtomic} from '../io.js';
import type {Publication} from './changes.js';
import type {SiteFile} from './files.js';

/*
 * The folder of a site. Only what changed is written, so that an upload by time or by content transfers nothing else, and
 * only what an earlier run wrote is removed: a list of these files is in the folder, under a name that no server sends.
 */

const MANIFEST = '.solidarity-feed.json';
/** Is there while a run writes. */
export const LOCK = '.solidarity-feed.lock';

/** What earlier runs wrote. */
interface Manifest {
  readonly version: 1;
  readonly publications: readonly Publication[];
  /** The hash of each file's content, and of what a picture was drawn from. */
  readonly files: Readonly<Record<string, {readonly hash: string; readonly source?: string}>>;
}

const EMPTY: Manifest = {version: 1, publications: [], files: {}};

/** A file in the folder or below it, whose name does not begin with a dot. */
const PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64url');

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);

const isManifest = (value: unknown): value is Manifest => {
  const {version, publications, files} = (value ?? {}) as Partial<Manifest>;
  return (
    version === 1 &&
    Array.isArray(publications) &&
    publications.every(
      ({serial, issued, figures}: Publication) =>
        Number.isSafeInteger(serial) && !isNaN(Date.parse(issued)) && Array.isArray(figures),
    ) &&
    typeof files === 'object' &&
    Object.keys(files).every((path) => PATH.test(path))
  );
};

/** The chunks of an older version of the widgets stay: pages and caches that have the old script request them. */
const isKeptForever = (path: string) => path.startsWith('chunks/');

/** What a run does to the folder. */
export interface Plan {
  readonly written: readonly string[];
  readonly kept: readonly string[];
  readonly removed: readonly string[];
}

/** Runs `work` for all items, a few at a time. After an error no other one begins, and none is left running. */
const forEach = async <T>(items: readonly T[], work: (item: T) => Promise<void>) => {
  // Unlike that of an array, an iterator of a generator ends for all when one throws.
  const queue = (function* () {
    yield* items;
  })();
  const results = await Promise.allSettled(
    Array.from({length: 16}, async () => {
      for (const item of queue) await work(item);
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason as Error;
};

/** A file with its compressed copies, as web servers look for them. */
const withCopies = async (file: SiteFile): Promise<SiteFile[]> =>
  file.compress
    ? [
        {path: `${file.path}.br`, content: await promisify(brotliCompress)(file.content)},
        {path: `${file.path}.gz`, content: await promisify(gzip)(file.content, {level: 9})},
        file,
      ]
    : [file];

/** The folder of a site as it is now. */
export class SiteFolder {
  private constructor(
    readonly path: string,
    private readonly manifest: Manifest,
  ) {}

  /** Throws a UserError if the list of what earlier runs wrote cannot be used. */
  static async open(path: string): Promise<SiteFolder> {
    const bytes = await readIfExists(join(path, MANIFEST));
    if (!bytes) return new SiteFolder(path, EMPTY);
    try {
      const manifest: unknown = JSON.parse(bytes.toString());
      if (isManifest(manifest)) return new SiteFolder(path, manifest);
    } catch {
      // The same as any other content.
    }
    throw new UserError(
      `${join(path, MANIFEST)} is damaged: it lists what publish wrote.`,
      'Publish into a new, empty folder.',
    );
  }

  /** The publications before this one. */
  get publications() {
    return this.manifest.publications;
  }

  read(path: string) {
    return readIfExists(join(this.path, path));
  }

  /** A picture that was drawn from the same source, if it is as it was written. */
  async reuse(path: string, source: string): Promise<Uint8Array | undefined> {
    const entry = this.manifest.files[path];
    if (entry?.source !== hashOf(source)) return undefined;
    const content = await this.read(path);
    return content && hashOf(content) === entry.hash ? content : undefined;
  }

  /**
   * Makes the folder have these files, in this order. Throws a UserError, and changes nothing, if it has files of others
   * under their names. With `dryRun` nothing is changed.
   */
  async update(
    files: readonly SiteFile[],
    publications: readonly Publication[],
    {dryRun = false, replace = false}: {dryRun?: boolean; replace?: boolean},
  ): Promise<Plan> {
    const all = (await Promise.all(files.map(withCopies))).flat();
    const changed: SiteFile[] = [];
    const kept: string[] = [];
    const foreign: string[] = [];
    await forEach(all, async (file) => {
      const old = await this.read(file.path);
      if (old?.equals(bytesOf(file.content))) return void kept.push(file.path);
      if (old && !Object.hasOwn(this.manifest.files, file.path)) foreign.push(file.path);
      changed.push(file);
    });
    if (foreign.length && !replace)
      throw new UserError(
        `${this.path} has files that publish did not write: ${foreign.sort().slice(0, 3).join(', ')}${foreign.length > 3 ? `, and ${foreign.length - 3} more` : ''}.`,
        'Nothing was changed. Choose another folder, or add --replace to overwrite these files.',
      );
    const now = Object.fromEntries(
      all.map(({path, content, source}) => [path, {hash: hashOf(content), ...(source && {source: hashOf(source)})}]),
    );
    const others = Object.entries(this.manifest.files).filter(([path]) => !Object.hasOwn(now, path));
    const removed = others.map(([path]) => path).filter((path) => !isKeptForever(path));
    const plan = {written: changed.map(({path}) => path).sort(), kept: kept.sort(), removed: removed.sort()};
    if (dryRun) return plan;

    const chunks = Object.fromEntries(others.filter(([path]) => isKeptForever(path)));
    const wanted: Manifest = {version: 1, publications, files: {...chunks, ...now}};
    if (changed.length || removed.length) {
      // If this run is killed, the next one knows its files as its own.
      await this.#writeManifest({...wanted, files: {...now, ...this.manifest.files}});
      await this.#write(all.filter((file) => changed.includes(file)));
      await this.#remove(removed);
    }
    await this.#writeManifest(wanted);
    return plan;
  }

  async #write(files: readonly SiteFile[]) {
    const folders = new Set(files.map(({path}) => dirname(path)));
    for (const folder of folders) {
      const path = join(this.path, folder);
      await withFile(path, 'written', () => mkdir(path, {recursive: true}));
      for (const name of await readdir(path))
        if (/^\.[\da-f]{12}\.tmp$/.test(name)) await rm(join(path, name), {force: true});
    }
    // A feed never refers to what is not there yet.
    const isFeed = ({path}: SiteFile) => /^(feed|figures)\./.test(path);
    const write = (file: SiteFile) =>
      writeFileAtomic(join(this.path, file.path), file.content, {derived: !isFeed(file)});
    await forEach(
      files.filter((file) => !isFeed(file)),
      write,
    );
    for (const file of files.filter(isFeed)) await write(file);
  }

  async #remove(paths: readonly string[]) {
    await forEach(paths, (path) => withFile(path, 'written', () => rm(join(this.path, path), {force: true})));
    // Folders that are empty now.
    for (const folder of new Set(paths.map(dirname)))
      if (folder !== '.') await rmdir(join(this.path, folder)).catch(() => undefined);
  }

  async #writeManifest(manifest: Manifest) {
    const files = Object.fromEntries(Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    const content = `${JSON.stringify({...manifest, files}, null, 1)}\n`;
    if ((await this.read(MANIFEST))?.equals(Buffer.from(content))) return;
    await withFile(this.path, 'written', () => mkdir(this.path, {recursive: true}));
    await writeFileAtomic(join(this.path, MANIFEST), content);
  }
}
