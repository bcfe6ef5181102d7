import {expect, fixture, fixtureSync} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-banner.js';
import '../../src/define/solidarity-countdown.js';
import '../../src/define/solidarity-counter.js';
import '../../src/define/solidarity-ways.js';
import {formatNumber} from '../../src/i18n/format.js';
import {english} from '../../src/i18n/localize.js';
import {loadModule} from '../../src/store/lazy-modules.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {
  aloud,
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
  words,
} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {campaign, correction, day, held, organisation, sections, way, women} from '../support/samples.js';
import {translatePage} from '../support/translator.js';
import {hidePage, showPage} from '../support/visibility.js';
import {nextTask, until} from '../support/wait.js';

const DAY = 86_400_000;
const NOW = '2026-03-20T12:00:00Z';

const feed = (...figures: object[]) => inlineFeed(feedOf({figures}));
const counter = (attributes: Record<string, string | true> = {}, src = feed(held, women)) =>
  show('solidarity-counter', {src, ...attributes});
const digits = (text: string | null | undefined) => Number(text?.replace(/\D/g, '') || NaN);
/** The number that a reader sees: the one that counts up is generated content over the real one. */
const numberIn = (el: Element) => digits(part(el, 'count-up')?.dataset.value ?? seen(part(el, 'count')));

let clock: ReturnType<typeof fakeClock>;
beforeEach(() => {
  clock = fakeClock(NOW);
});
afterEach(() => {
  clock.uninstall();
  showPage();
});

