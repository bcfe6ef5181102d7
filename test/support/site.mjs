// A real server with the built files, for tests that need the script tag as a partner's page has it.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

const TYPES = {
  '.html': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Names of chunks without their hashes. */
const unhashed = (path) => path.replace(/-[\w-]{8}\.(js|json)$/, '.$1');

/** A response from its short forms: a status, a body, or a response. */
const toResponse = (given) => {
  if (typeof given === 'number') return {status: given};
  const isBody = typeof given === 'string' || Buffer.isBuffer(given) || given?.[Symbol.asyncIterator];
  return isBody ? {body: given} : (given ?? {});
};

/**
 * Serves the repository's folder, and `pages` before it: by path, a body (text, bytes, or an async iterable of them),
 * a response, or a function of the request that returns one of these.
 *
 * A response has any of `status`, `headers`, `type`, `body`, and `delay` (milliseconds), `until` (a promise) to wait
 * for, or `fault`: `hang` (never answers), `reset` (the connection ends), `stall` (half of the body, and no end).
 * `answer(path, nth)` may overrule any file or page; `nth` counts the requests for that path from 1.
 *
 * `requests` lists what was requested, and `paths()` their paths, without the hashes of chunks.
 */
export const site = async ({pages = {}, headers = {}, answer = () => undefined} = {}) => {
  const requests = [];
  const missing = [];
  const counts = new Map();
  let open = 0;
  let lastActivity = performance.now();

  const serve = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const {referer, cookie, origin} = request.headers;
    const nth = (counts.get(path) ?? 0) + 1;
    counts.set(path, nth);
    requests.push({path, url: request.url, referer, cookie, origin});
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const given = {
      ...toResponse(typeof page === 'function' ? await page(request, nth) : page),
      ...toResponse(await answer(path, nth)),
    };
    const {status = 200, type = TYPES[extname(path)] ?? 'text/html', delay, until, fault} = given;
    const all = {
      'access-control-allow-origin': '*',
      'content-type': type,
      ...headers,
      ...given.headers,
    };
    // A value of `undefined` removes a header.
    for (const [name, value] of Object.entries(all)) if (value !== undefined) response.setHeader(name, value);
    if (fault === 'hang') return 'open';
    if (fault === 'reset') return void request.socket.resetAndDestroy();
    if (delay) await pause(delay);
    await until;
    let {body} = given;
    if (body === undefined && status === 200) {
      try {
        body = await readFile(join('.', path));
      } catch {
        missing.push(path);
      }
    }
    response.statusCode = body === undefined && status === 200 ? 404 : status;
    if (body?.[Symbol.asyncIterator] && !Buffer.isBuffer(body)) {
      for await (const part of body) response.write(part);
      response.end();
    } else if (fault === 'stall') {
      response.write(body.slice(0, body.length / 2));
      return 'open';
    } else response.end(body);
    return undefined;
  };

  const server = createServer((request, response) => {
    open++;
    let isOpen = true;
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      open--;
      lastActivity = performance.now();
    };
    response.on('close', close);
    serve(request, response).then(
      (state) => state === 'open' && close(),
      // A body that throws ends in the middle.
      () => response.destroy(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const paths = () => requests.map(({path}) => unhashed(path));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    paths,
    /** Paths that nothing was found for. */
    missing,
    /** How many requests there were for a path, a part of one, or a pattern. */
    count: (what) => paths().filter((path) => (what instanceof RegExp ? what.test(path) : path.includes(what))).length,
    /** Whether every response was sent, except those that hang, and no request came for a while. */
    isQuiet: (ms = 150) => open === 0 && performance.now() - lastActivity > ms,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
