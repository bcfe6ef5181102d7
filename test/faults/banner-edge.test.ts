import {expect, fixtureSync, nextFrame} from '@open-wc/testing';
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SolidarityBanner} from '../../src/elements/solidarity-banner.js';
import '../support/all-elements.js';
import {fieldsLikeMembers} from '../support/clobber.js';
import {create as createElement, part, show, TAGS} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, sections} from '../support/samples.js';
import {nextTask, until} from '../support/wait.js';

type Edge = 'top' | 'bottom';
const EDGES: readonly Edge[] = ['top', 'bottom'];

let count = 0;
const create = (position: string) => {
  // Each has a campaign of its own: a dismissal lasts for the page.
  const own = {...campaign, id: `edge-${++count}`, observance: undefined, phases: []};
  return createElement('solidarity-banner', {position, src: inlineFeed(feedOf({campaigns: [own]}))});
};
const isAt = (el: Element, edge: Edge) => el.matches(`:state(${edge})`);
const edgesOf = (...all: Element[]) => all.map((el) => EDGES.find((edge) => isAt(el, edge)));
const dismissal = (el: Element) => part(el, 'dismiss')!;
const root = document.documentElement;
const height = (el: Element) => el.getBoundingClientRect().height;

/** A page of its own height with links down to its end, and a banner before or after them. */
const page = async (position: Edge, el: Element = create(position), header: unknown = '') => {
  const list = Array.from({length: 60}, (_, i) => html`<p><a href="#${i}" id=${`link-${i}`}>Link ${i}</a></p>`);
  const whole = fixtureSync<HTMLElement>(html`<div>${header}${position === 'top' ? [el, list] : [list, el]}</div>`);
  const banner = el as SolidarityBanner;
  if (el.localName === 'solidarity-banner') {
    await banner.updateComplete;
    await until(() => isAt(banner, position), `is at the ${position}`);
  }
  return {el: banner, links: [...whole.querySelectorAll<HTMLElement>('p > a')], whole};
};

const covers = (el: Element, other: Element) => {
  const [own, its] = [el, other].map((node) => node.getBoundingClientRect()) as [DOMRect, DOMRect];
  return its.top < own.bottom && its.bottom > own.top;
};

const style = (css: string) => {
  const sheet = Object.assign(document.createElement('style'), {textContent: css});
  fixtureSync(html`${sheet}`);
  return sheet;
};

