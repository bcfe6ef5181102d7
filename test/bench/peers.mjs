// Ours beside a floor of nothing but the platform, a floor of Lit, and what else one could embed, in one run: each round
// takes all in another order. Writes the tables below “Beside its peers” and “At a glance” in stories/performance.md.
// ROUNDS=3: fewer rounds. ONLY=cold,tick: some of it.
import {readdirSync, readFileSync} from 'node:fs';
import {launch} from '../support/tab.mjs';
import {bundle} from './peers/bundle.mjs';
import {cold} from './peers/cold.mjs';
import {mounts} from './peers/mounts.mjs';
import {newValue} from './peers/new-value.mjs';
import {countdowns, counters, pages} from './peers/pages.mjs';
import {serve} from './peers/server.mjs';
import {ticks} from './peers/ticks.mjs';
import {writeTables} from './tables.mjs';

const PARTS = {cold, mounts, ticks, newValue};
const {ROUNDS, ONLY} = process.env;
const wanted = ONLY?.split(',') ?? Object.keys(PARTS);

const server = await serve();
const browser = await launch();
try {
  for (const name of new Set([...pages, ...counters, ...countdowns].map(({code}) => code)))
    if (name) server.put(`/${name}.js`, await bundle(name));
  const chunks = readdirSync('dist/chunks').filter((file) => file.endsWith('.js'));
  for (const file of ['solidarity.js', 'figures.json', 'feed.json', ...chunks.map((chunk) => `chunks/${chunk}`)])
    server.put(`/${file}`, readFileSync(`dist/${file}`));
  for (const name of wanted)
    for (const [path, tables] of Object.entries(
      await PARTS[name]({browser, server, rounds: Number(ROUNDS) || undefined}),
    ))
      await writeTables(path, tables);
} finally {
  await browser.close();
  server.close();
}
