import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import type {SolidarityElement} from '../../src/elements/solidarity-element.js';
import {SECTIONS} from '../../src/feed/parse-feed.js';
import {fullHead} from '../../src/feed/sections/head.js';
import '../support/all-elements.js';
import {
  create,
  errorsOf,
  FALLBACK,
  isFallback,
  outline,
  part,
  parts,
  plain,
  seen,
  show,
  TAGS,
  words,
  type Tag,
} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {hostPage, slowPage, type HostPage} from '../support/host-page.js';
import {
  campaign,
  correction,
  day,
  event,
  held,
  message,
  organisation,
  person,
  photo,
  sections,
  town,
  way,
  women,
} from '../support/samples.js';
import {translatePage} from '../support/translator.js';
import {nextTask, onScreen} from '../support/wait.js';

declare const litIssuedWarnings: Set<string>;

const otherActs = [{...town.acts[0], title: 'Another act', date: '2024-01-02', source: {name: 'AP'}}];
/** Other data for each of the elements, in every part of it. */
const others = {
  figures: [
    {...held, title: 'Others', value: 77, qualifier: 'exact', source: {name: 'AP'}, asOf: '2026-03-01', note: 'New.'},
  ],
  observances: [{...day, title: 'Another day', yearly: '12-10', why: 'Another reason.'}],
  campaigns: [{...campaign, slogan: 'Another slogan', call: 'Another call', action: undefined, phases: []}],
  ways: [way, {...way, id: 'second', title: 'Second', text: 'Another text.', organisations: ['other']}],
  organisations: [organisation, {...organisation, id: 'other', name: 'Other', url: 'https://other.example/'}],
  towns: [{...town, name: 'Another town', acts: otherActs}],
  events: [{...event, title: 'Another event', text: 'Another text.', from: '2027-07-01', until: undefined}],
  photos: [{...photo, alt: 'Another picture', caption: 'Another caption', credit: 'Other'}],
  people: [{...person, name: 'Another name', checkedAt: '2026-03-02', letter: {address: 'Another address'}}],
  amplify: [{...message, text: 'Other words: {figure}.', hashtags: ['#Another']}],
};
const EXTRAS: Partial<Record<Tag, Record<string, string | true>>> = {'solidarity-counter': {trend: true, change: ''}};

/** Whether an element is whole: just as a new one, or its fallback content alone. */
const expectWhole = async (el: Element, attributes: Record<string, string | true>, what = '') => {
  if (isFallback(el)) {
    expect(seen(el), what).to.equal(FALLBACK);
    expect(el.matches(':state(failed)'), what).to.equal(true);
    return;
  }
  const fresh = await show(el.localName as Tag, attributes);
  expect(outline(el), what).to.deep.equal(outline(fresh));
  fresh.remove();
};

