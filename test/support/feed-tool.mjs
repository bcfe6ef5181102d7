// Runs the built feed tool as a user does, in a temporary folder.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after} from 'node:test';

const TOOL = resolve('dist/solidarity-feed.js');

const toContent = (content) =>
  typeof content === 'string' || ArrayBuffer.isView(content) ? content : JSON.stringify(content);

/**
 * A temporary folder, removed after the test `t`, or without `t` after all tests of the file. `run` runs the tool in it,
 * or a copy of it; `node` are options of Node itself.
 */
export const tempDir = (t = {after}) => {
  const folder = mkdtempSync(join(tmpdir(), 'solidarity-feed-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  const path = (name) => join(folder, name);
  return {
    folder,
    path,
    /** Writes a file (an object as JSON), and returns its path. */
    put: (name, content) => {
      writeFileSync(path(name), toContent(content));
      return path(name);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    run: (args, {cwd = '.', env = {}, node = [], input = '', tool = TOOL} = {}) => {
      const {status, signal, stdout, stderr} = spawnSync(process.execPath, [...node, tool, ...args], {
        cwd: path(cwd),
        env: {...process.env, ...env},
        encoding: 'utf8',
        input,
        maxBuffer: 1e8,
      });
      return {
        code: status,
        signal,
        stdout,
        stderr,
        json: () => JSON.parse(stdout),
      };
    },
  };
};

/** Options of Node (`node` of `run`) with which the tool runs at an instant. */
export const at = (instant) => [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    `const RealDate = Date, shift = RealDate.parse('${instant}') - RealDate.now();
    globalThis.Date = class extends RealDate {
      constructor(...args) { args.length ? super(...args) : super(RealDate.now() + shift); }
      static now() { return RealDate.now() + shift; }
    };`,
  )}`,
];

/** Today in UTC, or some days from it. */
export const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
