// The built feed tool, run as a user runs it, in a folder of its own.
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

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
