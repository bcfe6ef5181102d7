// What is compared: how each is embedded in an article, how many are put into a page, and when their number is there.
import {figure} from './bundle.mjs';

const {least, unit, day, date, source, url} = figure;
const about = `<p>As of <time datetime="${day}">${date}</time>. Source: <a href="${url}">${source}</a></p>`;

/** In the page: whether an element says a text; where another is right, it stands beside the peer. */
const says = (element, text) => (element.shadowRoot ?? element).textContent.includes(text);

const tag = (attributes = '') => `<script async src="/solidarity.js" ${attributes}></script>`;
const room = (height) => `style="display: block; min-height: ${height}px"`;
const counter = `<solidarity-counter ${room(340)}>Political prisoners in Belarus</solidarity-counter>`;
const four = `${counter}
<solidarity-countdown ${room(310)}>Day of Solidarity with Belarus</solidarity-countdown>
<solidarity-banner ${room(325)}>Freedom to political prisoners</solidarity-banner>`;
const ways = '<solidarity-ways>How you can help</solidarity-ways>';

const flow = `<div class="counter"><p>${least} <number-flow></number-flow> ${unit}</p>${about}</div>`;
const formatted = `<wa-format-number value="${figure.value}" lang="en"></wa-format-number>`;
const awesome = `<wa-card><p>${least} ${formatted} ${unit}</p>${about}</wa-card>`;
const inside = (element, text) => element.querySelector('wa-format-number')?.shadowRoot?.textContent.includes(text);
// It keeps all digits in the page, and rolls them; the rolling is not waited for.
const rolled = (element, text) => element.querySelector('number-flow')?._data?.valueAsString === text;
const ago = `<p>Counted <relative-time datetime="${day}T00:00:00Z"></relative-time></p>`;
const to = '2027-08-09';

/** Pages with one widget, as its user would embed it. `selector` finds what says the number. */
export const pages = [
  {name: 'the bare article', body: ''},
  {
    name: 'vanilla floor',
    code: 'vanilla-counter',
    body: '<vanilla-counter></vanilla-counter>',
    selector: 'vanilla-counter',
  },
  {name: 'Lit floor', code: 'lit-counter', body: '<lit-counter></lit-counter>', selector: 'lit-counter'},
  {
    name: '**ours, one counter**',
    head: tag('data-feed="/figures.json"'),
    body: counter,
    selector: 'solidarity-counter',
  },
  {name: '**ours, all four**', head: tag(), body: four, end: ways, selector: 'solidarity-counter'},
  {name: 'number-flow', code: 'number-flow', body: flow, selector: '.counter', shown: rolled},
  {
    name: 'relative-time-element',
    code: 'relative-time',
    body: ago,
    selector: 'relative-time',
    shown: (element) => element.shadowRoot?.textContent,
  },
  {name: 'Web Awesome', code: 'web-awesome', body: awesome, selector: 'wa-card', shown: inside},
  {name: 'React 19', code: 'react', body: '<div class="react-counter"></div>', selector: '.react-counter'},
].map((page) => ({shown: says, ...page}));

/** Widgets by the thousand. `set` gives a new value to one; ours take theirs from the feed. */
const set = (element, value) => {
  element.value = value;
};
const [VANILLA, LIT] = [{floor: 'vanilla'}, {floor: 'Lit'}];
export const counters = [
  {name: 'vanilla floor', ...VANILLA, code: 'vanilla-counter', html: '<vanilla-counter></vanilla-counter>', set},
  {name: 'Lit floor', ...LIT, code: 'lit-counter', html: '<lit-counter></lit-counter>', set},
  {
    name: '**ours**',
    head: tag('data-feed="/figures.json"'),
    html: '<solidarity-counter>words</solidarity-counter>',
  },
  {
    name: 'number-flow',
    code: 'number-flow',
    html: flow,
    shown: rolled,
    set: (element, value) => element.querySelector('number-flow').update(value),
  },
  {
    name: 'Web Awesome',
    code: 'web-awesome',
    html: awesome,
    shown: inside,
    set: (element, value) => {
      element.querySelector('wa-format-number').value = value;
    },
  },
  {
    name: 'React 19',
    code: 'react',
    html: '<div class="react-counter"></div>',
    set: (element, value) => element.show(value),
  },
].map((widget) => ({shown: says, ...widget}));

// They count on while they are measured: that they say anything is enough.
const counts = (element) => /\d+ (second|minute)/.test((element.shadowRoot ?? element).textContent);
export const countdowns = [
  {
    name: 'vanilla floor',
    ...VANILLA,
    code: 'vanilla-countdown',
    html: `<vanilla-countdown to="${to}T00:00:00+03:00"></vanilla-countdown>`,
  },
  {name: 'Lit floor', ...LIT, code: 'lit-countdown', html: `<lit-countdown to="${to}T00:00:00+03:00"></lit-countdown>`},
  {
    name: '**ours**',
    head: tag(),
    html: `<solidarity-countdown to="${to}" units="days hours minutes seconds">words</solidarity-countdown>`,
  },
  {
    name: 'relative-time-element',
    code: 'relative-time',
    html: `<relative-time datetime="${to}T00:00:00+03:00" format="duration" precision="second"></relative-time>`,
  },
].map((widget) => ({shown: counts, ...widget}));
