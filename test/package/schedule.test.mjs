// When tabs ask again: one by one, ten thousand of them in virtual time, and ten thousand requests to a real server.
import assert from 'node:assert/strict';
import {readFileSync, renameSync, utimesSync, writeFileSync} from 'node:fs';
import {Agent} from 'node:https';
import {join} from 'node:path';
import test from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {runnerImport} from 'vite';
import {findServers} from '../../scripts/find-servers.mjs';
import {serve} from '../support/servers.mjs';

const {nextDelay} = (await runnerImport('/src/store/schedule.ts')).module;
const NOW = Date.parse('2027-08-09T12:00:00Z');
const MINUTE = 60;
const HOUR = 3600;

/** The same random numbers with every run (mulberry32). */
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** The shortest and the longest of many waits, in seconds. */
const range = (seconds, failures = 0, retryAfter = null, shared = false) => {
  const random = seeded(1);
  const waits = Array.from(
    {length: 10_000},
    () => nextDelay(seconds, failures, retryAfter, NOW, shared, random) / 1000,
  );
  return [Math.min(...waits), Math.max(...waits)];
};
/** All of a range is used, but for a hundredth at its ends; more where large waits are rare. */
const spans = ([shortest, longest], from, to, slack = 0.01) => {
  const end = (to - from) * slack;
  assert.ok(from <= shortest && shortest < from + end, `${shortest} is not ${from}`);
  assert.ok(to - end < longest && longest <= to, `${longest} is not ${to}`);
};

for (const [wish, seconds] of [
  [300, 300],
  [3600, 3600],
  [86_400, 86_400],
  [1, 300],
  [-5, 300],
  [1e9, 86_400],
])
  test(`every ${wish} s is ${seconds} s, give or take a fifth`, () => spans(range(wish), seconds * 0.8, seconds * 1.2));

test('after failures: a minute, doubled up to an hour, never under the 300 s that who succeeds waits', () => {
  for (const seconds of [300, 86_400])
    [300, 300, 300, 480, 960, 1920, 3600, 3600, 3600].forEach((usual, i) =>
      spans(range(seconds, i + 1), usual * 0.8, usual * 1.2),
    );
  spans(range(300, 5000), 2880, 4320);
});

test('a Retry-After is the least, as seconds or as a date, and later is random', () => {
  for (const retryAfter of ['1800', new Date(NOW + 1800e3).toUTCString()]) {
    spans(range(300, 1, retryAfter), 1800, 1800 + 360, 0.03);
    spans(range(300, 6, retryAfter), 1800, 1800 + 2304, 0.03);
  }
  spans(range(300, 1, '1'), 240, 240 + 360, 0.03);
});

test('a Retry-After of more than a day is a day', () => {
  for (const retryAfter of ['86401', '1000000000', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])
    spans(range(300, 1, retryAfter), 86_400, 86_400 + 360, 0.03);
});

test('a Retry-After that says nothing is none', () => {
  const past = new Date(NOW - 1000).toUTCString();
  for (const retryAfter of [null, '', '0', 'soon', '-5', '1.5', '1e3', '0x10', '5, 10', '2099-01-01', 'soon GMT', past])
    assert.deepEqual(range(300, 1, retryAfter), range(300, 1), retryAfter);
});

test('after a shared moment: the shortest wait, and a part of another', () =>
  spans(range(300, 0, null, true), 240, 240 + 360, 0.03));

const TABS = 10_000;
const BUCKET = 10;

/**
 * Requests of ten thousand tabs with a refresh of 300 s, counted in windows of ten seconds. A tab asks when it is
 * opened, and then by the schedule; `answer(time)` is what it gets: nothing for a success, or a Retry-After.
 */
const simulate = ({open, hours, answer = () => undefined, shared = true}) => {
  const random = seeded(2);
  const counts = new Array((hours * HOUR) / BUCKET).fill(0);
  for (let tab = 0; tab < TABS; tab++) {
    let failures = 0;
    let first = shared;
    for (let time = open(random); time < hours * HOUR; first = false) {
      counts[Math.floor(time / BUCKET)]++;
      const retryAfter = answer(time);
      failures = retryAfter === undefined ? 0 : failures + 1;
      time += nextDelay(300, failures, retryAfter ?? null, NOW + time * 1000, first, random) / 1000;
    }
  }
  return counts;
};

