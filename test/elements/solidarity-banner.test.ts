import {expect, fixture} from '@open-wc/testing';
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import type {SolidarityBanner, SolidarityBannerDismissedEvent} from '../../src/elements/solidarity-banner.js';
import {create, errorsOf, isFallback, part, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {onScreen, until} from '../support/wait.js';

const SLOGAN = 'Solidarity is stronger than repression!';

let key = 0;
const campaign = (change: object = {}) => ({
  // Each test has its own campaign, since a dismissal is kept for the page.
  id: `campaign-${++key}`,
  slogan: {en: SLOGAN, be: 'Салідарнасць мацнейшая за рэпрэсіі!'},
  call: 'Join the day.',
  action: {text: 'How to take part', url: 'https://campaign.example/'},
  observance: 'day',
  phases: [
    {id: 'teaser', from: -14, until: -1, call: 'Soon.'},
    {id: 'day', from: 0, until: 0, slogan: 'Today!', action: {text: 'Find us', url: 'https://campaign.example/today'}},
    {id: 'thanks', from: 1, until: 7, call: 'Thank you.'},
  ],
  ...change,
});
const feed = (change: object = {}, observance: object = {}) =>
  feedOf({observances: [{id: 'day', title: 'Day', yearly: '08-09', ...observance}], campaigns: [campaign(change)]});

const shown = (el: Element) => !!part(el, 'base')?.checkVisibility();

describe('<solidarity-banner>', () => {
  let clock: ReturnType<typeof fakeClock>;
  const freeze = (instant: string) => clock.setSystemTime(new Date(instant));
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z', ['Date']);
  });
  afterEach(() => {
    clock.uninstall();
    sessionStorage.clear();
    localStorage.clear();
  });

  const banner = (attributes: Record<string, string> = {}) =>
    show('solidarity-banner', {src: inlineFeed(feed()), ...attributes});

  it('shows slogan, call and action', async () => {
    const el = await banner();
    expect(words(el, 'slogan')).to.equal(SLOGAN);
    expect(words(el, 'call')).to.equal('Join the day.');
    expect(words(el, 'link')).to.equal('How to take part');
    expect(part(el, 'link')).to.have.attribute('href', 'https://campaign.example/');
    expect(part(el, 'link')).to.have.attribute('rel', 'noopener noreferrer external nofollow');
    expect(part(el, 'link')).to.have.attribute('referrerpolicy', 'no-referrer');
  });

  it('shows a campaign without an action, and without phases', async () => {
    const el = await banner({
      src: inlineFeed(feedOf({campaigns: [{id: 'bare', slogan: 'Free them all', call: 'Now.'}]})),
    });
    expect(words(el, 'slogan')).to.equal('Free them all');
    expect(!part(el, 'action')).to.equal(true);
  });

  it('shows the campaign asked for, else the one that is in a phase, else the one whose day comes next', async () => {
    const observances = [
      {id: 'day', title: 'Day', yearly: '08-09'},
      {id: 'other', title: 'Other', yearly: '08-04'},
    ];
    const campaigns = [campaign({id: 'one', slogan: 'One'}), campaign({id: 'two', slogan: 'Two', observance: 'other'})];
    const src = inlineFeed(feedOf({observances, campaigns}));
    const slogan = async (attributes = {}) => words(await banner({src, ...attributes}), 'slogan');
    expect(await slogan({campaign: 'one'})).to.equal('One');
    for (const [now, expected] of [
      ['2026-11-22T12:00:00Z', 'Two'],
      ['2027-08-01T12:00:00Z', 'Two'],
      ['2027-08-04T12:00:00Z', 'Today!'],
      ['2027-08-08T12:00:00Z', 'One'],
      ['2027-08-15T12:00:00Z', 'One'],
      ['2027-09-01T12:00:00Z', 'Two'],
    ] as const) {
      freeze(now);
      expect(await slogan(), now).to.equal(expected);
    }
  });

  for (const [now, phase, slogan, call] of [
    ['2027-07-25T20:59:59Z', 'before all phases', SLOGAN, 'Join the day.'],
    ['2027-07-25T21:00:00Z', 'a teaser', SLOGAN, 'Soon.'],
    ['2027-08-08T20:59:59Z', 'a teaser', SLOGAN, 'Soon.'],
    ['2027-08-08T21:00:00Z', 'the day', 'Today!', 'Join the day.'],
    ['2027-08-09T20:59:59Z', 'the day', 'Today!', 'Join the day.'],
    ['2027-08-09T21:00:00Z', 'thanks', SLOGAN, 'Thank you.'],
    ['2027-08-16T20:59:59Z', 'thanks', SLOGAN, 'Thank you.'],
    ['2027-08-16T21:00:00Z', 'after all phases', SLOGAN, 'Join the day.'],
  ] as const)
    it(`is ${phase} at ${now}, by the clocks of Minsk`, async () => {
      freeze(now);
      const el = await banner();
      expect([words(el, 'slogan'), words(el, 'call')]).to.deep.equal([slogan, call]);
      expect(words(el, 'link')).to.equal(phase === 'the day' ? 'Find us' : 'How to take part');
    });

  for (const [zone, first] of [
    ['Pacific/Auckland', '2027-08-08T12:00:00Z'],
    ['America/Los_Angeles', '2027-08-09T07:00:00Z'],
    ['local', '2027-08-09T04:00:00Z'], // the tests run in New York
    ['Nowhere/At_all', '2027-08-08T21:00:00Z'],
  ] as const)
    it(`begins the day of an observance in ${zone} at ${first}`, async () => {
      const src = inlineFeed(feed({}, {zone}));
      freeze(new Date(Date.parse(first) - 1000).toISOString());
      expect(words(await banner({src}), 'call')).to.equal('Soon.');
      freeze(first);
      expect(words(await banner({src}), 'slogan')).to.equal('Today!');
    });

  it('shows the phase of a new day while the page is open', async () => {
    clock.uninstall();
    clock = fakeClock('2027-08-08T20:59:30Z');
    const el = await banner();
    await onScreen(el);
    await clock.tickAsync(29_000);
    expect(words(el, 'call')).to.equal('Soon.');
    await clock.tickAsync(1000);
    await until(() => words(el, 'slogan') === 'Today!');
  });

  it('stays as it is at a full minute, so that a reader at its link is not disturbed', async () => {
    clock.uninstall();
    clock = fakeClock('2027-08-08T20:29:30Z');
    const el = await banner();
    await onScreen(el);
    const link = part(el, 'link')!;
    link.focus();
    await clock.tickAsync(90_000);
    await el.updateComplete;
    expect(part(el, 'link') === link).to.equal(true);
    expect(el.shadowRoot!.activeElement === link).to.equal(true);
  });

  it('is a region named by its slogan, with the dismissal last', async () => {
    const el = await banner();
    const base = part(el, 'base')!;
    expect(base.localName).to.equal('section');
    const name = el.shadowRoot!.getElementById(base.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).to.equal(SLOGAN);
    expect(base.lastElementChild === part(el, 'dismiss')).to.equal(true);
    expect(part(el, 'dismiss')).to.have.attribute('aria-label', 'Close this banner');
  });

  describe('speaks one language', () => {
    const BE = {
      slogan: {en: SLOGAN, be: 'Салідарнасць мацнейшая за рэпрэсіі!'},
      call: {en: 'Join the day.', be: 'Далучайцеся.'},
      action: {text: {en: 'How to take part', be: 'Як далучыцца'}, url: 'https://campaign.example/'},
      phases: [],
    };
    const spoken = (el: SolidarityBanner) => ['slogan', 'call', 'link'].map((name) => words(el, name));

    it('the reader’s, where all of its texts have it', async () => {
      const el = await banner({lang: 'be', src: inlineFeed(feed(BE))});
      expect(spoken(el)).to.deep.equal([BE.slogan.be, 'Далучайцеся.', 'Як далучыцца']);
      expect(part(el, 'base')).to.have.attribute('lang', 'be');
      expect(part(el, 'dismiss')!.getAttribute('aria-label')).to.not.equal('Close this banner');
    });

    it('English, where one of its texts lacks the reader’s', async () => {
      const el = await banner({lang: 'be', src: inlineFeed(feed({...BE, call: 'Join the day.'}))});
      expect(spoken(el)).to.deep.equal([SLOGAN, 'Join the day.', 'How to take part']);
      expect(part(el, 'base')).to.have.attribute('lang', 'en');
      expect(part(el, 'dismiss')).to.have.attribute('aria-label', 'Close this banner');
    });
  });

  it('isolates each text of the feed, which may have another direction', async () => {
    const el = await banner();
    for (const name of ['slogan', 'call', 'action'])
      expect(part(el, name)!.querySelector('bdi')?.textContent, name).to.equal(words(el, name));
  });

  for (const width of [200, 320, 1000])
    it(`fits into ${width} px, with room for a thumb`, async () => {
      const el = await banner();
      el.style.inlineSize = `${width}px`;
      for (const name of ['base', 'slogan', 'link', 'dismiss']) {
        const {left, right} = part(el, name)!.getBoundingClientRect();
        const own = el.getBoundingClientRect();
        expect(left >= own.left && right <= own.right, name).to.equal(true);
      }
      for (const name of ['link', 'dismiss']) {
        const box = part(el, name)!.getBoundingClientRect();
        expect(Math.min(box.width, box.height), name).to.be.at.least(44);
      }
    });

  it('takes no focus', async () => {
    const input = await fixture<HTMLElement>(html`<input aria-label="Search" />`);
    input.focus();
    await banner({position: 'top'});
    expect(document.activeElement === input).to.equal(true);
  });

  it('is dismissed by its button, with an event and a state', async () => {
    freeze('2027-08-01T12:00:00Z');
    const el = await banner();
    let dismissal: SolidarityBannerDismissedEvent | undefined;
    el.addEventListener('solidarity-banner-dismissed', (event) => (dismissal = event));
    const attributes = el.getAttributeNames();
    expect(el.matches(':state(dismissed)')).to.equal(false);
    part(el, 'dismiss')!.click();
    await el.updateComplete;
    expect(shown(el)).to.equal(false);
    expect(el.matches(':state(dismissed)')).to.equal(true);
    // States, not attributes: a framework that hydrates the page compares attributes.
    expect(el.getAttributeNames()).to.deep.equal(attributes);
    expect(dismissal).to.include({campaign: `campaign-${key}`, phase: 'teaser', bubbles: false});
  });

  it('is dismissed by Escape only while the focus is in it', async () => {
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
    expect(!part(el, 'dismiss')).to.equal(true);
    part(el, 'link')!.focus();
    await sendKeys({press: 'Escape'});
    expect(shown(el)).to.equal(true);
  });

  it('ends with its content in the height that the page reserves, and leaves no gap when dismissed', async () => {
    const style = await fixture(
      html`<style>
        solidarity-banner {
          display: block;
          min-height: 300px;
          margin: 20px;
        }
      </style>`,
    );
    const el = await banner();
    expect([el.offsetHeight, part(el, 'base')!.offsetHeight < 200]).to.deep.equal([300, true]);
    part(el, 'dismiss')!.click();
    await el.updateComplete;
    expect(el.parentElement!.offsetHeight).to.equal(0);
    style.remove();
  });

  describe('is laid out', () => {
    const middle = (el: Element, name: string) => {
      const {top, bottom} = part(el, name)!.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const end = (el: Element, name: string) => Math.round(part(el, name)!.getBoundingClientRect().right);
    const wide = async (attributes: Record<string, string> = {}) => {
      const el = await banner(attributes);
      el.style.inlineSize = '1000px';
      return el;
    };

    for (const look of ['campaign', 'newsroom', 'contrast', 'memorial'])
      it(`with text, button and ✕ on one line of sight as ${look}`, async () => {
        const el = await wide({look});
        for (const name of ['action', 'dismiss']) expect(middle(el, name)).to.be.closeTo(middle(el, 'text'), 1);
      });

    it('without an empty column where there is no button or no link', async () => {
      const [both, noButton, noLink, none] = [
        await wide(),
        await wide({dismiss: 'none'}),
        await wide({links: 'none'}),
        await wide({links: 'none', dismiss: 'none'}),
      ];
      const edge = end(both, 'base');
      // 16 px of padding, and the border.
      expect(edge - end(noButton, 'action')).to.equal(17);
      expect(edge - end(none, 'text')).to.equal(17);
      expect(end(noLink, 'dismiss')).to.equal(end(both, 'dismiss'));
      expect(part(noLink, 'dismiss')!.getBoundingClientRect().left - end(noLink, 'text')).to.equal(16);
    });

    it('on a phone with ✕ beside the slogan, and the button below', async () => {
      const el = await banner();
      el.style.inlineSize = '320px';
      const slogan = part(el, 'slogan')!.getBoundingClientRect();
      expect(middle(el, 'dismiss')).to.be.within(slogan.top, slogan.top + 24);
      expect(part(el, 'action')!.getBoundingClientRect().top).to.be.at.least(
        part(el, 'text')!.getBoundingClientRect().bottom,
      );
    });
  });

  for (const theme of ['light', 'dark'])
    for (const look of ['campaign', 'newsroom', 'contrast'])
      it(`has the flag at its edge, white, red, white, as ${look} in ${theme}, and in forced colours`, async () => {
        const el = await banner({look, theme});
        const flag = getComputedStyle(part(el, 'base')!, '::before');
        const colours = flag.backgroundImage.match(/rgb\([^)]+\)/g);
        const [white, red] = ['rgb(255, 255, 255)', 'rgb(200, 16, 46)'];
        expect([...new Set(colours)]).to.deep.equal([white, red]);
        expect([colours!.at(0), colours!.at(-1)]).to.deep.equal([white, white]);
        expect(flag.forcedColorAdjust ?? 'none').to.equal('none');
        const {width, height} = flag;
        expect([width, parseFloat(height) > 40]).to.deep.equal(['18px', true]);
      });

  it('has one red in both themes, and white on it', async () => {
    for (const theme of ['light', 'dark']) {
      const {backgroundColor, color} = getComputedStyle(part(await banner({theme}), 'link')!);
      expect([backgroundColor, color.replace(/^lch\(100 .*/, 'white')]).to.deep.equal(['rgb(200, 16, 46)', 'white']);
    }
  });

  describe('as memorial', () => {
    const action = {text: '¡Escribid!', url: 'https://campaign.example/'};
    const memorial = (change: object = {}) => banner({look: 'memorial', src: inlineFeed(feed(change))});

    it('has no exclamation mark at an end', async () => {
      const el = await memorial({slogan: 'La solidarité est plus forte !', call: 'Look! Write!', action});
      expect(['slogan', 'call', 'link'].map((name) => words(el, name))).to.deep.equal([
        'La solidarité est plus forte',
        'Look! Write',
        'Escribid',
      ]);
      const loud = await banner({src: inlineFeed(feed({slogan: 'Stronger!', call: 'Write!', action}))});
      expect(['slogan', 'call', 'link'].map((name) => words(loud, name))).to.deep.equal([
        'Stronger!',
        'Write!',
        '¡Escribid!',
      ]);
    });

    it('has an action that is a link, not a button', async () => {
      const {backgroundColor, textDecorationLine} = getComputedStyle(part(await memorial(), 'link')!);
      expect([backgroundColor, textDecorationLine]).to.deep.equal(['rgba(0, 0, 0, 0)', 'underline']);
    });
  });

  it('is transparent in a newsroom, with a rule on top', async () => {
    const {backgroundColor, borderTopWidth, borderBottomWidth} = getComputedStyle(
      part(await banner({look: 'newsroom'}), 'base')!,
    );
    expect([backgroundColor, borderTopWidth, borderBottomWidth]).to.deep.equal(['rgba(0, 0, 0, 0)', '3px', '0px']);
  });

  describe('with a missing end tag, which makes the rest of the page its content', () => {
    const open = async () => {
      const el = create('solidarity-banner', {src: inlineFeed(feed())});
      el.innerHTML = '<article>The rest of the page</article>';
      await fixture(html`${el}`);
      await el.updateComplete;
      return {el, rest: el.querySelector('article')!};
    };

    it('shows both', async () => {
      const {el, rest} = await open();
      expect([shown(el), rest.checkVisibility()]).to.deep.equal([true, true]);
    });

    it('prints the page, without the banner at an edge', async function () {
      const {el, rest} = await open();
      el.position = 'top';
      await until(() => el.matches(':state(top)'));
      if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
      try {
        expect([shown(el), rest.checkVisibility()]).to.deep.equal([false, true]);
      } finally {
        await executeServerCommand('media', {});
      }
    });

    it('does not take the page with it when it is dismissed', async () => {
      const {el, rest} = await open();
      part(el, 'dismiss')!.click();
      await el.updateComplete;
      expect([shown(el), rest.checkVisibility()]).to.deep.equal([false, true]);
      el.hidden = true;
      expect(rest.checkVisibility()).to.equal(false);
    });
  });

  it('does not show its fallback content beside the campaign', async () => {
    const el = create('solidarity-banner', {src: inlineFeed(feed())});
    el.innerHTML = '<p>Solidarity!</p>';
    await fixture(html`${el}`);
    await el.updateComplete;
    expect([shown(el), el.querySelector('p')!.checkVisibility()]).to.deep.equal([true, false]);
  });

  for (const [name, back, next] of [
    ['on', false, 'after'],
    ['back', true, 'before'],
  ] as const)
    it(`lets a reader go ${name} by Tab from where it was`, async () => {
      const page = await fixture(
        html`<div>
          <a href="#first">First</a> <a href="#before" id="before">Before</a>
          <solidarity-banner src=${inlineFeed(feed())}></solidarity-banner>
          <a href="#after" id="after">After</a> <a href="#last">Last</a>
        </div>`,
      );
      const el = page.querySelector('solidarity-banner')!;
      await el.updateComplete;
      part(el, 'dismiss')!.focus();
      await sendKeys({press: 'Enter'});
      await el.updateComplete;
      expect(shown(el)).to.equal(false);
      expect(document.activeElement?.id).not.to.equal(next);
      if (back) await sendKeys({down: 'Shift'});
      await sendKeys({press: 'Tab'});
      if (back) await sendKeys({up: 'Shift'});
      expect(document.activeElement?.id).to.equal(next);
    });

  describe('a dismissal', () => {
    const dismissed = async (src: string, attributes: Record<string, string>) => {
      const el = await banner({src, ...attributes});
      part(el, 'dismiss')!.click();
      await el.updateComplete;
      el.remove();
      return banner({src, ...attributes});
    };

    /** Whether a banner is shown in another view of the page, a reload of it. */
    const shownAfterReload = async (json: object, dismiss: string) => {
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Another view"></iframe>`);
      frame.srcdoc = `<script>Date.now = () => ${Date.now()}</script>
        <script type="application/json" id="feed">${JSON.stringify(json)}</script>
        <solidarity-banner src="#feed" dismiss="${dismiss}"></solidarity-banner>
        <script type="module" src="/src/define/solidarity-banner.ts"></script>`;
      let el: SolidarityBanner | null | undefined;
      await until(
        () => (el = frame.contentDocument?.querySelector('solidarity-banner'))?.shadowRoot,
        'the banner is defined',
      );
      await el!.updateComplete;
      return shown(el!);
    };

    /** Counts how often the page's storage is read at all. */
    const watchStorage = (refuse = false) => {
      let touched = 0;
      const names = ['localStorage', 'sessionStorage'] as const;
      const own = names.map((name) => [name, Object.getOwnPropertyDescriptor(window, name)!] as const);
      for (const [name, descriptor] of own)
        Object.defineProperty(window, name, {
          configurable: true,
          get() {
            touched++;
            if (refuse) throw new DOMException('Denied', 'SecurityError');
            return descriptor.get!.call(window);
          },
        });
      return () => {
        for (const [name, descriptor] of own) Object.defineProperty(window, name, descriptor);
        return touched;
      };
    };

    for (const [dismiss, session, local] of [
      ['memory', 0, 0],
      ['nonsense', 0, 0],
      ['session', 1, 0],
      ['local', 0, 1],
    ] as const) {
      it(`kept in ${dismiss} lasts for the page view, with ${session + local} keys stored`, async () => {
        expect(shown(await dismissed(inlineFeed(feed()), {dismiss}))).to.equal(false);
        expect([sessionStorage.length, localStorage.length]).to.deep.equal([session, local]);
      });

      it(`kept in ${dismiss} is ${session + local ? 'kept for' : 'forgotten in'} the next page view`, async () => {
        const json = feed();
        expect(await shownAfterReload(json, dismiss)).to.equal(true);
        await dismissed(inlineFeed(json), {dismiss});
        expect(await shownAfterReload(json, dismiss)).to.equal(!(session + local));
      });
    }

    for (const dismiss of ['memory', 'nonsense', 'none'])
      it(`with dismiss=${dismiss} never reads storage`, async () => {
        const end = watchStorage();
        const el = await banner({dismiss});
        part(el, 'dismiss')?.click();
        await el.updateComplete;
        expect(end()).to.equal(0);
      });

    for (const dismiss of ['session', 'local'])
      it(`with dismiss=${dismiss} reads storage once, and writes nothing before the reader dismisses`, async () => {
        const end = watchStorage();
        const el = await banner({dismiss});
        el.requestUpdate();
        await el.updateComplete;
        expect(end()).to.equal(1);
        expect(sessionStorage.length + localStorage.length).to.equal(0);
      });

    for (const dismiss of ['session', 'local'])
      it(`with dismiss=${dismiss} lasts for the page view where storage is refused`, async () => {
        const end = watchStorage(true);
        try {
          expect(shown(await dismissed(inlineFeed(feed()), {dismiss}))).to.equal(false);
        } finally {
          end();
        }
      });

    for (const dismiss of ['memory', 'session', 'local'])
      it(`of the teaser, kept in ${dismiss}, does not hide the day itself, nor the next year’s teaser`, async () => {
        const json = feed();
        const src = inlineFeed(json);
        const other = {dismiss, src};
        freeze('2027-08-01T12:00:00Z');
        expect(shown(await dismissed(src, {dismiss}))).to.equal(false);
        freeze('2027-08-09T12:00:00Z');
        expect(shown(await banner(other))).to.equal(true);
        if (dismiss !== 'memory') expect(await shownAfterReload(json, dismiss)).to.equal(true);
        freeze('2027-12-01T12:00:00Z');
        expect(shown(await banner(other))).to.equal(true);
        freeze('2027-08-02T12:00:00Z');
        expect(shown(await banner(other))).to.equal(false);
        freeze('2028-08-01T12:00:00Z');
        expect(shown(await banner(other))).to.equal(true);
      });

    it('of a day does not hide the next one of the same year', async () => {
      const src = inlineFeed(feed({}, {yearly: undefined, dates: ['2027-01-16', '2027-02-16']}));
      freeze('2027-01-16T12:00:00Z');
      expect(shown(await dismissed(src, {}))).to.equal(false);
      freeze('2027-02-16T12:00:00Z');
      expect(shown(await banner({src}))).to.equal(true);
    });

    it('does not hold for another key, nor for another campaign', async () => {
      const [one, two] = [campaign(), campaign()];
      const src = inlineFeed(feedOf({campaigns: [one, two]}));
      expect(shown(await dismissed(src, {}))).to.equal(false);
      expect(shown(await banner({src, campaign: two.id}))).to.equal(true);
      const renewed = {...one, dismissKey: `${one.id}-again`};
      expect(shown(await banner({src: inlineFeed(feedOf({campaigns: [renewed]}))}))).to.equal(true);
    });

    it('is one for all banners of the campaign on the page', async () => {
      const src = inlineFeed(feed());
      const [one, two] = [await banner({src}), await banner({src, position: 'bottom'})];
      part(one, 'dismiss')!.click();
      await two.updateComplete;
      expect(shown(two)).to.equal(false);
    });
  });

  for (const [what, sections, attributes] of [
    ['has no campaigns', {}, {}],
    ['has no such campaign', {campaigns: [campaign()]}, {campaign: 'nowhere'}],
  ] as const)
    it(`shows its fallback content where the feed ${what}, and fires an error`, async () => {
      const el = create('solidarity-banner', {src: inlineFeed(feedOf(sections)), position: 'top', ...attributes});
      const errors = errorsOf(el);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(isFallback(el)).to.equal(true);
      expect(errors).to.deep.equal(['missing']);
      expect(el.matches(':state(failed)')).to.equal(true);
      expect(el.matches(':state(top)')).to.equal(false);
    });

  for (const links of ['none', 'unlisted', 'nonsense'])
    it(`has no action with links=${links}: it would lead nowhere`, async () => {
      const el = await banner({links});
      expect([part(el, 'link'), part(el, 'action')]).to.deep.equal([null, null]);
      expect(words(el, 'call')).to.equal('Join the day.');
    });

  for (const [state, now, attributes] of [
    ['outside all phases', '2026-11-22T12:00:00Z', {}],
    ['before the day', '2027-08-01T12:00:00Z', {}],
    ['on the day', '2027-08-09T12:00:00Z', {}],
    ['after the day', '2027-08-12T12:00:00Z', {}],
    ['at the top', '2027-08-09T12:00:00Z', {position: 'top'}],
    ['at the bottom', '2027-08-09T12:00:00Z', {position: 'bottom'}],
    ['in Belarusian', '2027-08-09T12:00:00Z', {lang: 'be'}],
    ['on a dark page', '2027-08-09T12:00:00Z', {theme: 'dark'}],
    ['without a link or a button', '2027-08-09T12:00:00Z', {links: 'none', dismiss: 'none'}],
    ['without a feed', '2027-08-09T12:00:00Z', {src: '#nowhere'}],
  ] as const)
    it(`is accessible ${state}`, async () => {
      freeze(now);
      await expect(await banner(attributes)).to.be.accessible();
    });

  it('is accessible once dismissed', async () => {
    const el = await banner();
    part(el, 'dismiss')!.click();
    await el.updateComplete;
    await expect(el).to.be.accessible();
  });
});
