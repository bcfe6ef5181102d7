import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/define/solidarity-counter.js';
import {describeFigure} from '../../src/describe/figure.js';
import type {SolidarityElement} from '../../src/elements/solidarity-element.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {contextOf, figureOf, text} from '../support/describe.js';

const LOCALES = ['en', ...Object.keys(loaders)];
const inAll = (words: string) => Object.fromEntries(LOCALES.map((tag) => [tag, words]));

/** Each kind of sentence. */
const FIGURES = ['exact', 'at-least', 'more-than'].flatMap((qualifier) =>
  ['political-prisoner', undefined].flatMap((unit) =>
    [2, 1140].map((value) =>
      figureOf({
        qualifier,
        unit,
        value,
        title: inAll('Title'),
        definition: inAll('Definition'),
        source: {name: inAll('S')},
      }),
    ),
  ),
);

describe('<solidarity-counter> says what a figure’s description says', () => {
  let clock: ReturnType<typeof fakeClock>;
  before(() => {
    clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
  });
  after(() => clock.uninstall());

  for (const tag of LOCALES)
    it(`in ${tag}`, async () => {
      const sources = FIGURES.map((figure) => inlineFeed(feedOf({figures: [figure]})));
      const all = await fixture<HTMLElement>(
        html`<div lang=${tag}>
          ${sources.map((src) => html`<solidarity-counter src=${src}></solidarity-counter>`)}
        </div>`,
      );
      const counters = [...all.querySelectorAll<SolidarityElement>('solidarity-counter')];
      await Promise.all(counters.map((counter) => counter.updateComplete));
      const shown = counters.map(({shadowRoot}) =>
        ['heading', 'sentence', 'about'].map((name) =>
          shadowRoot!.querySelector(`[part~=${name}]`)!.textContent!.replace(/\s+/g, ' ').trim(),
        ),
      );
      const context = await contextOf(tag);
      const described = FIGURES.map((figure) => {
        const {title, sentence, source} = describeFigure(figure, context);
        return [title.text, text(sentence), text(source)];
      });
      expect(shown).to.deep.equal(described);
    });
});
