import {expect} from '@open-wc/testing';
import {upgradePage} from '../../src/embed/upgrade.js';
import {fieldsLikeMembers} from '../support/clobber.js';

const BASE = 'https://widgets.example/v1/';
const EMBED = `${BASE}embed/`;
const ALLOWED = {counter: 'figure variant look theme trend count-up', ways: 'audience limit', banner: 'campaign'};

/** As `innerHTML`, without the marks of this test. */
const htmlOf = (root: Element) => root.innerHTML.replaceAll(EMBED, '…/').replaceAll('&amp;', '&');

const task = () => new Promise((resolve) => setTimeout(resolve));

let root: HTMLElement;
before(() => upgradePage(BASE, ALLOWED));
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => root.remove());

const upgraded = async (html: string) => {
  root.innerHTML = html.replaceAll('…/', EMBED);
  await task();
  return htmlOf(root);
};

const LINK = '<a href="…/counter.html">Prisoners</a>';
const COUNTER = `<solidarity-counter>${LINK}</solidarity-counter>`;
const INLINE = `<solidarity-counter variant="inline">${LINK}</solidarity-counter>`;

/** Pages and what becomes of them. */
const CASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a link': [LINK, COUNTER],
  'a link in a paragraph, as wpautop writes it': [`<p>${LINK}</p>\n`, `<p>${COUNTER}</p>\n`],
  'a link with line breaks around it': [`<p>${LINK}<br>\n</p>`, `<p>${COUNTER}<br>\n</p>`],
  'a link in bold': [`<p><strong>${LINK}</strong></p>`, `<p><strong>${COUNTER}</strong></p>`],
  'attributes of the query': [
    '<a href="…/counter.html?lang=be&trend&look=memorial&figure=women">x</a>',
    '<solidarity-counter lang="be" trend="" look="memorial" figure="women"><a href="…/counter.html?lang=be&trend&look=memorial&figure=women">x</a></solidarity-counter>',
  ],
  'the language of the path': [
    '<a href="…/be/counter.html">x</a>',
    '<solidarity-counter lang="be"><a href="…/be/counter.html">x</a></solidarity-counter>',
  ],
  'the language of the query before that of the path': [
    '<a href="…/be-Latn/counter.html?lang=pl#x">x</a>',
    '<solidarity-counter lang="pl"><a href="…/be-Latn/counter.html?lang=pl#x">x</a></solidarity-counter>',
  ],
  'attributes of a link by data': [
    '<a href="…/ways.html?limit=2" data-limit="3">x</a>',
    '<solidarity-ways limit="3"><a href="…/ways.html?limit=2" data-limit="3">x</a></solidarity-ways>',
  ],
  'two links in one paragraph': [`<p>${LINK} ${LINK}</p>`, `<p>${COUNTER} ${COUNTER}</p>`],
  'a link in a sentence': [`<p>There are ${LINK}.</p>`, `<p>There are ${INLINE}.</p>`],
  'a link in a heading': [`<h2>${LINK}</h2>`, `<h2>${INLINE}</h2>`],
  'a link in bold in a sentence': [`<p>Now <b>${LINK}</b></p>`, `<p>Now <b>${INLINE}</b></p>`],
  'a variant that the sentence has chosen': [
    '<p>x <a href="…/counter.html?variant=badge">x</a></p>',
    '<p>x <solidarity-counter variant="badge"><a href="…/counter.html?variant=badge">x</a></solidarity-counter></p>',
  ],
  'a link with a picture': [
    '<a href="…/counter.html"><img alt="1" src="data:,"></a>',
    '<solidarity-counter><a href="…/counter.html"><img alt="1" src="data:,"></a></solidarity-counter>',
  ],
  'a placeholder': [
    '<div data-solidarity="counter" data-lang="de" data-count-up="">Gefangene</div>',
    '<div data-solidarity="counter" data-lang="de" data-count-up=""><solidarity-counter lang="de" count-up="">Gefangene</solidarity-counter></div>',
  ],
  ...Object.fromEntries(
    ['p', 'span', 'blockquote', 'section', 'figure'].map((tag) => [
      `a placeholder ${tag}`,
      [
        `<${tag} data-solidarity="ways">x</${tag}>`,
        `<${tag} data-solidarity="ways"><solidarity-ways>x</solidarity-ways></${tag}>`,
      ] as const,
    ]),
  ),
  'a link elsewhere that is a placeholder': [
    '<a href="https://other.example/" data-solidarity=" Counter ">x</a>',
    '<solidarity-counter><a href="https://other.example/" data-solidarity=" Counter ">x</a></solidarity-counter>',
  ],
  'a placeholder in a sentence': [
    '<p>There are <span data-solidarity="counter">many</span>.</p>',
    '<p>There are <span data-solidarity="counter"><solidarity-counter variant="inline">many</solidarity-counter></span>.</p>',
  ],
  'a placeholder with a link to an embed page in it': [
    `<div data-solidarity="ways">${LINK}</div>`,
    `<div data-solidarity="ways"><solidarity-ways>${LINK}</solidarity-ways></div>`,
  ],
  'an island that may not be edited in what may be': [
    `<div contenteditable="false">${LINK}</div>`,
    `<div contenteditable="false">${COUNTER}</div>`,
  ],
  'a link after a script in SVG that has no address': [
    `<svg><script data-widget="counter"></script></svg>${LINK}`,
    `<svg><script data-widget="counter"></script></svg>${COUNTER}`,
  ],
  'a placeholder that was not closed: the page stays where it is': [
    '<div data-solidarity="counter"><p>One</p><p>Two</p></div>',
    '<div data-solidarity="counter"><solidarity-counter></solidarity-counter><p>One</p><p>Two</p></div>',
  ],
};