describe('an element in a page that changes its shadow root', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock('2026-03-20T12:00:00Z');
  });
  afterEach(() => clock.uninstall());

  const walk = (root: Node, what: number) => {
    const nodes: Node[] = [];
    const walker = document.createTreeWalker(root, what);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const elementsOf = (root: Node) => walk(root, NodeFilter.SHOW_ELEMENT) as Element[];

  const damages: [string, (root: ShadowRoot) => unknown][] = [
    ['empties it', (root) => root.replaceChildren()],
    ['empties its base', (root) => root.querySelector('[part~=base]')!.replaceChildren()],
    ['removes its first part', (root) => root.querySelector('[part~=base] > *')!.remove()],
    ['removes its last part', (root) => root.querySelector('[part~=base] > :last-child')!.remove()],
    ['removes every second element', (root) => elementsOf(root).forEach((node, i) => i % 2 && node.remove())],
    ['removes all text', (root) => walk(root, NodeFilter.SHOW_TEXT).forEach((node) => (node as Text).remove())],
    [
      'removes all comments',
      (root) => walk(root, NodeFilter.SHOW_COMMENT).forEach((node) => (node as Comment).remove()),
    ],
    ['translates it', (root) => translatePage(root)],
    ['normalizes it', (root) => root.normalize()],
    ['reads and writes its HTML', (root) => ((root as unknown as Element).innerHTML = root.innerHTML)],
    ['writes other HTML into it', (root) => ((root as unknown as Element).innerHTML = '<p>Blocked by Foo</p>')],
    [
      'puts a copy in place of its base',
      (root) => root.querySelector('[part~=base]')!.replaceWith(root.querySelector('[part~=base]')!.cloneNode(true)),
    ],
    [
      'wraps its base',
      (root) => {
        const base = root.querySelector('[part~=base]')!;
        const wrapper = document.createElement('div');
        base.replaceWith(wrapper);
        wrapper.append(base);
      },
    ],
    ['moves its base into the page', (root) => root.host.parentElement!.append(root.querySelector('[part~=base]')!)],
    [
      'removes all attributes',
      (root) =>
        elementsOf(root).forEach((node) => node.getAttributeNames().forEach((name) => node.removeAttribute(name))),
    ],
    ['changes all texts', (root) => walk(root, NodeFilter.SHOW_TEXT).forEach((node) => ((node as Text).data = 'x'))],
    [
      'splits all texts',
      (root) =>
        walk(root, NodeFilter.SHOW_TEXT).forEach((node) => (node as Text).length > 1 && (node as Text).splitText(1)),
    ],
    ['adds a style', (root) => root.prepend(Object.assign(document.createElement('style'), {textContent: 'p {}'}))],
    [
      'turns the order round',
      (root) => {
        const base = root.querySelector('[part~=base]')!;
        base.append(...[...base.childNodes].reverse());
      },
    ],
    ['takes its style sheets', (root) => (root.adoptedStyleSheets = [])],
  ];
  /** A style or a wrapper is the host’s own, and changes no word: it may stay. */
  const harmless = ['adds a style', 'takes its style sheets'];

  const changes: [string, (el: SolidarityElement) => Record<string, string>][] = [
    ['shows another feed', () => ({src: inlineFeed(feedOf(others))})],
    ['speaks another language', () => ({lang: 'be'})],
  ];

  for (const tag of TAGS)
    for (const [damage, hurt] of damages)
      for (const [change, attributesFor] of changes)
        it(`${damage}: ${tag} ${change}, whole or not at all`, async () => {
          const before = {src: inlineFeed(feedOf(sections)), ...EXTRAS[tag]};
          const el = await show(tag, before);
          hurt(el.shadowRoot!);
          const after = attributesFor(el);
          for (const [name, value] of Object.entries(after)) el.setAttribute(name, value);
          await nextTask();
          await el.updateComplete;
          if (!harmless.includes(damage)) await expectWhole(el, {...before, ...after});
          // And so it goes on.
          const last = {...before, ...after, src: inlineFeed(feedOf({...others, figures: [{...held, value: 5}]}))};
          el.setAttribute('src', last.src);
          await el.updateComplete;
          if (!harmless.includes(damage)) await expectWhole(el, last, 'the next time');
        });

  for (const tag of TAGS)
    for (const [damage, hurt] of damages)
      it(`${damage}: ${tag} can lose its feed, and be found again`, async () => {
        const el = await show(tag, {src: inlineFeed(feedOf(sections))});
        hurt(el.shadowRoot!);
        el.src = '#nowhere';
        await el.updateComplete;
        expect(isFallback(el)).to.equal(true);
        expect(!part(el, 'base')).to.equal(true);
        const src = inlineFeed(feedOf(others));
        el.src = src;
        await el.updateComplete;
        if (!harmless.includes(damage)) await expectWhole(el, {src});
      });

  for (const [damage, hurt] of damages)
    it(`${damage}: a reader can go on filtering and searching ways`, async () => {
      const list = Array.from({length: 20}, (_, i) => ({...way, id: `way-${i}`, title: `Way ${i}`}));
      const audiences = [...list, {...way, id: 'mp', audiences: ['parliamentarians'], title: 'Ask'}];
      const src = inlineFeed(feedOf({ways: audiences, organisations: [organisation]}));
      const el = await show('solidarity-ways', {src, limit: '5'});
      const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]');
      const more = part(el, 'more');
      hurt(el.shadowRoot!);
      more?.click();
      await el.updateComplete;
      if (input) {
        input.value = 'Way 7';
        input.dispatchEvent(new Event('input', {bubbles: true}));
      }
      await el.updateComplete;
      el.setAttribute('audience', 'parliamentarians');
      await el.updateComplete;
      el.src = src;
      await el.updateComplete;
    });

  for (const [damage, hurt] of damages)
    it(`${damage}: a countdown goes on, and its numbers are right or gone`, async () => {
      clock.setSystemTime(new Date('2027-08-08T19:30:30Z'));
      const attributes = {src: inlineFeed(feedOf({observances: [day]})), units: 'hours minutes seconds'};
      const el = await show('solidarity-countdown', attributes);
      // Its clock runs while it is on screen, which an observer tells.
      await onScreen(el);
      hurt(el.shadowRoot!);
      for (const seconds of [1, 1, 30, 60, 3600]) {
        clock.jump(seconds * 1000);
        await el.updateComplete;
      }
      // A new word for the numbers, or a new day: then all of it is new.
      el.setAttribute('units', 'minutes');
      await el.updateComplete;
      const numbers = (of: Element) => parts(of, 'count').map(({textContent}) => textContent);
      const fresh = await show('solidarity-countdown', {...attributes, units: 'minutes'});
      if (part(el, 'units') && !harmless.includes(damage)) expect(numbers(el)).to.deep.equal(numbers(fresh));
    });

  for (const [damage, hurt] of damages)
    it(`${damage}: a banner can still be dismissed`, async () => {
      const own = {...campaign, id: `damage-${damages.findIndex(([name]) => name === damage)}`};
      const el = await show('solidarity-banner', {src: inlineFeed(feedOf({campaigns: [own], observances: [day]}))});
      const button = part(el, 'dismiss')!;
      hurt(el.shadowRoot!);
      button.click();
      await el.updateComplete;
      expect(el.matches(':state(dismissed)') || button.isConnected === false || damage === 'empties it').to.equal(true);
    });

  it('fires `error` once, with the reason `internal`, where nothing can be rendered', async () => {
    const el = await show('solidarity-counter', {src: inlineFeed(feedOf(sections))});
    const errors = errorsOf(el);
    // Whatever is put into this root fails.
    Object.defineProperty(el.shadowRoot!, 'insertBefore', {
      value: () => {
        throw new Error('No');
      },
      configurable: true,
    });
    for (const name of ['append', 'replaceChildren', 'appendChild'])
      Object.defineProperty(el.shadowRoot!, name, Object.getOwnPropertyDescriptor(el.shadowRoot!, 'insertBefore')!);
    el.shadowRoot!.querySelector('[part~=base]')!.remove();
    for (const value of [1, 2, 3]) {
      el.src = inlineFeed(feedOf({figures: [{...held, value}]}));
      await el.updateComplete;
    }
    expect(errors.filter((reason) => reason !== 'internal')).to.deep.equal([]);
    expect(el.shadowRoot!.textContent).to.not.contain('1,140');
  });
});

