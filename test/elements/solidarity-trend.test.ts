import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-trend.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import type {SolidarityTrend} from '../../src/elements/solidarity-trend.js';
import {inEveryLanguage} from '../support/describe.js';
import {errorsOf, create, isFallback, part, parts, plain, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {correction, held, women} from '../support/samples.js';

const annotations = [
  {date: '2025-12-13', text: {en: '123 people were released', be: 'Вызвалілі 123 чалавекі'}, source: {name: 'HRW'}},
  {
    date: '2025-09-11',
    text: {en: '52 people were released', be: 'Вызвалілі 52 чалавекі'},
    source: {name: 'AFP', url: 'https://afp.example/'},
  },
];
const annotated = {...held, annotations};
const womenWithHistory = {
  ...women,
  asOf: '2025-12-31',
  history: [
    {date: '2024-10-31', value: 168, source: {name: 'Viasna'}},
    {date: '2025-02-28', value: 155, source: {name: 'Viasna'}},
  ],
};

const src = (...figures: object[]) => inlineFeed(feedOf({figures}));
const trend = (attributes: Parameters<typeof create>[1] = {}, ...figures: object[]) =>
  show('solidarity-trend', {src: src(...(figures.length ? figures : [annotated, womenWithHistory])), ...attributes});

const range = (el: Element) => el.shadowRoot!.querySelector<HTMLInputElement>('[type=range]')!;
const isChart = (el: Element) => !!part(el, 'plot');
const texts = (el: Element, name: string) =>
  parts(el, name).map((node) => node.textContent!.replace(/[\u2068\u2069]/g, ''));
/** The shapes in the chart; the legend has some, too. */
const marks = (el: Element) => [...part(el, 'plot')!.querySelectorAll('[part~=mark]')];
/** The place of a mark in percent. */
const placeOf = (node: Element) => ['x', 'y'].map((name) => Number.parseFloat(node.getAttribute(name)!));
const fold = (el: Element, id: string) => el.shadowRoot!.querySelector<HTMLDetailsElement>(`details:has(#${id})`)!;
const rows = (el: Element) =>
  [...el.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => plain(cell.textContent)),
  );

