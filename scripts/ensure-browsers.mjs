// Sees to it, before the tests, that there are browsers to test in. Nothing is ever downloaded but by apt.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {findBrowsers} from './find-browsers.mjs';

const PACKAGES = {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']};
const BY_HAND = {
  chromium: 'Chrome or Chromium (another place: CHROME_PATH)',
  firefox: 'Firefox (another place: FIREFOX_PATH)',
  webkit: 'WebKitWebDriver and Xvfb (Linux only)',
};

/** `debian`, `ubuntu`, … or nothing. */
const system = () => {
  try {
    return /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
};

/** The engines that apt can bring here. Ubuntu's packages of Chromium and Firefox are only doors to snap. */
const byApt = {debian: ['chromium', 'firefox', 'webkit'], ubuntu: ['webkit']}[system()] ?? [];

const install = (packages) => {
  const apt = (...words) =>
    execFileSync('apt-get', words, {stdio: 'inherit', env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    console.error(error.message);
  }
};

const packagesOf = (engines) =>
  engines.filter((engine) => byApt.includes(engine)).flatMap((engine) => PACKAGES[engine]);

const wanted = packagesOf(findBrowsers().missing);
if (wanted.length && process.getuid() === 0) install(wanted);

const {missing, enough} = findBrowsers();
if (missing.length) {
  const packages = packagesOf(missing);
  const others = missing.filter((engine) => !byApt.includes(engine)).map((engine) => BY_HAND[engine]);
  console.error(`No ${missing.join(', no ')} to test in. ${enough ? 'The tests run without.' : 'The tests need it.'}`);
  if (packages.length)
    console.error(`To have it: sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  if (others.length) console.error(`To have it, install ${others.join('; ')}`);
  if (!enough) process.exit(1);
}
