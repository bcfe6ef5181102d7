import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import type {SolidarityErrorEvent} from '../../src/elements/solidarity-element.js';
import {feedOf, freezeAt, inlineFeed} from '../support/feed.js';

const held = {
  id: 'held',
  title: {en: 'Political prisoners', be: 'Палітвязні'},
  value: 1140,
  qualifier: 'at-least',
  asOf: '2026-03-05',
  source: {name: 'Pozirk', url: 'https://pozirk.example/1'},
  definition: {en: 'In custody and recognised.', be: 'Пад вартай і прызнаныя.'},
  history: [
    {date: '2024-08-09', value: 1370, qualifier: 'more-than', source: {name: 'Office'}},
    {date: '2025-02-28', value: 1234, source: {name: 'Viasna'}},
    {date: '2025-12-31', value: 1131, source: {name: 'Viasna'}},
  ],
};
const women = {...held, id: 'women', title: 'Women political prisoners', qualifier: undefined, value: 167, history: []};
const src = (...figures: object[]) => inlineFeed(feedOf({figures}));

const part = (el: Element, name: string) => el.shadowRoot!.querySelector(`[part~="${name}"]`);
const words = (el: Element, name: string) => part(el, name)?.textContent?.replace(/\s+/g, ' ').trim();

describe('<solidarity-counter>', () => {
  let thaw: () => void;
  beforeEach(() => (thaw = freezeAt('2026-03-20T12:00:00Z')));
  afterEach(() => thaw());

  it('shows the first figure with qualifier, number, unit, date and source', async () => {
    const el = await fixture(html`<solidarity-counter lang="en" src=${src(held, women)}></solidarity-counter>`);
    expect(words(el, 'sentence')).to.equal('At least 1,140 political prisoners');
    expect(words(el, 'about')).to.equal('As of March 5, 2026. Source: Pozirk');
    expect(part(el, 'count')).to.have.attribute('value', '1140');
    expect(part(el, 'count')).to.have.attribute('translate', 'no');
    expect(el.shadowRoot!.querySelector('time')).to.have.attribute('datetime', '2026-03-05');
    expect(words(el, 'definition')).to.contain('In custody and recognised.');
  });

  it('links the source without telling it who reads', async () => {
    const el = await fixture(html`<solidarity-counter src=${src(held)}></solidarity-counter>`);
    const link = part(el, 'link')!;
    expect(link).to.have.attribute('href', 'https://pozirk.example/1');
    expect(link).to.have.attribute('rel', 'noopener noreferrer external nofollow');
    expect(link).to.have.attribute('referrerpolicy', 'no-referrer');
  });

  it('names a source without an address in words alone', async () => {
    const el = await fixture(
      html`<solidarity-counter lang="en" src=${src({...held, source: {name: 'AP'}})}></solidarity-counter>`,
    );
    expect(words(el, 'about')).to.contain('Source: AP');
    expect(part(el, 'link')).to.equal(null);
  });

  describe('a correction', () => {
    const correction = {id: 'c', date: '2026-03-10', of: 'held', text: {en: 'Twelve were counted twice.'}};
    const shows = async (corrections: unknown, figures: object[] = [held, women], figure?: string) => {
      const feed = inlineFeed(feedOf({figures, corrections}));
      const el = await fixture(
        html`<solidarity-counter lang="en" src=${feed} .figure=${figure}>our words</solidarity-counter>`,
      );
      expect(!!part(el, 'count')).to.equal(figures.length > 0);
      if (part(el, 'correction')) expect(part(el, 'base')).to.have.attribute('lang', 'en');
      return words(el, 'correction');
    };

    it('stands beside its figure, with its date', async () => {
      expect(await shows([correction])).to.equal('March 10, 2026: Twelve were counted twice.');
      expect(await shows([correction], undefined, 'women')).to.equal(undefined);
    });

    it('is the newest one, for thirty days', async () => {
      const later = {...correction, id: 'd', date: '2026-03-15', text: 'And one more.'};
      expect(await shows([later, correction])).to.equal('March 15, 2026: And one more.');
      expect(await shows([{...correction, date: '2026-02-18'}])).to.match(/^February 18/);
      expect(await shows([{...correction, date: '2026-02-17'}])).to.equal(undefined);
    });

    it('is of a figure, not of a way or a person of the same id', async () => {
      expect(await shows([{...correction, section: 'figures'}])).to.match(/Twelve/);
      expect(await shows([{...correction, section: 'ways'}])).to.equal(undefined);
    });

    it('does not take the number away where it is broken', async () => {
      expect(await shows([{...correction, text: 7}])).to.equal(undefined);
      expect(await shows('nothing')).to.equal(undefined);
    });

    it('stands in the place of a figure that was withdrawn, however long ago', async () => {
      const gone = {...correction, date: '2025-03-10', text: 'Withdrawn by its source.', retracted: true};
      expect(await shows([gone], [])).to.equal('March 10, 2025: Withdrawn by its source.');
      expect(await shows([gone]), 'not beside a newer figure').to.equal(undefined);
      expect(await shows([correction], []), 'a mere correction is no withdrawal').to.equal(undefined);
    });
  });

  it('has one accessible name: number, unit, date and source', async () => {
    const el = await fixture(html`<solidarity-counter src=${src(held)}></solidarity-counter>`);
    const base = part(el, 'base')!;
    const named = base
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => el.shadowRoot!.getElementById(id)!);
    expect(base).to.have.attribute('role', 'group');
    expect(named.map((node) => node.getAttribute('part'))).to.deep.equal(['sentence', 'about']);
  });

  for (const [value, qualifier, said] of [
    [1, 'exact', '1 political prisoner'],
    [0, 'exact', '0 political prisoners'],
    [13700, 'exact', '13,700 political prisoners'],
    [1, 'more-than', 'More than 1 political prisoner'],
    [1370, 'more-than', 'More than 1,370 political prisoners'],
    [1140, 'at-least', 'At least 1,140 political prisoners'],
  ] as const)
    it(`says “${said}”`, async () => {
      const el = await fixture(
        html`<solidarity-counter lang="en" src=${src({...held, value, qualifier})}></solidarity-counter>`,
      );
      expect(words(el, 'sentence')).to.equal(said);
    });

  for (const variant of ['card', 'badge', 'inline'] as const)
    it(`shows what is counted when asked, and hides it again, as ${variant}`, async () => {
      const el = await fixture<SolidarityCounter>(
        html`<solidarity-counter lang="en" variant=${variant} src=${src(held)}></solidarity-counter>`,
      );
      const button = el.shadowRoot!.querySelector('button')!;
      const told = button.nextElementSibling!;
      const seen = () => [button.getAttribute('aria-expanded'), told.getBoundingClientRect().height > 0];
      expect(seen()).to.deep.equal(['false', false]);
      button.click();
      expect(seen()).to.deep.equal(['true', true]);
      expect(told.textContent).to.contain('In custody and recognised.');
      await expect(el).to.be.accessible();
      // What is rendered anew meanwhile stays open.
      el.lang = 'be';
      await el.updateComplete;
      expect(seen()).to.deep.equal(['true', true]);
      button.click();
      expect(seen()).to.deep.equal(['false', false]);
    });

  it('shows another figure under its title', async () => {
    const el = await fixture(
      html`<solidarity-counter lang="en" figure="women" src=${src(held, women)}></solidarity-counter>`,
    );
    expect(words(el, 'sentence')).to.equal('Women political prisoners: 167');
  });

  it('keeps the page’s words where the feed lacks the figure, and says which', async () => {
    const el = await fixture(html`<solidarity-counter figure="minors" src=${src(held)}>Some</solidarity-counter>`);
    expect(el).shadowDom.to.equal('<slot></slot>');
    expect(el.matches(':state(failed)')).to.equal(true);
  });

  for (const [today, state, status] of [
    ['2026-04-04', 'ready', undefined],
    ['2026-04-05', 'ready', 'A newer figure is due.'],
    ['2026-04-19', 'ready', 'A newer figure is due.'],
    ['2026-04-20', 'stale', 'This figure is old: the number may have changed since.'],
  ] as const)
    it(`is ${state} on ${today} and says ${status ?? 'nothing of age'}`, async () => {
      thaw();
      thaw = freezeAt(`${today}T12:00:00Z`);
      const el = await fixture(html`<solidarity-counter lang="en" src=${src(held)}></solidarity-counter>`);
      expect(words(el, 'status')).to.equal(status);
      expect(el.matches(`:state(${state})`)).to.equal(true);
    });

  it('tells what happened after the count', async () => {
    const el = await fixture(
      html`<solidarity-counter src=${src({...held, note: '250 were released later.'})}></solidarity-counter>`,
    );
    expect(words(el, 'note')).to.equal('250 were released later.');
  });

  describe('change', () => {
    const changeOf = async (change: string, figure: object = held) => {
      const el = await fixture(
        html`<solidarity-counter lang="en" change=${change} src=${src(figure)}></solidarity-counter>`,
      );
      return words(el, 'change');
    };

    it('is counted from the real point a year before', async () => {
      expect(await changeOf('')).to.equal('94 fewer than on February 28, 2025');
    });

    it('is counted since a date', async () => {
      expect(await changeOf('2025-12-31')).to.equal('9 more than on December 31, 2025');
    });

    it('says when the number is the same', async () => {
      expect(await changeOf('', {...held, value: 1234})).to.equal('The same number as on February 28, 2025');
    });

    it('is not told where no point was counted near the date', async () => {
      expect(await changeOf('2025-08-09')).to.equal(undefined);
    });

    it('is not told against a bound such as “more than 1,370”', async () => {
      expect(await changeOf('2024-08-20')).to.equal(undefined);
    });
  });

  it('draws the history with its words', async () => {
    const el = await fixture(html`<solidarity-counter lang="en" trend src=${src(held)}></solidarity-counter>`);
    const svg = part(el, 'trend')!;
    expect(svg).to.have.attribute('role', 'img');
    expect(svg).to.have.attribute('aria-label', 'From 1,370 on August 9, 2024 to 1,140 on March 5, 2026');
    expect(svg.querySelectorAll('path')[1]!.getAttribute('d')!.match(/M/g)).to.have.length(4);
  });

  it('stands inside a sentence of the page', async () => {
    const p = await fixture(
      html`<p>
        Today <solidarity-counter lang="en" variant="inline" src=${src(held)}>many</solidarity-counter> are held.
      </p>`,
    );
    const el = p.querySelector('solidarity-counter')!;
    await el.updateComplete;
    expect(getComputedStyle(el).display).to.equal('inline');
    expect(words(el, 'sentence')).to.equal('at least 1,140 political prisoners');
    expect(words(el, 'about')).to.equal('(Pozirk, March 5, 2026)');
    await expect(el).to.be.accessible();
  });

  it('goes on with a number that a page translator has replaced', async () => {
    const el = await fixture<HTMLElement & {src: string; updateComplete: Promise<boolean>}>(
      html`<solidarity-counter lang="en" src=${src(held)}></solidarity-counter>`,
    );
    const count = part(el, 'count')!;
    count.replaceChildren(Object.assign(document.createElement('font'), {textContent: '1,140'}));
    el.src = src({...held, value: 1000});
    await el.updateComplete;
    expect(words(el, 'count')).to.equal('1,000');
  });

  it('counts up to the number, and a reader who prefers reduced motion has it at once', async () => {
    const el = await fixture(html`<solidarity-counter lang="en" count-up src=${src(held)}></solidarity-counter>`);
    const count = part(el, 'count')!;
    while (count.textContent !== '1,140') await new Promise(requestAnimationFrame);
    expect(words(el, 'sentence')).to.equal('At least 1,140 political prisoners');
  });

  it('fires load when it shows, once', async () => {
    const el = document.createElement('solidarity-counter');
    el.src = src(held);
    const loaded = oneEvent(el, 'load');
    document.body.append(el);
    expect((await loaded).bubbles).to.equal(false);
    el.remove();
  });

  it('fires error with the place in the feed when a count is no sane number', async () => {
    const el = document.createElement('solidarity-counter');
    el.textContent = 'More than a thousand';
    el.src = src({...held, value: -5});
    const failed = oneEvent(el, 'error') as unknown as Promise<SolidarityErrorEvent>;
    document.body.append(el);
    const {reason, message} = await failed;
    expect([reason, message]).to.deep.equal(['section', '/figures/0/value is wrong']);
    expect(el).shadowDom.to.equal('<slot></slot>');
    el.remove();
  });

  for (const variant of ['card', 'headline', 'badge'] as const)
    it(`is accessible as a ${variant}, in light and dark`, async () => {
      for (const theme of ['light', 'dark']) {
        const el = await fixture(
          html`<solidarity-counter
            lang="en"
            theme=${theme}
            variant=${variant}
            trend
            change=""
            src=${src(held)}
          ></solidarity-counter>`,
        );
        await expect(el).to.be.accessible();
      }
    });
});
