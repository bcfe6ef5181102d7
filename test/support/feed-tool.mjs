// The built feed tool, run as a user runs it, in a folder of its own.
import {execFile, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after} from 'node:test';

const TOOL = resolve('dist/solidarity-feed.js');

/** A folder for a test; and the tool run in it, which gives its exit code and what it said. */
export const workshop = async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'feed-tool-'));
  t.after(() => rm(folder, {recursive: true}));
  const path = (name) => join(folder, name);
  return {
    folder,
    path,
    put: (name, content) => writeFile(path(name), typeof content === 'string' ? content : JSON.stringify(content)),
    run: (args, {env = {}, cwd = '.'} = {}) =>
      new Promise((done) => {
        const options = {cwd: join(folder, cwd), encoding: 'utf8', env: {...process.env, ...env}, maxBuffer: 1e8};
        const child = execFile(process.execPath, [TOOL, ...args], options, (error, stdout, stderr) =>
          done({code: error ? error.code : 0, stdout, stderr}),
        );
        child.stdin.end();
      }),
  };
};

/** A temporary folder, gone when the tests of the file are done; `put` writes a file into it and gives its path. */
export const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'solidarity-feed-'));
  after(() => rmSync(path, {recursive: true, force: true}));
  return {
    path,
    put: (name, content) => {
      const file = join(path, name);
      writeFileSync(
        file,
        typeof content === 'string' || ArrayBuffer.isView(content) ? content : JSON.stringify(content),
      );
      return file;
    },
    read: (name) => readFileSync(join(path, name)),
  };
};

/** The tool's exit code and what it said; `node` are options of Node itself. */
export const tool = (args, {cwd, node = []} = {}) => {
  const {status, signal, stdout, stderr} = spawnSync(process.execPath, [...node, TOOL, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return {status, signal, stdout, stderr, json: () => JSON.parse(stdout)};
};

/** Today in UTC, or some days from it. */
export const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