/** The most and the mean of the windows between two times. */
const load = (counts, from, to) => {
  const windows = counts.slice(Math.ceil(from / BUCKET), Math.floor(to / BUCKET));
  const mean = windows.reduce((sum, count) => sum + count) / windows.length;
  return {peak: Math.max(...windows) / BUCKET, mean: mean / BUCKET};
};

const evenly = (seconds) => (random) => random() * seconds;
/** Down from the first hour on for half an hour. */
const down = (retryAfter) => (time) => (time >= HOUR && time < 1.5 * HOUR ? retryAfter : undefined);
const dateOfEnd = new Date(NOW + 1.5 * HOUR * 1000).toUTCString();

for (const [what, run, from] of [
  ['opened evenly in five minutes', {open: evenly(300)}, 10 * MINUTE],
  // The opening itself is ten thousand page views; the first refresh comes four minutes later.
  ['opened in one second', {open: evenly(1)}, 4 * MINUTE],
  [
    'opened in one second at a server that is down',
    {open: evenly(1), answer: (time) => (time < 5 ? null : undefined)},
    4 * MINUTE,
  ],
  ['half an hour of 503', {open: evenly(1), answer: down(null)}, HOUR],
  ['half an hour of 503 with Retry-After: 120', {open: evenly(1), answer: down('120')}, HOUR],
  ['half an hour of 503 with Retry-After: 1800', {open: evenly(1), answer: down('1800')}, HOUR],
  ['half an hour of 503 with one Retry-After date for all', {open: evenly(1), answer: down(dateOfEnd)}, HOUR],
  ['asleep for the night, woken within ten minutes', {open: evenly(600)}, 0],
])
  test(`ten thousand tabs, ${what}: peak to mean`, (t) => {
    const {peak, mean} = load(simulate({...run, hours: 5}), from, 5 * HOUR);
    t.diagnostic(`${what}: peak ${peak.toFixed(1)} /s, mean ${mean.toFixed(1)} /s, ${(peak / mean).toFixed(2)}`);
    assert.ok(peak / mean <= 1.5, `${peak} / ${mean}`);
    // An outage is no reason to ask more than on a usual day.
    assert.ok(peak <= (1.5 * TABS) / 300, `${peak}`);
  });

test('give or take a fifth would not do: tabs that were opened together come together', () => {
  const {peak, mean} = load(simulate({open: evenly(1), shared: false, hours: 5}), 4 * MINUTE, 5 * HOUR);
  assert.ok(peak / mean > 2);
});

test(
  'a real server answers ten thousand requests on that schedule, and shows a correction to all',
  {
    skip: findServers().missing.some((name) => ['nginx', 'openssl'].includes(name)) && findServers().enough,
  },
  async (t) => {
    const {ask, root} = await serve(t, 'nginx');
    const agent = new Agent({keepAlive: true, maxSockets: 50});
    t.after(() => agent.destroy());
    const random = seeded(3);
    // Five minutes are a second and a half.
    const pace = 1 / 200;
    const old = (await ask('/figures.json', {'accept-encoding': 'gzip'})).headers;
    let asked = 0;
    let corrected = false;
    const seen = {200: 0, 304: 0};

    const correct = () => {
      writeFileSync(
        join(root, 'new'),
        readFileSync(join(root, 'figures.json'), 'utf8').replace(/"serial":\d+/, '"serial":2'),
      );
      utimesSync(join(root, 'new'), Date.now() / 1000, Date.parse(old['last-modified']) / 1000 + 60);
      renameSync(join(root, 'new'), join(root, 'figures.json'));
      corrected = true;
    };
    const tab = async () => {
      let {etag} = old;
      for (const shared of [true, false]) {
        await setTimeout(nextDelay(300, 0, null, NOW, shared, random) * pace);
        if (++asked === TABS / 2) correct();
        const late = corrected;
        const conditional = {'accept-encoding': 'gzip', 'if-none-match': etag};
        const {status, headers} = await ask('/figures.json', conditional, {agent});
        seen[status]++;
        if (status === 200) etag = headers.etag;
        if (late) assert.notEqual(etag, old.etag, 'an old feed after the correction');
      }
    };
    await Promise.all(Array.from({length: TABS / 2}, tab));
    t.diagnostic(`${seen[200]} × 200, ${seen[304]} × 304`);
    assert.deepEqual(Object.keys(seen), ['200', '304']);
    assert.equal(seen[200] + seen[304], TABS);
    assert.ok(seen[200] > TABS / 4 && seen[304] > TABS / 4);
  },
);
