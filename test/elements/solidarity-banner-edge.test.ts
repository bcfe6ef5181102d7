import {expect, fixture, nextFrame} from '@open-wc/testing';
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import type {SolidarityBanner} from '../../src/elements/solidarity-banner.js';
import {create as createElement, isFallback, part} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {until} from '../support/wait.js';

type Edge = 'top' | 'bottom';

let key = 0;
/** A banner that is not in the page yet. Each has a campaign of its own: a dismissal is kept for the page. */
const create = (position: string, attributes: Record<string, string> = {}) => {
  const campaign = {
    id: `campaign-${++key}`,
    slogan: 'Stand with Belarus',
    call: 'Join the day of solidarity: tell your friends, light a candle, write a letter.',
    action: {text: 'How to take part', url: 'https://campaign.example/'},
  };
  const src = inlineFeed(feedOf({campaigns: [campaign]}));
  return createElement('solidarity-banner', {src, position, ...attributes});
};
const dismissButton = (el: Element) => part(el, 'dismiss')!;

const root = document.documentElement;
const isAt = (edge: Edge, el: Element) => el.matches(`:state(${edge})`);
const edgeOf = (el: Element) => (['top', 'bottom'] as const).find((edge) => isAt(edge, el));
const atEdge = (edge: Edge, el: Element) => until(() => isAt(edge, el), `the banner is at the ${edge}`);
/** Waits until the observers of the page have been called. */
const observed = async () => {
  await nextFrame();
  await nextFrame();
};

/** A page with links down to its end, and a banner before or after them. */
const page = async (position: Edge, el: Element = create(position)) => {
  const list = Array.from({length: 60}, (_, i) => html`<p><a href="#${i}">Link ${i}</a></p>`);
  const whole = await fixture(html`<div>${position === 'top' ? [el, list] : [list, el]}</div>`);
  return {el: el as SolidarityBanner, links: [...whole.querySelectorAll('a')]};
};

const withStyle = (css: string) =>
  fixture(
    html`<style>
      ${css}
    </style>`,
  );

const covers = (el: Element, link: Element) => {
  const [own, its] = [el, link].map((node) => node.getBoundingClientRect()) as [DOMRect, DOMRect];
  return its.top < own.bottom && its.bottom > own.top;
};