describe('a number that counts up', () => {
  const FULL = 'At least 1,140 people on 5 March 2026';
  const PHRASE = 'at least 1,140 political prisoners';

  // Its module is loaded when a counter first wants it; a number never waits for it.
  before(async () => {
    (await show('solidarity-counter', {src: '#nowhere', 'count-up': true})).remove();
    await loadModule('count-up');
    await nextTask();
  });

  /** What is on screen in each frame, until nothing has changed for a second. */
  const frames = async (el: Element, check = () => {}) => {
    const numbers: number[] = [];
    for (let same = 0; same < 60;) {
      await clock.tickAsync(17);
      // Whether it is on screen, an observer tells.
      await nextTask();
      check();
      numbers.push(numberIn(el));
      same = Object.is(numbers.at(-1), numbers.at(-2)) ? same + 1 : 0;
    }
    return numbers;
  };
  const running = async (el: Element) => {
    await until(async () => {
      await clock.tickAsync(17);
      return numberIn(el) > 100 && numberIn(el) < 1140;
    }, 'the number is on its way');
  };

  for (const variant of ['card', 'headline'])
    it(`runs once, when the ${variant} is first seen`, async () => {
      const el = await counter({'count-up': true, variant});
      const numbers = await frames(el);
      expect(new Set(numbers).size, 'different numbers').to.be.greaterThan(5);
      expect(numbers.at(-1)).to.equal(1140);
    });

  for (const variant of ['card', 'headline', 'badge', 'inline'])
    it(`never falls, and is never read aloud on its way, as ${variant}`, async () => {
      const el = await counter({'count-up': true, variant});
      const full = variant === 'card' || variant === 'headline' ? FULL : PHRASE;
      const numbers = await frames(el, () => expect(aloud(part(el, 'sentence'))).to.equal(full));
      expect(numbers).to.deep.equal([...numbers].sort((a, b) => a - b));
      expect(Math.max(...numbers)).to.equal(1140);
      expect(seen(part(el, 'sentence'))).to.equal(full);
      expect(part(el, 'count')!.getAttribute('value')).to.equal('1140');
    });

  for (const [what, attributes] of [
    ['without the attribute', {}],
    ['in the memorial look', {'count-up': true, look: 'memorial'}],
  ] as const)
    it(`does not run ${what}, although another counter counts up`, async () => {
      const [one, other] = [await counter({'count-up': true}), await counter(attributes)];
      const numbers = await frames(other, () => expect(part(other, 'count-up')).to.equal(null));
      expect(new Set(numbers)).to.deep.equal(new Set([1140]));
      expect(numberIn(one)).to.equal(1140);
    });

  const changes: [string, (el: SolidarityCounter) => unknown, string | undefined][] = [
    ['another figure is asked for', (el) => (el.figure = 'women'), '167 on 5 March 2026'],
    [
      'another feed is asked for',
      (el) => (el.src = feed({...held, value: 900})),
      'At least 900 people on 5 March 2026',
    ],
    [
      'the number becomes 0',
      (el) => (el.src = feed({...held, value: 0, qualifier: 'exact'})),
      '0 people on 5 March 2026',
    ],
    ['it turns to a badge', (el) => (el.variant = 'badge'), PHRASE],
    ['it is not to count up any more', (el) => (el.countUp = false), FULL],
    ['the attribute goes away', (el) => el.removeAttribute('count-up'), FULL],
    ['it is rendered once more', (el) => el.requestUpdate(), FULL],
    ['it is moved', (el) => el.parentElement!.append(el), FULL],
    ['it leaves the page and comes back', (el) => (el.remove(), document.body.append(el)), FULL],
    ['the clock is set back', () => clock.setSystemTime(new Date('2020-01-01')), FULL],
    ['the page is hidden for a while', () => (hidePage(), clock.jump(60_000), showPage()), FULL],
    ['it is scrolled away and back', (el) => ((el.hidden = true), el.offsetHeight, (el.hidden = false)), FULL],
    ['a translator replaces it', (el) => translatePage(part(el, 'count')!), FULL],
    ['the feed is lost', (el) => (el.src = '#nowhere'), undefined],
    ['the figure is lost', (el) => (el.figure = 'nobody'), undefined],
  ];
  for (const [what, change, sentence] of changes)
    it(`never outlives the number: ${what}`, async () => {
      const el = await counter({'count-up': true});
      await running(el);
      change(el);
      await el.updateComplete;
      const check = () => {
        if (!sentence) expect(isFallback(el)).to.equal(true);
        // A translator's own words are not ours to be right.
        else if (!part(el, 'count')!.querySelector('font')) expect(aloud(part(el, 'sentence'))).to.equal(sentence);
      };
      const numbers = await frames(el, check);
      if (sentence) {
        const number = digits(sentence.split(' on ')[0]);
        expect(Math.max(...numbers.slice(-50))).to.equal(number);
        expect(Math.min(...numbers.slice(-50))).to.equal(number);
      }
      el.remove();
    });

  it('never outlives the number: the page’s language changes', async () => {
    const el = await counter({'count-up': true});
    await running(el);
    el.lang = 'be';
    await until(() => /чалавек/.test(aloud(part(el, 'sentence'))!));
    expect((await frames(el)).at(-1)).to.equal(1140);
    expect(words(el, 'sentence')).to.equal(words(await counter({lang: 'be'}), 'sentence'));
  });

  const later: [string, (el: SolidarityCounter) => unknown, number][] = [
    ['in another language', (el) => (el.lang = 'be'), 1140],
    ['in a newer feed', (el) => (el.src = feed({...held, value: 1150})), 1150],
    ['in a newer feed with a smaller number', (el) => (el.src = feed({...held, value: 900})), 900],
    ['of another figure', (el) => (el.figure = 'women'), 167],
    ['after it was moved', (el) => document.body.append(el), 1140],
    ['in a tab that was hidden for a while', () => (hidePage(), showPage()), 1140],
    ['after it was scrolled away', (el) => ((el.hidden = true), el.offsetHeight, (el.hidden = false)), 1140],
    ['as another variant', (el) => (el.variant = 'headline'), 1140],
    ['when it is asked for once more', (el) => ((el.countUp = false), (el.countUp = true)), 1140],
  ];
  for (const [when, change, value] of later)
    it(`is there at once ${when}, when it has counted up before`, async () => {
      const el = await counter({'count-up': true});
      await frames(el);
      change(el);
      await el.updateComplete;
      await nextTask();
      await el.updateComplete;
      expect([...new Set(await frames(el))]).to.deep.equal([value]);
      el.remove();
    });

  it('is there at once where it is asked for after the number was seen', async () => {
    const el = await counter();
    await frames(el);
    el.countUp = true;
    await el.updateComplete;
    expect([...new Set(await frames(el))]).to.deep.equal([1140]);
  });

  it('is there at once in a hidden tab, where no frame is ever painted', async () => {
    hidePage();
    const el = await counter({'count-up': true});
    for (let i = 0; i < 10; i++) await nextTask();
    expect(numberIn(el)).to.equal(1140);
    expect(aloud(part(el, 'sentence'))).to.equal(FULL);
  });

  it('is right in the end where it is first seen by scrolling', async () => {
    const page = fixtureSync(html`<div><div style="block-size: 5000px"></div></div>`);
    const el = create('solidarity-counter', {src: feed(held), 'count-up': true});
    page.append(el);
    await el.updateComplete;
    expect(aloud(part(el, 'sentence'))).to.equal(FULL);
    el.scrollIntoView();
    const numbers = await frames(el, () => expect(aloud(part(el, 'sentence'))).to.equal(FULL));
    expect(numbers.at(-1)).to.equal(1140);
    scrollTo(0, 0);
  });

  it('is there at once for a reader who prefers reduced motion', async function () {
    if (!(await executeServerCommand('media', {'prefers-reduced-motion': 'reduce'}))) this.skip();
    const el = await counter({'count-up': true});
    expect([...new Set(await frames(el))]).to.deep.equal([1140]);
    await executeServerCommand('media', {});
  });

  for (const value of [0, 1, 2])
    it(`may be as small as ${value}`, async () => {
      const el = await counter({'count-up': true}, feed({...held, value, qualifier: 'exact'}));
      const numbers = await frames(el);
      expect(numbers.at(-1)).to.equal(value);
      expect(words(el, 'count')).to.equal(String(value));
    });

  it('is one for each of two counters', async () => {
    const [one, two] = [await counter({'count-up': true}), await counter({'count-up': true, figure: 'women'})];
    await frames(one);
    expect([numberIn(one), numberIn(two)]).to.deep.equal([1140, 167]);
  });
});

