import type {Text} from '../feed/fields.js';
import {mayLink, type Linked, type LinkPolicy} from '../feed/links.js';
import type {Organisation} from '../feed/sections/organisations.js';
import type {Audience, Way} from '../feed/sections/ways.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';

/** Countries that banned a page, as codes, and what that means in words. */
export interface LinkWarning {
  readonly countries: string;
  readonly meaning: string;
}

/** A link as a policy allows it. */
export interface LinkDescription {
  readonly url: string;
  /** Absent where no country is known that banned the page. */
  readonly warning?: LinkWarning;
}

/** The names of audiences. */
export const audienceNames = (locale: Locale): Readonly<Record<Audience, string>> => {
  setActiveLocale(locale);
  return {
    everyone: msg('For everyone', {id: 'ways.everyone'}),
    parliamentarians: msg('For parliamentarians', {id: 'ways.parliamentarians'}),
    journalists: msg('For journalists', {id: 'ways.journalists'}),
    municipalities: msg('For municipalities', {id: 'ways.municipalities'}),
  };
};

/** The names of the states that a reader must know: of the others, the day of the check says enough. */
export const statusNames = (locale: Locale): Readonly<Record<'paused' | 'closed', string>> => {
  setActiveLocale(locale);
  return {
    paused: msg('paused', {id: 'ways.paused', desc: 'An organisation that does not work for now'}),
    closed: msg('no longer active', {
      id: 'ways.closed',
      desc: 'An organisation that has closed, or a way to help that is over',
    }),
  };
};

/** What the mark at a link means; said once, before the list. */
export const describeWarnings = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg(
    '⚠ marks links that you can be prosecuted for in the country named. Belarus (BY) calls such organisations “extremist”.',
    {id: 'ways.notice', desc: 'Stands before the list; “BY” stays, links are marked “⚠ BY”'},
  );
};

/** The link to an organisation or a page, where the policy allows one, and its warning. */
export const describeLink = (to: Linked, policy: LinkPolicy, locale: Locale): LinkDescription | undefined => {
  if (!mayLink(to, policy)) return undefined;
  const {url, designatedIn: countries = []} = to;
  setActiveLocale(locale);
  const meanings = countries.map((code) =>
    code === 'BY' ? msg('called “extremist” in Belarus', {id: 'ways.mark'}) : code,
  );
  return {
    url,
    warning: countries[0] ? {countries: countries.join(' '), meaning: meanings.join(locale.data.comma)} : undefined,
  };
};

/** Why a page shows names without links. */
export const describeHiddenLinks = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Links that may be dangerous for readers in Belarus are left out here.', {
    id: 'ways.unlinked',
    desc: 'Stands before the list, where a page shows names of organisations without links',
  });
};

/** What the marks at the links to some pages mean, or why links are missing; empty where neither is so. */
export const describeNotice = (pages: readonly Linked[], policy: LinkPolicy, locale: Locale): string =>
  pages.some((to) => mayLink(to, policy) && to.designatedIn?.[0])
    ? describeWarnings(locale)
    : pages.some((to) => mayLink(to, 'all') && !mayLink(to, policy))
      ? describeHiddenLinks(locale)
      : '';

/** The texts of the feed that a list of ways shows: they decide its language. Names are left as they are. */
export const wayTexts = (ways: readonly Way[], organisations: readonly Organisation[]): Text[] => [
  ...ways.flatMap(({title, text}) => [title, text]),
  ...organisations.flatMap(({note}) => (note === undefined ? [] : [note])),
];
