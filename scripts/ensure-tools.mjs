// Runs before the tests: installs the browsers and unpacks the servers that they need. It downloads only by apt.
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findBrowsers} from './find-browsers.mjs';
import {UNPACKED, findServers} from './find-servers.mjs';

/** The distribution: `debian`, `ubuntu`, …; undefined on other systems. */
const system = (() => {
  try {
    return /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
})();
const isRoot = process.getuid?.() === 0;

const run = (program, args, options) =>
  execFileSync(program, args, {
    stdio: 'inherit',
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    ...options,
  });

/** Installs packages. Does nothing unless the user is root. */
const install = (packages) => {
  if (!isRoot) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
};

/**
 * Unpacks packages into the cache. A web server is not installed: its package would start it now and at every boot, on a
 * port that is open to other machines. (RUNLEVEL=1 and policy-rc.d prevent only the first start.)
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
    provide: install,
    command: (packages) => `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    packages: {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']},
    manual: {
      chromium: 'Chrome or Chromium (CHROME_PATH sets another path)',
      firefox: 'Firefox (FIREFOX_PATH sets another path)',
      webkit: 'WebKitWebDriver and Xvfb (Linux only)',
    },
    // On Ubuntu the packages of Chromium and Firefox install snaps, which do not work for the tests.
    apt: {debian: ['chromium', 'firefox', 'webkit'], ubuntu: ['webkit']},
  },
  {
    find: findServers,
    provide: unpack,
    command: () => 'sudo apt-get update && node scripts/ensure-tools.mjs',
    packages: {
      nginx: ['nginx'],
      brotli: ['libnginx-mod-http-brotli-static'],
      caddy: ['caddy'],
      varnish: ['varnish', 'libvarnishapi3', 'libjemalloc2'],
      openssl: ['openssl'],
    },
    manual: {
      nginx: 'nginx',
      brotli: 'nginx’s module ngx_http_brotli_static_module (Debian and Ubuntu only)',
      caddy: 'Caddy',
      varnish: 'Varnish, and a C compiler for it',
      openssl: 'OpenSSL',
    },
    apt: {
      debian: ['nginx', 'brotli', 'caddy', 'varnish', 'openssl'],
      ubuntu: ['nginx', 'brotli', 'caddy', 'varnish', 'openssl'],
    },
  },
];

for (const {find, provide, command, packages, manual, apt} of GROUPS) {
  const available = apt[system] ?? [];
  const packagesOf = (names) => names.filter((name) => available.includes(name)).flatMap((name) => packages[name]);

  const wanted = packagesOf(find().missing);
  try {
    if (wanted.length) provide(wanted);
  } catch (error) {
    console.error(error.message);
  }

  const {missing, enough} = find();
  if (!missing.length) continue;
  const missingPackages = packagesOf(missing);
  const others = missing.filter((name) => !available.includes(name)).map((name) => manual[name]);
  console.error(
    `Not found: ${missing.join(', ')}. ${enough ? 'Tests that need it are skipped.' : 'The tests cannot run without it.'}`,
  );
  if (missingPackages.length) console.error(`To install it, run: ${command(missingPackages)}`);
  if (others.length) console.error(`Install ${others.join('; ')}`);
  if (!enough) process.exitCode = 1;
}
