import {expect, fixture, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html, type LitElement} from 'lit';
import '../../src/define/solidarity-banner.js';
import type {SolidarityBannerDismissedEvent} from '../../src/elements/solidarity-banner.js';
import {feedOf, freezeAt, inlineFeed} from '../support/feed.js';

let key = 0;
/** Each test has a campaign of its own: a dismissal is kept for the page. */
const feed = (change: object = {}) =>
  inlineFeed(
    feedOf({
      observances: [{id: 'day', title: 'Day', yearly: '08-09'}],
      campaigns: [
        {
          id: `campaign-${++key}`,
          slogan: {en: 'Solidarity is stronger than repression!', be: 'Салідарнасць мацнейшая за рэпрэсіі!'},
          call: 'Join the day.',
          action: {text: 'How to take part', url: 'https://campaign.example/'},
          observance: 'day',
          phases: [
            {id: 'teaser', from: -14, until: -1, call: 'Soon.'},
            {id: 'day', from: 0, until: 0, slogan: 'Today!'},
            {id: 'thanks', from: 1, until: 7, call: 'Thank you.'},
          ],
          ...change,
        },
      ],
    }),
  );

const part = (el: Element, name: string) => el.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
const words = (el: Element, name: string) => part(el, name)?.textContent?.trim();
const shown = (el: Element) => getComputedStyle(el).display !== 'none' && !!part(el, 'base');

