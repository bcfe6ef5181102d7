// Sees to it, before the tests, that there are browsers and servers to test with. Nothing is ever downloaded but by apt.
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findBrowsers} from './find-browsers.mjs';
import {UNPACKED, findServers} from './find-servers.mjs';

/** `debian`, `ubuntu`, … or nothing. */
const system = (() => {
  try {
    return /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
})();
const isRoot = process.getuid?.() === 0;

const run = (program, words, options) =>
  execFileSync(program, words, {
    stdio: 'inherit',
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    ...options,
  });

/** Installs packages; only root can. */
const install = (packages) => {
  if (!isRoot) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
};

/**
 * Unpacks packages into the cache. A web server is not installed: its package would start it, and start it again with
 * every boot, on a port open to the world. (RUNLEVEL=1 and policy-rc.d put off the first start, not the others.)
 */
const unpack = (packages) => {
  const folder = mkdtempSync(join(tmpdir(), 'servers-'));
  try {
    mkdirSync(UNPACKED, {recursive: true});
    if (isRoot) run('apt-get', ['update']);
    run('apt-get', ['-o', 'APT::Sandbox::User=root', 'download', ...packages], {cwd: folder});
    for (const file of readdirSync(folder)) run('dpkg-deb', ['--extract', join(folder, file), UNPACKED]);
  } finally {
    rmSync(folder, {recursive: true});
  }
};

const GROUPS = [
  {
    find: findBrowsers,
    bring: install,
    line: (packages) => `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    packages: {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']},
    byHand: {
      chromium: 'Chrome or Chromium (another place: CHROME_PATH)',
      firefox: 'Firefox (another place: FIREFOX_PATH)',
      webkit: 'WebKitWebDriver and Xvfb (Linux only)',
    },
    // Ubuntu's packages of Chromium and Firefox are only doors to snap.
    apt: {debian: ['chromium', 'firefox', 'webkit'], ubuntu: ['webkit']},
  },
  {
    find: findServers,
    bring: unpack,
    line: () => 'sudo apt-get update && node scripts/ensure-tools.mjs',
    packages: {nginx: ['nginx'], brotli: ['libnginx-mod-http-brotli-static'], caddy: ['caddy'], openssl: ['openssl']},
    byHand: {
      nginx: 'nginx',
      brotli: 'nginx’s module ngx_http_brotli_static_module (Debian and Ubuntu only)',
      caddy: 'Caddy',
      openssl: 'OpenSSL',
    },
    apt: {debian: ['nginx', 'brotli', 'caddy', 'openssl'], ubuntu: ['nginx', 'brotli', 'caddy', 'openssl']},
  },
];

for (const {find, bring, line, packages, byHand, apt} of GROUPS) {
  const byApt = apt[system] ?? [];
  const packagesOf = (names) => names.filter((name) => byApt.includes(name)).flatMap((name) => packages[name]);

  const wanted = packagesOf(find().missing);
  try {
    if (wanted.length) bring(wanted);
  } catch (error) {
    console.error(error.message);
  }

  const {missing, enough} = find();
  if (!missing.length) continue;
  const left = packagesOf(missing);
  const others = missing.filter((name) => !byApt.includes(name)).map((name) => byHand[name]);
  console.error(
    `No ${missing.join(', no ')} to test with. ${enough ? 'The tests run without.' : 'The tests need it.'}`,
  );
  if (left.length) console.error(`To have it: ${line(left)}`);
  if (others.length) console.error(`To have it, install ${others.join('; ')}`);
  if (!enough) process.exitCode = 1;
}
