import {expect, fixture, fixtureSync, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {create, isFallback, part, plain, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {correction, held, women} from '../support/samples.js';
import {nextTask, until} from '../support/wait.js';

const src = (...figures: object[]) => inlineFeed(feedOf({figures}));
const counter = (attributes: Parameters<typeof create>[1] = {}, ...figures: object[]) =>
  show('solidarity-counter', {src: src(...(figures.length ? figures : [held, women])), ...attributes});

describe('<solidarity-counter>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock('2026-03-20T12:00:00Z');
  });
  afterEach(() => clock.uninstall());

  it('shows the first figure with title, qualifier, number, unit, date and source', async () => {
    const el = await counter();
    expect(words(el, 'heading')).to.equal('Political prisoners');
    expect(words(el, 'sentence')).to.equal('At least 1,140 people on 5 March 2026');
    expect(['qualifier', 'count', 'unit'].map((name) => words(el, name))).to.deep.equal([
      'At least',
      '1,140',
      'people on 5 March 2026',
    ]);
    expect(words(el, 'footer')).to.equal('Source: Pozirk Who is counted?');
    expect(part(el, 'count')).to.have.attribute('value', '1140');
    expect(part(el, 'count')).to.have.attribute('translate', 'no');
    expect(el.shadowRoot!.querySelector('time')).to.have.attribute('datetime', '2026-03-05');
    expect(words(el, 'definition')).to.contain('In custody and recognised.');
  });

  it('links the source without telling it anything about the reader', async () => {
    const link = part(await counter(), 'link')!;
    expect(link).to.have.attribute('href', 'https://pozirk.example/1');
    expect(link).to.have.attribute('rel', 'noopener noreferrer external nofollow');
    expect(link).to.have.attribute('referrerpolicy', 'no-referrer');
  });

  it('names a source without an address, and links nothing', async () => {
    const el = await counter({}, {...held, source: {name: 'AP'}});
    expect(words(el, 'about')).to.equal('Source: AP');
    expect(part(el, 'link')).to.equal(null);
  });

  describe('a correction', () => {
    const shown = async (corrections: unknown, figures: object[] = [held, women], figure?: string) => {
      const el = await show('solidarity-counter', {src: inlineFeed(feedOf({figures, corrections})), figure});
      expect(!!part(el, 'count')).to.equal(figures.length > 0);
      if (part(el, 'correction')) expect(part(el, 'base')).to.have.attribute('lang', 'en');
      return words(el, 'correction');
    };

    it('is shown with its date beside its figure, and beside no other', async () => {
      expect(await shown([correction])).to.equal('Correction, 10 March 2026: Twelve were counted twice.');
      expect(await shown([correction], undefined, 'women')).to.equal(undefined);
    });

    it('is the newest one, and is shown for thirty days', async () => {
      const later = {...correction, id: 'later', date: '2026-03-15', text: 'And one more.'};
      expect(await shown([later, correction])).to.equal('Correction, 15 March 2026: And one more.');
      expect(await shown([{...correction, date: '2026-02-18'}])).to.match(/^Correction, 18 February/);
      expect(await shown([{...correction, date: '2026-02-17'}])).to.equal(undefined);
    });

    it('that withdrew a figure is a dated one when the figure is published again', async () => {
      const gone = {...correction, text: 'Withdrawn by its source.', retracted: true, title: 'Political prisoners'};
      expect(await shown([gone])).to.equal('Correction, 10 March 2026: Withdrawn by its source.');
    });

    it('says which number was wrong', async () => {
      expect(await shown([{...correction, was: 1152, is: 1140}])).to.equal(
        'Correction, 10 March 2026: 1,140, not 1,152. Twelve were counted twice.',
      );
    });

    it('of another section is not shown, although the id is the same', async () => {
      expect(await shown([{...correction, section: 'figures'}])).to.match(/Twelve/);
      expect(await shown([{...correction, section: 'ways'}])).to.equal(undefined);
    });

    it('that is invalid does not hide the number', async () => {
      expect(await shown([{...correction, text: 7}])).to.equal(undefined);
      expect(await shown('nothing')).to.equal(undefined);
    });

    it('replaces a figure that was withdrawn, however long ago', async () => {
      const gone = {...correction, date: '2025-03-10', text: 'Withdrawn by its source.', retracted: true};
      expect(await shown([gone], [])).to.equal('Withdrawn, 10 March 2025: Withdrawn by its source.');
      expect(await shown([{...gone, title: 'Political prisoners'}], [])).to.equal(
        'Withdrawn: Political prisoners. Withdrawn by its source.',
      );
      const el = await show('solidarity-counter', {
        src: inlineFeed(
          feedOf({figures: [], corrections: [{...gone, text: {en: 'A mistake.', be: 'Памылка.'}, title: 'Women'}]}),
        ),
        lang: 'be',
      });
      expect(words(el, 'correction'), 'in one language').to.equal('Withdrawn: Women. A mistake.');
      expect(await shown([gone]), 'not beside a newer figure').to.equal(undefined);
      expect(await shown([correction], []), 'only a correction that withdraws').to.equal(undefined);
    });
  });

  it('is a group with the title as its name; inline it is part of the sentence around it', async () => {
    const roleOf = async (variant: string) => {
      const el = await counter({variant});
      const base = part(el, 'base')!;
      const named = el.shadowRoot!.getElementById(base.getAttribute('aria-labelledby') ?? '');
      return [base.getAttribute('role'), named?.getAttribute('part') ?? null];
    };
    for (const variant of ['card', 'headline']) expect(await roleOf(variant)).to.deep.equal(['group', 'heading']);
    for (const variant of ['badge', 'inline']) expect(await roleOf(variant)).to.deep.equal([null, null]);
    const inline = await counter({variant: 'inline'});
    expect(
      [...inline.shadowRoot!.querySelectorAll('[part~=base] > :not([popover])')].map(({localName}) => localName),
    ).to.deep.equal(['span', 'span', 'button']);
  });

  for (const [heading, tag] of [
    [undefined, 'p'],
    ['2', 'h2'],
    ['6', 'h6'],
    ['1', 'p'],
    ['7', 'p'],
    ['two', 'p'],
  ] as const)
    it(`has its title in <${tag}> with heading ${heading ?? 'absent'}`, async () => {
      expect(part(await counter({heading}), 'heading')!.localName).to.equal(tag);
    });

  for (const [value, qualifier, sentence] of [
    [1, 'exact', '1 person'],
    [0, 'exact', '0 people'],
    [13700, 'exact', '13,700 people'],
    [1, 'more-than', 'More than 1 person'],
    [1370, 'more-than', 'More than 1,370 people'],
    [1140, 'at-least', 'At least 1,140 people'],
  ] as const)
    it(`shows “${sentence}”`, async () => {
      const el = await counter({}, {...held, value, qualifier});
      expect(words(el, 'sentence')).to.equal(`${sentence} on 5 March 2026`);
      expect(!!part(el, 'qualifier')).to.equal(qualifier !== 'exact');
    });

  it('shows another figure with its title', async () => {
    const el = await counter({figure: 'women'});
    expect(words(el, 'heading')).to.equal('Women political prisoners');
    expect(words(el, 'sentence')).to.equal('167 on 5 March 2026');
  });

  it('shows a figure without a unit with its title, whatever its id', async () => {
    const el = await counter({}, {...held, unit: undefined, title: 'Journalists held', value: 30});
    expect([words(el, 'heading'), words(el, 'sentence')]).to.deep.equal([
      'Journalists held',
      'At least 30 on 5 March 2026',
    ]);
  });

  it('shows the fallback content and fires an error if the feed lacks the figure', async () => {
    const el = create('solidarity-counter', {src: src(held), figure: 'minors'});
    const failed = oneEvent(el, 'error') as unknown as Promise<SolidarityErrorEvent>;
    await fixture(html`${el}`);
    const {reason, message} = await failed;
    expect([reason, message]).to.deep.equal(['missing', '/figures minors']);
    expect(el).shadowDom.to.equal('<slot></slot>');
    expect(el.matches(':state(failed)')).to.equal(true);
  });

  for (const variant of ['card', 'badge', 'inline'] as const)
    it(`shows the definition on request, and hides it again, as ${variant}`, async () => {
      const el = await counter({variant});
      const button = () => el.shadowRoot!.querySelector('button')!;
      const state = () => [
        button().getAttribute('aria-expanded'),
        part(el, 'definition')!.getBoundingClientRect().height > 0,
      ];
      expect(state()).to.deep.equal(['false', false]);
      const {top, left} = button().getBoundingClientRect();
      button().click();
      expect(state()).to.deep.equal(['true', true]);
      const after = button().getBoundingClientRect();
      expect([after.top, after.left], 'the button stays where it is').to.deep.equal([top, left]);
      expect(words(el, 'definition')).to.equal('In custody and recognised.');
      clock.uninstall();
      await expect(el).to.be.accessible();
      // A new rendering keeps it open.
      el.lang = 'be';
      await until(() => words(el, 'definition')!.includes('Пад вартай'));
      expect(state()).to.deep.equal(['true', true]);
      button().click();
      await until(() => button().getAttribute('aria-expanded') === 'false');
      expect(state()).to.deep.equal(['false', false]);
    });

  it('has closed its definition when it is put back, and leaves the page’s popover open', async () => {
    const el = await counter();
    const menu = fixtureSync<HTMLElement>(html`<div popover>Menu</div>`);
    const home = el.parentElement!;
    el.shadowRoot!.getElementById('panel')!.showPopover();
    // The state of the panel is told by an event.
    await nextTask();
    el.remove();
    menu.showPopover();
    home.append(el);
    await el.updateComplete;
    const button = el.shadowRoot!.getElementById('definition')!;
    expect(
      [menu, el.shadowRoot!.getElementById('panel')!].map((panel) => panel.matches(':popover-open')).join(),
    ).to.equal('true,false');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    menu.hidePopover();
  });

  it('shows the definition at its button', async () => {
    const el = await counter();
    const button = el.shadowRoot!.querySelector('button')!;
    button.click();
    const [above, panel] = [button.getBoundingClientRect(), part(el, 'definition')!.getBoundingClientRect()];
    // Engines without anchors show it in the middle of the window.
    if (CSS.supports('position-area', 'block-end')) expect(panel.top - above.bottom).to.be.within(0, 8);
    expect(panel.left).to.be.at.least(0);
    expect(panel.right).to.be.at.most(innerWidth);
  });

  const NOTE = '250 were released later.';
  const CHANGED = 'The number may have changed since then.';
  for (const [today, note, status] of [
    ['2026-04-04', undefined, undefined],
    ['2026-04-04', NOTE, undefined],
    ['2026-04-05', undefined, 'An update is due.'],
    ['2026-04-19', NOTE, `An update is due. ${NOTE}`],
    ['2026-04-20', undefined, `Out of date. ${CHANGED}`],
    ['2026-04-20', NOTE, `Out of date. ${NOTE}`],
  ] as const)
    it(`shows ${status ? `“${status}”` : 'no remark on its age'} on ${today}`, async () => {
      clock.setSystemTime(new Date(`${today}T12:00:00Z`));
      const isStale = !!status?.startsWith('Out');
      const el = await counter({}, {...held, note});
      expect(words(el, 'status')).to.equal(status);
      expect(words(el, 'note')).to.equal(status ? undefined : note);
      expect([el.matches(':state(ready)'), el.matches(':state(stale)')]).to.deep.equal([true, isStale]);
      // Directly beneath the figure.
      if (status) expect(part(el, 'status')!.previousElementSibling!.getAttribute('part')).to.equal('figure sentence');
      // On the face of badges and inline ones, too.
      for (const variant of ['badge', 'inline']) {
        const compact = await counter({variant}, {...held, note});
        expect(words(compact, 'about')).to.equal(`(Pozirk, 5 March 2026${isStale ? ', out of date' : ''})`);
      }
    });

  it('that is out of date has no red zone, and its number the colour of text', async () => {
    const colours = async (today: string) => {
      clock.setSystemTime(new Date(`${today}T12:00:00Z`));
      const el = await counter({theme: 'light', style: '--solidarity-number: #fff'});
      const {color} = getComputedStyle(part(el, 'count')!);
      return [getComputedStyle(part(el, 'figure')!).backgroundColor, color, getComputedStyle(part(el, 'base')!).color];
    };
    expect((await colours('2026-03-20')).slice(0, 2)).to.deep.equal(['rgb(200, 16, 46)', 'rgb(255, 255, 255)']);
    const [zone, number, text] = await colours('2026-06-01');
    expect([zone, number]).to.deep.equal(['rgba(0, 0, 0, 0)', text]);
  });

  it('shows the note of a figure', async () => {
    const el = await counter({}, {...held, note: '250 were released later.'});
    expect(words(el, 'note')).to.equal('250 were released later.');
  });

  describe('change', () => {
    const exact = {...held, qualifier: undefined};
    const changeOf = async (change: string, figure: object = exact) => words(await counter({change}, figure), 'change');

    it('compares with the last count a year before', async () => {
      expect(await changeOf('')).to.equal('94 fewer than on 28 February 2025');
    });

    it('compares with a date', async () => {
      expect(await changeOf('2025-12-31')).to.equal('9 more than on 31 December 2025');
    });

    it('says that the number is the same', async () => {
      expect(await changeOf('', {...exact, value: 1234})).to.equal('The same number as on 28 February 2025');
    });

    it('is not shown without a count near the date', async () => {
      expect(await changeOf('2025-08-09')).to.equal(undefined);
    });

    it('shows both counts if one of them is a bound', async () => {
      expect(await changeOf('2024-08-20')).to.equal('From more than 1,370 on 9 August 2024 to 1,140 on 5 March 2026');
      expect(await changeOf('', held)).to.equal('From 1,234 on 28 February 2025 to at least 1,140 on 5 March 2026');
    });
  });

  describe('trend', () => {
    /** The history of `held` rises to a peak, and falls. */
    const history = [{date: '2023-08-09', value: 1200, source: {name: 'Office'}}, ...held.history];
    const labels = (el: Element) =>
      [...part(el, 'chart')!.querySelectorAll('b, span, time')].map((node) => plain(node.textContent!));

    it('draws the history, and labels its first, highest and newest count with their qualifiers', async () => {
      const el = await counter({trend: true}, {...held, history});
      const chart = part(el, 'chart')!;
      expect(chart).to.have.attribute('role', 'img');
      expect(chart).to.have.attribute(
        'aria-label',
        'From 1,200 on 9 August 2023 to at least 1,140 on 5 March 2026. Peak: more than 1,370 (9 August 2024)',
      );
      expect(labels(el)).to.deep.equal([
        '> 1,370 · 9 August 2024',
        '9 August 2024',
        '1,200',
        '1,140+',
        '9 August 2023',
        '5 March 2026',
      ]);
    });

    it('says a peak at an end once', async () => {
      const el = await counter({trend: true});
      expect(part(el, 'chart')).to.have.attribute(
        'aria-label',
        'From more than 1,370 on 9 August 2024 to at least 1,140 on 5 March 2026',
      );
      expect(labels(el)).to.deep.equal(['> 1,370', '1,140+', '9 August 2024', '5 March 2026']);
    });

    it('draws no line where the counts differ by less than a tenth', async () => {
      const near = (value: number) => [{date: '2024-08-09', value, source: {name: 'Office'}}];
      expect(part(await counter({trend: true}, {...held, value: 900, history: near(991)}), 'chart')).to.equal(null);
      expect(!!part(await counter({trend: true}, {...held, value: 900, history: near(1000)}), 'chart')).to.equal(true);
    });

    for (const width of [200, 320, 640, 1000])
      it(`has its labels beside the points, and is not flat, ${width} px wide`, async () => {
        const el = await counter({trend: true, style: `inline-size: ${width}px`}, {...held, history});
        const boxOf = (node: Element) => node.getBoundingClientRect();
        const textBoxOf = (node: Element) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return range.getBoundingClientRect();
        };
        const plot = boxOf(part(el, 'chart')!.querySelector('svg')!);
        expect(plot.width / plot.height).to.be.at.most(5);
        const [first, last] = [...part(el, 'chart')!.querySelectorAll('b')];
        for (const [label, value] of [
          [first, 1200],
          [last, 1140],
        ] as const) {
          const {top, bottom} = textBoxOf(label!);
          expect((top + bottom) / 2).to.be.closeTo(plot.top + plot.height * (1 - value / 1370), 1.5);
        }
        expect(boxOf(first!).right).to.be.at.most(plot.left);
        expect(boxOf(last!).left).to.be.at.least(plot.right);
      });

    it('goes in the direction of the language', async () => {
      const inArabic = {...held, history, title: {ar: 'سجناء'}, definition: {ar: 'محتجزون'}};
      const el = await counter({trend: true, lang: 'ar'}, inArabic);
      expect(part(el, 'base')).to.have.attribute('dir', 'rtl');
      const [first, last] = [...part(el, 'chart')!.querySelectorAll('b')].map(
        (node) => node.getBoundingClientRect().left,
      );
      expect(first).to.be.greaterThan(last!);
      expect(getComputedStyle(part(el, 'chart')!.querySelector('svg')!).transform).to.equal(
        'matrix(-1, 0, 0, 1, 0, 0)',
      );
    });
  });

  it('is part of a sentence of the page', async () => {
    const el = create('solidarity-counter', {variant: 'inline', src: src(held)});
    fixtureSync(html`<p>Today ${el} are held.</p>`);
    await el.updateComplete;
    expect(getComputedStyle(el).display).to.equal('inline');
    expect(words(el, 'sentence')).to.equal('at least 1,140 political prisoners');
    expect(words(el, 'about')).to.equal('(Pozirk, 5 March 2026)');
    clock.uninstall();
    await expect(el).to.be.accessible();
  });

  it('fires load once for each feed that it shows', async () => {
    const el = create('solidarity-counter', {src: src(held)});
    const events: Event[] = [];
    el.addEventListener('load', (event) => events.push(event));
    await fixture(html`${el}`);
    await el.updateComplete;
    expect(events.map(({bubbles}) => bubbles)).to.deep.equal([false]);
    el.requestUpdate();
    await el.updateComplete;
    expect(events).to.have.length(1);
    el.src = src({...held, value: 1000});
    await el.updateComplete;
    expect(events).to.have.length(2);
  });

  it('fires error with the place in the feed, and shows the fallback content, if a count is invalid', async () => {
    const el = create('solidarity-counter', {src: src({...held, value: -5})});
    const failed = oneEvent(el, 'error') as unknown as Promise<SolidarityErrorEvent>;
    await fixture(html`${el}`);
    const {reason, message} = await failed;
    expect([reason, message]).to.deep.equal(['section', '/figures/0/value is wrong']);
    expect(isFallback(el)).to.equal(true);
  });

  for (const variant of ['card', 'headline', 'badge'] as const)
    it(`is accessible as ${variant}, in light and dark`, async () => {
      for (const theme of ['light', 'dark']) {
        const el = await counter({theme, variant, trend: true, change: ''});
        clock.uninstall();
        await expect(el).to.be.accessible();
      }
    });
});
