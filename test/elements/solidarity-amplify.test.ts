import {expect, fixture} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-amplify.js';
import type {SolidarityAmplify} from '../../src/elements/solidarity-amplify.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {inEveryLanguage} from '../support/describe.js';
import {
  HIDDEN_LETTERS,
  READABLE,
  create,
  errorsOf,
  isFallback,
  lettersOf,
  part,
  parts,
  plain,
  show,
  words,
} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, held, inlineFeed} from '../support/feed.js';
import {nextTask} from '../support/wait.js';

const figure = (change: object = {}) => ({
  ...held(1140),
  unit: 'political-prisoner',
  qualifier: 'at-least',
  source: {name: 'Test Count', url: 'https://count.example/'},
  ...change,
});
const message = (change: object = {}) => ({
  id: 'held',
  text: {en: 'In prison: {figure}.', be: 'У зняволенні: {figure}.'},
  figure: 'held',
  hashtags: ['#StandWithBelarus'],
  ...change,
});
const campaign = (change: object = {}) => ({
  id: 'day',
  slogan: {en: 'Stronger!', be: 'Мацнейшая!', ar: 'أقوى!'},
  unreviewed: ['be'],
  call: 'Now.',
  ...change,
});
const feed = (messages: object[] = [message()], change: object = {}) =>
  inlineFeed(feedOf({figures: [figure(change)], amplify: messages, campaigns: [campaign()]}));

const QUOTE = 'In prison: at least 1,140 political prisoners (Test Count, 20 November 2026).';

const field = (el: Element) => el.shadowRoot!.querySelector('textarea')!;
const byId = (el: Element, id: string) => el.shadowRoot!.getElementById(id) as HTMLElement;
const write = async (el: SolidarityAmplify, text: string) => {
  field(el).value = text;
  field(el).dispatchEvent(new Event('input', {bubbles: true}));
  await el.updateComplete;
};
const links = (el: Element) =>
  parts(el, 'link').flatMap((link) => (link.closest('[part=networks]') ? [link.getAttribute('href')!] : []));
const lengths = (el: Element) => parts(el, 'length').map((node) => plain(node.textContent));
/** Gives `navigator` another property until the test ends. */
const stub = (name: string, value: unknown) => {
  Object.defineProperty(navigator, name, {value, configurable: true});
};

