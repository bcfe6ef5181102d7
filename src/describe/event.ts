import {instantOf} from '../clock/zone.js';
import type {Text} from '../feed/fields.js';
import type {Event} from '../feed/sections/events.js';
import type {Organisation} from '../feed/sections/organisations.js';
import type {Town} from '../feed/sections/towns.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {describeMoment, describeZone} from './countdown.js';
import {listParts, ownPart, sourceParts, textPart, type Context, type Part, type Parts} from './parts.js';

/** What is said of an event. */
export interface EventDescription {
  readonly title: Part;
  /** The title, after “Cancelled: ” where the event is. */
  readonly heading: Parts;
  /** “Cancelled”, where it is. */
  readonly cancelled?: Part;
  /** “9 August 2027, 18:30 – 20:00 (Berlin, UTC+2)” */
  readonly when: Parts;
  /** Place and town: “Main square, Testville”. Empty where neither is known. */
  readonly place: Parts;
  /** The names of the organisations that call it. */
  readonly organisers: Parts;
  readonly text?: Part;
  /** “Source: Test Count” */
  readonly source: Parts;
}

/** The texts of the feed that an event shows: they decide its language. Names are left as they are. */
export const eventTexts = ({title, text}: Event): Text[] => [title, ...(text ? [text] : [])];

/**
 * When an event is, in its own zone; a zone of `local` is the reader's and is not named. Throws a RangeError for a zone
 * that the engine does not know.
 */
const describeWhen = ({from, until = '', zone}: Event, locale: Locale): Parts => {
  const range: Part[] = [describeMoment(from, locale)];
  const [lastDay, lastTime] = until.split('T') as [string, string?];
  const isSameDay = from.startsWith(lastDay);
  if (until && (lastTime || !isSameDay)) {
    const end = describeMoment(until, locale);
    range.push(ownPart(' – ', locale), isSameDay ? {...end, text: lastTime!} : end);
  }
  const isTimed = /T/.test(from + until);
  return isTimed && zone && zone !== 'local'
    ? [...range, ownPart(` (${describeZone(zone, instantOf(from, zone), locale)})`, locale)]
    : range;
};

/** Describes an event; the towns and organisations of the feed have the names that it refers to. */
export const describeEvent = (
  event: Event,
  {towns, organisations}: {readonly towns: readonly Town[]; readonly organisations: readonly Organisation[]},
  context: Pick<Context, 'locale' | 'feedLang'>,
): EventDescription => {
  const {locale} = context;
  setActiveLocale(locale);
  const {status, text, place, town, source} = event;
  const list = (texts: readonly (Text | undefined)[]) =>
    listParts(
      texts.flatMap((name) => (name ? [textPart(name, context)] : [])),
      locale,
    );
  const title = textPart(event.title, context);
  const cancelled =
    status === 'cancelled' ? ownPart(msg('Cancelled', {id: 'event.cancelled', desc: 'An event'}), locale) : undefined;
  return {
    title,
    heading: cancelled ? [cancelled, ownPart(': ', locale), title] : [title],
    cancelled,
    when: describeWhen(event, locale),
    place: list([place, towns.find(({id}) => id === town)?.name]),
    organisers: list((event.organisations ?? []).map((id) => organisations.find((one) => one.id === id)?.name)),
    text: text ? textPart(text, context) : undefined,
    source: sourceParts(source, context),
  };
};
