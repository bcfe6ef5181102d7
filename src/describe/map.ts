import type {Text} from '../feed/fields.js';
import type {Act, Town} from '../feed/sections/towns.js';
import {formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {datePart, ownPart, sourceParts, textPart, type Context, type Part, type Parts} from './parts.js';

/** What is said of an action, or of a renaming. */
export interface ActDescription {
  readonly act: Act;
  /** “Symbolic renaming”; absent for an action. */
  readonly kind?: Part;
  readonly title: Part;
  /** As precisely as it is known. */
  readonly date: Part;
  /** “Source: Town council” */
  readonly source: Parts;
}

/** What is said of a town. */
export interface TownDescription {
  readonly name: Part;
  /** The name of the country; its code where there is none. */
  readonly country: string;
  /** The years with an action, from the first on. */
  readonly years: readonly string[];
  /** The newest first. */
  readonly acts: readonly ActDescription[];
}

const regions = new Map<string, Intl.DisplayNames>();

/** The name of a country. Languages that an engine may lack have their own (`map.PL`); the others are the engine's. */
export const countryName = (code: string, {tag, messages}: Locale): string => {
  const own = messages?.[`map.${code}`];
  if (own) return own;
  try {
    if (!regions.has(tag)) regions.set(tag, new Intl.DisplayNames([tag, 'en'], {type: 'region'}));
    return regions.get(tag)!.of(code) ?? code;
  } catch {
    // A code that is no country's, or an engine without names.
    return code;
  }
};

/** The name of a town, as plain text. */
export const townName = (town: Town, context: Pick<Context, 'locale' | 'feedLang'>) =>
  textPart(town.name, context).text;

/** The years with an action, from the first on. */
export const yearsOf = (towns: readonly Pick<Town, 'acts'>[]): string[] =>
  [...new Set(towns.flatMap(({acts}) => acts.map(({date}) => date.slice(0, 4))))].sort();

/** Describes a town. */
export const describeTown = (town: Town, context: Pick<Context, 'locale' | 'feedLang'>): TownDescription => {
  const {locale} = context;
  setActiveLocale(locale);
  const renaming = msg('Symbolic renaming', {id: 'map.renaming', desc: 'Of a street or square, in honour of Belarus'});
  return {
    name: textPart(town.name, context),
    country: countryName(town.country, locale),
    years: yearsOf([town]),
    acts: [...town.acts]
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .map((act) => ({
        act,
        kind: act.what === 'renaming' ? ownPart(renaming, locale) : undefined,
        title: textPart(act.title, context),
        date: datePart(act.date, locale),
        source: sourceParts(act.source, context),
      })),
  };
};

/** The title of a map. */
export const mapTitle = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Solidarity on the map', {id: 'map.title'});
};

/** “16 towns” */
export const describeTownCount = (n: number, locale: Locale): string => {
  setActiveLocale(locale);
  return interpolateText(pluralForm(msg('{n} town|{n} towns', {id: 'map.towns'}), n, locale), {
    n: formatNumber(n, locale.data),
  });
};

/** “9 countries” */
export const describeCountryCount = (n: number, locale: Locale): string => {
  setActiveLocale(locale);
  return interpolateText(pluralForm(msg('{n} country|{n} countries', {id: 'map.countries'}), n, locale), {
    n: formatNumber(n, locale.data),
  });
};

/** The texts of the feed that a map shows: they decide its language. Names are left as they are. */
export const mapTexts = (towns: readonly Town[]): Text[] => towns.flatMap(({acts}) => acts.map(({title}) => title));
