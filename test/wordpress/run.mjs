// `npm run test:wordpress`, after a build: publishes each form of a widget in WordPress as a user of each role, looks at the
// posts in Chromium, and writes what readers see into the table of stories/ways-in.md. Fails if it is not what we expect.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';
import {startWordPress} from './wordpress.mjs';

const ROLES = ['administrator', 'editor', 'author'];
const GUIDE = 'stories/ways-in.md';
const WORDS = 'Palitviazni';

/** In the block editor. */
const block = (name, html, attributes = '') => `<!-- wp:${name} ${attributes} -->\n${html}\n<!-- /wp:${name} -->`;
/** In the classic editor, whose text goes through `wpautop`. */
const classic = (html) => `Before\n\n${html}\n\nAfter`;

/** The forms, and what readers see if an administrator, an editor, or an author has published them. */
const formsFor = (widgets) => {
  const page = `${widgets}embed/be/counter.html`;
  const link = `<a href="${page}">${WORDS}</a>`;
  const placeholder = `<div data-solidarity="counter" data-lang="be">${WORDS}</div>`;
  const script = (attributes) => `<script async src="${widgets}solidarity.js" ${attributes}></script>`;
  const embed = `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${page}\n</div></figure>`;
  return [
    [
      'element in a Custom HTML block',
      block('html', `<solidarity-counter lang="be">${WORDS}</solidarity-counter>`),
      'card',
      'card',
      'words',
    ],
    [
      'script with `data-widget` in a Custom HTML block',
      block('html', script('data-widget="counter" data-lang="be"')),
      'card',
      'card',
      'nothing',
    ],
    [
      'frame in a Custom HTML block',
      block('html', `<iframe src="${page}" height="360"></iframe>`),
      'frame',
      'frame',
      'nothing',
    ],
    ['link, alone in a paragraph', block('paragraph', `<p>${link}</p>`), 'card', 'card', 'card'],
    ['link in a sentence', block('paragraph', `<p>Today ${link}.</p>`), 'inline', 'inline', 'inline'],
    ['link in the classic editor', classic(link), 'card', 'card', 'card'],
    ['`div` with `data-solidarity` in a Custom HTML block', block('html', placeholder), 'card', 'card', 'card'],
    ['`div` with `data-solidarity` in the classic editor', classic(placeholder), 'card', 'card', 'card'],
    ['address in an Embed block', block('embed', embed, `{"url":"${page}"}`), 'frame', 'frame', 'frame'],
    ['address on a line of its own in the classic editor', classic(page), 'frame', 'frame', 'frame'],
  ];
};

/* What runs in a post. */
const isDone = () => document.readyState === 'complete';
const look = () => {
  const content = document.querySelector('.entry-content');
  const element = content.querySelector('solidarity-counter');
  const frame = content.querySelector('iframe');
  if (frame) return getComputedStyle(frame).visibility === 'visible' && frame.height > 200 ? 'frame' : 'hidden frame';
  if (element)
    return element.shadowRoot?.querySelector('[part~="count"]')
      ? (element.getAttribute('variant') ?? 'card')
      : 'fallback';
  return content.innerText.trim() ? 'words' : 'nothing';
};

/** What a reader of a post sees, as soon as it is what we expect, or at last. */
const seenAt = async (browser, address, expected) => {
  const tab = await browser.newPage();
  try {
    await tab.goto(address);
    await until(tab, isDone);
    let seen;
    const isExpected = {evaluate: async () => (seen = await tab.evaluate(look)) === expected};
    await until(isExpected).catch(() => {});
    return seen;
  } finally {
    await tab.close();
  }
};

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
try {
  const rows = [];
  for (const [form, content, ...expected] of formsFor(base)) {
    const seen = [];
    for (const [i, role] of ROLES.entries()) {
      seen.push(await seenAt(browser, await wordpress.publish(role, content), expected[i]));
      if (seen[i] !== expected[i]) {
        console.error(`${role}, ${form}: ${seen[i]}, and not ${expected[i]}`);
        process.exitCode = 1;
      }
    }
    rows.push([form, ...seen]);
  }
  const lines = [['form', ...ROLES], ROLES.concat('').map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  console.log([`WordPress ${wordpress.version}`, ...lines].join('\n'));
  const text = readFileSync(GUIDE, 'utf8').replace(
    /(<!-- wordpress -->\n).*?(<!-- \/wordpress -->)/s,
    (_, start, end) => `${start}\n${lines.join('\n')}\n\n${end}`,
  );
  writeFileSync(GUIDE, await format(text, {...(await resolveConfig(GUIDE)), filepath: GUIDE}));
} finally {
  await browser.close();
  wordpress.close();
  widgets.close();
  rmSync(folder, {recursive: true});
}
