// The builder, from an unzipped release on a partner's host, under a strict policy.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {runInNewContext} from 'node:vm';
import {unzipSync} from 'fflate';
import {runnerImport} from 'vite';
import {TAGS} from '../../scripts/build/bundles.mjs';
import {composeRelease, NAME} from '../../scripts/release.mjs';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {engines, launch, until} from '../support/tab.mjs';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const WIDGETS = TAGS.map((tag) => tag.replace('solidarity-', ''));
const FORMS = ['script', 'tag', 'link', 'frame', 'pinned', 'npm', 'static'];
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const HEIGHTS = JSON.parse(readFileSync('src/publish/render/heights.json', 'utf8'));
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));

/** The unzipped release in the folder `widgets/` of a host. */
const pages = Object.fromEntries(
  Object.entries(unzipSync(composeRelease())).map(([path, body]) => [
    path.replace(NAME, '/widgets'),
    {body: Buffer.from(body)},
  ]),
);
pages['/widgets/builder.html'].headers = {'content-security-policy': POLICY};
pages['/widgets/feed.json'] = JSON.stringify(campaign());

/* What runs in the builder's page. */
const isReady = () => {
  const section = document.querySelector('section[aria-labelledby="snippet"]');
  // What the feed does not have has no form as text.
  return !!section?.querySelector('code-block code')?.textContent || /The feed has nothing/.test(section?.textContent);
};
const snippetIn = () =>
  [...document.querySelectorAll('section[aria-labelledby="snippet"] code-block code')].map((code) => code.textContent);
/** What an element shows, and its size. */
const shownBy = (selector) => {
  const element = document.querySelector(selector);
  if (!element.shadowRoot?.querySelector('[part~="base"]')) return undefined;
  const {width, height} = element.getBoundingClientRect();
  const words = [...element.shadowRoot.children].map((child) => child.textContent.replace(/\s+/g, ' '));
  return {words, width, height: Math.round(height)};
};
const isShown = (selector) => !!document.querySelector(selector)?.shadowRoot?.querySelector('[part~="base"]');

test('each table of words has every key of the English one, and the same placeholders', async () => {
  const {english} = (await runnerImport('/src/builder/english.ts')).module;
  const texts = (value, path = '') =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value).flatMap(([key, own]) => texts(own, `${path}.${key}`));
  const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  const shape = (table) => Object.fromEntries(texts(table).map(([path, text]) => [path, placeholders(text)]));
  for (const file of readdirSync('src/builder/words'))
    assert.deepEqual(shape(JSON.parse(readFileSync(`src/builder/words/${file}`, 'utf8'))), shape(english), file);
});

