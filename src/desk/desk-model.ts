import {today} from '../clock/today.js';
import type {FeedJson} from '../publish/feed-file.js';
import {parseJson, type JsonFile} from '../publish/json.js';
import {instantOf} from '../publish/revision.js';
import {UserError} from '../publish/user-error.js';
import {keyOf} from './check-list.js';
import {FeedEditor} from './feed-editor.js';
import {newFeed} from './new-feed.js';
import {feedOf, findingsIn, openSession, readBytes, withChange, withSaved, type Session} from './session.js';
import {ConflictError, download, type Opened, type Target} from './target.js';
import {fill} from './words/index.js';

/** Words that say what went wrong. */
export const reasonOf = (error: unknown): string =>
  error instanceof UserError ? `${error.message} ${error.fix}`.trim() : (error as Error).message;

/** Opens a feed, and saves it where it is from. */
export class DeskModel extends FeedEditor {
  /** Where it is saved; without one it is downloaded. */
  target?: Target;
  /** Why a file was not opened. */
  error?: string;
  /** What is in the file, where somebody else has changed it. Nothing is saved until the editor has chosen. */
  conflict?: ConflictError;
  /** Findings that the feed had when it was opened. */
  oldFindings: ReadonlySet<string> = new Set();
  isBusy = false;

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

  #wasSaved(file: JsonFile, sentence: string) {
    const {serial} = file.json as FeedJson;
    this.show({...withSaved(this.session!, file), isNew: false}, fill(sentence, {file: file.path, serial}));
  }

  /** Whether the editor must first choose in a conflict, or apply a form; the focus goes there. */
  #mustWait(): boolean {
    const {host, conflict} = this;
    if (!conflict && !host.isFormDirty) return false;
    this.message = conflict ? this.words.conflictTitle : this.words.notApplied;
    host.focusOn(conflict ? '#conflict' : 'item-form');
    return true;
  }

  /** Saves or downloads; a feed with errors only `withErrors`. */
  async save(withErrors = false) {
    if (!this.session || this.isBusy || this.#mustWait()) return;
    const words = this.words;
    this.isRefused = !withErrors && this.hasErrors;
    if (this.isRefused) this.message = words.hasErrors;
    else if (!this.target) this.download();
    else {
      this.isBusy = true;
      const file = this.fileToSave();
      try {
        await this.target.write(file.text, withErrors);
        this.#wasSaved(file, words.nowSaved);
      } catch (error) {
        if (error instanceof ConflictError) {
          this.conflict = error;
          this.host.focusOn('#conflict');
        } else {
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
    if (this.#mustWait()) return;
    const file = this.fileToSave();
    download(file.path, file.text);
    this.#wasSaved(file, this.words.nowDownloaded);
  }

  /** Downloads under another name, for a file that somebody else has changed. */
  downloadMine() {
    const {path, text} = this.fileToSave();
    download(path.replace(/(\.\w+)?$/, '-mine$1'), text);
  }

  /** After a conflict: goes on with the other version, or saves one's own over it. Both stay in the session. */
  async resolve(choice: 'take' | 'keep') {
    const words = this.words;
    const session = this.session!;
    const {bytes, adopt} = this.conflict!;
    if (!this.host.leaveForm()) return;
    try {
      const file = readBytes(session.file.path, bytes);
      // Throws where the other version is no feed.
      openSession(file);
      adopt();
      const taken = withChange(withSaved(session, file), file.json as FeedJson, words.conflictTaken);
      this.conflict = undefined;
      if (choice === 'take') this.show(taken, words.conflictTaken);
      else {
        this.show(withChange(taken, feedOf(session), words.conflictMine), words.conflictMine);
        await this.save();
      }
    } catch (error) {
      this.message = reasonOf(error);
      this.host.requestUpdate();
    }
  }
}
