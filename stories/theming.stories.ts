import '../src/define/solidarity-banner.js';
import '../src/define/solidarity-countdown.js';
import '../src/define/solidarity-counter.js';
import '../src/define/solidarity-ways.js';
import {tokens} from '../src/theme/tokens.js';
import {LOOKS, tag, type Attributes, type Globals, type Meta, type Story} from './stage.js';

/** The public custom properties, as the elements read them. */
const PROPERTIES = [...new Set(tokens.cssText.match(/--solidarity-[\w-]+/g))].filter(
  (name) => name !== '--solidarity-banner-top',
);

const LENGTHS_AND_FONTS: Readonly<Record<string, string>> = {
  '--solidarity-radius': 'A length, such as `0` or `16px`.',
  '--solidarity-space': 'A length: the padding of a card.',
  '--solidarity-font': 'A font family; by default the page’s.',
  '--solidarity-number-font': 'The font family of the number.',
};

const argTypes = Object.fromEntries(
  PROPERTIES.map((name) => [
    name,
    {
      control: name in LENGTHS_AND_FONTS ? 'text' : 'color',
      description: LENGTHS_AND_FONTS[name] ?? 'A colour.',
      table: {category: 'custom properties'},
    },
  ]),
);

const counter = (attributes: Attributes, globals: Globals) =>
  tag('solidarity-counter', {trend: true, change: true, ...attributes}, 'Political prisoners in Belarus', globals);

const grid = (cells: readonly string[], style = '') =>
  `<div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); align-items: start; gap: 1rem${style}">
${cells.map((cell) => `  ${cell}\n`).join('')}</div>`;

export default {
  title: 'Theming',
  render: () => '',
} satisfies Meta;

/** The four looks side by side. */
export const Looks: Story = {
  render: (_, {globals}) => grid(LOOKS.map((look) => counter({look}, globals))),
};

/** The same on a dark page. */
export const LooksInTheDark: Story = {...Looks, globals: {theme: 'dark'}};

/** The same, when the figure is out of date. */
export const LooksOutOfDate: Story = {...Looks, globals: {day: '2026-11-22'}};

/** Every custom property, live. What is not set is the look’s. */
export const Tokens: Story = {
  argTypes,
  render: (args, {globals}) => {
    const set = Object.entries(args).filter(([name, value]) => name in argTypes && value);
    return grid(
      [
        counter({}, globals),
        tag('solidarity-countdown', {}, 'The Day of Solidarity with Belarus is on 9 August.', globals),
        tag('solidarity-banner', {}, 'Solidarity is stronger than repression!', globals),
        tag('solidarity-ways', {limit: 2}, 'Write to a prisoner.', globals),
      ],
      set.map(([name, value]) => `; ${name}: ${String(value)}`).join(''),
    );
  },
};

/** An example: the accent of a partner, square corners. */
export const AnAccent: Story = {
  ...Tokens,
  args: {'--solidarity-accent': '#005a9c', '--solidarity-radius': '0px'},
  globals: {look: 'campaign', theme: 'light'},
};
