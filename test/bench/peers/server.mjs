// Serves what it is given, packed beforehand as a good server or a CDN would, and writes down what was asked for.
import {createServer} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import {constants, brotliCompressSync} from 'node:zlib';
import {extname} from 'node:path';

const TYPES = {'.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html'};
const best = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};

export const serve = async () => {
  const files = new Map();
  const requests = [];
  let delay = 0;
  const server = createServer(async ({url}, response) => {
    const file = files.get(url);
    if (!file) {
      if (url !== '/favicon.ico') console.error(`${url} was asked for`);
      response.writeHead(404).end();
      return;
    }
    const request = {path: url, bytes: file.packed.length, from: performance.now(), until: Infinity};
    requests.push(request);
    if (delay) await pause(delay);
    request.until = performance.now();
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-encoding': 'br',
      'content-length': file.packed.length,
      'cache-control': 'public, max-age=60',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    response.end(file.packed);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    put: (path, body) => files.set(path, {type: TYPES[extname(path)], packed: brotliCompressSync(body, best)}),
    /** What was asked for since the last time: when it was, and when it was answered. */
    asked: () => requests.splice(0),
    /** From now on each answer takes so many milliseconds. */
    wait: (milliseconds) => (delay = milliseconds),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