describe('new data after a page translator', () => {
  const older = {
    ...held,
    value: 1370,
    qualifier: 'more-than',
    source: {name: 'Viasna', url: 'https://viasna.example/'},
    asOf: '2024-08-09',
    note: 'An old note.',
    history: held.history.slice(1, 2).map((point) => ({...point, date: '2023-02-28'})),
  };
  const newer = {...held, value: 900, source: {name: 'Pozirk', url: 'https://pozirk.example/'}};

  for (const variant of ['card', 'headline', 'badge', 'inline'])
    for (const [what, from, to] of [
      ['another bound of another source', older, newer],
      ['a count in place of a bound', older, {...newer, qualifier: 'exact'}],
      ['a figure that is told by its title', older, {...women, id: 'held'}],
      ['a new date alone', older, {...older, asOf: '2024-08-10'}],
      ['a new definition alone', older, {...older, definition: 'Something else.'}],
    ] as const)
      it(`is shown whole: ${what}, as ${variant}`, async () => {
        const attributes = {variant, trend: true, change: ''} as const;
        const el = await counter(attributes, feed(from));
        translatePage(el.shadowRoot!);
        const src = feed(to);
        el.src = src;
        await el.updateComplete;
        expect(outline(el)).to.deep.equal(outline(await counter(attributes, src)));
      });

  it('is shown whole where the translator works on each change', async () => {
    const el = await counter({}, feed(older));
    const observer = new MutationObserver(() => {
      observer.disconnect();
      translatePage(el.shadowRoot!);
    });
    for (const figure of [newer, women, older, newer]) {
      observer.observe(el.shadowRoot!, {subtree: true, childList: true, characterData: true});
      el.src = feed({...figure, id: 'held'});
      await el.updateComplete;
      await nextTask();
    }
    observer.disconnect();
    expect(parts(el, 'count')).to.have.length(1);
    expect(words(el, 'sentence')).to.contain('900').and.not.contain('1,370');
    expect(el.shadowRoot!.textContent).to.contain('Pozirk').and.not.contain('Viasna');
  });

  for (const [tag, from, to, attributes] of [
    [
      'solidarity-countdown',
      {observances: [day]},
      {observances: [{...day, title: 'Human Rights Day', yearly: '12-10', why: 'The declaration of 1948.'}]},
      {},
    ],
    [
      'solidarity-banner',
      {campaigns: [campaign]},
      {campaigns: [{...campaign, slogan: 'Another', action: {text: 'Elsewhere', url: 'https://elsewhere.example/'}}]},
      {},
    ],
    [
      'solidarity-ways',
      {ways: [way, {...way, id: 'second', title: 'Second'}], organisations: [organisation]},
      {
        ways: [{...way, id: 'second', title: 'Second', organisations: ['other']}],
        organisations: [{...organisation, id: 'other', name: 'Other', url: 'https://other.example/', status: 'paused'}],
      },
      {},
    ],
  ] as const)
    it(`is shown whole by ${tag}`, async () => {
      const el = await show(tag, {src: inlineFeed(feedOf(from)), ...attributes});
      translatePage(el.shadowRoot!);
      const src = inlineFeed(feedOf(to));
      el.src = src;
      await el.updateComplete;
      expect(outline(el)).to.deep.equal(outline(await show(tag, {src, ...attributes})));
    });

  it('is shown whole in another language', async () => {
    for (const tag of ['solidarity-counter', 'solidarity-countdown', 'solidarity-banner', 'solidarity-ways'] as const) {
      const src = inlineFeed(feedOf(sections));
      const el = await show(tag, {src});
      translatePage(el.shadowRoot!);
      el.lang = 'be';
      await nextTask();
      await el.updateComplete;
      expect(outline(el), tag).to.deep.equal(outline(await show(tag, {src, lang: 'be'})));
    }
  });

  it('never puts a name over another organisation’s link', async () => {
    const names = Array.from({length: 20}, (_, i) => `Body ${i}`);
    const src = inlineFeed(
      feedOf({
        ways: names.map((_, i) => ({
          ...way,
          id: `way-${i}`,
          title: `Way ${i}`,
          url: undefined,
          organisations: [`o-${i}`],
        })),
        organisations: names.map((name, i) => ({
          ...organisation,
          id: `o-${i}`,
          name,
          aliases: undefined,
          url: `https://o-${i}.example/`,
        })),
      }),
    );
    const el = await show('solidarity-ways', {src});
    translatePage(el.shadowRoot!);
    const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
    for (const query of ['Body 7', 'Way 1', '', 'Way 19']) {
      input.value = query;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      await el.updateComplete;
      for (const link of parts(el, 'link')) {
        const number = /\d+/.exec(link.textContent!)![0];
        expect(link).to.have.attribute('href', `https://o-${number}.example/`);
      }
    }
  });

  it('is followed by the right words of a countdown', async () => {
    clock.setSystemTime(new Date('2027-08-07T20:58:00Z'));
    const src = inlineFeed(feedOf({observances: [day]}));
    const to = {to: '2027-08-09', units: 'days hours'};
    const el = await show('solidarity-countdown', {src, ...to});
    for (const now of [
      '2027-08-07T22:00:00Z',
      '2027-08-08T20:00:00Z',
      '2027-08-09T12:00:00Z',
      '2027-08-11T12:00:00Z',
    ]) {
      translatePage(el.shadowRoot!);
      clock.setSystemTime(new Date(now));
      el.requestUpdate();
      await el.updateComplete;
      const fresh = await show('solidarity-countdown', {src, ...to});
      const told = (of: Element) => [words(of, 'label'), words(of, 'units'), words(of, 'count')].join('; ');
      expect(told(el), now).to.equal(told(fresh));
    }
  });

  it('is counted on by a countdown, with each number once', async () => {
    clock.setSystemTime(new Date('2027-08-06T12:00:00Z'));
    const src = inlineFeed(feedOf({observances: [day]}));
    const el = await show('solidarity-countdown', {src});
    translatePage(el.shadowRoot!, (text) => `${text} `);
    for (const now of ['2027-08-06T13:00:00Z', '2027-08-07T12:00:00Z', '2027-08-08T20:30:00Z']) {
      clock.setSystemTime(new Date(now));
      const fresh = await show('solidarity-countdown', {src});
      const numbers = (of: Element) => parts(of, 'count').map(({textContent}) => textContent!.trim());
      // Whether it is on screen, an observer tells.
      await until(() => {
        window.dispatchEvent(new Event('focus'));
        return numbers(el).join() === numbers(fresh).join();
      });
      expect(words(el, 'units')!.match(/\d+/g)).to.deep.equal(numbers(fresh));
    }
  });
});

