import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Feed} from '../feed/parse-feed.js';
import {interpolateText} from '../i18n/format.js';
import {SOURCE_LOCALE} from '../i18n/language.js';
import type {Locale} from '../i18n/locale-data.js';
import {embedPath} from '../publish/render/embed-path.js';
import {heightsOf} from '../publish/render/heights.js';
import {inputField, radioGroup, selectField} from '../ui/field-templates.js';
import {Preview} from '../ui/preview.js';
import {attributeField} from './attribute-field.js';
import {build} from './build-data.js';
import {controlOf, type Control} from './controls.js';
import {english} from './english.js';
import {factsOf} from './facts.js';
import {loadWords, pageLanguage} from './load-words.js';
import {isMissing, loadFeed, loadLocale, ownFolder} from './source.js';
import {
  attributesOf,
  elements,
  folderOf,
  FORMS,
  nameOf,
  needsTitle,
  readState,
  WIDTHS,
  writeState,
  type State,
} from './state.js';
import {setWords, words} from './words.js';

/** Belarusian first, then English; the others by their English names. */
const FIRST = ['be', 'be-tarask', 'be-Latn', 'en'];
const languages = [...build.locales]
  .sort((a, b) => a.english.localeCompare(b.english, 'en'))
  .sort((a, b) => (FIRST.indexOf(a.tag) + 1 || 9) - (FIRST.indexOf(b.tag) + 1 || 9))
  .map(({tag, name, english}) => ({value: tag, label: name === english ? name : `${name} · ${english}`, lang: tag}));

/** Those of the builder's own words. */
const pageLanguages = build.locales
  .filter(({tag}) => tag === 'en' || build.translations.includes(tag))
  .map(({tag, name}) => ({value: tag, label: name, lang: tag}));

/**
 * The builder. It is in the page's own tree: the script finds the preview there, and labels and style sheet are those of
 * any page.
 */
export class WidgetBuilder extends LitElement {
  static override properties = {
    state: {state: true},
    feed: {state: true},
    locale: {state: true},
    error: {state: true},
    localeError: {state: true},
    measured: {state: true},
    pageLang: {state: true},
    missingPage: {state: true},
  };

