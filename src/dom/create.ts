import {page} from './page.js';

/** What an element may hold. */
export type Child = Node | string;

/** An element with attributes, those that are undefined left out, and children. Texts are texts, never markup. */
export const create = (
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElement => {
  const element = page.createElement(tag);
  for (const name of Object.keys(attributes))
    if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
};
