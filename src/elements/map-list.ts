import {countryName, describeTown, describeTownCount, townName} from '../describe/map.js';
import type {Context, Part} from '../describe/parts.js';
import {appendTo, create, type Child} from '../dom/create.js';
import type {Town} from '../feed/sections/towns.js';
import {formatNumber} from '../i18n/format.js';
import {renderLinked, type LinkOptions} from './marked-link.js';

/** How towns are rendered. */
export interface ListOptions extends LinkOptions {
  readonly context: Context;
  /** Ids of what the reader has unfolded, or folded, that was not so at first. */
  readonly toggled: Set<string>;
  renderPart(part: Part): Child;
}

/** With more towns than this, each country is rendered when a reader unfolds it. */
const MANY = 60;
/** How many towns of a country are rendered at once. */
const PAGE_SIZE = 100;

/** What is said of a town: its name, and what was done there, the newest first. */
export const renderTown = (town: Town, options: ListOptions, ...more: readonly Child[]): Child[] => {
  const {context, renderPart} = options;
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
                ...renderLinked(act, renderPart(title), options),
                create('p', {part: 'about'}, renderPart(date), ' · ', ...source.map(renderPart)),
              ),
            ),
          ),
        ]
      : []),
    ...more,
  ];
};

/** A button with what it unfolds, rendered then; as the reader left it when the nodes are new. */
const renderFold = (
  id: string,
  summary: string,
  isOpen: boolean,
  {toggled}: ListOptions,
  render: () => readonly Node[],
) => {
  const button = create('summary', {part: 'fold', id}, summary);
  const details = create('details', {}, button) as HTMLDetailsElement;
  // Only what the reader does is remembered. It is done after this.
  button.addEventListener('click', () => toggled[details.open === isOpen ? 'add' : 'delete'](id));
  const unfold = () => {
    if (details.open && details.childElementCount < 2) appendTo(details, ...render());
  };
  details.addEventListener('toggle', unfold);
  details.open = toggled.has(id) ? !isOpen : isOpen;
  unfold();
  return details;
};

const renderPages = (id: string, towns: readonly Town[], options: ListOptions): Node[] => {
  const rest = towns.slice(PAGE_SIZE);
  const restId = `${id}-${rest.length}`;
  return [
    create(
      'ul',
      {part: 'towns', role: 'list'},
      ...towns
        .slice(0, PAGE_SIZE)
        .map((town) =>
          create('li', {part: 'town', id: `town-${town.id}`, tabindex: '-1'}, ...renderTown(town, options)),
        ),
    ),
    ...(rest[0]
      ? [
          renderFold(restId, `+ ${describeTownCount(rest.length, options.context.locale)}`, false, options, () =>
            renderPages(restId, rest, options),
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
  return sorted([...countries], ([code]) => countryName(code, locale)).map(({item: [code, own], name}) =>
    renderFold(code, `${name} (${formatNumber(own.length, locale.data)})`, towns.length <= MANY, options, () =>
      renderPages(
        code,
        sorted(own, (town) => townName(town, context)).map(({item}) => item),
        options,
      ),
    ),
  );
};
