// What else a site can have: optimisers, the admin bar, a sticky header, a dark style.
import {until} from '../support/tab.mjs';
import {ELEMENT} from './forms.mjs';
import {seenAt} from './seen.mjs';

/** A header that stays at the top, and says how far below it the banner is to be. */
const STICKY =
  '<!-- wp:html --><style>#masthead { position: sticky; top: 0; z-index: 9; height: 200px; box-sizing: border-box } ' +
  'solidarity-banner { --solidarity-banner-top: 200px }</style><!-- /wp:html -->';

/** What an author must not be able to do by a shortcode. */
const HOSTILE = `[solidarity lang='be"><img src=x onerror=alert(1)>' look="<b>newsroom" src="https://example.org/feed.json" onclick="alert(1)"]<img src=x onerror=alert(1)>[/solidarity][solidarity widget="script"]`;

/** Signs a user in, as a person does. */
export const signIn = async (tab, origin, user) => {
  await tab.goto(`${origin}/wp-login.php`);
  await tab.evaluate((name) => {
    document.querySelector('#user_login').value = name;
    document.querySelector('#user_pass').value = 'password';
  }, user);
  await Promise.all([tab.waitForNavigation(), tab.click('#wp-submit')]);
};

/* What runs in a post. */
const isBanner = () =>
  !!document.querySelector('solidarity-banner:state(top)')?.shadowRoot.querySelector('[part=slogan]');
/** The names of the elements of widgets and of their attributes, and whatever could run. */
const namesIn = () =>
  [...document.querySelectorAll('.entry-content :is(solidarity-counter, [onerror], [onclick], [src="x"][onerror])')]
    .map((element) => [element.localName, ...element.getAttributeNames()].join(' '))
    .join();
/** Where the banner is while the page is scrolled: below what is at the top already, or under it. */
const placeBelow = (selector) => {
  scrollTo(0, 700);
  const above = document.querySelector(selector);
  const bottom = Math.max(0, above.getBoundingClientRect().bottom);
  const banner = document
    .querySelector('solidarity-banner')
    .shadowRoot.querySelector('[part~=base]')
    .getBoundingClientRect();
  const seen = document.elementFromPoint(banner.left + banner.width / 2, banner.top + 4);
  if (seen?.localName !== 'solidarity-banner') return `covered by ${seen?.id || seen?.localName}`;
  if (banner.top < Math.floor(bottom)) return 'covers it';
  return banner.top - bottom < 2 ? 'below it' : `${Math.round(banner.top - bottom)} px below it`;
};
/** The lowest contrast of the card's title with what is behind it, as black or white text on a dark or light surface. */
const schemeOf = () => {
  const element = document.querySelector('solidarity-counter');
  const base = element.shadowRoot.querySelector('[part~=base]');
  const luminance = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const {backgroundColor, color} = getComputedStyle(base);
  const page = luminance(getComputedStyle(document.body).backgroundColor) < 0.5 ? 'dark page' : 'light page';
  const card = luminance(backgroundColor) < luminance(color) ? 'dark card' : 'light card';
  return `${card} on a ${page}`;
};

/** Each situation, a function that finds what readers see, and what we expect. */
export const situations = ({create, origin}) => {
  const post = async (content) => (await create('posts', 'administrator', {content})).link;
  const banner =
    (address, selector, {width = 1280, user} = {}) =>
    async (browser) => {
      const context = await browser.createBrowserContext();
      try {
        const tab = await context.newPage();
        await tab.setViewport({width, height: 800});
        if (user) await signIn(tab, origin, user);
        await tab.goto(`${await address()}&banner`);
        await until(tab, isBanner);
        await tab.evaluate(() => (document.body.style.minHeight = '3000px'));
        return await tab.evaluate(placeBelow, selector);
      } finally {
        await context.close();
      }
    };
  const press = (tab) => tab.keyboard.press('Shift');
  const element = (query, expected, act) => async (browser) =>
    seenAt(browser, `${await post(ELEMENT)}&${query}`, expected, act);
  const scheme = (attributes) => async (browser) => {
    const address = await post(ELEMENT.replace('<solidarity-counter', `<solidarity-counter ${attributes}`));
    const tab = await browser.newPage();
    try {
      await tab.goto(`${address}&dark`);
      await until(
        tab,
        () => !!document.querySelector('solidarity-counter')?.shadowRoot?.querySelector('[part~=count]'),
      );
      return await tab.evaluate(schemeOf);
    } finally {
      await tab.close();
    }
  };
  const hostile = async (browser) => {
    const {link} = await create('posts', 'author', {content: HOSTILE});
    const tab = await browser.newPage();
    try {
      await tab.goto(`${link}&script=none`);
      await until(tab, () => !!document.querySelector('solidarity-counter')?.shadowRoot);
      return await tab.evaluate(namesIn);
    } finally {
      await tab.close();
    }
  };
  // The paragraphs that WordPress makes of the blank lines would keep the element open, and take in the rest of the post.
  const paragraphs = async (browser) => {
    const content = '[solidarity lang="be"]\n\nSlovy\n\n[/solidarity]\n\nAfter it';
    const {link} = await create('posts', 'author', {content});
    const tab = await browser.newPage();
    try {
      await tab.goto(`${link}&script=none`);
      return await tab.evaluate(() => document.querySelector('solidarity-counter').textContent.trim());
    } finally {
      await tab.close();
    }
  };
  const rss = async () => {
    await create('posts', 'author', {title: 'In RSS', content: '[solidarity lang="be"]Slovy[/solidarity]'});
    const text = await (await fetch(`${origin}/?feed=rss2`)).text();
    const [item] = /<item>\s*<title>In RSS<[^]*?<\/item>/.exec(text) ?? [''];
    return item.includes('Slovy') && !/solidarity-|<script/.test(item) ? 'words' : item;
  };
  return [
    ['shortcode of the plugin in a feed (RSS)', rss, 'words'],
    ['shortcode with its words in a paragraph of their own', paragraphs, 'Slovy'],
    ['shortcode with markup, a handler and another feed in its attributes', hostile, 'solidarity-counter lang look'],
    ['script delayed until the reader does something, before that', element('script=delay', 'words'), 'words'],
    ['script delayed, after that', element('script=delay', 'card', press), 'card'],
    ['script merged with others into one file', element('script=combine', 'words'), 'words'],
    [
      'banner at the top, under the admin bar',
      banner(() => post('Test'), '#wpadminbar', {user: 'author-1'}),
      'below it',
    ],
    ['the same, 700 px wide', banner(() => post('Test'), '#wpadminbar', {user: 'author-1', width: 700}), 'below it'],
    // There the bar scrolls away.
    ['the same, 390 px wide', banner(() => post('Test'), '#wpadminbar', {user: 'author-1', width: 390}), 'below it'],
    ['banner at the top, under a sticky header', banner(() => post(STICKY), '#masthead'), 'below it'],
    ['card on a dark style of Twenty Twenty-Three', scheme(''), 'light card on a dark page'],
    ['the same with `theme="dark"`', scheme('theme="dark"'), 'dark card on a dark page'],
  ];
};
