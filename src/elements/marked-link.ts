import type {Context} from '../describe/parts.js';
import {describeLink, type LinkWarning} from '../describe/ways.js';
import {create, type Child} from '../dom/create.js';
import type {Linked, LinkPolicy} from '../feed/links.js';

/** How links to pages that may be banned are rendered. */
export interface LinkOptions {
  readonly context: Pick<Context, 'locale'>;
  readonly links: LinkPolicy;
  renderLink(href: string, ...children: readonly Child[]): HTMLElement;
}

/** The mark at a link that can be dangerous to open, with the countries where. */
export const renderMark = ({countries, meaning}: LinkWarning) =>
  create('span', {part: 'mark', role: 'img', 'aria-label': meaning}, `⚠\ufe0e ${countries}`);

/** A child: in a link where the policy allows one, with a mark where opening it can be dangerous. */
export const renderLinked = (to: Linked, child: Child, {context, links, renderLink}: LinkOptions): Child[] => {
  const link = describeLink(to, links, context.locale);
  return link ? [renderLink(link.url, child), ...(link.warning ? [' ', renderMark(link.warning)] : [])] : [child];
};
