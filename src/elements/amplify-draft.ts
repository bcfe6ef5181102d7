/** The words of a text and the space between them, in turns. */
const piecesOf = (text: string) => text.split(/(\s+)/);

/** What the reader has made of a message: kept by the element only, and nowhere stored. */
export class AmplifyDraft {
  /** Id of the message that the reader chose. */
  id?: string;
  /** The reader's Mastodon server. */
  server = '';
  /** That the text was copied. */
  done = '';
  #text?: string;
  readonly #added = new Set<string>();

  /** Calls back for each change. */
  constructor(readonly onChange: () => void) {}

  /** Whether the reader has written: then the text stays as it is, whatever the feed says. */
  get isEdited() {
    return this.#text !== undefined;
  }

  /** The text of a message as it is now. */
  textOf(message: string) {
    return this.#text ?? [message, ...this.#added].join(' ');
  }

  write(text: string) {
    this.#text = text;
    this.#change();
  }

  /** Chooses a message; without one, takes back what the reader has written. */
  reset(id = this.id) {
    this.id = id;
    this.#text = undefined;
    this.#change();
  }

  /** Whether a hashtag or a link is in the text. */
  has(word: string, message: string) {
    return piecesOf(this.textOf(message)).includes(word);
  }

  /** Adds a hashtag or a link at the end, or removes it with the space before it. */
  toggle(word: string) {
    if (this.#text === undefined) this.#added[this.#added.has(word) ? 'delete' : 'add'](word);
    else {
      const pieces = piecesOf(this.#text);
      const i = pieces.indexOf(word);
      if (i < 0) this.#text = `${this.#text.trimEnd()} ${word}`;
      else {
        pieces.splice(Math.max(0, i - 1), 2);
        this.#text = pieces.join('');
      }
    }
    this.#change();
  }

  /** Takes over the reader's server. */
  setServer(server: string) {
    this.server = server;
    this.onChange();
  }

  /** Tells the reader something. */
  say(done: string) {
    this.done = done;
    this.onChange();
  }

  #change() {
    this.done = '';
    this.onChange();
  }
}
