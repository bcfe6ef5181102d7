import {html, nothing, type TemplateResult} from 'lit';
import {LANG} from '../feed/fields.js';
import type {FeedJson} from '../publish/feed-file.js';
import {checkboxField, inputField, listField, selectField, textareaField, type Choice} from '../ui/field-templates.js';
import {itemsOf} from './edits.js';
import type {FormField, SectionName} from './form-fields.js';
import {isTime, languagesOf, type Entries, type FormContext, type Item} from './form-entries.js';
import {isTextLong, labelOf, languageName, titlesOf} from './labels.js';
import {fill, type Words} from './words/index.js';

/* The control of a field of a form. */

/** What the controls of a form share. */
export interface FormState {
  readonly words: Words;
  readonly form: string;
  readonly json: FeedJson;
  readonly item: Item;
  readonly context: FormContext;
  readonly entries: Entries;
  /** What is wrong, in words, by path. */
  readonly errors: Readonly<Record<string, string>>;
  onChange(path: string, value: string | readonly string[]): void;
}

/** The id of the control for a path. */
export const controlId = (path: string) => `field-${path}`;

/** The control of a path, with what all of them have. */
const commonOf = (state: FormState, path: string, label: string, hint?: string) => ({
  id: controlId(path),
  label,
  error: state.errors[path],
  hint,
  isLive: true,
});

const entryOf = ({entries}: FormState, path: string) => {
  const entry = entries[path];
  return typeof entry === 'string' ? entry : '';
};

const hintOf = ({words, form}: FormState, {path, kind}: FormField) =>
  words.hints[`${form}/${path}`] ?? words.hints[path] ?? (kind === 'partialDate' ? words.mistakes[kind] : undefined);

const textField = (state: FormState, field: FormField): TemplateResult => {
  const {words, form, context, item, onChange} = state;
  const languages = languagesOf(item, field, context);
  const label = labelOf(words, form, field.path);
  const input = (lang: string, i: number) => {
    const path = `${field.path}/${lang}`;
    const name = languages.length > 1 ? fill(words.inLanguage, {label, language: languageName(lang)}) : label;
    const set = (value: string) => onChange(path, value);
    const control = {
      ...commonOf(state, path, name, i ? undefined : hintOf(state, field)),
      value: entryOf(state, path),
      isRequired: field.isRequired && i === 0,
      lang: LANG(lang) ? lang : undefined,
    };
    return isTextLong(field) ? textareaField(control, set) : inputField({...control, type: 'text'}, set);
  };
  // The feed's own language, and that of the desk; the others are folded.
  const first = languages.filter((lang, i) => i === 0 || lang === words.tag);
  const others = languages.filter((lang) => !first.includes(lang));
  return html`
    ${first.map(input)}
    ${
      others.length
        ? html`<details class="languages">
            <summary>${label}: ${words.otherLanguages}</summary>
            ${others.map((lang) => input(lang, 1))}
          </details>`
        : nothing
    }
  `;
};

const momentField = (state: FormState, field: FormField): TemplateResult => {
  const {words, form, onChange} = state;
  const {path, isRequired} = field;
  const label = labelOf(words, form, path);
  const time = `${path}/time`;
  const entry = entryOf(state, time);
  const isShown = !entry || isTime(entry);
  const hint = isShown ? undefined : fill(words.details['invalid-value'], {value: entry});
  return html`
    <div class="pair">
      ${inputField({...commonOf(state, path, label), type: 'date', value: entryOf(state, path), isRequired}, (value) =>
        onChange(path, value),
      )}
      ${inputField(
        {...commonOf(state, time, fill(words.timeOf, {label}), hint), type: 'time', value: isShown ? entry : ''},
        (value) => onChange(time, value),
      )}
    </div>
  `;
};

/** The words of choices; some have others in a form of their own. */
const wordsOf = ({words, form}: FormState, choices: readonly string[]): Choice[] =>
  choices.map((value) => ({value, label: words.choices[`${form}/${value}`] ?? words.choices[value] ?? value}));

const choicesOf = (state: FormState, {choices = [], isRequired}: FormField, value: string): Choice[] => {
  const {words} = state;
  const all = wordsOf(state, choices);
  if (isRequired) return value && choices.includes(value) ? all : [{value: '', label: words.notChosen}, ...all];
  // `exact` is the default: it need not be in the file.
  const others = all.filter((choice) => choice.value !== 'exact' || value === 'exact');
  if (choices.includes('exact')) return value === 'exact' ? all : [{value: '', label: words.exact}, ...others];
  return [{value: '', label: words.notChosen}, ...all];
};

const itemChoices = ({json, words, context}: FormState, section: SectionName): Choice[] => {
  const items = itemsOf(json, section);
  const titles = titlesOf(items, words, context.feedLang);
  return items.flatMap(({id}, i) => (typeof id === 'string' ? [{value: id, label: titles[i]!}] : []));
};

/** Choices with those that are chosen and no longer there, so that they can be taken away. */
const withChosen = (choices: readonly Choice[], chosen: readonly string[]): readonly Choice[] => [
  ...choices,
  ...chosen.filter((one) => !choices.some(({value}) => value === one)).map((value) => ({value, label: value})),
];

const countriesField = (state: FormState, field: FormField): TemplateResult => {
  const {words, form, onChange} = state;
  const {path} = field;
  const list = `${path}/list`;
  const value = entryOf(state, path);
  const choices = [
    {value: '', label: words.countriesUnknown},
    {value: 'clear', label: words.countriesClear},
    {value: 'listed', label: words.countriesListed},
  ];
  return html`
    ${selectField({...commonOf(state, path, labelOf(words, form, path)), choices, value}, (next) => onChange(path, next))}
    ${
      value === 'listed'
        ? inputField(
            {
              ...commonOf(state, list, words.countriesOf, words.mistakes.countries),
              type: 'text',
              value: entryOf(state, list),
            },
            (next) => onChange(list, next),
          )
        : nothing
    }
  `;
};

/** The control of a field. */
export const fieldControl = (state: FormState, field: FormField): TemplateResult => {
  const {words, form, onChange, entries} = state;
  const {path, kind, isRequired, section} = field;
  const common = commonOf(state, path, labelOf(words, form, path), hintOf(state, field));
  const value = entryOf(state, path);
  const set = (next: string) => onChange(path, next);
  switch (kind) {
    case 'text':
      return textField(state, field);
    case 'moment':
      return momentField(state, field);
    case 'choice':
      return selectField({...common, choices: choicesOf(state, field, value), value}, set);
    case 'reference': {
      const choices = withChosen([{value: '', label: words.notChosen}, ...itemChoices(state, section!)], [value]);
      return selectField({...common, choices, value}, set);
    }
    case 'references':
    case 'choices': {
      const chosen = (entries[path] as readonly string[] | undefined) ?? [];
      const choices = withChosen(section ? itemChoices(state, section) : wordsOf(state, field.choices!), chosen);
      return listField({...common, choices, chosen}, (next) => onChange(path, next));
    }
    case 'countries':
      return countriesField(state, field);
    case 'flag':
      return checkboxField({...common, checked: !!value}, (checked) => set(checked ? 'yes' : ''));
    case 'date':
      return inputField({...common, type: 'date', value, isRequired}, set);
    case 'link':
      return inputField({...common, type: 'url', value, isRequired}, set);
    default:
      return inputField({...common, type: 'text', value, isRequired, isNumeric: kind === 'count'}, set);
  }
};
