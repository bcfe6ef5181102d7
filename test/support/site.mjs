// A real server with the built files, for tests that need the script tag as a partner's page has it.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';

const TYPES = {'.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css'};

/**
 * Serves the repository's folder, and `pages` (path to HTML) before it. `requests` lists what was asked for;
 * `answer(url)` may say otherwise: a status, or a number of milliseconds to wait as `{delay}`.
 */
export const site = async ({pages = {}, headers = {}, answer = () => undefined} = {}) => {
  const requests = [];
  const server = createServer(async ({url, headers: {referer, cookie}}, response) => {
    const path = new URL(url, 'http://x').pathname;
    requests.push({path, referer, cookie, time: performance.now()});
    for (const [name, value] of Object.entries({'access-control-allow-origin': '*', ...headers}))
      response.setHeader(name, value);
    const {status, delay} = answer(path) ?? {};
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      if (status) throw new Error('as told');
      const body = pages[path] ?? (await readFile(join('.', path)));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html');
      response.end(body);
    } catch {
      response.statusCode = status ?? 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    paths: () => requests.map(({path}) => path.replace(/-\w{8}(?=\.js(on)?$)/, '')),
    close: () => server.close(),
  };
};
