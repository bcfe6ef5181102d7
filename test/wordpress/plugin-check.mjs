// WordPress' Plugin Check on our plugin, as an administrator runs it: Tools → Plugin Check, all categories.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {signIn} from './situations.mjs';

const PLUGIN = 'solidarity-widgets/solidarity-widgets.php';
const TIMEOUT = 10 * 60_000;

/* What runs in the page. */
const choose = (plugin) => {
  document.querySelector('#plugin-check__plugins-dropdown').value = plugin;
  document.querySelector('#plugin-check__plugins-dropdown').dispatchEvent(new Event('change'));
  for (const box of document.querySelectorAll('[name=categories]')) box.checked = true;
};
const isDone = () =>
  !!document.querySelector('#plugin-check__results > .notice') &&
  !document.querySelector('#plugin-check__submit:disabled');

/** What a check has found, in lines. It is by file, line and column. */
const linesOf = (kind, found) =>
  Object.entries(found).flatMap(([file, byLine]) =>
    Object.entries(byLine).flatMap(([line, byColumn]) =>
      Object.values(byColumn)
        .flat()
        .map(({code, message}) => `${kind} ${file}:${line} ${code}: ${message}`),
    ),
  );

/**
 * What was run, and what it found, in lines; or why it was not run. A check without an answer counts as something found: the
 * page says nothing of it.
 */
export const checkPlugin = async (browser, {origin, plugins, version}) => {
  const main = join(plugins, 'plugin-check/plugin.php');
  if (!existsSync(main)) return {said: 'Plugin Check: not run, since PLUGIN_CHECK names no folder of it', found: []};
  const header = readFileSync(main, 'utf8');
  const [own, needed] = ['Version', 'Requires at least'].map(
    (name) => new RegExp(`^ \\* ${name}: (.+)$`, 'm').exec(header)[1],
  );
  if (version.localeCompare(needed, 'en', {numeric: true}) < 0)
    return {
      said: `Plugin Check ${own}: not run, since it needs WordPress ${needed}: WORDPRESS_FOLDER names one`,
      found: [],
    };
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await signIn(tab, origin, 'administrator-1');
    await tab.goto(`${origin}/wp-admin/tools.php?page=plugin-check`);
    const ran = [];
    const found = [];
    const answers = [];
    tab.on('response', (response) => {
      const request = response.request();
      if (!request.url().endsWith('admin-ajax.php')) return;
      answers.push(
        (async () => {
          const sent = request.postData() ?? (await request.fetchPostData());
          if (!/plugin_check_run_checks/.test(sent)) return;
          const [, name] = /name="checks\[\]"\s+(\w+)/.exec(sent);
          ran.push(name);
          const text = await response.text();
          const {data} = text.startsWith('{') ? JSON.parse(text) : {};
          if (!data?.message) found.push(`NO ANSWER of ${name}: ${text.slice(0, 500)}`);
          else found.push(...linesOf('ERROR', data.errors), ...linesOf('WARNING', data.warnings));
        })(),
      );
    });
    await tab.evaluate(choose, PLUGIN);
    await tab.click('#plugin-check__submit');
    for (const end = Date.now() + TIMEOUT; !(await tab.evaluate(isDone)); await pause(500))
      if (Date.now() > end) throw new Error(`Plugin Check: no end after ${ran.join(', ') || 'no check'}`);
    await Promise.all(answers);
    return {said: `Plugin Check ${own}, ${ran.length} checks: ${ran.sort().join(', ')}`, found};
  } finally {
    await context.close();
  }
};