describe('the focus', () => {
  let clock: ReturnType<typeof fakeClock>;
  before(() => (clock = fakeClock('2027-06-25T12:00:00Z', ['Date'])));
  after(() => clock.uninstall());

  /** What can have the focus now, in the order of the page. */
  const focusable = (el: Element) =>
    [...el.shadowRoot!.querySelectorAll<HTMLElement>('a,button,input,select,summary,textarea')].filter(
      (node) => node.tabIndex >= 0 && node.checkVisibility({visibilityProperty: true}),
    );

  for (const tag of TAGS)
    it(`stays where it is when all elements are rendered again: ${tag}`, async () => {
      const el = await show(tag, {src: inlineFeed(feedOf(sections))});
      const count = focusable(el).length;
      for (let i = 0; i < count; i++) {
        const node = focusable(el)[i]!;
        node.focus();
        if (el.shadowRoot!.activeElement !== node) continue;
        el.requestUpdate();
        await el.updateComplete;
        expect(focusable(el).indexOf(el.shadowRoot!.activeElement as HTMLElement), node.outerHTML).to.equal(i);
      }
    });
});

describe('an element that is moved', () => {
  const src = () => inlineFeed(feedOf(sections));
  const places: [string, (el: SolidarityElement, other: HTMLElement) => unknown][] = [
    ['to another place', (el, other) => other.append(el)],
    ['out and in again', (el, other) => (el.remove(), other.append(el))],
    ['out, and in again in the next task', async (el, other) => (el.remove(), await nextTask(), other.append(el))],
    ['many times', (el, other) => Array.from({length: 9}, () => (el.remove(), other.append(el)))],
    ['into another shadow root', (el, other) => (other.shadowRoot ?? other.attachShadow({mode: 'open'})).append(el)],
    [
      'into a template and back',
      (el, other) => {
        const template = document.createElement('template');
        template.content.append(el);
        other.append(template.content);
      },
    ],
    [
      'into another document and back',
      (el, other) => {
        const foreign = document.implementation.createHTMLDocument();
        foreign.body.append(el);
        other.append(el);
      },
    ],
  ];
  for (const tag of TAGS)
    for (const [how, move] of places) {
      it(`${how} while it is rendered: ${tag}`, async () => {
        const other = await fixture<HTMLElement>(html`<div></div>`);
        const attributes = {src: src()};
        const el = create(tag, attributes);
        await fixture(html`${el}`);
        el.requestUpdate();
        await move(el, other);
        await el.updateComplete;
        await nextTask();
        await el.updateComplete;
        await expectWhole(el, attributes);
        expect(isFallback(el)).to.equal(false);
        el.remove();
      });

      it(`${how} in the moment that new data come: ${tag}`, async () => {
        const other = await fixture<HTMLElement>(html`<div></div>`);
        const el = await show(tag, {src: src()});
        const attributes = {src: inlineFeed(feedOf(others))};
        el.src = attributes.src;
        await move(el, other);
        await el.updateComplete;
        await nextTask();
        await el.updateComplete;
        await expectWhole(el, attributes);
        expect(isFallback(el)).to.equal(false);
        el.remove();
      });
    }

  for (const tag of TAGS) {
    it(`by its own \`load\`: ${tag}`, async () => {
      // Lit's development build calls it inefficient.
      litIssuedWarnings.add('change-in-update');
      const other = await fixture<HTMLElement>(html`<div></div>`);
      const attributes = {src: src()};
      const el = create(tag, attributes);
      el.addEventListener('load', () => other.append(el), {once: true});
      await fixture(html`${el}`);
      await el.updateComplete;
      await expectWhole(el, attributes);
    });

    it(`away by its own \`error\`: ${tag}`, async () => {
      const el = create(tag, {src: '#nowhere'});
      const errors = errorsOf(el);
      el.addEventListener('error', () => el.remove());
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(errors).to.have.length(1);
      document.body.append(el);
      el.src = src();
      await el.updateComplete;
      expect(isFallback(el)).to.equal(false);
      el.remove();
    });

    it(`as a copy: ${tag}`, async () => {
      const attributes = {src: src()};
      const el = await show(tag, attributes);
      const copy = el.cloneNode(true) as SolidarityElement;
      el.after(copy);
      await copy.updateComplete;
      expect(copy.textContent).to.equal(FALLBACK);
      await expectWhole(copy, attributes);
      copy.remove();
    });

    it(`from a document without a window: ${tag}`, async () => {
      const foreign = document.implementation.createHTMLDocument();
      foreign.body.innerHTML = `<${tag} lang="en">${FALLBACK}</${tag}>`;
      const el = foreign.body.firstElementChild as SolidarityElement;
      const attributes = {src: src()};
      el.setAttribute('src', attributes.src);
      await fixture(html`${el}`);
      await el.updateComplete;
      await expectWhole(el, attributes);
      expect(isFallback(el)).to.equal(false);
    });
  }
});

