import {expect} from '@open-wc/testing';
import {holdsPage} from '../../src/elements/fallback.js';

/** Elements with content, whose custom elements are not defined. */
const holds = (content: string) => {
  const host = document.implementation.createHTMLDocument().createElement('div');
  host.innerHTML = content;
  return holdsPage(host, [1, 1000]);
};

describe('fallback content', () => {
  for (const content of [
    'About 1,100 political prisoners',
    '<p>One <b>paragraph</b> with a <a href="#">link</a><br>and a second line</p>',
    '<a href="#"><img alt="About 1,100" src="data:,"></a><p>Source: <cite>Viasna</cite></p>',
    '<img alt="About 1,100" src="data:,"><p>As of today</p>',
    '<a href="#"><picture><source srcset="data:,"><img alt="About 1,100" src="data:,"></picture></a>',
    '<picture><img alt="About 1,100" src="data:,"></picture>',
    '<svg><path d="M0 0"/></svg><ul><li>One</li><li>Two</li></ul>',
    '<details><summary>One</summary><p>Two</p><p>Three</p></details>',
    '<h5 slot="title">The vigil</h5><p>On 24 December</p>',
    '<solidarity-counter>About 1,100</solidarity-counter>',
  ])
    it(`may be ${content}`, () => {
      expect(holds(content)).to.equal(false);
    });

  for (const content of [
    '<p>One</p><p>Two</p>',
    '<article>One</article>',
    '<details><summary>One</summary></details><details><summary>Two</summary></details>',
    '<h5>One</h5><h6>Two</h6>',
    '<h5>One</h5><p>Two</p>',
    '<video controls></video><p>One</p>',
    '<audio controls></audio>',
    '<img src="data:,"><img src="data:,"><p>One</p>',
    '<picture></picture><picture></picture><p>One</p>',
    '<address>One</address><center>Two</center>',
    '<fieldset>One</fieldset><menu>Two</menu>',
    '<hgroup>One</hgroup><search>Two</search>',
    '<dialog>One</dialog><div>Two</div>',
    '<p><button>One</button></p>',
    '<label>One <input></label>',
    '<label>One <select></select></label>',
    '<label>One <textarea></textarea></label>',
    '<canvas></canvas>',
    '<object></object>',
    '<embed>',
    '<x-card>One</x-card>',
    '<span><x-card>One</x-card></span>',
  ])
    it(`is the page where it is ${content}`, () => {
      expect(holds(content)).to.equal(true);
    });
});
