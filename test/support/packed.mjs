// The package as npm packs it, installed in a folder outside the repository.
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8'));
let tarball;

/** The tarball of the package, packed once for all tests of a file. */
export const pack = () => {
  if (tarball) return tarball;
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{filename}] = JSON.parse(execFileSync('npm', args, {encoding: 'utf8'}));
  return (tarball = join(folder, filename));
};

/** Unpacks the package into a folder, and nothing that was there before. */
export const unpackPacked = (folder) => {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  execFileSync('tar', ['-xzf', pack(), '--strip-components=1', '-C', folder]);
};

/**
 * A folder in which `solidarity-widgets` is installed, with links to its dependencies and other packages in the
 * repository. It is deleted after the test. `put` writes a file.
 */
export const installPacked = (t, packages = []) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'installed-')));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  unpackPacked(join(folder, 'node_modules/solidarity-widgets'));
  for (const name of new Set([...Object.keys(dependencies), ...packages])) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), {recursive: true});
    symlinkSync(resolve('node_modules', name), link, 'junction');
  }
  const put = (name, content) => writeFileSync(join(folder, name), content);
  put('package.json', JSON.stringify({type: 'module', private: true}));
  return {folder, put};
};
