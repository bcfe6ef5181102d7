import type {Text} from '../feed/fields.js';
import {
  daysWithoutContact,
  detentionOf,
  incidentsUntil,
  statusIncidents,
  statusOn,
  withoutContactSince,
  type Incident,
  type Person,
  type PersonStatus,
} from '../feed/sections/people.js';
import {formatDate, pluralForm} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {
  capitalizeParts,
  datePart,
  messageParts,
  numberPart,
  ownPart,
  sourceParts,
  textPart,
  type Context,
  type Part,
  type Parts,
} from './parts.js';

/** What is said of a person on a day. */
export interface PersonDescription {
  readonly name: Part;
  readonly status: PersonStatus;
  /** “Released: 13 December 2025” */
  readonly statusText: Parts;
  /** What the reader must know of it. */
  readonly note?: Part;
  /** “Without contact for 519 days”, only while the person is held. */
  readonly contact?: Parts;
  /** “Without contact since 8 February 2023”: the same in words that stay true. */
  readonly contactSince?: Parts;
  /** What happened, the oldest first: “Sentenced: 03/2023 · A note. · Source: Viasna”. */
  readonly history: readonly Parts[];
  /** “Source: HRW” of what says where the person is. */
  readonly source?: Parts;
  /** “Checked on 21 November 2026” */
  readonly checked?: Parts;
  /** Only while the person is held. */
  readonly address?: Part;
}

/** The texts of the feed that persons show: they decide the language. Names are left as they are. */
export const peopleTexts = (people: readonly Person[]): Text[] =>
  people.flatMap(({incidents}) => incidents.flatMap(({note}) => (note ? [note] : [])));

/** The words of the list. */
export const peopleWords = (locale: Locale) => {
  setActiveLocale(locale);
  return {
    title: msg('The people behind the numbers', {id: 'people.title'}),
    history: msg('What happened', {id: 'people.history', desc: 'Button that shows what happened to a person'}),
    letter: msg('Write a letter', {id: 'people.letter'}),
    copy: msg('Copy the address', {id: 'people.copy'}),
    copied: msg('Copied.', {id: 'ways.copied'}),
    selected: msg('Selected: copy it now.', {
      id: 'ways.selected',
      desc: 'A text was selected, since the browser does not allow to copy it',
    }),
  };
};

/** A date as precisely as it is known, and the end of a time that has one. */
const whenPart = ({date, until}: Incident, locale: Locale): Part => {
  const dates = [date, ...(until ? [until] : [])].map((one) => formatDate(one, locale.data));
  return {...datePart(date, locale), text: dates.join(' – ')};
};

/** What an incident is called. `setActiveLocale` must have been called. */
const incidentMessage = (what: Incident['what']): string => {
  switch (what) {
    case 'detained':
      return msg('Detained: {date}', {id: 'people.detained', desc: 'Must fit men and women; use a noun if need be'});
    case 'released':
      return msg('Released: {date}', {id: 'people.released', desc: 'Must fit men and women; use a noun if need be'});
    case 'exchanged':
      return msg('Freed in a prisoner exchange: {date}', {
        id: 'people.exchanged',
        desc: 'Must fit men and women; use a noun if need be',
      });
    case 'exiled':
      return msg('Forced to leave Belarus: {date}', {
        id: 'people.exiled',
        desc: 'Must fit men and women; use a noun if need be',
      });
    case 'home':
      return msg('At home since {date}', {id: 'people.home'});
    case 'died':
      return msg('Died: {date}', {id: 'people.died', desc: 'Must fit men and women; use a noun if need be'});
    case 'sentenced':
      return msg('Sentenced: {date}', {id: 'people.sentenced', desc: 'Must fit men and women; use a noun if need be'});
    case 'transferred':
      return msg('Moved to another prison: {date}', {
        id: 'people.transferred',
        desc: 'Must fit men and women; use a noun if need be',
      });
    case 'no-contact':
      return msg('Without contact: {date}', {id: 'people.no-contact', desc: 'The date may be a span of time'});
    case 'other':
      return '{date}';
  }
};

const describeIncident = (incident: Incident, context: Context): Parts => {
  const {locale} = context;
  setActiveLocale(locale);
  const {what, note, source} = incident;
  return [
    ...messageParts(incidentMessage(what), {date: whenPart(incident, locale)}, locale),
    ownPart(' · ', locale),
    ...(note ? [textPart(note, context), ownPart(' · ', locale)] : []),
    ...sourceParts(source, context),
  ];
};

/** Where a person is, in words that fit it. */
const describeStatus = (person: Person, {locale, today, expires}: Context): Parts => {
  setActiveLocale(locale);
  const status = statusOn(person, today, expires);
  if (status === 'unknown')
    return [ownPart(msg('It is not known where this person is now.', {id: 'people.unknown'}), locale)];
  const detention = detentionOf(person, today);
  const known = statusIncidents(person, today);
  const message = !detention
    ? incidentMessage(known.at(-1)!.what)
    : detention === known[0]
      ? msg('In custody since {date}', {id: 'people.held'})
      : msg('In custody again since {date}', {id: 'people.held-again'});
  return messageParts(message, {date: whenPart(detention ?? known.at(-1)!, locale)}, locale);
};

const describeContactSince = (person: Person, {locale, today, expires}: Context): Parts | undefined => {
  const since = withoutContactSince(person, today, expires);
  if (!since) return undefined;
  setActiveLocale(locale);
  return messageParts(
    msg('Without contact since {date}', {id: 'people.no-contact-since'}),
    {date: datePart(since, locale)},
    locale,
  );
};

const describeDaysWithoutContact = (person: Person, {locale, today, expires}: Context): Parts | undefined => {
  const days = daysWithoutContact(person, today, expires);
  if (days === undefined) return undefined;
  setActiveLocale(locale);
  return messageParts(
    pluralForm(
      msg('Without contact for {n} day|Without contact for {n} days', {
        id: 'people.days',
        desc: 'A person in prison; be: дзень, дні, дзён, дня; never суткі',
      }),
      days,
      locale,
    ),
    {n: numberPart(days, locale)},
    locale,
  );
};

/** Describes a person on a day. `today` must be the day in Minsk. */
export const describePerson = (person: Person, context: Context): PersonDescription => {
  const {locale, today, expires} = context;
  const {name, checkedAt, letter} = person;
  const status = statusOn(person, today, expires);
  const last = statusIncidents(person, today).at(-1);
  const contactSince = describeContactSince(person, context);
  setActiveLocale(locale);
  return {
    name: textPart(name, context),
    status,
    statusText: describeStatus(person, context),
    note: last?.note && status !== 'unknown' ? textPart(last.note, context) : undefined,
    contact: describeDaysWithoutContact(person, context) ?? contactSince,
    contactSince,
    history: incidentsUntil(person, today).map((incident) => describeIncident(incident, context)),
    source: last && status !== 'unknown' ? sourceParts(last.source, context) : undefined,
    checked: checkedAt
      ? capitalizeParts(
          messageParts(msg('checked on {date}', {id: 'ways.checked'}), {date: datePart(checkedAt, locale)}, locale),
        )
      : undefined,
    address: letter && status === 'held' ? textPart(letter.address, context) : undefined,
  };
};
