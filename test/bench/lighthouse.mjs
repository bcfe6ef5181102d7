// Lighthouse on the newspaper's page, with the widgets and without, from nginx with our settings; writes the table of
// stories/performance.md anew.
import {readFileSync} from 'node:fs';
import lighthouse, {desktopConfig} from 'lighthouse';
import {serve} from '../support/servers.mjs';
import {launch} from '../support/tab.mjs';
import {summary} from './statistics.mjs';
import {table, writeTables} from './tables.mjs';
import {tidily} from './tidily.mjs';

const RUNS = 5;
const FORMS = {mobile: undefined, desktop: desktopConfig};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = {
  'FCP, ms': 'first-contentful-paint',
  'LCP, ms': 'largest-contentful-paint',
  'TBT, ms': 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
};

const read = (name) => readFileSync(`demo/${name}`, 'utf8');
/** The tag as it stands in the page, which lies in a folder beside dist/ here. */
const TAG = /<script [^>]*src="\.\.\/dist\/solidarity\.js"[^>]*><\/script>/;
const page = read('newspaper.html');
if (!TAG.test(page)) throw new Error('demo/newspaper.html has another tag');
const files = {
  'demo/with.html': page.replace('../dist/', '/'),
  'demo/without.html': page.replace(TAG, ''),
  'demo/newspaper.css': read('newspaper.css'),
};

/** One report, from a browser of its own. */
const report = ({origin, trust}, which, config) =>
  tidily(async (t) => {
    const browser = await launch('chromium', undefined, [trust]);
    t.after(() => browser.close());
    const {port} = new URL(browser.wsEndpoint());
    const {lhr} = await lighthouse(`${origin}/demo/${which}.html`, {port, logLevel: 'error'}, config);
    const failed = Object.values(lhr.audits).find(({scoreDisplayMode}) => scoreDisplayMode === 'error');
    if (lhr.runtimeError || failed)
      throw new Error(lhr.runtimeError?.message ?? `${failed.id}: ${failed.errorMessage}`);
    return lhr;
  });

/** The reports `without` and `with` for each form, in turns. */
const measure = async (t) => {
  const server = await serve(t, 'nginx', {choices: /^brotli/, files});
  const reports = Object.fromEntries(Object.keys(FORMS).map((form) => [form, {without: [], with: []}]));
  for (let run = 0; run < RUNS; run += 1)
    for (const [form, sides] of Object.entries(reports))
      for (const [which, runs] of Object.entries(sides)) runs.push(await report(server, which, FORMS[form]));
  return reports;
};

const short = (number) => number.toLocaleString('en', {maximumFractionDigits: Math.abs(number) < 1 ? 3 : 0});
const cell = (runs, valueOf) => {
  const {median, spread} = summary(runs.map(valueOf));
  return short(median) + (short(spread) === '0' ? '' : ` ± ${short(spread)}`);
};
/** The audits of all categories with a lower score, by the median; what does not apply, or only informs, has none. */
const worse = (sides) => {
  const score = (runs, id) => summary(runs.map(({audits}) => audits[id].score ?? 1)).median;
  const all = Object.values(sides.with[0].categories).flatMap(({auditRefs}) => auditRefs.map(({id}) => id));
  const audits = [...new Set(all)];
  const lower = audits.filter((id) => score(sides.with, id) < score(sides.without, id));
  return `${lower.length} of ${audits.length}${lower.length ? `: ${lower.map((id) => `\`${id}\``).join(', ')}` : ''}`;
};

const rows = Object.entries(await tidily(measure)).flatMap(([form, sides]) =>
  Object.entries(sides).map(([which, runs]) => [
    `${form}, ${which}`,
    ...CATEGORIES.map((name) => cell(runs, ({categories}) => 100 * categories[name].score)),
    ...Object.values(METRICS).map((id) => cell(runs, ({audits}) => audits[id].numericValue)),
    which === 'with' ? worse(sides) : '',
  ]),
);
const head = ['', ...CATEGORIES.map((name) => name.replace('-', ' ')), ...Object.keys(METRICS), 'audits worse'];
await writeTables('stories/performance.md', {Lighthouse: table(head, rows)});
