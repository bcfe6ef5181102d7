// The desk in a real browser, as an editor uses it.
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {day, tempDir} from './feed-tool.mjs';
import {until} from './tab.mjs';

const source = {name: 'Test Count', url: 'https://example.org/count'};

/** An invented feed with an item in each section that the desk edits, written by hand: with lines of its own. */
export const deskFeed = () => `{
  "version": 1, "serial": 7, "issued": "${day(-1)}T12:00:00Z",
  "id": "test-campaign", "lang": "en",
  "title": {"en": "Testland", "be": "Тэстландыя"},
  "checkedAt": "${day(-3)}",
  "figures": [
    {
      "id": "held",
      "title": {"en": "Political prisoners", "be": "Палітвязні"},
      "value": 1140, "qualifier": "at-least", "unit": "political-prisoner",
      "asOf": "${day(-100)}",
      "checkedAt": "${day(-100)}",
      "source": ${JSON.stringify(source)},
      "definition": {"en": "In custody in this test.", "be": "У зняволенні ў гэтым тэсце."},
      "own": ["kept"]
    },
    {
      "id": "women", "title": {"en": "Women", "be": "Жанчыны"}, "value": 170, "asOf": "${day(-2)}", "checkedAt": "${day(-2)}",
      "source": ${JSON.stringify(source)}, "definition": {"en": "Test.", "be": "Тэст."}
    }
  ],
  "events": [{
    "id": "rally", "title": {"en": "A rally", "be": "Мітынг"}, "from": "${day(20)}T18:30", "zone": "Europe/Minsk",
    "status": "planned", "source": ${JSON.stringify(source)}
  }],
  "people": [{
    "id": "jane", "name": {"en": "Jane Example", "be": "Яна Прыклад"}, "consent": "family", "checkedAt": "${day(-5)}",
    "incidents": [{"what": "detained", "date": "2023-02", "source": ${JSON.stringify(source)}}]
  }],
  "ways": [{
    "id": "write", "category": "write", "audiences": ["everyone"], "title": {"en": "Write a letter", "be": "Напішыце ліст"},
    "text": {"en": "A few words help.", "be": "Некалькі слоў дапамагаюць."}, "url": "https://example.org/write",
    "checkedAt": "${day(-200)}", "organisations": ["club"]
  }],
  "organisations": [{"id": "club", "name": {"en": "The Club", "be": "Клуб"}, "status": "active", "checkedAt": "${day(-1)}"}],
  "corrections": []
}
`;

/** Sets a field as a person does. */
export const setField = (tab, id, value) =>
  tab.evaluate(
    (id, value) => {
      const field = document.getElementById(id);
      if (!field) throw new Error(`no field ${id}`);
      if (field.type === 'checkbox') field.click();
      else {
        field.value = value;
        field.dispatchEvent(new Event('input', {bubbles: true}));
        field.dispatchEvent(new Event('change', {bubbles: true}));
      }
    },
    id,
    value,
  );

/** What an editor does at the desk. */
export const deskIn = (tab) => {
  const settle = () =>
    tab.evaluate(async () => {
      const desk = document.querySelector('feed-desk');
      for (let i = 0; i < 3; i++) await desk.updateComplete;
      await document.querySelector('item-form')?.updateComplete;
    });
  const click = async (selector) => {
    await tab.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector}`);
      element.click();
    }, selector);
    await settle();
  };
  const desk = {
    settle,
    click,
    /** Presses a button by its words. */
    press: async (words) => {
      await tab.evaluate((words) => {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find((one) => [one.textContent.trim(), one.getAttribute('aria-label')].includes(words));
        if (!button) throw new Error(`no button ${words}`);
        button.click();
      }, words);
      await settle();
    },
    fill: async (values) => {
      for (const [path, value] of Object.entries(values)) await setField(tab, `field-${path}`, value);
    },
    /** Ticks a choice of a list, by its words. */
    tick: async (path, words) => {
      await tab.evaluate(
        (id, words) => {
          const labels = [...document.getElementById(id).querySelectorAll('label')];
          labels.find((label) => label.textContent.trim() === words).click();
        },
        `field-${path}`,
        words,
      );
      await settle();
    },
    apply: async () => {
      await click('item-form button[type="submit"]');
      await settle();
    },
    json: () => tab.evaluate(() => structuredClone(document.querySelector('feed-desk').model.json)),
    text: (selector) => tab.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim()),
    status: () => tab.$eval('.bar [role="status"]', (status) => status.textContent),
    /** The messages at fields, by path. */
    mistakes: () =>
      tab.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('item-form [aria-invalid]')].map((field) => [
            field.id.slice('field-'.length),
            field
              .getAttribute('aria-describedby')
              .split(' ')
              .map((id) => document.getElementById(id).textContent)
              .at(-1),
          ]),
        ),
      ),
    /** The text of the element in the preview. */
    preview: () =>
      tab.evaluate(() =>
        document.querySelector('.stage .page > *')?.shadowRoot?.textContent.replace(/\s+/g, ' ').trim(),
      ),
    previewShows: (words) =>
      until(
        tab,
        (words) =>
          document.querySelector('.stage .page > *')?.shadowRoot?.textContent.replace(/\s+/g, ' ').includes(words),
        words,
      ),
    /** Drops a file on the page. */
    drop: (name, content) =>
      tab.evaluate(
        (name, content) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], name));
          document
            .querySelector('main')
            .dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer}));
        },
        name,
        content,
      ),
    isOpen: () => until(tab, () => !!document.querySelector('.bar')),
  };
  return desk;
};

/** A tab for the desk, with what it has requested and complained of. */
export const deskTab = async (t, browser) => {
  const tab = await browser.newPage();
  t.after(() => tab.close({runBeforeUnload: false}));
  await tab.setViewport({width: 1280, height: 900});
  const requested = [];
  const complaints = [];
  tab.on('request', (request) => requested.push(request.url()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => complaints.push(message.text()));
  return {tab, requested, complaints, desk: deskIn(tab)};
};

/** The desk of a host with a feed open. */
export const openDesk = async (t, browser, {origin}, {feed = deskFeed(), name = 'feed.json'} = {}) => {
  const opened = await deskTab(t, browser);
  const {tab, desk} = opened;
  await tab.goto(`${origin}/dist/desk.html`);
  await until(tab, () => !!document.querySelector('.open'));
  const {put} = tempDir(t);
  await (await tab.$('#open-file')).uploadFile(put(name, feed));
  await desk.isOpen();
  return opened;
};

/** Lets a tab download, into a folder of the test; `take(name)` waits for a file, removes it and returns its bytes. */
export const downloadsOf = async (t, tab) => {
  const folder = mkdtempSync(join(tmpdir(), 'solidarity-desk-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  const session = await tab.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {behavior: 'allow', downloadPath: folder, eventsEnabled: true});
  const done = new Map();
  const names = new Map();
  session.on('Browser.downloadWillBegin', ({guid, suggestedFilename}) => names.set(guid, suggestedFilename));
  session.on('Browser.downloadProgress', ({guid, state}) => state === 'completed' && done.set(names.get(guid), guid));
  return {
    folder,
    take: async (name) => {
      for (const end = Date.now() + 10_000; !done.has(name); await new Promise((resolve) => setTimeout(resolve, 20)))
        if (Date.now() > end) throw new Error(`${name} was not downloaded, but ${readdirSync(folder)}`);
      done.delete(name);
      const path = join(folder, name);
      const content = readFileSync(path);
      rmSync(path);
      return content;
    },
  };
};
