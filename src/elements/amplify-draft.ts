import type {Message} from '../feed/sections/amplify.js';
import type {Figure} from '../feed/sections/figures.js';

/** The words of a text and the space between them, in turns. */
const piecesOf = (text: string) => text.split(/(\s+)/);

/** A text without a word, and without the space before it. */
const without = (text: string, word: string) => {
  const pieces = piecesOf(text);
  for (let i; (i = pieces.indexOf(word)) >= 0;) pieces.splice(Math.max(0, i - 1), 2);
  return pieces.join('');
};

/** What the feed offers. */
export interface Offer {
  readonly message: Message;
  /** The figure that the message quotes. */
  readonly figure?: Figure;
  /** The text of the message. */
  readonly text: string;
  /** Hashtags, and the link, that can be added to it. */
  readonly additions: readonly string[];
}

/** What the reader has made of a message: kept by the element only, and nowhere stored. */
export class AmplifyDraft {
  /** Id of the message that the reader chose. */
  id?: string;
  /** The reader's Mastodon server. */
  server = '';
  /** That the text was copied. */
  done = '';
  /** What the feed offered when the reader began to write: then the text stays as it is, whatever the feed says. */
  edited?: Offer;
  #text = '';
  readonly #added = new Set<string>();

  /** Calls back for each change. */
  constructor(readonly onChange: () => void) {}

  /** The text as it is now. */
  textOf({text, additions}: Offer) {
    const added = additions.filter((word) => this.#added.has(word) && !piecesOf(text).includes(word));
    return this.edited ? this.#text : [text, ...added].join(' ');
  }

  write(text: string, offer: Offer) {
    this.edited ??= offer;
    this.#text = text;
    this.#change();
  }

  /** Chooses a message; without one, takes back what the reader has written. */
  reset(id = this.id) {
    this.id = id;
    this.edited = undefined;
    this.#change();
  }

  /** Whether a hashtag or a link is in the text. */
  has(word: string, offer: Offer) {
    return piecesOf(this.textOf(offer)).includes(word);
  }

  /** Adds a hashtag or a link at the end, or removes it with the space before it. */
  toggle(word: string, offer: Offer) {
    const text = this.textOf(offer);
    const isIn = this.has(word, offer);
    // A word of the message itself is removed only as a reader would.
    if (this.edited || piecesOf(offer.text).includes(word))
      this.write(isIn ? without(text, word) : `${text.trimEnd()} ${word}`, offer);
    else this.#added[isIn ? 'delete' : 'add'](word);
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
