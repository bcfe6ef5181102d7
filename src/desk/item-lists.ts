import {html, nothing, type TemplateResult} from 'lit';
import {describeMoment} from '../describe/countdown.js';
import {describeCount, describeFigure} from '../describe/figure.js';
import {capitalizeParts, plainText} from '../describe/parts.js';
import {daysBetween} from '../feed/dates.js';
import {DATE, MONTH_DAY, PARTIAL_DATE} from '../feed/fields.js';
import {parse} from '../feed/schema.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {figures, type Figure} from '../feed/sections/figures.js';
import {nextDay} from '../feed/sections/observances.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {itemsOf} from './edits.js';
import type {FormName, SectionName} from './form-fields.js';
import type {Item} from './form-values.js';
import {titleOf} from './labels.js';
import {count, fill, type Words} from './words/index.js';

/* The items of a section, each with what can be done to it. */

export type ListName = Exclude<SectionName, 'towns' | 'photos' | 'amplify'>;
export const LISTS: readonly (ListName | 'head')[] = [
  'figures',
  'events',
  'people',
  'ways',
  'organisations',
  'observances',
  'campaigns',
  'corrections',
  'head',
];

export interface ListOptions {
  readonly words: Words;
  readonly locale: Locale;
  readonly json: FeedJson;
  /** The civil date in UTC. */
  readonly today: string;
  /** The form that is open below an item; undefined for none. */
  formOf(form: FormName, index?: number): TemplateResult | undefined;
  onEdit(form: FormName, index?: number): void;
  onCheck(section: SectionName, index: number): void;
  onRemove(section: SectionName, index: number): void;
}

/** A date, and how long ago it is. */
const aged = ({words, locale, today}: ListOptions, date: string, sentence: string): string => {
  const days = daysBetween(date, today);
  const age = days === 0 ? words.today : days < 0 ? words.ahead : count(words.daysAgo, days, locale);
  return `${fill(sentence, {date: formatDate(date, locale.data)})} · ${age}`;
};

const button = (options: ListOptions, form: FormName, index: number, label: string, title: string, isMain = false) => {
  const edit = () => options.onEdit(form, index);
  return html`<button
    type="button"
    class=${isMain ? 'primary' : ''}
    data-edit="${form}-${index}"
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

const figureCard = (options: ListOptions, item: Item, index: number): TemplateResult => {
  const {words, locale, json, today, formOf} = options;
  const figure = readFigure(item);
  const description = figure && describeFigure(figure, {locale, today, feedLang: json.lang, expires: json.expires});
  const title = itemTitle(options, item);
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
        ${figure ? button(options, 'count', index, words.update, title, true) : nothing}
        ${button(options, 'figures', index, words.editAll, title)}
      </p>
      ${formOf('count', index) ?? formOf('figures', index) ?? nothing}
    </li>
  `;
};

/** The day of an item, in words: of an event, a correction, what has happened to a person, or a check. */
const dayOf = (options: ListOptions, section: ListName, item: Item): string => {
  const {words, locale, today} = options;
  const {checkedAt, from, date, yearly, incidents} = item;
  if (section === 'events') return DATE_OR_TIME(from) ? describeMoment(from, locale).text : '';
  if (section === 'corrections') return DATE(date) ? formatDate(date, locale.data) : '';
  if (section === 'observances') {
    const next = MONTH_DAY(yearly) ? nextDay({id: '', title: '', yearly}, today) : undefined;
    return next ? formatDate(next, locale.data) : '';
  }
  if (section === 'campaigns') return '';
  const check = DATE(checkedAt) ? aged(options, checkedAt, words.checkedOn) : words.neverChecked;
  if (section !== 'people') return check;
  const last = (Array.isArray(incidents) ? (incidents as Item[]) : []).at(-1);
  const what = typeof last?.what === 'string' ? (words.choices[last.what] ?? last.what) : '';
  return [what, PARTIAL_DATE(last?.date) ? formatDate(last.date, locale.data) : '', check].filter(Boolean).join(' · ');
};

const plainCard = (options: ListOptions, section: Exclude<ListName, 'figures'>, item: Item, index: number) => {
  const {words, formOf, onCheck, onRemove} = options;
  const title = itemTitle(options, item);
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
        ${button(options, section, index, section === 'people' ? words.addIncident : words.edit, title)}
        ${
          section === 'people'
            ? nothing
            : html`<button type="button" aria-label=${fill(words.of, {action: words.remove, title})} @click=${remove}>
                ${words.remove}
              </button>`
        }
      </p>
      ${formOf(section, index) ?? nothing}
    </li>
  `;
};

const ADD: Readonly<Partial<Record<ListName, keyof Words>>> = {
  figures: 'addFigure',
  events: 'addEvent',
  ways: 'addWay',
  organisations: 'addOrganisation',
  observances: 'addObservance',
  campaigns: 'addCampaign',
  corrections: 'addCorrection',
};

/** The items of a section, or of the head. */
export const itemList = (options: ListOptions, section: ListName | 'head'): TemplateResult => {
  const {words, json, formOf, onEdit} = options;
  if (section === 'head') {
    const edit = () => onEdit('head');
    return html`
      <p>${itemTitle(options, json)}</p>
      <p class="buttons">
        <button type="button" data-edit="head-" @click=${edit}>${words.editHead}</button>
      </p>
      ${formOf('head') ?? nothing}
    `;
  }
  const items = itemsOf(json, section);
  const add = ADD[section];
  const edit = () => onEdit(section);
  return html`
    ${
      add
        ? html`<p class="buttons">
              <button type="button" data-edit="${section}-" @click=${edit}>${words[add] as string}</button>
            </p>
            ${formOf(section) ?? nothing}`
        : nothing
    }
    ${
      items.length
        ? html`<ul class="cards">
            ${items.map((item, i) =>
              section === 'figures' ? figureCard(options, item, i) : plainCard(options, section, item, i),
            )}
          </ul>`
        : html`<p class="muted">${words.none}</p>`
    }
  `;
};
