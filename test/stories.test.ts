import {expect, fixture} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import * as banner from '../stories/solidarity-banner.stories.js';
import * as countdown from '../stories/solidarity-countdown.stories.js';
import * as counter from '../stories/solidarity-counter.stories.js';
import * as ways from '../stories/solidarity-ways.stories.js';
import {TAGS, type Tag} from './support/elements.js';

type Render = (args: object) => TemplateResult;
type Story = (change?: {args?: object}) => TemplateResult;
type Decorator = (story: Story, context: {args: object}) => TemplateResult;
interface Parts {
  args?: object;
  render?: Render;
  decorators?: Decorator[];
}

/** Renders a story as Storybook does, without Storybook: the story's own decorators are the innermost. */
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
      it(`${name} has no accessibility issue that axe finds`, async () => {
        const page = await fixture<HTMLElement>(html`<div>${render(meta, story)}</div>`);
        const elements = [...page.querySelectorAll<HTMLElementTagNameMap[Tag]>(TAGS.join())];
        expect(elements).to.not.be.empty;
        if (name !== 'Loading') await Promise.all(elements.map((element) => element.updateComplete));
        const state = {Failed: 'failed', Empty: 'failed', Loading: 'loading'}[name];
        for (const element of elements)
          expect(element.matches(state ? `:state(${state})` : ':is(:state(ready), :state(stale))')).to.equal(true);
        await expect(page).to.be.accessible();
        // One story has thirty-five elements, and three engines run at once.
      }).timeout(60_000);
  });
