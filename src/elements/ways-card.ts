import {audienceNames, describeLink, statusNames} from '../describe/ways.js';
import {capitalizeParts, datePart, messageParts, textPart, type Context, type Part} from '../describe/parts.js';
import {appendTo, create, type Child} from '../dom/create.js';
import type {Text} from '../feed/fields.js';
import {mayLink, type LinkPolicy} from '../feed/links.js';
import type {RawFeed} from '../feed/section.js';
import type {Organisation} from '../feed/sections/organisations.js';
import type {Way} from '../feed/sections/ways.js';
import {interpolate, interpolateText} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {loadModule} from '../store/lazy-modules.js';
import {renderMark} from './marked-link.js';
import {EVERYONE, type Entry} from './ways-entries.js';
import {aliasesMet} from './ways-search.js';

/** What all cards of a list have in common. */
export interface CardOptions {
  readonly context: Context;
  /** The feed, for the figure that a template quotes. */
  readonly feed: RawFeed;
  readonly links: LinkPolicy;
  /** The level of a card's title as a heading. */
  readonly level: number;
  /** What the reader searches for. */
  readonly words: readonly string[];
  /** What the reader has unfolded: ids of buttons and templates. */
  readonly unfolded: Set<string>;
  /** Renders a part of a sentence. */
  renderPart(part: Part): Child;
  /** Renders a link. */
  renderLink(href: string, ...children: readonly Child[]): HTMLElement;
}

const createSpan = (_: string, ...children: readonly Child[]) => create('span', {}, ...children);

/**
 * A way to help: what it is, its next step as the one button (the page of the way, else its first organisation that works
 * and may be linked), and who else does it. As nodes, new each time: old ones may hold a page translator's words.
 */
export const renderCard = (
  {way, organisations, closed}: Entry,
  {context, feed, links, level, words, unfolded, renderPart, renderLink}: CardOptions,
): HTMLElement => {
  const {locale} = context;
  const renderText = (text: Text) => renderPart(textPart(text, context));
  const paragraph = (part: string, children: readonly Child[]) =>
    children[0] === undefined ? [] : [create('p', {part}, ...children)];
  const describeStatus = (status: Organisation['status']) =>
    status === 'paused' || status === 'closed'
      ? [' ', create('span', {part: `status ${status}`}, `(${statusNames(locale)[status]})`)]
      : [];
  /** A name in a message; with a link where that is allowed, a mark where opening it can be dangerous. */
  const renderName = (to: Organisation | Way, part: string, message = '{name}') => {
    const link = describeLink(to, links, locale);
    const warning = link?.warning;
    const isOrganisation = 'name' in to;
    const name = [
      // Or the host of an https address.
      create('span', {part: 'name', translate: 'no'}, isOrganisation ? renderText(to.name) : to.url!.split('/')[2]!),
      ...(isOrganisation ? aliasesMet(to, words, context).flatMap((alias) => [' (', renderText(alias), ')']) : []),
    ];
    const element = (link ? renderLink : createSpan)(
      link?.url ?? '',
      ...interpolate<Child | Child[]>(message, {name}).flat(),
      ...(warning ? [' ', renderMark(warning)] : []),
      to.checkedAt ? '' : '*',
      ...(isOrganisation ? describeStatus(to.status) : []),
    );
    element.part.add(part);
    return element;
  };

  const step = closed
    ? undefined
    : [way, ...organisations].find((to) => mayLink(to, links) && (to as Organisation).status !== 'paused');
  const others = organisations.filter((one) => one !== step && (closed || words[0] || one.status !== 'closed'));
  const names = others.flatMap((one, i) => [i ? locale.data.comma : '', renderName(one, 'organisation')]);
  const about = [
    ...(way.minutes ? [interpolateText(msg('{n} min', {id: 'ways.minutes', desc: 'Minutes'}), {n: way.minutes})] : []),
    ...(way.audiences.includes(EVERYONE) ? [] : way.audiences.map((name) => audienceNames(locale)[name])),
  ];
  const checked = step?.checkedAt
    ? messageParts(msg('checked on {date}', {id: 'ways.checked'}), {date: datePart(step.checkedAt, locale)}, locale)
    : [];
  const templates = (way.templates ?? []).map((template, i) => {
    const id = `${way.id} ${i}`;
    const open = unfolded.has(id) ? '' : undefined;
    const fold = create('details', {part: 'template', open}, create('summary', {}, renderText(template.title)));
    let content: Promise<void> | undefined;
    const unfold = async () => {
      const {renderTemplate} = await loadModule<typeof import('./way-template.js')>('way-template');
      appendTo(fold, await renderTemplate(template, feed, context));
    };
    const onToggle = () => {
      const isOpen = fold.hasAttribute('open');
      unfolded[isOpen ? 'add' : 'delete'](id);
      // What could not be loaded is loaded when it is unfolded again.
      if (isOpen) content ??= unfold().catch(() => (content = undefined));
    };
    fold.addEventListener('toggle', onToggle);
    if (unfolded.has(id)) onToggle();
    return fold;
  });
  return create(
    'li',
    {part: closed ? 'way closed' : 'way'},
    ...paragraph('about', about[0] ? [about.join(' · ')] : []),
    create(
      'div',
      {part: 'title', role: 'heading', 'aria-level': String(level)},
      renderText(way.title),
      ...(closed ? describeStatus('closed') : []),
    ),
    create('p', {part: 'text'}, renderText(way.text)),
    ...(step ? [renderName(step, 'action', msg('Go to {name}', {id: 'ways.go'}))] : []),
    ...paragraph('checked', capitalizeParts(checked).map(renderPart)),
    ...paragraph(
      'organisations',
      step && names[0] !== undefined
        ? interpolate<Child | Child[]>(msg('Also: {names}', {id: 'ways.also'}), {names}).flat()
        : names,
    ),
    ...organisations.flatMap((one) =>
      one.note && (one === step || others.includes(one)) ? paragraph('note', [renderText(one.note)]) : [],
    ),
    ...templates,
  );
};
