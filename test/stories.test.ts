import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import * as feed from '../stories/feed.stories.js';
import * as banner from '../stories/solidarity-banner.stories.js';
import * as countdown from '../stories/solidarity-countdown.stories.js';
import * as counter from '../stories/solidarity-counter.stories.js';
import * as events from '../stories/solidarity-events.stories.js';
import * as photos from '../stories/solidarity-photos.stories.js';
import * as ways from '../stories/solidarity-ways.stories.js';
import {compose, LOOKS, type Meta, type Story} from '../stories/stage.js';
import * as theming from '../stories/theming.stories.js';
import {TAGS, type Tag} from './support/elements.js';

/** What looks and themes change: the rest of axe's rules read the markup, which is the same in all of them. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** What looks change in every theme alike. */
const SIZE_RULES = ['target-size'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly html: string; readonly failureSummary?: string}[];
}

declare const axe: {
  run(page: Element, options: object): Promise<{readonly violations: readonly Violation[]}>;
};

/** What axe finds by some rules; `accessible()`, which loads axe, has always all of them. */
const findings = async (page: Element, rules: readonly string[]) => {
  const {violations} = await axe.run(page, {runOnly: rules, resultTypes: ['violations']});
  return violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`));
};

/** No story is a page that nobody scrolls through, in px. */
const TALLEST = 12_000;

const THEMES = ['light', 'dark'];

/** The state of the elements in a story, by what it fixes. */
const stateOf = ({globals, name = ''}: Story) =>
  name.startsWith('Failed') || ['offline', 'broken', 'signature'].includes(globals?.feed ?? '')
    ? 'failed'
    : globals?.feed === 'loading'
      ? 'loading'
      : 'ready';

for (const {default: meta, ...stories} of [
  banner,
  countdown,
  counter,
  events,
  photos,
  ways,
  feed,
  theming,
] as unknown as {
  default: Meta;
}[])
  describe(meta.title, () => {
    for (const [name, story] of Object.entries(stories) as unknown as [string, Story][])
      it(`${name} has no accessibility issue that axe finds, in any look and theme`, async () => {
        const page = compose(meta, story);
        await fixture(html`${page}`);
        const elements = [...page.querySelectorAll<HTMLElementTagNameMap[Tag]>(TAGS.join())];
        expect(elements).to.not.be.empty;
        const rendered = () =>
          Promise.all(elements.map((element) => stateOf(story) !== 'loading' && element.updateComplete));
        await rendered();
        for (const element of elements) expect(element.matches(`:state(${stateOf(story)})`)).to.equal(true);
        expect(page.scrollHeight).to.be.below(TALLEST);
        await expect(page).to.be.accessible();
        const fixed = new Set(elements.filter((element) => element.look));
        const {globals} = story;
        for (const theme of globals?.theme ? [globals.theme] : THEMES)
          for (const look of globals?.look ? [globals.look] : LOOKS) {
            page.style.colorScheme = theme;
            for (const element of elements) if (!fixed.has(element)) element.look = look as 'campaign';
            await rendered();
            const rules = theme === 'dark' ? COLOUR_RULES : [...COLOUR_RULES, ...SIZE_RULES];
            expect(await findings(page, rules), `${look}, ${theme}`).to.deep.equal([]);
          }
        // One story has thirty-five elements, and three engines run at once.
      }).timeout(120_000);
  });
