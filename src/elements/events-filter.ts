import {onlineName} from '../describe/event.js';
import {textPart, type Context} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {msg} from '../i18n/localize.js';
import {isAt, type Entry} from './events-entries.js';

/** The name of a country; its code where the engine does not know the language: a name in another one would be worse. */
const countryName = (code: string, tag: string) => {
  const [known] = Intl.DisplayNames.supportedLocalesOf(tag);
  return (known && new Intl.DisplayNames(known, {type: 'region'}).of(code)) ?? code;
};

/** The places of events that a reader can choose: everywhere, online, and each country with its towns. As new options. */
export const placeOptions = (entries: readonly Entry[], chosen: string, context: Context): HTMLElement[] => {
  const {tag} = context.locale;
  const names = new Map<string, string>();
  const option = (value: string, name: string) =>
    create('option', {value, selected: value === chosen ? '' : undefined}, name);
  for (const {country, town} of entries) {
    if (country && !names.has(country)) names.set(country, countryName(country, tag));
    if (town) names.set(town.id, textPart(town.name, context).text);
  }
  const byName = (a: string, b: string) => names.get(a)!.localeCompare(names.get(b)!, tag);
  const countries = [...names.keys()].filter((place) => entries.some(({country}) => country === place)).sort(byName);
  const townsIn = (code?: string) =>
    [...new Set(entries.flatMap(({country, town}) => (town && country === code ? [town.id] : [])))].sort(byName);
  return [
    option('', msg('Everywhere', {id: 'events.everywhere', desc: 'No place was chosen: all events are shown'})),
    ...(entries.some((entry) => isAt(entry, 'online')) ? [option('online', onlineName(context.locale))] : []),
    ...countries.flatMap((code) => [
      option(code, names.get(code)!),
      // Beneath their country, by spaces that every engine keeps.
      ...townsIn(code).map((id) => option(id, `\u2003${names.get(id)!}`)),
    ]),
  ];
};
