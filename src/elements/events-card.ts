import {describeEvent, describeLocalStart} from '../describe/event.js';
import {isOn, placed, type Entry} from '../describe/event-entries.js';
import {plainText, type Context, type Part, type Parts} from '../describe/parts.js';
import {describeLink} from '../describe/ways.js';
import {appendTo, create, type Child} from '../dom/create.js';
import {page} from '../dom/page.js';
import {mayLink, type LinkPolicy} from '../feed/links.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {msg} from '../i18n/localize.js';
import type {CalendarEvent} from './event-calendar.js';
import {renderLinked} from './marked-link.js';

/** What all cards of a list have in common. */
export interface CardOptions {
  readonly context: Context;
  readonly organisations: readonly Organisation[];
  readonly links: LinkPolicy;
  readonly now: number;
  /** Renders the title of a card. */
  renderTitle(title: Child): HTMLElement;
  /** Renders a sentence. */
  renderParts(parts: Parts): Node;
  /** Renders a link. */
  renderLink(href: string, ...children: readonly Child[]): HTMLElement;
  /** Called with what a calendar needs of an event when a reader wants it. */
  onSave(event: Omit<CalendarEvent, 'uid' | 'stamp'>, id: string): void;
}

/** An event: what, when, where, who, its source, and a button that adds it to the reader's calendar. As new nodes. */
export const renderCard = (
  entry: Entry,
  {context, organisations, links, now, renderTitle, renderParts, renderLink, onSave}: CardOptions,
): HTMLElement => {
  const {event, town, start, end, isPlaced} = entry;
  const {id, from, until = '', status, online, designatedIn} = event;
  const {locale} = context;
  const {title, heading, when, place, organisers, text, source} = describeEvent(
    placed(entry),
    {towns: town ? [town] : [], organisations},
    context,
  );
  const local = online && isPlaced ? describeLocalStart(event, locale) : undefined;
  const paragraph = (part: string, parts: Parts | undefined) =>
    parts?.[0] ? [create('p', {part}, renderParts(parts))] : [];
  /** With a link where that is allowed, and a mark where opening it can be dangerous. */
  const linked = (url: string | undefined, part: string, child: Child) => {
    const fragment = page.createDocumentFragment();
    const renderNamed: typeof renderLink = (...link) => {
      const element = renderLink(...link);
      element.part.add(part);
      element.id = `${part}-${id}`;
      // What it says alone is the same at every event.
      if (part === 'join') element.setAttribute('aria-describedby', titleId);
      return element;
    };
    appendTo(fragment, ...renderLinked({url, designatedIn}, child, {context, links, renderLink: renderNamed}));
    return fragment;
  };
  const titleId = `title-${id}`;
  const isHappening = end > now && status !== 'cancelled' && status !== 'postponed';
  const words = (parts: readonly Part[] | undefined) => parts && plainText(parts);
  const calendar = create(
    'button',
    {part: 'calendar', id: `calendar-${id}`, 'aria-describedby': titleId},
    msg('Add to calendar', {id: 'events.calendar'}),
  );
  calendar.addEventListener('click', () =>
    onSave(
      {
        title: title.text,
        text: [text?.text, words(organisers), words(source)].filter(Boolean).join('\n'),
        place: words(place)!,
        url: describeLink({url: event.url ?? online, designatedIn}, links, locale)?.url ?? '',
        status,
        // A whole day has no zone.
        ...(/T/.test(from + until) ? {start, end: until ? end : 0} : {start: from, end: until || from}),
      },
      id,
    ),
  );
  const actions = [
    ...(online && isHappening && mayLink({url: online, designatedIn}, links)
      ? [linked(online, 'join', msg('Take part online', {id: 'events.join'}))]
      : []),
    ...(isHappening && isPlaced ? [calendar] : []),
  ];
  const named = renderTitle(linked(event.url, 'page', renderParts(heading)));
  named.id = titleId;
  return create(
    'li',
    {part: `event ${status}`},
    ...(isHappening && isOn(entry, now)
      ? [create('p', {part: 'now'}, msg('Now', {id: 'events.now', desc: 'An event that is going on'}))]
      : []),
    named,
    ...paragraph('when', when),
    ...paragraph('local', local),
    ...paragraph('place', place),
    ...paragraph('text', text && [text]),
    ...paragraph('organisers', organisers),
    ...(actions[0] ? [create('p', {part: 'actions'}, ...actions)] : []),
    ...paragraph('source', source),
  );
};
