import demo from '../demo/feed.json' with {type: 'json'};
import '../src/define/solidarity-people.js';
import {arabicFeed, feed} from './feeds.js';
import {only, type Meta, type Story} from './stage.js';

export default {
  title: 'Elements/People',
  component: 'solidarity-people',
  tags: ['autodocs'],
  render: only('solidarity-people', 'Who is held, who is free, and since when.'),
} satisfies Meta;

const source = {name: 'Example Human Rights Centre', url: 'https://example.org/'};
const incident = (what: string, date: string, more: object = {}) => ({what, date, source, ...more});
/** A made-up person: nobody of the demo's feed is held. */
const example = (id: string, name: string, incidents: object[], more: object = {}) => ({
  id,
  name: {en: name},
  consent: 'own',
  checkedAt: '2026-03-01',
  incidents,
  ...more,
});

const held = example(
  'jane-example',
  'Jane Example',
  [incident('detained', '2023-02'), incident('sentenced', '2023-06-01'), incident('no-contact', '2024-10-16')],
  {letter: {address: {en: 'Jane Example\nExample Prison\nExample Street 1\nExampleville'}}},
);
const samples = [
  held,
  example('partial-example', 'Ann Example', [incident('detained', '2022'), incident('no-contact', '2023-05')]),
  example('again-example', 'Mary Example', [
    incident('detained', '2020-09-07'),
    incident('released', '2024-07-03'),
    incident('detained', '2025-11'),
    incident('transferred', '2026-02-11'),
  ]),
  example('old-example', 'Paul Example', [incident('detained', '2021-01-10')], {checkedAt: '2025-01-01'}),
  example('exiled-example', 'Eve Example', [incident('detained', '2021'), incident('exiled', '2025-09-11')]),
  example('exchanged-example', 'Tom Example', [incident('exchanged', '2024-08-01')]),
  example('home-example', 'Max Example', [incident('detained', '2020-05'), incident('home', '2026-02-19')]),
  example('died-example', 'John Example', [incident('detained', '2021-07'), incident('died', '2023-01-09')]),
];
const samplesFeed = feed({sample: true, people: samples});

/** The persons of the campaign’s pages: every one of them is free, or it is not known where they are. */
export const Live: Story = {};

/** Made-up persons in every state: held ones first, and an address only while a person is held. */
export const EveryState: Story = {parameters: {feed: samplesFeed}};

/** One person. */
export const OnePerson: Story = {args: {person: 'jane-example'}, parameters: {feed: samplesFeed}};

/** A person of the campaign’s page of 2024, with the newest status. */
export const Released: Story = {args: {person: 'maksim-znak'}, tags: ['!visual']};

/** Only persons who are held. */
export const Held: Story = {args: {status: 'held'}, parameters: {feed: samplesFeed}, tags: ['!visual']};

/** Nobody checked for more than 180 days: it is not known who is still held, and nobody is counted. */
export const Unchecked: Story = {globals: {day: '2026-11-22'}, parameters: {feed: samplesFeed}};

/** Sources without links. */
export const WithoutLinks: Story = {args: {links: 'none'}, tags: ['!visual']};

/** Nobody matches: the fallback content stays. */
export const Empty: Story = {args: {status: 'held'}, name: 'Failed: nobody'};

/** Belarusian: names as Belarusian writes them. */
export const Belarusian: Story = {globals: {lang: 'be'}};

/** On a page that is written from right to left. */
export const RightToLeft: Story = {globals: {lang: 'ar', dir: 'rtl'}, parameters: {feed: arabicFeed}};

/** On a dark page. */
export const Dark: Story = {globals: {theme: 'dark'}, parameters: {feed: samplesFeed}};

/** In a column of 200 px. */
export const Narrow: Story = {globals: {width: '200'}, parameters: {feed: samplesFeed}};

/** The demo’s feed has ten persons. */
export const VeryLong: Story = {
  tags: ['!visual'],
  parameters: {
    feed: feed({
      people: Array.from({length: 4}, (_, i) => demo.people.map((p) => ({...p, id: `${p.id}-${i}`}))).flat(),
    }),
  },
};

/** The feed cannot be loaded: the fallback content stays. */
export const Failed: Story = {globals: {feed: 'offline'}};

/** The feed is loading: the fallback content is shown. */
export const Loading: Story = {globals: {feed: 'loading'}};
