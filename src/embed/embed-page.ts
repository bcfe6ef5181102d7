import {create} from '../dom/create.js';
import {attributeOf, page} from '../dom/page.js';
import {pickAttributes, type Attributes} from './attributes.js';
import {openLinks, tellHeight} from './frame.js';

/* The script of the pages in `embed/`. Its element is in the page already; the query of the address has its attributes. */

/** The attributes of every element. Set by the build. */
declare const ATTRIBUTES: Attributes;

const root = page.documentElement;
const element = [...page.querySelectorAll('*')].find(({localName}) => localName.startsWith('solidarity-'))!;
const query = new URLSearchParams(location.search);
const attributes = pickAttributes(query, ATTRIBUTES[element.localName.slice('solidarity-'.length)]!);
for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
if (query.has('noindex')) page.head.appendChild(create('meta', {name: 'robots', content: 'noindex'}));

// `theme` sets the page's colours, too. Pages with frames seldom follow the reader's system, so a frame does not.
const isFramed = parent !== self;
const theme = attributeOf(element, 'theme') ?? (isFramed ? 'light' : 'auto');
root.setAttribute('data-theme', theme);
if (isFramed) {
  root.setAttribute('data-framed', '');
  const main = page.querySelector('main')!;
  tellHeight(main);
  openLinks(main);
}