/** Pages that stay as they are. */
const UNTOUCHED: Readonly<Record<string, string>> = {
  'another origin': '<a href="https://evil.example/v1/embed/counter.html">x</a>',
  'another folder of this origin': '<a href="https://widgets.example/v2/embed/counter.html">x</a>',
  'an origin that begins alike': '<a href="https://widgets.example.evil.example/v1/embed/counter.html">x</a>',
  'another protocol': '<a href="http://widgets.example/v1/embed/counter.html">x</a>',
  'user and password': '<a href="https://widgets.example@evil.example/v1/embed/counter.html">x</a>',
  'a script as an address': `<a href="javascript:'${EMBED}counter.html'">x</a>`,
  'our address inside another': `<a href="https://evil.example/?${EMBED}counter.html">x</a>`,
  'a way out of the folder': '<a href="…/../other/embed/counter.html">x</a>',
  'an encoded way out of the folder': '<a href="…/%2e%2e/embed/../x/embed/counter.html">x</a>',
  'an element that does not exist': '<a href="…/constructor.html">x</a><p data-solidarity="toString">x</p>',
  'a language that is none': '<a href="…/x-y-z/counter.html">x</a>',
  'a huge query': `<a href="…/counter.html?${'a'.repeat(1001)}">x</a>`,
  'a link that was not closed': `<p><a href="…/counter.html">${'The article. '.repeat(20)}</a></p>`,
  'a link around blocks': '<a href="…/counter.html"><p>One</p></a>',
  'a link to ways in a sentence': '<p>See <a href="…/ways.html">what you can do</a>.</p>',
  'a link to ways in a heading': '<h2><a href="…/ways.html">What you can do</a></h2>',
  'an editor': `<div contenteditable="true"><p>${LINK}</p></div>`,
  'an editor without a value': `<div contenteditable><p data-solidarity="counter">x</p></div>`,
  'a comment by a visitor': '<p><a rel="nofollow ugc" href="…/counter.html">x</a></p>',
  'a placeholder in a link': '<a href="https://other.example/"><span data-solidarity="counter">x</span></a>',
  'a placeholder in a button': '<button><span data-solidarity="counter">x</span></button>',
  'a link in the quotation that WordPress shows until a frame has loaded': `<blockquote data-secret="x">${LINK}</blockquote>`,
  'a link in SVG': '<svg><a href="…/counter.html"><text>x</text></a></svg>',
  'a placeholder that is none of ours': '<li data-solidarity="counter">x</li>',
  'a template': `<template>${LINK}</template>`,
  'an element that the author wrote': COUNTER,
  'a name of an element': '<div data-solidarity="solidarity-counter">x</div>',
  'no name': '<div data-solidarity="">x</div>',
};

