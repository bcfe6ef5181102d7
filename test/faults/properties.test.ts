import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import {SolidarityAmplify} from '../../src/elements/solidarity-amplify.js';
import {SolidarityBanner} from '../../src/elements/solidarity-banner.js';
import {SolidarityCountdown} from '../../src/elements/solidarity-countdown.js';
import {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {SolidarityElement} from '../../src/elements/solidarity-element.js';
import {SolidarityEvents} from '../../src/elements/solidarity-events.js';
import {SolidarityMap} from '../../src/elements/solidarity-map.js';
import {SolidarityPeople} from '../../src/elements/solidarity-people.js';
import {SolidarityPhotos} from '../../src/elements/solidarity-photos.js';
import {SolidarityTrend} from '../../src/elements/solidarity-trend.js';
import {SolidarityWays} from '../../src/elements/solidarity-ways.js';
import {configure} from '../../src/store/feed-store.js';
import '../support/all-elements.js';
import {
  create,
  errorsOf,
  isFallback,
  outline,
  part,
  parts,
  plain,
  show,
  TAGS,
  words,
  type Tag,
} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {
  campaign,
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
import {nextTask} from '../support/wait.js';

const CLASSES = [
  SolidarityCounter,
  SolidarityCountdown,
  SolidarityBanner,
  SolidarityWays,
  SolidarityEvents,
  SolidarityPhotos,
  SolidarityMap,
  SolidarityTrend,
  SolidarityPeople,
  SolidarityAmplify,
];

const categories = ['write', 'act', 'show', 'prisoners', 'military'];
const feed = feedOf({
  ...sections,
  figures: [held, women],
  observances: [day, {...day, id: 'rights', title: 'Human Rights Day', yearly: '12-10', zone: 'Europe/Warsaw'}],
  campaigns: [campaign, {...campaign, id: 'other', slogan: 'Another slogan'}],
  ways: Array.from({length: 20}, (_, i) => ({
    ...way,
    id: `way-${i}`,
    title: `Way ${i}`,
    category: categories[i % categories.length],
    audiences: [i % 3 ? 'everyone' : 'parliamentarians'],
  })),
  organisations: [organisation],
  towns: [town, {...town, id: 'berlin', name: 'Berlin', country: 'DE', acts: [{...town.acts[0], date: '2024-08-09'}]}],
  events: [
    event,
    {...event, id: 'rally', title: 'Rally', town: 'berlin'},
    {...event, id: 'past', title: 'Last year', from: '2025-08-09', until: undefined},
  ],
  photos: [photo, {...photo, id: 'two', alt: 'Another', caption: 'Another', town: 'berlin', event: 'rally'}],
  people: [
    person,
    {...person, id: 'free', name: 'Other', incidents: [{...person.incidents[0], what: 'released', date: '2025-12-13'}]},
  ],
  amplify: [message, {...message, id: 'other', text: 'Other words: {figure}.'}],
});

/** Properties of which an empty text is a value of its own. */
const EMPTY = ['change', 'trend', 'past'];
/** What is no number of things. */
const NO_NUMBER = ['few', 0, '0', -3, 2.5, NaN, Infinity, {}, []];

let clock: ReturnType<typeof fakeClock>;
let src: string;
beforeEach(() => {
  clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
  src = inlineFeed(feed);
});
afterEach(() => clock.uninstall());

/** All that an attribute or a property can change of what is seen. */
const looks = (el: Element) => {
  const base = part(el, 'base');
  const style = getComputedStyle(el);
  return [
    ...outline(el),
    ...[...el.shadowRoot!.querySelectorAll('h2, h3, h4, h5, h6')].map(({localName}) => localName),
    ...[...el.shadowRoot!.querySelectorAll('[aria-level]')].map((node) => `level ${node.getAttribute('aria-level')}`),
    ...parts(el, 'way').map((node) => node.getAttribute('part')),
    base?.getAttribute('part'),
    style.display,
    style.colorScheme,
    style.position,
    getComputedStyle(base ?? el).display,
    ...parts(el, 'count').map((node) => getComputedStyle(node).fontSize),
  ];
};

/** An element, as HTML alone would make it. */
const fromHtml = async (tag: Tag, attributes: Record<string, string>) => {
  const el = await show(tag, {src, ...attributes});
  const seen = looks(el);
  el.remove();
  return seen;
};

const ways: [string, (tag: Tag, properties: object) => Promise<SolidarityElement>][] = [
  [
    'before it is upgraded',
    async (tag, properties) => {
      // In a document without a window nothing is upgraded.
      const el = document.implementation.createHTMLDocument().createElement(tag);
      el.setAttribute('lang', 'en');
      Object.assign(el, {src}, properties);
      fixtureSync(html`${el}`);
      await el.updateComplete;
      return el;
    },
  ],
  [
    'before it is in the page',
    async (tag, properties) => {
      const el = create(tag);
      Object.assign(el, {src}, properties);
      fixtureSync(html`${el}`);
      await el.updateComplete;
      return el;
    },
  ],
  [
    'when it is shown',
    async (tag, properties) => {
      const el = await show(tag, {src});
      Object.assign(el, properties);
      await el.updateComplete;
      return el;
    },
  ],
];

interface Case {
  tag: Tag;
  property: string;
  attribute?: string;
  /** What HTML says. */
  value: string;
  /** What frameworks and people set in its place. */
  same: unknown[];
  /** Attributes without which it makes no difference. */
  extra?: Record<string, string>;
  /** What is no value, and so ignored. */
  garbage: unknown[];
}

const lists = (value: string) => [value.split(' '), Object.freeze(value.split(' '))];
const CASES: Case[] = [
  {tag: 'solidarity-counter', property: 'figure', value: 'women', same: ['women', ['women']], garbage: []},
  {tag: 'solidarity-counter', property: 'variant', value: 'badge', same: ['badge'], garbage: ['pill', 7, {}, []]},
  {tag: 'solidarity-counter', property: 'variant', value: 'headline', same: ['headline'], garbage: ['Headline']},
  {tag: 'solidarity-counter', property: 'change', value: '2025-12-31', same: ['2025-12-31'], garbage: []},
  {tag: 'solidarity-counter', property: 'change', value: '', same: ['', true], garbage: []},
  {tag: 'solidarity-counter', property: 'trend', value: '', same: ['', true, 'true', 'trend', 1], garbage: []},
  {tag: 'solidarity-counter', property: 'theme', value: 'dark', same: ['dark'], garbage: ['blue', 'Dark', {}]},
  {tag: 'solidarity-counter', property: 'links', value: 'none', same: ['none', ['none']], garbage: []},
  {tag: 'solidarity-countdown', property: 'observance', value: 'rights', same: ['rights'], garbage: []},
  {
    tag: 'solidarity-countdown',
    property: 'to',
    value: '2026-04-01',
    same: ['2026-04-01'],
    // What is no date is an error: never another event.
    garbage: [],
  },
  {
    tag: 'solidarity-countdown',
    property: 'zone',
    value: 'Asia/Tokyo',
    extra: {to: '2026-04-01T18:30'},
    same: ['Asia/Tokyo'],
    garbage: ['Mars', 9, {}],
  },
  {
    tag: 'solidarity-countdown',
    property: 'units',
    value: 'days hours',
    same: ['days hours', ' days  hours ', 'days, hours', 'hours days', ...lists('days hours')],
    garbage: ['fortnights', 3, {}, [], ['fortnights']],
  },
  {
    tag: 'solidarity-countdown',
    property: 'direction',
    value: 'up',
    extra: {observance: 'day'},
    same: ['up'],
    garbage: ['sideways', 1, {}],
  },
  {tag: 'solidarity-banner', property: 'campaign', value: 'other', same: ['other'], garbage: []},
  {
    tag: 'solidarity-banner',
    property: 'position',
    value: 'inline',
    same: ['inline'],
    garbage: ['middle', 7, {}, ['left']],
  },
  {tag: 'solidarity-banner', property: 'dismiss', value: 'none', same: ['none'], garbage: ['forever', 7, {}]},
  {tag: 'solidarity-banner', property: 'links', value: 'none', same: ['none'], garbage: []},
  {
    tag: 'solidarity-ways',
    property: 'limit',
    value: '3',
    same: ['3', 3, ' 3 ', 3.0],
    garbage: ['few', 0, '0', -3, 2.5, NaN, Infinity, {}, []],
  },
  {
    tag: 'solidarity-ways',
    property: 'heading',
    value: '3',
    same: ['3', 3, ' 3 '],
    garbage: ['h2', 0, '0', -1, 2.5, NaN, Infinity, {}],
  },
  {
    tag: 'solidarity-ways',
    property: 'category',
    value: 'write act',
    same: ['write act', ' write  act ', ...lists('write act')],
    garbage: ['nonsense', 7, {}, []],
  },
  {
    tag: 'solidarity-ways',
    property: 'exclude',
    value: 'write act',
    same: ['write act', ...lists('write act')],
    garbage: ['nonsense', 7, {}, []],
  },
  {
    tag: 'solidarity-ways',
    property: 'audience',
    value: 'parliamentarians',
    same: ['parliamentarians', ['parliamentarians']],
    garbage: ['dentists', 7, {}, []],
  },
  {tag: 'solidarity-ways', property: 'links', value: 'none', same: ['none'], garbage: []},
  {tag: 'solidarity-events', property: 'country', value: 'DE', same: ['DE', 'de', ['DE']], garbage: [[]]},
  {tag: 'solidarity-events', property: 'town', value: 'berlin', same: ['berlin', ['berlin']], garbage: [[]]},
  {tag: 'solidarity-events', property: 'past', value: '', same: ['', true, 'true', 'past', 1], garbage: []},
  {tag: 'solidarity-events', property: 'limit', value: '1', same: ['1', 1, ' 1 '], garbage: NO_NUMBER},
  {tag: 'solidarity-events', property: 'heading', value: '3', same: ['3', 3, ' 3 '], garbage: ['h3', ...NO_NUMBER]},
  {tag: 'solidarity-events', property: 'links', value: 'none', same: ['none'], garbage: []},
  {tag: 'solidarity-photos', property: 'town', value: 'berlin', same: ['berlin', ['berlin']], garbage: [[]]},
  {tag: 'solidarity-photos', property: 'event', value: 'rally', same: ['rally', ['rally']], garbage: [[]]},
  {tag: 'solidarity-photos', property: 'limit', value: '1', same: ['1', 1, ' 1 '], garbage: NO_NUMBER},
  {tag: 'solidarity-photos', property: 'heading', value: '3', same: ['3', 3, ' 3 '], garbage: ['h3', ...NO_NUMBER]},
  {tag: 'solidarity-map', property: 'town', value: 'town', same: ['town', ['town']], garbage: ['nowhere', 7, {}, []]},
  {
    tag: 'solidarity-map',
    property: 'year',
    value: '2023',
    same: ['2023', 2023, ' 2023 '],
    garbage: [1066, ...NO_NUMBER],
  },
  {tag: 'solidarity-map', property: 'heading', value: '3', same: ['3', 3, ' 3 '], garbage: ['h3', 1, 7, ...NO_NUMBER]},
  {tag: 'solidarity-map', property: 'links', value: 'none', same: ['none'], garbage: []},
  {tag: 'solidarity-trend', property: 'figure', value: 'women', same: ['women', ['women']], garbage: []},
  {tag: 'solidarity-trend', property: 'compare', value: 'women', same: ['women'], garbage: ['none', 7, {}, 'held']},
  {
    tag: 'solidarity-trend',
    property: 'heading',
    value: '3',
    same: ['3', 3, ' 3 '],
    garbage: ['h3', 1, 7, ...NO_NUMBER],
  },
  {tag: 'solidarity-people', property: 'person', value: 'free', same: ['free', ['free']], garbage: [[]]},
  {
    tag: 'solidarity-people',
    property: 'status',
    value: 'released died',
    same: ['released died', ' released  died ', ...lists('released died')],
    garbage: ['nonsense', 7, {}, []],
  },
  {
    tag: 'solidarity-people',
    property: 'heading',
    value: '3',
    same: ['3', 3, ' 3 '],
    garbage: ['h3', 1, 7, ...NO_NUMBER],
  },
  {tag: 'solidarity-amplify', property: 'message', value: 'other', same: ['other', ['other']], garbage: [[]]},
  {
    tag: 'solidarity-amplify',
    property: 'variant',
    value: 'slogans',
    same: ['slogans', ['slogans']],
    garbage: ['pill', 7, {}, []],
  },
  {
    tag: 'solidarity-amplify',
    property: 'campaign',
    value: 'other',
    extra: {variant: 'slogans'},
    same: ['other', ['other']],
    garbage: [[]],
  },
  {tag: 'solidarity-amplify', property: 'heading', value: '3', same: ['3', 3, ' 3 '], garbage: ['h3', ...NO_NUMBER]},
];

for (const {tag, property, attribute = property, value, extra = {}, same, garbage} of CASES)
  describe(`${tag}, ${property}="${value}"`, () => {
    /** As HTML alone would make it, with the attribute and without it. */
    const withIt = () => fromHtml(tag, {...extra, [attribute]: value});
    const without = () => fromHtml(tag, extra);

    it('makes a difference, or is the default', async () => {
      const [own, none] = [await withIt(), await without()];
      if (value !== 'inline') expect(own).to.not.deep.equal(none);
    });

    for (const [when, set] of ways) {
      for (const given of same)
        it(`is the same as a property, set ${when}: ${JSON.stringify(given)}`, async () => {
          const el = await set(tag, {...extra, [property]: given});
          expect(looks(el)).to.deep.equal(await withIt());
        });

      for (const given of [undefined, null, ...(EMPTY.includes(property) ? [false] : ['', false])])
        it(`is the default as a property, set ${when}: ${JSON.stringify(given)}`, async () => {
          const el = await set(tag, {...extra, [property]: given});
          expect(looks(el)).to.deep.equal(await without());
        });

      for (const given of garbage)
        it(`is ignored as a property, set ${when}: ${JSON.stringify(given) ?? String(given)}`, async () => {
          const el = await set(tag, {...extra, [property]: given});
          expect(looks(el)).to.deep.equal(await without());
        });
    }

    for (const given of [undefined, null, false])
      it(`gives way to the default when it is set to ${String(given)}`, async () => {
        const el = await show(tag, {src, ...extra, [attribute]: value});
        Object.assign(el, {[property]: given});
        await el.updateComplete;
        expect(looks(el)).to.deep.equal(await without());
      });

    it('gives way to the default when the attribute goes away, and comes back with it', async () => {
      const el = await show(tag, {src, ...extra, [attribute]: value});
      el.removeAttribute(attribute);
      await el.updateComplete;
      expect(looks(el)).to.deep.equal(await without());
      el.setAttribute(attribute, value);
      await el.updateComplete;
      expect(looks(el)).to.deep.equal(await withIt());
    });

    if (value)
      it('gives way to the default when the attribute becomes empty', async () => {
        const el = await show(tag, {src, ...extra, [attribute]: value});
        el.setAttribute(attribute, '');
        await el.updateComplete;
        expect(looks(el)).to.deep.equal(await fromHtml(tag, property === 'change' ? {change: ''} : extra));
      });

    it('takes whatever a framework sets, without an error', async () => {
      const odd = [
        0,
        -0,
        'false',
        NaN,
        Symbol('odd'),
        () => 'x',
        new Map(),
        [[]],
        [null],
        {toString: null},
        10n,
        Object.create(null),
      ];
      const el = await show(tag, {src, ...extra});
      const errors = errorsOf(el);
      for (const given of odd) {
        Object.assign(el, {[property]: given});
        await el.updateComplete;
        expect(errors, typeof given).to.not.include('internal');
      }
      Object.assign(el, {[property]: undefined});
      await el.updateComplete;
      expect(looks(el)).to.deep.equal(await without());
    });
  });

describe('hidden', () => {
  for (const tag of TAGS)
    it(`hides ${tag}, whatever the page says of its display, and a search in the page finds what it may`, async () => {
      const sheet = document.createElement('style');
      sheet.textContent = `${tag} {display: block !important; min-block-size: 360px}`;
      document.head.append(sheet);
      try {
        const el = await show(tag, {src});
        expect(el.offsetHeight).to.be.at.least(360);
        el.setAttribute('hidden', '');
        expect(el.offsetHeight).to.equal(0);
        for (const value of ['until-found', 'Until-Found']) {
          el.setAttribute('hidden', value);
          expect(getComputedStyle(el).display).to.equal('block');
        }
      } finally {
        sheet.remove();
      }
    });
});

describe('count-up', () => {
  for (const given of ['', true, 'true'])
    it(`is on as a property: ${JSON.stringify(given)}`, async () => {
      const el = await show('solidarity-counter', {src});
      Object.assign(el, {countUp: given});
      expect(el.countUp).to.equal(true);
    });
  for (const given of [undefined, null, false])
    it(`is off as a property: ${String(given)}`, async () => {
      const el = await show('solidarity-counter', {src, 'count-up': true});
      Object.assign(el, {countUp: given});
      expect(el.countUp).to.equal(false);
    });
});

describe('refresh', () => {
  for (const [given, seconds] of [
    ['600', 600],
    [600, 600],
    [' 600 ', 600],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    [false, undefined],
  ] as const)
    it(`is ${String(seconds)} as a property: ${JSON.stringify(given)}`, async () => {
      const el = await show('solidarity-counter', {src});
      Object.assign(el, {refresh: given});
      await el.updateComplete;
      expect(el.refresh).to.equal(seconds);
      expect(isFallback(el)).to.equal(false);
    });

  for (const given of ['soon', -5, NaN, Infinity, {}, [], '1e9'])
    it(`does no harm: ${String(given)}`, async () => {
      const el = await show('solidarity-counter', {src});
      Object.assign(el, {refresh: given});
      await el.updateComplete;
      expect(isFallback(el)).to.equal(false);
    });
});

describe('src', () => {
  const other = () => inlineFeed(feedOf({...sections, figures: [{...held, value: 77}]}));
  const figureOf = (el: Element) => words(el, 'count');

  before(() => {
    const json = JSON.stringify({...feed, id: 'default'});
    configure({feed: URL.createObjectURL(new Blob([json], {type: 'application/json'}))});
  });

  for (const [how, leave] of [
    ['is removed', (el: SolidarityElement) => el.removeAttribute('src')],
    ['is empty', (el: SolidarityElement) => el.setAttribute('src', '')],
    ['is set to undefined', (el: SolidarityElement) => (el.src = undefined)],
    ['is set to null', (el: SolidarityElement) => Object.assign(el, {src: null})],
    ['is set to an empty text', (el: SolidarityElement) => (el.src = '')],
    ['is set to false', (el: SolidarityElement) => Object.assign(el, {src: false})],
  ] as const)
    it(`is the page’s default again when it ${how}`, async () => {
      const el = await show('solidarity-counter', {src: other()});
      expect(figureOf(el)).to.equal('77');
      const errors = errorsOf(el);
      leave(el);
      await el.updateComplete;
      expect(figureOf(el)).to.equal('1,140');
      expect(errors).to.deep.equal([]);
    });

  for (const given of ['', ' ', '\n', undefined])
    it(`is the page’s default from the beginning where it is ${JSON.stringify(given)}`, async () => {
      for (const tag of TAGS) {
        const el = await show(tag, {src: given});
        expect(isFallback(el), tag).to.equal(false);
      }
    });

  for (const given of [
    'https://',
    'http://[',
    '#',
    '# ',
    '#"]',
    '#nowhere',
    'data:,',
    'about:blank',
    'javascript:1',
    7,
    {},
    true,
  ])
    it(`of ${JSON.stringify(given)} fails alone, with a reason, and others are shown`, async () => {
      const bad = create('solidarity-counter');
      const errors = errorsOf(bad);
      Object.assign(bad, {src: given});
      fixtureSync(html`${bad}`);
      const good = await show('solidarity-counter', {src: other()});
      await bad.updateComplete;
      expect(figureOf(good)).to.equal('77');
      expect(isFallback(bad)).to.equal(true);
      expect(errors).to.have.length(1);
      expect(errors).to.not.include('internal');
      bad.setAttribute('src', other());
      await bad.updateComplete;
      expect(figureOf(bad)).to.equal('77');
    });
});

describe('a class', () => {
  for (const Class of CLASSES) {
    it(`has attributes that can be read twice: ${Class.tag}`, () => {
      const first = [...Class.observedAttributes];
      expect([...Class.observedAttributes]).to.deep.equal(first);
      expect(first).to.include('src');
      class Own extends (Class as typeof SolidarityCounter) {}
      for (let i = 0; i < 2; i++) expect([...Own.observedAttributes]).to.include.members(first);
      expect([...Class.observedAttributes]).to.deep.equal(first);
    });

    it(`can be defined again, and extended: ${Class.tag}`, async () => {
      expect(() => Class.define()).to.not.throw();
      expect(customElements.get(Class.tag)).to.equal(Class);
      const tag = `own-${Class.tag}`;
      class Own extends (Class as unknown as CustomElementConstructor) {}
      if (!customElements.get(tag)) customElements.define(tag, Own);
      const el = document.createElement(tag) as SolidarityElement;
      el.lang = 'en';
      el.src = src;
      fixtureSync(html`${el}`);
      await el.updateComplete;
      expect(part(el, 'base')).to.exist;
    });

    it(`can be defined in a registry of its own: ${Class.tag}`, async function () {
      let registry: CustomElementRegistry;
      let root: ShadowRoot;
      const host = fixtureSync<HTMLElement>(html`<div></div>`);
      try {
        registry = new CustomElementRegistry();
        root = host.attachShadow({mode: 'open', customElementRegistry: registry} as ShadowRootInit);
      } catch {
        // Not every engine has such registries.
        return this.skip();
      }
      Class.define(registry);
      Class.define(registry);
      expect(registry.get(Class.tag)).to.equal(Class);
      (root as unknown as Element).innerHTML = `<${Class.tag} lang="en" src="${src}"></${Class.tag}>`;
      const el = root.firstElementChild as SolidarityElement;
      await el.updateComplete;
      expect(part(el, 'base')).to.exist;
    });
  }
});

describe('two things in one moment', () => {
  const list = (attributes: Record<string, string> = {}) => show('solidarity-ways', {src, limit: '3', ...attributes});
  const titles = (el: Element) =>
    parts(el, 'way')
      .filter((node) => node.getClientRects().length)
      .map((node) => plain(node.querySelector('[part=title]')!.textContent)!);

  const changes: [string, (el: SolidarityWays) => unknown][] = [
    ['the category changes', (el) => (el.category = 'write')],
    ['the category becomes one without ways', (el) => (el.category = 'learn')],
    ['the limit changes', (el) => (el.limit = 2)],
    ['the audience changes', (el) => (el.audience = 'parliamentarians')],
    ['the feed changes', (el) => (el.src = inlineFeed(feedOf({ways: [way], organisations: [organisation]})))],
    ['the feed is lost', (el) => (el.src = '#nowhere')],
    ['the list is removed', (el) => el.remove()],
    ['the list is moved', (el) => document.body.append(el)],
    ['the language changes', (el) => (el.lang = 'be')],
    ['it is clicked again', (el) => part(el, 'more')?.click()],
    ['a page translator works', (el) => parts(el, 'title').forEach((node) => node.replaceChildren('Translated'))],
    ['the root is emptied', (el) => el.shadowRoot!.replaceChildren()],
  ];
  for (const [what, change] of changes)
    for (const order of ['after', 'before'] as const)
      it(`more is asked for, and ${what} right ${order}`, async () => {
        const el = await list();
        const more = part(el, 'more')!;
        if (order === 'before') change(el);
        more.click();
        if (order === 'after') change(el);
        await el.updateComplete;
        await nextTask();
        await el.updateComplete;
        el.remove();
      });

  it('more is asked for and the category changes: the list is that of the category', async () => {
    const el = await list();
    part(el, 'more')!.click();
    el.category = 'write';
    await el.updateComplete;
    await nextTask();
    await el.updateComplete;
    expect(titles(el).map((title) => /Way \d+/.exec(title)![0])).to.deep.equal(['Way 5', 'Way 10', 'Way 0', 'Way 15']);
  });

  it('a search and a new feed: neither is mixed up', async () => {
    const el = await list();
    const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
    input.value = 'Way 1';
    input.dispatchEvent(new Event('input', {bubbles: true}));
    el.src = inlineFeed(feedOf({ways: [{...way, title: 'Alone'}], organisations: [organisation]}));
    await el.updateComplete;
    expect(titles(el)).to.have.length(1);
    expect(titles(el)[0]).to.contain('Alone');
  });

  for (const [what, change] of [
    ['it is removed', (el: SolidarityBanner) => el.remove()],
    ['its feed is lost', (el: SolidarityBanner) => (el.src = '#nowhere')],
    ['its campaign changes', (el: SolidarityBanner) => (el.campaign = 'other')],
    ['its position changes', (el: SolidarityBanner) => (el.position = 'top')],
    ['it may not be dismissed', (el: SolidarityBanner) => (el.dismiss = 'none')],
    ['it is clicked again', (el: SolidarityBanner) => part(el, 'dismiss')?.click()],
  ] as const)
    for (const order of ['after', 'before'] as const)
      it(`a banner is dismissed, and ${what} right ${order}`, async () => {
        const own = {
          ...feed,
          campaigns: [
            {...campaign, id: `moment-${what.length}-${order}`},
            {...campaign, id: 'other'},
          ],
        };
        const el = await show('solidarity-banner', {src: inlineFeed(own)});
        const button = part(el, 'dismiss')!;
        if (order === 'before') change(el);
        button.click();
        if (order === 'after') change(el);
        await el.updateComplete;
        await nextTask();
        el.remove();
      });

  it('a countdown is paused and removed', async () => {
    clock.setSystemTime(new Date('2026-08-08T20:30:00Z'));
    const el = await show('solidarity-countdown', {src, observance: 'day'});
    const button = part(el, 'pause')!;
    button.click();
    el.remove();
    await nextTask();
    button.click();
    await nextTask();
  });

  it('all properties at once, as frameworks set them, one after the other', async () => {
    const el = document.createElement('solidarity-counter');
    Object.assign(el, {
      lang: 'en',
      trend: '',
      change: '',
      countUp: null,
      variant: undefined,
      theme: null,
      refresh: '600',
      figure: '',
      src,
      links: 'all',
    });
    fixtureSync(html`${el}`);
    await el.updateComplete;
    expect(looks(el)).to.deep.equal(await fromHtml('solidarity-counter', {trend: '', change: ''}));
  });
});
