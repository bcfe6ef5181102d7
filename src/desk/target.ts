import {UserError} from '../publish/user-error.js';

/* Where a feed is saved: a file that the browser may write, or the program that serves the desk. */

/** The file has changed since it was read: what it is now. Only after `adopt` may this version be replaced, too. */
export class ConflictError extends Error {
  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    readonly adopt: () => void,
  ) {
    super('conflict');
  }
}

/** A file that can be read and replaced. */
export interface Target {
  readonly name: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Replaces the file by `text`; by one in which `check` finds errors only `withErrors`. Rejects with a ConflictError if it is no longer what was read or written last, with a
   * UserError if it cannot be written.
   */
  write(text: string, withErrors: boolean): Promise<void>;
}

/** Whether two files are the same. */
const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/* The File System Access API, which TypeScript does not know. */
interface PickerWindow {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
}
interface PermissionHandle {
  requestPermission?(options: {mode: 'readwrite'}): Promise<PermissionState>;
}
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** A file on this computer that the editor has chosen. */
export class FileTarget implements Target {
  #known?: Uint8Array<ArrayBuffer>;

  constructor(readonly handle: FileSystemFileHandle) {}

  get name() {
    return this.handle.name;
  }

  async read() {
    this.#known = await bytesOf(await this.handle.getFile());
    return this.#known;
  }

  async write(text: string) {
    const now = await bytesOf(await this.handle.getFile());
    if (this.#known && !isSame(now, this.#known)) throw new ConflictError(now, () => (this.#known = now));
    const permission = await (this.handle as PermissionHandle).requestPermission?.({mode: 'readwrite'});
    if (permission && permission !== 'granted') throw new UserError('The browser may not write the file.');
    // The browser writes a copy, and replaces the file when it is closed.
    const stream = await this.handle.createWritable();
    await stream.write(text);
    await stream.close();
    this.#known = new TextEncoder().encode(text);
  }
}

/** The program that serves the desk: `solidarity-feed desk`. */
export class ServerTarget implements Target {
  #etag = '';

  constructor(readonly name: string) {}

  async #request(init: RequestInit = {}) {
    return fetch('feed', {...init, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer'});
  }

  async #load() {
    const response = await this.#request();
    if (!response.ok) throw new UserError(await response.text());
    return {bytes: new Uint8Array(await response.arrayBuffer()), etag: response.headers.get('etag') ?? ''};
  }

  async read() {
    const {bytes, etag} = await this.#load();
    this.#etag = etag;
    return bytes;
  }

  async write(text: string, withErrors: boolean) {
    const headers = {
      'content-type': 'application/json',
      'if-match': this.#etag,
      ...(withErrors && {'x-with-errors': 'yes'}),
    };
    const response = await this.#request({method: 'PUT', headers, body: text});
    if (response.status === 412) {
      const {bytes, etag} = await this.#load();
      throw new ConflictError(bytes, () => (this.#etag = etag));
    }
    if (!response.ok) throw new UserError(await response.text());
    this.#etag = response.headers.get('etag') ?? '';
  }
}

/** The target that the page was served with, if a program serves it. */
export const servedTarget = (): ServerTarget | undefined => {
  const name = document.querySelector<HTMLMetaElement>('meta[name="feed-file"]')?.content;
  return name ? new ServerTarget(name) : undefined;
};

/** What was chosen or dropped: its bytes, and where it can be saved, if it can. */
export interface Opened {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly target?: Target;
}

const openHandle = async (handle: FileSystemFileHandle): Promise<Opened> => {
  const target = new FileTarget(handle);
  return {name: target.name, bytes: await target.read(), target};
};

export const openFile = async (file: File): Promise<Opened> => ({name: file.name, bytes: await bytesOf(file)});

/** Whether the browser lets a page write a file that its reader chooses. */
export const canPick = () => 'showOpenFilePicker' in window;

/** Lets the editor choose a file; undefined if no file was chosen. */
export const pickFile = async (): Promise<Opened | undefined> => {
  const types = [{accept: {'application/json': ['.json' as const]}}];
  try {
    const [handle] = await (window as PickerWindow).showOpenFilePicker!({types});
    return await openHandle(handle!);
  } catch (error) {
    if ((error as Error).name === 'AbortError') return undefined;
    throw error;
  }
};

/** What was dropped; undefined where it is a text. Rejects for a folder. */
export const openDropped = async (transfer: DataTransfer): Promise<Opened | undefined> => {
  const item = [...transfer.items].find(({kind}) => kind === 'file') as HandleItem | undefined;
  // Both before the first wait: after it the transfer is empty.
  const file = item?.getAsFile();
  const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
  if (handle?.kind === 'file') return openHandle(handle as FileSystemFileHandle);
  if (handle) throw new Error('a folder');
  return file ? openFile(file) : undefined;
};

/** Downloads a file. */
export const download = (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const url = URL.createObjectURL(new Blob([content]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