describe('<solidarity-banner>', () => {
  let thaw = () => {};
  const freeze = (instant: string) => {
    thaw();
    thaw = freezeAt(instant);
  };
  beforeEach(() => freeze('2026-11-22T12:00:00Z'));
  afterEach(() => {
    thaw();
    sessionStorage.clear();
    localStorage.clear();
  });

  const banner = (attributes: Record<string, string> = {}) => {
    const el = document.createElement('solidarity-banner');
    for (const [name, value] of Object.entries({lang: 'en', src: feed(), ...attributes})) el.setAttribute(name, value);
    return fixture<LitElement>(html`${el}`);
  };

  it('shows slogan, call and action', async () => {
    const el = await banner();
    expect(words(el, 'slogan')).to.equal('Solidarity is stronger than repression!');
    expect(words(el, 'call')).to.equal('Join the day.');
    expect(part(el, 'link')).to.have.attribute('href', 'https://campaign.example/');
    expect(part(el, 'link')).to.have.attribute('rel', 'noopener noreferrer external nofollow');
  });

  for (const [now, slogan, call] of [
    ['2027-07-25T20:59:59Z', 'Solidarity is stronger than repression!', 'Join the day.'],
    ['2027-07-25T21:00:00Z', 'Solidarity is stronger than repression!', 'Soon.'],
    ['2027-08-08T20:59:59Z', 'Solidarity is stronger than repression!', 'Soon.'],
    ['2027-08-08T21:00:00Z', 'Today!', 'Join the day.'],
    ['2027-08-09T20:59:59Z', 'Today!', 'Join the day.'],
    ['2027-08-09T21:00:00Z', 'Solidarity is stronger than repression!', 'Thank you.'],
    ['2027-08-16T20:59:59Z', 'Solidarity is stronger than repression!', 'Thank you.'],
    ['2027-08-16T21:00:00Z', 'Solidarity is stronger than repression!', 'Join the day.'],
  ] as const)
    it(`says “${slogan} ${call}” at ${now}`, async () => {
      freeze(now);
      const el = await banner();
      expect([words(el, 'slogan'), words(el, 'call')]).to.deep.equal([slogan, call]);
    });

  it('is a region named by its slogan, with the dismissal last', async () => {
    const el = await banner();
    const base = part(el, 'base')!;
    expect(base.localName).to.equal('section');
    expect(el.shadowRoot!.getElementById(base.getAttribute('aria-labelledby')!)).to.equal(part(el, 'slogan'));
    expect(base.lastElementChild).to.equal(part(el, 'dismiss'));
    const {width, height} = part(el, 'dismiss')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('takes no focus', async () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    await banner({position: 'top'});
    expect(document.activeElement).to.equal(input);
    input.remove();
  });

  it('is dismissed by its button, and says so', async () => {
    const el = await banner();
    let told: SolidarityBannerDismissedEvent | undefined;
    el.addEventListener('solidarity-banner-dismissed', (event) => (told = event));
    part(el, 'dismiss')!.click();
    await el.updateComplete;
    expect(shown(el)).to.equal(false);
    expect(told).to.include({campaign: `campaign-${key}`, phase: undefined, bubbles: false});
  });

  it('is dismissed by Escape, but only from within', async () => {
    const el = await banner();
    await sendKeys({press: 'Escape'});
    expect(shown(el)).to.equal(true);
    part(el, 'link')!.focus();
    await sendKeys({press: 'Escape'});
    await el.updateComplete;
    expect(shown(el)).to.equal(false);
  });

  it('cannot be dismissed where the page says so', async () => {
    const el = await banner({dismiss: 'none'});
    expect(part(el, 'dismiss')).to.equal(null);
    part(el, 'link')!.focus();
    await sendKeys({press: 'Escape'});
    expect(shown(el)).to.equal(true);
  });

  describe('a dismissal', () => {
    const dismissed = async (src: string, attributes: Record<string, string>) => {
      const el = await banner({src, ...attributes});
      part(el, 'dismiss')!.click();
      await el.updateComplete;
      el.remove();
      return banner({src, ...attributes});
    };

    for (const [dismiss, session, local] of [
      ['memory', 0, 0],
      ['nonsense', 0, 0],
      ['session', 1, 0],
      ['local', 0, 1],
    ] as const)
      it(`kept in ${dismiss} lasts for the page, with ${session + local} keys stored`, async () => {
        expect(shown(await dismissed(feed(), {dismiss}))).to.equal(false);
        expect([sessionStorage.length, localStorage.length]).to.deep.equal([session, local]);
      });

    for (const dismiss of ['memory', 'none'])
      it(`asked for as ${dismiss} never so much as reads storage`, async () => {
        const {getItem, setItem} = Storage.prototype;
        let touched = 0;
        Storage.prototype.getItem = Storage.prototype.setItem = () => {
          touched++;
          return null;
        };
        try {
          const el = await banner({dismiss});
          part(el, 'dismiss')?.click();
          await el.updateComplete;
          expect(touched).to.equal(0);
        } finally {
          Object.assign(Storage.prototype, {getItem, setItem});
        }
      });

    it('writes nothing before the reader’s act', async () => {
      await banner({dismiss: 'local'});
      expect(localStorage.length).to.equal(0);
    });

    it('lasts for the page where storage is refused', async () => {
      const {getItem, setItem} = Storage.prototype;
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException('no', 'SecurityError');
      };
      try {
        expect(shown(await dismissed(feed(), {dismiss: 'local'}))).to.equal(false);
      } finally {
        Object.assign(Storage.prototype, {getItem, setItem});
      }
    });

    it('of the teaser does not hide the day itself, nor the next year’s teaser', async () => {
      freeze('2027-08-01T12:00:00Z');
      const src = feed();
      expect(shown(await dismissed(src, {dismiss: 'local'}))).to.equal(false);
      freeze('2027-08-09T12:00:00Z');
      expect(shown(await banner({src, dismiss: 'local'}))).to.equal(true);
      freeze('2028-08-01T12:00:00Z');
      expect(shown(await banner({src, dismiss: 'local'}))).to.equal(true);
    });

    it('does not hold for another key', async () => {
      const id = `renewed-${key}`;
      expect(shown(await dismissed(feed({id}), {}))).to.equal(false);
      expect(shown(await banner({src: feed({id, dismissKey: `second-${key}`})}))).to.equal(true);
    });
  });

  describe('at an edge', () => {
    /** A page of its own height with links down to its end. */
    const page = (position: 'top' | 'bottom') => {
      const el = document.createElement('solidarity-banner');
      Object.assign(el, {src: feed(), position});
      const links = Array.from({length: 60}, (_, i) => html`<p><a href="#${i}">Link ${i}</a></p>`);
      return fixture(html`<div>${position === 'top' ? [el, links] : [links, el]}</div>`).then(async (root) => {
        await el.updateComplete;
        await waitUntil(
          () =>
            getComputedStyle(document.documentElement)[
              position === 'top' ? 'scrollPaddingTop' : 'scrollPaddingBottom'
            ] !== 'auto',
        );
        return {el, links: [...root.querySelectorAll('a')]};
      });
    };

    for (const position of ['top', 'bottom'] as const)
      it(`(${position}) never covers what a reader tabs to`, async () => {
        const {el, links} = await page(position);
        const back = position === 'top';
        const start = links.at(back ? -1 : 0)!;
        start.focus();
        if (back) await sendKeys({down: 'Shift'});
        try {
          for (let i = 0; i < 40; i++) {
            await sendKeys({press: 'Tab'});
            const link = document.activeElement!;
            expect(link.localName, 'the reader moves on').to.equal('a');
            const [own, its] = [el, link].map((node) => node.getBoundingClientRect()) as [DOMRect, DOMRect];
            expect(its.top < own.bottom && its.bottom > own.top, link.textContent).to.equal(false);
          }
        } finally {
          if (back) await sendKeys({up: 'Shift'});
        }
      });

    it('leaves the page as it was', async () => {
      const {style, scrollTop} = document.documentElement;
      const before = [document.adoptedStyleSheets.length, style.cssText, scrollTop];
      const {el} = await page('bottom');
      expect(document.adoptedStyleSheets.length).to.equal(1);
      part(el, 'dismiss')!.click();
      await el.updateComplete;
      expect([document.adoptedStyleSheets.length, style.cssText, scrollTop]).to.deep.equal(before);
      expect(getComputedStyle(document.documentElement).scrollPaddingBottom).to.equal('auto');
      expect(document.documentElement.hasAttribute('style')).to.equal(false);
    });

    it('stands but once; the second stands inline until the first has gone', async () => {
      const one = await banner({position: 'top'});
      const two = await banner({position: 'top'});
      const edges = () => [one, two].map((el) => el.getAttribute('edge'));
      expect(edges()).to.deep.equal(['top', null]);
      one.remove();
      await waitUntil(() => two.getAttribute('edge') === 'top');
      expect(document.adoptedStyleSheets.length).to.equal(1);
    });
  });

  it('keeps the page’s words where the feed has no such campaign', async () => {
    expect(await banner({campaign: 'nowhere'})).shadowDom.to.equal('<slot></slot>');
    expect(await banner({src: inlineFeed(feedOf())})).shadowDom.to.equal('<slot></slot>');
  });

  it('prints its action as text where the page may not link', async () => {
    const el = await banner({links: 'none'});
    expect(part(el, 'link')).to.equal(null);
    expect(words(el, 'action')).to.equal('How to take part');
  });

  for (const position of ['inline', 'top', 'bottom'])
    it(`is accessible ${position}`, async () => {
      await expect(await banner({position})).to.be.accessible();
    });
});
