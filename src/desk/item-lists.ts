import {html, nothing, type TemplateResult} from 'lit';
import {describeMoment} from '../describe/countdown.js';
import {describeCount, describeFigure} from '../describe/figure.js';
import {capitalizeParts, plainText} from '../describe/parts.js';
import {daysBetween} from '../feed/dates.js';
import {DATE, PARTIAL_DATE} from '../feed/fields.js';
import {parse} from '../feed/schema.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {figures, type Figure} from '../feed/sections/figures.js';
import {MONTH_DAY, nextDay} from '../feed/sections/observances.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {itemsOf, objectsIn} from './edits.js';
import {idOf, type FormPlace} from './field-place.js';
import type {FormName, SectionName} from './form-fields.js';
import type {Item} from './form-entries.js';
import {titleOf, titlesOf} from './labels.js';
import {partButtons, partLabel, partLists} from './part-lists.js';
import {count, fill, type Words} from './words/index.js';

/* The items of a section, each with what can be done to it. */

export const LISTS: readonly (SectionName | 'head')[] = [
  'figures',
  'events',
  'people',
  'ways',
  'organisations',
  'towns',
  'photos',
  'observances',
  'campaigns',
  'amplify',
  'corrections',
  'head',
];

export interface ListOptions {
  readonly words: Words;
  readonly locale: Locale;
  readonly json: FeedJson;
  /** The civil date in UTC. */
  readonly today: string;
  /** The form that is open at a place; undefined for none. */
  formOf(place: FormPlace): TemplateResult | undefined;
  onEdit(place: FormPlace): void;
  onCheck(section: SectionName, index: number): unknown;
  onRemove(section: SectionName, index: number): unknown;
  onRemovePart(place: FormPlace, title: string): unknown;
}

/** A date, and how long ago it is. */
const aged = ({words, locale, today}: ListOptions, date: string, sentence: string): string => {
  const days = daysBetween(date, today);
  const age = days === 0 ? words.today : days < 0 ? words.ahead : count(words.daysAgo, days, locale);
  return `${fill(sentence, {date: formatDate(date, locale.data)})} · ${age}`;
};

/** The button that opens a form. */
export const editButton = (options: ListOptions, place: FormPlace, label: string, title: string, isMain = false) => {
  const edit = () => options.onEdit(place);
  return html`<button
    type="button"
    class=${isMain ? 'primary' : ''}
    data-edit=${idOf(place)}
    aria-label=${fill(options.words.of, {action: label, title})}
    @click=${edit}
  >
    ${label}
  </button>`;
};

const itemTitle = ({words, json}: ListOptions, item: Item) => titleOf(item, words, json.lang ?? 'en');

/** A figure as readers see it; undefined for one that widgets would refuse. */
const readFigure = (item: Item): Figure | undefined => {
  try {
    return parse(figures.schema[0], item);
  } catch {
    return undefined;
  }
};

const figureCard = (options: ListOptions, item: Item, index: number, title: string): TemplateResult => {
  const {words, locale, json, today, formOf} = options;
  const figure = readFigure(item);
  const description = figure && describeFigure(figure, {locale, today, feedLang: json.lang, expires: json.expires});
  const {staleness} = description ?? {};
  return html`
    <li class="card">
      <h3>${title}</h3>
      ${
        figure
          ? html`<p class="count">
                ${plainText(capitalizeParts(figure.unit ? description!.phrase : describeCount(figure, locale)))}
              </p>
              <p>
                ${aged(options, figure.asOf, words.asOf)}
                ${
                  staleness
                    ? html`<span class="mark ${staleness}"
                        >${staleness === 'stale' ? words.outOfDate : words.ageing}</span
                      >`
                    : nothing
                }
              </p>
              <p class="muted">${plainText(description!.source)}</p>`
          : html`<p class="mark stale">${words.findings['invalid-value']}</p>`
      }
      <p class="buttons">
        ${figure ? editButton(options, {form: 'count', index}, words.update, title, true) : nothing}
        ${editButton(options, {form: 'figures', index}, words.editAll, title)}
      </p>
      ${formOf({form: 'count', index}) ?? formOf({form: 'figures', index}) ?? nothing}
      ${partLists(options, 'figures', item, index, title, true)}
    </li>
  `;
};