describe('<solidarity-banner> at an edge of the window', () => {
  afterEach(() => {
    root.removeAttribute('style');
    scrollTo(0, 0);
  });

  for (const position of ['top', 'bottom'] as const) {
    it(`stays at the ${position} while the page is scrolled, and hides no link at that end of the page`, async () => {
      const {el, links} = await page(position);
      await atEdge(position, el);
      scrollTo(0, position === 'top' ? root.scrollHeight : 0);
      const {top, bottom} = el.getBoundingClientRect();
      expect(position === 'top' ? top : Math.round(bottom)).to.equal(position === 'top' ? 0 : innerHeight);
      scrollTo(0, position === 'top' ? 0 : root.scrollHeight);
      expect(covers(el, links.at(position === 'top' ? 0 : -1)!)).to.equal(false);
    });

    it(`at the ${position} covers no link that a reader reaches with the Tab key`, async function () {
      const {el, links} = await page(position);
      await atEdge(position, el);
      const way = position === 'top' ? [...links].reverse() : links;
      way[0]!.focus();
      if (position === 'top') await sendKeys({down: 'Shift'});
      try {
        for (const link of way.slice(1, 40)) {
          await sendKeys({press: 'Tab'});
          expect(document.activeElement?.textContent).to.equal(link.textContent);
          // WebKit shows no focus ring in a window that is not active.
          if (!link.matches(':focus-visible')) this.skip();
          await until(() => !covers(el, link), `${link.textContent} is not covered`);
        }
      } finally {
        if (position === 'top') await sendKeys({up: 'Shift'});
      }
    });

    it(`at the ${position} uncovers a link that the page focuses without scrolling`, async function () {
      const {el, links} = await page(position);
      await atEdge(position, el);
      scrollTo(0, 700);
      const link = links.find((each) => covers(el, each))!;
      link.focus({preventScroll: true});
      // WebKit shows no focus ring where a script has set the focus: then nobody looks for it.
      if (!link.matches(':focus-visible')) this.skip();
      await until(() => !covers(el, link));
    });

    it(`at the ${position} does not scroll the page when it has the focus itself`, async () => {
      const {el} = await page(position);
      await atEdge(position, el);
      scrollTo(0, 700);
      dismissButton(el).focus();
      await observed();
      expect(scrollY).to.equal(700);
    });
  }

  it('uncovers a link that had the focus before the banner appeared', async function () {
    const el = create('bottom');
    const place = document.createElement('div');
    const {links} = await page('bottom', place);
    const link = links.findLast((each) => each.getBoundingClientRect().bottom < innerHeight)!;
    link.focus();
    if (!link.matches(':focus-visible')) this.skip();
    place.replaceWith(el);
    await atEdge('bottom', el);
    await until(() => scrollY > 0, 'the page is scrolled');
    expect(covers(el, link)).to.equal(false);
  });

  describe('beside a sticky header of the page', () => {
    const STICKY = 'position: sticky; top: 0; z-index: 100; padding: 10px; background: Canvas';

    /** Where the page is scrolled to after a reader has gone to the header's search field and typed in it. */
    const scrollAfterSearch = async (el?: SolidarityBanner) => {
      const list = Array.from({length: 60}, (_, i) => html`<p>Paragraph ${i}</p>`);
      const whole = await fixture(
        html`<div>
          ${el}
          <header style=${STICKY}><a href="#home">Home</a> <input aria-label="Search" /></header>
          ${list}
        </div>`,
      );
      if (el) await atEdge('top', el);
      scrollTo(0, 700);
      const header = whole.querySelector('header')!;
      const input = header.querySelector('input')!;
      if (el) expect(covers(el, header)).to.equal(true);
      header.querySelector('a')!.focus({preventScroll: true});
      input.focus({preventScroll: true});
      await sendKeys({type: 'Belarus'});
      await observed();
      expect(input.value).to.equal('Belarus');
      const scrolled = scrollY;
      whole.remove();
      return scrolled;
    };

    it('does not scroll the page when a reader types in the header', async () => {
      expect(await scrollAfterSearch(create('top'))).to.equal(await scrollAfterSearch());
    });

    it('can be placed below it by --solidarity-banner-top', async () => {
      const el = create('top');
      el.style.setProperty('--solidarity-banner-top', '60px');
      await page('top', el);
      await atEdge('top', el);
      scrollTo(0, 700);
      expect(el.getBoundingClientRect().top).to.equal(60);
    });
  });

  for (const height of [32, 46])
    it(`is below a WordPress admin bar of ${height} px, unless the page sets another distance`, async () => {
      root.style.setProperty('--wp-admin--admin-bar--height', `${height}px`);
      const {el} = await page('top');
      await atEdge('top', el);
      scrollTo(0, 700);
      expect(el.getBoundingClientRect().top).to.equal(height);
      root.style.setProperty('--solidarity-banner-top', '0px');
      expect(el.getBoundingClientRect().top).to.equal(0);
    });

  describe('leaves the page as it was', () => {
    const snapshot = () => {
      const {scrollPaddingTop, scrollPaddingBottom} = getComputedStyle(root);
      return {
        style: root.getAttribute('style'),
        sheets: document.adoptedStyleSheets.length,
        padding: [scrollPaddingTop, scrollPaddingBottom],
      };
    };

    for (const [how, leave] of [
      ['is dismissed', (el: SolidarityBanner) => dismissButton(el).click()],
      ['is removed', (el: SolidarityBanner) => el.remove()],
      ['becomes inline', (el: SolidarityBanner) => (el.position = 'inline')],
      ['loses its feed', (el: SolidarityBanner) => (el.src = '#nowhere')],
    ] as const)
      it(`while it is at an edge, and after it ${how}`, async () => {
        root.setAttribute('style', 'scroll-padding-top: 40px');
        const before = snapshot();
        const {el, links} = await page('bottom');
        const attributes = el.getAttributeNames();
        await atEdge('bottom', el);
        expect(snapshot()).to.deep.equal(before);
        // States, not attributes: a framework that hydrates the page compares attributes.
        expect(el.getAttributeNames()).to.deep.equal(attributes);
        leave(el);
        await until(() => !edgeOf(el), 'the edge is free');
        expect(snapshot()).to.deep.equal(before);
        const atBottom = links.findLast((each) => each.getBoundingClientRect().bottom < innerHeight)!;
        scrollTo(0, 0);
        atBottom.focus({preventScroll: true});
        await observed();
        expect(scrollY).to.equal(0);
      });
  });

  it('is at the top while another banner is at the bottom', async () => {
    const [one, two] = [create('top'), create('bottom')];
    await fixture(html`<div>${one}${two}</div>`);
    await Promise.all([atEdge('top', one), atEdge('bottom', two)]);
    one.remove();
    await observed();
    expect([edgeOf(one), edgeOf(two)]).to.deep.equal([undefined, 'bottom']);
  });

  for (const [how, leave] of [
    ['is dismissed', (el: SolidarityBanner) => dismissButton(el).click()],
    ['is removed', (el: SolidarityBanner) => el.remove()],
    ['goes to the other edge', (el: SolidarityBanner) => (el.position = 'bottom')],
    ['is hidden by the page', (el: SolidarityBanner) => (el.hidden = true)],
    ['is not displayed any more', (el: SolidarityBanner) => (el.style.display = 'none')],
  ] as const)
    it(`has the edge alone; a second banner is inline until the first ${how}`, async () => {
      const [one, two] = [create('top'), create('top')];
      await fixture(html`<div>${one}${two}</div>`);
      await Promise.all([one.updateComplete, two.updateComplete]);
      await atEdge('top', one);
      expect(edgeOf(two)).to.equal(undefined);
      expect(getComputedStyle(two).position).to.equal('static');
      leave(one);
      await atEdge('top', two);
      expect(edgeOf(one)).to.not.equal('top');
      expect(getComputedStyle(two).position).to.equal('sticky');
    });

  it('has the edge alone, even where it was cloned', async () => {
    const one = create('top');
    await fixture(html`${one}`);
    await atEdge('top', one);
    const two = one.cloneNode(true) as SolidarityBanner;
    one.after(two);
    await two.updateComplete;
    await observed();
    expect([edgeOf(one), edgeOf(two)]).to.deep.equal(['top', undefined]);
  });

  for (const [how, hide] of [
    ['the hidden attribute', (el: HTMLElement) => (el.hidden = true)],
    ['display: none', (el: HTMLElement) => (el.style.display = 'none')],
  ] as const)
    it(`leaves the edge to a visible banner where ${how} hides it, and takes it when it is shown in its place`, async () => {
      const [mobile, desktop] = [create('top'), create('top')];
      hide(mobile);
      await fixture(html`<div>${mobile}${desktop}</div>`);
      await Promise.all([mobile.updateComplete, desktop.updateComplete]);
      await atEdge('top', desktop);
      expect(edgeOf(mobile)).to.equal(undefined);
      hide(desktop);
      mobile.hidden = false;
      mobile.style.display = '';
      await atEdge('top', mobile);
      await until(() => !edgeOf(desktop), 'the hidden banner has left the edge');
    });

  it('takes no edge before its campaign has loaded, nor at an unknown position', async () => {
    const [failed, odd] = [create('top', {src: '#nowhere'}), create('middle')];
    await fixture(html`<div>${failed}${odd}</div>`);
    await Promise.all([failed.updateComplete, odd.updateComplete]);
    await observed();
    expect(isFallback(failed)).to.equal(true);
    expect([failed, odd].map((el) => getComputedStyle(el).position)).to.deep.equal(['static', 'static']);
    expect([failed, odd].map(edgeOf)).to.deep.equal([undefined, undefined]);
  });

  describe('in a window of another size', () => {
    const resize = (width: number, height: number) => executeServerCommand('viewport', {width, height});
    afterEach(() => resize(800, 600));

    for (const [width, height, position] of [
      [800, 600, 'sticky'],
      [800, 400, 'static'],
      [320, 700, 'sticky'],
      [320, 560, 'static'],
    ] as const)
      it(`is ${position} at ${width} × ${height} px`, async function () {
        const {el} = await page('top');
        await atEdge('top', el);
        // After the banner is there: for a new one WebKit may use the media queries of the window's last size.
        if (!(await resize(width, height))) this.skip();
        await until(() => getComputedStyle(el).position === position, `the banner is ${position}`);
      });

    for (const position of ['top', 'bottom'] as const)
      it(`covers a seventh of a phone at most, at the ${position}, whatever height the page reserves`, async function () {
        if (!(await resize(390, 844))) this.skip();
        await withStyle('solidarity-banner { min-height: 325px; }');
        const {el} = await page(position);
        await atEdge(position, el);
        expect(getComputedStyle(el).position).to.equal('sticky');
        expect(el.offsetHeight)
          .to.be.greaterThan(44)
          .and.at.most(844 / 7);
        for (const name of ['slogan', 'link', 'dismiss'])
          expect(part(el, name)!.checkVisibility(), name).to.equal(true);
        expect(part(el, 'call')!.checkVisibility()).to.equal(false);
      });
  });

  describe('in print', () => {
    afterEach(() => executeServerCommand('media', {}));

    for (const display of ['block', 'flex !important'])
      it(`is not there, even where the page sets display: ${display}`, async function () {
        if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
        await withStyle(`solidarity-banner { display: ${display}; min-height: 300px; }`);
        const [el, inline] = [create('top'), create('inline')];
        await fixture(html`<div>${el}${inline}</div>`);
        await Promise.all([el.updateComplete, inline.updateComplete]);
        await observed();
        expect(edgeOf(el)).to.equal('top');
        expect(el.offsetHeight).to.equal(0);
        expect(part(el, 'base')!.checkVisibility()).to.equal(false);
        expect(part(inline, 'base')!.checkVisibility()).to.equal(true);
        expect(dismissButton(inline).checkVisibility()).to.equal(false);
      });

    it('keeps the rest of the page where the end tag of the banner is missing', async function () {
      if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
      const el = create('top');
      el.innerHTML = '<article>The rest of the page</article>';
      await fixture(html`${el}`);
      await atEdge('top', el);
      expect(el.querySelector('article')!.checkVisibility()).to.equal(true);
      expect(part(el, 'base')!.checkVisibility()).to.equal(false);
    });
  });
});