describe('fallback content', () => {
  const article = () => {
    const all = document.createElement('div');
    all.innerHTML = `<h2>Next chapter</h2><p>The first paragraph of the rest.</p><p>The second one, with
      <a href="#more">a link</a>.</p><ul><li>A list</li></ul><form><label>Mail <input></label></form>
      <p>The third one.</p><h2>Last chapter</h2><p>The end of the article.</p>`;
    return all.innerHTML;
  };
  const visible = (el: Element) => [...el.querySelectorAll('h2, p')].filter((node) => !node.checkVisibility()).length;

  for (const tag of TAGS) {
    it(`that is the rest of the article stays visible: ${tag}`, async () => {
      const page = await fixture<HTMLElement>(html`<article></article>`);
      page.innerHTML = `<${tag} lang="en" src="${inlineFeed(feedOf(sections))}">${article()}`;
      const el = page.firstElementChild as SolidarityElement;
      await el.updateComplete;
      await nextTask();
      await el.updateComplete;
      expect(visible(el), 'hidden nodes').to.equal(0);
    });

    it(`that is the rest of the article stays visible where the page arrives piece by piece: ${tag}`, async () => {
      const {elements, finish} = await slowPage(`<${tag} lang="en" src="#feed">`);
      const [el] = elements;
      expect(part(el!, 'base'), 'is rendered before the rest is there').to.exist;
      await finish(article());
      await el!.updateComplete;
      await nextTask();
      expect(visible(el!), 'hidden nodes').to.equal(0);
    });

    it(`that is the rest of the page, with more of our elements in it, stays visible: ${tag}`, async () => {
      const src = inlineFeed(feedOf(sections));
      const page = await fixture<HTMLElement>(html`<article></article>`);
      const rest = TAGS.map((other) => `<h2>Of ${other}</h2><${other} lang="en" src="${src}"></${other}>`).join('');
      page.innerHTML = `<${tag} lang="en" src="${src}">${rest}<p>The end.</p>`;
      const all = [...page.querySelectorAll<SolidarityElement>(TAGS.join())];
      await Promise.all(all.map((el) => el.updateComplete));
      await nextTask();
      expect(visible(page), 'hidden nodes').to.equal(0);
      expect(all.slice(1).filter((el) => !part(el, 'base')?.checkVisibility())).to.deep.equal([]);
    });

    for (const [what, content] of [
      ['words', 'More than a thousand'],
      ['a paragraph', '<p>More than a thousand</p>'],
      ['a link', '<a href="https://campaign.example/">More than a thousand</a>'],
      ['a heading with words', '<h2>Words</h2> More <strong>words</strong>'],
      ['a picture with words', '<img alt="Words" src="data:,"> <span>Words</span>'],
      ['a picture in noscript', '<noscript><img alt="" src="data:,"></noscript>'],
      ['nothing', ''],
      ['white space', '\n   \n'],
      ['a comment', '<!-- -->'],
    ] as const)
      it(`gives way where it is ${what}: ${tag}`, async () => {
        const page = await fixture<HTMLElement>(html`<div></div>`);
        page.innerHTML = `<${tag} lang="en" src="${inlineFeed(feedOf(sections))}">${content}</${tag}>`;
        const el = page.firstElementChild as SolidarityElement;
        await el.updateComplete;
        expect(part(el, 'base')!.checkVisibility()).to.equal(true);
        expect([...el.children].filter((node) => node.checkVisibility())).to.deep.equal([]);
        expect(seen(el)).to.not.contain('More than a thousand');
      });

    it(`can be changed by the page at any time: ${tag}`, async () => {
      const el = await show(tag, {src: inlineFeed(feedOf(sections))});
      el.textContent = 'Others';
      await el.updateComplete;
      expect(seen(el)).to.not.contain('Others');
      el.src = '#nowhere';
      await el.updateComplete;
      expect(seen(el)).to.equal('Others');
      el.replaceChildren();
      el.src = inlineFeed(feedOf(sections));
      await el.updateComplete;
      expect(isFallback(el)).to.equal(false);
    });
  }

  it('may be a whole list of ways, as the feed tool writes it', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const list = Array.from(
      {length: 20},
      (_, i) => `<p><strong>Way ${i}</strong></p><p>Text ${i}</p><ul><li>Body</li></ul>`,
    );
    page.innerHTML = `<solidarity-ways lang="en" src="${inlineFeed(feedOf(sections))}"><div>${list.join('')}</div></solidarity-ways>`;
    const el = page.firstElementChild as SolidarityElement;
    await el.updateComplete;
    expect([...el.children].filter((node) => node.checkVisibility())).to.deep.equal([]);
  });
});

