import {html, LitElement, nothing} from 'lit';
import {DAY} from '../clock/units.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {isBlocking, type PlacedFinding} from '../publish/check/findings.js';
import {composeEnvelope} from '../publish/compose-envelope.js';
import type {FeedJson} from '../publish/feed-file.js';
import type {JsonFile} from '../publish/json.js';
import {instantOf} from '../publish/revision.js';
import {inputField} from '../ui/field-templates.js';
import {download} from './target.js';
import {fill, type Words} from './words/index.js';
import {generateKey, importKey, KeyError} from './web-keys.js';

/** `feed.signed` of `feed.json`. */
const signedName = (name: string) => `${name.replace(/\.json$/, '')}.signed`;

/** Signs the feed that was saved, with a key that is read for this one time. */
export class SignFeed extends LitElement {
  static override properties = {
    words: {attribute: false},
    file: {attribute: false},
    isSaved: {attribute: false},
    days: {state: true},
    message: {state: true},
    error: {state: true},
  };

  declare words: Words;
  declare locale: Locale;
  /** The feed's file, and what `check` finds in it. */
  declare file: JsonFile;
  declare findings: readonly PlacedFinding[];
  declare isSaved: boolean;
  declare days: string;
  declare message: string;
  declare error: string;

  constructor() {
    super();
    this.days = '7';
    this.message = this.error = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  #reasonOf(error: unknown, name: string) {
    const {words} = this;
    if (!(error instanceof KeyError)) return (error as Error).message;
    return error.reason === 'no-crypto' ? words.noEd25519 : fill(words.notAKey, {file: name});
  }

  #refusal() {
    const {words} = this;
    if (!this.isSaved) return words.signSaved;
    if (this.findings.some(isBlocking)) return words.cannotSign;
    return /^([1-9]|[1-8]\d|90)$/.test(this.days.trim()) ? '' : words.wrongDays;
  }

  #onSign = async (event: Event) => {
    event.preventDefault();
    const {words, locale, file} = this;
    const input = this.querySelector<HTMLInputElement>('#key-file')!;
    const [key] = input.files ?? [];
    this.message = '';
    this.error = this.#refusal() || (key ? '' : words.mistakes.missing);
    if (this.error || !key) return;
    try {
      // A file that is no key may be of any size.
      const signer = await importKey(await key.slice(0, 20_000).text());
      const now = Date.now();
      const {serial} = file.json as FeedJson;
      const expires = instantOf(now + Number(this.days) * DAY);
      const bytes = new TextEncoder().encode(file.text);
      const name = signedName(file.path);
      download(name, await composeEnvelope(bytes, signer, {serial, issued: instantOf(now), expires}));
      const date = formatDate(expires.slice(0, 10), locale.data);
      this.message = fill(words.signed, {file: name, kid: signer.kid, date});
    } catch (error) {
      this.error = this.#reasonOf(error, key.name);
    }
    // The page forgets which file it was.
    input.value = '';
  };

  #onGenerate = async () => {
    this.message = this.error = '';
    try {
      const {pem, publicKey} = await generateKey();
      download('feed.key', pem);
      download('feed.key.pub', `${publicKey}\n`);
      this.message = fill(this.words.keygenDone, {file: 'feed.key', key: publicKey});
    } catch (error) {
      this.error = this.#reasonOf(error, '');
    }
  };

  #setDays = (days: string) => (this.days = days);

  protected override render() {
    const {words, days, message, error} = this;
    return html`
      <section aria-labelledby="sign-title">
        <h2 id="sign-title">${words.signTitle}</h2>
        <p>${words.signHint}</p>
        <form class="item" novalidate @submit=${this.#onSign}>
          <p class="field">
            <label for="key-file">${words.keyFile}</label>
            <input id="key-file" type="file" />
          </p>
          ${inputField(
            {id: 'key-days', label: words.keyDays, type: 'text', isNumeric: true, isLive: true, value: days},
            this.#setDays,
          )}
          <p class="buttons">
            <button type="submit" class="primary">${words.sign}</button>
            <button type="button" id="keygen" @click=${this.#onGenerate}>${words.keygen}</button>
          </p>
        </form>
        ${error ? html`<p class="note" role="alert">${error}</p>` : nothing}
        <p role="status">${message}</p>
      </section>
    `;
  }
}
