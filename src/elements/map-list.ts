import {countryName, describeTown, describeTownCount, townName} from '../describe/map.js';
import type {Context, Part} from '../describe/parts.js';
import {appendTo, create, type Child} from '../dom/create.js';
import {mayLink, type LinkPolicy} from '../feed/links.js';
import type {Town} from '../feed/sections/towns.js';
import {formatNumber} from '../i18n/format.js';

/** How towns are rendered. */
export interface ListOptions {
  readonly context: Context;
  readonly links: LinkPolicy;
  renderPart(part: Part): Child;
  renderLink(href: string, ...children: readonly Child[]): HTMLElement;
}

/** With more towns than this, each country is rendered when a reader unfolds it. */
const MANY = 60;
/** How many towns of a country are rendered at once. */
const PAGE_SIZE = 100;

/** What is said of a town: its name, and what was done there, the newest first. */
export const renderTown = (
  town: Town,
  {context, links, renderPart, renderLink}: ListOptions,
  ...more: readonly Child[]
): Child[] => {
  const {name, country, years, acts} = describeTown(town, context);
  return [
    create('div', {part: 'name'}, renderPart(name), create('span', {part: 'country'}, country)),
    ...(acts[0]
      ? [
          create('p', {part: 'years', translate: 'no'}, years.join(' · ')),
          create(
            'ul',
            {part: 'acts', role: 'list'},
            ...acts.map(({act, kind, title, date, source}) =>
              create(
                'li',
                {part: `act ${act.what}`},
                ...(kind ? [create('span', {part: 'kind'}, renderPart(kind)), ' '] : []),
                mayLink(act, links) ? renderLink(act.url, renderPart(title)) : renderPart(title),
                create('p', {part: 'about'}, renderPart(date), ' · ', ...source.map(renderPart)),
              ),
            ),
          ),
        ]
      : []),
    ...more,
  ];
};

/** A button with what it unfolds, rendered then. */
const renderFold = (summary: string, isOpen: boolean, render: () => readonly Node[]) => {
  const details = create('details', {}, create('summary', {part: 'fold'}, summary)) as HTMLDetailsElement;
  const unfold = () => {
    if (details.open && details.childElementCount < 2) appendTo(details, ...render());
  };
  details.addEventListener('toggle', unfold);
  details.open = isOpen;
  unfold();
  return details;
};

const renderPages = (towns: readonly Town[], options: ListOptions): Node[] => {
  const rest = towns.slice(PAGE_SIZE);
  return [
    create(
      'ul',
      {part: 'towns', role: 'list'},
      ...towns.slice(0, PAGE_SIZE).map((town) => create('li', {part: 'town'}, ...renderTown(town, options))),
    ),
    ...(rest[0]
      ? [
          renderFold(`+ ${describeTownCount(rest.length, options.context.locale)}`, false, () =>
            renderPages(rest, options),
          ),
        ]
      : []),
  ];
};

/** All towns, grouped by country; countries and towns are in the order of their names. */
export const renderList = (towns: readonly Town[], options: ListOptions): Node[] => {
  const {context} = options;
  const {locale} = context;
  const sorted = <T>(items: readonly T[], nameOf: (item: T) => string) =>
    items.map((item) => ({item, name: nameOf(item)})).sort((a, b) => a.name.localeCompare(b.name, locale.tag));
  const countries = new Map<string, Town[]>();
  for (const town of towns) {
    const own = countries.get(town.country);
    if (own) own.push(town);
    else countries.set(town.country, [town]);
  }
  return sorted([...countries], ([code]) => countryName(code, locale)).map(({item: [, own], name}) =>
    renderFold(`${name} (${formatNumber(own.length, locale.data)})`, towns.length <= MANY, () =>
      renderPages(
        sorted(own, (town) => townName(town, context)).map(({item}) => item),
        options,
      ),
    ),
  );
};
