import {html, LitElement, nothing} from 'lit';
import type {FeedJson} from '../publish/feed-file.js';
import type {Locale} from '../i18n/locale-data.js';
import {controlId, fieldControl, type FormState} from './field-control.js';
import {formFields, type FormName} from './form-fields.js';
import {entriesOf, type Entries, type FormContext, type Item} from './form-entries.js';
import {readForm} from './form-values.js';
import type {FieldErrors} from './validate.js';
import {count, type Words} from './words/index.js';

/** A form for an item of the feed. Nothing is changed before all of it can be read. In the page's own tree. */
export class ItemForm extends LitElement {
  static override properties = {
    words: {attribute: false},
    form: {attribute: false},
    item: {attribute: false},
    json: {attribute: false},
    context: {attribute: false},
    entries: {state: true},
    errors: {state: true},
    count: {state: true},
  };

  declare words: Words;
  declare locale: Locale;
  declare form: FormName;
  /** The item as it is; empty for a new one. */
  declare item: Item;
  declare json: FeedJson;
  declare context: FormContext;
  /** What is wrong with an item of which each field can be read. */
  declare validate: (item: Item) => FieldErrors;
  /** Called with the item as it is typed, undefined while it cannot be read; and whether it differs from what was there. */
  declare onDraft: (item: Item | undefined, isDirty: boolean) => void;
  declare onApply: (item: Item) => void;
  declare onCancel: () => void;
  /** The path of the field that is to have the focus first. */
  declare focusPath?: string;
  declare entries: Entries;
  declare errors: FieldErrors;
  /** How many fields were wrong when the form was last applied. */
  declare count: number;
  #first: Entries = {};

  constructor() {
    super();
    this.errors = {};
    this.count = 0;
  }

  protected override createRenderRoot() {
    return this;
  }

  get #fields() {
    const {main, more} = formFields(this.form);
    return [...main, ...more];
  }

  protected override willUpdate() {
    if (!this.hasUpdated) this.entries = this.#first = entriesOf(this.#fields, this.item, this.context);
  }

  protected override firstUpdated() {
    this.#focus(this.focusPath);
  }

  /** Sets the focus into a field; the first one where the form has none for the path. */
  #focus(path = '') {
    const all = [...this.querySelectorAll<HTMLElement>('input, select, textarea')];
    const field =
      all.find(({id}) => id === controlId(path)) ?? all.find(({id}) => id.startsWith(controlId(path))) ?? all[0];
    for (let parent = field?.parentElement; parent && parent !== this; parent = parent.parentElement)
      if (parent instanceof HTMLDetailsElement) parent.open = true;
    field?.focus();
    if (field instanceof HTMLInputElement && field.type === 'text') field.select();
  }

  /** The paths of dates of which only a part is typed. */
  get #incomplete() {
    const inputs = [...this.querySelectorAll('input')].filter(({validity}) => validity.badInput);
    return new Set(inputs.map(({id}) => id.slice(controlId('').length)));
  }

  get #isDirty() {
    const textOf = (entries: Entries, path: string) => String(entries[path] ?? '');
    return (
      this.#incomplete.size > 0 ||
      Object.keys(this.entries).some((path) => textOf(this.entries, path) !== textOf(this.#first, path))
    );
  }

  /** Goes on where the editor is in it; else in the first field. */
  override focus() {
    if (!this.contains(document.activeElement)) this.#focus();
  }

  #read(): {item?: Item; errors: FieldErrors} {
    const {item, mistakes = {}} = readForm(this.#fields, this.entries, this.item, this.context, this.#incomplete);
    if (item) {
      const errors = this.validate(item);
      return Object.keys(errors).length ? {errors} : {item, errors};
    }
    const words = Object.entries(mistakes).map(([path, mistake]) => [path, this.words.mistakes[mistake]]);
    return {errors: Object.fromEntries(words) as FieldErrors};
  }

  #onChange = (path: string, value: string | readonly string[]) => {
    this.entries = {...this.entries, [path]: value};
    const {item, errors} = this.#read();
    // A message goes as soon as it is no longer true; a new one comes only when the form is applied.
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([one]) => errors[one]));
    this.onDraft(item, this.#isDirty);
  };

  #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {item, errors} = this.#read();
    this.errors = errors;
    this.count = Object.keys(errors).length;
    if (item) {
      this.onApply(item);
      return;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  protected override render() {
    const {words, form, json, item, context, entries, errors, locale} = this;
    const {main, more} = formFields(form);
    const state: FormState = {words, form, json, item, context, entries, errors, onChange: this.#onChange};
    const hasErrorInMore = more.some(({path}) =>
      Object.keys(errors).some((one) => one === path || one.startsWith(`${path}/`)),
    );
    return html`
      <form class="item" novalidate @submit=${this.#onSubmit}>
        ${main.map((field) => fieldControl(state, field))}
        ${
          more.length
            ? html`<details ?open=${hasErrorInMore}>
                <summary>${words.moreFields}</summary>
                ${more.map((field) => fieldControl(state, field))}
              </details>`
            : nothing
        }
        <p class="mistakes" role="alert">
          ${this.count ? `${errors[''] ?? ''} ${count(words.mistakesFound, this.count, locale)}` : nothing}
        </p>
        <p class="buttons">
          <button class="primary" type="submit">${words.apply}</button>
          <button type="button" @click=${this.onCancel}>${words.cancel}</button>
        </p>
      </form>
    `;
  }
}