describe('<solidarity-trend>', () => {
  let clock: ReturnType<typeof fakeClock>;
  before(() => {
    clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
  });
  after(() => clock.uninstall());

  it('shows title, history in words, source and definition', async () => {
    const el = await trend();
    expect(words(el, 'heading')).to.equal('Political prisoners');
    expect(words(el, 'summary')).to.equal('From more than 1,370 on 9 August 2024 to at least 1,140 on 5 March 2026');
    expect(words(el, 'footer')).to.equal('Source: Pozirk');
    expect(plain(fold(el, 'definition').textContent)).to.equal('Who is counted?In custody and recognised.');
    expect(el.matches(':state(ready)')).to.equal(true);
    expect(el.matches(':state(stale)')).to.equal(false);
  });

  it('draws each count at its date and its value', async () => {
    const el = await trend();
    // 573 days; the axis ends at 1,500.
    expect(marks(el).map(placeOf)).to.deep.equal([
      [0, 8.67],
      [35.43, 17.73],
      [88.83, 24.6],
      [100, 24],
    ]);
    expect(texts(el, 'tick')).to.include.members(['0', '500', '1,000', '1,500', '2025']);
  });

  it('labels the first, the highest and the newest count, with their qualifiers', async () => {
    expect(texts(await trend(), 'value')).to.deep.equal(['more than 1,370', 'at least 1,140']);
    const peak = {...held, history: [...held.history, {date: '2025-06-30', value: 1400, source: {name: 'X'}}]};
    expect(texts(await trend({}, peak), 'value')).to.deep.equal(['more than 1,370', '1,400', 'at least 1,140']);
  });

  it('draws straight lines, and none over half a year without a count', async () => {
    const el = await trend();
    // From 9 August 2024 to 28 February 2025 are 203 days, to 31 December 306, to 5 March 64.
    expect(parts(el, 'line')).to.have.length(1);
    expect(words(el, 'gap')).to.equal('No line: no count for more than half a year.');
    const near = {...held, history: [{date: '2025-09-02', value: 1200, source: {name: 'X'}}]};
    const joined = await trend({}, near);
    expect(parts(joined, 'line')).to.have.length(1);
    expect(part(joined, 'gap')).to.equal(null);
    const far = {...held, history: [{date: '2025-09-01', value: 1200, source: {name: 'X'}}]};
    expect(parts(await trend({}, far), 'line')).to.have.length(0);
  });

  it('tells sources apart by shape, in a legend with their names', async () => {
    const el = await trend();
    expect([...part(el, 'legend')!.children].map((item) => plain(item.textContent))).to.deep.equal([
      'Viasna',
      'Office',
      'Pozirk',
    ]);
    const shapes = marks(el).map((mark) => mark.querySelector('path')!.getAttribute('d'));
    expect(shapes[1]).to.equal(shapes[2]);
    expect(new Set(shapes).size).to.equal(3);
  });

  it('has one shape for all sources that are too many', async () => {
    const history = ['A', 'A', 'B', 'C', 'D', 'E'].map((name, i) => ({
      date: `2025-1${i % 3}-0${i + 1}`,
      value: 1200 + i,
      source: {name},
    }));
    const el = await trend({}, {...held, history});
    expect([...part(el, 'legend')!.children].map((item) => plain(item.textContent))).to.have.length(5);
    expect(words(el, 'legend')).to.match(/^A.*Other sources$/);
  });

  it('shows what happened on the way, in order, with number, date and source', async () => {
    const el = await trend();
    expect([...part(el, 'events')!.closest('ol')!.children].map((item) => plain(item.textContent))).to.deep.equal([
      '11 September 2025: 52 people were released · AFP',
      '13 December 2025: 123 people were released · HRW',
    ]);
    expect(el.shadowRoot!.querySelectorAll('line[part=event]')).to.have.length(2);
    expect([...el.shadowRoot!.querySelectorAll('text[part=event]')].map((node) => node.textContent)).to.deep.equal([
      '\u20681\u2069',
      '\u20682\u2069',
    ]);
  });

  it('makes room on the axis for what happened after the newest count', async () => {
    const later = {...held, annotations: [{...annotations[0]!, date: '2026-03-19'}]};
    const el = await trend({}, later);
    expect(placeOf(marks(el).at(-1)!)[0]).to.be.within(97, 98);
  });

  it('shows two figures on the same axes', async () => {
    const el = await trend({compare: 'women'});
    expect(words(el, 'heading')).to.equal('Political prisoners, Women political prisoners');
    expect(marks(el).filter((mark) => mark.part.contains('second'))).to.have.length(3);
    expect(words(el, 'point')).to.equal('Political prisoners: At least 1,140 on 5 March 2026 · Pozirk');
    expect(el.shadowRoot!.querySelectorAll('table')).to.have.length(2);
    expect(words(el, 'legend')).to.match(/^Political prisonersWomen political prisonersViasna/);
  });

  for (const compare of ['held', 'nothing', ''])
    it(`shows one figure with compare="${compare}"`, async () => {
      expect(words(await trend({compare}), 'heading')).to.equal('Political prisoners');
    });

  it('walks through the counts by the keyboard, and says each', async () => {
    const el = await trend();
    const input = range(el);
    input.focus();
    expect(input).to.have.attribute('aria-label', 'Political prisoners');
    expect(input).to.have.attribute('aria-valuetext', 'At least 1,140 on 5 March 2026 · Pozirk');
    await sendKeys({press: 'ArrowLeft'});
    expect(input).to.have.attribute('aria-valuetext', '1,131 on 31 December 2025 · Viasna');
    expect(words(el, 'point')).to.equal('1,131 on 31 December 2025 · Viasna');
    await sendKeys({press: 'Home'});
    expect(words(el, 'point')).to.equal('More than 1,370 on 9 August 2024 · Office');
    expect(placeOf(part(el, 'ring')!)).to.deep.equal([0, 8.67]);
    await sendKeys({press: 'ArrowRight'});
    expect(words(el, 'point')).to.equal('1,234 on 28 February 2025 · Viasna');
  });

  it('keeps the chosen count and the focus when the nodes are new', async () => {
    const el = await trend();
    range(el).focus();
    await sendKeys({press: 'Home'});
    el.look = 'newsroom';
    await el.updateComplete;
    expect(el.shadowRoot!.activeElement?.id).to.equal('point');
    expect(words(el, 'point')).to.match(/^More than 1,370/);
  });

  for (const type of ['pointermove', 'pointerdown'])
    it(`chooses the nearest count on ${type}`, async () => {
      const el = await trend();
      const {left, top, width, height} = part(el, 'plot')!.getBoundingClientRect();
      const init = {clientX: left + width * 0.36, clientY: top + height * 0.5, bubbles: true};
      part(el, 'chart')!.dispatchEvent(new PointerEvent(type, init));
      expect(words(el, 'point')).to.match(/^1,234/);
      expect(range(el).value).to.equal('1');
      // A pointer that moves on over the same count changes nothing.
      const before = part(el, 'point')!.firstChild;
      part(el, 'chart')!.dispatchEvent(new PointerEvent(type, {...init, clientX: init.clientX + 1}));
      expect(part(el, 'point')!.firstChild === before).to.equal(true);
    });

  it('has all counts in a table, the newest first', async () => {
    const note = {...held.history[1]!, note: {en: 'Approximate date', be: 'Прыблізная дата'}};
    const el = await trend({}, {...held, history: [held.history[0]!, note]});
    expect(rows(el)).to.deep.equal([
      ['5 March 2026', 'at least 1,140', 'Pozirk'],
      ['28 February 2025', '1,234', 'Viasna · Approximate date'],
      ['9 August 2024', 'more than 1,370', 'Office'],
    ]);
    expect(plain(el.shadowRoot!.querySelector('caption')!.textContent)).to.equal('Political prisoners');
    expect(el.shadowRoot!.querySelectorAll('th[scope=col]')).to.have.length(3);
  });

  it('keeps the table open when the nodes are new', async () => {
    const el = await trend();
    const details = fold(el, 'table');
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, {once: true}));
    part(el, 'more')!.click();
    await toggled;
    el.look = 'contrast';
    await el.updateComplete;
    expect(fold(el, 'table').open).to.equal(true);
    expect(fold(el, 'definition').open).to.equal(false);
  });

  it('has no chart of one count, and says so', async () => {
    const el = await trend({}, {...held, history: []});
    expect(isChart(el)).to.equal(false);
    expect(words(el, 'summary')).to.equal('At least 1,140 political prisoners on 5 March 2026');
    expect(words(el, 'note')).to.equal('There is only one count.');
    expect(rows(el)).to.deep.equal([['5 March 2026', 'at least 1,140', 'Pozirk']]);
  });

  it('has no chart of counts of one day, but a table of what is known', async () => {
    const history = [{date: held.asOf, value: 1131, source: {name: 'Viasna'}}];
    const el = await trend({}, {...held, history});
    expect(isChart(el)).to.equal(false);
    expect(rows(el)).to.have.length(1);
  });

  it('draws two counts of one day, and no line between them', async () => {
    const history = ['A', 'B'].map((name, i) => ({date: '2026-01-01', value: 1000 + 100 * i, source: {name}}));
    const el = await trend({}, {...held, history});
    expect(marks(el).map(placeOf)).to.deep.equal([
      [0, 33.33],
      [0, 26.67],
      [100, 24],
    ]);
    expect(parts(el, 'line')).to.have.length(1);
  });

  it('draws counts that are all 0', async () => {
    const none = {
      ...held,
      value: 0,
      qualifier: undefined,
      history: [{date: '2026-01-01', value: 0, source: {name: 'A'}}],
    };
    const el = await trend({}, none);
    expect(marks(el).map(placeOf)).to.deep.equal([
      [0, 100],
      [100, 100],
    ]);
  });

  it('says that a figure is out of date, also the second one', async () => {
    const el = await trend({}, {...held, staleAfterDays: 10});
    expect(words(el, 'status')).to.match(/^Out of date\./);
    expect(el.matches(':state(stale)')).to.equal(true);
    const both = await trend({compare: 'women'}, held, {...womenWithHistory, staleAfterDays: 10});
    expect(words(both, 'status')).to.equal(
      'Women political prisoners: Out of date. The number may have changed since then.',
    );
    expect(both.matches(':state(stale)')).to.equal(true);
  });

  it('says of each of two figures what the reader must know', async () => {
    const figures = [
      {...held, note: 'Five were released.'},
      {...womenWithHistory, note: 'Not all are known.', staleAfterDays: 365},
    ];
    const corrections = [correction, {...correction, id: 'other', of: 'women', text: 'Two are men.'}];
    const el = await show('solidarity-trend', {src: inlineFeed(feedOf({figures, corrections})), compare: 'women'});
    expect([...parts(el, 'note'), ...parts(el, 'correction')].map((node) => plain(node.textContent))).to.deep.equal([
      'Political prisoners: Five were released.',
      'Women political prisoners: Not all are known.',
      'Political prisoners: Correction, 10 March 2026: Twelve were counted twice.',
      'Women political prisoners: Correction, 10 March 2026: Two are men.',
    ]);
  });

  it('says in words what is known of a figure without a history, also beside one that has some', async () => {
    const el = await trend({compare: 'women'}, {...held, history: []}, womenWithHistory);
    expect(isChart(el)).to.equal(true);
    expect(words(el, 'summary')).to.equal('At least 1,140 political prisoners on 5 March 2026');
  });

  it('keeps the chosen one of several counts of one day', async () => {
    const history = ['One', 'Two'].map((name, i) => ({date: '2026-01-01', value: 140 + 20 * i, source: {name}}));
    const el = await trend({}, {...held, history});
    range(el).value = '1';
    range(el).dispatchEvent(new Event('input'));
    expect(words(el, 'point')).to.match(/160.*Two/);
    el.requestUpdate();
    await el.updateComplete;
    expect(words(el, 'point')).to.match(/160.*Two/);
  });

  it('shows a recent correction, and a withdrawal in place of the chart', async () => {
    const corrected = inlineFeed(feedOf({figures: [held], corrections: [correction]}));
    expect(words(await show('solidarity-trend', {src: corrected}), 'correction')).to.equal(
      'Correction, 10 March 2026: Twelve were counted twice.',
    );
    const retracted = {...correction, of: 'gone', retracted: true};
    const withdrawn = inlineFeed(feedOf({figures: [held], corrections: [retracted]}));
    const el = await show('solidarity-trend', {src: withdrawn, figure: 'gone'});
    expect(words(el, 'base')).to.equal('Withdrawn, 10 March 2026: Twelve were counted twice.');
  });

  for (const [what, figures, reason] of [
    ['a figure that the feed lacks', [held], 'missing'],
    ['a broken section', [{...held, value: 'many'}], 'section'],
    ['a broken annotation', [{...held, annotations: [{date: '2025-01-01', text: 'No source'}]}], 'section'],
    ['an annotation of the future', [{...held, annotations: [{...annotations[0]!, date: '2027-01-01'}]}], 'section'],
  ] as const)
    it(`shows the fallback content for ${what}`, async () => {
      const el = create('solidarity-trend', {src: src(...figures), figure: reason === 'missing' ? 'x' : undefined});
      const reasons = errorsOf(el);
      await fixture(html`${el}`);
      await el.updateComplete;
      expect(isFallback(el)).to.equal(true);
      expect(reasons).to.deep.equal([reason]);
    });

  it('links no source with links="none"', async () => {
    expect(parts(await trend({links: 'none'}), 'link')).to.have.length(0);
    expect(parts(await trend(), 'link').length).to.be.greaterThan(0);
  });

  it('is a heading of the page with heading', async () => {
    expect(part(await trend({heading: '3'}), 'heading')!.localName).to.equal('h3');
    expect(part(await trend(), 'heading')!.localName).to.equal('p');
  });

  it('runs from left to right in languages that do not', async () => {
    const inAll = {...annotated, title: inEveryLanguage('T'), definition: inEveryLanguage('D'), annotations: []};
    const el = await trend({lang: 'ar'}, inAll);
    expect(part(el, 'base')).to.have.attribute('dir', 'rtl');
    const lefts = marks(el).map((mark) => mark.querySelector('path')!.getBoundingClientRect().left);
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => a - b));
    range(el).focus();
    await sendKeys({press: 'ArrowLeft'});
    expect(range(el).value).to.equal('2');
  });

  for (const lang of ['en', ...Object.keys(loaders)])
    it(`speaks ${lang}`, async () => {
      const texts = {title: inEveryLanguage('T'), definition: inEveryLanguage('D')};
      const one = await trend({lang}, {...held, ...texts, history: []});
      const el = await trend({lang}, {...held, ...texts});
      expect(part(el, 'base')).to.have.attribute('lang', lang);
      const english = ['There is only one count.', 'Table', 'No line: no count for more than half a year.'];
      const own = [words(one, 'note'), plain(part(el, 'more')!.textContent), words(el, 'gap')];
      if (lang !== 'en') for (const [i, text] of own.entries()) expect(text).to.not.equal(english[i]);
    });

  for (const width of [200, 320])
    it(`fits ${width} px`, async () => {
      const page = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
      const el = create('solidarity-trend', {src: src(annotated, womenWithHistory), compare: 'women', lang: 'be'});
      page.append(el);
      await el.updateComplete;
      for (const details of el.shadowRoot!.querySelectorAll('details')) details.open = true;
      const right = part(el, 'base')!.getBoundingClientRect().right;
      for (const node of el.shadowRoot!.querySelectorAll('p, li, td, th, text, button, [part=plot]'))
        expect(node.getBoundingClientRect().right, node.textContent).to.be.at.most(right + 1);
    });

  /** Where a text is, without its outline, which some engines count. */
  const boxOf = (node: SVGTextElement) => {
    const {x, y, width, height} = node.getBBox();
    const {a, d, e, f} = node.getScreenCTM()!;
    return new DOMRect(a * x + e, d * y + f, a * width, d * height);
  };

  describe('the labels of the chart', () => {
    /** An element in a column of a width, with letters of a size, both in px. */
    const column = async (attributes: object, width: number, size: number, ...figures: object[]) => {
      const page = await fixture<HTMLElement>(
        html`<div style="inline-size: ${width}px; font: ${size}px/1.4 sans-serif"></div>`,
      );
      const el = create('solidarity-trend', {src: src(...figures), ...attributes});
      page.append(el);
      await el.updateComplete;
      return el;
    };
    const shown = (el: Element, ...names: string[]) =>
      names
        .flatMap((name) => [...part(el, 'plot')!.querySelectorAll<SVGTextElement>(`text[part~=${name}]`)])
        .filter((node) => node.getBoundingClientRect().width)
        .map((node) => ({text: node.textContent, box: boxOf(node)}));
    const expectInside = (el: Element) => {
      const {left, right} = part(el, 'base')!.getBoundingClientRect();
      for (const {text, box} of shown(el, 'tick', 'value', 'event'))
        expect(box.left >= left && box.right <= right, text!).to.equal(true);
    };
    /** By a pixel and a half: lines of text have space of their own. */
    const expectApart = (labels: ReturnType<typeof shown>) =>
      labels.forEach((one, i) => {
        for (const other of labels.slice(i + 1))
          expect(
            one.box.right <= other.box.left + 1.5 ||
              other.box.right <= one.box.left + 1.5 ||
              one.box.bottom <= other.box.top + 4 ||
              other.box.bottom <= one.box.top + 4,
            `${one.text} and ${other.text}`,
          ).to.equal(true);
      });
    const source = {name: 'S'};
    const short = {
      ...held,
      history: [{date: '2025-09-29', value: 1197, qualifier: 'more-than', source}],
    };
    const long = {
      ...held,
      history: Array.from({length: 6}, (_, i) => ({date: `202${i}-06-30`, value: 1000 + i * 80, source})),
    };

    for (const [lang, value] of [
      ['en', 1_987_654_321],
      ['be', 1_987_654_321],
      ['be', 98_765],
    ] as const)
      it(`has room for ${value} at the axis, in ${lang}`, async () => {
        const big = {...held, value, history: [{date: '2025-06-30', value: Math.round(value / 2), source}]};
        expectInside(await column({lang}, 320, 16, big));
      });

    for (const lang of ['en', 'be', 'de', 'ar'])
      for (const [width, size] of [
        [220, 16],
        [304, 32],
      ] as const)
        it(`has room at ${width} px and letters of ${size} px, in ${lang}`, async () => {
          const el = await column({lang}, width, size, short);
          expectInside(el);
          expectApart(shown(el, 'value'));
          expectApart(shown(el, 'tick'));
          const years = await column({lang}, width, size, long);
          expectInside(years);
          expectApart(shown(years, 'tick'));
        });

    it('writes the only count of a second figure in a narrow column, too', async () => {
      const el = await column({compare: 'women'}, 220, 16, long, {...women, history: []});
      const values = shown(el, 'value').map(({text}) => text!.replace(/[\u2066-\u2069]/g, ''));
      expect(values).to.include(String(women.value));
    });

    it('does not write numbers of what happened over each other, however many', async () => {
      const many = Array.from({length: 8}, (_, i) => ({
        date: `2025-12-0${i + 1}`,
        text: 'T',
        source,
      }));
      const el = await column({}, 320, 16, {...long, annotations: many});
      expect(shown(el, 'event')).to.have.length(8);
      expectApart(shown(el, 'event'));
    });

    it('does not hide numbers of what happened behind a value', async () => {
      const low = {...women, value: 167, asOf: '2025-12-31', history: [{date: '2024-10-31', value: 190, source}]};
      const el = await column({compare: low.id}, 640, 16, annotated, low);
      expectApart(shown(el, 'value', 'event'));
    });
  });

  it('writes no number in two lines', async () => {
    const page = await fixture<HTMLElement>(html`<div style="inline-size: 304px; font-size: 32px"></div>`);
    const el = create('solidarity-trend', {src: src(held), lang: 'en'});
    page.append(el);
    await el.updateComplete;
    fold(el, 'table').open = true;
    for (const number of el.shadowRoot!.querySelectorAll('td data'))
      expect(number.getClientRects(), number.textContent).to.have.length(1);
  });

  it('has the ring of the focus around the labels of the chart, not through them', async () => {
    const el = await trend();
    const {left, top, right, bottom} = part(el, 'chart')!.getBoundingClientRect();
    for (const text of part(el, 'plot')!.querySelectorAll('text')) {
      const box = boxOf(text);
      // Engines differ in parts of a pixel.
      const isIn = box.left > left - 1 && box.right < right + 1 && box.top > top - 1 && box.bottom < bottom + 1;
      expect(isIn, text.textContent).to.equal(true);
    }
  });

  it('reads two titles, and a title before a note, in the direction of the whole', async () => {
    const names = {title: {ar: 'نص'}, definition: {ar: 'نص'}, note: {ar: 'نص'}, history: []};
    const el = await trend({lang: 'ar', compare: 'women'}, {...held, ...names}, {...women, ...names});
    const places = (name: string) =>
      [...part(el, name)!.querySelectorAll('bdi')].map((node) => node.getBoundingClientRect().left);
    for (const name of ['heading', 'note']) {
      const [first, second] = places(name);
      expect(first!, name).to.be.above(second!);
    }
  });

  it('has an edge around a warning in forced colours', async function () {
    const el = await trend({}, {...held, staleAfterDays: 1});
    const width = () => getComputedStyle(part(el, 'status')!).borderBlockStartWidth;
    expect(width()).to.equal('0px');
    if (!(await executeServerCommand('media', {'forced-colors': 'active'}))) return this.skip();
    expect(width()).to.equal('1px');
    await executeServerCommand('media', {});
  });

  it('is accessible', async () => {
    const el = await trend({compare: 'women'});
    for (const details of el.shadowRoot!.querySelectorAll('details')) details.open = true;
    await expect(el).to.be.accessible();
  });

  it('does nothing when it is no longer in the page', async () => {
    const el: SolidarityTrend = await trend();
    el.remove();
    el.look = 'memorial';
    await el.updateComplete;
    expect(el.isConnected).to.equal(false);
  });
});