/** What must hold for each element of a host's page: it is shown, or its fallback content is; never nothing. */
const expectNothingLost = ({elements, problems, window}: HostPage, allowed?: RegExp) => {
  const {roots = []} = window as {roots?: ShadowRoot[]};
  // A bundler's entry may say that it cannot start; the loader script may not (test/package).
  expect(problems.filter((problem) => !allowed?.test(problem) && !problem.startsWith('import: '))).to.deep.equal([]);
  expect(elements).to.not.be.empty;
  for (const el of elements) {
    const root = el.shadowRoot ?? roots.find(({host}) => host === el);
    const base = root?.querySelector('[part~=base]');
    const text = base?.textContent ?? '';
    const isWhole = !!base && plain(text)!.length > 10;
    const fallback = el.querySelector('p')!;
    const {height} = (isWhole ? base : fallback).getBoundingClientRect();
    expect(height, `${el.localName}`).to.be.greaterThan(0);
  }
};

describe('an element in a page', () => {
  it('that is like any other is shown', async () => {
    const page = await hostPage();
    expectNothingLost(page);
    for (const el of page.elements) expect(el.shadowRoot!.querySelector('[part~=base]'), el.localName).to.exist;
  });

  it('of application/xhtml+xml is shown, or keeps its fallback content and says why', async () => {
    const listen = `for (const name of ['load', 'error'])
      document.addEventListener(name, ({target, reason}) => target.localName?.startsWith('solidarity-') &&
        (window.heard ??= []).push([target.localName, name === 'load' ? name : reason]), true);`;
    const page = await hostPage({xhtml: true, before: listen});
    expectNothingLost(page);
    const {heard = []} = page.window as unknown as {heard?: [string, string][]};
    expect(heard.map(([tag]) => tag).sort()).to.deep.equal([...TAGS].sort());
    for (const el of page.elements) {
      const [, outcome] = heard.find(([tag]) => tag === el.localName)!;
      const base = el.shadowRoot!.querySelector('[part~=base]');
      expect(outcome, el.localName).to.equal(base ? 'load' : 'internal');
    }
  });

  it('of application/xhtml+xml stays so in another language, and with other data', async () => {
    const page = await hostPage({xhtml: true});
    for (const el of page.elements) {
      el.lang = 'be';
      await el.updateComplete;
      el.setAttribute('src', '#nowhere');
      await el.updateComplete;
      el.setAttribute('src', '#feed');
      await el.updateComplete;
    }
    expectNothingLost(page);
  });

  const hosts: [what: string, script: string, allowed?: RegExp][] = [
    // Constructable style sheets: Firefox 93 to 100, older Safari, and hosts that took them away.
    ['without CSSStyleSheet', 'delete window.CSSStyleSheet'],
    [
      'whose CSSStyleSheet cannot be constructed',
      'window.CSSStyleSheet = class { constructor() { throw new TypeError("Illegal constructor"); } }',
    ],
    [
      'whose style sheets cannot be replaced',
      'delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace',
    ],
    [
      'without adoptedStyleSheets',
      'for (const it of [Document, ShadowRoot, DocumentFragment, Node]) delete it.prototype.adoptedStyleSheets',
    ],
    [
      'whose adoptedStyleSheets throw',
      'for (const it of [Document, ShadowRoot]) Object.defineProperty(it.prototype, "adoptedStyleSheets", {get: () => [], set() { throw new TypeError("No"); }, configurable: true})',
    ],
    [
      'whose adoptedStyleSheets are frozen, as in Chromium 73',
      'for (const it of [Document, ShadowRoot]) Object.defineProperty(it.prototype, "adoptedStyleSheets", {get: () => Object.freeze([]), set() {}, configurable: true})',
    ],
    // Observers and media
    ['without IntersectionObserver', 'delete window.IntersectionObserver'],
    [
      'whose IntersectionObserver throws',
      'window.IntersectionObserver = class { constructor() { throw new Error("No"); } }',
    ],
    [
      'whose IntersectionObserver is a stub',
      'window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} }',
    ],
    ['without ResizeObserver', 'delete window.ResizeObserver'],
    [
      'whose MutationObserver is a stub',
      'window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } }',
    ],
    ['without matchMedia', 'delete window.matchMedia'],
    ['whose matchMedia returns nothing', 'window.matchMedia = () => undefined'],
    ['without requestAnimationFrame', 'delete window.requestAnimationFrame'],
    ['without ElementInternals', 'delete HTMLElement.prototype.attachInternals'],
    [
      'whose attachInternals throws',
      'HTMLElement.prototype.attachInternals = () => { throw new DOMException("No", "NotSupportedError"); }',
    ],
    ['without custom states', 'delete ElementInternals.prototype.states'],
    [
      'whose custom states need dashes, as in Chromium 90',
      'const {get} = Object.getOwnPropertyDescriptor(ElementInternals.prototype, "states") ?? {get() { return new Set(); }}; CustomStateSet.prototype.add = function (name) { if (!name.startsWith("--")) throw new DOMException("No", "SyntaxError"); }',
    ],
    // What tools do to the platform
    [
      'whose attachShadow makes closed roots',
      'const {attachShadow} = Element.prototype; Element.prototype.attachShadow = function (init) { const root = attachShadow.call(this, {...init, mode: "closed"}); window.roots = [...window.roots ?? [], root]; return root; }',
    ],
    [
      'whose innerHTML drops comments',
      'const {get, set} = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML"); Object.defineProperty(Element.prototype, "innerHTML", {configurable: true, get, set(html) { set.call(this, String(html).replace(/<!--[^]*?-->/g, "")); }})',
    ],
    [
      'whose innerHTML throws',
      'Object.defineProperty(Element.prototype, "innerHTML", {configurable: true, get: () => "", set() { throw new TypeError("This document requires TrustedHTML"); }})',
    ],
    [
      'whose insertBefore throws for the odd one',
      'const {insertBefore} = Node.prototype; let n = 0; Node.prototype.insertBefore = function (...all) { if (++n % 7 === 0) throw new DOMException("No", "NotFoundError"); return insertBefore.apply(this, all); }',
    ],
    ['whose getRootNode returns the document', 'Node.prototype.getRootNode = () => document'],
    ['whose toggleAttribute is a polyfill without a result', 'Element.prototype.toggleAttribute = function () {}'],
    [
      'whose importNode is an old polyfill',
      'const {importNode} = Document.prototype; Document.prototype.importNode = function (node, deep) { return importNode.call(this, node, !!deep); }',
    ],
    [
      'whose Event is a class of its own, as with MooTools',
      'window.Event = class Event { constructor(event) { this.event = event; } }',
      /./,
    ],
    ['that takes window.URL', 'var URL = "https://host.example/"; window.URL = "https://host.example/"'],
    ['whose console is gone', 'window.console = undefined'],
    // Built-ins
    [
      'with Prototype.js',
      'Array.prototype.entries = function () { return this.slice(); }; Array.prototype.each = Array.prototype.forEach; Array.prototype.first = function () { return this[0]; }; Array.prototype.toJSON = function () { return "[]"; }; String.prototype.toJSON = function () { return this; }',
    ],
    [
      'whose arrays have enumerable methods',
      'Array.prototype.shuffle = function () {}; Object.prototype.extend = function () {}; String.prototype.trimmed = function () {}',
    ],
    [
      'whose findLast is missing',
      'delete Array.prototype.findLast; delete Array.prototype.at; delete Object.hasOwn; delete String.prototype.replaceAll',
    ],
    ['whose Date is frozen in 1970', 'Date.now = () => 0'],
    ['whose Date is far in the future', 'Date.now = () => Date.UTC(9998, 0)'],
    ['without Intl.PluralRules', 'delete Intl.PluralRules'],
    [
      'whose Intl throws',
      'for (const name of ["PluralRules", "DateTimeFormat", "NumberFormat"]) Intl[name] = class { constructor() { throw new RangeError("No"); } }',
    ],
    ['whose JSON.parse is another', 'const {parse} = JSON; JSON.parse = (text) => parse(text)'],
    [
      'whose built-ins are frozen',
      'for (const it of [Object, Array, String, Function, Promise, Map, Set, Error, Date, RegExp]) Object.freeze(it.prototype)',
    ],
    ['whose MessageChannel is gone', 'delete window.MessageChannel'],
    // What the reader's browser says
    [
      'in a browser without languages',
      'Object.defineProperty(navigator, "languages", {get: () => undefined, configurable: true})',
    ],
    [
      'in a browser with no languages',
      'Object.defineProperty(navigator, "languages", {get: () => [], configurable: true})',
    ],
    [
      'in a browser with odd languages',
      'Object.defineProperty(navigator, "languages", {get: () => ["C", "", "*", null, undefined, 7, "en-US@posix"], configurable: true})',
    ],
    [
      'in a browser that hides its languages',
      'Object.defineProperty(navigator, "languages", {get() { throw new Error("No"); }, configurable: true})',
    ],
    [
      'whose document says that it is hidden, and throws',
      'Object.defineProperty(document, "hidden", {get() { throw new Error("No"); }, configurable: true})',
    ],
    [
      'in a browser that refuses storage',
      'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {get() { throw new DOMException("No", "SecurityError"); }, configurable: true})',
    ],
    [
      'whose clock is a getter on each element',
      'Object.defineProperty(HTMLElement.prototype, "src", {get() { throw new Error("No"); }, configurable: true})',
    ],
    [
      'whose elements have properties like ours',
      'for (const name of ["figure", "units", "limit", "change", "trend", "heading", "links", "theme"]) Object.defineProperty(HTMLElement.prototype, name, {value: "host", configurable: true, writable: true})',
    ],
  ];
  for (const [what, script, allowed] of hosts)
    it(`${what} is shown, or keeps its fallback content`, async () => {
      const page = await hostPage({before: script});
      expectNothingLost(page, allowed);
    });

  it('whose `load` and `error` listeners throw goes on', async () => {
    const listen = `for (const name of ['load', 'error']) document.addEventListener(name, ({target}) => {
      if (target.localName?.startsWith('solidarity-')) throw new Error('of the host');
    }, true);`;
    const page = await hostPage({before: listen});
    for (const el of page.elements) {
      for (const src of ['#nowhere', '#feed']) {
        el.setAttribute('src', src);
        await el.updateComplete;
      }
      expect(el.shadowRoot!.querySelector('[part~=base]'), el.localName).to.exist;
    }
    expectNothingLost(page, /of the host/);
  });

  const names = (
    'hidden body head host scripts forms images links title currentScript documentElement activeElement readyState ' +
    'baseURI URL location cookie domain referrer lang dir defaultView visibilityState children childNodes append ' +
    'querySelector querySelectorAll getElementById addEventListener dispatchEvent adoptedStyleSheets styleSheets'
  ).split(' ');
  /** What Lit calls: with one of these there is no rendering at all. */
  const litNames = ['createElement', 'createElementNS', 'createComment', 'createTreeWalker', 'importNode'];
  for (const [what, clobbered] of [
    ['is shown', names],
    ['loses nothing', [...names, ...litNames]],
  ] as const)
    it(`that names its elements like members of the document ${what}`, async () => {
      const images = clobbered.map((name) => `<img name="${name}" id="${name}" alt="">`).join('');
      const page = await hostPage({
        body: `<div>${images}</div><form name="forms"><input name="attributes"></form>
          ${TAGS.map((tag) => `<${tag} src="#feed" lang="en"><p>Fallback</p></${tag}>`).join('')}`,
      });
      expectNothingLost(page);
      if (clobbered === names)
        for (const el of page.elements) expect(el.shadowRoot!.querySelector('[part~=base]'), el.localName).to.exist;
    });

  for (const policy of ["'none'", 'dompurify default', 'lit-html', "lit-html 'allow-duplicates'", 'solidarity'])
    it(`with trusted-types ${policy} is shown, or keeps its fallback content`, async () => {
      const csp = `require-trusted-types-for 'script'; trusted-types ${policy}`;
      const page = await hostPage({
        head: `<meta http-equiv="Content-Security-Policy" content="${csp}"/>`,
        before: policy === 'lit-html' ? "window.trustedTypes?.createPolicy('lit-html', {createHTML: (s) => s})" : '',
      });
      expectNothingLost(page, /policy|TrustedHTML|Trusted/i);
    });
});