describe('points of one date', () => {
  for (const [values, change] of [
    [[1200, 1240], '100 fewer than on 28 February 2025'],
    [[1240, 1200], '60 fewer than on 28 February 2025'],
    [[1200, 1200, 1240], '100 fewer than on 28 February 2025'],
  ] as const)
    it(`keep the feed’s order in every engine: ${values.join(', ')}`, async () => {
      const history = values.map((value) => ({date: '2025-02-28', value, source: {name: 'Viasna'}}));
      const padding = Array.from({length: 12}, (_, i) => ({
        date: `2024-01-${10 + i}`,
        value: 1000 + i,
        source: {name: 'Viasna'},
      }));
      const el = await counter({change: ''}, feed({...held, qualifier: 'exact', history: [...history, ...padding]}));
      expect(words(el, 'change')).to.equal(change);
    });

  it('in any order of the feed give one sentence', async () => {
    const shuffled = [held.history[2]!, held.history[0]!, held.history[1]!];
    const el = await counter({trend: true, change: '2025-12-31'}, feed({...held, history: shuffled}));
    const sorted = await counter({trend: true, change: '2025-12-31'}, feed(held));
    expect(outline(el)).to.deep.equal(outline(sorted));
  });
});

describe('a bound', () => {
  for (const [first, last, label] of [
    ['exact', 'exact', 'From 1,370 on 9 August 2024 to 1,140 on 5 March 2026'],
    ['more-than', 'at-least', 'From more than 1,370 on 9 August 2024 to at least 1,140 on 5 March 2026'],
    ['at-least', 'exact', 'From at least 1,370 on 9 August 2024 to 1,140 on 5 March 2026'],
    [undefined, 'more-than', 'From 1,370 on 9 August 2024 to more than 1,140 on 5 March 2026'],
  ] as const)
    it(`is said in the words of the chart: ${label}`, async () => {
      const history = held.history.map((point, i) => (i ? point : {...point, qualifier: first}));
      const el = await counter({trend: true}, feed({...held, qualifier: last, history}));
      expect(aloud(part(el, 'trend'))).to.contain(label);
    });

  for (const [from, to, change] of [
    ['exact', 'exact', '94 fewer than on 28 February 2025'],
    ['exact', 'at-least', 'From 1,234 on 28 February 2025 to at least 1,140 on 5 March 2026'],
    ['at-least', 'exact', 'From at least 1,234 on 28 February 2025 to 1,140 on 5 March 2026'],
    ['more-than', 'at-least', 'From more than 1,234 on 28 February 2025 to at least 1,140 on 5 March 2026'],
    ['at-least', 'at-least', 'From at least 1,234 on 28 February 2025 to at least 1,140 on 5 March 2026'],
  ] as const)
    it(`is never subtracted: ${from} to ${to} is “${change}”`, async () => {
      const history = [{...held.history[1]!, qualifier: from}];
      const el = await counter({change: ''}, feed({...held, qualifier: to, history}));
      expect(words(el, 'change')).to.equal(change);
    });

  for (const qualifier of ['at-least', 'more-than'])
    for (const [where, figure] of [
      ['the figure', {...held, value: 0, qualifier}],
      ['its history', {...held, history: [{...held.history[0]!, value: 0, qualifier}]}],
    ] as const)
      it(`of 0 is refused, ${qualifier} in ${where}`, async () => {
        const el = create('solidarity-counter', {src: feed(figure)});
        const errors = errorsOf(el);
        await fixture(html`${el}`);
        expect(isFallback(el)).to.equal(true);
        expect(errors).to.deep.equal(['section']);
      });

  it('of 0 never takes the place of a good figure', async () => {
    const el = await counter({}, feed(held));
    el.src = feed({...held, value: 0});
    await el.updateComplete;
    expect(el.shadowRoot!.textContent).to.not.match(/at least 0/i);
  });

  it('is no bound of 0 where 0 was counted', async () => {
    expect(words(await counter({}, feed({...held, value: 0, qualifier: 'exact'})), 'sentence')).to.equal(
      '0 people on 5 March 2026',
    );
  });
});

