import {create, replaceContent} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Town} from '../feed/sections/towns.js';
import {msg} from '../i18n/localize.js';
import {renderTown, type ListOptions} from './map-list.js';

/** Before the id of a town in the fragment of a page's address. */
const FRAGMENT = '#solidarity-map-';

/** The town that the page's address names. */
export const townOfAddress = (): string | undefined =>
  location.hash.startsWith(FRAGMENT) ? location.hash.slice(FRAGMENT.length) : undefined;

/** What is said of the open towns, each with its link; assistive technology reads it when it changes. */
export const createPanel = (onClose: () => void, options: ListOptions) => {
  const panel = create('div', {part: 'panel', 'aria-live': 'polite'});
  const [closeLabel, linkLabel] = [
    msg('Close', {id: 'map.close', desc: 'What is said of a town'}),
    msg('Link to this town', {id: 'map.link'}),
  ];
  const renderClose = () => {
    const close = create('button', {part: 'close', id: 'close', 'aria-label': closeLabel, title: closeLabel}, '×');
    close.addEventListener('click', onClose);
    return close;
  };
  const renderOpen = (town: Town) => {
    // The whole address, since a page may have a `<base>`.
    const href = location.href.split('#')[0]! + FRAGMENT + town.id;
    const link = create('p', {part: 'about'}, create('a', {part: 'permalink', href}, linkLabel));
    return create('div', {part: 'town'}, ...renderTown(town, options, link));
  };
  return {
    panel,
    show: (towns: readonly Town[]) =>
      replaceContent(panel, ...(towns[0] ? [renderClose(), ...towns.map(renderOpen)] : [])),
  };
};

/** The choice of a year: all of them, or one. */
export const renderYears = (years: readonly string[], chosen: string | undefined, onChoose: (year: string) => void) => {
  const option = (value: string, label: string) => {
    const node = page.createElement('option');
    node.value = value;
    node.textContent = label;
    node.selected = value === (chosen ?? '');
    return node;
  };
  const select = create(
    'select',
    {id: 'year'},
    option('', msg('All years', {id: 'map.years'})),
    ...years.toReversed().map((year) => option(year, year)),
  ) as HTMLSelectElement;
  select.addEventListener('change', () => onChoose(select.value));
  return create('label', {part: 'year'}, create('span', {}, msg('Year', {id: 'map.year'})), ' ', select);
};
