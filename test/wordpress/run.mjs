// `npm run test:wordpress`, after a build: publishes each form of a widget in WordPress as a user of each role, looks at the
// posts in Chromium, and writes what readers see into the tables of stories/ways-in.md. Fails if it is not what we expect.
// WORDPRESS_FOLDER names another WordPress than Debian 12's. PLUGIN_CHECK names a folder of WordPress' Plugin Check, with its `vendor`: it is run, too.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';
import {waysByHand} from './by-hand.mjs';
import {ELEMENT, formsFor, ROLES} from './forms.mjs';
import {checkPlugin} from './plugin-check.mjs';
import {seenAt} from './seen.mjs';
import {situations} from './situations.mjs';
import {startWordPress} from './wordpress.mjs';

const GUIDE = 'stories/ways-in.md';

const folder = mkdtempSync(join(tmpdir(), 'embed-'));
const widgets = await site({
  answer: (path) =>
    /^\/dist\/embed\/.*\.(html|json)$/.test(path) ? readFileSync(path.replace('/dist/embed', folder)) : undefined,
});
const base = `${widgets.origin}/dist/`;
execFileSync(process.execPath, [
  'dist/solidarity-feed.js',
  'render',
  'embed',
  'demo/feed.json',
  '--base',
  base,
  '--out-dir',
  folder,
]);
const wordpress = await startWordPress(base);
const browser = await launch();
/** Compares, and says what differs. */
const expect = (what, seen, expected) => {
  if (seen === expected) return;
  console.error(`${what}: ${seen}, and not ${expected}`);
  process.exitCode = 1;
};
const tableOf = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

try {
  const {id} = await wordpress.create('blocks', 'administrator', {content: ELEMENT});
  const rows = [];
  for (const [form, content, ...expected] of formsFor(base, id)) {
    const seen = [];
    for (const [i, role] of ROLES.entries()) {
      const {link} = await wordpress.create('posts', role, {content});
      // The plugin brings its own script.
      const address = form.includes('plugin') ? `${link}&script=none` : link;
      seen.push(await seenAt(browser, address, expected[i]));
      expect(`${role}, ${form}`, seen[i], expected[i]);
    }
    rows.push([form, ...seen]);
  }
  const found = [];
  for (const [what, work, expected] of [
    ...situations(wordpress),
    ...waysByHand(wordpress, `${base}embed/counter.html`),
  ]) {
    const seen = await work(browser);
    expect(what, seen, expected);
    found.push([what, seen]);
  }
  const {said, found: issues} = await checkPlugin(browser, wordpress);
  expect('Plugin Check', issues.join('\n'), '');
  const tables = {
    wordpress: tableOf(['form', ...ROLES], rows),
    situations: tableOf(['situation', 'what readers see'], found),
  };
  console.log([`WordPress ${wordpress.version}`, said, ...Object.values(tables)].join('\n\n'));
  let text = readFileSync(GUIDE, 'utf8');
  for (const [name, table] of Object.entries(tables))
    text = text.replace(
      new RegExp(`(<!-- ${name} -->\\n).*?(<!-- /${name} -->)`, 's'),
      (_, start, end) => `${start}\n${table}\n\n${end}`,
    );
  writeFileSync(GUIDE, await format(text, {...(await resolveConfig(GUIDE)), filepath: GUIDE}));
} finally {
  await browser.close();
  wordpress.close();
  widgets.close();
  rmSync(folder, {recursive: true});
}