describe('what is counted', () => {
  const journalists = {...held, title: {en: 'Journalists held', be: 'Журналісты за кратамі'}, value: 30};
  for (const [change, sentence] of [
    [{}, 'At least 30 people'],
    [{id: 'all'}, 'At least 30 people'],
    [{id: 'all', qualifier: 'more-than'}, 'More than 30 people'],
    [{unit: undefined}, 'At least 30'],
    [{unit: undefined, qualifier: 'more-than'}, 'More than 30'],
    [{unit: undefined, qualifier: 'exact'}, '30'],
    [{unit: undefined, qualifier: undefined}, '30'],
    [{unit: undefined, id: 'women', value: 1}, 'At least 1'],
    [{unit: undefined, qualifier: 'exact', value: 0}, '0'],
  ] as const)
    it(`is “${sentence}” with ${JSON.stringify(change)}`, async () => {
      const el = await counter({}, feed({...journalists, ...change}));
      expect([words(el, 'heading'), words(el, 'sentence')]).to.deep.equal([
        'Journalists held',
        `${sentence} on 5 March 2026`,
      ]);
    });

  it('is the title in the reader’s language', async () => {
    const src = feed({...journalists, unit: undefined});
    expect(words(await counter({lang: 'be'}, src), 'heading')).to.equal('Журналісты за кратамі');
  });

  for (const unit of ['journalist', 'constructor', '__proto__', 'political-prisoners', '', 0, null, true, [], {}])
    it(`is never guessed: a unit ${JSON.stringify(unit)}`, async () => {
      const el = await counter({}, feed({...journalists, unit}));
      expect(el.shadowRoot!.textContent).to.not.contain('people');
      expect(isFallback(el)).to.equal(true);
    });

  for (const value of ['1140', '', -1, -0.5, 1.5, 1e21, 2 ** 53, null, true, [], [1140], {}])
    it(`is a whole number, or is not shown: ${JSON.stringify(value)}`, async () => {
      const el = create('solidarity-counter', {src: feed({...held, value})});
      const errors = errorsOf(el);
      await fixture(html`${el}`);
      expect(isFallback(el)).to.equal(true);
      expect(errors).to.deep.equal(['section']);
    });

  it('goes away with its feed, its figure or its section, and nothing of it stays', async () => {
    for (const change of [
      {src: '#nowhere'},
      {src: feed({...held, value: -1})},
      {src: inlineFeed('no JSON')},
      {src: feed()},
      {figure: 'nobody'},
    ]) {
      const el = await counter({trend: true, change: ''});
      Object.assign(el, change);
      await el.updateComplete;
      expect(isFallback(el), JSON.stringify(change)).to.equal(true);
      expect(outline(el)).to.deep.equal([]);
      expect(seen(el)).to.equal(FALLBACK);
    }
  });

  it('is one number in words, and in digits for machines', async () => {
    const el = await counter({}, feed(held));
    for (const value of [1, 20_000, 7, 1140]) {
      el.src = feed({...held, value});
      await el.updateComplete;
      const written = formatNumber(value, english.data);
      expect(words(el, 'count')).to.equal(written);
      expect(part(el, 'count')).to.have.attribute('value', String(value));
      expect(words(el, 'sentence')!.replace('5 March 2026', '').split(written)).to.have.length(2);
    }
  });

  for (const [what, history] of [
    ['no history', []],
    ['one point', held.history.slice(0, 1)],
    ['points of the figure’s own day', [{...held.history[0]!, date: held.asOf}]],
    ['points of 0 alone', [{...held.history[1]!, value: 0}]],
    [
      'a thousand points',
      Array.from({length: 1000}, (_, i) => ({
        ...held.history[1]!,
        date: new Date(1.6e12 + i * DAY).toISOString().slice(0, 10),
      })),
    ],
    ['a point of the year 1000', [{...held.history[1]!, date: '1000-01-01'}]],
  ] as const)
    for (const value of [0, 1140])
      it(`is drawn without a fault: ${what}, now ${value}`, async () => {
        const el = await counter({trend: true, change: ''}, feed({...held, qualifier: 'exact', value, history}));
        expect(isFallback(el)).to.equal(false);
        expect(el.shadowRoot!.innerHTML).to.not.match(/NaN|Infinity|undefined|null|\[object/);
      });
});

describe('text of the feed', () => {
  const TEXT =
    'A {n} {title} {time} {date} {source} {names} {a} {b} {from} {to} {place} {constructor} {__proto__} {} {{n}} ' +
    "$& $1 $` $' %s %d ${x} \\u0041 <b>x</b> <!-- x --> &amp; &lt; one|two|many B";

  const fields: [string, keyof HTMLElementTagNameMap, object, Record<string, string | true>, string?][] = [
    ['a figure’s title', 'solidarity-counter', {figures: [{...women, title: TEXT}]}, {}],
    [
      'a figure’s title with a bound',
      'solidarity-counter',
      {figures: [{...women, title: TEXT, qualifier: 'at-least'}]},
      {},
    ],
    ['a figure’s title in a badge', 'solidarity-counter', {figures: [{...women, title: TEXT}]}, {variant: 'badge'}],
    ['a source’s name', 'solidarity-counter', {figures: [{...held, source: {name: TEXT}}]}, {}],
    ['a linked source’s name', 'solidarity-counter', {figures: [{...held, source: {...held.source, name: TEXT}}]}, {}],
    ['a source’s name inline', 'solidarity-counter', {figures: [{...held, source: {name: TEXT}}]}, {variant: 'inline'}],
    ['a definition', 'solidarity-counter', {figures: [{...held, definition: TEXT}]}, {}],
    ['a note', 'solidarity-counter', {figures: [{...held, note: TEXT}]}, {}],
    ['a correction', 'solidarity-counter', {figures: [held], corrections: [{...correction, text: TEXT}]}, {}],
    [
      'a withdrawal',
      'solidarity-counter',
      {figures: [], corrections: [{...correction, retracted: true, text: TEXT}]},
      {},
    ],
    ['an observance’s title', 'solidarity-countdown', {observances: [{...day, title: TEXT}]}, {}],
    [
      'an observance’s title on the day',
      'solidarity-countdown',
      {observances: [{...day, yearly: '03-20', title: TEXT}]},
      {},
    ],
    ['an observance’s reason', 'solidarity-countdown', {observances: [{...day, why: TEXT}]}, {}],
    ['a slogan', 'solidarity-banner', {campaigns: [{...campaign, slogan: TEXT}]}, {}],
    ['a call', 'solidarity-banner', {campaigns: [{...campaign, call: TEXT}]}, {}],
    ['an action', 'solidarity-banner', {campaigns: [{...campaign, action: {...campaign.action, text: TEXT}}]}, {}],
    ['a way’s title', 'solidarity-ways', {ways: [{...way, title: TEXT}]}, {}],
    ['a way’s text', 'solidarity-ways', {ways: [{...way, text: TEXT}]}, {}],
    ['an organisation’s name', 'solidarity-ways', {ways: [way], organisations: [{...organisation, name: TEXT}]}, {}],
    ['an organisation’s note', 'solidarity-ways', {ways: [way], organisations: [{...organisation, note: TEXT}]}, {}],
  ];
  for (const [field, tag, content, attributes] of fields)
    it(`is no template, and no markup: ${field}`, async () => {
      const src = inlineFeed(feedOf(content));
      const el = await show(tag as 'solidarity-counter', {src, ...attributes});
      expect(plain(el.shadowRoot!.textContent)).to.contain(TEXT);
      expect(el.shadowRoot!.querySelectorAll('b:not([part]), script')).to.have.length(0);
      expect(el.shadowRoot!.innerHTML).to.not.match(/\[object|function |\[native code\]/);
    });

  it('is no template where it is searched for', async () => {
    const list = Array.from({length: 20}, (_, i) => ({...way, id: `way-${i}`, title: `Way ${i}`}));
    const src = inlineFeed(feedOf({ways: [...list, {...way, id: 'odd', title: '.* {n} $& [a-z]'}]}));
    const el = await show('solidarity-ways', {src});
    const input = el.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
    for (const query of ['.*', '$&', '[a-z]', '{n}']) {
      input.value = query;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      await el.updateComplete;
      // After the four that are shown first.
      expect(
        parts(el, 'title')
          .slice(4)
          .map((title) => plain(title.textContent)),
        query,
      ).to.deep.equal(['.* {n} $& [a-z]']);
    }
  });
});

describe('a figure that grows old while its page is open', () => {
  const statusOf = (el: Element) => [
    ['ready', 'stale', 'loading', 'failed'].filter((state) => el.matches(`:state(${state})`)),
    words(el, 'status'),
  ];
  const ageing = [['ready'], 'An update is due.'];
  const isStale = (el: Element) => {
    expect(el.matches(':state(stale)')).to.equal(true);
    expect(el.matches(':state(ready)'), 'also ready').to.equal(true);
    expect(words(el, 'status')).to.match(/old|out of date/i);
  };
  /** Days as a page lives them that nobody touches: its timers run, and nothing else happens. */
  const live = async (days: number) => {
    for (let i = 0; i < days * 24; i++) {
      clock.jump(DAY / 24);
      if (i % 24 === 0) await nextTask();
    }
    await nextTask();
  };

  for (const variant of ['card', 'headline', 'badge', 'inline'])
    it(`says so after 90 days, as ${variant}, without any event`, async () => {
      const el = await counter({variant});
      expect(statusOf(el)).to.deep.equal([['ready'], undefined]);
      await live(90);
      await el.updateComplete;
      isStale(el);
    });

  it('is called due first, and old on its day', async () => {
    const el = await counter();
    await live(16);
    await el.updateComplete;
    expect(statusOf(el)).to.deep.equal(ageing);
    await live(15);
    await el.updateComplete;
    isStale(el);
  });

  const wakes: [string, () => unknown][] = [
    ['the tab is shown again', () => (hidePage(), clock.setSystemTime(Date.now() + 90 * DAY), showPage())],
    [
      'the machine wakes, and the window gets the focus',
      () => (clock.setSystemTime(Date.now() + 90 * DAY), window.dispatchEvent(new Event('focus'))),
    ],
    [
      'the page comes from the back-forward cache',
      () => (
        clock.setSystemTime(Date.now() + 90 * DAY),
        window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))
      ),
    ],
    [
      'the network is back',
      () => (clock.setSystemTime(Date.now() + 90 * DAY), window.dispatchEvent(new Event('online'))),
    ],
    ['a frozen timer runs at last', () => clock.jump(90 * DAY)],
  ];
  for (const [when, wake] of wakes)
    it(`says so as soon as ${when}`, async () => {
      const el = await counter();
      wake();
      await nextTask();
      await el.updateComplete;
      isStale(el);
    });

  it('says so when it is scrolled to', async () => {
    const page = fixtureSync(html`<div><div style="block-size: 5000px"></div></div>`);
    const el = create('solidarity-counter', {src: feed(held)});
    page.append(el);
    await el.updateComplete;
    await live(90);
    el.scrollIntoView();
    await until(() => el.matches(':state(stale)'));
    isStale(el);
    scrollTo(0, 0);
  });

  it('says so when its feed has expired', async () => {
    const src = inlineFeed(feedOf({figures: [{...held, asOf: '2026-03-19'}], expires: '2026-03-22T00:00:00Z'}));
    const el = await counter({}, src);
    expect(statusOf(el)).to.deep.equal([['ready'], undefined]);
    await live(4);
    await el.updateComplete;
    isStale(el);
  });

  it('is not old where the clock was set back', async () => {
    const el = await counter();
    for (const now of ['2026-03-01', '1970-01-01']) {
      clock.setSystemTime(new Date(now));
      window.dispatchEvent(new Event('focus'));
      await el.updateComplete;
      expect(statusOf(el), now).to.deep.equal([['ready'], undefined]);
    }
  });

  it('is fresh again with a newer feed', async () => {
    const el = await counter();
    await live(90);
    await el.updateComplete;
    isStale(el);
    el.src = feed({...held, asOf: '2026-06-15'});
    await el.updateComplete;
    expect(statusOf(el)).to.deep.equal([['ready'], undefined]);
  });

  it('drops its correction after thirty days', async () => {
    const el = await counter({}, inlineFeed(feedOf({figures: [held], corrections: [correction]})));
    expect(words(el, 'correction')).to.contain('Twelve were counted twice.');
    await live(21);
    await el.updateComplete;
    expect(words(el, 'correction')).to.equal(undefined);
  });

  for (const staleAfterDays of [45, 3999])
    it(`does not keep the page busy until then: ${staleAfterDays} days`, async () => {
      const {setTimeout} = window;
      const delays: number[] = [];
      window.setTimeout = ((run: () => void, delay = 0) => {
        delays.push(delay);
        return setTimeout(run, delay);
      }) as typeof setTimeout;
      try {
        await counter({}, feed({...held, staleAfterDays}));
        await clock.tickAsync(10 * 60_000);
      } finally {
        window.setTimeout = setTimeout;
      }
      // Engines run a timer of more than 24.8 days at once.
      expect(Math.max(0, ...delays)).to.be.below(2 ** 31);
      expect(delays.length).to.be.below(30);
    });
});

describe('fallback content in our own documentation', () => {
  for (const path of ['/README.md', '/demo/index.html', '/demo/newspaper.html', '/demo/partner.html'])
    it(`is without a number, or with the feed’s own, in ${path}`, async () => {
      const [page, json] = await Promise.all([
        fetch(path).then((response) => response.text()),
        fetch('/demo/feed.json').then((response) => response.json() as Promise<{figures: {value: number}[]}>),
      ]);
      const values = json.figures.map(({value}) => formatNumber(value, english.data));
      for (const [, fallback = ''] of page.matchAll(/<solidarity-counter[^>]*>([^]*?)<\/solidarity-counter\s*>/g))
        for (const [number] of fallback.replace(/<[^>]*>/g, '').matchAll(/\d[\d,.\u00a0\u202f ]*\d|\d/g))
          expect(values, fallback).to.include(number);
    });
});
