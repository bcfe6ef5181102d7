import {html} from 'lit/html.js';
import {audienceNames} from '../describe/ways.js';
import {AUDIENCES, type Audience} from '../feed/sections/ways.js';
import {formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg} from '../i18n/localize.js';
import {stopShortcut} from './template-element.js';
import {groupsOf, type Entry} from './ways-entries.js';

/** Fired as `solidarity-ways-filtered` when a reader chooses an audience. A search is never reported. */
export class SolidarityWaysFilteredEvent extends Event {
  constructor(
    /** The audience of the ways that are shown. */
    readonly audience: Audience,
  ) {
    super('solidarity-ways-filtered');
  }
}

/** What a reader filters by, and what came of it. */
export interface Filter {
  readonly locale: Locale;
  /** All ways, of which a reader chooses. */
  readonly entries: readonly Entry[];
  /** What the reader searches for; undefined where there is no search. */
  readonly query?: string;
  readonly audience: Audience;
  /** How many ways were found. */
  readonly found: number;
  /** Whether these are the ways for the audience alone. */
  readonly isForAudience: boolean;
  onSearch(event: Event): void;
  onAudience(event: Event): void;
}

/** The search field, the choice of an audience, each with the number of its ways, and how many ways were found. */
export const renderFilter = ({
  locale,
  entries,
  query,
  audience,
  found,
  isForAudience,
  onSearch,
  onAudience,
}: Filter) => {
  const names = audienceNames(locale);
  const format = (n: number) => formatNumber(n, locale.data);
  const choices = AUDIENCES.map((name) => ({
    name,
    n: groupsOf(entries, name)[0].length,
  })).filter(({name, n}) => n || name === audience);
  const count = found
    ? interpolateText(pluralForm(msg('{n} way to help|{n} ways to help', {id: 'ways.count'}), found, locale), {
        n: format(found),
      })
    : msg('Nothing found.', {id: 'ways.none'});
  return html`<div part="controls">
      ${
        query === undefined
          ? ''
          : html`<label part="search"
              >${msg('Search', {id: 'ways.search'})}<input
                id="search"
                type="search"
                autocomplete="off"
                .value=${query}
                @input=${onSearch}
                @keydown=${stopShortcut}
                @keypress=${stopShortcut}
                @keyup=${stopShortcut}
            /></label>`
      }
      ${
        choices[1]
          ? html`<div
              part="audiences"
              role="radiogroup"
              aria-label=${msg('For whom', {id: 'ways.audience'})}
              @change=${onAudience}
            >
              ${choices.map(
                ({name, n}) =>
                  html`<label part="audience"
                    ><input
                      id=${`audience-${name}`}
                      type="radio"
                      name="audience"
                      .value=${name}
                      .checked=${name === audience}
                    />
                    <span>${names[name]} (${format(n)})</span></label
                  >`,
              )}
            </div>`
          : ''
      }
    </div>
    <p part="count" role="status" .textContent=${isForAudience ? `${names[audience]}: ${count}` : count}></p>`;
};
