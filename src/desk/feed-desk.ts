import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {today} from '../clock/today.js';
import {MINSK} from '../clock/zone.js';
import {ID} from '../feed/fields.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {instantOf} from '../publish/revision.js';
import {selectField} from '../ui/field-templates.js';
import {build} from './build-data.js';
import type {FieldPlace} from './check-list.js';
import {DeskModel} from './desk-model.js';
import type {Widget} from './desk-preview.js';
import {applyForm, feedLanguages, itemsOf, withCheck, withoutItem} from './edits.js';
import type {FormName, SectionName} from './form-fields.js';
import type {FormContext, Item} from './form-values.js';
import {itemList, LISTS, type ListOptions} from './item-lists.js';
import {titleOf} from './labels.js';
import {checkPanel, conflictPanel, fileBar, historyPanel, newPanel, openPanel} from './panels.js';
import {draftOf} from './session.js';
import {openDropped, servedTarget, type Opened} from './target.js';
import {sectionOf, validateItem} from './validate.js';
import {fill, languageFor, LANGUAGES, type Words} from './words/index.js';

/** What the desk is used for: a section, the head, numbers from a list, a signature. */
const TASKS = [...LISTS, 'import', 'sign'] as const;
type Task = (typeof TASKS)[number];

/** The widget that shows what a task changes. */
const WIDGET_OF: Readonly<Record<Task, Widget>> = {
  figures: 'counter',
  events: 'events',
  people: 'people',
  ways: 'ways',
  organisations: 'ways',
  corrections: 'counter',
  head: 'counter',
  import: 'counter',
  sign: 'counter',
};

/** What a form shows: a new count is most likely of today, and an incident is always a new one. */
const itemFor = (form: FormName, old: Item | undefined): Item => {
  if (form === 'count') return {...old, asOf: today()};
  if (form !== 'people' && old) return old;
  if (form === 'events') return {status: 'planned', zone: MINSK};
  if (form === 'corrections') return {date: today()};
  return form === 'figures' ? {asOf: today()} : {};
};

/**
 * The desk. It is in the page's own tree: the script finds the preview there, and labels and style sheet are those of any
 * page.
 */
export class FeedDesk extends LitElement {
  static override properties = {
    language: {state: true},
    task: {state: true},
    dropped: {state: true},
    editing: {state: true},
    typed: {state: true},
    isDropping: {state: true},
  };

  declare language: {readonly words: Words; readonly locale: Locale};
  declare task: Task;
  /** A list that was dropped. */
  declare dropped?: Opened;
  /** The form that is open. */
  declare editing?: FieldPlace;
  /** The feed with what is typed in the open form, if it can be read. */
  declare typed?: FeedJson;
  declare isDropping: boolean;
  readonly model = new DeskModel(this);
  /** A number for each form that was opened, so that each has controls of its own. */
  #forms = 0;
  #hadConflict = false;

  constructor() {
    super();
    this.language = languageFor(navigator.languages);
    this.task = 'figures';
    this.isDropping = false;
  }

  get words() {
    return this.language.words;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    // What was here for those without JavaScript.
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    this.#listen(addEventListener);
    document.documentElement.lang = this.words.tag;
    const served = servedTarget();
    if (served) this.#open(async () => ({name: served.name, bytes: await served.read(), target: served}));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#listen(removeEventListener);
  }