/** What else is said of an item, mostly its day: of an event, a correction, what has happened to a person, or a check. */
const dayOf = (options: ListOptions, section: SectionName, item: Item): string => {
  const {words, locale, today} = options;
  const {checkedAt, from, date, yearly, incidents, acts} = item;
  if (section === 'events') return DATE_OR_TIME(from) ? describeMoment(from, locale).text : '';
  if (section === 'corrections') return DATE(date) ? formatDate(date, locale.data) : '';
  if (section === 'observances') {
    const next = MONTH_DAY(yearly) ? nextDay({id: '', title: '', yearly}, today) : undefined;
    return next ? formatDate(next, locale.data) : '';
  }
  if (section === 'campaigns' || section === 'amplify') return '';
  if (section === 'photos') return PARTIAL_DATE(date) ? formatDate(date, locale.data) : '';
  if (section === 'towns')
    return objectsIn(acts)
      .map((act) => itemTitle(options, act))
      .join(' · ');
  const check = DATE(checkedAt) ? aged(options, checkedAt, words.checkedOn) : words.neverChecked;
  if (section !== 'people') return check;
  const last = objectsIn(incidents).at(-1);
  return [...(last ? [partLabel(options, last)] : []), check].join(' · ');
};

const plainCard = (
  options: ListOptions,
  section: Exclude<SectionName, 'figures'>,
  item: Item,
  index: number,
  title: string,
) => {
  const {words, formOf, onCheck, onRemove} = options;
  const added = partButtons(options, section, index, title);
  const canCheck = section === 'ways' || section === 'organisations' || section === 'people';
  const check = () => onCheck(section, index);
  const remove = () => onRemove(section, index);
  return html`
    <li class="card">
      <h3>${title}</h3>
      <p>${dayOf(options, section, item)}</p>
      <p class="buttons">
        ${
          canCheck
            ? html`<button
                type="button"
                aria-label=${fill(words.of, {action: words.checkedToday, title})}
                @click=${check}
              >
                ${words.checkedToday}
              </button>`
            : nothing
        }
        ${added.map(({button}) => button)}
        ${editButton(options, {form: section, index}, section === 'people' ? words.editPerson : words.edit, title)}
        <button type="button" aria-label=${fill(words.of, {action: words.remove, title})} @click=${remove}>
          ${words.remove}
        </button>
      </p>
      ${added.map(({form}) => form)} ${formOf({form: section, index}) ?? nothing}
      ${partLists(options, section, item, index, title)}
    </li>
  `;
};

/** How a new item is added: the form, and the words of its button. */
const ADD = {
  figures: {form: 'figures', label: 'addFigure'},
  events: {form: 'events', label: 'addEvent'},
  people: {form: 'newPerson', label: 'addPerson'},
  ways: {form: 'ways', label: 'addWay'},
  organisations: {form: 'organisations', label: 'addOrganisation'},
  towns: {form: 'newTown', label: 'addTown'},
  photos: {form: 'photos', label: 'addPhoto'},
  observances: {form: 'observances', label: 'addObservance'},
  campaigns: {form: 'campaigns', label: 'addCampaign'},
  amplify: {form: 'amplify', label: 'addMessage'},
  corrections: {form: 'corrections', label: 'addCorrection'},
} as const satisfies Readonly<Record<SectionName, {form: FormName; label: keyof Words}>>;

/** The items of a section, or of the head. */
export const itemList = (options: ListOptions, section: SectionName | 'head'): TemplateResult => {
  const {words, json, formOf, onEdit} = options;
  if (section === 'head') {
    const edit = () => onEdit({form: 'head'});
    return html`
      <p>${itemTitle(options, json)}</p>
      <p class="buttons">
        <button type="button" data-edit="head-" @click=${edit}>${words.editHead}</button>
      </p>
      ${formOf({form: 'head'}) ?? nothing}
    `;
  }
  const items = itemsOf(json, section);
  const titles = titlesOf(items, words, json.lang ?? 'en');
  const {form, label} = ADD[section];
  const edit = () => onEdit({form});
  return html`
    <p class="buttons">
      <button type="button" data-edit="${form}-" @click=${edit}>${words[label]}</button>
    </p>
    ${formOf({form}) ?? nothing}
    ${
      items.length
        ? html`<ul class="cards">
            ${items.map((item, i) =>
              section === 'figures'
                ? figureCard(options, item, i, titles[i]!)
                : plainCard(options, section, item, i, titles[i]!),
            )}
          </ul>`
        : html`<p class="muted">${words.none}</p>`
    }
  `;
};
