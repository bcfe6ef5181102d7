import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {DeskModel} from './desk-model.js';
import {openDropped, type Opened} from './target.js';
import type {Words} from './words/index.js';

/** Whose page it is. */
export interface PageEventsHost extends ReactiveControllerHost {
  readonly model: DeskModel;
  readonly words: Words;
  /** Whether something would be lost if the page were left. */
  readonly isDirty: boolean;
  onDropped(opened: Opened): void;
}

/** Whether words are dragged into a field: what is dropped elsewhere must not lead away from the page. */
const isOfField = ({target, dataTransfer}: DragEvent) =>
  !dataTransfer?.types.includes('Files') && target instanceof Element && target.matches('input, textarea');

/** Keys, files that are dropped, and the question before unsaved work is lost: events of the whole page. */
export class PageEvents implements ReactiveController {
  /** Whether a file is held over the page. */
  isDropping = false;

  constructor(private readonly host: PageEventsHost) {
    host.addController(this);
  }

  hostConnected() {
    this.#listen(addEventListener);
  }

  hostDisconnected() {
    this.#listen(removeEventListener);
  }

  #listen(method: typeof addEventListener) {
    method('beforeunload', this.#onLeave);
    method('keydown', this.#onKey);
    method('dragover', this.#onDrag);
    method('dragleave', this.#onDrag);
    method('drop', this.#onDrop);
  }

  #setDropping(isDropping: boolean) {
    if (isDropping === this.isDropping) return;
    this.isDropping = isDropping;
    this.host.requestUpdate();
  }

  #onDrag = (event: DragEvent) => {
    if (isOfField(event)) return;
    event.preventDefault();
    this.#setDropping(event.type === 'dragover');
  };

  #onDrop = (event: DragEvent) => {
    if (isOfField(event)) return;
    event.preventDefault();
    this.#setDropping(false);
    const transfer = event.dataTransfer;
    if (!transfer) return;
    void openDropped(transfer).then(
      (opened) => opened && this.host.onDropped(opened),
      () => {
        this.host.model.error = this.host.words.notAFile;
        this.host.requestUpdate();
      },
    );
  };

  #onLeave = (event: BeforeUnloadEvent) => {
    if (this.host.isDirty) event.preventDefault();
  };

  #onKey = (event: KeyboardEvent) => {
    const {model} = this.host;
    if (!model.session || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isInField = (event.target as HTMLElement).matches('input, textarea, select');
    // On a Cyrillic keyboard the key of a Latin letter has another one.
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace('Key', '').toLowerCase();
    if (key === 's') void model.save();
    else if (isInField) return;
    else if (key === 'y' || (key === 'z' && event.shiftKey)) model.redo();
    else if (key === 'z') model.undo();
    else return;
    event.preventDefault();
  };
}
