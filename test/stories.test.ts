import {expect, fixture} from '@open-wc/testing';
import {html, type LitElement, type TemplateResult} from 'lit';
import * as banner from '../stories/solidarity-banner.stories.js';
import * as countdown from '../stories/solidarity-countdown.stories.js';
import * as counter from '../stories/solidarity-counter.stories.js';
import * as ways from '../stories/solidarity-ways.stories.js';

type Render = (args: object) => TemplateResult;
type Story = (change?: {args?: object}) => TemplateResult;
type Decorator = (story: Story, context: {args: object}) => TemplateResult;
interface Parts {
  args?: object;
  render?: Render;
  decorators?: Decorator[];
}

/** A story as Storybook puts it together, without Storybook: its own decorators innermost. */
const render = (meta: Parts, story: Parts): TemplateResult => {
  const args = {...meta.args, ...story.args};
  const inner: Story = (change) => (story.render ?? meta.render!)({...args, ...change?.args});
  return [...(story.decorators ?? []), ...(meta.decorators ?? [])].reduce<Story>(
    (within, decorator) => () => decorator(within, {args}),
    inner,
  )();
};

const {now} = Date;

for (const {default: meta, ...stories} of [banner, countdown, counter, ways] as unknown as {
  default: Parts & {title: string};
}[])
  describe(meta.title, () => {
    afterEach(() => (Date.now = now));

    for (const [name, story] of Object.entries(stories) as unknown as [string, Parts][])
      it(`${name} has no fault that axe could find`, async () => {
        const page = await fixture<HTMLElement>(html`<div>${render(meta, story)}</div>`);
        const elements = [...page.querySelectorAll<LitElement>('*')].filter(({localName}) =>
          localName.startsWith('solidarity-'),
        );
        expect(elements).to.not.be.empty;
        if (name !== 'Loading') await Promise.all(elements.map((element) => element.updateComplete));
        const state = {Failed: 'failed', Empty: 'failed', Loading: 'loading'}[name];
        for (const element of elements)
          expect(element.matches(state ? `:state(${state})` : ':is(:state(ready), :state(stale))')).to.equal(true);
        await expect(page).to.be.accessible();
        // Thirty-five elements in one story, and three engines at work.
      }).timeout(60_000);
  });
