// What is in the lists of an item: older counts, what happened to a person, what was done in a town, drafts.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {deskFeed, openDesk, setField} from '../support/desk.mjs';
import {day} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';

const source = {name: 'Test Count', url: 'https://example.org/count'};

/** A feed with something in each list, and with what no form knows. */
const feedWithParts = () => {
  const json = JSON.parse(deskFeed());
  Object.assign(json.figures[0], {
    history: [
      {date: day(-400), value: 1300, source, own: 'kept'},
      'no object',
      {date: day(-200), value: 1200, qualifier: 'at-least', source},
    ],
    annotations: [{date: day(-150), text: {en: 'A release', be: 'Вызваленне'}, source}],
  });
  json.people[0].incidents.push({what: 'sentenced', date: '2024-05-06', source});
  json.ways[0].templates = [{title: {en: 'A letter', be: 'Ліст'}, text: {en: 'Dear …', be: 'Паважаны …'}}];
  json.towns = [
    {
      id: 'testville',
      name: {en: 'Testville', be: 'Тэствіль'},
      country: 'PL',
      latitude: 52.2,
      longitude: 21,
      acts: [{id: 'vigil', what: 'action', title: {en: 'A vigil', be: 'Вахта'}, date: '2024-08', source}],
    },
  ];
  return json;
};

describe('the lists of an item', () => {
  let browser;
  let host;
  before(async () => {
    [browser, host] = await Promise.all([launch(), site({})]);
  });
  after(async () => {
    host?.close();
    await browser?.close();
  });

  const open = (t, change = (json) => json) =>
    openDesk(t, browser, host, {feed: JSON.stringify(change(feedWithParts()))});
  /** The names of the parts of the first item, by list. */
  const lists = (tab) =>
    tab.$$eval('.card:first-child .parts', (all) =>
      Object.fromEntries(
        all.map((one) => [
          one.querySelector('summary').textContent,
          [...one.querySelectorAll('li > p:first-child')].map((label) => label.textContent),
        ]),
      ),
    );
  const focused = (tab) => tab.evaluate(() => document.activeElement.dataset.edit ?? document.activeElement.id);

  test('are folded, each part with its day, the newest first', async (t) => {
    const {tab, desk, complaints} = await open(t);
    const counts = await lists(tab);
    assert.deepEqual(Object.keys(counts), ['Earlier counts (2)', 'Notes in the chart (1)']);
    assert.match(counts['Earlier counts (2)'].join(), /^\d+ \w+ \d+ · at least 1,200,\d+ \w+ \d+ · 1,300$/);
    for (const [section, expected] of Object.entries({
      People: {'What has happened (2)': ['sentenced · 6 May 2024', 'detained · 02/2023']},
      'Ways to help': {'Drafts to copy (1)': ['A letter']},
      Towns: {'What was done (1)': ['an action · A vigil · 08/2024']},
    })) {
      await desk.press(section);
      assert.deepEqual(await lists(tab), expected);
    }
    await setField(tab, 'desk-language', 'be');
    assert.deepEqual(Object.values(await lists(tab)), [['акцыя · Вахта · 08/2024']]);
    assert.equal(await tab.$eval('.parts', ({open}) => open), false);
    assert.deepEqual(complaints, []);
  });

  test('a count of the history is changed and removed, and all else stays as it was', async (t) => {
    const {tab, desk} = await open(t);
    await desk.click('.parts summary');
    await desk.click('[data-edit="history-0-0"]');
    assert.equal(await focused(tab), 'field-date');
    assert.equal(await tab.$eval('#field-value', ({value}) => value), '1300');
    await desk.fill({value: '1310'});
    await desk.apply();
    const expected = feedWithParts();
    expected.figures[0].history[0].value = 1310;
    assert.deepEqual((await desk.json()).figures, expected.figures);
    assert.equal(await desk.status(), 'Changed: Political prisoners');
    assert.equal(await focused(tab), 'history-0-0');
    await desk.press(`Remove: ${(await lists(tab))['Earlier counts (2)'][0]}`);
    expected.figures[0].history.splice(2, 1);
    assert.deepEqual((await desk.json()).figures, expected.figures);
    await desk.click('#undo');
    assert.equal((await desk.json()).figures[0].history.length, 3);
  });

  test('an earlier count and a note are added, with what a count needs', async (t) => {
    const {desk} = await open(t);
    await desk.press('Add an earlier count: Political prisoners');
    await desk.fill({date: day(-300), value: '0', qualifier: 'at-least', 'source/name/en': 'Test Count'});
    await desk.apply();
    assert.deepEqual(Object.keys(await desk.mistakes()), ['qualifier']);
    await desk.fill({value: '1250', date: day(3)});
    await desk.apply();
    assert.deepEqual(Object.keys(await desk.mistakes()), ['date']);
    await desk.fill({date: day(-300)});
    await desk.apply();
    await desk.press('Add a note to the chart: Political prisoners');
    await desk.fill({date: day(-10), 'text/en': 'Another release', 'source/name/en': 'Test Count'});
    await desk.apply();
    const [{history, annotations}] = (await desk.json()).figures;
    assert.deepEqual(history.at(-1), {
      date: day(-300),
      value: 1250,
      qualifier: 'at-least',
      source: {name: 'Test Count'},
    });
    assert.deepEqual(annotations.at(-1), {date: day(-10), text: 'Another release', source: {name: 'Test Count'}});
  });

  test('an incident is corrected: the person was not checked by that; an act keeps its id', async (t) => {
    const {desk} = await open(t);
    await desk.press('People');
    await desk.click('[data-edit="incidents-0-0"]');
    await desk.fill({date: '2023-02-08'});
    await desk.apply();
    await desk.press('Towns');
    await desk.click('[data-edit="acts-0-0"]');
    await desk.fill({'title/en': 'A vigil at the town hall'});
    await desk.apply();
    await desk.press('Ways to help');
    await desk.click('[data-edit="templates-0-0"]');
    await desk.fill({'text/en': 'Dear Sir or Madam, …'});
    await desk.apply();
    const expected = feedWithParts();
    expected.people[0].incidents[0].date = '2023-02-08';
    expected.towns[0].acts[0].title.en = 'A vigil at the town hall';
    expected.ways[0].templates[0].text.en = 'Dear Sir or Madam, …';
    assert.deepEqual(await desk.json(), expected);
  });

  test('what is found in a list leads to its field, also where the list is folded', async (t) => {
    const {tab, desk} = await open(t, (json) => {
      json.figures[0].history[1] = {date: day(-200), value: 1199, source};
      return json;
    });
    assert.match(await desk.text('.findings'), /There are two counts of one day/);
    await tab.evaluate(() =>
      [...document.querySelectorAll('.findings li')]
        .find((one) => /two counts of one day/.test(one.textContent))
        .querySelector('button')
        .click(),
    );
    await desk.settle();
    assert.equal(await focused(tab), 'field-date');
    assert.ok(await tab.$eval('#field-date', (field) => field.checkVisibility()));
    await desk.press('Cancel');
    assert.equal(await focused(tab), 'history-0-2');
    await desk.click('.parts li:has([data-edit="history-0-2"]) button:nth-child(2)');
    assert.doesNotMatch(await desk.text('.result'), /two counts of one day/);
  });
});
