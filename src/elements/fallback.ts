/** Elements that fallback content has none of: where there are some, an end tag was forgotten. */
const PAGE = 'article,aside,footer,form,header,iframe,main,nav,section,script';
const BLOCKS = ':scope>:is(blockquote,div,dl,figure,h1,h2,h3,h4,hr,ol,p,pre,table,ul)';

/**
 * Whether the children of an element are more than fallback content can be: `<solidarity-counter />` and a forgotten end
 * tag make the rest of the page its children. They stay visible then. The limits are of block elements and characters.
 */
export const holdsPage = (host: Element, [blocks, length]: readonly [number, number]): boolean =>
  host.textContent!.length > length || host.querySelectorAll(BLOCKS).length > blocks || !!host.querySelector(PAGE);
