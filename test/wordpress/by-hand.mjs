// What the guide tells an author to do, done in the block editor by mouse and keyboard. PICTURES=true: takes those of the guide.
import {mkdirSync} from 'node:fs';
import {until} from '../support/tab.mjs';
import {signIn} from './situations.mjs';

const FOLDER = 'stories/ways-in';
const PUBLISH = '.editor-post-publish-button__button';
/** Milliseconds for what the server does. */
const PATIENCE = 30_000;
const LINK_FIELD = '.block-editor-link-control input[type=text], .block-editor-link-control [role=combobox]';

const picture = async (tab, name, clip) => {
  if (!process.env.PICTURES) return;
  mkdirSync(FOLDER, {recursive: true});
  await tab.screenshot({path: `${FOLDER}/${name}.webp`, type: 'webp', quality: 60, clip});
};

/** Keys with Ctrl or Shift held. */
const press = async (tab, modifier, key) => {
  await tab.keyboard.down(modifier);
  await tab.keyboard.press(key);
  await tab.keyboard.up(modifier);
};

/* What runs in the editor and in the post. */
const hasText = (text) => document.activeElement?.textContent.includes(text) || document.activeElement?.value === text;
const closeWelcome = () => {
  const welcome = document.querySelector('.edit-post-welcome-guide [aria-label^=Close]');
  welcome?.click();
  return !document.querySelector('.components-modal__screen-overlay');
};
const isCard = () => !!document.querySelector('solidarity-counter')?.shadowRoot?.querySelector('[part~=count]');
const publishedAddress = () => document.querySelector('.post-publish-panel__postpublish-buttons a')?.href;

const type = async (tab, text, place = tab) => {
  await tab.keyboard.type(text);
  await until(place, hasText, text);
};

/** A new post with a title, and the keyboard in its first paragraph; gives where the post is: of WordPress 6.3 on in a frame. */
const startPost = async (tab, origin, title) => {
  await tab.goto(`${origin}/wp-admin/post-new.php`);
  const first = await tab.waitForSelector('iframe[name=editor-canvas], .editor-post-title__input');
  const canvas = (await first.contentFrame()) ?? tab;
  const field = await canvas.waitForSelector('.editor-post-title__input');
  await until(tab, closeWelcome);
  await field.click();
  await type(tab, title, canvas);
  await tab.keyboard.press('Enter');
  await canvas.waitForSelector('.wp-block-paragraph');
  return canvas;
};

/** Publishes the post, and opens it. */
const publish = async (tab, query = '') => {
  await tab.click(PUBLISH);
  await (await tab.waitForSelector(`.editor-post-publish-panel ${PUBLISH}:not([aria-disabled=true])`)).click();
  await until(tab, publishedAddress, undefined, PATIENCE);
  await tab.goto((await tab.evaluate(publishedAddress)) + query);
  await until(tab, isCard);
};

/** A link, alone in its paragraph. */
const writeLink = async (tab, origin, address) => {
  const canvas = await startPost(tab, origin, 'Solidarity');
  await type(tab, 'Political prisoners in Belarus', canvas);
  await press(tab, 'Shift', 'Home');
  await press(tab, 'Control', 'k');
  await tab.waitForSelector(LINK_FIELD);
  if (process.env.PICTURES) {
    const example = 'https://your.site/solidarity/embed/counter.html';
    await type(tab, example);
    await tab.waitForSelector('.block-editor-link-control__search-results');
    await picture(tab, 'link', {x: 0, y: 0, width: 760, height: 520});
    await press(tab, 'Control', 'a');
  }
  await type(tab, address);
  await tab.keyboard.press('Enter');
  await canvas.waitForSelector(`.wp-block-paragraph a[href="${address}"]`);
  await publish(tab);
  await picture(tab, 'post', {x: 90, y: 230, width: 800, height: 530});
};

/** The plugin's block, by its name. */
const writeBlock = async (tab, origin) => {
  const canvas = await startPost(tab, origin, 'Solidarity');
  await tab.keyboard.type('/solidarity');
  await tab.waitForSelector('.components-autocomplete__result');
  await tab.keyboard.press('Enter');
  // The server renders it.
  await until(canvas, isCard, undefined, PATIENCE);
  await picture(tab, 'block');
  await publish(tab, '&script=none');
};

/** Each way, and what a function sees at its end. An author does it. */
export const waysByHand = ({origin}, address) => {
  const asAuthor = (write) => async (browser) => {
    const context = await browser.createBrowserContext();
    try {
      const tab = await context.newPage();
      await tab.setViewport({width: 1100, height: 760});
      await signIn(tab, origin, 'author-1');
      await write(tab, origin, address);
      return 'card';
    } catch (error) {
      return String(error);
    } finally {
      await context.close();
    }
  };
  return [
    ['an author links words in the block editor, by mouse and keyboard', asAuthor(writeLink), 'card'],
    ['an author inserts the plugin’s block, by keyboard', asAuthor(writeBlock), 'card'],
  ];
};
