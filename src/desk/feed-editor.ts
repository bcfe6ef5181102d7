import {today} from '../clock/today.js';
import {changedItem, changedItems} from '../publish/acceptance.js';
import {isSuspicious, severityOf, type PlacedFinding} from '../publish/check/findings.js';
import type {FeedJson} from '../publish/feed-file.js';
import type {JsonFile} from '../publish/json.js';
import {instantOf, withCorrections} from '../publish/revision.js';
import {itemsOf} from './edits.js';
import {titleOf} from './labels.js';
import {
  canRedo,
  canUndo,
  draftOf,
  feedOf,
  fileOf,
  findingsIn,
  goTo,
  isChanged,
  withChange,
  type Session,
} from './session.js';
import {fill, type Words} from './words/index.js';

/** Whose feed it is. */
export interface Host {
  requestUpdate(): void;
  readonly words: Words;
  /** Whether something in the open form is not applied. */
  readonly isFormDirty: boolean;
  /** Closes the open form before the feed changes. Returns false if the editor goes on with it. */
  leaveForm(): boolean;
  /** Sets the focus when the page is rendered. */
  focusOn(selector: string): void;
}

/** What a session would save now. */
interface Draft {
  readonly session: Session;
  readonly file: JsonFile;
  readonly findings: readonly PlacedFinding[];
}

/** The open feed, its changes, and what is found in it. It tells its host to render, and has no markup. */
export class FeedEditor {
  session?: Session;
  /** What was done last, for the editor. */
  message = '';
  /** Whether the last attempt to save was refused for errors. */
  isRefused = false;
  #draft?: Draft;

  constructor(protected readonly host: Host) {}

  protected get words() {
    return this.host.words;
  }

  /** The feed as it is now. */
  get json(): FeedJson {
    return feedOf(this.session!);
  }

  /** Whether it is not saved. */
  get isDirty() {
    return !!this.session && (!!this.session.isNew || isChanged(this.session));
  }

  /** Whether it was done: the editor may want to go on with a form first. */
  change(json: FeedJson, what: string): boolean {
    const next = withChange(this.session!, json, what);
    return this.#goOn(next, next === this.session ? '' : what);
  }

  #goOn(session: Session, message: string): boolean {
    if (feedOf(session) !== this.json && !this.host.leaveForm()) return false;
    this.show(session, message);
    return true;
  }

  protected show(session: Session, message: string) {
    this.session = session;
    this.message = message;
    this.isRefused = false;
    this.host.requestUpdate();
  }

  undo() {
    const {session} = this;
    if (!session || !canUndo(session)) return;
    this.#goOn(goTo(session, session.at - 1), fill(this.words.undone, {what: session.states[session.at]!.what}));
  }

  redo() {
    const {session} = this;
    if (!session || !canRedo(session)) return;
    const next = goTo(session, session.at + 1);
    this.#goOn(next, fill(this.words.redone, {what: next.states[next.at]!.what}));
  }

  goTo(at: number) {
    this.#goOn(goTo(this.session!, at), this.session!.states[at]!.what || this.words.opened);
  }

  /** What changed and needs a reason, by the ids of items: a reason is true of one of them. */
  get suspiciousItems(): readonly string[] {
    return changedItems(this.draft.findings);
  }

  /** What an item is called; its id where the feed has it no more. */
  titleOf(id: string): string {
    const {json} = this;
    const item = [...itemsOf(json, 'figures'), ...itemsOf(json, 'organisations')].find((one) => one.id === id);
    return titleOf(item ?? {id}, this.words, json.lang ?? 'en');
  }

  /** Accepts the suspicious changes of the first of these items with a reason for readers. */
  accept(reason: string): boolean {
    const [item] = this.suspiciousItems;
    const accepted = this.draft.findings.filter((finding) => isSuspicious(finding) && changedItem(finding) === item);
    return this.change(
      withCorrections(this.json, accepted, reason, today()),
      fill(this.words.acceptedChanges, {reason}),
    );
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
  protected fileToSave(): JsonFile {
    this.#draft = undefined;
    return this.draft.file;
  }
}
