import {dateIn, instantOf, knownZone, MINSK} from '../../clock/zone.js';
import {messageTexts, sloganTexts} from '../../describe/amplify.js';
import {campaignTexts} from '../../describe/campaign.js';
import {observanceTexts} from '../../describe/countdown.js';
import {entriesOf, groupAt, isIn, type Entry} from '../../describe/event-entries.js';
import {eventTexts} from '../../describe/event.js';
import {figureTexts} from '../../describe/figure.js';
import {mapTexts} from '../../describe/map.js';
import {orderedPeople} from '../../describe/people-order.js';
import {peopleTexts} from '../../describe/people.js';
import {photoTexts} from '../../describe/photo.js';
import {trendTexts} from '../../describe/trend.js';
import {wayTexts} from '../../describe/ways.js';
import {chosenObservance} from '../../feed/chosen-observance.js';
import {chosenWays} from '../../feed/chosen-ways.js';
import type {Text} from '../../feed/fields.js';
import {knownLanguages} from '../../feed/known-languages.js';
import type {LinkPolicy} from '../../feed/links.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Message, Slogan} from '../../feed/sections/amplify.js';
import {currentCampaign, type Campaign} from '../../feed/sections/campaigns.js';
import {isComplete, type Figure} from '../../feed/sections/figures.js';
import type {Next} from '../../feed/sections/observances.js';
import type {Person} from '../../feed/sections/people.js';
import type {Photo} from '../../feed/sections/photos.js';
import type {Town} from '../../feed/sections/towns.js';
import {openWays} from './html-ways.js';

/* What an element shows of a feed, by its attributes: the same items as in a page, in the same order. */

/** What is shown, by the name of its element. */
export type Shown =
  | {readonly widget: 'counter'; readonly figure: Figure}
  | {readonly widget: 'countdown'; readonly next: Next}
  | {readonly widget: 'banner'; readonly campaign: Campaign}
  /** The feed has no other ways than those that are shown. */
  | {readonly widget: 'ways'; readonly feed: Feed}
  | {readonly widget: 'trend'; readonly figures: readonly Figure[]}
  | {readonly widget: 'people'; readonly people: readonly Person[]}
  | {readonly widget: 'events'; readonly entries: readonly Entry[]; readonly feed: Feed}
  | {readonly widget: 'map'; readonly towns: readonly Town[]}
  | {readonly widget: 'photos'; readonly photos: readonly Photo[]; readonly feed: Feed}
  | {readonly widget: 'amplify'; readonly message: Message; readonly figures: readonly Figure[]}
  | {
      readonly widget: 'amplify';
      readonly campaign: Slogan;
      /** On a board or a poster. */
      readonly figure?: Figure;
      /** Whether it is shown in all its languages. */
      readonly isList: boolean;
    };

export type Widget = Shown['widget'];

/** The attributes of an element. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** The sections of a feed that an element reads. */
export const SECTIONS: Readonly<Record<Widget, readonly string[]>> = {
  counter: ['figures'],
  countdown: ['observances'],
  banner: ['campaigns', 'observances'],
  ways: ['ways', 'organisations'],
  trend: ['figures'],
  people: ['people'],
  events: ['events', 'towns', 'organisations'],
  map: ['towns'],
  photos: ['photos', 'towns'],
  amplify: ['amplify', 'campaigns', 'figures'],
};

/** The elements with links that are no sources. */
const LINKING: readonly string[] = ['banner', 'ways', 'events', 'map', 'amplify'];

/** The links of an element: one that links nothing but sources links them, unless no links are wanted. */
export const policyOf = (widget: string, links: LinkPolicy): LinkPolicy =>
  LINKING.includes(widget) || links === 'none' ? links : 'all';

/** The item that an attribute names, or the section's first. */
const itemOf = <T extends {readonly id: string}>(items: readonly T[], id: string | undefined) =>
  id === undefined ? items[0] : items.find((item) => item.id === id);

const atMost = <T>(items: readonly T[], limit: string | undefined) =>
  Number(limit) > 0 ? items.slice(0, Number(limit)) : items;

const eventsOf = ({events, towns}: Feed, {country, town, past}: Attributes, now: number): Entry[] => {
  const all = entriesOf(events, towns).filter((entry) => isIn(entry, country, town));
  const isPast = (entry: Entry) => groupAt(entry, now) === 'past';
  return [...all.filter((entry) => !isPast(entry)), ...(past === undefined ? [] : all.filter(isPast).reverse())];
};

