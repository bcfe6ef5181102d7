import {expect, fixtureSync} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define/solidarity-photos.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {pictureUrl} from '../../src/elements/photos-address.js';
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
import {fakeNetwork} from '../support/fake-network.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {nextTask, until} from '../support/wait.js';

/** A drawing on which “SAMPLE” is written, on this host. */
const SAMPLE = new URL('../../stories/samples/square.png', import.meta.url).pathname;
const photo = (id: string, more: object = {}) => ({
  id,
  url: SAMPLE,
  width: 900,
  height: 600,
  alt: `Alt of ${id}`,
  credit: `Maker of ${id}`,
  licence: {name: 'CC BY 4.0', url: 'https://licence.example/'},
  consent: 'nobody',
  ...more,
});
const towns = [{id: 'town', name: {en: 'Town', be: 'Горад'}, country: 'PL', latitude: 52, longitude: 21, acts: []}];
const feed = (photos: unknown, more: object = {}) => inlineFeed(feedOf({photos, towns, ...more}));
const three = [photo('a'), photo('b'), photo('c')];
const elsewhere = photo('z', {url: 'https://other.example/z.jpg'});

const root = (el: Element) => el.shadowRoot!;
const images = (el: Element) => [...root(el).querySelectorAll<HTMLImageElement>('[part=photos] img')];
const alts = (el: Element) => images(el).map(({alt}) => alt);
const dialog = (el: Element) => root(el).querySelector('dialog');
const viewed = (el: Element) => dialog(el)?.querySelector('img')?.alt;
const focused = (el: Element) => root(el).activeElement?.id;
const gallery = (photos: unknown, attributes: Parameters<typeof create>[1] = {}, more?: object) =>
  show('solidarity-photos', {src: feed(photos, more), ...attributes});
/** Opens a photo. */
const open = async (el: Element, id: string) => {
  const button = root(el).getElementById(`photo-${id}`)!;
  button.focus();
  button.click();
  await until(() => dialog(el)?.open);
};