  #listen(method: typeof addEventListener) {
    method('beforeunload', this.#onLeave);
    method('keydown', this.#onKey);
    method('dragover', this.#onDrag);
    method('dragleave', this.#onDrag);
    method('drop', this.#onDrop);
  }

  protected override updated() {
    const {conflict} = this.model;
    if (conflict && !this.#hadConflict) this.querySelector<HTMLElement>('#conflict')?.focus();
    this.#hadConflict = !!conflict;
  }

  #open = (load: () => Promise<Opened | undefined>) => {
    if (this.#isDirty && !confirm(this.words.discard)) return;
    void this.model.open(load).then((isOpen) => isOpen && this.#onOpened());
  };

  #onOpened() {
    this.editing = this.typed = undefined;
    this.task = 'figures';
    document.title = `${this.model.session!.file.path} · ${this.words.title}`;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#sections-title')?.focus());
  }

  #onCreate = (title: string, lang: string) => {
    this.model.create(title, lang);
    this.#onOpened();
  };

  #onDrag = (event: DragEvent) => {
    event.preventDefault();
    this.isDropping = event.type === 'dragover';
  };

  #onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.isDropping = false;
    const transfer = event.dataTransfer;
    if (transfer) void openDropped(transfer).then((opened) => opened && this.#onDropped(opened));
  };

  /** A list is counted into the open feed; any other file is opened. */
  #onDropped(opened: Opened) {
    if (this.model.session && /\.(csv|tsv|txt)$/i.test(opened.name)) {
      this.#show('import');
      this.dropped = opened;
    } else this.#open(() => Promise.resolve(opened));
  }

  #show = (task: Task) => {
    this.task = task;
    this.editing = this.typed = this.dropped = undefined;
  };

  /** Whether something would be lost. */
  get #isDirty() {
    return this.model.isDirty || !!this.typed;
  }

  #onLeave = (event: BeforeUnloadEvent) => {
    if (this.#isDirty) event.preventDefault();
  };

  #onKey = (event: KeyboardEvent) => {
    const {model} = this;
    if (!model.session || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isInField = (event.target as HTMLElement).matches('input, textarea, select');
    const key = event.key.toLowerCase();
    if (key === 's') void model.save();
    else if (isInField) return;
    else if (key === 'y' || (key === 'z' && event.shiftKey)) model.redo();
    else if (key === 'z') model.undo();
    else return;
    event.preventDefault();
  };

