import {expect, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../support/all-elements.js';
import {errorsOf, FALLBACK, isFallback, outline, seen, show, TAGS} from '../support/elements.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {sections} from '../support/samples.js';
import {nextTask} from '../support/wait.js';

describe('an element in another document, where it has no styles', () => {
  for (const tag of TAGS)
    it(`shows its fallback content, and is whole when it is back: ${tag}`, async () => {
      const el = await show(tag, {src: inlineFeed(feedOf(sections)), trend: true});
      const home = el.parentElement!;
      const errors = errorsOf(el);
      const sheets = () => el.shadowRoot!.adoptedStyleSheets.length;
      const [before, told] = [sheets(), outline(el).join()];
      const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="Another document"></iframe>`);
      await nextTask();
      frame.contentDocument!.body.append(el);
      await nextTask();
      expect([seen(el), sheets(), errors].join()).to.equal([FALLBACK, 0, 'internal'].join());
      home.append(el);
      await nextTask();
      await el.updateComplete;
      expect([isFallback(el), sheets()].join()).to.equal([false, before].join());
      expect(outline(el).join()).to.equal(told);
    });
});
