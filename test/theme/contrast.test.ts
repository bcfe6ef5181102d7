import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../support/all-elements.js';
import {contrastOf, withText} from '../support/contrast.js';
import {create, part, TAGS, type Tag} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {correction, held, sections} from '../support/samples.js';

const LOOKS = ['campaign', 'newsroom', 'contrast', 'memorial'] as const;
const THEMES = ['light', 'dark'] as const;
/** The look's own, and some of partners: light, dark, and in between. */
const ACCENTS = [undefined, '#ffd200', '#003a70', '#777'] as const;

const FRESH = '2026-03-20T12:00:00Z';
const STALE = '2026-06-20T12:00:00Z';

const figure = {...held, note: '250 were released later.'};
const src = inlineFeed(feedOf({...sections, figures: [figure], corrections: [correction]}));

/** An element on a page of a theme. */
const shown = async (tag: Tag, theme: string, attributes: Record<string, string | undefined>, accent?: string) => {
  const el = create(tag, {src, ...attributes});
  if (accent) el.style.setProperty('--solidarity-accent', accent);
  fixtureSync(html`<div style="color-scheme: ${theme}; background: Canvas; color: CanvasText">${el}</div>`);
  await el.updateComplete;
  return el;
};

/** What has less contrast than it must have. */
const tooLow = (pairs: readonly (readonly [name: string, contrast: number, least: number])[]) =>
  pairs
    .filter(([, contrast, least]) => !(contrast >= least))
    .map(([name, contrast]) => `${name}: ${contrast.toFixed(2)}`);

const textPairs = (el: Element) =>
  withText(el).map((element) => [element.textContent!, contrastOf(element), 4.5] as const);

/** The colours of the accent, as buttons of any element use them. */
const accentPair = (el: Element) => {
  const probe = document.createElement('span');
  probe.style.cssText = 'background: var(--_accent); color: var(--_on-accent)';
  el.shadowRoot!.append(probe);
  const pair = ['text on the accent', contrastOf(probe), 4.5] as const;
  probe.remove();
  return pair;
};

describe('contrast', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock(FRESH);
  });
  afterEach(() => clock.uninstall());

  for (const look of LOOKS)
    for (const theme of THEMES) {
      for (const accent of ACCENTS)
        it(`of a counter in ${look}, ${theme}, ${accent ?? 'with the accent of the look'}`, async () => {
          for (const [today, name] of [
            [FRESH, 'note'],
            [STALE, 'status'],
          ] as const) {
            clock.setSystemTime(new Date(today));
            const el = await shown('solidarity-counter', theme, {look, trend: '', change: ''}, accent);
            expect(!!part(el, name)).to.equal(true);
            const link = part(el, 'link')!;
            link.focus();
            // Not in every engine without a keyboard.
            if (link.matches(':focus-visible')) expect(getComputedStyle(link).outlineStyle).to.equal('solid');
            const chart = part(el, 'chart')!.querySelector('svg')!;
            expect(
              tooLow([
                ...textPairs(el),
                accentPair(el),
                ['the chart', contrastOf(chart), 3],
                ['the focus ring', contrastOf(link, 'outlineColor'), 3],
              ]),
            ).to.deep.equal([]);
          }
        });

      for (const tag of TAGS)
        it(`of all text of ${tag} in ${look}, ${theme}`, async () => {
          const el = await shown(tag, theme, {look});
          expect(textPairs(el)).to.not.have.length(0);
          expect(tooLow(textPairs(el))).to.deep.equal([]);
        });

      for (const other of THEMES)
        it(`in ${look} with theme="${theme}" on a ${other} page`, async () => {
          const el = await shown('solidarity-counter', other, {look, theme, trend: '', change: ''});
          expect(tooLow(textPairs(el))).to.deep.equal([]);
        });
    }

  for (const look of LOOKS)
    it(`of an inline counter is that of the text around it, in ${look}`, async () => {
      const el = create('solidarity-counter', {src, look, variant: 'inline'});
      // A dark page that does not say so, as many themes are.
      fixtureSync(html`<p style="background: #222; color: #ddd">${el}</p>`);
      await el.updateComplete;
      const colours = new Set(withText(el).map((element) => getComputedStyle(element).color));
      expect([...colours]).to.deep.equal(['rgb(221, 221, 221)']);
    });

  it('is measured: a colour that cannot be read is found', async () => {
    const el = await shown('solidarity-counter', 'light', {style: '--solidarity-muted: #ccc'});
    expect(tooLow(textPairs(el)).join()).to.contain('Source');
  });
});
