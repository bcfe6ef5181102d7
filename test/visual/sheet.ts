import {arabicFeed} from '../../stories/feeds.js';
import * as amplify from '../../stories/solidarity-amplify.stories.js';
import * as banner from '../../stories/solidarity-banner.stories.js';
import * as countdown from '../../stories/solidarity-countdown.stories.js';
import * as counter from '../../stories/solidarity-counter.stories.js';
import * as events from '../../stories/solidarity-events.stories.js';
import * as photos from '../../stories/solidarity-photos.stories.js';
import * as map from '../../stories/solidarity-map.stories.js';
import * as people from '../../stories/solidarity-people.stories.js';
import * as trend from '../../stories/solidarity-trend.stories.js';
import * as ways from '../../stories/solidarity-ways.stories.js';
import {compose, type Meta, type Story} from '../../stories/stage.js';

/* A page with the stories of one element in one language, one below another. `run.mjs` takes its pictures. */

const ELEMENTS: Readonly<Record<string, object>> = {
  counter,
  countdown,
  banner,
  ways,
  events,
  photos,
  map,
  trend,
  people,
  amplify,
};

type Element = HTMLElementTagNameMap['solidarity-counter'];

/** What the sheet itself varies: a story that fixes it is left out. */
const VARIED = ['lang', 'look', 'theme', 'dir', 'width'];

const isPictured = ({tags, globals}: Story) =>
  !tags?.includes('!visual') && !Object.keys(globals ?? {}).some((name) => VARIED.includes(name));

const cells = () => [...document.querySelectorAll('section')];
const elements = () =>
  [...document.querySelectorAll<Element>('*')].filter(({localName}) => localName.startsWith('solidarity-'));

/** Whether the feed of an element never arrives. */
const isPending = (element: Element) => element.closest('section')!.dataset.feed === 'loading';

/** Resolves when the pictures in the elements are there, or cannot be loaded. */
const pictures = () =>
  Promise.all(
    elements()
      .flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('img') ?? [])])
      .map((image) => {
        // Those below the window would wait for a reader.
        image.loading = 'eager';
        return image.decode().catch(() => {});
      }),
  );

/** Resolves when all is rendered, in its fonts, and laid out. */
const settled = async () => {
  await Promise.all(elements().map((element) => (isPending(element) ? element.rendered : element.updateComplete)));
  await document.fonts.ready;
  await pictures();
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
};

/** Fills the page. */
const show = async (element: string, lang: string) => {
  const {default: meta, ...stories} = ELEMENTS[element] as {default: Meta};
  const isArabic = lang === 'ar';
  for (const [name, story] of Object.entries(stories) as [string, Story][]) {
    if (!isPictured(story)) continue;
    const cell = document.createElement('section');
    cell.dataset.name = name;
    cell.dataset.feed = story.globals?.feed;
    const parameters = {
      ...(isArabic && {feed: arabicFeed}),
      ...story.parameters,
    };
    cell.append(compose(meta, {...story, parameters}, {lang, dir: isArabic ? 'rtl' : 'ltr'}));
    document.body.append(cell);
  }
  await settled();
};

/** Sets the look and the theme; gives the top and the height of each cell. */
const apply = async (look: string, theme: string) => {
  for (const element of elements()) element.look = look as 'campaign';
  for (const cell of cells()) {
    (cell.firstElementChild as HTMLElement).style.colorScheme = theme;
    cell.style.blockSize = '';
  }
  await settled();
  // Whole pixels: a cell that grows does not move the letters of the next one by a part of a pixel.
  const heights = cells().map((cell) => Math.ceil(cell.getBoundingClientRect().height));
  cells().forEach((cell, i) => (cell.style.blockSize = `${heights[i]}px`));
  await settled();
  return cells().map((cell) => {
    const {top, height} = cell.getBoundingClientRect();
    return {name: cell.dataset.name!, top: top + scrollY, height};
  });
};

Object.assign(window, {sheet: {show, apply}});
