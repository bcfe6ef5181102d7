// The desk, from the files of a release on a host: what an editor does, without a network and without a terminal.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {runnerImport} from 'vite';
import {deskFeed, deskTab, downloadsOf, openDesk, setField} from '../support/desk.mjs';
import {day, tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const {editJson, parseJson} = (await runnerImport('/test/support/publish.ts')).module;
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TODAY = day();
const PAGE = '/dist/desk.html';

/** Presses keys together. */
const pressKeys = async (tab, ...keys) => {
  for (const key of keys) await tab.keyboard.down(key);
  for (const key of keys.reverse()) await tab.keyboard.up(key);
};

/** Answers the questions of a page with what `answers` has then, and remembers their words. */
const answerQuestions = (tab, answers) => {
  const asked = [];
  tab.on('dialog', (dialog) => {
    asked.push(dialog.message() || dialog.type());
    void (answers.isYes ? dialog.accept() : dialog.dismiss());
  });
  return asked;
};

describe('the desk', () => {
  let browser;
  let host;
  before(async () => {
    [browser, host] = await Promise.all([launch(), site({})]);
  });
  after(async () => {
    host?.close();
    await browser?.close();
  });

  const newTab = (t) => deskTab(t, browser);
  const open = (t, file) => openDesk(t, browser, host, file);

  /** Changes the first figure. */
  const newNumber = async (desk, values) => {
    await desk.click('[data-edit="count-0"]');
    await desk.fill(values);
    await desk.apply();
  };

  test('first the figures with their dates and age; a new number is seen at once, checked and downloaded', async (t) => {
    const {tab, desk, requested, complaints} = await open(t);
    const {take} = await downloadsOf(t, tab);
    assert.match(
      await desk.text('.card'),
      /Political prisoners At least 1,140 political prisoners as of .* · 100 days ago out of date/,
    );
    await desk.click('[data-edit="count-0"]');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'field-value');
    // The number is selected: typing replaces it.
    await tab.keyboard.type('1175');
    await desk.previewShows('1,175');
    assert.equal((await desk.json()).figures[0].value, 1140, 'nothing is changed while it is typed');
    await desk.fill({'source/name/en': 'Another Count', 'source/url': 'https://example.com/'});
    await tab.keyboard.press('Enter');
    await until(tab, () => !document.querySelector('item-form'));
    assert.equal(await desk.status(), 'Number: Political prisoners');
    assert.match(await desk.text('.verdict'), /may be published/);
    await desk.click('#save');
    const text = String(await take('feed.json'));

    const file = parseJson('feed.json', deskFeed());
    const {issued} = JSON.parse(text);
    const [held, women] = file.json.figures;
    const {value, qualifier, asOf, source} = held;
    const changed = {
      ...held,
      value: 1175,
      asOf: TODAY,
      checkedAt: TODAY,
      source: {name: 'Another Count', url: 'https://example.com/'},
      history: [{date: asOf, value, qualifier, source}],
    };
    assert.equal(text, editJson(file, {...file.json, serial: 8, issued, figures: [changed, women]}));
    const tool = tempDir(t);
    assert.equal(
      tool.run(['check', tool.put('new.json', text), '--previous', tool.put('old.json', deskFeed())]).code,
      0,
    );
    assert.match(await desk.status(), /feed\.json is downloaded, with serial 8/);
    assert.match(await desk.text('.bar'), /Saved/);

    assert.deepEqual(complaints, []);
    assert.deepEqual(
      requested.filter((url) => !url.startsWith(`${host.origin}/dist/`) && !/^(data|blob):/.test(url)),
      [],
    );
    const kept = await tab.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]);
    assert.deepEqual(kept, ['', 0, 0, 0]);
  });

  test('a number is whole or nothing: each mistake has a message at its field, and changes nothing', async (t) => {
    const {tab, desk} = await open(t);
    for (const [values, expected] of [
      [{value: '1,140'}, {value: /whole number/}],
      [{value: '1.5'}, {value: /whole number/}],
      [{value: '1e3'}, {value: /whole number/}],
      [{value: '-5'}, {value: /whole number/}],
      [{value: ''}, {value: /needed/}],
      [{value: '12', asOf: ''}, {asOf: /needed/}],
      [{value: '12', asOf: day(-101)}, {asOf: /cannot be older/}],
      [{value: '12', asOf: day(2)}, {asOf: /in the future/}],
      [{value: '0', qualifier: 'at-least'}, {qualifier: /“At least 0” says nothing/}],
      [{value: '12', 'source/name/en': ''}, {'source/name/en': /needed/}],
      [{value: '12', 'source/url': 'http://example.org'}, {'source/url': /https/}],
      [
        {value: 'x', 'source/url': 'javascript:alert(1)'},
        {value: /whole number/, 'source/url': /https/},
      ],
    ]) {
      await newNumber(desk, values);
      const mistakes = await desk.mistakes();
      assert.deepEqual(Object.keys(mistakes), Object.keys(expected), JSON.stringify(values));
      for (const [path, message] of Object.entries(expected)) assert.match(mistakes[path], message);
      assert.match(await desk.text('item-form [role="alert"]'), /Nothing was changed/);
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
      assert.deepEqual(await desk.json(), JSON.parse(deskFeed()));
      await desk.press('Cancel');
    }
    // A date of which a part is typed is none: the browser gives no value for it.
    await desk.click('[data-edit="count-0"]');
    await tab.focus('#field-asOf');
    await tab.keyboard.press('Backspace');
    await desk.apply();
    assert.match((await desk.mistakes()).asOf, /day, month and year/);
    assert.ok(await tab.$eval('#undo', ({disabled}) => disabled));
  });

  test('a figure, an event, a correction, what happened to a person, a check, the head', async (t) => {
    const {desk, complaints} = await open(t);
    await desk.press('Add a figure');
    await desk.fill({
      'title/en': 'Journalists held',
      'title/be': 'Журналісты',
      value: '30',
      'source/name/en': 'Test',
      'definition/en': 'D.',
    });
    await desk.apply();
    assert.deepEqual((await desk.json()).figures[2], {
      id: 'journalists-held',
      title: {en: 'Journalists held', be: 'Журналісты'},
      value: 30,
      asOf: TODAY,
      source: {name: 'Test'},
      definition: 'D.',
    });

    await desk.press('Events');
    await desk.press('Add an event');
    await desk.fill({'title/en': 'A vigil', from: day(30), 'from/time': '18:30', zone: '', 'source/name/en': 'Test'});
    await desk.apply();
    assert.match((await desk.mistakes()).zone, /needs a time zone/);
    await desk.fill({zone: 'Europe/Warsaw', until: day(29)});
    await desk.apply();
    assert.match((await desk.mistakes()).until, /ends before/);
    await desk.fill({until: ''});
    await desk.apply();
    assert.deepEqual((await desk.json()).events[1], {
      id: 'a-vigil',
      title: 'A vigil',
      from: `${day(30)}T18:30`,
      zone: 'Europe/Warsaw',
      status: 'planned',
      source: {name: 'Test'},
    });
    await desk.previewShows('A vigil');
    await desk.press('Remove: A vigil');
    assert.equal((await desk.json()).events.length, 1);

    await desk.press('Corrections');
    await desk.press('Add a correction');
    await desk.fill({of: 'held', 'text/en': 'Twelve were counted twice.', was: '1152', is: '1140'});
    await desk.apply();
    assert.deepEqual(
      (await desk.json()).corrections,
      [
        {
          id: `held-${TODAY}`,
          date: TODAY,
          section: 'figures',
          of: 'held',
          text: 'Twelve were counted twice.',
          was: 1152,
          is: 1140,
        },
      ].map(({id, of, date, text, was, is, section}) => ({id, date, section, of, text, was, is})),
    );

    await desk.press('People');
    await desk.press('Something has happened: Jane Example');
    await desk.fill({what: 'released', date: '2026-13', 'source/name/en': 'Test'});
    await desk.apply();
    assert.match((await desk.mistakes()).date, /as far as it is known/);
    await desk.fill({date: '2026-10'});
    await desk.apply();
    const [jane] = (await desk.json()).people;
    assert.deepEqual(jane.incidents.at(-1), {what: 'released', date: '2026-10', source: {name: 'Test'}});
    assert.equal(jane.incidents.length, 2);
    assert.equal(jane.checkedAt, TODAY);

    await desk.press('Ways to help');
    assert.match(await desk.text('.card'), /checked on .* · 200 days ago/);
    await desk.press('Checked today: Write a letter');
    assert.equal((await desk.json()).ways[0].checkedAt, TODAY);
    await desk.press('Organisations');
    await desk.press('Change: The Club');
    await desk.fill({status: 'closed', designatedIn: 'listed', checkedAt: TODAY});
    await desk.settle();
    await desk.fill({'designatedIn/list': 'by, ru'});
    await desk.apply();
    assert.deepEqual((await desk.json()).organisations[0], {
      id: 'club',
      name: {en: 'The Club', be: 'Клуб'},
      status: 'closed',
      checkedAt: TODAY,
      designatedIn: ['BY', 'RU'],
    });

    await desk.press('The feed');
    await desk.click('[data-edit="head-"]');
    await desk.fill({'title/en': 'New title', home: 'https://example.org/'});
    await desk.apply();
    const {title, home, serial} = await desk.json();
    assert.deepEqual([title.en, home, serial], ['New title', 'https://example.org/', 7]);
    assert.deepEqual(complaints, []);
  });

  test('what a new campaign needs: a way to help, who offers it, a day, a slogan; each can be removed', async (t) => {
    const {tab, desk, complaints} = await open(t);
    await desk.press('Organisations');
    await desk.press('Add an organisation');
    await desk.fill({'name/en': 'Help Fund', status: 'active', url: 'https://example.org/fund'});
    await desk.apply();
    await desk.press('Ways to help');
    await desk.press('Add a way to help');
    await desk.fill({'title/en': 'Give', 'text/en': 'It helps families.'});
    await desk.apply();
    assert.match(await desk.text('#field-category + *, .field:has(#field-category)'), /This is needed\./);
    assert.match(await desk.text('#field-audiences'), /For whom\? everyone .* This is needed\./);
    await setField(tab, 'field-category', 'prisoners');
    await desk.tick('audiences', 'everyone');
    await desk.tick('audiences', 'journalists');
    await desk.tick('organisations', 'Help Fund');
    await desk.apply();
    await desk.previewShows('It helps families.');
    await desk.press('Days of the campaign');
    await desk.press('Add a day');
    await desk.fill({'title/en': 'Day of Solidarity', yearly: '8-9'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {yearly: 'Write month and day as 08-09.'});
    await desk.fill({yearly: '08-09'});
    await desk.apply();
    await desk.previewShows('Day of Solidarity');
    await desk.press('Slogans');
    await desk.press('Add a slogan');
    await desk.fill({'slogan/en': 'We stand together', 'call/en': 'Share it.', 'action/text/en': 'How'});
    await setField(tab, 'field-observance', 'day-of-solidarity');
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {'action/url': 'This is needed.'});
    await desk.fill({'action/url': 'https://example.org/how'});
    await desk.apply();
    await desk.previewShows('We stand together');
    const {organisations, ways, observances, campaigns} = await desk.json();
    assert.deepEqual(organisations[1], {
      id: 'help-fund',
      name: 'Help Fund',
      status: 'active',
      url: 'https://example.org/fund',
    });
    assert.deepEqual(ways[1], {
      id: 'give',
      title: 'Give',
      text: 'It helps families.',
      category: 'prisoners',
      audiences: ['everyone', 'journalists'],
      organisations: ['help-fund'],
    });
    assert.deepEqual(observances, [{id: 'day-of-solidarity', title: 'Day of Solidarity', yearly: '08-09'}]);
    assert.deepEqual(campaigns, [
      {
        id: 'we-stand-together',
        slogan: 'We stand together',
        call: 'Share it.',
        action: {text: 'How', url: 'https://example.org/how'},
        observance: 'day-of-solidarity',
      },
    ]);
    for (const [section, title] of [
      ['Slogans', 'We stand together'],
      ['Days of the campaign', 'Day of Solidarity'],
      ['Ways to help', 'Give'],
      ['Organisations', 'Help Fund'],
    ]) {
      await desk.press(section);
      await desk.press(`Remove: ${title}`);
    }
    const left = await desk.json();
    assert.deepEqual([left.organisations.length, left.ways.length, left.observances, left.campaigns], [1, 1, [], []]);
    assert.deepEqual(complaints, []);
  });

  test('a message to post: its figure, hashtags and address', async (t) => {
    const {tab, desk, complaints} = await open(t);
    await desk.press('Messages to post');
    await desk.press('Add a message');
    const text = `In prison: {figure}. ${'They must not be forgotten. '.repeat(5).trim()}`;
    await desk.fill({'text/en': text, hashtags: '#StandWithBelarus, Solidarity'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {
      hashtags: 'Write each with its sign, such as #StandWithBelarus, with spaces between them.',
    });
    await desk.fill({hashtags: '#StandWithBelarus, #Салідарнасць', url: 'https://example.org/'});
    await desk.apply();
    assert.deepEqual(Object.keys(await desk.mistakes()), ['figure']);
    await desk.fill({figure: 'held'});
    await desk.apply();
    await until(tab, () =>
      document
        .querySelector('.stage solidarity-amplify')
        .shadowRoot.querySelector('textarea')
        ?.value.startsWith('In prison: at least 1,140 political prisoners (Test Count, '),
    );
    const message = {
      id: 'message-1',
      text,
      figure: 'held',
      hashtags: ['#StandWithBelarus', '#Салідарнасць'],
      url: 'https://example.org/',
    };
    assert.deepEqual((await desk.json()).amplify, [message]);
    // It is called by its beginning.
    assert.match(await desk.text('.card h3'), /^In prison: \{figure\}\. They .* …$/);
    await desk.click('[data-edit="amplify-0"]');
    await desk.fill({hashtags: ''});
    await desk.apply();
    const {hashtags: _, ...rest} = message;
    assert.deepEqual((await desk.json()).amplify, [rest]);
    await desk.click('.card button:last-of-type');
    assert.deepEqual((await desk.json()).amplify, []);
    assert.deepEqual(complaints, []);
  });

  test('a person, a town, a photo and a draft are added, changed and removed', async (t) => {
    const {tab, desk, complaints} = await open(t);
    const source = {name: 'Test'};
    await desk.press('People');
    await desk.press('Add a person');
    await desk.fill({'name/en': 'John Example', 'incident/date': '2024-05', 'incident/source/name/en': 'Test'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {consent: 'This is needed.', 'incident/what': 'This is needed.'});
    await desk.fill({consent: 'own', 'incident/what': 'detained', 'incident/date': day(9)});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {'incident/date': 'This date is in the future.'});
    await desk.fill({'incident/date': '2024-05'});
    await desk.previewShows('John Example');
    await desk.apply();
    assert.equal(await desk.status(), 'Added: John Example');
    await desk.press('Name and consent: John Example');
    await desk.fill({'letter/address/en': 'Prison 1'});
    await desk.apply();
    assert.deepEqual((await desk.json()).people[1], {
      id: 'john-example',
      name: 'John Example',
      consent: 'own',
      incidents: [{what: 'detained', date: '2024-05', source}],
      checkedAt: TODAY,
      letter: {address: 'Prison 1'},
    });
    // Who takes consent back is gone.
    await desk.press('Remove: John Example');
    assert.equal((await desk.json()).people.length, 1);

    await desk.press('Towns');
    await desk.press('Add a town');
    await desk.fill({
      'name/en': 'Vilnius',
      country: 'LT',
      latitude: '54,687',
      longitude: 'E25',
      'act/what': 'action',
      'act/title/en': 'A walk',
      'act/date': '2025',
      'act/source/name/en': 'Test',
    });
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {longitude: 'Write degrees as a number, such as 53.9.'});
    await desk.fill({longitude: '25.28'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {latitude: 'At most two decimals: a precise map is a danger to persons.'});
    await desk.fill({latitude: '54,69'});
    await desk.apply();
    await desk.press('Something was done: Vilnius');
    await desk.fill({what: 'renaming', 'title/en': 'A walk', date: '2026-01', 'source/name/en': 'Test'});
    await desk.apply();
    assert.equal(await desk.status(), 'Changed: Vilnius');
    assert.deepEqual((await desk.json()).towns, [
      {
        id: 'vilnius',
        name: 'Vilnius',
        country: 'LT',
        latitude: 54.69,
        longitude: 25.28,
        acts: [
          {id: 'a-walk', what: 'action', title: 'A walk', date: '2025', source},
          {id: 'a-walk-2', what: 'renaming', title: 'A walk', date: '2026-01', source},
        ],
      },
    ]);
    await desk.previewShows('Vilnius');

    await desk.press('Photos');
    await desk.press('Add a photo');
    await desk.fill({
      url: '../photo.jpg',
      width: '800',
      height: '0',
      'alt/en': 'Cornflowers',
      'credit/en': 'J. Example',
      'licence/name/en': 'CC BY 4.0',
      consent: 'nobody',
      town: 'vilnius',
    });
    await desk.apply();
    assert.deepEqual(Object.keys(await desk.mistakes()), ['url']);
    await desk.fill({url: 'photos/cornflowers.jpg'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {width: 'Width and height of the picture are needed, in pixels.'});
    await desk.fill({height: '600'});
    await desk.apply();
    assert.deepEqual((await desk.json()).photos, [
      {
        id: 'cornflowers',
        url: 'photos/cornflowers.jpg',
        width: 800,
        height: 600,
        alt: 'Cornflowers',
        credit: 'J. Example',
        licence: {name: 'CC BY 4.0'},
        consent: 'nobody',
        town: 'vilnius',
      },
    ]);

    await desk.press('Ways to help');
    await desk.press('Add a draft to copy: Write a letter');
    await desk.fill({'title/en': 'To an MP', 'text/en': 'Today {figure} are held.'});
    await desk.apply();
    assert.deepEqual(await desk.mistakes(), {figure: 'The text has {figure}, but no figure is chosen.'});
    await setField(tab, 'field-figure', 'held');
    await desk.apply();
    assert.deepEqual((await desk.json()).ways[0].templates, [
      {title: 'To an MP', text: 'Today {figure} are held.', figure: 'held'},
    ]);
    assert.equal(await tab.$('.findings .error'), null);
    assert.deepEqual(complaints, []);
  });

  test('an id is given once: of a title in Latin letters, which no other item has or had', async (t) => {
    const json = JSON.parse(deskFeed());
    json.lang = 'be';
    json.figures = [];
    const {desk} = await open(t, {feed: JSON.stringify(json)});
    const add = async (section, button, values) => {
      await desk.press(section);
      await desk.press(button);
      await desk.fill(values);
      await desk.apply();
    };
    const person = (name) =>
      add('People', 'Add a person', {
        'name/be': name,
        consent: 'own',
        'incident/what': 'detained',
        'incident/date': '2024',
        'incident/source/name/be': 'Т',
      });
    const ids = async (section) => (await desk.json())[section].map(({id}) => id);
    await person('Сям’я Шчука-Ўёцькая');
    await person('ქართული');
    await desk.press('Remove: Сям’я Шчука-Ўёцькая');
    await desk.press('Remove: ქართული');
    await person('Сям’я Шчука-Ўёцькая');
    await person('მეორე');
    assert.deepEqual(await ids('people'), ['jane', 'siamia-shchuka-uiotskaia-2', 'person-2']);
    // What was undone may have been saved before.
    await desk.click('#undo');
    await person('მესამე');
    await person('Юлія Ґедзь');
    await desk.press('Remove: Jane Example');
    await person('Jane');
    assert.deepEqual((await ids('people')).slice(1), ['person-3', 'iuliia-gedz', 'jane-2']);
    const figure = (title, unit) =>
      add('Figures', 'Add a figure', {
        'title/be': title,
        value: '30',
        unit,
        'source/name/be': 'Т',
        'definition/be': 'Т',
      });
    // The list of Viasna is counted into the figure with this id.
    await figure('Палітвязні', 'political-prisoner');
    await figure('Палітвязні ў ШІЗА', 'political-prisoner');
    await figure('Щит и ёж', '');
    assert.deepEqual(await ids('figures'), ['held', 'palitviazni-u-shiza', 'shchit-i-iozh']);
  });

  test('a campaign from nothing to a signed number on a page, by the desk alone', async (t) => {
    const {tab, desk, complaints} = await newTab(t);
    const pages = {};
    const server = await site({pages});
    t.after(() => server.close());
    const {take} = await downloadsOf(t, tab);
    await tab.goto(server.origin + PAGE);
    await until(tab, () => !!document.querySelector('.new'));
    await tab.type('#new-title', 'My campaign');
    await tab.select('#new-lang', 'en');
    await desk.press('Create the feed');
    await desk.press('Add a figure');
    await desk.fill({
      'title/en': 'Political prisoners',
      value: '1140',
      qualifier: 'at-least',
      unit: 'political-prisoner',
    });
    await desk.fill({
      'source/name/en': 'A Centre',
      'source/url': 'https://example.org/',
      'definition/en': 'In custody.',
    });
    await desk.apply();
    await desk.click('#save');
    pages['/dist/feed.json'] = await take('feed.json');
    await desk.press('Sign');
    await desk.click('#keygen');
    const folder = tempDir(t);
    folder.put('feed.key', await take('feed.key'));
    const key = String(await take('feed.key.pub')).trim();
    await (await tab.$('#key-file')).uploadFile(folder.path('feed.key'));
    await desk.press('Sign and download');
    pages['/dist/feed.signed'] = await take('feed.signed');
    assert.deepEqual(complaints, []);

    // The builder of the same folder gives the element with its true fallback content; the tag has the key.
    await tab.goto(`${server.origin}/dist/builder.html#widget=counter&lang=en`);
    const code = 'section[aria-labelledby="snippet"] code-block code';
    await until(tab, (code) => /1,140/.test(document.querySelector(code)?.textContent), code);
    const snippet = await tab.$eval(code, ({textContent}) => textContent);
    const [, element] = snippet.match(/(<solidarity-counter[^]*<\/solidarity-counter>)/);
    assert.match(element, /At least 1,140 political prisoners/);
    pages['/page.html'] =
      `<!doctype html><title>Page</title><script async src="/dist/solidarity.js" data-feed="/dist/feed.signed" data-key="${key}"></script>` +
      element.replace(/ src="[^"]*"/, '');
    await tab.goto(`${server.origin}/page.html`);
    await until(
      tab,
      () => !!document.querySelector('solidarity-counter')?.shadowRoot?.querySelector('[part~="count"]'),
    );
    assert.equal(
      await tab.$eval('solidarity-counter', ({shadowRoot}) => shadowRoot.querySelector('[part~="count"]').textContent),
      '1,140',
    );
    assert.ok(server.count('/dist/feed.signed'));
  });

  test('undo, redo and the history: by buttons and keys', async (t) => {
    const {tab, desk} = await open(t);
    const value = async () => (await desk.json()).figures[0].value;
    await newNumber(desk, {value: '1150'});
    await newNumber(desk, {value: '1160'});
    await desk.click('#undo');
    assert.deepEqual([await value(), await desk.status()], [1150, 'Undone: Number: Political prisoners']);
    await tab.focus('#redo');
    await pressKeys(tab, 'Control', 'z');
    await pressKeys(tab, 'Control', 'z');
    assert.equal(await value(), 1140);
    await pressKeys(tab, 'Control', 'y');
    assert.equal(await value(), 1150);
    // The same keys with Cyrillic letters.
    for (const [key, code, expected] of [
      ['я', 'KeyZ', 1140],
      ['н', 'KeyY', 1150],
    ]) {
      await tab.evaluate(
        (key, code) =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, ctrlKey: true, bubbles: true})),
        key,
        code,
      );
      assert.equal(await value(), expected, key);
    }
    await desk.click('.history li:last-child button');
    assert.equal(await value(), 1160);
    await desk.click('.history li:first-child button');
    assert.equal(await value(), 1140);
    assert.match(await desk.text('.bar'), /Saved/);
    await newNumber(desk, {value: '1170'});
    assert.ok(await tab.$eval('#redo', ({disabled}) => disabled), 'what was undone is gone after another change');
  });

  test('check says what is wrong in plain words, leads to the field, and takes a reason', async (t) => {
    const {tab, desk} = await open(t);
    await newNumber(desk, {value: '900'});
    assert.match(await desk.text('.verdict'), /must not be published/);
    assert.match(
      await desk.text('.findings'),
      /Is this right\? A number changes by more than a fifth Political prisoners · Number 1,140 \(\d+ \w+ \d+\) has become 900\./,
    );
    await setField(tab, 'desk-language', 'be');
    assert.match(
      await desk.text('.findings'),
      /Лічба змяняецца больш чым на пятую частку Палітвязні · Лічба Было 1140 \(\d+ \p{Script=Cyrillic}+ \d+ г\.\), стала 900\./u,
    );
    await setField(tab, 'desk-language', 'en');
    await desk.click('.findings button');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'field-value');
    await desk.press('Cancel');
    await tab.type('#reason', '250 people were released.');
    await desk.press('It is right');
    assert.match(await desk.text('.verdict'), /may be published/);
    const {corrections, figures} = await desk.json();
    assert.deepEqual([corrections, figures[0].note], [[], '250 people were released.']);
    await desk.previewShows('250 people were released.');
  });

  test('the field of a finding is changed as it is: no new count, no new date; only an old figure asks for a new count', async (t) => {
    const asOf = day(-20);
    const held = (change) => {
      const json = JSON.parse(deskFeed());
      Object.assign(json.figures[0], {asOf, checkedAt: asOf}, change);
      return json;
    };
    const source = {name: 'Test Count'};
    const mends = {
      'source-without-address': [{source}, {'source/url': 'https://example.org/count'}],
      'invalid-value': [{value: '1140'}, {value: '1140'}],
      'missing-key': [{source: undefined}, {'source/name/en': 'Test Count', 'source/url': 'https://example.org/count'}],
      'a broken history': [{value: '1140', history: null}, {value: '1140'}],
      'a history that is no list': [{value: -1, history: {x: 1}}, {value: '1140'}],
    };
    for (const [name, [change, values]] of Object.entries(mends)) {
      const json = held(change);
      const {desk, complaints} = await open(t, {feed: JSON.stringify(json)});
      await desk.click('.findings .error button, .findings .warning button');
      await desk.fill(values);
      await desk.apply();
      const {history} = change;
      assert.deepEqual((await desk.json()).figures[0], held(history === undefined ? {} : {history}).figures[0], name);
      if (history === undefined) assert.match(await desk.text('.verdict'), /may be published/, name);
      assert.deepEqual(complaints, [], name);
    }
    const {tab, desk} = await open(t);
    await newNumber(desk, {value: '11500', asOf: day(-1)});
    await desk.click('.findings button');
    await desk.fill({value: '1150'});
    await desk.apply();
    const [figure] = (await desk.json()).figures;
    assert.deepEqual([figure.value, figure.asOf, figure.history.length], [1150, day(-1), 1]);
    await desk.click('#undo');
    await desk.click('#undo');
    await tab.evaluate(() =>
      [...document.querySelectorAll('.findings li')]
        .find((one) => /out of date/.test(one.textContent))
        .querySelector('button')
        .click(),
    );
    await desk.settle();
    assert.deepEqual(
      await tab.evaluate(() => [
        document.activeElement.id,
        document.activeElement.form.querySelector('#field-asOf').value,
      ]),
      ['field-value', TODAY],
    );
  });

  test('what the desk cannot show stays in the file as it is, or is a mistake at its field', async (t) => {
    const json = JSON.parse(deskFeed());
    json.events[0].title = {en: 'A rally', be: null, pl: {a: 1}};
    json.events.push({
      ...json.events[0],
      id: 'timed',
      title: 'Timed',
      from: `${day(20)}T18:30:00Z`,
      text: ['x'],
      town: 'gone',
    });
    json.organisations = ['a', 'b', 'c'].map((id) => ({
      id,
      name: id.toUpperCase(),
      status: 'active',
      checkedAt: day(-1),
    }));
    json.ways[0].organisations = ['c', 'gone', 'a'];
    json.corrections = [{id: 'x', date: day(-2), section: 'people', of: 'jane', text: 'Misspelt.'}];
    json.towns = {minsk: {}};
    json.people[0].incidents = {first: {}};
    const {desk, complaints, tab} = await open(t, {feed: JSON.stringify(json)});
    const change = async (section, button, values) => {
      await desk.press(section);
      await desk.press(button);
      await desk.fill(values);
      await desk.apply();
    };
    await change('Events', 'Change: rally', {'place/en': 'Square'});
    assert.deepEqual((await desk.json()).events[0], {...json.events[0], place: 'Square'});
    await change('Events', 'Change: rally', {'title/be': 'Мітынг'});
    assert.deepEqual((await desk.json()).events[0].title, {en: 'A rally', be: 'Мітынг', pl: {a: 1}});
    await change('Events', 'Change: Timed', {'place/en': 'Square'});
    assert.deepEqual(Object.keys(await desk.mistakes()), ['from/time']);
    assert.match(await desk.text('.field:has([id="field-from/time"])'), /The file says 18:30:00Z\./);
    await desk.fill({'from/time': '18:30'});
    // An id that the feed does not have is shown, and can be taken away.
    assert.equal(await tab.$eval('#field-town', ({selectedOptions}) => selectedOptions[0].textContent.trim()), 'gone');
    await setField(tab, 'field-town', '');
    await desk.apply();
    const {town: _, ...timed} = json.events[1];
    assert.deepEqual((await desk.json()).events[1], {...timed, from: `${day(20)}T18:30`, place: 'Square'});
    await change('Corrections', 'Change: Misspelt.', {'text/en': 'It was misspelt.'});
    assert.deepEqual((await desk.json()).corrections, [{...json.corrections[0], text: 'It was misspelt.'}]);
    await desk.press('Ways to help');
    for (const [title, ids] of [
      ['B', ['c', 'gone', 'a', 'b']],
      ['gone', ['c', 'a', 'b']],
      ['C', ['a', 'b']],
    ]) {
      await desk.press('Change: Write a letter');
      await desk.tick('organisations', title);
      await desk.apply();
      assert.deepEqual((await desk.json()).ways[0].organisations, ids);
    }
    for (const [section, button, values] of [
      [
        'Towns',
        'Add a town',
        {
          'name/en': 'V',
          country: 'LT',
          latitude: '54',
          longitude: '25',
          'act/what': 'action',
          'act/title/en': 'A',
          'act/date': '2025',
          'act/source/name/en': 'T',
        },
      ],
      ['People', 'Something has happened: Jane Example', {what: 'released', date: '2025', 'source/name/en': 'T'}],
    ]) {
      await change(section, button, values);
      assert.match(await desk.text('item-form [role="alert"]'), /has no list here/);
      await desk.press('Cancel');
    }
    const {towns, people} = await desk.json();
    assert.deepEqual([towns, people], [json.towns, json.people]);
    assert.deepEqual(complaints, []);
  });

  test('a form says why it is not applied, at the field or in the form, and not for what was wrong before', async (t) => {
    const json = JSON.parse(deskFeed());
    const source = {name: 'T', url: 'https://example.org/'};
    const person = (id, incident) => ({
      id,
      name: id,
      consent: 'own',
      checkedAt: day(-1),
      incidents: [{source, ...incident}],
    });
    json.people.push(
      person('bob', {what: 'released', date: '2023-01-01', until: '2024-01-01'}),
      person('ann', {what: 'detained', date: day(40)}),
      person('eve', {what: 'held', date: '2023'}),
    );
    json.towns = [{id: 'minsk', name: 'Minsk', country: 'BY', latitude: 53.9006, longitude: 27.559, acts: [null]}];
    json.ways[0].templates = [{title: 'A', text: 'Now {figure}'}];
    json.events[0].title = {en: 'A rally', 'x/y': 'x'.repeat(10_001)};
    const {tab, desk, complaints} = await open(t, {feed: JSON.stringify(json)});
    const long = 'x'.repeat(10_001);
    const incident = {what: 'released', 'source/name/en': 'T'};
    for (const [section, button, values, expected] of [
      ['People', 'Name and consent: bob', {'name/en': 'Bobby'}, {}],
      ['People', 'Name and consent: ann', {'name/en': 'Anna'}, {}],
      ['People', 'Name and consent: eve', {'name/en': 'Eva'}, {}],
      ['People', 'Something has happened: Anna', {...incident, date: '2025-01'}, {}],
      ['People', 'Something has happened: Anna', {...incident, date: day(9)}, {date: /future/}],
      [
        'Towns',
        'Something was done: Minsk',
        {what: 'action', 'title/en': 'W', date: '2025', 'source/name/en': 'T'},
        {},
      ],
      ['Ways to help', 'Change: Write a letter', {checkedAt: TODAY}, {}],
      ['Ways to help', 'Change: Write a letter', {'text/be': long}, {'text/be': /at most 10,000/}],
      ['Events', 'Change: rally', {'text/en': long}, {'text/en': /at most 10,000/}],
      ['Events', 'Change: rally', {'place/en': 'Square'}, {}],
    ]) {
      await desk.press(section);
      await desk.press(button);
      const before = await desk.json();
      await desk.fill(values);
      await desk.apply();
      const isOpen = !!(await tab.$('item-form'));
      const mistakes = isOpen ? await desk.mistakes() : {};
      const name = `${button} ${Object.keys(values)} ${isOpen && (await desk.text('item-form [role="alert"]'))}`;
      assert.deepEqual(Object.keys(mistakes), Object.keys(expected), name);
      for (const [path, words] of Object.entries(expected)) {
        assert.match(mistakes[path], words);
        // It is opened and has the focus, also if it was closed by hand.
        await tab.evaluate(() => document.querySelectorAll('item-form details').forEach((one) => (one.open = false)));
        await desk.apply();
        assert.equal(await tab.evaluate(() => document.activeElement.id), `field-${path}`);
        await setField(tab, 'desk-language', 'be');
        await desk.settle();
        assert.doesNotMatch((await desk.mistakes())[path], /[a-z]{4}/, 'the message is in the language of the desk');
        await setField(tab, 'desk-language', 'en');
        await desk.press('Cancel');
      }
      if (!Object.keys(expected).length) assert.notDeepEqual(await desk.json(), before, name);
    }
    assert.deepEqual(complaints, []);
  });

  test('a finding leads to the form with its field, or to the line of the file', async (t) => {
    const json = JSON.parse(deskFeed());
    const [jane] = json.people;
    delete jane.consent;
    json.people.push(
      {...jane, id: 'bob', consent: 'own', incidents: []},
      {...jane, id: 'ann', consent: 'own', incidents: [{...jane.incidents[0], date: day(40)}]},
    );
    json.ways[0].organisations = ['club', 'gone'];
    json.events[0].zone = undefined;
    const {tab, desk, complaints} = await open(t, {feed: JSON.stringify(json)});
    for (const [words, focus] of [
      [/“Why may it be shown\?” is missing/, 'field-consent'],
      [/missing what has happened/, 'field-what'],
      [/This date is in the future/, undefined],
      [/no “gone”/, 'field-organisations'],
      [/needs a time zone/, 'field-zone'],
    ]) {
      const hasButton = await tab.evaluate((words) => {
        const all = [...document.querySelectorAll('.findings .error')];
        const finding = all.find((one) => new RegExp(words).test(one.textContent.replace(/\s+/g, ' ')));
        if (!finding) throw new Error(`${words} is not in ${all.map((one) => one.innerText)}`);
        finding.querySelector('button')?.click();
        return !!finding.querySelector('button');
      }, words.source);
      await desk.settle();
      assert.equal(hasButton, !!focus, words);
      if (focus)
        assert.equal(
          await tab.evaluate(() => document.activeElement.id || document.activeElement.closest('fieldset')?.id),
          focus,
        );
    }
    assert.deepEqual(complaints, []);
  });

  test('a feed with errors is saved only if the editor says so', async (t) => {
    const feed = deskFeed().replace('"status": "planned"', '"status": "maybe"');
    const {tab, desk} = await open(t, {feed});
    const {take} = await downloadsOf(t, tab);
    assert.match(
      await desk.text('.findings .error'),
      /A value is not written as it must be A rally · State The file says "maybe"\. Choose one\./,
    );
    await newNumber(desk, {value: '1150'});
    await desk.click('#save');
    assert.match(await desk.status(), /Not saved: the feed has errors/);
    assert.match(await desk.text('.bar'), /Not saved/);
    await desk.click('#save-anyway');
    assert.equal(JSON.parse(await take('feed.json')).figures[0].value, 1150);
    // Its field is reached, and it is mended.
    await desk.click('.findings .error button');
    await desk.fill({status: 'moved'});
    await desk.apply();
    assert.equal(await tab.$('.findings .error'), null);
  });

  test('speaks Belarusian and Russian; the preview has every language of the feed, each look, light and dark', async (t) => {
    const {tab, desk} = await open(t);
    await setField(tab, 'desk-language', 'be');
    await desk.previewShows('Палітвязні');
    assert.match(await desk.text('.card'), /Палітвязні Прынамсі 1140 палітвязняў на .* · 100 дзён таму/);
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'be');
    await setField(tab, 'desk-language', 'ru');
    assert.match(await desk.text('.card'), /100 дней назад/);
    await setField(tab, 'preview-lang', 'en');
    await desk.previewShows('Political prisoners');
    for (const look of ['newsroom', 'contrast', 'memorial']) {
      await desk.click(`[name="preview-look"][value="${look}"]`);
      assert.equal(await tab.$eval('.stage .page > *', (element) => element.getAttribute('look')), look);
    }
    await desk.click('[name="preview-page"][value="dark"]');
    assert.ok(await tab.$('.stage.dark'));
  });

  test('warns before unsaved work is lost', async (t) => {
    const {tab, desk} = await open(t);
    const dialogs = [];
    tab.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.dismiss();
    });
    await tab.click('#sections-title');
    await newNumber(desk, {value: '1150'});
    await tab.evaluate(() => location.assign('about:blank'));
    await until(tab, () => !!document.querySelector('.bar'));
    assert.deepEqual(dialogs, ['beforeunload']);
    await desk.drop('feed.json', deskFeed());
    for (const end = Date.now() + 5000; dialogs.length < 2 && Date.now() < end;) await desk.settle();
    assert.deepEqual(dialogs, ['beforeunload', 'confirm']);
    assert.equal((await desk.json()).figures[0].value, 1150);
    await desk.click('#undo');
    // A form with something typed, be it complete or not.
    await desk.press('People');
    await desk.press('Add a person');
    await desk.fill({'name/en': 'John'});
    await tab.evaluate(() => location.assign('about:blank'));
    await until(tab, () => !!document.querySelector('.bar'));
    await desk.drop('feed.json', deskFeed());
    for (const end = Date.now() + 5000; dialogs.length < 4 && Date.now() < end;) await desk.settle();
    assert.deepEqual(dialogs.slice(2), ['beforeunload', 'confirm']);
    await desk.fill({'name/en': ''});
    await tab.goto('about:blank');
    assert.equal(dialogs.length, 4);
  });

  test('what is typed in a form is applied or given up before anything else is changed or shown', async (t) => {
    const json = JSON.parse(deskFeed());
    json.ways.push({...json.ways[0], id: 'second', title: 'Second'});
    const {tab, desk, complaints} = await open(t, {feed: JSON.stringify(json)});
    const answers = {};
    const asked = answerQuestions(tab, answers);
    await newNumber(desk, {value: '900'});
    await desk.press('Ways to help');
    await desk.press('Checked today: Second');
    const isOpen = async () => !!(await tab.$('item-form'));
    const askedTimes = async (times) => {
      for (const end = Date.now() + 5000; asked.length < times && Date.now() < end;) await desk.settle();
    };
    const giveReason = async () => {
      await setField(tab, 'reason', '250 people were released.');
      await desk.press('It is right');
    };
    const state = () => tab.evaluate(() => document.querySelector('feed-desk').model.session.states.length);
    for (const [name, act] of [
      ['undo', () => desk.click('#undo')],
      ['redo', () => desk.click('#redo')],
      ['the history', () => desk.click('.history li:first-child button')],
      ['the last state', () => desk.click('.history li:last-child button')],
      ['a check', () => desk.press('Checked today: Write a letter')],
      ['a reason', giveReason],
      ['another item that is removed', () => desk.press('Remove: Write a letter')],
      ['another form', () => desk.press('Add a way to help')],
      ['a field that check names', () => desk.click('.findings button')],
      ['another section', () => desk.press('Events')],
      ['a list', () => desk.drop('days.csv', `Day;In custody\n${day(-9)};1141\n`)],
    ]) {
      await desk.press('Ways to help');
      asked.length = 0;
      await desk.press('Change: Second');
      await desk.fill({'title/en': ''});
      const [before, states] = [await desk.json(), await state()];
      answers.isYes = false;
      await act();
      await askedTimes(1);
      assert.deepEqual([await desk.json(), await state()], [before, states], name);
      assert.equal(await tab.$eval('[id="field-title/en"]', ({value}) => value), '', name);
      answers.isYes = true;
      await act();
      await askedTimes(2);
      await desk.settle();
      assert.deepEqual(asked, Array(2).fill('What you typed in the form is not applied yet. Go on without it?'), name);
      if (!['another form', 'a field that check names'].includes(name)) assert.equal(await isOpen(), false, name);
    }
    assert.equal((await desk.json()).figures[0].note, '250 people were released.');
    // A form in which nothing was typed is closed without a question.
    await desk.press('Events');
    asked.length = 0;
    await desk.press('Change: A rally');
    await desk.click('#undo');
    assert.deepEqual([await isOpen(), asked], [false, []]);
    assert.deepEqual(complaints, []);
  });

  test('nothing is saved while a form is not applied: it says so', async (t) => {
    const {tab, desk} = await open(t);
    await newNumber(desk, {value: '1150'});
    await desk.click('[data-edit="count-1"]');
    for (const [value, save] of [
      ['171', () => desk.click('#save')],
      ['', () => desk.click('#save')],
      ['', () => pressKeys(tab, 'Control', 's')],
    ]) {
      await desk.fill({value});
      await tab.focus('#undo');
      await save();
      await desk.settle();
      assert.match(await desk.status(), /Not saved: .* not applied/);
      assert.ok(await tab.evaluate(() => !!document.activeElement.closest('item-form')));
      assert.match(await desk.text('.bar'), /^feed\.json Not saved/);
    }
    await desk.press('Cancel');
    await desk.click('#save');
    assert.match(await desk.status(), /is downloaded/);
  });

  test('words that are dragged into a field are the field’s; nothing that is dropped leads away from the page', async (t) => {
    const {tab} = await newTab(t);
    await tab.goto(host.origin + PAGE);
    await until(tab, () => !!document.querySelector('#new-title'));
    const isTaken = (selector, file) =>
      tab.evaluate(
        (selector, file) => {
          const dataTransfer = new DataTransfer();
          if (file) dataTransfer.items.add(new File(['?'], file));
          else dataTransfer.setData('text/plain', 'words');
          const target = document.querySelector(selector);
          return ['dragover', 'drop'].map((type) => {
            const event = new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer});
            target.dispatchEvent(event);
            return event.defaultPrevented;
          });
        },
        selector,
        file,
      );
    assert.deepEqual(await isTaken('#new-title'), [false, false]);
    assert.deepEqual(await isTaken('h1'), [true, true]);
    assert.deepEqual(await isTaken('#new-title', 'a.txt'), [true, true]);
  });

  test('a list that is dropped: what would change is shown first; a doubtful number is refused', async (t) => {
    const {tab, desk} = await open(t);
    const name = `viasna-${day(-1)}.csv`;
    const rows = Array.from({length: 1150}, (_, i) => `${i + 1},active,${i % 5 ? 'male' : 'female'}`);
    const list = ['id,status,gender', ...rows].join('\r\n');
    await desk.drop(name, `${list}\nTotal,1150,`);
    await until(tab, () =>
      /line 1152: this looks like a row of totals/.test(document.querySelector('import-list')?.innerText),
    );
    assert.equal(await tab.$('#take-numbers'), null);
    await desk.drop(name, list.replace('7,active', '7,aktive'));
    await until(tab, () => /“aktive” is not a known value/.test(document.querySelector('import-list')?.innerText));
    await desk.drop(name, list);
    await until(tab, () => !!document.querySelector('#take-numbers'));
    assert.match(
      await desk.text('import-list'),
      /1,150 rows were read.*Political prisoners 1,140 1,150 .* Women 170 230 /s,
    );
    assert.equal((await desk.json()).figures[0].value, 1140, 'nothing is changed before it is accepted');
    const reasons = await tab.$$eval('import-list textarea', (fields) => fields.map(({id}) => id));
    assert.deepEqual(reasons, ['why-women']);
    await tab.type('#why-women', 'A new list.');
    await desk.click('#take-numbers');
    await until(tab, () => !!document.querySelector('.card'));
    const {figures, corrections} = await desk.json();

    const tool = tempDir(t);
    tool.put('feed.json', deskFeed());
    tool.put(name, list);
    assert.equal(
      tool.run(['import', 'viasna', name, '--feed', 'feed.json', '--yes', '--accept', 'A new list.']).code,
      0,
    );
    const byTool = JSON.parse(tool.read('feed.json'));
    assert.deepEqual([figures, corrections], [byTool.figures, byTool.corrections]);
    await desk.click('#undo');
    assert.deepEqual(await desk.json(), JSON.parse(deskFeed()));
  });

  test('a table with a day in each row, by its columns; a mapping, by its file', async (t) => {
    const {tab, desk} = await open(t);
    await desk.drop('days.csv', `Day;In custody\n${day(-9)};1141\n${day(-8)};1 142\n`);
    await until(tab, () => !!document.querySelector('#list-date-column'));
    await setField(tab, 'list-column-held', 'In custody');
    await setField(tab, 'list-source', 'A Table');
    await desk.press('Show what would change');
    await until(tab, () => !!document.querySelector('#take-numbers'));
    await desk.click('#take-numbers');
    await until(tab, () => !!document.querySelector('.card'));
    const [held] = (await desk.json()).figures;
    assert.deepEqual([held.value, held.asOf, held.source], [1142, day(-8), {name: 'A Table'}]);

    await desk.drop('cases.csv', 'Case,State\n1,held\n2,free\n');
    await until(tab, () => document.querySelector('import-list h3')?.textContent === 'cases.csv');
    await setField(tab, 'list-kind', 'mapping');
    await setField(tab, 'list-date', TODAY);
    await desk.settle();
    const {put} = tempDir(t);
    const mapping = {
      source: {name: 'M'},
      values: {State: ['held', 'free']},
      figures: {women: {where: {State: 'held'}}},
    };
    await (await tab.$('#list-mapping')).uploadFile(put('map.json', mapping));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await desk.press('Show what would change');
    await until(tab, () => /has become 1\./.test(document.querySelector('import-list .findings')?.innerText));
    assert.match(await desk.text('import-list table'), /Women 170 1 /);
  });

  test('signs what was saved, with a key of the tool or of its own; the tool verifies it', async (t) => {
    const {tab, desk} = await open(t);
    const {take} = await downloadsOf(t, tab);
    const tool = tempDir(t);
    tool.run(['keygen', '--out', 'daily.key']);
    await newNumber(desk, {value: '1150'});
    await desk.press('Sign');
    const sign = async (key, days = '7') => {
      await (await tab.$('#key-file')).uploadFile(tool.path(key));
      await setField(tab, 'key-days', days);
      await desk.press('Sign and download');
    };
    const isRefused = (words) =>
      until(tab, (words) => document.querySelector('sign-feed [role="alert"]')?.textContent.includes(words), words);
    await sign('daily.key');
    await isRefused('Save the feed first');
    await desk.click('#save');
    const text = await take('feed.json');
    await sign('daily.key', '91');
    await isRefused('from 1 to 90');
    tool.put('other.key', 'x'.repeat(100_000));
    await sign('other.key');
    await isRefused('other.key is not a private key');
    await sign('daily.key');
    tool.put('feed.signed', await take('feed.signed'));
    const {code, stdout} = tool.run(['verify', 'feed.signed', '--key', 'daily.key.pub', '--out', 'opened.json']);
    assert.equal(code, 0, stdout);
    assert.equal(tool.read('opened.json'), String(text));
    assert.equal(await tab.$eval('#key-file', ({files}) => files.length), 0, 'the page forgets the key');

    await desk.click('#keygen');
    tool.put('own.key', await take('feed.key'));
    tool.put('own.key.pub', await take('feed.key.pub'));
    await sign('own.key');
    tool.put('own.signed', await take('feed.signed'));
    assert.equal(tool.run(['verify', 'own.signed', '--key', 'own.key.pub']).code, 0);
    tool.run(['verify', 'own.signed', '--key', 'daily.key.pub']);
  });

  test('saves to a file of the browser’s; a file that somebody else has changed is not overwritten', async (t) => {
    const opened = await newTab(t);
    const {tab, desk} = opened;
    // A real file of the File System Access API, in the private folder of the origin: its picker cannot be driven.
    await tab.evaluateOnNewDocument(() => {
      window.showOpenFilePicker = async () => {
        const folder = await navigator.storage.getDirectory();
        return [await folder.getFileHandle('feed.json', {create: true})];
      };
    });
    await tab.goto(host.origin + PAGE);
    const put = (text) =>
      tab.evaluate(async (text) => {
        const [handle] = await window.showOpenFilePicker();
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
      }, text);
    const read = () =>
      tab.evaluate(async () => {
        const [handle] = await window.showOpenFilePicker();
        return (await handle.getFile()).text();
      });
    await put(deskFeed());
    await until(tab, () => !!document.querySelector('.open'));
    await desk.click('#open-file');
    await desk.isOpen();
    await newNumber(desk, {value: '1150'});
    await desk.click('#save');
    await until(tab, () => /is saved, with serial 8/.test(document.querySelector('.bar').innerText));
    assert.equal(JSON.parse(await read()).figures[0].value, 1150);

    const other = deskFeed().replace('"value": 170', '"value": 171').replace('"serial": 7', '"serial": 20');
    await put(other);
    await newNumber(desk, {value: '1160'});
    await desk.click('#save');
    await until(tab, () => document.activeElement.id === 'conflict');
    assert.equal(await read(), other, 'the file is as the other left it');
    for (const saveAgain of [
      () => desk.click('#save'),
      () => pressKeys(tab, 'Control', 's'),
      () => desk.click('#download'),
    ]) {
      await tab.focus('#undo');
      await saveAgain();
      await until(tab, () => document.activeElement.id === 'conflict');
    }
    assert.equal(await read(), other, 'nothing is saved before the editor has chosen');
    await desk.click('#take');
    assert.equal((await desk.json()).figures[1].value, 171);
    await desk.click('#undo');
    assert.equal((await desk.json()).figures[0].value, 1160, 'undo brings the own changes back');
    await put(deskFeed());
    await desk.click('#save');
    await until(tab, () => !!document.querySelector('#conflict'));
    await put(other);
    await desk.click('#keep');
    await until(tab, () => !!document.querySelector('#conflict'));
    assert.equal(await read(), other, 'what was changed once more is not what the editor has chosen to replace');
    await desk.click('#keep');
    await until(tab, () => /is saved, with serial 21/.test(document.querySelector('.bar').innerText));
    assert.equal(JSON.parse(await read()).figures[0].value, 1160);
    await tab.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('feed.json'));
  });

  test('a new feed: name, language, first number; it may be published', async (t) => {
    const {tab, desk} = await newTab(t);
    const {take} = await downloadsOf(t, tab);
    await tab.goto(host.origin + PAGE);
    await until(tab, () => !!document.querySelector('#new-title'));
    await tab.type('#new-title', 'Solidarity with Testland');
    await setField(tab, 'new-lang', 'be');
    await desk.press('Create the feed');
    assert.match(await desk.text('.bar'), /Not saved/);
    await desk.press('Add a figure');
    await desk.fill({
      'title/be': 'Палітвязні',
      value: '30',
      unit: 'political-prisoner',
      'source/name/be': 'Тэст',
      'source/url': 'https://example.org/',
      'definition/be': 'Усе.',
    });
    await desk.apply();
    await desk.click('#save');
    const tool = tempDir(t);
    const text = String(await take('feed.json'));
    assert.equal(JSON.parse(text).serial, 1);
    assert.equal(tool.run(['check', tool.put('feed.json', text)]).code, 0);
  });

  test('a file that is no feed is told with its line, and what is open stays open', async (t) => {
    const {tab, desk, complaints} = await open(t);
    const isTold = (words) =>
      until(tab, (words) => document.querySelector('.open [role="alert"]')?.textContent.includes(words), words);
    for (const [content, words] of [
      [deskFeed().replace('"lang": "en",', '"lang": "en"'), 'line 3'],
      ['', 'is empty'],
      ['[]', 'not a feed'],
      ['{"version": 2}', 'not a feed: line 1'],
      [`solidarity1 ${'x'.repeat(40)}`, 'signed feed'],
      [' '.repeat(6 * 1024 * 1024), 'too large'],
      ['['.repeat(200_000), 'too many brackets'],
      [deskFeed().replace('"serial": 7,', '"serial": 7, "serial": 8,'), 'there twice'],
    ]) {
      await desk.drop('other.json', content);
      await isTold(words);
      assert.match(await desk.text('.bar'), /^feed\.json/, words);
    }
    const {path} = tempDir(t);
    const session = await tab.createCDPSession();
    const data = {items: [], files: [path('.')], dragOperationsMask: 1};
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await session.send('Input.dispatchDragEvent', {type, x: 300, y: 300, data});
    await isTold('Drop the file feed.json itself, not its folder');
    assert.deepEqual(complaints, []);
  });

  test('markup, prototype names and broken items of a feed are data', async (t) => {
    const json = JSON.parse(deskFeed());
    json.figures[0].title = '<img src=x onerror="document.body.id = 1">{constructor}</script>';
    json.figures[0].source.name = {en: 'constructor', __proto: 'x', '"><b>': 'y'};
    json.figures.push(null, 7, {id: 'constructor', title: {}, value: '5'});
    json.people[0].incidents = [null, {...json.people[0].incidents[0], what: 'constructor'}, 'x'];
    json.towns = [{id: 'minsk', name: 'Minsk', country: 'BY', latitude: 53.9, longitude: 27.56, acts: [null, 7]}];
    json.photos = {not: 'a list'};
    json.figures[1].constructor = 2;
    json.events[0].status = 'constructor';
    json.ways[0].id = '__proto__';
    const feed = JSON.stringify(json).replace(
      '"id":"test-campaign"',
      '"id":"test-campaign","__proto__":{"polluted":1},"constructor":{"x":2}',
    );
    const {tab, desk, complaints} = await open(t, {feed});
    const {take} = await downloadsOf(t, tab);
    assert.match(await desk.text('.card'), /<img src=x onerror=/);
    assert.doesNotMatch(await desk.text('.columns'), /native code|\[object/);
    await desk.press('People');
    assert.match(await desk.text('.card'), /constructor · 02\/2023/);
    for (const task of [
      'Events',
      'Towns',
      'Photos',
      'Ways to help',
      'Organisations',
      'Corrections',
      'The feed',
      'Sign',
      'Figures',
    ])
      await desk.press(task);
    await newNumber(desk, {value: '1150'});
    await desk.click('#save');
    await desk.click('#save-anyway');
    const saved = JSON.parse(String(await take('feed.json')));
    assert.deepEqual(Object.keys(saved), Object.keys(JSON.parse(feed)), 'unknown keys stay');
    assert.deepEqual(saved.figures.slice(2), json.figures.slice(2), 'what cannot be read stays as it is');
    assert.equal(await tab.evaluate(() => document.body.id + {}.polluted), 'undefined');
    assert.deepEqual(complaints, []);
  });

  test('items of one name are told apart by their ids', async (t) => {
    const json = JSON.parse(deskFeed());
    json.people.push({...json.people[0], id: 'jane-2'});
    json.organisations.push({...json.organisations[0], id: 'club-2'});
    const {desk} = await open(t, {feed: JSON.stringify(json)});
    await desk.press('People');
    assert.match(await desk.text('.cards'), /Jane Example \(jane\) .* Jane Example \(jane-2\)/);
    await desk.press('Remove: Jane Example (jane)');
    assert.match(await desk.text('.cards'), /^Jane Example detained/);
    await desk.press('Ways to help');
    await desk.press('Change: Write a letter');
    await desk.tick('organisations', 'The Club (club-2)');
    await desk.apply();
    assert.deepEqual((await desk.json()).ways[0].organisations, ['club', 'club-2']);
  });

  test('by keyboard alone: from opening to saving', async (t) => {
    const {tab, desk} = await open(t);
    const {take} = await downloadsOf(t, tab);
    const tabTo = async (isThere) => {
      for (let i = 0; i < 60; i++) {
        await tab.keyboard.press('Tab');
        const seen = await tab.evaluate(() => {
          const {id, textContent, dataset} = document.activeElement;
          const ringed = document.activeElement.closest('label:has(input)') ?? document.activeElement;
          const isRinged = [document.activeElement, ringed, ringed.querySelector('span')].some(
            (one) => one && getComputedStyle(one).outlineStyle !== 'none',
          );
          return {
            name: id || dataset.edit || textContent.trim(),
            isRinged,
            inStage: !!document.activeElement.closest('.stage .page'),
          };
        });
        assert.ok(seen.isRinged || seen.inStage, `${seen.name} has no ring`);
        if (isThere(seen.name)) return;
      }
      assert.fail('the focus never came there');
    };
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'sections-title');
    await tabTo((name) => name === 'count-0');
    await tab.keyboard.press('Enter');
    await until(tab, () => document.activeElement.id === 'field-value');
    await tab.keyboard.type('1150');
    await tabTo((name) => name === 'field-source/name/en');
    await tabTo((name) => name === 'Apply');
    await tab.keyboard.press('Enter');
    await until(tab, () => document.activeElement.dataset.edit === 'count-0');
    await pressKeys(tab, 'Control', 's');
    assert.equal(JSON.parse(String(await take('feed.json'))).figures[0].value, 1150);
    assert.match(await desk.status(), /downloaded/);
  });

  test('axe finds nothing in any state, light and dark; nothing is cut at 320 px or 200 % text', async (t) => {
    const {tab, desk} = await open(t);
    await tab.evaluate(AXE);
    const look = async (state) => {
      for (const [scheme, width] of [
        ['light', 1280],
        ['dark', 320],
      ]) {
        await tab.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
        await tab.setViewport({width, height: 800});
        const violations = await tab.evaluate(async () =>
          // The elements in the preview have tests of their own.
          (await axe.run({exclude: ['.stage .page']})).violations.map(
            ({id, nodes}) =>
              `${id}: ${nodes
                .map(({html}) => html)
                .join(' ')
                .slice(0, 200)}`,
          ),
        );
        assert.deepEqual(violations, [], `${state}, ${scheme}`);
        for (const size of ['200%', '100%']) {
          const cut = await tab.evaluate((size) => {
            document.documentElement.style.fontSize = size;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, size);
          assert.equal(cut, 0, `${state}, ${width} px, ${size}`);
        }
      }
    };
    await look('figures');
    await desk.press('People');
    await desk.click('.parts summary');
    await desk.click('.parts [data-edit]');
    await look('what has happened to a person');
    await desk.press('Cancel');
    await desk.press('Figures');
    await newNumber(desk, {value: 'x'});
    await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await look('a form with a mistake');
    await desk.fill({value: '900'});
    await desk.apply();
    await setField(tab, 'desk-language', 'be');
    await desk.settle();
    await look('a suspicious change, in Belarusian');
    await setField(tab, 'desk-language', 'en');
    await desk.press('Events');
    await desk.press('Add an event');
    await look('an event');
    await desk.press('Ways to help');
    await desk.press('Sign');
    await desk.press('Sign and download');
    await look('a signature');
    await desk.drop(`viasna-${TODAY}.csv`, 'id,status\n1,active\n2,active\n');
    await until(tab, () => !!document.querySelector('#take-numbers'));
    await look('a list');
    await tab.evaluate((text) => {
      const desk = document.querySelector('feed-desk');
      desk.model.conflict = new TextEncoder().encode(text);
      desk.requestUpdate();
    }, deskFeed());
    await look('a conflict');
    await desk.drop('broken.json', '{');
  });

  test('before a feed is open: axe, 320 px; without JavaScript it says what it needs; from the disk it works, too', async (t) => {
    const {tab, desk} = await newTab(t);
    await tab.goto(host.origin + PAGE);
    await until(tab, () => !!document.querySelector('.open'));
    await tab.setViewport({width: 320, height: 800});
    await tab.evaluate(AXE);
    const [violations, cut] = await tab.evaluate(async () => [
      (await axe.run()).violations.map(({id}) => id),
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ]);
    assert.deepEqual([violations, cut], [[], 0]);
    await tab.goto(new URL('../../dist/desk.html', import.meta.url).href);
    await until(tab, () => !!document.querySelector('.open'));
    const {put} = tempDir(t);
    await (await tab.$('#open-file')).uploadFile(put('feed.json', deskFeed()));
    await desk.isOpen();
    await desk.previewShows('1,140');
    await tab.setJavaScriptEnabled(false);
    await tab.goto(host.origin + PAGE);
    assert.match(await tab.$eval('main', (main) => main.textContent), /needs JavaScript/);
  });
});
