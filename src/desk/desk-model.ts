import {today} from '../clock/today.js';
import {changedItem, changedItems} from '../publish/acceptance.js';
import {isSuspicious, severityOf, type PlacedFinding} from '../publish/check/findings.js';
import type {FeedJson} from '../publish/feed-file.js';
import {parseJson, type JsonFile} from '../publish/json.js';
import {instantOf, withCorrections} from '../publish/revision.js';
import {UserError} from '../publish/user-error.js';
import {keyOf} from './check-list.js';
import {itemsOf} from './edits.js';
import {titleOf} from './labels.js';
import {newFeed} from './new-feed.js';
import {
  canRedo,
  canUndo,
  draftOf,
  feedOf,
  fileOf,
  findingsIn,
  goTo,
  isChanged,
  openSession,
  readBytes,
  withChange,
  withSaved,
  type Session,
} from './session.js';
import {ConflictError, download, type Opened, type Target} from './target.js';
import {fill, type Words} from './words/index.js';

/** Words that say what went wrong. */
export const reasonOf = (error: unknown): string =>
  error instanceof UserError ? `${error.message} ${error.fix}`.trim() : (error as Error).message;

interface Host {
  requestUpdate(): void;
  readonly words: Words;
}

/** What a session would save now. */
interface Draft {
  readonly session: Session;
  readonly file: JsonFile;
  readonly findings: readonly PlacedFinding[];
}

/** The open feed: where it is from, its changes, and saving. It tells its host to render, and has no markup. */
export class DeskModel {
  session?: Session;
  /** Where it is saved; without one it is downloaded. */
  target?: Target;
  /** Why a file was not opened. */
  error?: string;
  /** What was done last, for the editor. */
  message = '';
  /** Whether the last attempt to save was refused for errors. */
  isRefused = false;
  /** What is in the file, where somebody else has changed it. */
  conflict?: Uint8Array<ArrayBuffer>;
  /** Findings that the feed had when it was opened. */
  oldFindings: ReadonlySet<string> = new Set();
  isBusy = false;
  #draft?: Draft;

  constructor(readonly host: Host) {}

