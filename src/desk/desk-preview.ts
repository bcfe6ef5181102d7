import {html, LitElement, type TemplateResult} from 'lit';
import {tags} from '../i18n/cldr/tags.js';
import {SOURCE_LOCALE} from '../i18n/language.js';
import type {FeedJson} from '../publish/feed-file.js';
import {radioGroup, selectField} from '../ui/field-templates.js';
import {Preview} from '../ui/preview.js';
import {feedLanguages} from './edits.js';
import {languageName} from './labels.js';
import type {Words} from './words/index.js';

const WIDGETS = ['counter', 'trend', 'events', 'people', 'ways', 'map', 'banner', 'countdown', 'amplify'] as const;
export type Widget = (typeof WIDGETS)[number];
const LOOKS = ['campaign', 'newsroom', 'contrast', 'memorial'] as const;
type Look = (typeof LOOKS)[number];

/** A feed inside the page, for the elements of the preview: each change has an id of its own, so that they read it. */
class InlineFeed {
  #script?: HTMLScriptElement;
  #json?: unknown;
  #number = 0;

  /** The `src` of elements that show a feed. */
  show(json: FeedJson): string {
    if (json !== this.#json) {
      this.#json = json;
      this.#script?.remove();
      this.#script = document.createElement('script');
      this.#script.type = 'application/json';
      this.#script.id = `desk-feed-${++this.#number}`;
      this.#script.append(JSON.stringify(json));
      document.body.append(this.#script);
    }
    return `#${this.#script!.id}`;
  }

  remove() {
    this.#script?.remove();
    this.#json = undefined;
  }
}

/** What readers see of a feed: the real element, loaded by the script of the page. */
export class DeskPreview extends LitElement {
  static override properties = {
    words: {attribute: false},
    json: {attribute: false},
    widget: {attribute: false},
    figure: {attribute: false},
    language: {state: true},
    look: {state: true},
    isDark: {state: true},
  };

  declare words: Words;
  declare json: FeedJson;
  /** What is edited decides what is shown, until the editor chooses another. */
  declare widget: Widget;
  /** The id of a figure. */
  declare figure?: string;
  declare language?: string;
  declare look: Look;
  declare isDark: boolean;
  #preview = new Preview();
  #feed = new InlineFeed();

  constructor() {
    super();
    this.look = 'campaign';
    this.isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#feed.remove();
  }

  #setWidget = (widget: string) => (this.widget = widget as Widget);
  #setLook = (look: Look) => (this.look = look);
  #setPage = (page: string) => (this.isDark = page === 'dark');
  #setLanguage = (language: string) => (this.language = language);

  #languages() {
    const own = feedLanguages(this.json);
    const all = [SOURCE_LOCALE, ...tags];
    return [...own.filter((tag) => all.includes(tag)), ...all.filter((tag) => !own.includes(tag))].map((tag) => ({
      value: tag,
      label: languageName(tag),
      lang: tag,
    }));
  }

  protected override render(): TemplateResult {
    const {words, json, widget, figure, look, isDark} = this;
    const choices = this.#languages();
    const own = feedLanguages(json);
    const lang = this.language ?? (own.includes(words.tag) ? words.tag : choices[0]!.value);
    const hasFigure = widget === 'counter' || widget === 'trend';
    const element = this.#preview.update({
      tag: `solidarity-${widget}`,
      attributes: {
        src: this.#feed.show(json),
        lang,
        look,
        ...(hasFigure && figure && {figure}),
      },
    });
    const widgets = WIDGETS.map((value) => ({value, label: words.widgets[value]!}));
    return html`
      <section aria-labelledby="preview-title">
        <h2 id="preview-title">${words.preview}</h2>
        <div class="choose">
          ${selectField({id: 'preview-widget', label: words.previewWhat, choices: widgets, value: widget}, this.#setWidget)}
          ${selectField({id: 'preview-lang', label: words.previewLang, choices, value: lang}, this.#setLanguage)}
        </div>
        <div class="switches">
          ${radioGroup(
            'preview-look',
            words.previewLook,
            LOOKS.map((value) => ({value, label: words.looks[value]!})),
            look,
            this.#setLook,
          )}
          ${radioGroup(
            'preview-page',
            words.previewPage,
            (['light', 'dark'] as const).map((value) => ({value, label: words.pages[value]})),
            isDark ? 'dark' : 'light',
            this.#setPage,
          )}
        </div>
        <div class="stage ${isDark ? 'dark' : 'light'}" tabindex="0" role="group" aria-label=${words.stage}>
          <div class="page">${element}</div>
        </div>
      </section>
    `;
  }
}
