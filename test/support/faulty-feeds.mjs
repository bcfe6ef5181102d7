import {readFile} from 'node:fs/promises';
import {PassThrough, Readable} from 'node:stream';
import {setTimeout as pause} from 'node:timers/promises';
import {createGzip} from 'node:zlib';

const SMALL = JSON.stringify({
  version: 1,
  serial: 1,
  issued: '2026-11-20T00:00:00Z',
  id: 'test',
  title: {en: 'Solidarity', be: 'Салідарнасць'},
  sample: true,
  figures: [
    {
      id: 'held',
      title: {en: 'political prisoners', be: 'палітвязняў'},
      value: 1021,
      asOf: '2026-11-19',
      source: {name: 'Test'},
      definition: 'Persons held, counted for a test',
    },
  ],
});
const MEGABYTE = ' '.repeat(1024 * 1024);

const good = () => readFile('demo/feed.json', 'utf8').catch(() => SMALL);

/** JSON followed by white space is valid JSON: only the size of such an answer is wrong. */
const padded = async (megabytes) =>
  Readable.from(
    (function* (text) {
      yield text;
      for (let i = 0; i < megabytes; i++) yield MEGABYTE;
    })(await good()),
  );

const inCp1251 = (text) =>
  Buffer.from(
    Array.from(text, (char) => {
      const code = char.codePointAt(0);
      if (code < 0x80) return code;
      if (code >= 0x410 && code < 0x450) return code - 0x350;
      return {і: 0xb3, ў: 0xa2}[char] ?? 0x3f;
    }),
  );

/** The headers of all requests that carried `?key=…`, by key. */
const seen = new Map();

const answers = {
  __proto__: null,
  ok: good,
  counted: good,
  count: ({query}) =>
    JSON.stringify({
      count: seen.get(query.key)?.length ?? 0,
      headers: seen.get(query.key) ?? [],
    }),
  empty: () => '',
  html: (ctx) => {
    ctx.type = 'html';
    return '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>';
  },
  'slow-headers': () => new Promise(() => {}),
  stalled: async () => {
    const body = new PassThrough();
    body.write((await good()).slice(0, 200));
    return body;
  },
  delayed: async ({query}) => {
    await pause(Number(query.ms));
    return good();
  },
  reset: (ctx) => {
    ctx.respond = false;
    ctx.req.socket.resetAndDestroy();
  },
  truncated: async () => (await good()).slice(0, -20),
  'not-json': () => 'More than 1,370',
  big: () => padded(10),
  bomb: async (ctx) => {
    ctx.set('content-encoding', 'gzip');
    return (await padded(110)).pipe(createGzip());
  },
  'wrong-type': (ctx) => {
    ctx.type = 'text/plain';
    return good();
  },
  cp1251: async () => inCp1251(await good()),
  bom: async () => `\uFEFF${await good()}`,
  'no-cors': (ctx) => {
    ctx.remove('access-control-allow-origin');
    return good();
  },
  'redirect-html': (ctx) => ctx.redirect('/feeds/html'),
  'redirect-loop': (ctx) => ctx.redirect(ctx.url),
};

const status = (ctx) => {
  ctx.status = Number(ctx.path.slice(-3));
  if (ctx.query['retry-after']) ctx.set('retry-after', ctx.query['retry-after']);
  return ctx.status === 204 ? undefined : good();
};

/**
 * Serves faulty feeds under /feeds/: one of the names above, or a status (`/feeds/404`, with a valid body, and optionally
 * `?retry-after=…`). Requests with `?key=…` are counted: `/feeds/count?key=…`.
 */
export const faultyFeeds = async (ctx, next) => {
  const name = /^\/feeds\/([\w-]+)$/.exec(ctx.path)?.[1];
  const answer = answers[name] ?? (/^\d{3}$/.test(name) && status);
  if (!answer) return next();
  const {key} = ctx.query;
  if (key && name !== 'count') seen.set(key, [...(seen.get(key) ?? []), ctx.headers]);
  ctx.type = 'json';
  ctx.set({'cache-control': 'no-store', 'access-control-allow-origin': '*'});
  const body = await answer(ctx);
  if (body !== undefined) ctx.body = body;
};
