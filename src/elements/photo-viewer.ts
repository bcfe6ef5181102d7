import {create, replaceContent, type Child} from '../dom/create.js';

/* One photo at a time, over the page: a module of its own, loaded when a reader opens a photo. */

/** A photo as the viewer shows it. */
export interface ViewedPhoto {
  /** Also of the button `photo-<id>`, which opens it. */
  readonly id: string;
  /** Its picture with what is said of it, as new nodes. */
  render(): Node;
}

/** What the viewer is opened in. */
export interface ViewerHost {
  readonly root: ShadowRoot;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly photos: readonly ViewedPhoto[];
  /** `{n}` and `{total}` are numbers: “2 of 5”. */
  position(n: number, total: number): string;
  readonly words: Readonly<Record<'close' | 'previous' | 'next', string>>;
}

/**
 * Shows photos in a dialog. The arrow keys, Home and End go to others, Escape closes it, and the focus returns to the
 * photo that was shown last.
 */
export class PhotoViewer {
  #host!: ViewerHost;
  #dialog?: HTMLDialogElement;
  /** The photo that is shown, and where it is among the others: it may be removed. */
  #id = '';
  #index = 0;
  /** The id of the button that has the focus. */
  #focused = '';

  /** Opens a photo by its id; nothing where it was removed meanwhile. */
  open(host: ViewerHost, id: string) {
    this.#host = host;
    this.#id = id;
    if (this.#has(id)) this.#build();
  }

  /**
   * Called when the photos may have changed, or the element has new nodes; undefined where it shows none any more. A photo
   * that was removed is closed at once.
   */
  update(host: ViewerHost | undefined) {
    if (!this.#dialog) return;
    if (host) this.#host = host;
    if (host && this.#has(this.#id)) this.#build();
    else this.close();
  }

  #has(id: string) {
    return this.#host.photos.some((photo) => photo.id === id);
  }

  close() {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    dialog?.remove();
    if (!dialog) return;
    const {root, photos} = this.#host;
    const last = photos.find(({id}) => id === this.#id) ?? photos[Math.min(this.#index, photos.length - 1)];
    const target = last ? root.getElementById(`photo-${last.id}`) : root.getElementById('heading');
    target?.focus();
  }

  /** A new dialog in place of the one before, if there was one, with its focus. */
  #build() {
    const {root, lang, dir, title, photos, words} = this.#host;
    const focused = this.#dialog ? this.#focused : '';
    this.#dialog?.remove();
    const button = (name: 'close' | 'previous' | 'next', onClick: () => void) => {
      const element = create('button', {
        part: `viewer-button ${name}`,
        id: `viewer-${name}`,
        'aria-label': words[name],
      });
      element.addEventListener('click', onClick);
      return element;
    };
    const steps: Child[] = photos[1]
      ? [button('previous', () => this.#go(this.#index - 1)), button('next', () => this.#go(this.#index + 1))]
      : [];
    const dialog = create(
      'dialog',
      {part: 'viewer', lang, dir, 'aria-label': title},
      button('close', () => this.close()),
      create('div', {part: 'viewed'}),
      create('p', {part: 'position', role: 'status'}),
      ...steps,
    ) as HTMLDialogElement;
    this.#dialog = dialog;
    dialog.addEventListener('focusin', ({target}) => (this.#focused = (target as Element).id));
    dialog.addEventListener('close', () => this.#dialog === dialog && this.close());
    dialog.addEventListener('click', ({target}) => target === dialog && this.close());
    dialog.addEventListener('keydown', (event) => this.#onKey(event));
    root.appendChild(dialog);
    dialog.showModal();
    root.getElementById(focused)?.focus();
    this.#go(photos.findIndex(({id}) => id === this.#id));
  }

  /** Shows the photo at an index; after the last comes the first. */
  #go(index: number) {
    const {photos, position} = this.#host;
    const {length} = photos;
    this.#index = (index + length) % length;
    const {id, render} = photos[this.#index]!;
    this.#id = id;
    const [, viewed, status] = this.#dialog!.children;
    replaceContent(viewed!, render());
    status!.textContent = position(this.#index + 1, length);
  }

  #onKey(event: KeyboardEvent) {
    const forward = this.#host.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const {key} = event;
    const index =
      key === 'Home'
        ? 0
        : key === 'End'
          ? -1
          : key === 'ArrowLeft' || key === 'ArrowRight'
            ? this.#index + (key === forward ? 1 : -1)
            : undefined;
    // With a modifier it is the browser's: Alt and an arrow go back.
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // It is no shortcut of the page.
    event.stopPropagation();
    this.#go(index);
  }
}
