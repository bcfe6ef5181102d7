import type {Entry} from '../describe/event-entries.js';
import {textPart, type Context} from '../describe/parts.js';
import {create, replaceContent, type Child} from '../dom/create.js';
import {formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import type {Messages} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {css} from '../theme/css.js';

/* How a reader looks through many events, by place and page by page: a module of its own, since most pages have few. */

const {styleSheet} = css`
  [part='controls'],
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  label,
  select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  [part~='event']:focus {
    outline-offset: -2px;
  }
  [part='controls'] {
    padding: 0 var(--_space) 12px;
  }
  select {
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px;
    border: 1px solid var(--_muted);
    border-radius: min(8px, var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    /* iOS zooms the page into a field with smaller letters. */
    font-size: max(1rem, 16px);
  }
  [part='more'] {
    margin: 12px var(--_space);
  }
  @media print {
    [part='controls'] {
      display: none;
    }
    /* How many events are not printed. */
    [part='more']:not([hidden]) {
      display: block !important;
      border: 0;
      background: none;
      color: inherit;
    }
  }
`;

/** What the reader has chosen; it is kept when the list has new nodes. */
export interface Choice {
  /** The id of a town, the code of a country, or `online`; empty for everywhere. */
  place: string;
  /** How many events more than the first are shown. */
  more: number;
}

interface Browsing {
  readonly entries: readonly Entry[];
  readonly choice: Choice;
  /** How many events are shown first. */
  readonly limit: number;
  readonly context: Context;
  /** “Online” */
  readonly online: string;
  readonly root: ShadowRoot;
  isAt(entry: Entry, place: string): boolean;
  /** The messages of the map, with names of countries; the list is rendered again once they are there. */
  loadNames(): Messages | undefined;
  renderGroups(entries: readonly Entry[]): readonly Child[];
}

/** How many more events are shown at a time. */
const STEP = 50;

/**
 * The names of countries: the engine's, or those that the map has where engines lack a language. Until these are loaded,
 * and where there are none, their codes: names in another language would be worse.
 */
const countryNames = (tag: string, loadNames: Browsing['loadNames']): ((code: string) => string) => {
  const [known] = Intl.DisplayNames.supportedLocalesOf(tag);
  const names = known && new Intl.DisplayNames(known, {type: 'region'});
  // Names of `be` are no names of `be-Latn`.
  if (names && names.resolvedOptions().locale === tag) return (code) => names.of(code) ?? code;
  const messages = loadNames();
  return (code) => messages?.[`map.${code}`] ?? code;
};

/** Everywhere, online, and each country with its towns. */
const placeOptions = ({entries, choice, context, online, isAt, loadNames}: Browsing): HTMLElement[] => {
  const {tag} = context.locale;
  const nameOf = countryNames(tag, loadNames);
  const names = new Map<string, string>();
  const countries = new Set<string>();
  const option = (value: string, name: string) =>
    create('option', {value, selected: value === choice.place ? '' : undefined}, name);
  for (const {country, town} of entries) {
    if (country) {
      countries.add(country);
      names.set(country, nameOf(country));
    }
    if (town) names.set(town.id, textPart(town.name, context).text);
  }
  const byName = (a: string, b: string) => names.get(a)!.localeCompare(names.get(b)!, tag);
  const townsIn = (code: string) =>
    [...new Set(entries.flatMap(({country, town}) => (town && country === code ? [town.id] : [])))].sort(byName);
  return [
    option(
      '',
      msg('Everywhere', {
        id: 'events.everywhere',
        desc: 'No place was chosen: all events are shown',
      }),
    ),
    ...(entries.some((entry) => isAt(entry, 'online')) ? [option('online', online)] : []),
    ...[...countries].sort(byName).flatMap((code) => [
      option(code, names.get(code)!),
      // Beneath their country, by a space that every engine keeps.
      ...townsIn(code).map((id) => option(id, `\u2003${names.get(id)!}`)),
    ]),
  ];
};

/**
 * A list of events with the choice of a place before it, where there are several, and a button after it that shows more.
 * The reader's choice replaces the list alone, so that the number of events found is announced.
 */
export const browse = (browsing: Browsing): HTMLElement[] => {
  const {entries, choice, limit, context, root, isAt, renderGroups} = browsing;
  if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
  const {locale} = context;
  const number = (n: number) => formatNumber(n, locale.data);
  const counts = msg('{n} event|{n} events', {id: 'events.count'});
  const moreLabel = msg('More events ({n})', {id: 'events.more'});
  const list = create('div', {part: 'list'});
  const count = create('span', {part: 'count', role: 'status'});
  const more = create('button', {part: 'more', id: 'more'});
  const options = placeOptions(browsing);
  // A place of which there are no events any more, or that cannot be chosen any more.
  if (!options[2] || !entries.some((entry) => isAt(entry, choice.place))) choice.place = '';

  const update = () => {
    setActiveLocale(locale);
    const found = choice.place ? entries.filter((entry) => isAt(entry, choice.place)) : entries;
    const shown = limit + choice.more;
    replaceContent(list, ...renderGroups(found.slice(0, shown)));
    more.hidden = found.length <= shown;
    more.textContent = interpolateText(moreLabel, {
      n: number(found.length - shown),
    });
    return interpolateText(pluralForm(counts, found.length, locale), {
      n: number(found.length),
    });
  };

  const select = create('select', {id: 'place'}, ...options) as HTMLSelectElement;
  select.addEventListener('change', () => {
    choice.place = select.value;
    choice.more = 0;
    count.textContent = update();
  });
  more.addEventListener('click', () => {
    const shown = limit + choice.more;
    choice.more += STEP;
    update();
    // The button may be gone: go on at the first new event.
    const next = list.querySelectorAll<HTMLElement>('[part~=event]')[shown];
    next?.setAttribute('tabindex', '-1');
    next?.focus();
  });
  update();
  const label = msg('Where', {
    id: 'events.where',
    desc: 'Label of the choice of a place',
  });
  return [
    ...(options[2] ? [create('p', {part: 'controls'}, create('label', {}, label, select), count)] : []),
    list,
    more,
  ];
};