describe('<solidarity-amplify>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z', ['Date', 'setInterval', 'clearInterval']);
  });
  afterEach(() => {
    clock.uninstall();
    for (const name of ['clipboard', 'share', 'canShare'])
      delete (navigator as unknown as Record<string, unknown>)[name];
  });
  const form = (attributes: Record<string, string> = {}, src = feed()) =>
    show('solidarity-amplify', {src, ...attributes});

  it('quotes the figure with qualifier, source and date, and warns', async () => {
    const el = await form();
    expect(field(el).value).to.equal(QUOTE);
    expect(words(el, 'warning')).to.contain('prosecuted');
    expect(words(el, 'statement')).to.equal('At least 1,140 political prisoners on 20 November 2026');
    expect(words(el, 'source')).to.equal('Source: Test Count');
  });

  it('says in the text and beside it that the figure is out of date', async () => {
    const el = await form({}, feed(undefined, {asOf: '2026-01-05'}));
    expect(field(el).value).to.equal(
      'In prison: at least 1,140 political prisoners (Test Count, 5 January 2026, out of date).',
    );
    expect(words(el, 'status')).to.equal('Out of date.');
  });

  it('withholds a message whose figure was withdrawn', async () => {
    const other = {id: 'other', text: 'Speak up.'};
    const src = inlineFeed(feedOf({figures: [], amplify: [message(), other], campaigns: []}));
    expect(field(await form({}, src)).value).to.equal('Speak up.');
    const el = await form({message: 'held'}, src);
    expect(isFallback(el)).to.equal(true);
  });

  it('keeps the fallback content where there is no such message, or none', async () => {
    for (const [attributes, src] of [
      [{message: 'nobody'}, feed()],
      [{}, feed([])],
    ] as const) {
      const el = document.createElement('solidarity-amplify');
      Object.assign(el, {src, ...attributes});
      const reasons = errorsOf(el);
      document.body.append(el);
      await el.updateComplete;
      expect(isFallback(el)).to.equal(true);
      expect(reasons).to.deep.equal(['missing']);
      el.remove();
    }
  });

  it('adds a hashtag only where the reader chooses it, and removes it again', async () => {
    const el = await form();
    byId(el, 'word-0').click();
    await el.updateComplete;
    expect(field(el).value).to.equal(`${QUOTE} #StandWithBelarus`);
    byId(el, 'word-0').click();
    await el.updateComplete;
    expect(field(el).value).to.equal(QUOTE);
    await write(el, 'Mine. #StandWithBelarus and more');
    expect((byId(el, 'word-0') as HTMLInputElement).checked).to.equal(true);
    byId(el, 'word-0').click();
    await el.updateComplete;
    expect(field(el).value).to.equal('Mine. and more');
    byId(el, 'word-0').click();
    await el.updateComplete;
    expect(field(el).value).to.equal('Mine. and more #StandWithBelarus');
  });

  it('offers the page of a message as links are allowed, with its mark', async () => {
    const src = feed([message({hashtags: [], url: 'https://page.example/', designatedIn: ['BY']})]);
    expect(words(await form({}, src), 'word')).to.equal('https://page.example/ ⚠︎ BY');
    expect(words(await form({links: 'unlisted'}, src), 'word')).to.equal(undefined);
  });

  it('names all countries that banned the page', async () => {
    const src = feed([message({hashtags: [], url: 'https://page.example/', designatedIn: ['BY', 'RU']})]);
    expect(part(await form({}, src), 'mark')!.ariaLabel).to.equal('called “extremist” in Belarus, RU');
  });

  it('adds only what is offered now, and removes what the text of the feed has', async () => {
    const el = await form(
      {},
      feed([message({url: 'https://a.example/'}), {id: 'other', text: 'Text B', hashtags: ['#B']}]),
    );
    for (const id of ['word-0', 'word-1']) byId(el, id).click();
    await el.updateComplete;
    expect(field(el).value).to.equal(`${QUOTE} #StandWithBelarus https://a.example/`);
    const choice = byId(el, 'choice') as HTMLSelectElement;
    choice.value = 'other';
    choice.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(field(el).value).to.equal('Text B');
    el.src = feed([{id: 'other', text: 'Text #B and #B', hashtags: ['#B']}]);
    await el.updateComplete;
    const box = () => byId(el, 'word-0') as HTMLInputElement;
    expect([field(el).value, box().checked]).to.deep.equal(['Text #B and #B', true]);
    box().click();
    await el.updateComplete;
    expect([field(el).value, box().checked]).to.deep.equal(['Text and', false]);
    box().click();
    await el.updateComplete;
    expect([field(el).value, box().checked]).to.deep.equal(['Text and #B', true]);
  });

  for (const [what, messages, figures, remark] of [
    ['its figure was withdrawn', [message()], [], 'Withdrawn'],
    ['its figure was withdrawn, and there are others', [{id: 'b', text: 'B'}, message()], [], 'Withdrawn'],
    ['the message was withdrawn', [], [figure()], undefined],
    ['the figure is another one', [message()], [figure({value: 1})], 'The number may have changed since then.'],
    ['nothing has changed', [message()], [figure()], undefined],
  ] as const)
    it(`keeps what the reader wrote, and says it where ${what}`, async () => {
      const el = await form();
      await write(el, 'Mine: 1,140');
      el.src = inlineFeed(feedOf({figures, amplify: messages, campaigns: []}));
      await el.updateComplete;
      expect(field(el).value).to.equal('Mine: 1,140');
      expect(words(el, 'status')).to.equal(remark);
      if (!messages.length) return;
      byId(el, 'reset').click();
      await el.updateComplete;
      expect(isFallback(el) || !field(el).value.includes('Mine')).to.equal(true);
    });

  it('quotes the figure in the language of the text', async () => {
    const el = await form({lang: 'be'}, feed([message({text: {de: 'In Haft: {figure}.'}})]));
    expect(field(el).value).to.match(/^In Haft: mindestens 1\.?140 .*November 2026\)\.$/);
    expect(field(el).lang).to.equal('de');
    expect(part(el, 'base')!.lang).to.equal('en');
  });

  it('keeps the field with what the reader wrote through an update, until the reader starts again', async () => {
    const el = await form();
    const before = field(el);
    await write(el, 'My own words');
    el.src = feed(undefined, {value: 1141});
    await el.updateComplete;
    expect(field(el) === before).to.equal(true);
    expect(field(el).value).to.equal('My own words');
    expect(words(el, 'count')).to.equal('1,141');
    byId(el, 'reset').click();
    await el.updateComplete;
    expect(field(el).value).to.contain('1,141');
    expect(byId(el, 'reset') === null).to.equal(true);
  });

  it('chooses another message', async () => {
    const el = await form({}, feed([message(), {id: 'other', text: 'Speak up.'}]));
    const choice = byId(el, 'choice') as HTMLSelectElement;
    choice.value = 'other';
    choice.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(field(el).value).to.equal('Speak up.');
    expect(part(el, 'figure') === null).to.equal(true);
  });

  it('copies, and selects the text where that is forbidden', async () => {
    const el = await form();
    const copied: string[] = [];
    stub('clipboard', {writeText: async (text: string) => void copied.push(text)});
    byId(el, 'copy').click();
    await Promise.resolve();
    await el.updateComplete;
    expect(copied).to.deep.equal([QUOTE]);
    expect(words(el, 'done')).to.equal('Copied.');
    stub('clipboard', undefined);
    byId(el, 'copy').click();
    await Promise.resolve();
    await el.updateComplete;
    expect(words(el, 'done')).to.equal('Selected: copy it now.');
    expect([field(el).selectionStart, field(el).selectionEnd]).to.deep.equal([0, QUOTE.length]);
  });

  it('has the system’s share sheet only where there is one, and only on a click', async () => {
    const shared: unknown[] = [];
    stub('canShare', undefined);
    stub('share', async (data: unknown) => {
      shared.push(data);
      throw new DOMException('', 'AbortError');
    });
    const el = await form();
    expect(shared).to.deep.equal([]);
    byId(el, 'share').click();
    expect(shared).to.deep.equal([{text: QUOTE}]);
    await nextTask();
    await el.updateComplete;
    expect(words(el, 'done')).to.equal('');
  });

  it('selects the text where it may not be shared, as in a frame', async () => {
    stub('canShare', undefined);
    stub('share', async () => {
      throw new DOMException('', 'NotAllowedError');
    });
    const el = await form();
    byId(el, 'share').click();
    await nextTask();
    await el.updateComplete;
    expect(words(el, 'done')).to.equal('Selected: copy it now.');
    expect([field(el).selectionStart, field(el).selectionEnd]).to.deep.equal([0, QUOTE.length]);
  });

  it('has links and files also for a text with half an emoji and with control characters', async () => {
    const cut = 'Cut \ud83d and\vpasted';
    const el = await form({}, feed([message({text: {en: cut}, figure: undefined})]));
    expect(links(el)[0]).to.equal('https://bsky.app/intent/compose?text=Cut%20%EF%BF%BD%20and%0Bpasted');
    const src = inlineFeed(feedOf({figures: [], campaigns: [campaign({slogan: cut})]}));
    const poster = await form({variant: 'poster'}, src);
    const svg = decodeURIComponent(byId(poster, 'poster-A4.svg').getAttribute('href')!.replace(/.*?,/, ''));
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror') === null).to.equal(true);
    expect(parsed.documentElement.textContent).to.contain('Cut');
  });

  it('makes its posters with one canvas, and without any where the browser has none', async () => {
    const {getContext} = HTMLCanvasElement.prototype;
    const posterSvg = async (copy: string) => {
      const module = (await import(
        `../../src/elements/poster-file.ts?${copy}`
      )) as typeof import('../../src/elements/poster-file.js');
      const poster = {slogan: 'Stronger! '.repeat(9), lang: 'en', hashtags: '#A', lines: [], dir: 'ltr'} as const;
      return [module.posterSvg(poster, 'A4'), module.posterSvg(poster, 'A3')];
    };
    let canvases = 0;
    try {
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
        canvases++;
        return getContext.call(this, '2d');
      } as never;
      await posterSvg('one');
      expect(canvases).to.equal(1);
      HTMLCanvasElement.prototype.getContext = () => null;
      const [svg] = await posterSvg('none');
      expect(svg!.match(/<text/g)!.length).to.be.above(2);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });

  it('has no button to share in a frame that may not', async () => {
    stub('share', async () => {});
    // As in a frame without `allow="web-share"`.
    stub('canShare', () => false);
    expect(String(byId(await form(), 'share'))).to.equal('null');
    stub('canShare', ({text}: ShareData) => !!text);
    expect((await form()).shadowRoot!.querySelectorAll('#share').length).to.equal(1);
  });

  it('links to the networks with the text, never to VK and OK, and requests nothing', async () => {
    const el = await form();
    const text = encodeURIComponent(QUOTE);
    expect(links(el)).to.deep.equal([
      `https://bsky.app/intent/compose?text=${text}`,
      `https://x.com/intent/post?text=${text}`,
      `https://t.me/share/url?url=${text}`,
      `https://wa.me/?text=${text}`,
      `mailto:?body=${text}`,
    ]);
    expect(parts(el, 'link').every((link) => link.getAttribute('rel')!.includes('noreferrer'))).to.equal(true);
    const requests = performance.getEntriesByType('resource').map(({name}) => new URL(name).host);
    expect(requests.filter((host) => host !== location.host)).to.deep.equal([]);
  });

  for (const server of ['social.example', ' https://social.example/@me', '@me@social.example'])
    it(`links to the reader’s Mastodon server, written as ${server}`, async () => {
      const el = await form();
      const input = byId(el, 'server') as HTMLInputElement;
      input.value = server;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      await el.updateComplete;
      expect(links(el)).to.include(`https://social.example/share?text=${encodeURIComponent(QUOTE)}`);
    });

  it('has no link to a server that is none', async () => {
    const el = await form();
    const input = byId(el, 'server') as HTMLInputElement;
    input.value = 'javascript:alert(1)';
    input.dispatchEvent(new Event('input', {bubbles: true}));
    await el.updateComplete;
    expect(links(el)).to.have.length(5);
  });

  for (const policy of ['unlisted', 'none'])
    it(`has no links to networks with links="${policy}"`, async () => {
      const el = await form({links: policy});
      expect(links(el)).to.deep.equal([]);
      expect(lengths(el)).to.have.length(3);
    });

  it('counts as each network does, and says what is too long', async () => {
    const el = await form();
    for (const [text, ...counts] of [
      ['abc', '3/300', '3/280', '3/500'],
      ['Салідарнасць', '12/300', '12/280', '12/500'],
      ['👨‍👩‍👧 日本', '4/300', '7/280', '4/500'],
      [`a ${'https://example.org/'.padEnd(100, 'x')}`, '102/300', '25/280', '25/500'],
      ['x'.repeat(301), '301/300 too long', '301/280 too long', '301/500'],
    ]) {
      await write(el, text!);
      expect(lengths(el)).to.deep.equal(counts);
    }
  });

  it('lists the slogan in all its languages, and marks those that are not reviewed', async () => {
    const el = await form({variant: 'slogans'});
    expect(parts(el, 'slogan').map((node) => plain(node.textContent))).to.deep.equal([
      'Stronger!',
      'Мацнейшая!*',
      'أقوى!',
    ]);
    expect(parts(el, 'slogan').map((node) => node.querySelector('bdi')!.lang)).to.deep.equal(['en', 'be', 'ar']);
    expect(words(el, 'review')).to.equal('* Not reviewed by a native speaker yet.');
  });

  it('shows a board with one slogan after another, until it is paused or removed', async () => {
    const el = await form({variant: 'board'});
    expect(words(el, 'slogan')).to.equal('Stronger!');
    expect(words(el, 'statement')).to.equal('At least 1,140 political prisoners on 20 November 2026');
    expect(words(el, 'hashtags')).to.equal('#StandWithBelarus');
    clock.tick(8000);
    await el.updateComplete;
    expect(words(el, 'slogan')).to.equal('Мацнейшая!');
    byId(el, 'pause').click();
    clock.tick(16_000);
    await el.updateComplete;
    expect(words(el, 'slogan')).to.equal('Мацнейшая!');
    byId(el, 'pause').click();
    const timers = clock.countTimers();
    el.remove();
    expect(clock.countTimers()).to.equal(timers - 1);
  });

  it('replaces the slogan of a poster, and leaves the focus at its links', async () => {
    const el = await form({variant: 'poster'});
    const link = byId(el, 'poster-A4.svg') as HTMLAnchorElement;
    const {href} = link;
    link.focus();
    clock.tick(8000);
    await el.updateComplete;
    expect(words(el, 'slogan')).to.equal('Мацнейшая!');
    expect(el.shadowRoot!.activeElement === link).to.equal(true);
    expect(link.href === href).to.equal(false);
    expect(decodeURIComponent(link.href)).to.contain('Мацнейшая!');
    expect(link.download).to.equal('poster-A4-be.svg');
  });

  it('has buttons and files below it that can be read where the page hides its own letters', async () => {
    const el = create('solidarity-amplify', {src: feed(), variant: 'poster'});
    await fixture(html`<div style=${HIDDEN_LETTERS}>${el}</div>`);
    await el.updateComplete;
    for (const id of ['pause', 'poster-A4.svg']) expect(lettersOf(byId(el, id))).to.deep.equal(READABLE);
  });

  it('has a timer only while it is a board with several slogans', async () => {
    const before = clock.countTimers();
    const el = await form({variant: 'board'});
    expect(clock.countTimers()).to.equal(before + 1);
    el.setAttribute('variant', 'message');
    await el.updateComplete;
    expect(!!field(el)).to.equal(true);
    expect(clock.countTimers()).to.equal(before);
    el.setAttribute('variant', 'board');
    await el.updateComplete;
    expect(clock.countTimers()).to.equal(before + 1);
    el.src = inlineFeed(feedOf({figures: [figure()], campaigns: [campaign({slogan: 'One!'})]}));
    await el.updateComplete;
    expect(words(el, 'slogan')).to.equal('One!');
    expect(clock.countTimers()).to.equal(before);
  });

  it('has a poster in two sizes and the flag as files, and no request', async () => {
    const el = await form({variant: 'poster'});
    const files = [...el.shadowRoot!.querySelectorAll('a[download]')] as HTMLAnchorElement[];
    expect(files.map(({download}) => download)).to.deep.equal(['poster-A4-en.svg', 'poster-A3-en.svg', 'flag.svg']);
    const [a4, a3, flag] = files.map(({href}) => decodeURIComponent(href.replace('data:image/svg+xml,', '')));
    for (const [svg, size] of [
      [a4, 'width="210mm" height="297mm"'],
      [a3, 'width="297mm" height="420mm"'],
    ]) {
      expect(svg).to.contain(size);
      const parsed = new DOMParser().parseFromString(svg!, 'image/svg+xml');
      const lines = [...parsed.querySelectorAll('text')].map(({textContent}) =>
        textContent!.replace(/[\u2068\u2069]/g, ''),
      );
      expect(lines.join(' ')).to.contain(
        'Stronger! At least 1,140 political prisoners on 20 November 2026 Source: Test Count',
      );
      expect(parsed.querySelector('parsererror') === null).to.equal(true);
    }
    expect(flag).to.contain('viewBox="0 0 6 3"');
  });

  it('has posters on which everything is whole, in the direction of its language', async () => {
    const long = 'A note that is long. '.repeat(60);
    const src = inlineFeed(
      feedOf({
        figures: [figure({note: {en: long, ar: 'ملاحظة'}, title: {en: 'Held', ar: 'محتجزون'}})],
        amplify: [message({hashtags: ['#StandWithBelarus', '#WeStandBYyou', '#FreeThemAll']})],
        campaigns: [campaign({slogan: {ar: 'أقوى!'}})],
      }),
    );
    for (const lang of ['en', 'ar']) {
      const el = await form({variant: 'poster', lang}, src);
      const href = byId(el, 'poster-A4.svg').getAttribute('href')!;
      const box = document.createElement('div');
      box.innerHTML = decodeURIComponent(href.replace('data:image/svg+xml,', ''));
      document.body.append(box);
      const texts = [...box.querySelectorAll('text')];
      const lines = texts.map((text) => {
        const {x, y, width, height} = text.getBBox();
        return {words: text.textContent!.replace(/[\u2068\u2069]/g, ''), x, y, right: x + width, bottom: y + height};
      });
      for (const {words, x, right, bottom} of lines)
        expect(x >= 10 && right <= 200 && bottom <= 297, `${words} ${x} ${right} ${bottom}`).to.equal(true);
      lines.slice(1).forEach(({y}, i) => expect(y, 'one below another').to.be.above(lines[i]!.y));
      expect(texts.find((text) => text.textContent!.includes('!'))!.getAttribute('direction')).to.equal('rtl');
      expect(texts.at(-1)!.getAttribute('direction')).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      expect(lines.at(-1)!.words).to.contain('Test Count');
      box.remove();
    }
  });

  it('fails where there is no campaign', async () => {
    expect(isFallback(await form({variant: 'board', campaign: 'nobody'}))).to.equal(true);
  });

  for (const lang of ['en', ...Object.keys(loaders)])
    it(`speaks ${lang}`, async () => {
      const text = Object.fromEntries(
        Object.entries(inEveryLanguage('{figure}')).map(([tag, words]) => [tag, `${tag}: ${words}`]),
      );
      const src = feed([message({text})]);
      const el = await form({lang}, src);
      expect(part(el, 'base')!.lang).to.equal(lang);
      expect(field(el).value).to.match(new RegExp(`^${lang}: .*1.?140.*Test Count`));
      expect(isFallback(await form({lang, variant: 'poster'}, src))).to.equal(false);
    });

  it('prints the whole text, and nothing to choose', async function () {
    if (!(await executeServerCommand('media', {media: 'print'}))) this.skip();
    const long = 'Solidarity is stronger than repression! '.repeat(40);
    const el = await form({}, feed([message({figure: undefined, text: long}), message({id: 'other'})]));
    expect(part(el, 'choice')!.checkVisibility()).to.equal(false);
    expect(field(el).scrollHeight).to.be.at.most(field(el).clientHeight);
    await executeServerCommand('media', {});
  });

  it('has its warnings in boxes in forced colours, too', async function () {
    if (!(await executeServerCommand('media', {'forced-colors': 'active'}))) this.skip();
    const el = await form({}, feed(undefined, {asOf: '2026-01-05'}));
    for (const name of ['warning', 'status']) {
      const {borderTopStyle, borderTopWidth} = getComputedStyle(part(el, name)!);
      expect(`${borderTopStyle} ${borderTopWidth}`).to.equal('solid 1px');
    }
    await executeServerCommand('media', {});
  });
});
