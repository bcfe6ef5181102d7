import {create, replaceContent, type Child} from '../dom/create.js';
import {css} from '../theme/css.js';

/* One photo at a time, over the page: a module of its own, loaded when a reader opens a photo. */

const {styleSheet} = css`
  dialog {
    display: grid;
    grid-template-columns: 44px 1fr 44px;
    align-items: center;
    gap: 8px;
    box-sizing: border-box;
    inline-size: fit-content;
    max-inline-size: min(100vi, 75rem);
    max-block-size: 100vb;
    padding: 8px;
    border: 1px solid #555;
    border-radius: var(--_radius);
    background: #161616;
    color: #f3f1ee;
    --_muted: #b0aca6;
    --_border: #3d3b38;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.8);
  }
  [part='viewed'] {
    grid-column: 1 / -1;
    grid-row: 2;
    min-inline-size: 0;
  }
  [part='figure'] {
    padding-inline: 8px;
  }
  /* Its space, before it is there, too. */
  [part='figure'] img {
    inline-size: min(var(--_width), 70vb * var(--_ratio));
    max-inline-size: 100%;
    max-block-size: 70vb;
    margin: 0 auto 8px;
  }
  [part='position'] {
    color: #b0aca6;
    font-size: 0.9em;
    grid-row: 3;
    grid-column: 2;
    text-align: center;
  }
  [part~='viewer-button'] {
    grid-row: 3;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: none;
    cursor: pointer;
    font-size: 1.5em;
    line-height: 1;
  }
  [part~='viewer-button']:hover {
    border-color: currentcolor;
  }
  [part~='close'] {
    grid-row: 1;
    grid-column: 3;
  }
  [part~='close']::before {
    content: '\\2715';
  }
  [part~='previous'] {
    grid-column: 1;
  }
  [part~='next'] {
    grid-column: 3;
  }
  /* An arrowhead, drawn as borders, which forced colours keep. */
  :is([part~='previous'], [part~='next'])::before {
    content: '';
    display: block;
    inline-size: 10px;
    block-size: 10px;
    margin: auto;
    border: solid;
    border-width: 2px 2px 0 0;
    transform: rotate(45deg);
  }
  [part~='previous']:dir(ltr)::before,
  [part~='next']:dir(rtl)::before {
    transform: rotate(-135deg);
  }
  @media print {
    dialog,
    dialog::backdrop {
      display: none;
    }
  }
`;

/** Whether a pointer is beside a dialog: on its backdrop. */
const isBeside = (dialog: HTMLElement, {clientX: x, clientY: y}: MouseEvent) => {
  const {left, right, top, bottom} = dialog.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
};

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
      // What a photo shows is read when it is shown, and which it is.
      create('div', {part: 'viewed', 'aria-live': 'polite'}),
      create('p', {part: 'position', role: 'status'}),
      ...steps,
    ) as HTMLDialogElement;
    this.#dialog = dialog;
    dialog.addEventListener('focusin', ({target}) => (this.#focused = (target as Element).id));
    dialog.addEventListener('close', () => this.#dialog === dialog && this.close());
    // Beside it from beginning to end: its edge is it, too, and readers select the words in it.
    let beganBeside = false;
    dialog.addEventListener('pointerdown', (event) => (beganBeside = isBeside(dialog, event)));
    dialog.addEventListener('click', (event) => beganBeside && isBeside(dialog, event) && this.close());
    dialog.addEventListener('keydown', (event) => this.#onKey(event));
    if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
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
    // It is no shortcut of the page, which would close its own dialog by Escape, too.
    event.stopPropagation();
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
    this.#go(index);
  }
}
