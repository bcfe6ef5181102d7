import {html, nothing, type TemplateResult} from 'lit';
import {describeCount} from '../describe/figure.js';
import {plainText} from '../describe/parts.js';
import {COUNT, PARTIAL_DATE, TEXT} from '../feed/fields.js';
import type {Point} from '../feed/sections/figures.js';
import {formatDate} from '../i18n/format.js';
import {partsOf} from './edits.js';
import {isItem, type Item} from './form-entries.js';
import type {SectionName, FormName} from './form-fields.js';
import {editButton, type ListOptions} from './item-lists.js';
import {titleOf} from './labels.js';
import {fill, wordOf, type Words} from './words/index.js';

/* What is in the lists of an item: older counts, what happened to a person, what was done in a town, drafts. */

/** A list of an item: the form of its parts, which has the name of the list, and the words of the button that adds one. */
type List = readonly [form: FormName, add: keyof Words];

const LISTS: Readonly<Partial<Record<SectionName, readonly List[]>>> = {
  figures: [
    ['history', 'addCount'],
    ['annotations', 'addAnnotation'],
  ],
  people: [['incidents', 'addIncident']],
  towns: [['acts', 'addAct']],
  ways: [['templates', 'addTemplate']],
};

/** What a part is called: “detained · 02/2023”, “9 August 2024 · at least 1,140”. */
export const partLabel = ({words, locale, json}: ListOptions, part: Item): string => {
  const {what, title, text, date, value} = part;
  return [
    typeof what === 'string' ? (wordOf(words.choices, what) ?? what) : '',
    TEXT(title) || TEXT(text) ? titleOf({title, text}, words, json.lang ?? 'en') : '',
    PARTIAL_DATE(date) ? formatDate(date, locale.data) : '',
    COUNT(value) ? plainText(describeCount(part as unknown as Point, locale)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
};

const partItem = (options: ListOptions, form: FormName, index: number, part: Item, at: number) => {
  const {words, formOf, onRemovePart} = options;
  const place = {form, index, part: at};
  const label = partLabel(options, part);
  const remove = () => onRemovePart(place, label);
  return html`
    <li>
      <p>${label}</p>
      <p class="buttons">
        ${editButton(options, place, words.edit, label)}
        <button type="button" aria-label=${fill(words.of, {action: words.remove, title: label})} @click=${remove}>
          ${words.remove}
        </button>
      </p>
      ${formOf(place) ?? nothing}
    </li>
  `;
};

/** The buttons that add to the lists of an item, or the form that is open for one. */
const adding = (options: ListOptions, [form, add]: List, index: number, title: string) => ({
  button: editButton(options, {form, index}, options.words[add] as string, title),
  form: options.formOf({form, index}) ?? nothing,
});

/** What is added often: the buttons, and the form that is open for one. */
export const partButtons = (options: ListOptions, section: SectionName, index: number, title: string) =>
  (LISTS[section] ?? []).map((list) => adding(options, list, index, title));

/** What is in the lists of an item, folded, the newest first: it may be much. With what adds to them, if `canAdd`. */
export const partLists = (
  options: ListOptions,
  section: SectionName,
  item: Item,
  index: number,
  title: string,
  canAdd = false,
): (TemplateResult | typeof nothing)[] => {
  const {words} = options;
  return (LISTS[section] ?? []).map((list) => {
    const [form] = list;
    const parts = partsOf(item, form)
      .map((part, at) => (isItem(part) ? partItem(options, form, index, part, at) : undefined))
      .filter((one) => one !== undefined)
      .reverse();
    const add = canAdd ? adding(options, list, index, title) : undefined;
    if (!add && !parts.length) return nothing;
    return html`
      <details class="parts">
        <summary>${words.fields[form]} (${parts.length})</summary>
        ${
          add
            ? html`<p class="buttons">${add.button}</p>
                ${add.form}`
            : nothing
        }
        ${
          parts.length
            ? html`<ul>
                ${parts}
              </ul>`
            : nothing
        }
      </details>
    `;
  });
};