  #setLanguage = (tag: string) => {
    this.language = languageFor([tag]);
    document.documentElement.lang = tag;
  };

  #titleOf(form: FormName, item: Item) {
    const {json} = this.model;
    const figure = form === 'corrections' ? itemsOf(json, 'figures').find(({id}) => id === item.of) : undefined;
    return titleOf(figure ?? item, this.words, json.lang ?? 'en');
  }

  #edit = (place: FieldPlace) => {
    const {form} = place;
    this.#forms++;
    this.task = form === 'head' ? form : sectionOf(form);
    this.typed = undefined;
    this.editing = place;
  };

  #closeForm = () => {
    if (!this.editing) return;
    const {form, index = ''} = this.editing;
    this.editing = this.typed = undefined;
    // To the button that opened it.
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-edit="${form}-${index}"]`)?.focus());
  };

  #onTyped = (item: Item | undefined) => {
    // A field that leaves the page with its form tells once more of its change.
    if (!this.editing) return;
    const {form, index} = this.editing;
    this.typed = item && applyForm(this.model.json, form, index, item, today());
  };

  #onApply = (item: Item) => {
    const {words} = this;
    const {form, index} = this.editing!;
    const json = applyForm(this.model.json, form, index, item, today());
    const title = this.#titleOf(form, form === 'people' ? itemsOf(json, 'people')[index!]! : item);
    const isNew = index === undefined && form !== 'head';
    this.#closeForm();
    this.model.change(
      json,
      fill(form === 'count' ? words.changedCount : isNew ? words.addedItem : words.changedItem, {title}),
    );
  };

  #formOf(form: FormName, index?: number): TemplateResult | undefined {
    const {editing, language} = this;
    if (editing?.form !== form || editing.index !== index) return undefined;
    const {json} = this.model;
    const old = form === 'head' ? json : index === undefined ? undefined : itemsOf(json, sectionOf(form))[index];
    const context: FormContext = {feedLang: json.lang ?? 'en', languages: feedLanguages(json)};
    const validate = (item: Item) => validateItem(language, json, editing, item, instantOf(Date.now()));
    return html`${keyed(
      this.#forms,
      html`<item-form
        .words=${language.words}
        .locale=${language.locale}
        .form=${form}
        .item=${itemFor(form, old)}
        .json=${json}
        .context=${context}
        .focusPath=${editing.path}
        .validate=${validate}
        .onDraft=${this.#onTyped}
        .onApply=${this.#onApply}
        .onCancel=${this.#closeForm}
      ></item-form>`,
    )}`;
  }

  get #listOptions(): ListOptions {
    const {words, locale} = this.language;
    const {model} = this;
    const {json} = model;
    const titled = (sentence: string, section: SectionName, index: number) =>
      fill(sentence, {title: this.#titleOf(section as FormName, itemsOf(json, section)[index]!)});
    return {
      words,
      locale,
      json,
      today: today(),
      formOf: (form, index) => this.#formOf(form, index),
      onEdit: (form, index) => this.#edit({form, index}),
      onCheck: (section, index) =>
        model.change(withCheck(json, section, index, today()), titled(words.checkedItem, section, index)),
      onRemove: (section, index) => {
        this.#closeForm();
        model.change(withoutItem(json, section, index), titled(words.removedItem, section, index));
      },
    };
  }

  #preview(): TemplateResult {
    const {task, editing, typed, words, model} = this;
    const json = typed ? draftOf(model.session!, instantOf(Date.now()), typed) : (model.draft.file.json as FeedJson);
    const figures = itemsOf(json, 'figures');
    // A new figure is the last one.
    const index = editing && task === 'figures' ? (editing.index ?? figures.length - 1) : 0;
    const id = figures[index]?.id;
    return html`<desk-preview
      .words=${words}
      .json=${json}
      .widget=${WIDGET_OF[task]}
      .figure=${ID(id) ? id : undefined}
    ></desk-preview>`;
  }

  #onTake = (json: FeedJson, what: string) => {
    this.model.change(json, what);
    this.#show('figures');
  };

  #task(): TemplateResult {
    const {task, model} = this;
    const {words, locale} = this.language;
    if (task === 'import')
      return html`<import-list
        .words=${words}
        .locale=${locale}
        .json=${model.draft.file.json}
        .dropped=${this.dropped}
        .onTake=${this.#onTake}
      ></import-list>`;
    if (task === 'sign')
      return html`<sign-feed
        .words=${words}
        .locale=${locale}
        .file=${model.draft.file}
        .findings=${model.draft.findings}
        .isSaved=${!model.isDirty}
      ></sign-feed>`;
    return itemList(this.#listOptions, task);
  }

  #desk(): TemplateResult {
    const {words, model, task} = this;
    return html`
      ${model.conflict ? conflictPanel(words, model) : nothing}
      <div class="columns">
        <section aria-labelledby="sections-title">
          <h2 id="sections-title" tabindex="-1">${words.sections}</h2>
          <nav aria-labelledby="sections-title">
            ${TASKS.map((one) => {
              const show = () => this.#show(one);
              return html`<button type="button" aria-current=${one === task ? 'page' : nothing} @click=${show}>
                ${one === 'import' ? words.importTitle : one === 'sign' ? words.signTitle : words.forms[one]}
              </button>`;
            })}
          </nav>
          ${this.#task()}
        </section>
        <div class="result">
          ${this.#preview()} ${checkPanel(words, this.language.locale, model, this.#edit)} ${historyPanel(words, model)}
          ${openPanel(words, model, this.#open)}
        </div>
      </div>
    `;
  }

  protected override render() {
    const {words, locale} = this.language;
    const {model} = this;
    const languages = LANGUAGES.map(({words: {tag, name}}) => ({value: tag, label: name, lang: tag}));
    return html`
      <header>
        <div>
          <p class="brand">${fill(words.footer, {version: build.version})}</p>
          <h1>${words.title}</h1>
          ${model.session ? nothing : html`<p>${words.lead}</p>`}
        </div>
        ${selectField(
          {id: 'desk-language', label: words.language, choices: languages, value: locale.tag},
          this.#setLanguage,
        )}
      </header>
      ${model.session ? fileBar(words, model) : nothing}
      <main class=${this.isDropping ? 'dropping' : ''}>
        ${model.session ? this.#desk() : html`${openPanel(words, model, this.#open)} ${newPanel(words, this.#onCreate)}`}
      </main>
      <footer>
        <p><a href="builder.html">${words.builder}</a></p>
      </footer>
    `;
  }
}
