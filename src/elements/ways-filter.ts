import {html} from 'lit/html.js';
import {audienceNames} from '../describe/ways.js';
import type {Audience} from '../feed/sections/ways.js';
import {formatNumber} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg} from '../i18n/localize.js';

/** A letter that a reader types is no shortcut of the page, which sees it come from an element that is no input. */
const stopShortcut = (event: KeyboardEvent) => {
  if (event.key.length === 1) event.stopPropagation();
};

/** The search field. */
export const renderSearch = (query: string, onSearch: (event: Event) => void) =>
  html`<label part="search"
    >${msg('Search', {id: 'ways.search'})}<input
      id="search"
      type="search"
      autocomplete="off"
      .value=${query}
      @input=${onSearch}
      @keydown=${stopShortcut}
      @keypress=${stopShortcut}
  /></label>`;

/** The choice of an audience, each with the number of its ways. */
export const renderAudiences = (
  counts: ReadonlyMap<Audience, number>,
  chosen: Audience,
  locale: Locale,
  onAudience: (event: Event) => void,
) => {
  const names = audienceNames(locale);
  return html`<fieldset @change=${onAudience}>
    <legend>${msg('For whom', {id: 'ways.audience'})}</legend>
    ${[...counts].map(
      ([name, count]) =>
        html`<label part="audience"
          ><input id=${`audience-${name}`} type="radio" name="audience" .value=${name} .checked=${name === chosen} />
          <span>${names[name]} (${formatNumber(count, locale.data)})</span></label
        >`,
    )}
  </fieldset>`;
};
