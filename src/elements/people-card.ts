import {describePerson, type peopleWords} from '../describe/people.js';
import {ownPart, type Context, type Part, type Parts} from '../describe/parts.js';
import {page} from '../dom/page.js';
import {create, type Child} from '../dom/create.js';
import type {Person} from '../feed/sections/people.js';

/** What all cards of a list have in common. */
export interface CardOptions {
  readonly context: Context;
  readonly words: ReturnType<typeof peopleWords>;
  /** Level of a name as a heading. */
  readonly level: number;
  /** Ids of the buttons whose content is shown. */
  readonly unfolded: Set<string>;
  renderPart(part: Part, numberPart?: string): Child;
  renderParts(parts: Parts, numberPart?: string): Child;
}

/** Copies a text; where the page may not, it is selected, so that the reader can. */
const copy = async (address: HTMLElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(address.textContent);
    return true;
  } catch {
    page.getSelection()?.selectAllChildren(address);
    return false;
  }
};

/** A person: where they are now, days without contact if any, where to write to, and what happened. */
export const renderPerson = (
  person: Person,
  {context, words, level, unfolded, renderPart, renderParts}: CardOptions,
): HTMLElement => {
  const {name, status, statusText, note, contact, history, source, checked, address} = describePerson(person, context);
  const paragraph = (part: string, parts: Parts | undefined, numberPart?: string) =>
    parts ? [create('p', {part}, renderParts(parts, numberPart))] : [];
  const about = [...(source ?? []), ...(source && checked ? [ownPart(' · ', context.locale)] : []), ...(checked ?? [])];
  const id = `history-${person.id}`;
  const fold = create(
    'details',
    {open: unfolded.has(id) ? '' : undefined},
    create('summary', {part: 'more', id, 'aria-describedby': person.id}, words.history),
    create('ol', {part: 'history'}, ...history.map((parts) => create('li', {}, renderParts(parts)))),
  );
  fold.addEventListener('toggle', () => {
    unfolded[(fold as HTMLDetailsElement).open ? 'add' : 'delete'](id);
  });
  return create(
    'li',
    {part: `person ${status}`},
    create(
      'div',
      {
        part: 'name',
        id: person.id,
        role: 'heading',
        'aria-level': String(level),
        translate: 'no',
      },
      renderPart(name),
    ),
    ...paragraph('status', statusText),
    ...paragraph('note', note && [note]),
    ...paragraph('contact', contact, 'days'),
    ...(address ? renderLetter(person.id, address) : []),
    ...paragraph('about', about[0] && about),
    fold,
  );

  /** The address, and a button that copies it. */
  function renderLetter(id: string, part: Part): HTMLElement[] {
    const text = create('address', {part: 'address', translate: 'no'}, renderPart(part));
    const button = create(
      'button',
      {
        part: 'copy',
        id: `copy-${id}`,
        type: 'button',
        'aria-describedby': id,
      },
      words.copy,
    );
    const done = create('span', {part: 'copied', role: 'status'});
    button.addEventListener('click', () => {
      void copy(text).then((isCopied) => (done.textContent = isCopied ? words.copied : words.selected));
    });
    return [create('p', {part: 'letter'}, words.letter), text, create('p', {}, button, ' ', done)];
  }
};
