/** Elements that no fallback content has: where they are, an end tag was forgotten, and the page went on inside. */
const NO_FALLBACK =
  'article,aside,footer,form,header,iframe,main,nav,section,script,solidarity-counter,solidarity-countdown,solidarity-banner,solidarity-ways';
const BLOCKS = /^(address|blockquote|details|div|dl|fieldset|figure|h[1-6]|hr|ol|p|pre|table|ul)$/;

/**
 * Whether the children of an element are more than fallback content can be: `<solidarity-counter />` and a forgotten end
 * tag make the rest of the page its children. They stay visible then.
 */
export const holdsPage = (host: Element, blocks: number, length: number): boolean => {
  if (!host.firstElementChild) return host.textContent!.length > length;
  let count = 0;
  for (let child = host.firstElementChild as Element | null; child; child = child.nextElementSibling)
    if (BLOCKS.test(child.localName)) count++;
  return count > blocks || host.textContent!.length > length || !!host.querySelector(NO_FALLBACK);
};