describe('a banner at an edge', () => {
  afterEach(async () => {
    root.removeAttribute('style');
    scrollTo(0, 0);
    // A test that fails may have left it down.
    await sendKeys({up: 'Shift'});
  });

  for (const position of EDGES) {
    it(`stays at the ${position} while the page is scrolled, and covers neither its first nor its last link`, async () => {
      const {el, links} = await page(position);
      scrollTo(0, position === 'top' ? root.scrollHeight : 0);
      const {top, bottom} = el.getBoundingClientRect();
      expect(position === 'top' ? top : Math.round(bottom)).to.equal(position === 'top' ? 0 : innerHeight);
      scrollTo(0, position === 'top' ? 0 : root.scrollHeight);
      expect(covers(el, links.at(position === 'top' ? 0 : -1)!)).to.equal(false);
    });

    it(`covers nothing at the ${position} that a reader comes to by Tab`, async function () {
      const {el, links} = await page(position);
      const way = position === 'top' ? [...links].reverse() : links;
      way[0]!.focus();
      // WebKit's window has no focus where nothing manages windows.
      if (!document.hasFocus()) this.skip();
      if (position === 'top') await sendKeys({down: 'Shift'});
      for (const link of way.slice(1, 40)) {
        await sendKeys({press: 'Tab'});
        expect(document.activeElement?.textContent).to.equal(link.textContent);
        await until(() => !covers(el, link), `${link.textContent} is uncovered`);
      }
      if (position === 'top') await sendKeys({up: 'Shift'});
    });

    it(`covers nothing at the ${position} that the page focuses, even without scrolling`, async function () {
      const {el, links} = await page(position);
      scrollTo(0, 700);
      const link = links.find((each) => covers(el, each))!;
      link.focus({preventScroll: true});
      // WebKit shows no ring for a focus that a script has set: then nobody looks for it.
      if (!link.matches(':focus-visible')) this.skip();
      await until(() => !covers(el, link), 'is uncovered');
    });

    it(`does not move the page when it is focused itself at the ${position}`, async () => {
      const {el} = await page(position);
      scrollTo(0, 700);
      for (const node of [dismissal(el), part(el, 'link')!]) {
        node.focus();
        await nextFrame();
        expect(scrollY).to.equal(700);
      }
    });

    it(`does not move the page at the ${position} when something taller than the window is focused`, async () => {
      const tall = document.createElement('textarea');
      tall.setAttribute('style', 'display: block; block-size: 4000px');
      const {el} = await page(position, create(position), tall);
      if (position === 'top') el.after(tall);
      scrollTo(0, 1500);
      tall.focus({preventScroll: true});
      await nextFrame();
      await nextFrame();
      expect(scrollY).to.equal(1500);
    });

    it(`does not move the page at the ${position} when it comes, changes and goes`, async () => {
      const place = document.createElement('div');
      await page(position, place);
      scrollTo(0, 700);
      const el = create(position);
      place.replaceWith(el);
      await until(() => isAt(el, position));
      const shift = scrollY - 700;
      // What comes above the reader moves the page by its own height and margins at most, as engines anchor it.
      expect(Math.abs(shift)).to.be.at.most(position === 'top' ? height(el) + 20 : 0);
      const before = scrollY;
      el.setAttribute('lang', 'be');
      await el.updateComplete;
      await nextFrame();
      expect(Math.abs(scrollY - before)).to.be.at.most(height(el));
    });
  }

  it('covers nothing that is focused in a form whose fields are named like its members', async function () {
    const {el, links, whole} = await page('bottom');
    const form = document.createElement('form');
    form.id = 'form';
    // Outside of it, in what does not scroll: a parent that is one of them is not the form's own.
    const fields = document.createElement('div');
    fields.setAttribute('style', 'position: fixed; inset-block-start: 0');
    for (const field of fieldsLikeMembers()) {
      field.setAttribute('form', 'form');
      fields.append(field);
    }
    whole.prepend(fields, form);
    Element.prototype.append.apply(
      form,
      links.map((link) => link.parentElement!),
    );
    scrollTo(0, 0);
    const link = links.find((each) => covers(el, each))!;
    link.focus({preventScroll: true});
    if (!link.matches(':focus-visible')) this.skip();
    await until(() => !covers(el, link), 'is uncovered');
  });

  it('covers nothing that is focused in a page with functions of its own in place of the platform’s', async function () {
    const own = ['scrollBy', 'scroll', 'scrollTo', 'getSelection', 'find', 'stop'] as const;
    const its = window as unknown as Record<string, unknown>;
    const before = own.map((name) => its[name]);
    try {
      for (const name of own)
        its[name] = () => {
          throw new Error('The page’s own');
        };
      const {el, links} = await page('top');
      root.scrollTop = links[20]!.offsetTop - 10;
      links[20]!.focus({preventScroll: true});
      if (!links[20]!.matches(':focus-visible')) this.skip();
      await until(() => !covers(el, links[20]!));
    } finally {
      own.forEach((name, i) => (its[name] = before[i]));
    }
  });

  it('keeps its edge alone also while the page is not yet to be seen', async () => {
    const sheet = style('html { opacity: 0 }');
    const {el} = await page('top');
    expect(edgesOf(el).join()).to.equal('top');
    sheet.remove();
  });

  it('does not come over what was focused before', async () => {
    const el = create('bottom');
    const place = document.createElement('div');
    const {links} = await page('bottom', place);
    const link = links.findLast((each) => each.getBoundingClientRect().bottom < innerHeight)!;
    await sendKeys({press: 'Tab'});
    link.focus();
    if (!link.matches(':focus-visible')) return;
    place.replaceWith(el);
    await until(() => isAt(el, 'bottom'));
    await until(() => !covers(el, link), 'is uncovered');
  });

  describe('on a page with fields in a header that stays', () => {
    const fields = [
      ['a search field', html`<input type="search" id="field" />`],
      ['a text area', html`<textarea id="field"></textarea>`],
      [
        'a select',
        html`<select id="field">
          <option>One</option>
          <option>Two</option>
        </select>`,
      ],
      ['something editable', html`<div id="field" contenteditable="true">Text</div>`],
      ['a link', html`<a id="field" href="#one">Link</a>`],
      ['a button', html`<button id="field">Menu</button>`],
    ] as const;
    for (const position of EDGES)
      for (const css of [
        `position: sticky; ${position}: 0; z-index: 100`,
        `position: fixed; ${position}: 0; inset-inline: 0; z-index: 100`,
        `position: sticky; ${position}: 0; z-index: 1`,
      ])
        for (const [what, field] of fields)
          it(`moves nothing when ${what} in it is tabbed into and typed in: ${css}`, async () => {
            const positions: number[] = [];
            for (const withBanner of [false, true]) {
              scrollTo(0, 0);
              const el = withBanner ? create(position) : document.createElement('div');
              const header = html`<div style=${`${css}; background: #eee`}>${field}</div>`;
              const {whole} = await page(position, el, header);
              if (position === 'bottom') whole.append(whole.firstElementChild!);
              scrollTo(0, 700);
              await nextFrame();
              const target = whole.querySelector<HTMLElement>('#field')!;
              target.focus();
              await sendKeys({type: 'a'});
              await sendKeys({type: 'b'});
              await nextFrame();
              await nextFrame();
              positions.push(scrollY);
              whole.remove();
            }
            const [without, withIt] = positions.map((y) => Math.abs(y - 700)) as [number, number];
            expect(withIt).to.be.at.most(without);
          });

    it('moves nothing when the field is in a shadow root', async () => {
      const host = document.createElement('div');
      host.setAttribute('style', 'position: sticky; top: 0; z-index: 100');
      host.attachShadow({mode: 'open'}).append(document.createElement('input'));
      await page('top', create('top'), host);
      scrollTo(0, 700);
      host.shadowRoot!.querySelector('input')!.focus();
      await sendKeys({type: 'abc'});
      await nextFrame();
      expect(scrollY).to.equal(700);
    });

    it('moves nothing when a dialog over it all has the focus', async () => {
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('input'));
      await page('top', create('top'), dialog);
      scrollTo(0, 700);
      dialog.showModal();
      await sendKeys({type: 'abc'});
      await nextFrame();
      expect(scrollY).to.equal(700);
      dialog.close();
    });
  });

  describe('leaves the page as it was', () => {
    for (const [how, leave] of [
      ['is dismissed', (el: SolidarityBanner) => dismissal(el).click()],
      ['is removed', (el: SolidarityBanner) => el.remove()],
      ['becomes inline', (el: SolidarityBanner) => (el.position = 'inline')],
      ['loses its position', (el: SolidarityBanner) => el.removeAttribute('position')],
      ['loses its feed', (el: SolidarityBanner) => (el.src = '#nowhere')],
      ['is hidden', (el: SolidarityBanner) => (el.hidden = true)],
    ] as const)
      it(`when it ${how}`, async () => {
        root.setAttribute('style', 'color:red');
        const sheets = [...document.adoptedStyleSheets];
        const [padding, height] = [getComputedStyle(root).scrollPadding, root.scrollHeight];
        const {el, whole} = await page('bottom');
        expect(root.getAttribute('style')).to.equal('color:red');
        leave(el);
        await until(() => !isAt(el, 'bottom'), 'has let go of the edge');
        expect([...document.adoptedStyleSheets].every((sheet, i) => sheet === sheets[i])).to.equal(true);
        expect(document.adoptedStyleSheets.length).to.equal(sheets.length);
        expect(root.getAttribute('style')).to.equal('color:red');
        expect(getComputedStyle(root).scrollPadding).to.equal(padding);
        whole.remove();
        expect(root.scrollHeight).to.equal(height);
      });

    it('after twenty banners', async () => {
      const sheets = document.adoptedStyleSheets.length;
      for (let i = 0; i < 20; i++) {
        const {whole} = await page('top');
        whole.remove();
      }
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    });

    it('where the page takes away all its style sheets, ours too', async () => {
      const own = [...document.adoptedStyleSheets];
      const {el} = await page('top');
      document.adoptedStyleSheets = [];
      el.remove();
      await nextTask();
      expect(document.adoptedStyleSheets.length).to.equal(0);
      document.adoptedStyleSheets = own;
    });
  });

  for (const css of [
    'scroll-padding-top: 40px',
    'scroll-padding: 10%',
    'scroll-behavior: smooth',
    'scroll-padding: calc(1em + 5px)',
  ])
    it(`leaves the page's own scrolling alone: ${css}`, async () => {
      style(`html { ${css} }`);
      const own = ['scrollPaddingTop', 'scrollPaddingBottom', 'scrollBehavior'] as const;
      const read = () => own.map((name) => getComputedStyle(root)[name]);
      const before = read();
      const {el} = await page('top');
      el.remove();
      await nextTask();
      expect(read()).to.deep.equal(before);
    });

  for (const [how, leave] of [
    ['is dismissed', (el: SolidarityBanner) => dismissal(el).click()],
    ['is removed', (el: SolidarityBanner) => el.remove()],
    ['goes to the other edge', (el: SolidarityBanner) => (el.position = 'bottom')],
    ['is hidden by an attribute', (el: SolidarityBanner) => (el.hidden = true)],
    ['is hidden by a style', (el: SolidarityBanner) => (el.style.display = 'none')],
    ['is hidden by what it is in', (el: SolidarityBanner) => (el.parentElement!.style.display = 'none')],
    ['loses its feed', (el: SolidarityBanner) => (el.src = '#nowhere')],
  ] as const)
    it(`stands once; the second is inline until the first ${how}`, async () => {
      const [one, two] = [create('top'), create('top')];
      fixtureSync(
        html`<div>${one}</div>
          <div>${two}</div>`,
      );
      await until(() => isAt(one, 'top'));
      await two.updateComplete;
      await nextFrame();
      expect(edgesOf(one, two)).to.deep.equal(['top', undefined]);
      expect(getComputedStyle(two).position).to.equal('static');
      leave(one);
      await until(() => isAt(two, 'top'), 'the second has the edge');
      expect(getComputedStyle(two).position).to.equal('sticky');
    });

  it('stands once, even where it was cloned', async () => {
    const {el: one} = await page('top');
    const two = one.cloneNode(true) as SolidarityBanner;
    one.after(two);
    await two.updateComplete;
    await nextFrame();
    expect(edgesOf(one, two)).to.deep.equal(['top', undefined]);
  });

  it('stands at either edge, whichever goes first', async () => {
    const [one, two] = [create('top'), create('bottom')];
    fixtureSync(html`<div>${one}${two}</div>`);
    await until(() => isAt(one, 'top') && isAt(two, 'bottom'));
    one.remove();
    await nextFrame();
    expect(edgesOf(one, two)).to.deep.equal([undefined, 'bottom']);
  });

  for (const [how, hide, showAgain] of [
    ['the hidden attribute', (el: HTMLElement) => (el.hidden = true), (el: HTMLElement) => (el.hidden = false)],
    ['a style', (el: HTMLElement) => (el.style.display = 'none'), (el: HTMLElement) => (el.style.display = '')],
    [
      'a style of what it is in',
      (el: HTMLElement) => (el.parentElement!.style.display = 'none'),
      (el: HTMLElement) => (el.parentElement!.style.display = ''),
    ],
    ...[
      'visibility: hidden',
      'opacity: 0',
      'content-visibility: hidden',
      'transform: scale(0)',
      'block-size: 0; overflow: hidden',
      'max-block-size: 0; overflow: clip',
      'position: absolute; inset-inline-start: -9999px; inline-size: 300px',
      'position: absolute; inset-block-start: -9999px; inline-size: 300px',
      'position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)',
    ].map(
      (css) =>
        [
          `${css} of what it is in`,
          (el: HTMLElement) => (el.parentElement!.style.cssText = css),
          (el: HTMLElement) => {
            el.parentElement!.style.cssText = '';
            // As once a minute.
            (el as SolidarityBanner).requestUpdate();
          },
        ] as const,
    ),
    [
      'being hidden until it is found',
      (el: HTMLElement) => el.parentElement!.setAttribute('hidden', 'until-found'),
      (el: HTMLElement) => {
        el.parentElement!.removeAttribute('hidden');
        (el as SolidarityBanner).requestUpdate();
      },
    ],
  ] as const)
    it(`takes no edge while it is hidden by ${how}: of a pair for phones and desktops the visible one does`, async () => {
      const [phone, desktop] = [create('top'), create('top')];
      fixtureSync(
        html`<div>
          <div>${phone}</div>
          <div>${desktop}</div>
        </div>`,
      );
      hide(phone);
      await until(() => isAt(desktop, 'top'), 'the visible one has it');
      await phone.updateComplete;
      expect(edgesOf(phone, desktop)).to.deep.equal([undefined, 'top']);
      hide(desktop);
      showAgain(phone);
      await until(() => isAt(phone, 'top'), 'the other one has it');
      expect(edgesOf(phone, desktop)).to.deep.equal(['top', undefined]);
    });

  it('takes no edge before its campaign is there, nor at a place that it does not know', async () => {
    const [failed, odd] = [Object.assign(create('top'), {src: '#nowhere'}), create('middle')];
    fixtureSync(html`<div>${failed}${odd}</div>`);
    await Promise.all([failed.updateComplete, odd.updateComplete]);
    await nextFrame();
    expect(edgesOf(failed, odd)).to.deep.equal([undefined, undefined]);
    expect([failed, odd].map((el) => getComputedStyle(el).position)).to.deep.equal(['static', 'static']);
  });

  describe('under what the page has at its top', () => {
    const stuckAt = async (css: string) => {
      style(css);
      const {el} = await page('top');
      scrollTo(0, 700);
      return Math.round(el.getBoundingClientRect().top);
    };
    it('keeps clear of WordPress’ admin bar', async () => {
      expect(await stuckAt(':root { --wp-admin--admin-bar--height: 32px }')).to.equal(32);
    });

    it('keeps clear of WordPress’ admin bar on a phone', async () => {
      expect(
        await stuckAt(
          ':root { --wp-admin--admin-bar--height: 32px } @media (max-width: 5000px) { :root { --wp-admin--admin-bar--height: 46px } }',
        ),
      ).to.equal(46);
    });

    it('keeps the distance that the page sets', async () => {
      expect(await stuckAt('solidarity-banner { --solidarity-banner-top: 60px }')).to.equal(60);
    });

    it('keeps the page’s own distance also beside an admin bar', async () => {
      expect(await stuckAt(':root { --wp-admin--admin-bar--height: 32px; --solidarity-banner-top: 4rem }')).to.equal(
        64,
      );
    });

    it('covers nothing that a reader tabs to there', async function () {
      style(':root { --solidarity-banner-top: 60px }');
      const {el, links} = await page('top');
      links.at(-1)!.focus();
      if (!document.hasFocus()) this.skip();
      await sendKeys({down: 'Shift'});
      for (let i = 0; i < 30; i++) {
        await sendKeys({press: 'Tab'});
        await until(() => !covers(el, document.activeElement!), `${document.activeElement!.textContent} is uncovered`);
      }
      await sendKeys({up: 'Shift'});
    });
  });

  for (const [width, height, position] of [
    [800, 600, 'sticky'],
    [800, 400, 'static'],
    [320, 700, 'sticky'],
    [320, 560, 'static'],
  ] as const)
    it(`is ${position} in a window of ${width} × ${height} px`, async function () {
      const {el} = await page('top');
      if (!(await executeServerCommand('viewport', {width, height}))) this.skip();
      await until(() => getComputedStyle(el).position === position);
      await executeServerCommand('viewport', {width: 800, height: 600});
    });

  for (const position of EDGES)
    for (const css of [
      'min-height: 252px',
      'display: grid; min-height: 325px',
      'min-block-size: 20em',
      'display: block; min-height: 300px',
    ])
      it(`takes a line or two of a phone at the ${position}, whatever the page reserves: ${css}`, async function () {
        if (!(await executeServerCommand('viewport', {width: 390, height: 844}))) this.skip();
        const {el: plain, whole} = await page(position);
        const natural = height(plain);
        whole.remove();
        style(`solidarity-banner { ${css} }`);
        const {el} = await page(position);
        expect(height(el)).to.equal(natural);
        expect(height(part(el, 'base')!)).to.equal(natural);
        expect(natural).to.be.below(844 / 5);
        await executeServerCommand('viewport', {width: 800, height: 600});
      });

  it('fills what the page reserves where it is inline', async () => {
    style('solidarity-banner { display: grid; min-height: 300px }');
    const el = await show('solidarity-banner', {src: inlineFeed(feedOf(sections)), position: 'inline'});
    expect(height(el)).to.equal(300);
  });

  describe('on paper', () => {
    const print = (on: boolean) => executeServerCommand('media', on ? {media: 'print'} : {});
    afterEach(() => print(false));

    for (const css of [
      '',
      'solidarity-banner { display: block }',
      'solidarity-banner { display: grid; min-height: 252px }',
      'solidarity-banner { display: flex !important }',
      'body * { display: block !important; visibility: visible !important }',
    ])
      for (const position of EDGES)
        it(`is not there, at the ${position}, with “${css}”`, async function () {
          style(css);
          const {el} = await page(position);
          if (!(await print(true))) this.skip();
          expect(part(el, 'base')!.checkVisibility(), 'its words').to.equal(false);
          // A page can only reserve a height for it, by force.
          if (!css.includes('!important')) expect(height(el)).to.equal(0);
        });

    it('is there where it is inline, without its button', async function () {
      const el = await show('solidarity-banner', {src: inlineFeed(feedOf(sections))});
      if (!(await print(true))) this.skip();
      expect(part(el, 'base')!.checkVisibility()).to.equal(true);
      expect(dismissal(el).checkVisibility()).to.equal(false);
    });
  });

  for (const css of [
    '',
    'solidarity-banner { display: grid; min-height: 252px }',
    'solidarity-banner { display: block !important }',
  ])
    it(`leaves no room when it is dismissed, with “${css}”`, async () => {
      style(css);
      for (const position of ['inline', 'top', 'bottom'] as const) {
        const el = create(position);
        fixtureSync(html`${el}`);
        await el.updateComplete;
        dismissal(el).click();
        await el.updateComplete;
        await nextFrame();
        expect(el.matches(':state(dismissed)')).to.equal(true);
        expect(part(el, 'base')!.checkVisibility()).to.equal(false);
        expect(height(el), position).to.equal(0);
        el.remove();
      }
    });
});

