// Feeds that grow in one thing, from the words of the demo's.
import {readFileSync} from 'node:fs';

const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
const {version, serial, issued, id, title} = demo;
const head = {version, serial, issued, id, title: title.en};
const [{history, ...figure}] = demo.figures;
const [{source}] = history;
const inTwo = ({en, pl}) => ({en, pl});
const short = (words) => (words.length > 45 ? `${words.slice(0, 45).replace(/\S*$/, '').trimEnd()}…` : words);
const times = (n, make) => Array.from({length: n}, (_, i) => make(i));

/** What a feed may weigh. */
export const MOST = 512;

export const demoFeed = JSON.stringify(demo);

const counted = {
  id: figure.id,
  title: figure.title.en,
  value: figure.value,
  asOf: figure.asOf,
  source,
  definition: figure.definition.en,
};

/** A way as short as two thousand of them must be: in two languages, in a quarter of a kilobyte. */
const way = (i) => {
  const {category, audiences, title, text, organisations} = demo.ways[i % demo.ways.length];
  const {en, pl} = inTwo(title);
  return {
    id: `way-${i}`,
    category: category === 'military' ? 'act' : category,
    audiences,
    title: {en: short(`${i} ${en}`), pl: short(`${i} ${pl}`)},
    text: short(text.en),
    organisations: organisations?.slice(0, 1),
  };
};
const organisations = demo.organisations.map(({name, note, ...rest}) => ({
  ...rest,
  name: name.en ? inTwo(name) : name,
  ...(note && {note: inTwo(note)}),
}));

/** Items until the feed has so many KiB, and the title as long as the rest asks for. */
const filled = (kib, feed, name, make) => {
  const bytes = (value) => Buffer.byteLength(JSON.stringify(value));
  const items = [];
  for (let left = kib * 1024 - bytes({...feed, [name]: feed[name] ?? []}); ; items.push(make(items.length))) {
    left -= bytes(make(items.length)) + 1;
    if (left < 0) break;
  }
  const whole = {...feed, [name]: [...(feed[name] ?? []), ...items]};
  return JSON.stringify({...whole, title: whole.title.padEnd(whole.title.length + kib * 1024 - bytes(whole), '.')});
};

export const ofSize = {
  'other sections': (kib) => filled(kib, {...head, figures: [counted]}, 'ways', way),
  figures: (kib) => filled(kib, {...head, figures: [counted]}, 'figures', (i) => ({...counted, id: `figure-${i}`})),
};

/** A count a day, back from the newest. */
export const withHistory = (n) => {
  const dayBefore = (days) => new Date(Date.parse(counted.asOf) - days * 864e5).toISOString().slice(0, 10);
  const points = times(n - 1, (i) => ({
    date: dayBefore(n - 1 - i),
    value: Math.round(600 + 500 * Math.sin(i / 300) + 40 * Math.sin(i * i)),
    source: {name: source.name},
  }));
  return JSON.stringify({...head, figures: [{...counted, history: points}]});
};

export const withWays = (n) => JSON.stringify({...head, ways: times(n, way), organisations});

/** As bare as five thousand towns must be. */
export const withTowns = (n) => {
  /** Two decimals, also after the addition. */
  const degrees = (from, i, span) => (from * 100 + Math.round((((i * 7919) % 1000) * span) / 10)) / 100;
  const town = (i) => ({
    id: `town-${i}`,
    name: `Town ${i}`,
    country: 'PL',
    latitude: degrees(49, i, 6),
    longitude: degrees(14, i, 10),
    acts: [],
  });
  return JSON.stringify({...head, figures: [counted], towns: times(n, town)});
};