  get #words() {
    return this.host.words;
  }

  /** Opens what `load` gives; what was open stays open if that fails. Returns whether a feed was opened. */
  async open(load: () => Promise<Opened | undefined>): Promise<boolean> {
    this.error = undefined;
    try {
      const opened = await load();
      if (!opened) return false;
      const {name, bytes, target} = opened;
      this.#begin(openSession(readBytes(name, bytes)), target);
      return true;
    } catch (error) {
      this.error = reasonOf(error);
      return false;
    } finally {
      this.host.requestUpdate();
    }
  }

  /** Begins a feed without numbers. */
  create(title: string, lang: string) {
    const json = newFeed(title, lang, instantOf(Date.now()));
    const session = openSession(parseJson('feed.json', `${JSON.stringify(json, null, 2)}\n`));
    this.#begin({...session, isNew: true});
  }

  #begin(session: Session, target?: Target) {
    this.session = session;
    this.target = target;
    this.error = this.conflict = undefined;
    this.isRefused = false;
    this.message = '';
    this.oldFindings = new Set(findingsIn(session.file, today(), session.published).map(keyOf));
    this.host.requestUpdate();
  }

  /** The feed as it is now. */
  get json(): FeedJson {
    return feedOf(this.session!);
  }

  /** Whether it is not saved. */
  get isDirty() {
    return !!this.session && (!!this.session.isNew || isChanged(this.session));
  }

  change(json: FeedJson, what: string) {
    const next = withChange(this.session!, json, what);
    this.#show(next, next === this.session ? '' : what);
  }

  #show(session: Session, message: string) {
    this.session = session;
    this.message = message;
    this.isRefused = false;
    this.host.requestUpdate();
  }

  undo() {
    const {session} = this;
    if (!session || !canUndo(session)) return;
    this.#show(goTo(session, session.at - 1), fill(this.#words.undone, {what: session.states[session.at]!.what}));
  }

  redo() {
    const {session} = this;
    if (!session || !canRedo(session)) return;
    const next = goTo(session, session.at + 1);
    this.#show(next, fill(this.#words.redone, {what: next.states[next.at]!.what}));
  }

  goTo(at: number) {
    this.#show(goTo(this.session!, at), this.session!.states[at]!.what || this.#words.opened);
  }

  /** What changed and needs a reason, by the ids of items: a reason is true of one of them. */
  get suspiciousItems(): readonly string[] {
    return changedItems(this.draft.findings);
  }

  /** What an item is called; its id where the feed has it no more. */
  titleOf(id: string): string {
    const {json} = this;
    const item = [...itemsOf(json, 'figures'), ...itemsOf(json, 'organisations')].find((one) => one.id === id);
    return titleOf(item ?? {id}, this.#words, json.lang ?? 'en');
  }

  /** Accepts the suspicious changes of the first of these items with a reason for readers. */
  accept(reason: string) {
    const [item] = this.suspiciousItems;
    const accepted = this.draft.findings.filter((finding) => isSuspicious(finding) && changedItem(finding) === item);
    this.change(withCorrections(this.json, accepted, reason, today()), fill(this.#words.acceptedChanges, {reason}));
  }

  /** The feed as it would be saved now, and what `check` finds in it. */
  get draft(): Draft {
    const session = this.session!;
    if (this.#draft?.session !== session) {
      const file = fileOf(session, draftOf(session, instantOf(Date.now())));
      this.#draft = {session, file, findings: findingsIn(file, today(), session.published)};
    }
    return this.#draft;
  }

  get hasErrors() {
    return this.draft.findings.some((finding) => severityOf(finding) === 'error');
  }

  /** The file to save, issued now. */
  #fileToSave() {
    this.#draft = undefined;
    return this.draft.file;
  }

  #wasSaved(file: JsonFile, sentence: string) {
    const {serial} = file.json as FeedJson;
    this.#show({...withSaved(this.session!, file), isNew: false}, fill(sentence, {file: file.path, serial}));
  }

  /** Saves or downloads; a feed with errors only `withErrors`. */
  async save(withErrors = false) {
    if (!this.session || this.isBusy) return;
    const words = this.#words;
    this.isRefused = !withErrors && this.hasErrors;
    if (this.isRefused) this.message = words.hasErrors;
    else if (!this.target) this.download();
    else {
      this.isBusy = true;
      const file = this.#fileToSave();
      try {
        await this.target.write(file.text, withErrors);
        this.#wasSaved(file, words.nowSaved);
      } catch (error) {
        if (error instanceof ConflictError) this.conflict = error.bytes;
        else {
          // `fetch` rejects with a TypeError where nobody answers.
          const reason = error instanceof TypeError ? words.toolGone : reasonOf(error);
          this.message = fill(words.notSaved, {reason});
        }
      }
      this.isBusy = false;
    }
    this.host.requestUpdate();
  }

  download() {
    const file = this.#fileToSave();
    download(file.path, file.text);
    this.#wasSaved(file, this.#words.nowDownloaded);
  }

  /** Downloads under another name, for a file that somebody else has changed. */
  downloadMine() {
    const {path, text} = this.#fileToSave();
    download(path.replace(/(\.\w+)?$/, '-mine$1'), text);
  }

  /** After a conflict: goes on with the other version, or saves one's own over it. Both stay in the session. */
  async resolve(choice: 'take' | 'keep') {
    const words = this.#words;
    const session = this.session!;
    try {
      const file = readBytes(session.file.path, this.conflict!);
      // Throws where the other version is no feed.
      openSession(file);
      const taken = withChange(withSaved(session, file), file.json as FeedJson, words.conflictTaken);
      this.conflict = undefined;
      if (choice === 'take') this.#show(taken, words.conflictTaken);
      else {
        this.#show(withChange(taken, feedOf(session), words.conflictMine), words.conflictMine);
        await this.save();
      }
    } catch (error) {
      this.message = reasonOf(error);
      this.host.requestUpdate();
    }
  }
}
