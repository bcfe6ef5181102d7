import {audienceNames, categoryNames, describeLink, nextStep, statusNames} from '../describe/ways.js';
import {datePart, messageParts, ownPart, textPart, type Context, type Part} from '../describe/parts.js';
import {create, type Child} from '../dom/create.js';
import type {Text} from '../feed/fields.js';
import type {Linked, LinkPolicy} from '../feed/links.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {interpolate, interpolateText} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {EVERYONE, type Entry} from './ways-entries.js';
import type {Search} from './ways-search.js';

/** What all cards of an element have in common. */
export interface CardOptions {
  readonly context: Context;
  readonly links: LinkPolicy;
  /** The level of a card's title as a heading. */
  readonly level: number;
  readonly search: Search;
  /** Renders a part of a sentence. */
  renderPart(part: Part): Child;
  /** Renders a link. */
  renderLink(href: string, ...children: readonly Child[]): HTMLElement;
}

/** A way to help: what it is, its next step as the one button, and who else does it. As nodes, which are new each time. */
export const renderCard = (
  {way, organisations, closed}: Entry,
  {context, links, level, search, renderPart, renderLink}: CardOptions,
): HTMLElement => {
  const {locale} = context;
  const renderText = (text: Text) => renderPart(textPart(text, context));
  const paragraph = (part: string, children: readonly Child[]) =>
    children.length ? [create('p', {part}, ...children)] : [];
  const status = (of: Organisation['status']) =>
    of === 'closed' || of === 'paused'
      ? [' ', create('span', {part: `status ${of}`}, `(${statusNames(locale)[of]})`)]
      : [];
  /** With a link where it is allowed, a mark where opening it can be dangerous, and an asterisk where it is unchecked. */
  const linked = (to: Linked & {checkedAt?: string}, name: readonly Child[]) => {
    const link = describeLink(to, links, locale);
    const children = [...name];
    if (link?.warning) {
      const {countries, meaning} = link.warning;
      children.push(create('span', {part: 'mark', role: 'img', 'aria-label': meaning}, ` ⚠\ufe0e ${countries}`));
    }
    if (!to.checkedAt) children.push('*');
    return link ? renderLink(link.url, ...children) : create('span', {}, ...children);
  };
  const nameOf = (organisation: Organisation): Child[] => [
    create('span', {part: 'name', translate: 'no'}, renderText(organisation.name)),
    ...search.aliasesMet(organisation).flatMap((alias) => [' (', renderText(alias), ')']),
  ];

  const step = closed ? undefined : nextStep(way, organisations, links);
  const action: HTMLElement[] = [];
  if (step) {
    const {organisation, host} = step;
    const name = organisation ? nameOf(organisation) : [create('span', {part: 'name', translate: 'no'}, host)];
    const message = interpolate<Child | Child[]>(msg('Go to {name}', {id: 'ways.go'}), {name});
    const link = linked(organisation ?? way, message.flat());
    link.part.add('action');
    action.push(link);
  }

  const others = organisations.filter(
    (organisation) =>
      organisation !== step?.organisation &&
      (closed || organisation.status !== 'closed' || search.meets(organisation.name, ...(organisation.aliases ?? []))),
  );
  const names = others.flatMap((organisation, i) => [
    i ? locale.data.comma : '',
    create('span', {part: 'organisation'}, linked(organisation, nameOf(organisation)), ...status(organisation.status)),
  ]);

  const checkedAt = (step?.organisation ?? (step && way))?.checkedAt;
  const minutes = way.minutes
    ? [ownPart(interpolateText(msg('{n} min', {id: 'ways.minutes', desc: 'Minutes'}), {n: way.minutes}), locale)]
    : [];
  const checked = checkedAt
    ? messageParts(msg('checked on {date}', {id: 'ways.checked'}), {date: datePart(checkedAt, locale)}, locale)
    : [];
  const facts = [...minutes, ...(minutes[0] && checked[0] ? [ownPart(' · ', locale)] : []), ...checked];

  const audiences = way.audiences.includes(EVERYONE) ? [] : way.audiences.map((name) => audienceNames(locale)[name]);
  return create(
    'li',
    {part: closed ? 'way closed' : 'way'},
    ...paragraph('category', [[categoryNames(locale)[way.category], ...audiences].join(' · ')]),
    create(
      'div',
      {part: 'title', role: 'heading', 'aria-level': String(level)},
      renderText(way.title),
      ...(closed ? status('closed') : []),
    ),
    ...paragraph('text', [renderText(way.text)]),
    ...paragraph('checked', facts.map(renderPart)),
    ...action,
    ...paragraph(
      'organisations',
      step && names[0] !== undefined
        ? interpolate<Child | Child[]>(msg('Also: {names}', {id: 'ways.also'}), {names}).flat()
        : names,
    ),
    ...[step?.organisation, ...others].flatMap((organisation) =>
      organisation?.note ? paragraph('note', [renderText(organisation.note)]) : [],
    ),
  );
};
