import {expect, fixture, nextFrame, waitUntil} from '@open-wc/testing';
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import type {SolidarityBanner} from '../../src/elements/solidarity-banner.js';
import {feedOf, inlineFeed} from '../support/feed.js';

let key = 0;
const create = (position: string) => {
  const el = document.createElement('solidarity-banner');
  const campaign = {id: `campaign-${++key}`, slogan: 'Stand with Belarus', call: 'Join the day.'};
  return Object.assign(el, {src: inlineFeed(feedOf({campaigns: [campaign]})), position});
};
const dismissal = (el: Element) => el.shadowRoot!.querySelector('button')!;

const root = document.documentElement;
const padding = (edge: 'top' | 'bottom') =>
  getComputedStyle(root)[edge === 'top' ? 'scrollPaddingTop' : 'scrollPaddingBottom'];
const kept = (edge: 'top' | 'bottom') => waitUntil(() => padding(edge) !== 'auto', `room is kept at the ${edge}`);

/** A page of its own height with links down to its end, and room for a banner before and after them. */
const page = async (position: 'top' | 'bottom', el: Element = create(position)) => {
  const list = Array.from({length: 60}, (_, i) => html`<p><a href="#${i}">Link ${i}</a></p>`);
  const whole = await fixture(html`<div>${position === 'top' ? [el, list] : [list, el]}</div>`);
  return {el: el as SolidarityBanner, links: [...whole.querySelectorAll('a')]};
};

const covers = (el: Element, link: Element) => {
  const [own, its] = [el, link].map((node) => node.getBoundingClientRect()) as [DOMRect, DOMRect];
  return its.top < own.bottom && its.bottom > own.top;
};