describe('states, not attributes', () => {
  it('say where a banner is, and whether it was dismissed', async () => {
    const el = create('top');
    fixtureSync(html`${el}`);
    expect(edgesOf(el)).to.deep.equal([undefined]);
    await until(() => isAt(el, 'top'));
    expect(el.matches(':state(ready)')).to.equal(true);
    el.position = 'bottom';
    await until(() => isAt(el, 'bottom') && !isAt(el, 'top'));
    dismissal(el).click();
    await until(() => el.matches(':state(dismissed)') && !isAt(el, 'bottom'));
    expect(el.matches(':state(ready)')).to.equal(true);
  });

  for (const tag of TAGS)
    it(`are all that ${tag} changes of itself: a framework finds the attributes that its server wrote`, async () => {
      const el = createElement(tag, {
        src: inlineFeed(feedOf(sections)),
        position: 'top',
        variant: 'card',
        theme: 'auto',
        trend: true,
        class: 'a',
        id: 'b',
        style: 'color: red',
      });
      const before = el.outerHTML;
      fixtureSync(html`${el}`);
      await el.updateComplete;
      await nextFrame();
      expect(el.outerHTML).to.equal(before);
      if (tag === 'solidarity-banner') {
        dismissal(el).click();
        await el.updateComplete;
      }
      el.src = '#nowhere';
      await el.updateComplete;
      expect(el.outerHTML).to.equal(before);
    });

  it('leave an element without attributes without any', async () => {
    for (const tag of TAGS) {
      const el = document.createElement(tag);
      Object.assign(el, {src: inlineFeed(feedOf(sections))});
      fixtureSync(html`${el}`);
      await el.updateComplete;
      await nextFrame();
      expect(el.getAttributeNames(), tag).to.deep.equal([]);
    }
  });
});