for (const [engine, executablePath] of engines)
  describe(engine, () => {
    let browser;
    let host;
    let everything;
    before(async () => {
      const demo = {...pages, '/widgets/feed.json': readFileSync('dist/feed.json', 'utf8')};
      [browser, host, everything] = await Promise.all([
        launch(engine, executablePath),
        site({pages}),
        site({pages: demo}),
      ]);
    });
    after(async () => {
      host?.close();
      everything?.close();
      await browser?.close();
    });

    /** A tab in a window of 1280 px, and the addresses that it requests. */
    const newTab = async (t) => {
      const tab = await browser.newPage();
      t.after(() => tab.close());
      await tab.setViewport({width: 1280, height: 900});
      const requested = [];
      const complaints = [];
      tab.on('request', (request) => requested.push(request.url()));
      tab.on('pageerror', (error) => complaints.push(error.message));
      tab.on('console', (message) => complaints.push(message.text()));
      return {tab, requested, complaints};
    };

    /** Opens the builder. */
    const open = async (t, fragment = '', {origin = host.origin, page = '/widgets/builder.html'} = {}) => {
      const opened = await newTab(t);
      const {tab} = opened;
      await tab.goto(origin + page + fragment);
      await until(tab, isReady);
      const snippet = () => tab.evaluate(snippetIn);
      /** Sets a field as a person does, and waits for the snippet. */
      const set = (selector, value) =>
        tab.evaluate(
          async (selector, value) => {
            const field = document.querySelector(selector);
            if (field.type === 'radio' || field.type === 'checkbox') field.click();
            else {
              field.value = value;
              field.dispatchEvent(new Event('change', {bubbles: true}));
            }
            await document.querySelector('widget-builder').updateComplete;
          },
          selector,
          value,
        );
      return {...opened, snippet, set};
    };

    test('offers every element with every attribute of the manifest, and every figure of the feed', async (t) => {
      const {tab, set} = await open(t);
      const declared = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
      const tags = await tab.evaluate(() => [...document.querySelectorAll('[name="widget"]')].map(({value}) => value));
      assert.deepEqual([...tags].sort(), declared.map(({tagName}) => tagName).sort());
      for (const {tagName, attributes} of declared) {
        await set(`[name="widget"][value="${tagName}"]`);
        const ids = await tab.evaluate(() =>
          [...document.querySelectorAll('.choices [id^="field-"]')].map(({id}) => id),
        );
        const fields = ids
          .map((id) => id.slice('field-'.length))
          .filter((name) => !/^(lang|reserve)$|-hint$/.test(name));
        const wanted = attributes.map(({name}) => name).filter((name) => !['src', 'now'].includes(name));
        assert.deepEqual(fields.sort(), wanted.sort(), tagName);
      }
      await set('[name="widget"][value="solidarity-counter"]');
      const figures = await tab.evaluate(() =>
        [...document.querySelector('#field-figure').options].map(({value}) => value),
      );
      assert.deepEqual(figures, ['', ...campaign().figures.map(({id}) => id)]);
      const languages = await tab.evaluate(() => document.querySelector('#field-lang').options.length);
      assert.equal(languages, 35);
    });

    test('one tag has the widget and its attributes', async (t) => {
      const {snippet} = await open(t, '#widget=counter&lang=be&trend=&form=tag');
      const [tag] = await snippet();
      assert.match(
        tag,
        /^<script async src="[^"]+\/solidarity\.js" [^>]*data-widget="counter" data-lang="be" data-trend><\/script>$/,
      );
    });

    test('its own words are in the language of the page, and in English where they cannot be loaded', async (t) => {
      const {tab, set} = await open(t);
      const title = (words) => document.querySelector('h1').textContent === words;
      for (const lang of readdirSync('src/builder/words').map((file) => file.replace('.json', ''))) {
        const {title: translated} = JSON.parse(readFileSync(`src/builder/words/${lang}.json`, 'utf8'));
        await set('#page-lang', lang);
        await until(tab, title, translated);
        assert.equal(await tab.evaluate(() => document.documentElement.lang), lang);
      }
      await set('#page-lang', 'en');
      await until(tab, title, 'Build a widget');
    });

    for (const widget of WIDGETS)
      test(`${widget}: each choice changes the snippet and the address, and back`, async (t) => {
        const {tab} = await open(t, `#widget=${widget}&lang=en`);
        const result = await tab.evaluate(async () => {
          const builder = document.querySelector('widget-builder');
          const now = () =>
            `${[...document.querySelectorAll('section[aria-labelledby="snippet"] code')].map((code) => code.textContent)}`;
          const put = async (field, value) => {
            if (field.type === 'checkbox') field.click();
            else {
              field.value = value;
              field.dispatchEvent(new Event('change', {bubbles: true}));
            }
            await builder.updateComplete;
            // The code blocks, and a locale.
            for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve));
          };
          const values = {date: '2027-08-09', number: '400', text: 'Europe/Warsaw', url: 'https://cdn.example/s/'};
          const count = document.querySelectorAll('.choices :is(select, input:not([type="radio"]))').length;
          const same = [];
          const kept = [];
          for (let i = 0; i < count; i++) {
            const field = document.querySelectorAll('.choices :is(select, input:not([type="radio"]))')[i];
            const name = field.id || field.parentNode.textContent.trim();
            const [before, address, value] = [now(), location.hash, field.value];
            await put(field, field.options ? field.options[field.options.length - 1].value : values[field.type]);
            if (now() === before || location.hash === address) same.push(name);
            await put(field, field.type === 'checkbox' ? undefined : value);
            if (now() !== before || location.hash !== address) kept.push(name);
          }
          return {count, same, kept};
        });
        assert.ok(result.count > 5);
        // A language or a link policy changes nothing where there is nothing to change.
        assert.deepEqual(result.same, []);
        assert.deepEqual(result.kept, []);
      });

    for (const widget of ['counter', 'countdown'])
      for (const lang of ['en', 'be', 'ka'])
        test(`${widget} in ${lang}: the snippet is that of the feed tool`, async (t) => {
          const {run, put} = tempDir(t);
          put('feed.json', campaign());
          const script = `${host.origin}/widgets/solidarity.js`;
          const today = new Date().toISOString().slice(0, 10);
          const args = ['--widget', widget, '--lang', lang, '--script', script, '--today', today];
          const {stdout} = run(['render', 'snippet', 'feed.json', '--links', 'all', ...args]);
          const {snippet} = await open(t, `#widget=${widget}&lang=${lang}`);
          assert.deepEqual(await snippet(), [stdout.trim()]);
          const still = await open(t, `#widget=${widget}&lang=${lang}&form=static`);
          const {stdout: content} = run([
            'render',
            'snippet',
            'feed.json',
            '--links',
            'all',
            '--static',
            ...args.slice(0, 4),
            '--today',
            today,
          ]);
          assert.deepEqual(await still.snippet(), [content.trim()]);
        });

    for (const fragment of [
      '#widget=counter&lang=be&trend=&change=&look=memorial',
      '#widget=counter&lang=ar&figure=women&variant=headline&form=pinned',
      '#widget=counter&lang=en',
      '#widget=counter&lang=be&trend=&look=newsroom&form=link',
      '#widget=ways&lang=en&limit=2&form=link',
      '#widget=counter&lang=pl&variant=badge&theme=dark&form=pinned',
      '#widget=countdown&lang=uk&to=2027-08-09&title=%D0%94%D0%B5%D0%BD%D1%8C&units=days',
      '#widget=banner&lang=be&links=none&dismiss=local&look=contrast',
      '#widget=ways&lang=en&links=unlisted&limit=1&heading=2',
      '#widget=counter&lang=en&count-up=&look=memorial',
      '#widget=counter&lang=en&count-up=',
      ...WIDGETS.map((widget) => `?all#widget=${widget}&lang=be`),
      '?all#widget=map&lang=be&view=world',
      '?all#widget=amplify&lang=be&variant=slogans',
    ])
      test(`pasted into a bare page on another host the snippet shows the preview: ${fragment}`, async (t) => {
        // All sections are in the demo's feed.
        const own = fragment.startsWith('?all') ? everything : host;
        const {tab, snippet} = await open(t, fragment, own);
        const blocks = await snippet();
        const tag = `solidarity-${/widget=(\w+)/.exec(fragment)[1]}`;
        await until(tab, isShown, `.page ${tag}`);
        const listed = await tab.evaluate(() =>
          [...document.querySelectorAll('.facts tbody td:first-child')].map((cell) => cell.textContent),
        );
        const policy = await tab.evaluate(() => document.querySelector('.facts code-block code').textContent);
        // For the icon.
        const allowed = /img-src/.test(policy)
          ? policy.replace('img-src', 'img-src data:')
          : `${policy}; img-src data:`;
        const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; ${allowed}">
          <link rel="stylesheet" href="/page.css">${blocks.length > 1 ? blocks[0] : ''}</head>
          <body><div>${blocks.at(-1)}</div></body></html>`;
        const css = 'div { width: 640px; font: 16px/1.5 system-ui, sans-serif }';
        const partner = await site({pages: {'/': page, '/page.css': css}});
        t.after(partner.close);
        const bare = await newTab(t);
        await bare.tab.goto(`${partner.origin}/`);
        await until(bare.tab, isShown, tag);
        // The last locale or module may still be on its way.
        let [there, here] = [];
        await until({
          evaluate: async () => {
            [there, here] = await Promise.all([bare.tab.evaluate(shownBy, tag), tab.evaluate(shownBy, `.page ${tag}`)]);
            return JSON.stringify(there) === JSON.stringify(here);
          },
        }).catch(() => assert.deepEqual(there, here));
        assert.deepEqual(bare.complaints, []);
        const files = bare.requested
          .filter((url) => url.startsWith(own.origin) && !/\.(jpg|png|webp|svg)$/.test(url))
          .map((url) => url.slice(`${own.origin}/widgets/`.length));
        // Each once.
        assert.deepEqual(files.sort(), listed.sort());
      });

    test('the frame: its page shows the preview, and gets its height', async (t) => {
      const fragment = '#widget=counter&lang=be&figure=women&trend=&form=frame';
      const {tab, snippet} = await open(t, fragment);
      const [frame, script] = await snippet();
      assert.match(frame, /embed\/be\/counter\.html\?figure=women&amp;trend" title="[^"]+" width="100%" height="\d+"/);
      const policy = await tab.evaluate(() => document.querySelector('.facts code-block code').textContent);
      const head = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; ${policy}">`;
      const page = `<!doctype html><title>Partner</title>${head}<script src="/page.js"></script><div style="width: 640px">${frame}</div>`;
      const partner = await site({pages: {'/': page, '/page.js': script}});
      t.after(partner.close);
      const bare = await newTab(t);
      await bare.tab.goto(`${partner.origin}/`);
      const inner = () => bare.tab.frames().find((one) => one.url().includes('/embed/'));
      await until({evaluate: () => !!inner()});
      await until(inner(), isShown, 'solidarity-counter');
      assert.match(JSON.stringify(await inner().evaluate(shownBy, 'solidarity-counter')), /Women21 on/);
      await until({
        evaluate: async () => {
          const height = await inner().evaluate(() => document.querySelector('main').getBoundingClientRect().height);
          return Math.ceil(height) === +(await bare.tab.evaluate(() => document.querySelector('iframe').height));
        },
      });
    });

    test('a board in a frame can fill the screen', async (t) => {
      const {snippet} = await open(t, '#widget=amplify&lang=en&variant=board&form=frame', everything);
      const [frame] = await snippet();
      const partner = await site({pages: {'/': `<!doctype html><title>Partner</title>${frame}`}});
      t.after(partner.close);
      const {tab} = await newTab(t);
      await tab.goto(`${partner.origin}/`);
      const inner = () => tab.frames().find((one) => one.url().includes('/embed/'));
      await until({evaluate: () => !!inner()});
      await until(
        inner(),
        () => !!document.querySelector('solidarity-amplify')?.shadowRoot?.querySelector('#full-screen'),
      );
    });

    test('the forms: script, hash, npm, and text alone', async (t) => {
      const {snippet, set} = await open(t, '#widget=counter&lang=en&trend=');
      const base = `${host.origin}/widgets/`;
      assert.match(
        (await snippet())[0],
        new RegExp(
          `^<script async src="${base}solidarity\\.js" referrerpolicy="no-referrer" data-serial="7"></script>\n<solidarity-counter lang="en" trend src="${base}feed\\.json">At least 1,140 `,
        ),
      );
      await set('[name="form"][value="pinned"]');
      const {'solidarity.all.js': integrity} = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
      assert.ok(
        (await snippet())[0].startsWith(
          `<script async src="${base}solidarity.all.js" integrity="${integrity}" crossorigin="anonymous" referrerpolicy`,
        ),
      );
      await set('[name="form"][value="npm"]');
      const [terminal, code, element] = await snippet();
      assert.equal(terminal, `npm install solidarity-widgets@${version}`);
      assert.equal(
        code,
        `import {configure} from 'solidarity-widgets';\nimport 'solidarity-widgets/define/solidarity-counter';\n\nconfigure({feed: '${base}feed.json', serial: 7});`,
      );
      assert.match(element, /^<solidarity-counter lang="en" trend>At least/);
      await set('[name="form"][value="static"]');
      assert.match((await snippet())[0], /^<blockquote lang="en">\n<p>At least 1,140 [^]*<\/blockquote>$/);
    });

    test('writes the addresses of another folder, and says which work on this computer alone', async (t) => {
      const {tab, snippet, set} = await open(t);
      const notes = () =>
        tab.evaluate(() => [...document.querySelectorAll('.note')].map((note) => note.textContent).join());
      assert.match(await notes(), /on this computer alone/);
      await set('#field-base', 'https://cdn.example/v1/builder.html');
      assert.match((await snippet())[0], /src="https:\/\/cdn\.example\/v1\/solidarity\.js"/);
      assert.equal(await notes(), '');
      await set('#field-base', 'javascript:alert(1)');
      assert.ok((await snippet())[0].includes(`src="${host.origin}/widgets/solidarity.js"`));
    });

    test('the text is of what is chosen: categories, without those left out, and the day before', async (t) => {
      const textIn = async (fragment, own = everything) => {
        const {snippet} = await open(t, `#lang=en&${fragment}`, own);
        return (await snippet()).join();
      };
      for (const form of ['script', 'static']) {
        assert.match(await textIn(`widget=ways&form=${form}`), /Write a letter[^]*Donate to prisoners[^]*Learn about/);
        const chosen = await textIn(`widget=ways&category=write+learn&exclude=learn&form=${form}`);
        assert.match(chosen, /Write a letter/);
        assert.doesNotMatch(chosen, /Donate|Learn about|Support military/);
        assert.match(await textIn(`widget=ways&category=military&form=${form}`), /Support military volunteers/);
      }
      const years = await Promise.all(
        ['down', 'up'].map(async (direction) => {
          const text = await textIn(`widget=countdown&observance=freedom-day&direction=${direction}&form=static`);
          return +/25 March (\d{4})/.exec(text)[1];
        }),
      );
      assert.equal(years[0] - years[1], 1);
      // A day to count from, and none to count to.
      const observances = [{id: 'past', title: 'Past', dates: ['2020-01-01']}];
      const past = await site({pages: {...pages, '/widgets/feed.json': JSON.stringify({...campaign(), observances})}});
      t.after(past.close);
      const over = 'widget=countdown&observance=past&form=static';
      assert.equal(await textIn(`${over}&direction=up`, past), '<p lang="en">Past: 1 January 2020</p>');
      assert.equal(await textIn(over, past), '');
    });

    test('a date of one’s own is said with its title once, and without one alone, in every form', async (t) => {
      const of = async (form, title) => {
        const {snippet} = await open(t, `#widget=countdown&lang=en&to=2027-08-09&form=${form}${title}`);
        return (await snippet()).join();
      };
      const title = '&title=My+%22day%22';
      assert.match(
        await of('script', title),
        /><span slot="title">My &quot;day&quot;<\/span>: 9 August 2027<\/solidarity-countdown>$/,
      );
      assert.match(await of('script', '&title=+'), />9 August 2027<\/solidarity-countdown>$/);
      assert.match(await of('link', ''), />9 August 2027<\/a>/);
      assert.match(await of('frame', ''), / title="9 August 2027"/);
      assert.equal(await of('static', ''), '<p lang="en">9 August 2027</p>');
      assert.match(await of('static', title), /<p lang="en">My &quot;day&quot;: 9 August 2027<\/p>/);
    });

    test('says that the title of a date cannot be in a tag or an address, where there is one', async (t) => {
      const saysSo = async (fragment) => {
        const {tab} = await open(t, `#lang=en&title=Day&${fragment}`);
        return tab.evaluate(() => /The title of your own date cannot/.test(document.body.textContent));
      };
      for (const form of ['tag', 'link', 'frame'])
        assert.equal(await saysSo(`widget=countdown&to=2027-08-09&form=${form}`), true, form);
      assert.equal(await saysSo('widget=countdown&to=2027-08-09&form=script'), false);
      // The title of an earlier choice.
      assert.equal(await saysSo('widget=counter&form=link'), false);
    });

    test('says that the page of a link or a frame is missing', async (t) => {
      const {'/widgets/embed/ka/counter.html': _, ...others} = pages;
      const some = await site({pages: others});
      t.after(some.close);
      const note = () =>
        [...document.querySelectorAll('.note')].map((one) => one.textContent).find((text) => /There is no/.test(text));
      for (const form of ['link', 'frame']) {
        const {tab, set} = await open(t, `#widget=counter&lang=ka&form=${form}`, some);
        await until(tab, () => /no embed\/ka\/counter\.html/.test(document.body.textContent));
        await set('#field-lang', 'en');
        await until(tab, () =>
          /<(a|iframe)[^>]* (href|src)="[^"]*embed\/counter\.html/.test(document.body.textContent),
        );
        assert.equal(await tab.evaluate(note), undefined);
      }
      const {tab} = await open(t, '#widget=counter&lang=ka&form=link&base=https%3A%2F%2Fcdn.example%2F', some);
      assert.equal(await tab.evaluate(note), undefined);
    });

    test('says why the feed has nothing for a widget', async (t) => {
      const {figures, ...feed} = campaign();
      const [figure] = figures;
      const broken = await site({
        pages: {...pages, '/widgets/feed.json': JSON.stringify({...feed, figures: [{...figure, qualifier: 'about'}]})},
      });
      t.after(broken.close);
      const noteIn = (tab) => tab.evaluate(() => document.querySelector('[aria-labelledby="preview"]').textContent);
      const {tab, set} = await open(t, '#widget=counter&lang=en', broken);
      assert.match(await noteIn(tab), /The feed has nothing[^]*\/figures\/0\/qualifier/);
      await set('[name="widget"][value="solidarity-people"]');
      assert.doesNotMatch(await noteIn(tab), /\/figures/);
    });

    test('a feed that is too large for pages is refused, as pages do', async (t) => {
      const note = 'x'.repeat(1000);
      const large = {...campaign(), _notes: Array.from({length: 600}, () => note)};
      const broken = await site({pages: {...pages, '/widgets/feed.json': JSON.stringify(large)}});
      t.after(broken.close);
      const {tab} = await newTab(t);
      await tab.goto(`${broken.origin}/widgets/builder.html`);
      await until(tab, () =>
        /feed\.json: 6\d{5} bytes > 524288/.test(document.querySelector('[role="status"]')?.textContent),
      );
    });

    test('items of the feed are called as in the language of the page; one that is gone can be left', async (t) => {
      const {tab, set} = await open(t, '#widget=counter&lang=en&figure=gone');
      const field = () =>
        tab.evaluate(() => {
          const select = document.querySelector('#field-figure');
          return [
            select.value,
            ...[...select.options].map(({label, lang}) => `${label}${lang && ` [${lang}]`}`),
          ].join();
        });
      assert.equal(await field(), 'gone,The first of the feed,Political prisoners,Women,One,gone');
      await set('#field-figure', '');
      assert.equal(await tab.evaluate(() => /figure=/.test(location.hash)), false);
      await set('#page-lang', 'be');
      await until(tab, () => document.documentElement.lang === 'be');
      await until(tab, () => document.querySelector('#field-figure').options[1].label === 'Палітвязні');
      assert.match(await field(), /Палітвязні,Жанчыны,One \[en\]$/);
    });

    test('says that all is shown where no town is chosen, and nothing of a first one', async (t) => {
      for (const widget of ['events', 'photos', 'map']) {
        const {tab} = await open(t, `#widget=${widget}&lang=en`, everything);
        assert.equal(await tab.evaluate(() => document.querySelector('#field-town').options[0].label), 'Default');
      }
    });

    test('words that cannot be loaded are in English, and so is the page', async (t) => {
      const failing = await site({pages, answer: (path) => (/builder\/be\.json/.test(path) ? 503 : undefined)});
      t.after(failing.close);
      const {tab, set} = await open(t, '', failing);
      await set('#page-lang', 'be');
      await until(tab, () => document.querySelector('#page-lang').value === 'en');
      assert.equal(await tab.evaluate(() => document.documentElement.lang), 'en');
    });

    test('the language of the page is the one that was chosen last', async (t) => {
      let answer;
      const held = new Promise((resolve) => (answer = resolve));
      const slow = await site({
        pages,
        answer: (path) =>
          /builder\/de\.json/.test(path) ? {...pages['/widgets/builder/de.json'], until: held} : undefined,
      });
      t.after(slow.close);
      const {tab, set, requested} = await open(t, '', slow);
      await set('#page-lang', 'de');
      await set('#page-lang', 'fr');
      await until(tab, () => document.documentElement.lang === 'fr');
      const loaded = tab.waitForResponse((response) => /de\.json/.test(response.url()));
      answer();
      await loaded;
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      assert.equal(await tab.evaluate(() => document.documentElement.lang), 'fr');
      assert.ok(requested.some((url) => /de\.json/.test(url)));
    });

    test('the address of the files may be written without https', async (t) => {
      const {snippet, set} = await open(t);
      for (const [given, base] of [
        ['your.site/widgets', 'https://your.site/widgets/'],
        ['//your.site:8080/widgets/solidarity.js', 'https://your.site:8080/widgets/'],
        ['your.site:8080', 'https://your.site:8080/'],
      ]) {
        await set('#field-base', given);
        assert.ok((await snippet())[0].includes(` src="${base}solidarity.js"`), given);
      }
      for (const given of ['widgets', 'a b.c', 'ftp://your.site/', 'data:text/html,x.y', '']) {
        await set('#field-base', given);
        assert.ok((await snippet())[0].includes(`src="${host.origin}/widgets/solidarity.js"`), given);
      }
    });

    test('the bytes of the feed are not those of another', async (t) => {
      const {tab} = await open(t, '#widget=counter&lang=en');
      const cells = await tab.evaluate(() =>
        [...document.querySelectorAll('.facts :is(tbody, tfoot) tr')].map((row) => row.innerText.replace(/\s+/g, ' ')),
      );
      assert.match(cells.at(-2), /^feed\.json \?$/);
      assert.match(cells.at(-1), /^Requests: 3 [\d,]+ \+ \?$/);
    });

    test('reserves a height, by a rule and not by an attribute', async (t) => {
      const {tab, snippet, set} = await open(t, '#widget=counter&lang=en&variant=badge&preview=phone');
      const {heights} = HEIGHTS.find(({attributes}) => attributes === 'variant="badge"');
      await tab.evaluate(() => document.querySelector('details button').click());
      assert.equal((await snippet())[1], `solidarity-counter {\n  min-block-size: ${heights[320]}px;\n}`);
      await set('#field-variant', '');
      await set('#field-reserve', '340');
      const [html, css] = await snippet();
      assert.equal(css, 'solidarity-counter {\n  display: block;\n  min-block-size: 340px;\n}');
      assert.doesNotMatch(html, /style=/);
    });

    test('the address has the whole choice', async (t) => {
      const fragment =
        '#widget=counter&lang=be&figure=women&change=2026-01-01&trend=&look=newsroom&theme=dark&links=none&form=pinned&reserve=300&base=https%3A%2F%2Fcdn.example%2Fv1%2F&preview=phone&page=dark';
      const {tab, snippet, set} = await open(t, fragment);
      const link = () => tab.evaluate(() => document.querySelector('section > p > a').getAttribute('href'));
      const sorted = (hash) => [...new URLSearchParams(hash.slice(1))].sort().join('&');
      assert.equal(sorted(await link()), sorted(fragment));
      await set('[name="widget"][value="solidarity-ways"]');
      await set('#field-limit', '3');
      const chosen = await snippet();
      const again = await open(t, await tab.evaluate(() => location.hash));
      assert.deepEqual(await again.snippet(), chosen);
      // Going to another choice within the page, as by a link that somebody sent.
      await again.tab.evaluate(() => (location.hash = '#widget=banner&lang=en'));
      await until(again.tab, () => !!document.querySelector('.page solidarity-banner'));
      assert.match((await again.snippet()).at(-1), /<solidarity-banner lang="en"/);
    });

    test('what an address says wrongly is ignored, and nothing in it becomes markup', async (t) => {
      const hostile = encodeURIComponent('"><img src=x onerror=alert(1)>');
      const {tab, snippet, complaints} = await open(
        t,
        `#widget=${hostile}&lang=${hostile}&figure=${hostile}&look=${hostile}&base=${hostile}&title=${hostile}&reserve=1e9&form=x&onclick=1`,
      );
      const [html] = await snippet();
      assert.doesNotMatch(html, /<img|onclick|look=/);
      assert.equal(await tab.evaluate(() => document.querySelectorAll('img').length), 0);
      assert.deepEqual(complaints, []);
    });

    test('a hostile address of the files becomes no code, in any form', async (t) => {
      const base = `https://your.site/'+alert(1)+'/"><img onerror=alert(1)>/`;
      const kept = `https://your.site/'+alert(1)+'/%22%3E%3Cimg%20onerror=alert(1)%3E/`;
      const alerts = [];
      for (const form of FORMS) {
        const {tab, snippet} = await open(t, `#widget=counter&lang=en&form=${form}&base=${encodeURIComponent(base)}`);
        for (const code of await snippet()) {
          if (code.startsWith('<')) {
            const events = await tab
              .evaluate((html) => {
                const parsed = new DOMParser().parseFromString(html, 'text/html');
                return [...parsed.querySelectorAll('*')].flatMap((element) =>
                  [...element.getAttributeNames(), element.localName].filter((name) => /^on|^img$/.test(name)),
                );
              }, code)
              .catch((error) =>
                /TrustedHTML|Sink type/.test(error) ? [...code.matchAll(/<img|\son\w+=/g)] : Promise.reject(error),
              );
            assert.deepEqual(events, [], form);
            if (form !== 'static' && form !== 'npm')
              assert.ok(code.replaceAll('&#39;', "'").includes(kept), `${form}: ${code.slice(0, 200)}`);
          } else if (/addEventListener|configure/.test(code)) {
            const named = [];
            runInNewContext(code.replace(/^import .*$/gm, ''), {
              alert: () => alerts.push(form),
              configure: ({feed}) => named.push(feed),
              addEventListener: (_, listener) => listener({data: {type: 'solidarity-height', height: 1}}),
              document: {querySelectorAll: (selector) => (named.push(selector), [])},
            });
            assert.deepEqual(named, [form === 'npm' ? `${kept}feed.json` : `iframe[src^="${kept}embed/"]`]);
          }
        }
      }
      assert.deepEqual(alerts, []);
    });

    for (const [what, fragment] of [
      ['a value', '#widget=countdown&form=link&lang=en&zone='],
      ['a title', '#widget=countdown&form=frame&lang=en&to=2027-08-09&title='],
    ])
      test(`${what} that is too long is not cut through a character`, async (t) => {
        const {snippet, complaints} = await open(t, `${fragment}${'a'.repeat(199)}%F0%9F%98%80`);
        assert.doesNotMatch((await snippet()).join(), /a{199}(%|[\uD800-\uDFFF\uFFFD])/);
        assert.deepEqual(complaints, []);
      });

    test('says that a language could not be loaded, and loads it when told to', async (t) => {
      let isDown = true;
      const failing = await site({pages, answer: (path) => (isDown && /\/be\.all-/.test(path) ? 503 : undefined)});
      t.after(failing.close);
      const {tab} = await newTab(t);
      await tab.goto(`${failing.origin}/widgets/builder.html#widget=counter&lang=be`);
      await until(tab, () =>
        /could not be loaded: .*503/.test(document.querySelector('.note button')?.parentNode.textContent),
      );
      assert.deepEqual(await tab.evaluate(snippetIn), []);
      isDown = false;
      await tab.evaluate(() => document.querySelector('.note button').click());
      await until(tab, isReady);
      assert.match((await tab.evaluate(snippetIn))[0], /<solidarity-counter lang="be"/);
      assert.equal(await tab.evaluate(() => document.querySelector('.note button')), null);
    });

    test('hosts of photos are for a page’s own elements: in no address, and in the policy', async (t) => {
      const fragment = '#widget=photos&lang=en&hosts=pics.example%20%3Bscript-src&form=';
      const policyIn = (tab) => tab.evaluate(() => document.querySelector('.facts code-block code').textContent);
      const privacyIn = (tab) => tab.evaluate(() => document.querySelector('.facts').lastElementChild.textContent);
      for (const form of ['tag', 'link', 'frame']) {
        const {tab, snippet} = await open(t, fragment + form);
        assert.doesNotMatch((await snippet()).join(), /hosts|pics/);
        assert.doesNotMatch(await policyIn(tab), /pics/);
        assert.doesNotMatch(await privacyIn(tab), /pics/);
        await until(tab, () =>
          /cannot be in an address/.test(document.querySelector('section[aria-labelledby="snippet"]').textContent),
        );
      }
      for (const form of ['script', 'npm']) {
        const {tab, snippet} = await open(t, fragment + form);
        assert.match((await snippet()).join(), /hosts="pics\.example/);
        assert.ok((await policyIn(tab)).endsWith(`; img-src ${host.origin} pics.example`));
        assert.ok((await privacyIn(tab)).includes(`from ${new URL(host.origin).host}, pics.example.`));
      }
    });

    for (const [fragment, isNeeded] of [
      ['counter&form=script', false],
      ['photos&form=link', false],
      ['banner&form=script', true],
      ['ways&form=npm', true],
      ['counter&form=pinned', true],
      ['banner&form=frame', false],
      ['banner&form=static', false],
    ])
      test(`names the policy of Trusted Types where it is needed: ${fragment}`, async (t) => {
        const {tab} = await open(t, `#lang=en&widget=${fragment}`);
        const facts = await tab.evaluate(() => document.querySelector('.facts').textContent);
        assert.equal(/must list lit-html/.test(facts), isNeeded);
      });

    test('requests nothing but its own folder, once chosen from end to end, and stores nothing', async (t) => {
      const {tab, requested, complaints, set} = await open(t);
      for (const widget of WIDGETS) {
        await set(`[name="widget"][value="solidarity-${widget}"]`);
        for (const form of FORMS) await set(`[name="form"][value="${form}"]`);
        if (widget === 'banner') {
          await set('#field-dismiss', 'local');
          await until(tab, isShown, '.page solidarity-banner');
          await tab.evaluate(() =>
            document.querySelector('.page solidarity-banner').shadowRoot.querySelector('button').click(),
          );
        }
      }
      const kept = await tab.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);
      assert.deepEqual(kept, ['', 0, 0, 0, 0]);
      const folder = `${host.origin}/widgets/`;
      assert.deepEqual(
        requested.filter((url) => !url.startsWith(folder) && !url.startsWith('data:')),
        [],
      );
      assert.ok(requested.length > 5);
      // What is chosen is not sent, not even in an address.
      assert.deepEqual(
        requested.filter((url) => /\?/.test(url)),
        [],
      );
      assert.deepEqual(complaints, []);
    });

    test('copies; where it may not, selects', async (t) => {
      const {tab, snippet} = await open(t);
      const copy = (works) =>
        tab.evaluate(async (works) => {
          const written = [];
          const clipboard = {writeText: async (text) => (works ? written.push(text) : Promise.reject(new Error()))};
          Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
          const block = document.querySelector('section[aria-labelledby="snippet"] code-block');
          block.querySelector('button').click();
          await new Promise((resolve) => setTimeout(resolve));
          await block.updateComplete;
          return {
            written,
            status: block.querySelector('[role="status"]').textContent,
            selected: String(getSelection()),
          };
        }, works);
      const [html] = await snippet();
      assert.deepEqual(await copy(true), {written: [html], status: 'Copied.', selected: ''});
      const {status, selected} = await copy(false);
      assert.match(status, /^Selected/);
      assert.equal(selected.trim(), html);
    });

    test('by keyboard: all fields in order, the widgets by arrows, the copy by Enter', async (t) => {
      const {tab, snippet} = await open(t, '#widget=counter&lang=en');
      const focused = () =>
        tab.evaluate(() => {
          const {id, name, localName, textContent} = document.activeElement;
          const {outlineStyle} = getComputedStyle(document.activeElement.closest('label') ?? document.activeElement);
          return `${id || name || `${localName} ${textContent.trim().slice(0, 12)}`}${outlineStyle === 'none' ? ' unseen' : ''}`;
        });
      const order = [];
      for (let i = 0; i < 40 && !order.includes('button Copy'); i++) {
        await tab.keyboard.press('Tab');
        order.push(await focused());
      }
      const wanted = [
        'widget',
        'field-lang',
        'field-figure',
        'field-change',
        'field-trend',
        'field-variant',
        'field-look',
        'field-theme',
        'field-links',
        'summary More options',
        'preview-width',
        'preview-page',
        'form',
        'field-base',
        'button Copy',
      ];
      assert.deepEqual(
        order.filter((one) => wanted.includes(one)),
        wanted,
      );
      assert.deepEqual(
        order.filter((one) => /^(?!solidarity-).* unseen$/.test(one)),
        [],
      );
      await tab.keyboard.press('Enter');
      await until(tab, () => /Copied|Selected/.test(document.querySelector('code-block [role="status"]').textContent));
      await tab.evaluate(() => document.querySelector('[name="widget"]:checked').focus());
      await tab.keyboard.press('ArrowDown');
      await until(tab, () => /widget=countdown/.test(location.hash));
      assert.match((await snippet())[0], /<solidarity-countdown/);
      assert.equal(await focused(), 'widget');
    });

    for (const widget of WIDGETS)
      test(`${widget}: axe finds nothing, in any form, light and dark; nothing is cut at 320 px or 200 % text`, async (t) => {
        for (const [form, scheme, width] of [
          ['script', 'light', 1280],
          ['pinned', 'dark', 320],
          ['npm', 'light', 800],
          ['static', 'dark', 1280],
        ]) {
          const {tab} = await open(t, `#widget=${widget}&lang=ka&form=${form}&reserve=300`);
          await tab.setViewport({width, height: 900});
          await tab.emulateMediaFeatures?.([{name: 'prefers-color-scheme', value: scheme}]).catch(() => {});
          await tab.evaluate(() => (document.querySelector('details').open = true));
          await tab.evaluate(AXE);
          const violations = await tab.evaluate(async () =>
            // The elements in the preview have tests of their own.
            (await axe.run({exclude: ['.page']})).violations.map(
              ({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`,
            ),
          );
          assert.deepEqual(violations, [], form);
          for (const size of ['100%', '200%']) {
            const cut = await tab.evaluate((size) => {
              document.documentElement.style.fontSize = size;
              return document.documentElement.scrollWidth - document.documentElement.clientWidth;
            }, size);
            assert.equal(cut, 0, `${width} px, ${size}`);
          }
        }
      });

    test('says what is missing where the feed cannot be loaded', async (t) => {
      const broken = await site({pages: {...pages, '/widgets/feed.json': 404}});
      t.after(broken.close);
      const {tab} = await newTab(t);
      await tab.goto(`${broken.origin}/widgets/builder.html`);
      await until(tab, () => /feed\.json: 404/.test(document.querySelector('[role="status"]')?.textContent));
    });

    test(
      'without JavaScript it says what it needs',
      {skip: engine !== 'chromium' && 'its driver cannot'},
      async (t) => {
        const {tab} = await newTab(t);
        await tab.setJavaScriptEnabled(false);
        await tab.goto(`${host.origin}/widgets/builder.html`);
        assert.match(await tab.$eval('main', (main) => main.textContent), /upload the whole folder/);
      },
    );
  });