describe('the upgrade of links and placeholders', () => {
  for (const [what, [before, after]] of Object.entries(CASES))
    it(what, async () => {
      expect(await upgraded(before)).to.equal(after.replaceAll(EMBED, '…/'));
    });

  for (const [what, html] of Object.entries(UNTOUCHED))
    it(`leaves alone: ${what}`, async () => {
      root.innerHTML = html.replaceAll('…/', EMBED);
      const given = htmlOf(root);
      await task();
      expect(htmlOf(root)).to.equal(given);
    });

  it('sets no attribute that is not the element’s own, and no feed', async () => {
    const hostile = [
      'src',
      'onclick',
      'onerror',
      'style',
      'id',
      'class',
      'slot',
      'is',
      '__proto__',
      'constructor',
      'now',
    ];
    const html = `<a href="…/counter.html?${hostile.map((name) => `${name}=x`).join('&')}">x</a>`;
    await upgraded(html + `<p data-solidarity="counter" ${hostile.map((name) => `data-${name}="x"`).join(' ')}>x</p>`);
    const counters = [...root.querySelectorAll('solidarity-counter')];
    expect(counters.map((counter) => counter.getAttributeNames())).to.deep.equal([[], []]);
  });

  it('leaves out values that are too long', async () => {
    expect(
      await upgraded(`<p data-solidarity="counter" data-figure="${'a'.repeat(201)}" data-look="memorial"></p>`),
    ).to.contain('<solidarity-counter look="memorial">');
  });

  it('upgrades once, however often it runs, and in two copies', async () => {
    const html = `<p>${LINK}</p><div data-solidarity="counter">x</div>`;
    const once = await upgraded(html);
    upgradePage(BASE, ALLOWED);
    upgradePage(BASE, ALLOWED);
    await task();
    expect(htmlOf(root)).to.equal(once);
    root.innerHTML += '';
    await task();
    expect(htmlOf(root)).to.equal(once);
    expect(await upgraded(html)).to.equal(once);
  });

  it('upgrades what comes out of a template, and what is inserted deep inside', async () => {
    await upgraded(`<template><section><p>${LINK}</p></section></template>`);
    const template = root.querySelector('template')!;
    root.replaceChildren(template.content.cloneNode(true));
    await task();
    expect(htmlOf(root)).to.equal(`<section><p>${COUNTER}</p></section>`);
  });

  it('upgrades in a form whose fields are named like its members, and in what is beside it', async () => {
    const form = document.createElement('form');
    for (const field of fieldsLikeMembers()) Node.prototype.appendChild.call(form, field);
    const place = document.createElement('p');
    place.setAttribute('data-solidarity', 'counter');
    const link = document.createElement('a');
    link.setAttribute('href', `${EMBED}counter.html`);
    for (const node of [place, link]) Node.prototype.appendChild.call(form, node);
    const last = link.cloneNode();
    root.append(form, last);
    await task();
    const parents = [...root.querySelectorAll('solidarity-counter')].map((counter) => counter.parentElement);
    expect(parents.map((parent) => [place, form, root].indexOf(parent!))).to.deep.equal([0, 1, 2]);
  });

  it('upgrades a thousand links', async () => {
    await upgraded(`<p>${LINK}</p>`.repeat(1000));
    expect(root.querySelectorAll('p > solidarity-counter:only-child > a:only-child').length).to.equal(1000);
  });

  it('does not move what a framework owns', async () => {
    for (const key of ['__reactFiber$x', '__vnode']) {
      const link = document.createElement('a');
      Object.defineProperty(link, key, {value: {}});
      link.href = `${EMBED}counter.html`;
      root.replaceChildren(link);
      await task();
      expect(root.firstElementChild!.localName, key).to.equal('a');
      root.removeChild(link);
    }
  });

  it('does not take the focus from a link', async () => {
    const link = document.createElement('a');
    link.href = `${EMBED}counter.html`;
    link.textContent = 'x';
    root.append(link);
    link.focus();
    await task();
    expect(document.activeElement!.localName).to.equal('a');
  });

  it('keeps the listeners of what it moves', async () => {
    let clicks = 0;
    const link = document.createElement('a');
    link.href = `${EMBED}counter.html`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      clicks++;
    });
    root.append(link);
    await task();
    link.click();
    expect([link.parentElement!.localName, clicks]).to.deep.equal(['solidarity-counter', 1]);
  });

  it('puts an element after the script that names it, once for each tag', async () => {
    // Not run: a script of another type.
    const tag = `<script type="text/plain" src="${BASE}solidarity.js?v=2" data-widget="counter" data-lang="pl"></script>`;
    const other = '<script type="text/plain" src="https://other.example/solidarity.js" data-widget="counter"></script>';
    const once = await upgraded(`<p>${tag}</p>${other}${tag}<p>Text</p>`);
    const counter = '<solidarity-counter lang="pl"></solidarity-counter>';
    expect(once).to.equal(`<p>${tag}${counter}</p>${other}${tag}${counter}<p>Text</p>`);
    upgradePage(BASE, ALLOWED);
    await task();
    expect(htmlOf(root)).to.equal(once);
  });
});
