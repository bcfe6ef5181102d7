import {placed, type Entry} from '../../describe/event-entries.js';
import {describeEvent, describeNoEvents} from '../../describe/event.js';
import {describeTown} from '../../describe/map.js';
import {datePart, listParts, ownPart} from '../../describe/parts.js';
import {describePerson} from '../../describe/people.js';
import {describePhoto, photoInstructions} from '../../describe/photo.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Person} from '../../feed/sections/people.js';
import type {Photo} from '../../feed/sections/photos.js';
import type {Town} from '../../feed/sections/towns.js';
import {linkedHtml, partsHtml, sentencesHtml} from './html.js';
import {noticeHtml} from './html-ways.js';
import {contextOf, type RenderOptions} from './options.js';

/* Lists in sentences that stay true: what can change has its day. */

/** Persons: where each was when it was checked, and what must be known of it. */
export const peopleHtml = (people: readonly Person[], options: RenderOptions): string[] => {
  const context = contextOf(options);
  const {locale} = context;
  return people.map((person) => {
    const {name, statusText, note, contactSince, source, checked} = describePerson(person, context);
    const about = [...(source ?? []), ...(source && checked ? [ownPart(' · ', locale)] : []), ...(checked ?? [])];
    const status = [name, ownPart(': ', locale), ...statusText];
    return sentencesHtml([status, note && [note], contactSince, about], options);
  });
};

/** Events with their days and places; where there are none, that none was announced, and the day on which that was so. */
export const eventsHtml = (entries: readonly Entry[], feed: Feed, options: RenderOptions) => {
  const context = contextOf(options);
  const {locale} = context;
  if (!entries[0]) {
    const none = [
      datePart(feed.issued.slice(0, 10), locale),
      ownPart(': ', locale),
      ownPart(describeNoEvents(locale), locale),
    ];
    return {lines: [sentencesHtml([none], options)], items: []};
  }
  let hasWarning = false;
  const items = entries.map((entry) => {
    const {url, designatedIn} = entry.event;
    const {heading, when, place, organisers, source} = describeEvent(placed(entry), feed, context);
    const link = linkedHtml({url, designatedIn}, partsHtml(heading, options), options);
    hasWarning ||= link.hasWarning;
    const where = [...when, ...(place[0] ? [ownPart(locale.data.comma, locale), ...place] : [])];
    return `${link.html}: ${sentencesHtml([where, organisers, source], options)}`;
  });
  return {lines: noticeHtml(hasWarning, options), items};
};

/** Towns with their countries, and the years in which something was done there. */
export const townsHtml = (towns: readonly Town[], options: RenderOptions): string[] => {
  const context = contextOf(options);
  const {locale} = context;
  return towns.map((town) => {
    const {name, country, years} = describeTown(town, context);
    const where = listParts([name, ownPart(country, locale)], locale);
    return partsHtml(years[0] ? [...where, ownPart(`: ${years.join(' · ')}`, locale)] : where, options);
  });
};

/** Photos in words: the caption, or what is to be seen, its place and day, and whose it is; without photos, how to take one. */
export const photosHtml = (photos: readonly Photo[], feed: Feed, options: RenderOptions) => {
  const context = contextOf(options);
  const {instructions, consent} = photoInstructions(options.locale);
  const own = (words: string) => [ownPart(words, options.locale)];
  return {
    lines: photos[0] ? [] : [sentencesHtml([own(instructions), own(consent)], options)],
    items: photos.map((photo) => {
      const {alt, caption, place, credit} = describePhoto(photo, feed.towns, context);
      return sentencesHtml([[caption ?? alt], place, credit], options);
    }),
  };
};
