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

  protected override willUpdate(changed: Map<string, unknown>) {
    if (!this.hasUpdated) this.entries = this.#first = entriesOf(this.#fields, this.item, this.context);
    else if (changed.has('words')) this.#keepErrors(this.#read().errors);
  }

  protected override firstUpdated() {
    this.#focus(this.focusPath);
  }

  /** Opens what a field is folded in, and the form itself. */
  #reveal(field: HTMLElement) {
    for (let parent = field.parentElement; parent; parent = parent.parentElement)
      if (parent instanceof HTMLDetailsElement) parent.open = true;
  }

  /** Sets the focus into the field of a path, else into that of its beginning; the first one where the form has none. */
  #focus(path = '') {
    const all = [...this.querySelectorAll<HTMLElement>('input, select, textarea')];
    const fieldAt = (id: string) => all.find((one) => `${one.id || one.closest('fieldset')?.id}/`.startsWith(`${id}/`));
    const keys = path.split('/');
    const field =
      keys.map((_, i) => fieldAt(controlId(keys.slice(0, keys.length - i).join('/')))).find(Boolean) ?? all[0];
    if (!field) return;
    this.#reveal(field);
    field.focus();
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
    const words = Object.entries(mistakes).map(([path, mistake]) => [
      // What the form has no control for is said of the form.
      document.getElementById(controlId(path)) ? path : '',
      this.words.mistakes[mistake],
    ]);
    return {errors: Object.fromEntries(words) as FieldErrors};
  }

  /** A message goes as soon as it is no longer true; a new one comes only when the form is applied. */
  #keepErrors(errors: FieldErrors) {
    this.errors = Object.fromEntries(Object.entries(errors).filter(([path]) => this.errors[path]));
  }

  #onChange = (path: string, value: string | readonly string[]) => {
    this.entries = {...this.entries, [path]: value};
    const {item, errors} = this.#read();
    this.#keepErrors(errors);
    this.onDraft(item, this.#isDirty);
  };

  #onSubmit = async (event: Event) => {
    event.preventDefault();
    const {item, errors} = this.#read();
    this.errors = errors;
    this.count = Object.keys(errors).filter(Boolean).length;
    if (item) {
      this.onApply(item);
      return;
    }
    await this.updateComplete;
    const wrong = [...this.querySelectorAll<HTMLElement>('[aria-invalid="true"]')];
    wrong.forEach((field) => this.#reveal(field));
    wrong[0]?.focus();
  };

  protected override render() {
    const {words, form, json, item, context, entries, errors, locale} = this;
    const {main, more} = formFields(form);
    const state: FormState = {words, form, json, item, context, entries, errors, onChange: this.#onChange};
    return html`
      <form class="item" novalidate @submit=${this.#onSubmit}>
        ${main.map((field) => fieldControl(state, field))}
        ${
          more.length
            ? html`<details>
                <summary>${words.moreFields}</summary>
                ${more.map((field) => fieldControl(state, field))}
              </details>`
            : nothing
        }
        <p class="mistakes" role="alert">
          ${errors[''] ?? nothing} ${this.count ? count(words.mistakesFound, this.count, locale) : nothing}
        </p>
        <p class="buttons">
          <button class="primary" type="submit">${words.apply}</button>
          <button type="button" @click=${this.onCancel}>${words.cancel}</button>
        </p>
      </form>
    `;
  }
}
