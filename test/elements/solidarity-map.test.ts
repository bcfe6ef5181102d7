import {executeServerCommand} from '@web/test-runner-commands';
import {expect, fixture, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-map.js';
import type {SolidarityMap, SolidarityMapOpenedEvent} from '../../src/elements/solidarity-map.js';
import {groupLoaders, loaders} from '../../src/i18n/cldr/index.js';
import {setLocaleLoader} from '../../src/i18n/load-locale.js';
import {shapeLoaders} from '../../src/shapes/index.js';
import {create, errorsOf, isFallback, part, parts, plain, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {nextTask, until} from '../support/wait.js';

const source = {name: 'S', url: 'https://source.example/'};
const act = (id: string, date: string, change: object = {}) => ({
  id,
  what: 'action',
  title: `Title of ${id}`,
  date,
  source,
  ...change,
});
const town = (id: string, country: string, latitude: number, longitude: number, acts: object[] = []) => ({
  id,
  name: `Town ${id}`,
  country,
  latitude,
  longitude,
  acts,
});
const TOWNS = [
  town('warsaw', 'PL', 52.23, 21.01, [
    act('old', '2013-08'),
    act('square', '2023-05-29', {what: 'renaming', title: 'Free Belarus Square', url: 'https://page.example/'}),
  ]),
  town('wroclaw', 'PL', 51.11, 17.04, [act('wroclaw-2021', '2021')]),
  town('vilnius', 'LT', 54.69, 25.28, [act('vilnius-2013', '2013-08-04')]),
  town('lisbon', 'PT', 38.72, -9.14),
  town('boston', 'US', 42.36, -71.06, [act('boston-2021', '2021-08')]),
];
const feed = (towns: object[] = TOWNS, head: object = {}) => inlineFeed(feedOf({towns, ...head}));

const loadFile = (name: string) => (loaders[name] ?? groupLoaders[name] ?? (shapeLoaders[name] as never)!)();
const map = (attributes: Record<string, string> = {}, src = feed()) => show('solidarity-map', {src, ...attributes});
/** In a page of a width. */
const mapIn = async (width: number, attributes: Record<string, string> = {}, src = feed()) => {
  const el = create('solidarity-map', {src, ...attributes});
  await fixture(html`<div style="inline-size: ${width}px">${el}</div>`);
  await el.updateComplete;
  return el;
};
const labels = (el: Element) =>
  parts(el, 'marker')
    .map((marker) => marker.ariaLabel!)
    .sort();
const marker = (el: Element, name: string) => parts(el, 'marker').find(({ariaLabel}) => ariaLabel!.includes(name))!;
const button = (el: Element, id: string) => el.shadowRoot!.querySelector<HTMLButtonElement>(`#${id}`)!;
const focused = (el: Element) => el.shadowRoot!.activeElement as HTMLElement | null;
const press = (target: Element, key: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...init});
  target.dispatchEvent(event);
  return event.defaultPrevented;
};
const panel = (el: Element) => part(el, 'panel')!;
const zoomOf = (el: Element) =>
  Number(/scale\((.+)\)/.exec(part(el, 'map')!.querySelector('svg')!.style.transform)![1]);
const centreOf = (node: Element) => {
  const {left, top, width, height} = node.getBoundingClientRect();
  return [left + width / 2, top + height / 2] as const;
};
/** Without transitions, which tests would have to wait for. */
const still = (el: SolidarityMap) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { transition: none !important; }');
  el.shadowRoot!.adoptedStyleSheets.push(sheet);
  return el;
};