  declare state: State;
  declare feed?: Feed;
  declare locale?: Locale;
  declare error?: string;
  /** The language of the page itself: not that of the widget. */
  declare pageLang: string;
  /** Why the chosen language could not be loaded. */
  declare localeError?: string;
  /** The page of a link or a frame, where it is not beside the builder. */
  declare missingPage?: string;
  /** The height of the preview's element, in CSS pixels. */
  declare measured: number;
  /** What writes snippets; there once the feed is. */
  #snippets!: typeof import('./snippets.js');
  /** Why parts of the feed are not used. */
  #problems: readonly string[] = [];
  /** The page that was looked for last. */
  #page?: string;
  #preview = new Preview();
  #observer = new ResizeObserver(([entry]) => {
    this.measured = Math.ceil(entry!.borderBoxSize[0]!.blockSize);
  });
  #observed?: Element;
  /** The language that the reader of the page chose last. */
  #wanted?: string;

  constructor() {
    super();
    this.measured = 0;
    this.pageLang = 'en';
    this.state = this.#read();
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    // What was here for those without JavaScript.
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    addEventListener('hashchange', this.#onHashChange);
    void this.#speak(pageLanguage(navigator.languages, build.translations));
    Promise.all([loadFeed(), import('./snippets.js')]).then(
      ([{feed, problems}, snippets]) => {
        this.#snippets = snippets;
        this.#problems = problems;
        this.feed = feed;
      },
      (error: unknown) => (this.error = (error as Error).message),
    );
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHashChange);
  }

  #read = () => readState(location.hash, navigator.languages);
  #onHashChange = () => (this.state = this.#read());

  /** Changes what was chosen, and the address with it. */
  #choose(change: Partial<State>) {
    const fragment = writeState({...this.state, ...change});
    this.state = readState(fragment, []);
    history.replaceState(null, '', fragment);
  }

  #speak = async (wanted: string) => {
    this.#wanted = wanted;
    const loaded = await loadWords(english, wanted, `${ownFolder}builder/`);
    if (this.#wanted !== wanted) return;
    setWords(loaded);
    // Words that could not be loaded are in English.
    this.pageLang = loaded === english ? SOURCE_LOCALE : wanted;
    document.documentElement.lang = this.pageLang;
    document.title = `${words.title} · Solidarity Widgets`;
    this.requestUpdate();
  };

  #reserve = () => this.#choose({height: this.#heightToReserve});
  #stopSubmit = (event: Event) => event.preventDefault();

  #setAttribute(name: string, value: string | undefined) {
    const {[name]: _, ...others} = this.state.attributes;
    this.#choose({attributes: value === undefined ? others : {...others, [name]: value}});
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    const {lang} = this.state;
    this.#findPage();
    if (!changed.has('state') || (changed.get('state') as State | undefined)?.lang === lang) return;
    this.#loadLocale();
  }

  /** Looks for the page of a link or a frame: not every publisher has one of each widget in each language. */
  #findPage() {
    const {base, element, form, lang} = this.state;
    const isNeeded = !base && (form === 'link' || form === 'frame');
    const page = isNeeded ? `embed/${embedPath(nameOf(element.tag), lang, 'html')}` : undefined;
    if (page === this.#page) return;
    this.#page = page;
    this.missingPage = undefined;
    if (page) void isMissing(page).then((missing) => missing && page === this.#page && (this.missingPage = page));
  }

  #loadLocale = () => {
    const {lang} = this.state;
    const isChosen = () => this.state.lang === lang;
    this.localeError = undefined;
    loadLocale(lang).then(
      (locale) => isChosen() && (this.locale = locale),
      (error: unknown) => isChosen() && (this.localeError = (error as Error).message),
    );
  };

  protected override updated() {
    const element = this.querySelector('.page')?.querySelector(this.state.element.tag) ?? undefined;
    if (element === this.#observed) return;
    this.#observer.disconnect();
    if (element) this.#observer.observe(element);
    this.#observed = element;
  }

  get #base() {
    return this.state.base ?? ownFolder;
  }

  /** That of the tallest language at the width of the preview; where it is not known, that of the preview. */
  get #heightToReserve() {
    const {width} = this.state;
    return this.#tallest?.[width === 'phone' ? 320 : 640] ?? this.measured;
  }

  get #tallest() {
    const {element, attributes} = this.state;
    return heightsOf(nameOf(element.tag), attributes);
  }

  get #reserveHint() {
    const tallest = this.#tallest;
    return [
      interpolateText(words.reserveHint, {measured: this.measured}),
      ...(tallest ? [interpolateText(words.tallestHint, {narrow: tallest[320], wide: tallest[640]})] : []),
    ].join(' ');
  }

  #fields(controls: readonly Control[]) {
    return repeat(
      controls,
      ({name}) => name,
      ({name, ...control}) =>
        attributeField({name, ...control}, this.state.attributes[name], (value) => this.#setAttribute(name, value)),
    );
  }

  #choices(feed: Feed): TemplateResult {
    const {state} = this;
    const controls = attributesOf(state.element).map((attribute) => controlOf(attribute, feed, this.pageLang));
    const inGroup = (wanted: Control['group']) => controls.filter(({group}) => group === wanted);
    const content = inGroup('content');
    const more = inGroup('more');
    return html`
      ${radioGroup(
        'widget',
        words.widget,
        elements.map((element) => {
          const [label, what] = words.widgets[nameOf(element.tag)] ?? [nameOf(element.tag)];
          return {value: element.tag, label, what};
        }),
        state.element.tag,
        (tag) => this.#choose({element: elements.find((element) => element.tag === tag)!}),
      )}
      <fieldset>
        <legend>${words.content}</legend>
        ${selectField({id: 'field-lang', label: words.language, choices: languages, value: state.lang}, (lang) => this.#choose({lang}))}
        ${this.#fields(content)}
        ${
          needsTitle(state)
            ? inputField({id: 'field-title', label: words.ownTitle, type: 'text', value: state.title}, (title) =>
                this.#choose({title}),
              )
            : nothing
        }
      </fieldset>
      <fieldset>
        <legend>${words.appearance}</legend>
        ${this.#fields(inGroup('appearance'))}
      </fieldset>
      <details>
        <summary>${words.more}</summary>
        ${this.#fields(more)}
        ${inputField(
          {
            id: 'field-reserve',
            label: words.reserve,
            type: 'number',
            value: state.height?.toString() ?? '',
            hint: this.#reserveHint,
          },
          (height) => this.#choose({height: height ? +height : undefined}),
        )}
        <p class="field">
          <button type="button" @click=${this.#reserve}>
            ${interpolateText(words.reserveUse, {height: this.#heightToReserve})}
          </button>
        </p>
      </details>
    `;
  }

  #previewSection(feed: Feed): TemplateResult {
    const {state} = this;
    const {lang, width, isDark, attributes, title} = state;
    const spoken = this.locale?.tag === lang ? this.#snippets.languageOf({feed, locale: this.locale}, state) : lang;
    const element = this.#preview.update({tag: state.element.tag, attributes: {lang, ...attributes}, title});
    return html`
      <section aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        <div class="switches">
          ${radioGroup(
            'preview-width',
            words.previewWidth,
            WIDTHS.map((value) => ({value, label: words.widths[value]})),
            width,
            (value) => this.#choose({width: value}),
          )}
          ${radioGroup(
            'preview-page',
            words.page,
            (['light', 'dark'] as const).map((value) => ({value, label: words.pages[value]})),
            isDark ? 'dark' : 'light',
            (value) => this.#choose({isDark: value === 'dark'}),
          )}
        </div>
        <div class="stage ${isDark ? 'dark' : 'light'}" tabindex="0" role="group" aria-label=${words.stage}>
          <div class="page ${width}">
            ${
              attributes.variant === 'inline' || attributes.variant === 'badge'
                ? html`<p>${attributes.variant === 'inline' ? words.sentence : nothing}${element}</p>`
                : element
            }
          </div>
        </div>
        ${spoken === lang ? nothing : html`<p class="note">${interpolateText(words.missingLanguage, {language: this.#languageName})}</p>`}
        ${
          this.#snippets.shownOf(feed, state)
            ? nothing
            : html`<p class="note">${words.nothing}</p>
                ${this.#snippets.problemsOf(this.#problems, state).map((problem) => html`<p class="note" lang="en">${problem}</p>`)}`
        }
      </section>
    `;
  }

  get #languageName() {
    return build.locales.find(({tag}) => tag === this.state.lang)!.name;
  }

  #ownHost() {
    const {hostname, protocol} = new URL(this.#base);
    if (/^(localhost|127\.|\[::1\])/.test(hostname)) return words.localBase;
    return protocol === 'http:' ? words.insecureBase : undefined;
  }

  #snippetSection(feed: Feed): TemplateResult {
    const {state, locale} = this;
    const {form} = state;
    const warning = form === 'static' ? undefined : this.#ownHost();
    const isReady = locale?.tag === state.lang || state.lang === SOURCE_LOCALE;
    return html`
      <section aria-labelledby="snippet">
        <h2 id="snippet">${words.snippet}</h2>
        ${radioGroup(
          'form',
          words.form,
          FORMS.map((value) => ({value, label: words.forms[value][0], what: words.forms[value][1]})),
          form,
          (value) => this.#choose({form: value}),
        )}
        ${
          form === 'static'
            ? nothing
            : inputField(
                {id: 'field-base', label: words.base, type: 'url', value: this.#base, hint: words.baseHint},
                (base) => this.#choose({base: folderOf(base) === ownFolder ? undefined : folderOf(base)}),
              )
        }
        ${warning ? html`<p class="note">${warning}</p>` : nothing}
        ${
          this.missingPage === undefined
            ? nothing
            : html`<p class="note" role="status">${interpolateText(words.noPage, {file: this.missingPage})}</p>`
        }
        ${
          this.localeError === undefined
            ? nothing
            : html`<p class="note" role="status">
                ${interpolateText(words.noLanguage, {language: this.#languageName, reason: this.localeError})}
                <button type="button" @click=${this.#loadLocale}>${words.tryAgain}</button>
              </p>`
        }
        ${
          isReady && locale
            ? this.#snippets.snippetOf({feed, locale}, state, this.#base).map(({place, code}) =>
                code
                  ? html`<h3>${words.places[place]}</h3>
                      <code-block .code=${code} .label=${words.places[place]}></code-block>`
                  : html`<p class="note">${words.nothing}</p>`,
              )
            : nothing
        }
        ${['link', 'frame', 'tag'].includes(form) && needsTitle(state) && state.title ? html`<p class="note">${words.noTitle}</p>` : nothing}
        ${['link', 'frame', 'tag'].includes(form) && state.attributes.hosts ? html`<p class="note">${words.noHosts}</p>` : nothing}
        ${
          // There is no text in them.
          form === 'tag' || form === 'frame'
            ? nothing
            : html`<p>${form === 'static' ? words.staticNote : words.serialNote}</p>`
        }
        <p><a href=${writeState(state)}>${words.share}</a></p>
      </section>
    `;
  }

  protected override render() {
    const {feed, state, error} = this;
    return html`
      <header>
        <p class="brand">Solidarity Widgets ${build.version}</p>
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        ${selectField({id: 'page-lang', label: words.pageLanguage, choices: pageLanguages, value: this.pageLang}, this.#speak)}
        ${words.unreviewed ? html`<p>${words.unreviewed}</p>` : nothing}
        ${location.search === '?demo' ? html`<nav><a href="../demo/">${words.demos}</a></nav>` : nothing}
      </header>
      ${
        feed
          ? html`<main>
              <form class="choices" @submit=${this.#stopSubmit}>${this.#choices(feed)}</form>
              <div class="result">
                ${this.#previewSection(feed)} ${this.#snippetSection(feed)} ${factsOf(state, this.#base)}
              </div>
            </main>`
          : html`<main>
              <p class="note" role="status">
                ${error === undefined ? words.loading : interpolateText(words.noFeed, {reason: error})}
              </p>
            </main>`
      }
    `;
  }
}
