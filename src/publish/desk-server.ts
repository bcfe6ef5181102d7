import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, extname, join} from 'node:path';
import {parseFeed} from '../feed/parse-feed.js';
import {checkFeed} from './check/check.js';
import {severityOf} from './check/findings.js';
import {parseFeedText} from './feed-text.js';
import {withLock} from './file-lock.js';
import {decodeUtf8, readBytes, UserError, writeFileAtomic} from './io.js';
import {escapeMarkup} from './render/escape.js';

/*
 * Serves the desk and one feed to the browser of this computer. Any page that the editor has open can send requests to
 * 127.0.0.1, and a page can make its own name lead there (DNS rebinding). So each request must name the server's exact
 * address, come from the desk itself, and know a token that is in the address alone.
 */

/** Bytes of a feed that is saved. */
const MAX_BYTES = 5 * 1024 * 1024;
/** Milliseconds in which a request must have arrived. */
const REQUEST_TIMEOUT = 10_000;

const HOST = '127.0.0.1';
/** What the desk requests, in the folder of the feed tool. */
const SERVED = /^(desk\.(html|js|css)|solidarity(\.all)?\.js|chunks\/[\w.-]+\.(js|json))$/;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** An answer that is not the one that was requested. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface DeskServer {
  /** The address to open, with the token. */
  readonly url: string;
  /** Ends the server and all connections. */
  close(): void;
}

interface DeskOptions {
  /** The path of the feed. */
  readonly feed: string;
  /** The folder with the files of the desk. */
  readonly folder: string;
  /** The civil date in UTC. */
  today(): string;
  /** Called when the feed was written. */
  onSave(serial: number): void;
}

const etagOf = (bytes: Uint8Array) => `"${createHash('sha256').update(bytes).digest('base64url')}"`;

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Throws a Refusal for a request that may not be the desk's own. */
const refuseForeign = ({headers, method, rawHeaders}: IncomingMessage, origin: string) => {
  const count = (name: string) => rawHeaders.filter((one, i) => i % 2 === 0 && one.toLowerCase() === name).length;
  const site = headers['sec-fetch-site'];
  // The address is opened by hand or by the tool (`none`); the page itself requests the rest.
  const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && method !== 'PUT');
  const isSameOrigin = headers.origin === undefined ? method !== 'PUT' : headers.origin === origin;
  if (`http://${headers.host}` !== origin || count('host') !== 1 || !isSameOrigin || !isOwn)
    throw new Refusal(403, 'Only the desk itself may send requests.');
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Refusal(413, 'The feed is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Replaces the feed, if it is still the one that the desk has read, and has no errors. Returns its new serial. */
const saveFeed = async (request: IncomingMessage, {feed, today}: DeskOptions) => {
  const {headers} = request;
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) throw new Refusal(415, 'A feed is JSON.');
  if (Number(headers['content-length'] ?? 0) > MAX_BYTES) throw new Refusal(413, 'The feed is too large.');
  const body = await readBody(request);
  const {json} = parseFeedText(basename(feed), decodeUtf8(basename(feed), body));
  const error = checkFeed(json, today()).find((finding) => severityOf(finding) === 'error');
  if (error && headers['x-with-errors'] !== 'yes')
    throw new Refusal(422, `The feed has an error at ${error.pointer}: ${error.message} ${error.fix}`);
  const {feed: parsed, problems} = parseFeed(json);
  // Neither the desk nor a page could show anything of it.
  if (!parsed) throw new Refusal(422, `This is not a feed: ${problems[0]}.`);
  await withLock(feed, async () => {
    if (headers['if-match'] !== etagOf(await readBytes(feed))) throw new Refusal(412, 'The file has changed.');
    await writeFileAtomic(feed, body);
  });
  return {etag: etagOf(body), serial: parsed.serial};
};

/** The page, which learns from this element that it is served, and the name of the file. */
const withFeedName = (page: string, feed: string) =>
  // A function, since `$` means something in a text that replaces.
  page.replace('</head>', () => `<meta name="feed-file" content="${escapeMarkup(basename(feed))}" />\n  </head>`);

const respond = async (request: IncomingMessage, response: ServerResponse, path: string, options: DeskOptions) => {
  const {feed, folder, onSave} = options;
  const {method} = request;
  if (path === 'feed') {
    if (method === 'PUT') {
      const {etag, serial} = await saveFeed(request, options);
      onSave(serial);
      response.writeHead(204, {...HEADERS, etag}).end();
      return;
    }
    if (method !== 'GET') throw new Refusal(405, 'Use GET or PUT.');
    const bytes = await readBytes(feed);
    response.writeHead(200, {...HEADERS, 'content-type': TYPES['.json'], etag: etagOf(bytes)}).end(bytes);
    return;
  }
  if (method !== 'GET') throw new Refusal(405, 'Use GET.');
  if (!SERVED.test(path)) throw new Refusal(404, 'There is no such file.');
  const content = await readFile(join(folder, path)).catch(() => {
    throw new Refusal(404, 'There is no such file.');
  });
  const body = path === 'desk.html' ? withFeedName(content.toString(), feed) : content;
  response.writeHead(200, {...HEADERS, 'content-type': TYPES[extname(path)]}).end(body);
};

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the desk on a port of this computer, by default on a free one. Throws a UserError where it is taken. */
export const serveDesk = async (options: DeskOptions, port = 0): Promise<DeskServer> => {
  const token = randomBytes(24).toString('base64url');
  let origin = '';
  const server = createServer(
    {requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT},
    (request, response) => {
      const answer = async () => {
        refuseForeign(request, origin);
        const [, given = '', ...path] = (request.url ?? '').split('?')[0]!.split('/');
        if (!isSame(given, token))
          throw new Refusal(
            404,
            'This is not the address of the desk, or that of an earlier run. The terminal shows it.',
          );
        await respond(request, response, path.join('/'), options);
      };
      answer().catch((error: Error) => {
        const status = error instanceof Refusal ? error.status : error instanceof UserError ? 422 : 500;
        const message = error instanceof UserError ? `${error.message} ${error.fix}`.trim() : error.message;
        if (response.headersSent) response.destroy();
        // What is not read of a body ends with the connection.
        else
          response
            .writeHead(status, {...HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close'})
            .end(message);
      });
    },
  );
  const used = await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(
      `The port ${port} cannot be used: ${error.code}.`,
      'Leave out --port, or choose another.',
      'io',
    );
  });
  origin = `http://${HOST}:${used}`;
  return {
    url: `${origin}/${token}/desk.html`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