describe('<solidarity-map> before its shapes are there', () => {
  afterEach(() => setLocaleLoader(Object.keys(loaders), loadFile));

  it('has the height of the map and the whole list; the map is drawn when they arrive, and nothing moves', async () => {
    let finish = () => {};
    setLocaleLoader(Object.keys(loaders), (name) =>
      name === 'map-world'
        ? new Promise((resolve) => (finish = () => resolve(shapeLoaders[name]!() as never)))
        : loadFile(name),
    );
    const el = create('solidarity-map', {src: feed(), view: 'world'});
    await fixture(html`<div style="inline-size: 600px">${el}</div>`);
    await el.rendered;
    await new Promise(requestAnimationFrame);
    expect(parts(el, 'marker')).to.have.length(0);
    expect(parts(el, 'town')).to.have.length(5);
    const height = el.offsetHeight;
    finish();
    await el.updateComplete;
    expect(labels(el)).to.have.length.above(1);
    expect(el.offsetHeight).to.equal(height);
  });

  it('is a list in the place of the map where they cannot be loaded, without a hole, until they can', async () => {
    setLocaleLoader(Object.keys(loaders), (name) =>
      name === 'map-europe' ? Promise.reject(new Error('offline')) : loadFile(name),
    );
    const clock = fakeClock('2026-11-22T12:00:00Z', ['Date']);
    try {
      const el = await mapIn(600);
      const heights = [el.offsetHeight];
      expect(part(el, 'failed')).to.not.equal(null);
      const box = part(el, 'map')!.getBoundingClientRect();
      const [first] = parts(el, 'town');
      expect(first!.checkVisibility({visibilityProperty: true})).to.equal(true);
      const {top, bottom} = first!.getBoundingClientRect();
      expect(top).to.be.above(box.top);
      expect(bottom).to.be.below(box.bottom);
      expect(getComputedStyle(part(el, 'map')!).visibility).to.equal('hidden');
      await expect(el).to.be.accessible();
      if (await executeServerCommand('media', {media: 'print'})) {
        el.parentElement!.style.inlineSize = '250px';
        const last = parts(el, 'town').at(-1)!;
        expect(last.getBoundingClientRect().bottom).to.be.at.most(part(el, 'footer')!.getBoundingClientRect().top);
        el.parentElement!.style.inlineSize = '600px';
        await executeServerCommand('media', {});
      }
      setLocaleLoader(Object.keys(loaders), loadFile);
      clock.tick(9000);
      el.requestUpdate();
      await waitUntil(() => part(el, 'marker'));
      expect(labels(el)).to.have.length.above(1);
      heights.push(el.offsetHeight);
      expect(heights[1]).to.equal(heights[0]);
    } finally {
      clock.uninstall();
    }
  });
});

