// What one process of nginx with our settings answers under wrk, over TLS on loopback. The tests' nginx has no master
// process; what it does is what one worker of a whole nginx does.
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {brotliDecompressSync, gunzipSync, gzipSync} from 'node:zlib';
import {firstOf} from '../../scripts/find-programs.mjs';
import {serve} from '../support/servers.mjs';
import {summary} from './statistics.mjs';

const wrk = firstOf('wrk');
if (!wrk) throw new Error('No wrk to measure with. To have it: sudo apt-get install -y wrk');

const [ROUNDS, SECONDS, CONNECTIONS] = [3, 5, 16];
const MILLISECONDS = {us: 0.001, ms: 1, s: 1000, m: 60_000};
const UNPACK = {br: brotliDecompressSync, gzip: gunzipSync};
const BROWSERS = {'accept-encoding': 'gzip, deflate, br, zstd'};

/** Seconds that a process has had of the processors. */
const used = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** One answer, looked at: the status, the encoding and the bytes that were meant. Gives the length of the body. */
const look = async ({server, path, headers, status, encoding}) => {
  const answer = await server.ask(path, headers);
  const given = answer.headers['content-encoding'];
  if (answer.status !== status || given !== encoding) throw new Error(`${path}: ${answer.status}, ${given}`);
  const file = readFileSync(join(server.root, path));
  if (status === 200 && !UNPACK[encoding](answer.body).equals(file)) throw new Error(`${path} is not the file`);
  return answer.body.length;
};

/** Answers a second, the slowest hundredth in milliseconds, and answers in a second of nginx's own processor time. */
const load = async ({server, path, headers}) => {
  const before = used(server.pid);
  const words = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const settings = ['--threads', 1, '--connections', CONNECTIONS, '--duration', SECONDS, '--latency', '--timeout', 9];
  const {stdout} = await promisify(execFile)(wrk, [...settings, ...words, server.origin + path], {timeout: 60_000});
  const [, slow, unit] = /99%\s+([\d.]+)(\w+)/.exec(stdout) ?? [];
  const [, answers] = /(\d+) requests in/.exec(stdout) ?? [];
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (!slow || !Number(answers) || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  return {rate: Number(rate), slowest: slow * MILLISECONDS[unit], capacity: answers / (used(server.pid) - before)};
};

/** Medians for each thing that is asked for; `core` is the path of the chunk that every page has. */
export const measureLoad = async (t, core) => {
  const shipped = await serve(t, 'nginx', {choices: /^brotli/});
  // wrk would take up its old sessions, as no first view can.
  const altered = await serve(t, 'nginx', {
    choices: /^(brotli|gzip)_static/,
    files: {'feed.json.gz': gzipSync(readFileSync('dist/feed.json'), {level: 9})},
    more: ' ssl_session_tickets off; ',
  });
  const {etag} = (await shipped.ask('/feed.json', BROWSERS)).headers;
  const file = {server: shipped, headers: BROWSERS, status: 200};
  const feed = {...file, path: '/feed.json', encoding: 'gzip'};
  const tag = {...file, path: '/solidarity.js', encoding: 'br'};
  const cases = {
    tag,
    core: {...file, path: core, encoding: 'br'},
    figures: {...feed, path: '/figures.json'},
    feed,
    packed: {...feed, server: altered},
    unchanged: {...feed, encoding: undefined, status: 304, headers: {...BROWSERS, 'if-none-match': etag}},
    connection: {...tag, server: altered, headers: {...BROWSERS, connection: 'close'}},
  };
  const runs = {};
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, each] of Object.entries(cases)) {
      const bytes = await look(each);
      (runs[name] ??= []).push({bytes, ...(await load(each))});
    }
  const medians = (all) =>
    Object.fromEntries(Object.keys(all[0]).map((key) => [key, summary(all.map((run) => run[key])).median]));
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, medians(all)]));
};