const amplifyOf = (feed: Feed, {variant, message: id, campaign}: Attributes): Shown | undefined => {
  const {amplify, campaigns, figures} = feed;
  if (variant && variant !== 'message') {
    const found = itemOf(campaigns, campaign);
    const isList = variant === 'slogans';
    return found && {widget: 'amplify', campaign: found, figure: isList ? undefined : figures[0], isList};
  }
  const message = itemOf(
    amplify.filter((one) => isComplete(one, figures)),
    id,
  );
  return message && {widget: 'amplify', message, figures};
};

/** What an element shows on a civil date; undefined where the feed has nothing for it. */
export const shownBy = (feed: Feed, widget: string, attributes: Attributes, today?: string): Shown | undefined => {
  const todayIn = (zone: string | undefined) => today ?? dateIn(knownZone(zone), Date.now());
  switch (widget as Widget) {
    case 'counter': {
      const figure = itemOf(feed.figures, attributes.figure);
      return figure && {widget: 'counter', figure};
    }
    case 'countdown': {
      const next = chosenObservance(feed.observances, attributes, (own) => todayIn(knownZone(attributes.zone, own)));
      return next && {widget: 'countdown', next};
    }
    case 'banner': {
      const {campaigns, observances} = feed;
      const found = itemOf(campaigns, attributes.campaign);
      const wanted = attributes.campaign === undefined ? campaigns : found ? [found] : [];
      const current = currentCampaign(wanted, observances, todayIn);
      return current && {widget: 'banner', campaign: current.campaign};
    }
    case 'ways': {
      const shown = {...feed, ways: chosenWays(feed.ways, attributes.category, attributes.exclude)};
      return openWays(shown).length ? {widget: 'ways', feed: shown} : undefined;
    }
    case 'trend': {
      const figure = itemOf(feed.figures, attributes.figure);
      const other = feed.figures.find(({id}) => id === attributes.compare);
      return figure && {widget: 'trend', figures: [figure, ...(other && other !== figure ? [other] : [])]};
    }
    case 'people': {
      const {person: id, status} = attributes;
      const people = id
        ? feed.people.filter((one) => one.id === id)
        : orderedPeople(feed.people, status, {today: todayIn(MINSK), expires: feed.expires});
      return people[0] && {widget: 'people', people};
    }
    case 'events':
      return feed.sections.includes('events')
        ? {widget: 'events', feed, entries: eventsOf(feed, attributes, today ? instantOf(today, MINSK) : Date.now())}
        : undefined;
    case 'map':
      return feed.towns[0] && {widget: 'map', towns: feed.towns};
    case 'photos': {
      const {town, event, limit} = attributes;
      const photos = feed.photos.filter((one) => (!town || one.town === town) && (!event || one.event === event));
      return feed.sections.includes('photos') ? {widget: 'photos', feed, photos: atMost(photos, limit)} : undefined;
    }
    case 'amplify':
      return amplifyOf(feed, attributes);
  }
};

/** The texts of the feed that are shown: they decide the language. */
export const shownTexts = (shown: Shown): Text[] => {
  switch (shown.widget) {
    case 'counter':
      return figureTexts(shown.figure);
    case 'countdown':
      return observanceTexts(shown.next.observance);
    case 'banner':
      return campaignTexts(shown.campaign);
    case 'ways': {
      const {ways} = shown.feed;
      const ids = ways.flatMap(({organisations = []}) => organisations);
      return wayTexts(
        ways,
        shown.feed.organisations.filter(({id}) => ids.includes(id)),
      );
    }
    case 'trend':
      return trendTexts(shown.figures);
    case 'people':
      return peopleTexts(shown.people);
    case 'events':
      return knownLanguages(
        shown.entries.flatMap(({event}) => eventTexts(event)),
        shown.feed.lang,
      );
    case 'map':
      return mapTexts(shown.towns);
    case 'photos':
      return knownLanguages(shown.photos.flatMap(photoTexts), shown.feed.lang);
    case 'amplify':
      return 'message' in shown ? messageTexts(shown.message, shown.figures) : sloganTexts(shown.figure);
  }
};