describe('<solidarity-banner> at an edge', () => {
  afterEach(() => {
    root.removeAttribute('style');
    scrollTo(0, 0);
  });

  for (const position of ['top', 'bottom'] as const) {
    it(`stays at the ${position} while the page is scrolled, and keeps its own room there`, async () => {
      const {el, links} = await page(position);
      await kept(position);
      scrollTo(0, position === 'top' ? root.scrollHeight : 0);
      const {top, bottom} = el.getBoundingClientRect();
      expect(position === 'top' ? top : Math.round(bottom)).to.equal(position === 'top' ? 0 : innerHeight);
      scrollTo(0, position === 'top' ? 0 : root.scrollHeight);
      expect(covers(el, links.at(position === 'top' ? 0 : -1)!)).to.equal(false);
    });

    it(`at the ${position} covers nothing that a reader comes to by Tab`, async () => {
      const {el, links} = await page(position);
      await kept(position);
      const way = position === 'top' ? [...links].reverse() : links;
      way[0]!.focus();
      if (position === 'top') await sendKeys({down: 'Shift'});
      for (const link of way.slice(1, 40)) {
        await sendKeys({press: 'Tab'});
        expect(document.activeElement?.textContent).to.equal(link.textContent);
        expect(covers(el, link), link.textContent!).to.equal(false);
      }
      if (position === 'top') await sendKeys({up: 'Shift'});
    });

    it(`at the ${position} covers nothing that the page focuses, even without scrolling`, async function () {
      const {el, links} = await page(position);
      await kept(position);
      scrollTo(0, 700);
      const link = links.find((each) => covers(el, each))!;
      link.focus({preventScroll: true});
      // WebKit shows no ring for a focus that a script has set: then nobody looks for it.
      if (!link.matches(':focus-visible')) this.skip();
      await waitUntil(() => !covers(el, link), 'is uncovered');
    });
  }

  it('does not come over what was focused before', async () => {
    const el = create('bottom');
    const place = document.createElement('div');
    const {links} = await page('bottom', place);
    const link = links.findLast((each) => each.getBoundingClientRect().bottom < innerHeight)!;
    link.focus();
    place.replaceWith(el);
    await el.updateComplete;
    expect(covers(el, link)).to.equal(true);
    await kept('bottom');
    await waitUntil(() => !covers(el, link), 'is uncovered');
  });

  for (const position of ['top', 'bottom'] as const)
    it(`does not move the page when it is focused itself at the ${position}`, async () => {
      const {el} = await page(position);
      await kept(position);
      scrollTo(0, 700);
      dismissal(el).focus();
      await nextFrame();
      expect(scrollY).to.equal(700);
    });

  describe('leaves the page as it was', () => {
    for (const [how, leave] of [
      ['is dismissed', (el: SolidarityBanner) => dismissal(el).click()],
      ['is removed', (el: SolidarityBanner) => el.remove()],
      ['becomes inline', (el: SolidarityBanner) => (el.position = 'inline')],
      ['loses its feed', (el: SolidarityBanner) => (el.src = '#nowhere')],
    ] as const)
      it(`when it ${how}`, async () => {
        root.setAttribute('style', 'color:red');
        const sheets = [...document.adoptedStyleSheets];
        const {el} = await page('bottom');
        await kept('bottom');
        expect(root.getAttribute('style')).to.equal('color:red');
        leave(el);
        await waitUntil(() => padding('bottom') === 'auto', 'the room is given back');
        expect(sheets.every((sheet, i) => sheet === document.adoptedStyleSheets[i])).to.equal(true);
        expect(document.adoptedStyleSheets.length).to.equal(sheets.length);
        expect(root.getAttribute('style')).to.equal('color:red');
        expect(el).not.to.have.attribute('edge');
      });

    it('and adds to the padding that the page has of its own', async () => {
      const style = await fixture(
        html`<style>
          html {
            scroll-padding-top: 40px;
          }
        </style>`,
      );
      const {el} = await page('top');
      await waitUntil(() => parseFloat(padding('top')) >= 40 + el.offsetHeight || padding('top').includes('calc'));
      expect(padding('top')).to.match(new RegExp(`^${40 + el.offsetHeight + 8}(\\.\\d+)?px$`));
      el.remove();
      expect(padding('top')).to.equal('40px');
      style.remove();
    });

    it('with a banner at either edge, whichever goes first', async () => {
      const sheets = document.adoptedStyleSheets.length;
      const [one, two] = [create('top'), create('bottom')];
      await fixture(html`<div>${one}${two}</div>`);
      await kept('top');
      await kept('bottom');
      one.remove();
      expect(padding('top')).to.equal('auto');
      expect(padding('bottom')).not.to.equal('auto');
      two.remove();
      expect(padding('bottom')).to.equal('auto');
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
      expect(root.hasAttribute('style')).to.equal(false);
    });
  });

  for (const [how, leave] of [
    ['is dismissed', (el: SolidarityBanner) => dismissal(el).click()],
    ['is removed', (el: SolidarityBanner) => el.remove()],
    ['goes to the other edge', (el: SolidarityBanner) => (el.position = 'bottom')],
  ] as const)
    it(`stands once; the second is inline until the first ${how}`, async () => {
      const [one, two] = [create('top'), create('top')];
      await fixture(html`<div>${one}${two}</div>`);
      await Promise.all([one.updateComplete, two.updateComplete]);
      const edges = () => [one, two].map(({edge}) => edge);
      expect(edges()).to.deep.equal(['top', undefined]);
      expect(getComputedStyle(two).position).to.equal('static');
      leave(one);
      await waitUntil(() => two.edge === 'top', 'the second has the edge');
      expect(getComputedStyle(two).position).to.equal('sticky');
    });

  it('stands once, even where it was cloned', async () => {
    const one = create('top');
    await fixture(html`${one}`);
    await one.updateComplete;
    const two = one.cloneNode(true) as SolidarityBanner;
    one.after(two);
    await two.updateComplete;
    expect([one.edge, two.edge]).to.deep.equal(['top', undefined]);
  });

  it('takes no edge before its campaign is there, nor at a place that it does not know', async () => {
    const [failed, odd] = [Object.assign(create('top'), {src: '#nowhere'}), create('middle')];
    await fixture(html`<div>${failed}${odd}</div>`);
    await Promise.all([failed.updateComplete, odd.updateComplete]);
    expect([failed, odd].map((el) => getComputedStyle(el).position)).to.deep.equal(['static', 'static']);
    expect(padding('top')).to.equal('auto');
  });

  for (const [width, height, position] of [
    [800, 600, 'sticky'],
    [800, 400, 'static'],
    [320, 700, 'sticky'],
    [320, 560, 'static'],
  ] as const)
    it(`is ${position} in a window of ${width} × ${height} px`, async function () {
      if (!(await executeServerCommand('viewport', {width, height}))) this.skip();
      const {el} = await page('top');
      await (position === 'sticky' ? kept('top') : waitUntil(() => el.edge === 'top'));
      expect(getComputedStyle(el).position).to.equal(position);
      expect(padding('top') === 'auto').to.equal(position === 'static');
      await executeServerCommand('viewport', {width: 800, height: 600});
    });

  it('is no part of a printed page', async function () {
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    const {el} = await page('top');
    const inline = create('inline');
    await fixture(html`${inline}`);
    await Promise.all([el.updateComplete, inline.updateComplete]);
    expect(el.checkVisibility()).to.equal(false);
    expect(inline.checkVisibility()).to.equal(true);
    expect(dismissal(inline).checkVisibility()).to.equal(false);
    await executeServerCommand('media', {});
  });
});
