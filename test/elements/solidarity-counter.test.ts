import {expect, fixture, fixtureSync, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {create, isFallback, part, show, words} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {correction, held, women} from '../support/samples.js';
import {until} from '../support/wait.js';

const src = (...figures: object[]) => inlineFeed(feedOf({figures}));
const counter = (attributes: Parameters<typeof create>[1] = {}, ...figures: object[]) =>
  show('solidarity-counter', {src: src(...(figures.length ? figures : [held, women])), ...attributes});

describe('<solidarity-counter>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock('2026-03-20T12:00:00Z');
  });
  afterEach(() => clock.uninstall());

  it('shows the first figure with qualifier, number, unit, date and source', async () => {
    const el = await counter();
    expect(words(el, 'sentence')).to.equal('At least 1,140 political prisoners');
    expect(words(el, 'about')).to.equal('As of 5 March 2026. Source: Pozirk');
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
    expect(words(el, 'about')).to.contain('Source: AP');
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
      expect(await shown([correction])).to.equal('10 March 2026: Twelve were counted twice.');
      expect(await shown([correction], undefined, 'women')).to.equal(undefined);
    });

    it('is the newest one, and is shown for thirty days', async () => {
      const later = {...correction, id: 'later', date: '2026-03-15', text: 'And one more.'};
      expect(await shown([later, correction])).to.equal('15 March 2026: And one more.');
      expect(await shown([{...correction, date: '2026-02-18'}])).to.match(/^18 February/);
      expect(await shown([{...correction, date: '2026-02-17'}])).to.equal(undefined);
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
      expect(await shown([gone], [])).to.equal('10 March 2025: Withdrawn by its source.');
      expect(await shown([gone]), 'not beside a newer figure').to.equal(undefined);
      expect(await shown([correction], []), 'only a correction that withdraws').to.equal(undefined);
    });
  });

  it('has one accessible name: number, unit, date and source', async () => {
    const el = await counter();
    const base = part(el, 'base')!;
    const named = base
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => el.shadowRoot!.getElementById(id)!);
    expect(base).to.have.attribute('role', 'group');
    expect(named.map((node) => node.getAttribute('part'))).to.deep.equal(['sentence', 'about']);
  });

  for (const [value, qualifier, sentence] of [
    [1, 'exact', '1 political prisoner'],
    [0, 'exact', '0 political prisoners'],
    [13700, 'exact', '13,700 political prisoners'],
    [1, 'more-than', 'More than 1 political prisoner'],
    [1370, 'more-than', 'More than 1,370 political prisoners'],
    [1140, 'at-least', 'At least 1,140 political prisoners'],
  ] as const)
    it(`shows “${sentence}”`, async () => {
      expect(words(await counter({}, {...held, value, qualifier}), 'sentence')).to.equal(sentence);
    });

  it('shows another figure with its title', async () => {
    expect(words(await counter({figure: 'women'}), 'sentence')).to.equal('Women political prisoners: 167');
  });

  it('shows a figure without a unit with its title, whatever its id', async () => {
    const el = await counter({}, {...held, unit: undefined, title: 'Journalists held', value: 30});
    expect(words(el, 'sentence')).to.equal('Journalists held: at least 30');
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
      const state = () => {
        const button = el.shadowRoot!.querySelector('button')!;
        return [button.getAttribute('aria-expanded'), button.nextElementSibling!.getBoundingClientRect().height > 0];
      };
      const click = () => el.shadowRoot!.querySelector('button')!.click();
      expect(state()).to.deep.equal(['false', false]);
      click();
      expect(state()).to.deep.equal(['true', true]);
      expect(words(el, 'definition')).to.contain('In custody and recognised.');
      clock.uninstall();
      await expect(el).to.be.accessible();
      // A new rendering keeps it open.
      el.lang = 'be';
      await until(() => words(el, 'definition')!.includes('Пад вартай'));
      expect(state()).to.deep.equal(['true', true]);
      click();
      expect(state()).to.deep.equal(['false', false]);
    });

  for (const [today, stale, status] of [
    ['2026-04-04', false, undefined],
    ['2026-04-05', false, 'A newer figure is due.'],
    ['2026-04-19', false, 'A newer figure is due.'],
    ['2026-04-20', true, 'This figure is old: the number may have changed since.'],
  ] as const)
    it(`shows ${status ? `“${status}”` : 'no remark on its age'} on ${today}`, async () => {
      clock.setSystemTime(new Date(`${today}T12:00:00Z`));
      const el = await counter();
      expect(words(el, 'status')).to.equal(status);
      expect([el.matches(':state(ready)'), el.matches(':state(stale)')]).to.deep.equal([true, stale]);
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

  it('draws the history, and describes it in words', async () => {
    const trend = part(await counter({trend: true}), 'trend')!;
    expect(trend).to.have.attribute('role', 'img');
    expect(trend).to.have.attribute(
      'aria-label',
      'From more than 1,370 on 9 August 2024 to at least 1,140 on 5 March 2026',
    );
    expect(trend.querySelectorAll('path')[1]!.getAttribute('d')!.match(/M/g)).to.have.length(4);
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