describe('a page with leftovers on Object.prototype', () => {
  /** Every key that a schema reads, wherever it stands. */
  const keysOf = (schema: unknown): string[] =>
    Array.isArray(schema)
      ? schema.flatMap((inner) => (typeof inner === 'string' ? [] : keysOf(inner)))
      : schema && typeof schema === 'object'
        ? Object.entries(schema).flatMap(([key, inner]) => [key.replace('?', ''), ...keysOf(inner)])
        : [];
  const KEYS = [
    ...new Set([
      ...Object.values(SECTIONS).flatMap(({name, schema}) => [name, ...keysOf(schema)]),
      ...keysOf(fullHead),
      // Languages of texts, and what locales, messages and parts are made of.
      'en',
      'be',
      'ru',
      'uk',
      'tag',
      'data',
      'messages',
      'role',
      'text',
      'lang',
      'at',
      'comma',
      'dir',
      'warning',
      // Options that we, Lit or the platform read.
      'refresh',
      'feed',
      'key',
      'keys',
      'serial',
      'snapshot',
      'signal',
      'cache',
      'method',
      'body',
      'headers',
      'mode',
      'attribute',
      'reflect',
      'converter',
      'hasChanged',
      'state',
      'noAccessor',
      'useDefault',
      'isConnected',
      'host',
      'capture',
      'once',
      'passive',
      'bubbles',
      'cancelable',
      'composed',
      'detail',
      'root',
      'rootMargin',
      'threshold',
      'timeZone',
      'timeZoneName',
      'localeMatcher',
      'type',
      'style',
      'fatal',
      'ignoreBOM',
      'behavior',
      'block',
      'inline',
      'preventScroll',
      'extend',
      'reason',
      'error',
      'retryAfter',
      'sections',
      'url',
      'note',
      'day',
      'phase',
    ]),
  ].sort();

  const act = {id: 'act', what: 'action', title: 'Rally', date: '2025-08-09', source: {name: 'AP'}};
  /** With nothing that may be absent: there leftovers would show. */
  const feed = feedOf({
    figures: [{id: 'held', title: 'Held', value: 30, asOf: held.asOf, source: {name: 'AP'}, definition: 'In custody.'}],
    observances: [{id: 'day', title: 'Day', yearly: '08-09'}],
    campaigns: [
      {id: 'campaign', slogan: 'Stand with them', call: 'Join.', phases: [{id: 'all', from: -400, until: 400}]},
    ],
    ways: [{id: 'way', category: 'act', audiences: ['everyone'], title: 'Act', text: 'Now.', organisations: ['body']}],
    organisations: [{id: 'body', name: 'Body', status: 'active'}],
    towns: [{id: 'town', name: 'Town', country: 'PL', latitude: 52.23, longitude: 21.01, acts: [act]}],
    events: [{id: 'event', title: 'Vigil', from: '2097-08-09', status: 'planned', source: {name: 'AP'}}],
    photos: [
      {
        id: 'photo',
        url: photo.url,
        width: 900,
        height: 600,
        alt: 'A square',
        credit: 'Jane',
        licence: {name: 'CC BY 4.0'},
        consent: 'nobody',
      },
    ],
    people: [
      {
        id: 'person',
        name: 'Jane',
        consent: 'own',
        incidents: [{what: 'released', date: '2025-12-13', source: {name: 'AP'}}],
      },
    ],
    amplify: [{id: 'message', text: 'Speak up.'}],
  });

  /** Puts a leftover on a page’s `Object.prototype`; returns the function that takes it away. */
  const poison = ({window}: HostPage, key: string, descriptor: PropertyDescriptor) => {
    const {prototype} = window.Object as {prototype: object};
    Object.defineProperty(prototype, key, {...descriptor, configurable: true});
    return () => Reflect.deleteProperty(prototype, key);
  };

  const values: [string, PropertyDescriptor][] = [
    ['a script’s address', {value: 'javascript:alert(1)', writable: true, enumerable: true}],
    ['a number', {value: 7, writable: true}],
    ['an object', {value: {en: 'Poison', url: 'javascript:alert(1)'}, writable: true, enumerable: true}],
    ['a function', {value: () => 'Poison', writable: true, enumerable: true}],
    [
      'a getter that throws',
      {
        get() {
          throw new Error('Poison');
        },
        set() {},
        enumerable: true,
      },
    ],
  ];

  for (const [what, descriptor] of values)
    it(`shows what it would show without them: ${what} under each key that we read`, async () => {
      const page = await hostPage({feed});
      const {document} = page.window;
      const clean = new Map(page.elements.map((el) => [el.localName, outline(el)]));
      const differences: string[] = [];
      for (const tag of TAGS)
        for (const key of KEYS) {
          // A feed of its own, so that nothing was read before.
          const script = document.getElementById('feed')!.cloneNode(true) as HTMLElement;
          script.id = `feed-${tag}-${key}`;
          document.body.append(script);
          const el = document.createElement(tag) as SolidarityElement;
          el.setAttribute('lang', 'en');
          el.setAttribute('src', `#${script.id}`);
          if (key in el) continue;
          const clear = poison(page, key, descriptor);
          let fault: unknown = '';
          try {
            document.body.append(el);
            await el.updateComplete;
          } catch (error) {
            fault = error;
          } finally {
            clear();
          }
          const own = outline(el).join('\n');
          const isRight = own === clean.get(tag)!.join('\n') || (isFallback(el) && !own);
          if (fault || !isRight) differences.push(`${tag}, ${key}: ${String(fault)} ${isRight ? '' : own}`);
          el.remove();
        }
      expect(differences).to.deep.equal([]);
      expect(page.problems).to.deep.equal([]);
      // A thousand elements, and three engines may run at once.
    }).timeout(120_000);

  for (const key of ['url', 'note', 'designatedIn', 'action', 'unit', 'qualifier', 'history', 'expires', 'why', 'zone'])
    it(`makes no link and no word of one that was there first: ${key}`, async () => {
      const page = await hostPage({before: `Object.prototype.${key} = 'javascript:alert(1)';`, feed});
      expectNothingLost(page);
      const clean = await hostPage({feed});
      page.elements.forEach((el, i) => {
        expect(outline(el).join('\n')).to.not.contain('javascript:');
        expect(outline(el)).to.deep.equal(outline(clean.elements[i]!));
      });
    });

  for (const key of ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'])
    it(`keeps at least its fallback content where the platform itself breaks: ${key}`, async () => {
      const page = await hostPage({before: `Object.prototype.${key} = 'javascript:alert(1)';`, feed});
      expectNothingLost(page, /./);
      page.elements.forEach((el) => expect(el.shadowRoot?.innerHTML ?? '').to.not.contain('javascript:'));
    });

  it('shows a feed’s own keys that are named like members of objects', async () => {
    const odd = {toString: 'x', constructor: 'x', hasOwnProperty: 'x', valueOf: 'x', then: 'x'};
    const json = JSON.stringify(
      feedOf({...odd, figures: [{...held, ...odd}, women], corrections: [{...correction, ...odd}]}),
    );
    const el = await show('solidarity-counter', {
      src: inlineFeed(json.replace('{', '{"__proto__":{"title":"Poison"},')),
    });
    expect(words(el, 'sentence')).to.equal('At least 1,140 people on 5 March 2026');
    expect(el.shadowRoot!.textContent).to.not.contain('Poison');
  });
});
