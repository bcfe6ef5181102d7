import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {today} from '../clock/today.js';
import {ID} from '../feed/fields.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {instantOf} from '../publish/revision.js';
import {selectField} from '../ui/field-templates.js';
import {build} from './build-data.js';
import type {FieldPlace} from './field-place.js';
import {DeskModel} from './desk-model.js';
import {itemsOf, withCheck, withoutItem, withoutPart} from './edits.js';
import {sectionOf, type FormName, type SectionName} from './form-fields.js';
import {itemList, type ListOptions} from './item-lists.js';
import {OpenForm, type OpenFormHost} from './open-form.js';
import {PageEvents, type PageEventsHost} from './page-events.js';
import {checkPanel, conflictPanel, fileBar, historyPanel, newPanel, openPanel} from './panels.js';
import {draftOf} from './session.js';
import {servedTarget, type Opened} from './target.js';
import {TASKS, WIDGET_OF, type Task} from './tasks.js';
import {fill, languageFor, LANGUAGES, type Words} from './words/index.js';

/**
 * The desk. It is in the page's own tree: the script finds the preview there, and labels and style sheet are those of any
 * page.
 */
export class FeedDesk extends LitElement implements OpenFormHost, PageEventsHost {
  static override properties = {
    language: {state: true},
    task: {state: true},
    dropped: {state: true},
  };

  declare language: {readonly words: Words; readonly locale: Locale};
  declare task: Task;
  /** A list that was dropped. */
  declare dropped?: Opened;
  readonly model = new DeskModel(this);
  readonly #form = new OpenForm(this);
  readonly #page = new PageEvents(this);

  constructor() {
    super();
    this.language = languageFor(navigator.languages);
    this.task = 'figures';
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
    document.documentElement.lang = this.words.tag;
    const served = servedTarget();
    if (served) this.#open(async () => ({name: served.name, bytes: await served.read(), target: served}));
  }

  #open = (load: () => Promise<Opened | undefined>) => {
    if (this.isDirty && !confirm(this.words.discard)) return;
    void this.model.open(load).then((isOpen) => isOpen && this.#onOpened());
  };

  #onOpened() {
    this.#form.discard();
    this.task = 'figures';
    document.title = `${this.model.session!.file.path} · ${this.words.title}`;
    this.focusOn('#sections-title');
  }

  focusOn(selector: string) {
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }

  #onCreate = (title: string, lang: string) => {
    this.model.create(title, lang);
    this.#onOpened();
  };

  /** A list is counted into the open feed; any other file is opened. */
  onDropped(opened: Opened) {
    if (this.model.session && /\.(csv|tsv|txt)$/i.test(opened.name)) {
      if (this.#show('import')) this.dropped = opened;
    } else this.#open(() => Promise.resolve(opened));
  }

  #show(task: Task): boolean {
    if (!this.leaveForm()) return false;
    this.task = task;
    this.dropped = undefined;
    return true;
  }

  get isFormDirty(): boolean {
    return this.#form.isDirty;
  }

  leaveForm(): boolean {
    return this.#form.leave();
  }

  /** Whether something would be lost. */
  get isDirty() {
    return this.model.isDirty || this.isFormDirty;
  }

  #setLanguage = (tag: string) => {
    this.language = languageFor([tag]);
    document.documentElement.lang = tag;
  };

  #edit = (place: FieldPlace) => {
    if (!this.leaveForm()) return;
    this.task = place.form === 'head' ? 'head' : sectionOf(place.form);
    this.#form.open(place);
  };

  get #listOptions(): ListOptions {
    const {words, locale} = this.language;
    const {model} = this;
    const {json} = model;
    const titled = (sentence: string, section: SectionName, index: number) =>
      fill(sentence, {title: this.#form.titleOf(section as FormName, itemsOf(json, section)[index]!)});
    return {
      words,
      locale,
      json,
      today: today(),
      formOf: (place) => this.#form.render(place),
      onEdit: this.#edit,
      onCheck: (section, index) =>
        model.change(withCheck(json, section, index, today()), titled(words.checkedItem, section, index)),
      onRemove: (section, index) =>
        model.change(withoutItem(json, section, index), titled(words.removedItem, section, index)),
      onRemovePart: (place, title) => model.change(withoutPart(json, place), fill(words.removedItem, {title})),
    };
  }

  #preview(): TemplateResult {
    const {task, words, model} = this;
    const {place, typed} = this.#form;
    const json = typed ? draftOf(model.session!, instantOf(Date.now()), typed) : (model.draft.file.json as FeedJson);
    const figures = itemsOf(json, 'figures');
    // A new figure is the last one.
    const index = place && task === 'figures' ? (place.index ?? figures.length - 1) : 0;
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
      <main class=${this.#page.isDropping ? 'dropping' : ''}>
        ${model.session ? this.#desk() : html`${openPanel(words, model, this.#open)} ${newPanel(words, this.#onCreate)}`}
      </main>
      ${
        // The program that serves the desk serves nothing else.
        servedTarget()
          ? nothing
          : html`<footer>
              <p><a href="builder.html">${words.builder}</a></p>
            </footer>`
      }
    `;
  }
}
