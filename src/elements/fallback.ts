/** Elements that fallback content has none of: where there are some, an end tag was forgotten. */
const PAGE =
  'article,aside,audio,button,canvas,embed,footer,form,header,iframe,input,main,nav,object,section,script,select,textarea,video';
/** A picture may be a badge; a second one is the page's. */
const BLOCKS =
  ':scope>:is(address,blockquote,center,details,dialog,div,dl,fieldset,figure,h1,h2,h3,h4,h5,h6,hgroup,hr,img~img,menu,ol,p,picture~picture,pre,search,table,ul):not([slot])';

/**
 * Whether the children of an element are more than fallback content can be: `<solidarity-counter />` and a forgotten end
 * tag make the rest of the page its children. They stay visible then. The limits are of block elements and characters.
 */
export const holdsPage = (host: Element, [blocks, length]: readonly [number, number]): boolean =>
  host.textContent!.length > length ||
  host.querySelectorAll(BLOCKS).length > blocks ||
  !!host.querySelector(PAGE) ||
  // Custom elements of the page.
  [...host.querySelectorAll('*')].some(({localName}) => /^(?!solidarity-).+-/.test(localName));