describe('<solidarity-map>', () => {
  it('shows a button for each town on the map, named by town and country, and how many there are', async () => {
    const el = await mapIn(600);
    expect(labels(el)).to.deep.equal([
      'Town lisbon, Portugal',
      'Town vilnius, Lithuania',
      'Town warsaw, Poland',
      'Town wroclaw, Poland',
    ]);
    expect(words(el, 'count')).to.equal('5 towns · 4 countries');
    expect(part(el, 'base')!.getAttribute('aria-labelledby')).to.equal('heading');
    expect(words(el, 'heading')).to.equal('Solidarity on the map');
    expect(part(el, 'heading')!.localName).to.equal('p');
    expect(part(await map({heading: '3'}), 'heading')!.localName).to.equal('h3');
  });

  it('shows the world', async () => {
    expect(labels(await mapIn(1200, {view: 'world'})).join()).to.contain('Town boston');
    expect(labels(await mapIn(600, {view: 'moon'})).join()).to.not.contain('Town boston');
  });

  it('lists all towns by country and name, those beyond the map, too, with what was done and where that is from', async () => {
    const el = await map();
    const list = part(el, 'list')!;
    expect(
      [...list.querySelectorAll(':scope > details > summary')].map((node) => plain(node.textContent)),
    ).to.deep.equal(['Lithuania (1)', 'Poland (2)', 'Portugal (1)', 'United States (1)']);
    expect(parts(el, 'town').map((node) => plain(node.querySelector('[part=name]')!.textContent))).to.deep.equal([
      'Town vilniusLithuania',
      'Town warsawPoland',
      'Town wroclawPoland',
      'Town lisbonPortugal',
      'Town bostonUnited States',
    ]);
    expect(plain(parts(el, 'town')[1]!.querySelector('ul')!.textContent)).to.equal(
      'Symbolic renaming Free Belarus Square29 May 2023 · Source: STitle of old08/2013 · Source: S',
    );
  });

  describe('a town', () => {
    it('opens with its years, actions and sources, and closes', async () => {
      const el = await mapIn(600);
      const opened: string[] = [];
      el.addEventListener('solidarity-map-opened', (event) => opened.push((event as SolidarityMapOpenedEvent).town));
      const warsaw = marker(el, 'warsaw');
      expect(warsaw.ariaExpanded).to.equal('false');
      warsaw.click();
      expect(plain(panel(el).textContent)).to.contain('Town warsawPoland2013 · 2023');
      expect([...panel(el).querySelectorAll('a')].map(({href}) => href.replace(/^http:.*#/, '#'))).to.deep.equal([
        'https://page.example/',
        'https://source.example/',
        'https://source.example/',
        '#solidarity-map-warsaw',
      ]);
      expect(warsaw.ariaExpanded).to.equal('true');
      expect(panel(el).ariaLive ?? panel(el).getAttribute('aria-live')).to.equal('polite');
      button(el, 'close').click();
      expect(panel(el).childElementCount).to.equal(0);
      expect(warsaw.ariaExpanded).to.equal('false');
      warsaw.click();
      warsaw.click();
      expect(panel(el).childElementCount).to.equal(0);
      warsaw.focus();
      warsaw.click();
      expect(press(warsaw, 'Escape')).to.equal(true);
      expect(panel(el).childElementCount).to.equal(0);
      expect(opened).to.deep.equal(['warsaw', 'warsaw', 'warsaw']);
    });

    it('is open from the start, and in the middle, where the page names it', async () => {
      const el = still(await mapIn(600, {town: 'vilnius'}));
      expect(plain(panel(el).textContent)).to.contain('Town vilnius');
      expect(zoomOf(el)).to.equal(4);
      const [x, y] = centreOf(marker(el, 'vilnius'));
      const [boxX, boxY] = centreOf(part(el, 'map')!);
      expect(Math.hypot(x - boxX, y - boxY)).to.be.below(2);
      el.town = 'warsaw';
      await el.updateComplete;
      expect(plain(panel(el).textContent)).to.contain('Town warsaw');
      el.town = undefined;
      await el.updateComplete;
      expect(panel(el).childElementCount).to.equal(0);
    });

    for (const name of ['nobody', '', '"><img>'])
      it(`that there is none of (${name}) opens nothing`, async () => {
        const el = await map({town: name});
        expect(panel(el).childElementCount).to.equal(0);
        expect(labels(el)).to.not.be.empty;
      });

    it('that is beyond the map is open below it', async () => {
      const el = await map({town: 'boston'});
      expect(plain(panel(el).textContent)).to.contain('Town boston');
      expect(zoomOf(el)).to.equal(1);
    });

    it('opens where the address of the page names it', async () => {
      const address = location.href;
      try {
        const el = await map({town: 'warsaw'});
        history.replaceState(null, '', '#solidarity-map-wroclaw');
        dispatchEvent(new PopStateEvent('popstate'));
        await el.updateComplete;
        expect(plain(panel(el).textContent)).to.contain('Town wroclaw');
        // The reader opens another one, and goes on to other places of the page.
        marker(el, 'vilnius').click();
        for (const hash of ['#solidarity-map-nobody', '#another-place']) {
          history.replaceState(null, '', hash);
          dispatchEvent(new PopStateEvent('popstate'));
          el.requestUpdate();
          await el.updateComplete;
          expect(plain(panel(el).textContent)).to.contain('Town vilnius');
        }
        history.replaceState(null, '', '#solidarity-map-wroclaw');
        dispatchEvent(new PopStateEvent('popstate'));
        await el.updateComplete;
        expect(plain(panel(el).textContent)).to.contain('Town wroclaw');
        // A link of the page to it opens it, and, as far as the engine tells, each time.
        const link = document.createElement('a');
        link.href = '#solidarity-map-vilnius';
        el.after(link);
        for (let i = 0; i < (navigator.userAgent.includes('Firefox') ? 1 : 2); i++) {
          button(el, 'close').click();
          link.click();
          await until(() => panel(el).childElementCount);
          expect(plain(panel(el).textContent)).to.contain('Town vilnius');
        }
      } finally {
        history.replaceState(null, '', address);
      }
    });
  });

  it('is scrolled to with all its height where the address of the page names a town', async () => {
    const address = location.href;
    try {
      history.replaceState(null, '', '#solidarity-map-wroclaw');
      const el = create('solidarity-map', {src: feed()});
      await fixture(html`<div style="inline-size: 600px; padding-block: 3000px">${el}</div>`);
      await el.updateComplete;
      const {top, bottom} = el.getBoundingClientRect();
      expect([top < innerHeight / 2, bottom > innerHeight / 2]).to.deep.equal([true, true]);
    } finally {
      history.replaceState(null, '', address);
      scrollTo(0, 0);
    }
  });

  it('leaves the focus where the reader goes on when a town is closed', async () => {
    const el = await mapIn(600, {town: 'boston'});
    const close = () => {
      part(el, 'close')!.focus();
      part(el, 'close')!.click();
    };
    marker(el, 'vilnius').click();
    close();
    expect(focused(el) === marker(el, 'vilnius')).to.equal(true);
    // Beyond the map.
    el.town = 'lisbon';
    await el.updateComplete;
    el.town = 'boston';
    await el.updateComplete;
    close();
    expect(focused(el)?.id).to.equal('list');
    el.shadowRoot!.querySelector<HTMLDetailsElement>('[part=list]')!.open = true;
    await nextTask();
    el.town = undefined;
    await el.updateComplete;
    el.town = 'boston';
    await el.updateComplete;
    close();
    expect(focused(el)?.id).to.equal('town-boston');
  });

  it('keeps what the reader has unfolded and folded in the list, with the focus', async () => {
    const el = await map();
    const country = () => el.shadowRoot!.getElementById('PL')!;
    const isOpen = () => (country().parentElement as HTMLDetailsElement).open;
    el.shadowRoot!.querySelector<HTMLDetailsElement>('[part=list]')!.open = true;
    expect(isOpen()).to.equal(true);
    country().focus();
    country().click();
    await until(() => !isOpen());
    await nextTask();
    el.requestUpdate();
    await el.updateComplete;
    expect([isOpen(), focused(el) === country()]).to.deep.equal([false, true]);
  });

  for (const [links, designatedIn, mark, notice] of [
    ['all', ['BY', 'RU'], '⚠︎ BY RU', /^⚠ marks links/],
    ['unlisted', ['BY'], undefined, /^Links that may be dangerous/],
    ['unlisted', [], undefined, undefined],
  ] as const)
    it(`marks links to pages of ${JSON.stringify(designatedIn)} with links="${links}"`, async () => {
      const acts = [act('a', '2021', {url: 'https://page.example/', designatedIn})];
      const el = await map({links}, feed([town('warsaw', 'PL', 52.23, 21.01, acts)]));
      expect(words(el, 'mark')).to.equal(mark);
      if (mark) expect(part(el, 'mark')!.ariaLabel).to.equal('called “extremist” in Belarus, RU');
      if (notice) expect(words(el, 'notice')).to.match(notice);
      else expect(part(el, 'notice') === null).to.equal(true);
    });

  describe('towns that would overlap', () => {
    const near = () => feed([...TOWNS.slice(0, 2), town('near', 'PL', 52.1, 21.2), town('same', 'PL', 52.23, 21.01)]);

    it('are one button with their number and names; it shows them apart and keeps the focus', async () => {
      const el = await mapIn(600, {}, near());
      expect(labels(el)).to.deep.equal(['3 towns: Town warsaw, Town near, Town same', 'Town wroclaw, Poland']);
      const cluster = marker(el, '3 towns');
      expect(cluster.firstChild!.textContent).to.equal('3');
      cluster.focus();
      cluster.click();
      expect(zoomOf(el)).to.be.above(4);
      expect(labels(el)).to.deep.equal(['2 towns: Town warsaw, Town same', 'Town near, Poland']);
      expect(focused(el)?.ariaLabel).to.equal('2 towns: Town warsaw, Town same');
    });

    it('at one place are opened together', async () => {
      const el = await mapIn(600, {}, near());
      marker(el, '3 towns').click();
      marker(el, '2 towns').click();
      expect([...panel(el).querySelectorAll('[part=name]')].map((node) => plain(node.textContent))).to.deep.equal([
        'Town warsawPoland',
        'Town samePoland',
      ]);
    });

    it('are more on a narrow page, and the map follows its width', async () => {
      const el = await mapIn(600);
      expect(parts(el, 'marker')).to.have.length(4);
      el.parentElement!.style.inlineSize = '220px';
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(labels(el)).to.include('3 towns: Town warsaw, Town vilnius, Town wroclaw');
    });
  });

  describe('by keyboard', () => {
    const stops = (el: Element) => parts(el, 'marker').filter(({tabIndex}) => tabIndex === 0);

    it('has one of its towns in the tab order, and moves to the next one in a direction', async () => {
      const el = await mapIn(600);
      expect(stops(el).map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Town warsaw, Poland']);
      stops(el)[0]!.focus();
      expect(press(focused(el)!, 'ArrowUp')).to.equal(true);
      expect(focused(el)!.ariaLabel).to.equal('Town vilnius, Lithuania');
      for (const [key, name] of [
        ['ArrowDown', 'warsaw'],
        ['ArrowLeft', 'wroclaw'],
        ['ArrowLeft', 'lisbon'],
        ['ArrowRight', 'wroclaw'],
      ] as const) {
        expect(press(focused(el)!, key)).to.equal(true);
        expect(focused(el)!.ariaLabel).to.contain(name);
      }
      expect(stops(el)).to.have.length(1);
      expect(stops(el)[0] === focused(el)).to.equal(true);
    });

    it('leaves arrow keys to the page where there is nothing in that direction', async () => {
      const el = await mapIn(600);
      marker(el, 'vilnius').focus();
      expect(press(focused(el)!, 'ArrowRight')).to.equal(false);
      expect(focused(el)!.ariaLabel).to.contain('vilnius');
    });

    it('zooms by + and −, shows the whole by 0, and keeps the focus', async () => {
      const el = await mapIn(600);
      marker(el, 'warsaw').focus();
      for (const [key, zoom] of [
        ['+', 2],
        ['=', 4],
        ['-', 2],
        ['0', 1],
        ['-', 1],
      ] as const) {
        expect(press(focused(el)!, key)).to.equal(true);
        expect(zoomOf(el)).to.equal(zoom);
        expect(focused(el)!.ariaLabel).to.contain('warsaw');
      }
    });

    it('takes no shortcut of the browser, and leaves other keys to the page', async () => {
      const el = await mapIn(600);
      marker(el, 'warsaw').focus();
      for (const init of [{ctrlKey: true}, {metaKey: true}, {altKey: true}])
        expect(press(focused(el)!, '+', init)).to.equal(false);
      for (const key of ['Tab', 'a', 'PageDown', 'Escape']) expect(press(focused(el)!, key)).to.equal(false);
      expect(zoomOf(el)).to.equal(1);
    });

    it('keeps the focus where it shows a part without towns', async () => {
      const el = still(await mapIn(600, {}, feed([TOWNS[2]!])));
      marker(el, 'vilnius').focus();
      for (const key of ['+', '+', ...Array<string>(6).fill('ArrowLeft')]) press(focused(el)!, key);
      expect(labels(el)).to.have.length(0);
      expect(focused(el)?.id).to.equal('whole');
    });

    it('shows a town that is beyond what is shown', async () => {
      const el = still(await mapIn(600, {town: 'vilnius'}));
      press(button(el, 'zoom-in'), '+');
      marker(el, 'vilnius').focus();
      press(focused(el)!, 'ArrowDown');
      expect(focused(el)!.ariaLabel).to.contain('warsaw');
      const [x, y] = centreOf(focused(el)!);
      const box = part(el, 'map')!.getBoundingClientRect();
      expect(x > box.left && x < box.right && y > box.top && y < box.bottom).to.equal(true);
    });
  });

  describe('by pointer', () => {
    const dragged = (el: Element, dx: number, type = 'mouse') => {
      const box = part(el, 'map')!;
      const at = (x: number, buttons = 1) => ({
        pointerType: type,
        pointerId: 1,
        buttons,
        clientX: 100 + x,
        clientY: 100,
        bubbles: true,
      });
      // Only a real pointer can be captured.
      box.setPointerCapture = () => {};
      box.dispatchEvent(new PointerEvent('pointerdown', at(0)));
      box.dispatchEvent(new PointerEvent('pointermove', at(dx)));
      box.dispatchEvent(new PointerEvent('pointerup', at(dx, 0)));
    };
    const left = (el: Element) => marker(el, 'warsaw').style.left;

    it('moves when it is dragged, enlarged, by a mouse; one finger scrolls the page', async () => {
      const el = await mapIn(600, {town: 'warsaw'});
      const before = left(el);
      dragged(el, 3);
      dragged(el, 60, 'touch');
      expect(left(el)).to.equal(before);
      dragged(el, 60);
      expect(parseFloat(left(el)) - parseFloat(before)).to.be.closeTo(10, 0.2);
      // The click that ends a drag is over.
      await nextTask();
      button(el, 'whole').click();
      const whole = left(el);
      dragged(el, 60);
      expect(left(el)).to.equal(whole);
    });

    it('does not open the town below the end of a drag', async () => {
      const el = await mapIn(600, {town: 'warsaw'});
      button(el, 'close').click();
      dragged(el, 60);
      marker(el, 'warsaw').click();
      expect(panel(el).childElementCount).to.equal(0);
      await nextTask();
      marker(el, 'warsaw').click();
      expect(panel(el).childElementCount).to.not.equal(0);
    });

    it('opens a town by the keyboard after a drag that the browser took over', async () => {
      const el = await mapIn(600, {town: 'warsaw'});
      button(el, 'close').click();
      const box = part(el, 'map')!;
      box.setPointerCapture = () => {};
      const at = (clientX: number) => ({pointerType: 'pen', buttons: 1, clientX, clientY: 100, bubbles: true});
      box.dispatchEvent(new PointerEvent('pointerdown', at(100)));
      box.dispatchEvent(new PointerEvent('pointermove', at(160)));
      box.dispatchEvent(new PointerEvent('pointercancel', at(160)));
      await nextTask();
      marker(el, 'warsaw').click();
      expect(panel(el).childElementCount).to.not.equal(0);
    });

    const scrolled = (el: Element, init: WheelEventInit) => {
      const event = new WheelEvent('wheel', {bubbles: true, cancelable: true, clientX: 10, clientY: 10, ...init});
      part(el, 'map')!.dispatchEvent(event);
      return event.defaultPrevented;
    };

    it('zooms by the wheel with Ctrl alone: a plain scroll is the page’s', async () => {
      const el = await mapIn(600);
      expect(scrolled(el, {deltaY: -100})).to.equal(false);
      expect(zoomOf(el)).to.equal(1);
      expect(scrolled(el, {deltaY: -100, ctrlKey: true})).to.equal(true);
      expect(zoomOf(el)).to.be.closeTo(Math.E, 0.01);
      scrolled(el, {deltaY: 500, ctrlKey: true});
      expect(zoomOf(el)).to.equal(1);
    });

    it('zooms by two fingers, and leaves one to the page', async () => {
      const el = await mapIn(600);
      const box = part(el, 'map')!;
      // Not every engine has a constructor of touches.
      const touch = (type: string, ...xs: number[]) => {
        const touches = xs.map((clientX) => ({clientX, clientY: 100}));
        const event = Object.assign(new Event(type, {bubbles: true, cancelable: true}), {touches});
        box.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect([touch('touchstart', 100), touch('touchmove', 160), touch('touchend')]).to.deep.equal([
        false,
        false,
        false,
      ]);
      expect(zoomOf(el)).to.equal(1);
      touch('touchstart', 100, 200);
      expect(touch('touchmove', 50, 250)).to.equal(true);
      expect(zoomOf(el)).to.equal(2);
      touch('touchend', 50);
      expect(touch('touchmove', 90)).to.equal(false);
      expect(zoomOf(el)).to.equal(2);
      expect(getComputedStyle(box).touchAction).to.equal('pan-x pan-y');
      // Where the page scrolls already, Chromium would complain in the console.
      let tries = 0;
      const touches = [100, 200].map((clientX) => ({clientX, clientY: 100}));
      box.dispatchEvent(
        Object.assign(new Event('touchmove', {bubbles: true}), {touches, preventDefault: () => tries++}),
      );
      expect(tries).to.equal(0);
    });

    it('zooms by its buttons, as far as that goes', async () => {
      const el = await mapIn(600);
      const [zoomIn, zoomOut, whole] = ['zoom-in', 'zoom-out', 'whole'].map((id) => button(el, id));
      expect([zoomIn, zoomOut, whole].map((one) => one!.ariaDisabled)).to.deep.equal(['false', 'true', 'true']);
      for (let i = 0; i < 6; i++) zoomIn!.click();
      expect(zoomOf(el)).to.equal(32);
      expect([zoomIn, zoomOut, whole].map((one) => one!.ariaDisabled)).to.deep.equal(['true', 'false', 'false']);
      zoomOut!.click();
      expect(zoomOf(el)).to.equal(16);
      whole!.click();
      expect(zoomOf(el)).to.equal(1);
    });
  });

  describe('of one year', () => {
    const choices = (el: Element) => [...el.shadowRoot!.querySelectorAll('option')].map(({textContent}) => textContent);

    it('shows the towns with an action then, and that action alone', async () => {
      const el = await mapIn(600, {year: '2013'});
      expect(words(el, 'count')).to.equal('2 towns · 2 countries');
      expect(labels(el)).to.deep.equal(['Town vilnius, Lithuania', 'Town warsaw, Poland']);
      expect(parts(el, 'act').map((node) => plain(node.firstChild!.textContent))).to.deep.equal([
        'Title of vilnius-2013',
        'Title of old',
      ]);
      expect(choices(el)).to.deep.equal(['All years', '2023', '2021', '2013']);
    });

    it('lets a reader choose, and keeps the focus', async () => {
      const el = await mapIn(600);
      const select = el.shadowRoot!.querySelector('select')!;
      select.focus();
      select.value = '2021';
      select.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(el.year).to.equal(2021);
      expect(words(el, 'count')).to.equal('2 towns · 2 countries');
      expect(focused(el)?.id).to.equal('year');
      const next = el.shadowRoot!.querySelector('select')!;
      next.value = '';
      next.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(words(el, 'count')).to.equal('5 towns · 4 countries');
    });

    for (const year of ['1999', 'last', '', '-1'])
      it(`shows all for ${year || 'none'}`, async () => {
        expect(words(await map({year}), 'count')).to.equal('5 towns · 4 countries');
      });

    it('has no choice where there is one year', async () => {
      const el = await map({}, feed([TOWNS[1]!]));
      expect(el.shadowRoot!.querySelector('select')).to.equal(null);
    });
  });

  for (const [links, shown] of [
    ['all', ['https://page.example/', 'https://source.example/', 'https://add.example/']],
    ['unlisted', []],
    ['none', []],
  ] as const)
    it(`links what it may with links="${links}"`, async () => {
      const el = await map({links}, feed(TOWNS.slice(0, 1), {submitTown: 'https://add.example/'}));
      const hrefs = parts(el, 'link').map((link) => link.getAttribute('href'));
      expect([...new Set(hrefs)]).to.deep.equal(shown);
      for (const link of parts(el, 'link')) expect(link.getAttribute('referrerpolicy')).to.equal('no-referrer');
      if (links !== 'all') expect(words(el, 'footer')).to.equal('Map: Natural Earth');
    });

  it('links a page that was verified as banned nowhere with links="unlisted"', async () => {
    const clear = town('a', 'PL', 52, 21, [act('b', '2020', {url: 'https://page.example/', designatedIn: []})]);
    const el = await map({links: 'unlisted'}, feed([clear]));
    expect(parts(el, 'link').map((link) => link.getAttribute('href'))).to.deep.equal(['https://page.example/']);
  });

  it('offers to add a town where the feed has a page for that, and it is an address', async () => {
    const el = await map({}, feed(TOWNS, {submitTown: 'https://add.example/'}));
    expect(words(el, 'footer')).to.equal('Add your town · Map: Natural Earth');
    for (const submitTown of ['javascript:alert(1)', 'http://add.example/', 7, null])
      expect(words(await map({}, feed(TOWNS, {submitTown})), 'footer')).to.equal('Map: Natural Earth');
  });

  it('shows texts of the feed as texts, isolated', async () => {
    const odd = '<b>שלום</b> {n}';
    const el = await map(
      {town: 'a'},
      feed([{...town('a', 'PL', 52, 21, [act('b', '2020', {title: odd})]), name: odd}]),
    );
    expect([...panel(el).querySelectorAll('bdi')].map(({textContent}) => textContent)).to.deep.equal([odd, odd, 'S']);
    expect(marker(el, 'Poland').ariaLabel).to.equal(`${odd}, Poland`);
  });

  describe('shows its fallback content', () => {
    for (const [what, towns, reason] of [
      ['no towns', [], 'missing'],
      ['towns that are no list', {}, 'invalid'],
      ['bad towns alone', [{id: 'x'}], 'missing'],
    ] as const)
      it(`where there are ${what}`, async () => {
        const el = create('solidarity-map', {src: feed(towns as object[])});
        const errors = errorsOf(el);
        await fixture(html`${el}`);
        await el.updateComplete;
        expect(isFallback(el)).to.equal(true);
        expect(errors).to.have.length(1);
        if (reason === 'missing') expect(errors).to.deep.equal(['missing']);
      });
  });

  it('drops a bad town, and shows the others', async () => {
    const el = await map({}, feed([...TOWNS, town('exact', 'PL', 52.229_675, 21.012_228), {id: 'bad'}]));
    expect(words(el, 'count')).to.equal('5 towns · 4 countries');
  });

  for (const tag of ['en', ...Object.keys(loaders)])
    it(`speaks ${tag}, and the map is not mirrored`, async () => {
      const inAll = Object.fromEntries(['en', ...Object.keys(loaders)].map((each) => [each, 'T']));
      const towns = TOWNS.map((one) => ({...one, acts: one.acts.map((each) => ({...each, title: inAll}))}));
      const el = await mapIn(320, {lang: tag, town: 'warsaw'}, feed(towns, {submitTown: 'https://add.example/'}));
      const base = part(el, 'base')!;
      expect(base.lang).to.equal(tag);
      if (tag !== 'en') expect(words(el, 'heading')).to.not.equal('Solidarity on the map');
      expect(plain(base.textContent)).to.not.match(/[{}|]|undefined/);
      const [x] = centreOf(marker(el, 'warsaw'));
      const [vilnius] = centreOf(marker(el, 'vilnius'));
      expect(vilnius - x).to.be.above(0);
      expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    });

  for (const width of [200, 220, 320])
    it(`overflows nothing in ${width} px`, async () => {
      const el = await mapIn(width, {town: 'warsaw', view: width === 220 ? 'world' : 'europe'});
      expect(el.scrollWidth).to.be.at.most(width);
      for (const id of ['zoom-in', 'zoom-out', 'whole']) {
        const {left, right, width: own} = button(el, id).getBoundingClientRect();
        const box = part(el, 'map')!.getBoundingClientRect();
        expect(left >= box.left && right <= box.right && own >= 24).to.equal(true);
      }
    });

  it('stays usable with five thousand towns: few buttons, and countries that are rendered when they are unfolded', async () => {
    const many = Array.from({length: 5000}, (_, i) =>
      town(`t${i}`, i % 2 ? 'PL' : 'DE', 48 + ((i * 7919) % 600) / 100, 8 + ((i * 104_729) % 1500) / 100),
    ).map((one) => ({
      ...one,
      latitude: Number(one.latitude.toFixed(2)),
      longitude: Number(one.longitude.toFixed(2)),
    }));
    const el = await mapIn(600, {}, feed(many));
    expect(words(el, 'count')).to.equal('5,000 towns · 2 countries');
    expect(parts(el, 'marker').length).to.be.within(5, 200);
    expect(parts(el, 'town')).to.have.length(0);
    const details = part(el, 'list')!.querySelector<HTMLDetailsElement>('details')!;
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, {once: true}));
    details.open = true;
    await toggled;
    expect(parts(el, 'town')).to.have.length(100);
  });

  it('keeps what is open, enlarged and focused when the feed changes', async () => {
    const el = await mapIn(600);
    button(el, 'zoom-in').click();
    marker(el, 'warsaw').focus();
    marker(el, 'warsaw').click();
    el.src = feed([...TOWNS, town('new', 'LV', 56.95, 24.11)]);
    await el.updateComplete;
    expect(zoomOf(el)).to.equal(2);
    expect(plain(panel(el).textContent)).to.contain('Town warsaw');
    expect(focused(el)?.ariaLabel).to.contain('warsaw');
    expect(labels(el)).to.include('Town new, Latvia');
  });

  it('listens to nothing when it has left the page', async () => {
    const el = await map();
    let updates = 0;
    el.remove();
    el.requestUpdate = () => void updates++;
    dispatchEvent(new PopStateEvent('popstate'));
    expect(updates).to.equal(0);
  });

  it('moves without a transition for readers who prefer reduced motion, and with one for others', async function () {
    const durationOf = (el: Element) => getComputedStyle(part(el, 'map')!.querySelector('svg')!).transitionDuration;
    if (!(await executeServerCommand('media', {'prefers-reduced-motion': 'reduce'}))) this.skip();
    const el = await mapIn(600);
    button(el, 'zoom-in').click();
    expect(durationOf(el)).to.equal('0s');
    await executeServerCommand('media', {'prefers-reduced-motion': 'no-preference'});
    expect(durationOf(el)).to.equal('0.2s, 0.2s, 0.2s');
  });

  for (const width of [220, 320])
    for (const side of ['', 'end'])
      it(`shows the whole name of an open town on a map of ${width} px${side && ', at its end'}`, async () => {
        const name = 'Llanfairpwllgwyngyllgogerychwyrndrobwll';
        const el = await mapIn(width, {town: 'warsaw'}, feed([{...TOWNS[0], name}]));
        // As far from the side that its name is at as its half of the map lets it.
        const open = marker(el, name);
        open.part.toggle('end', !!side);
        open.style.left = '50%';
        const label = open.querySelector('[part=label]')!.getBoundingClientRect();
        const map = part(el, 'map')!.getBoundingClientRect();
        expect(label.left).to.be.at.least(map.left);
        expect(label.right).to.be.at.most(map.right);
      });

  it('shows in forced colours which buttons do nothing', async function () {
    if (!(await executeServerCommand('media', {'forced-colors': 'active'}))) this.skip();
    const el = await mapIn(600);
    const colourOf = (id: string) => getComputedStyle(button(el, id)).color;
    expect(colourOf('zoom-out')).to.not.equal(colourOf('zoom-in'));
    await executeServerCommand('media', {});
  });

  it('has towns that can be seen in forced colours, and on paper', async function () {
    if (!(await executeServerCommand('media', {'forced-colors': 'active'}))) this.skip();
    const el = await mapIn(600);
    const node = marker(el, 'warsaw');
    expect(getComputedStyle(node).forcedColorAdjust).to.equal('none');
    const {backgroundColor, borderTopColor} = getComputedStyle(node, '::before');
    expect(backgroundColor).to.not.equal(borderTopColor);
    expect(getComputedStyle(el.shadowRoot!.querySelector('path')!).fillOpacity).to.equal('0.2');
    await executeServerCommand('media', {media: 'print'});
    expect(marker(el, 'warsaw').checkVisibility()).to.equal(true);
    expect(button(el, 'zoom-in').checkVisibility()).to.equal(false);
    await executeServerCommand('media', {});
  });
});