describe('<solidarity-photos>', () => {
  it('counts only what may be shown for its limit', async () => {
    expect(alts(await gallery([elsewhere, ...three], {limit: '2'}))).to.deep.equal(['Alt of a', 'Alt of b']);
  });

  it('judges its pictures by the address of their feed, also while another one is loading', async () => {
    const network = fakeNetwork();
    try {
      const picture = 'https://a.example/picture.jpg';
      network.answer(JSON.stringify(feedOf({photos: [photo('a', {url: picture})]})));
      const el = await show('solidarity-photos', {src: 'https://a.example/feed.json'});
      await until(() => images(el)[0]?.src === picture);
      const errors = errorsOf(el);
      network.hang();
      el.src = 'https://b.example/feed.json';
      await el.rendered;
      expect(images(el).map(({src}) => src)).to.deep.equal([picture]);
      expect(errors).to.deep.equal([]);
      el.remove();
    } finally {
      network.restore();
    }
  });

  it('shows photos in the feed’s order, with words, space and without a trace of the reader', async () => {
    const el = await gallery([
      photo('a', {caption: 'Caption', date: '2026-08-09', town: 'town'}),
      photo('b', {date: '2025-08', licence: {name: 'By permission'}}),
    ]);
    expect(alts(el)).to.deep.equal(['Alt of a', 'Alt of b']);
    const [image] = images(el);
    const attributes = ['width', 'height', 'loading', 'decoding', 'referrerpolicy'].map((name) =>
      image!.getAttribute(name),
    );
    expect(attributes).to.deep.equal(['900', '600', 'lazy', 'async', 'no-referrer']);
    expect(image!.getAttributeNames().at(-1)).to.equal('src');
    expect(['caption', 'place', 'credit'].map((name) => words(el, name))).to.deep.equal([
      'Caption',
      'Town, 9 August 2026',
      'Photo: Maker of a, CC BY 4.0',
    ]);
    const other = parts(el, 'photo')[1]!;
    expect(plain(other.textContent)).to.equal('08/2025Photo: Maker of b, By permission');
    expect(part(el, 'link')!.getAttribute('href')).to.equal('https://licence.example/');
    expect(el.matches(':state(empty)')).to.equal(false);
  });

  it('reserves the space of a picture before it is there', async () => {
    const el = await gallery([photo('a', {width: 400, height: 800, url: '/not-there-yet.png'})]);
    const {width, height} = images(el)[0]!.getBoundingClientRect();
    expect(height / width).to.be.closeTo(2, 0.02);
  });

  it('drops a photo without consent, alt text, credit, licence or size, and keeps the others', async () => {
    const without = (key: string) => ({...photo(key), [key]: undefined});
    const el = await gallery([
      ...['consent', 'alt', 'credit', 'licence', 'width', 'height'].map(without),
      photo('none', {consent: 'no'}),
      photo('empty', {alt: ' '}),
      photo('flat', {height: 0}),
      photo('http', {url: 'http://photos.example/a.jpg'}),
      photo('data', {url: 'data:image/png;base64,AA'}),
      photo('good'),
    ]);
    expect(alts(el)).to.deep.equal(['Alt of good']);
  });

  it('shows a tall photo whole, and no taller than others may be', async () => {
    const el = await gallery([
      photo('tall', {width: 300, height: 2400}),
      photo('gone', {width: 300, height: 2400, url: 'none.png'}),
    ]);
    await until(() => part(el, 'alt'));
    for (const picture of [images(el)[0]!, part(el, 'alt')!])
      expect(picture.getBoundingClientRect().height).to.be.at.most(400);
    expect(getComputedStyle(images(el)[0]!).objectFit).to.equal('contain');
  });

  it('says what a picture shows where it cannot be loaded, in its space', async () => {
    const el = await gallery([photo('gone', {url: '/no-such-picture.png', alt: 'A square.'}), photo('b')]);
    images(el)[0]!.loading = 'eager';
    await until(() => part(el, 'failed'));
    const alt = part(el, 'alt')!;
    expect(plain(alt.textContent)).to.equal('A square.');
    const {width, height} = alt.getBoundingClientRect();
    expect(width / height).to.be.closeTo(1.5, 0.02);
    expect(alts(el)).to.deep.equal(['Alt of b']);
  });

  for (const [attributes, shown] of [
    [{town: 'town'}, 'b'],
    [{event: 'vigil'}, 'c'],
    [{town: 'town', event: 'vigil'}, ''],
    [{limit: '2'}, 'a b'],
    [{limit: '0'}, 'a b c'],
    [{limit: 'x'}, 'a b c'],
    [{limit: '1.5'}, 'a b c'],
  ] as const)
    it(`shows “${shown}” for ${JSON.stringify(attributes)}`, async () => {
      const el = await gallery([photo('a'), photo('b', {town: 'town'}), photo('c', {event: 'vigil'})], attributes);
      expect(
        alts(el)
          .map((alt) => alt.replace('Alt of ', ''))
          .join(' '),
      ).to.equal(shown);
    });

  describe('where there are none', () => {
    it('says how to take one with a cornflower', async () => {
      const el = await gallery([], {}, {submitPhoto: 'https://campaign.example/photos'});
      expect(words(el, 'none')).to.equal('There are no photos yet.');
      expect(words(el, 'instructions')).to.contain('cornflower');
      expect(words(el, 'consent')).to.contain('have agreed');
      expect(plain(part(el, 'footer')!.textContent)).to.equal('Send a photo');
      expect(part(el, 'link')!.getAttribute('href')).to.equal('https://campaign.example/photos');
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(root(el).querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
    });

    for (const change of [{submitPhoto: 'http://campaign.example/'}, {}])
      it(`has no link to send one with ${JSON.stringify(change)}`, async () => {
        expect(part(await gallery([], {}, change), 'footer')).to.equal(null);
      });

    it('has no link with links="none"', async () => {
      const el = await gallery([], {links: 'none'}, {submitPhoto: 'https://campaign.example/photos'});
      expect(part(el, 'footer')).to.equal(null);
    });

    it('keeps the fallback content where the feed has no such section', async () => {
      const el = create('solidarity-photos', {src: inlineFeed(feedOf({}))});
      const errors = errorsOf(el);
      fixtureSync(html`${el}`);
      await el.updateComplete;
      expect([errors, isFallback(el)]).to.deep.equal([['missing'], true]);
    });
  });

  describe('loads pictures only from the feed’s host, and from those that the page allows', () => {
    const {protocol, host, origin} = location;
    for (const [picture, source, hosts, url] of [
      ['photos/a.jpg', 'https://feed.example/v1/feed.json?x#y', undefined, 'https://feed.example/v1/photos/a.jpg'],
      ['/photos/a.jpg', 'https://feed.example/v1/feed.json', undefined, 'https://feed.example/photos/a.jpg'],
      ['https://feed.example/a.jpg', 'https://feed.example/v1/feed.json', undefined, 'https://feed.example/a.jpg'],
      ['https://feed.example:8443/a.jpg', 'https://feed.example/feed.json', undefined, undefined],
      ['https://other.example/a.jpg', 'https://feed.example/feed.json', undefined, undefined],
      ['https://other.example/a.jpg', 'https://feed.example/feed.json', 'other.example', 'https://other.example/a.jpg'],
      [
        'https://other.example/a.jpg',
        'https://feed.example/feed.json',
        ' a.example\nother.example ',
        'https://other.example/a.jpg',
      ],
      [
        'https://фота.example/a.jpg',
        'https://feed.example/feed.json',
        'Фота.example',
        'https://xn--80a1amg.example/a.jpg',
      ],
      [
        'https://other.example/a.jpg',
        'https://feed.example/feed.json',
        'Other.example:443',
        'https://other.example/a.jpg',
      ],
      ['https://x.other.example/a.jpg', 'https://feed.example/feed.json', 'other.example', undefined],
      ['https://other.example/a.jpg', 'https://feed.example/feed.json', '*', undefined],
      ['https://feed.example/a.jpg', 'http://feed.example/feed.json', undefined, undefined],
      ['/a.jpg', undefined, undefined, `${origin}/a.jpg`],
      ['/a.jpg', `blob:${origin}/0-0`, undefined, `${origin}/a.jpg`],
      [`https://${host}/a.jpg`, undefined, undefined, protocol === 'https:' ? `${origin}/a.jpg` : undefined],
    ] as const)
      it(`${picture} of ${source ?? 'a feed in the page'}, hosts “${hosts ?? ''}”: ${url ?? 'no'}`, () => {
        expect(pictureUrl(picture, source, hosts)).to.equal(url);
      });

    it('whatever the page’s <base> is', () => {
      const base = Object.assign(document.createElement('base'), {href: 'https://evil.example/'});
      document.head.append(base);
      try {
        expect(pictureUrl('/a.jpg', undefined)).to.equal(`${origin}/a.jpg`);
        expect(pictureUrl('a.jpg', undefined)).to.match(new RegExp(`^${origin}/`));
      } finally {
        base.remove();
      }
    });

    it('leaves out the others', async () => {
      const el = await gallery([photo('other', {url: 'https://other.example/a.jpg'}), photo('own')]);
      expect(alts(el)).to.deep.equal(['Alt of own']);
    });

    it('keeps the fallback content where all are on others, and says why', async () => {
      const el = create('solidarity-photos', {src: feed([photo('other', {url: 'https://other.example/a.jpg'})])});
      let message = '';
      el.addEventListener('error', (event) => (message = (event as unknown as {message: string}).message));
      fixtureSync(html`${el}`);
      await el.updateComplete;
      expect([message, isFallback(el)]).to.deep.equal(['/photos https://other.example/a.jpg: not one of hosts', true]);
    });
  });

  describe('opens a photo over the page', () => {
    it('with its words, and which of how many it is', async () => {
      const el = await gallery([photo('a'), photo('b', {caption: 'Caption', town: 'town'}), photo('c')]);
      await open(el, 'b');
      expect(dialog(el)!.matches(':modal')).to.equal(true);
      expect(viewed(el)).to.equal('Alt of b');
      expect(plain(part(el, 'viewed')!.textContent)).to.equal('CaptionTownPhoto: Maker of b, CC BY 4.0');
      expect([part(el, 'position')!.getAttribute('role'), words(el, 'position')]).to.deep.equal(['status', '2 of 3']);
      expect(part(el, 'viewed')!.getAttribute('aria-live')).to.equal('polite');
      expect(dialog(el)!.querySelector('img')!.getAttribute('referrerpolicy')).to.equal('no-referrer');
      expect(parts(el, 'viewer-button').map((button) => button.getAttribute('aria-label'))).to.deep.equal([
        'Close',
        'Previous photo',
        'Next photo',
      ]);
      expect(dialog(el)!.getAttribute('aria-label')).to.equal('Photos of solidarity');
    });

    it('and goes to others by keys; after the last comes the first; Escape closes it where it was', async () => {
      const el = await gallery(three);
      let heard = 0;
      const onKey = () => heard++;
      document.addEventListener('keydown', onKey);
      try {
        await open(el, 'b');
        for (const [key, id] of [
          ['ArrowRight', 'c'],
          ['ArrowRight', 'a'],
          ['ArrowLeft', 'c'],
          ['Home', 'a'],
          ['End', 'c'],
        ] as const) {
          await sendKeys({press: key});
          expect(viewed(el)).to.equal(`Alt of ${id}`);
        }
        // A dialog of the page would close, too.
        await sendKeys({press: 'Escape'});
        expect(heard).to.equal(0);
      } finally {
        document.removeEventListener('keydown', onKey);
      }
      await until(() => !dialog(el));
      expect(focused(el)).to.equal('photo-c');
    });

    it('in the direction of the language', async () => {
      const src = inlineFeed(feedOf({photos: three.map((one) => ({...one, alt: {ar: `ar ${one.id}`}}))}));
      const el = await show('solidarity-photos', {src, lang: 'ar'});
      await open(el, 'a');
      await sendKeys({press: 'ArrowLeft'});
      expect(viewed(el)).to.equal('ar b');
      expect(dialog(el)!.dir).to.equal('rtl');
    });

    it('by its buttons, which keep the focus', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      expect(focused(el)).to.equal('viewer-close');
      part(el, 'next')!.focus();
      part(el, 'next')!.click();
      part(el, 'next')!.click();
      expect([viewed(el), focused(el)]).to.deep.equal(['Alt of c', 'viewer-next']);
      part(el, 'previous')!.click();
      expect(viewed(el)).to.equal('Alt of b');
      part(el, 'close')!.click();
      expect([dialog(el), focused(el)]).to.deep.equal([null, 'photo-b']);
    });

    it('closes beside it, but not at its edge, nor when its words were selected', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      await dialog(el)!.querySelector('img')!.decode();
      const {left, top} = dialog(el)!.getBoundingClientRect();
      const [x, y] = [Math.round(left), Math.round(top)];
      await sendMouse({type: 'click', position: [x + 4, y + 4]});
      expect(!!dialog(el)).to.equal(true);
      const words = dialog(el)!.querySelector('[part=credit]')!.getBoundingClientRect();
      await sendMouse({type: 'move', position: [Math.round(words.left) + 4, Math.round(words.top) + 4]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [x - 4, y + 20]});
      await sendMouse({type: 'up'});
      expect(!!dialog(el)).to.equal(true);
      await sendMouse({type: 'click', position: [x - 4, y + 20]});
      expect(!!dialog(el)).to.equal(false);
      await resetMouse();
    });

    it('with letters that can be read where the page hides its own', async () => {
      const el = create('solidarity-photos', {src: feed(three)});
      fixtureSync(html`<div style=${HIDDEN_LETTERS}>${el}</div>`);
      await el.updateComplete;
      await open(el, 'a');
      expect(lettersOf(dialog(el)!.querySelector('[part=credit]')!)).to.deep.equal(READABLE);
    });

    it('has no buttons to others where there is one', async () => {
      const el = await gallery([photo('a')]);
      await open(el, 'a');
      expect(parts(el, 'viewer-button')).to.have.length(1);
      await sendKeys({press: 'ArrowRight'});
      expect(viewed(el)).to.equal('Alt of a');
    });

    it('leaves keys with a modifier to the browser', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowRight',
          [modifier]: true,
          bubbles: true,
          cancelable: true,
        });
        part(el, 'close')!.dispatchEvent(event);
        expect([event.defaultPrevented, viewed(el)]).to.deep.equal([false, 'Alt of a']);
      }
    });

    it('reserves the space of a picture before it is there, and no more than it has', async () => {
      const url = '/feeds/slow-headers';
      const el = await gallery([photo('large', {url}), photo('small', {url, width: 120, height: 80})]);
      const sizeOf = () => {
        const {width, height} = dialog(el)!.querySelector('img')!.getBoundingClientRect();
        return [width, height];
      };
      await open(el, 'large');
      const [width, height] = sizeOf() as [number, number];
      expect(height)
        .to.be.above(innerHeight / 2)
        .and.at.most(0.7 * innerHeight + 1);
      expect(width / height).to.be.closeTo(1.5, 0.02);
      part(el, 'next')!.click();
      expect(sizeOf()).to.deep.equal([120, 80]);
    });

    it('says what it shows where the picture cannot be loaded', async () => {
      const el = await gallery([photo('gone', {url: '/no-such-picture.png'})]);
      await open(el, 'gone');
      await until(() => dialog(el)!.querySelector('[part=alt]'));
      expect(plain(dialog(el)!.querySelector('[part=alt]')!.textContent)).to.equal('Alt of gone');
    });

    it('closes when the element leaves the page', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      el.remove();
      expect(!!dialog(el)).to.equal(false);
    });

    it('does not move for readers who prefer no motion: nothing does', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      expect(dialog(el)!.getAnimations({subtree: true})).to.have.length(0);
      expect(getComputedStyle(dialog(el)!).transitionDuration).to.equal('0s');
    });
  });

  describe('when the feed changes', () => {
    /** Shows another feed, as a refresh does. */
    const change = async (el: HTMLElementTagNameMap['solidarity-photos'], photos: unknown) => {
      el.src = feed(photos);
      await el.updateComplete;
    };

    it('a photo that was removed is gone', async () => {
      const el = await gallery(three);
      await change(el, [three[0], three[2]]);
      expect(alts(el)).to.deep.equal(['Alt of a', 'Alt of c']);
    });

    it('also while it is open: it closes, and the focus is at the next one', async () => {
      const el = await gallery(three);
      await open(el, 'b');
      await change(el, [three[0], three[2]]);
      expect([dialog(el), focused(el)]).to.deep.equal([null, 'photo-c']);
      expect(root(el).textContent).to.not.contain('Maker of b');
    });

    it('also the last one: the focus is at the title', async () => {
      const el = await gallery([three[0]]);
      await open(el, 'a');
      await change(el, []);
      expect([dialog(el), focused(el)]).to.deep.equal([null, 'heading']);
      expect(!!part(el, 'empty')).to.equal(true);
    });

    it('and closes where the whole section is gone', async () => {
      const el = await gallery(three);
      await open(el, 'a');
      el.src = inlineFeed(feedOf({}));
      await el.updateComplete;
      expect([!!dialog(el), isFallback(el)]).to.deep.equal([false, true]);
    });

    it('a photo that is open stays, with its new words, and with the focus', async () => {
      const el = await gallery(three);
      await open(el, 'b');
      part(el, 'next')!.focus();
      await change(el, [photo('new'), three[0], {...three[1], alt: 'New alt'}]);
      expect([viewed(el), words(el, 'position'), focused(el)]).to.deep.equal(['New alt', '3 of 3', 'viewer-next']);
      expect(dialog(el)!.matches(':modal')).to.equal(true);
    });

    it('the photo that is opened late is not one that was removed', async () => {
      const el = await gallery(three);
      root(el).getElementById('photo-b')!.click();
      await change(el, [three[0]]);
      await nextTask();
      expect(viewed(el)).to.equal(undefined);
    });
  });

  describe('speaks the reader’s language', () => {
    it('where one of the photos has it', async () => {
      const el = await gallery([photo('a', {alt: {en: 'A', be: 'А'}}), photo('b')], {lang: 'be'});
      expect(words(el, 'heading')).to.equal('Фота салідарнасці');
      expect(images(el).map(({alt, lang}) => [alt, lang])).to.deep.equal([
        ['А', 'be'],
        ['Alt of b', 'en'],
      ]);
    });

    it('in every language of the library, also without photos', async () => {
      for (const lang of ['en', ...Object.keys(loaders)]) {
        const el = await gallery([], {lang});
        expect(part(el, 'base')!.lang).to.equal(lang);
        for (const name of ['heading', 'none', 'instructions', 'consent'])
          expect(words(el, name), `${name} in ${lang}`).to.match(/\p{L}/u);
        expect(words(el, 'heading') === 'Photos of solidarity').to.equal(lang === 'en');
      }
      // Thirty-four files, and three engines run at once.
    }).timeout(60_000);
  });

  it('requests nothing but the feed by itself', async () => {
    const network = fakeNetwork();
    try {
      network.answer(JSON.stringify(feedOf({photos: three})));
      const el = await show('solidarity-photos', {src: '/feed-of-photos.json'});
      expect(alts(el)).to.have.length(3);
      expect(network.requests.map(({url}) => new URL(url).pathname)).to.deep.equal(['/feed-of-photos.json']);
    } finally {
      network.restore();
    }
  });

  it('does not overflow in 320 px', async () => {
    const el = create('solidarity-photos', {
      src: feed([photo('wide', {width: 9000, height: 300}), photo('tall', {width: 100, height: 2000}), photo('c')]),
    });
    fixtureSync(html`<div style="inline-size: 288px">${el}</div>`);
    await el.updateComplete;
    expect(part(el, 'base')!.scrollWidth).to.be.at.most(288);
    await open(el, 'wide');
    const {left, right} = dialog(el)!.getBoundingClientRect();
    expect([left >= 0, right <= innerWidth]).to.deep.equal([true, true]);
  });
});
