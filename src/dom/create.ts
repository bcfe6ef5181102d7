import {page} from './page.js';

/** What an element may hold. */
export type Child = Node | string;

/** Appends children; texts are texts, never markup. Not by `append()`, which old libraries replace. */
export const appendTo = (parent: Node, ...children: readonly Child[]) => {
  for (const child of children) parent.appendChild(typeof child === 'string' ? page.createTextNode(child) : child);
};

/** Puts children in the place of all that a node has. */
export const replaceContent = (parent: Node, ...children: readonly Child[]) => {
  parent.textContent = '';
  appendTo(parent, ...children);
};

/** An element with attributes, those that are undefined left out, and children. */
export const create = (
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElement => {
  const element = page.createElement(tag);
  for (const name of Object.keys(attributes))
    if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  appendTo(element, ...children);
  return element;
};
