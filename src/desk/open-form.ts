import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {today} from '../clock/today.js';
import {MINSK} from '../clock/zone.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {instantOf} from '../publish/revision.js';
import type {DeskModel} from './desk-model.js';
import {applyForm, feedLanguages, itemsOf, partsOf} from './edits.js';
import {idOf, type FieldPlace, type FormPlace} from './field-place.js';
import {partOf, sectionOf, type FormName} from './form-fields.js';
import {isItem, type FormContext, type Item} from './form-entries.js';
import {titleOf} from './labels.js';
import {validateItem} from './validate.js';
import {fill, type Words} from './words/index.js';

/** Whose forms they are. */
export interface OpenFormHost extends ReactiveControllerHost {
  readonly model: DeskModel;
  readonly language: {readonly words: Words; readonly locale: Locale};
  focusOn(selector: string): void;
}

/** What a form shows: a new count is most likely of today, and a part of an item is empty where it is new. */
const itemFor = ({form, part: at}: FormPlace, old: Item | undefined): Item => {
  if (form === 'count') return {...old, asOf: today()};
  const part = partOf(form);
  if (part) {
    const known = at === undefined ? undefined : partsOf(old!, part.list)[at];
    return isItem(known) ? known : {};
  }
  if (old) return old;
  if (form === 'events') return {status: 'planned', zone: MINSK};
  if (form === 'corrections') return {date: today()};
  return form === 'figures' ? {asOf: today()} : {};
};

/** The form that is open: of an item, of a new one, or of the head. There is one at most. */
export class OpenForm {
  place?: FieldPlace;
  /** The feed with what is typed, if it can be read. */
  typed?: FeedJson;
  /** Whether something was typed, be it readable or not. */
  isDirty = false;
  /** A number for each form that was opened, so that each has controls of its own. */
  #count = 0;

  constructor(private readonly host: OpenFormHost) {}

  open(place: FieldPlace) {
    this.#count++;
    this.discard();
    this.place = place;
  }

  /** Closes it, whatever is typed. */
  discard() {
    this.place = this.typed = undefined;
    this.isDirty = false;
    this.host.requestUpdate();
  }

  /** Closes it, since something else is to be changed or shown. Returns false if the editor goes on with what is typed. */
  leave(): boolean {
    if (this.isDirty && !confirm(this.host.language.words.discardForm)) return false;
    this.discard();
    return true;
  }

  /** Closes it at its own buttons. The focus goes to the button that opened it. */
  close = () => {
    const {place} = this;
    this.discard();
    this.host.focusOn(`[data-edit="${idOf(place!)}"]`);
  };

  /** What an item is called, for the history. */
  titleOf(form: FormName, item: Item) {
    const {json} = this.host.model;
    const figure = form === 'corrections' ? itemsOf(json, 'figures').find(({id}) => id === item.of) : undefined;
    return titleOf(figure ?? item, this.host.language.words, json.lang ?? 'en');
  }

  #onDraft = (item: Item | undefined, isDirty: boolean) => {
    // A field that leaves the page with its form tells once more of its change.
    if (!this.place) return;
    this.isDirty = isDirty;
    const {json, session} = this.host.model;
    this.typed = item && applyForm(json, this.place, item, today(), session!.seen);
    this.host.requestUpdate();
  };

  #onApply = (item: Item) => {
    const {model, language} = this.host;
    const {words} = language;
    const {form, index} = this.place!;
    const json = applyForm(model.json, this.place!, item, today(), model.session!.seen);
    const section = form === 'head' || !partOf(form) ? undefined : sectionOf(form);
    const title = this.titleOf(form, section ? itemsOf(json, section).at(index ?? -1)! : item);
    const isNew = index === undefined && form !== 'head';
    this.close();
    const sentence = form === 'count' ? words.changedCount : isNew ? words.addedItem : words.changedItem;
    model.change(json, fill(sentence, {title}));
  };

  /** The form, where it is that of an item. */
  render(wanted: FormPlace): TemplateResult | undefined {
    const {place, host} = this;
    if (!place || idOf(place) !== idOf(wanted)) return undefined;
    const {form, index} = place;
    const {language, model} = host;
    const {json} = model;
    const old = form === 'head' ? json : index === undefined ? undefined : itemsOf(json, sectionOf(form))[index];
    const context: FormContext = {feedLang: json.lang ?? 'en', languages: feedLanguages(json)};
    const validate = (item: Item) => validateItem(language, json, place, item, instantOf(Date.now()));
    return html`${keyed(
      this.#count,
      html`<item-form
        .words=${language.words}
        .locale=${language.locale}
        .form=${form}
        .item=${itemFor(place, old)}
        .json=${json}
        .context=${context}
        .focusPath=${place.path}
        .validate=${validate}
        .onDraft=${this.#onDraft}
        .onApply=${this.#onApply}
        .onCancel=${this.close}
      ></item-form>`,
    )}`;
  }
}
