import {expect} from '@open-wc/testing';
import {describePerson, peopleTexts} from '../../src/describe/people.js';
import type {Incident, Person} from '../../src/feed/sections/people.js';
import {contextOf, text, type Tag} from '../support/describe.js';

const source = {name: 'HRW', url: 'https://example.org/hrw'};
const person = (incidents: Partial<Incident>[], more: Partial<Person> = {}): Person => ({
  id: 'x',
  name: {en: 'Jane Example', be: 'Яна Прыклад'},
  consent: 'own',
  incidents: incidents.map((one) => ({what: 'detained', date: '2023-02-08', source, ...one})),
  checkedAt: '2026-03-01',
  ...more,
});
const say = async (tag: Tag, ...incidents: Partial<Incident>[]) => {
  const {statusText, contact} = describePerson(person(incidents), await contextOf(tag));
  return [text(statusText), text(contact)];
};
const detained: Partial<Incident> = {what: 'detained', date: '2023-02-08'};

describe('the description of a person', () => {
  const days = (date: string): Partial<Incident> => ({what: 'no-contact', date});

  it('has the plural forms of each language', async () => {
    const contact = async (tag: Tag, date: string) => (await say(tag, detained, days(date)))[1];
    expect(await contact('en', '2026-03-19')).to.equal('Without contact for 1 day');
    expect(await contact('be', '2026-03-19')).to.equal('Без сувязі: 1 дзень');
    expect(await contact('be', '2026-03-17')).to.equal('Без сувязі: 3 дні');
    expect(await contact('be', '2026-03-15')).to.equal('Без сувязі: 5 дзён');
    expect(await contact('pl', '2026-03-15')).to.equal('Bez kontaktu: 5 dni');
    expect(await contact('ka', '2026-03-15')).to.equal('კავშირის გარეშე: 5 დღე');
  });

  it('says where a person is, in each language', async () => {
    expect((await say('be', detained))[0]).to.equal('У зняволенні з 8 лютага 2023 г.');
    expect((await say('be', {what: 'released', date: '2025-12-13'}))[0]).to.equal('Вызваленне: 13 снежня 2025 г.');
    expect((await say('pl', {what: 'died', date: '2023'}))[0]).to.equal('Data śmierci: 2023');
    expect((await say('en'))[0]).to.equal('It is not known where this person is now.');
  });

  it('says nothing of what comes later than the day', async () => {
    const {history} = describePerson(person([detained, {what: 'released', date: '2026-03-21'}]), await contextOf('en'));
    expect(history.map(text)).to.deep.equal(['Detained: 8 February 2023 · Source: HRW']);
  });

  it('has the name, the note and the source of what decides', async () => {
    const note = {en: 'Taken to Ukraine.', be: 'Вывезлі ва Украіну.'};
    const one = person([detained, {what: 'released', date: '2025-12-13', note}]);
    const description = describePerson(one, await contextOf('be'));
    expect(description.name).to.deep.equal({text: 'Яна Прыклад', lang: 'be', role: 'text'});
    expect(description.note?.text).to.equal('Вывезлі ва Украіну.');
    expect(text(description.source)).to.equal('Крыніца: HRW');
    expect(peopleTexts([one])).to.deep.equal([note]);
  });

  it('has an address only while the person is held', async () => {
    const letter = {address: 'A street'};
    const context = await contextOf('en', 'en');
    expect(describePerson(person([detained], {letter}), context).address?.text).to.equal('A street');
    for (const what of ['released', 'died', 'exiled', 'home'] as const)
      expect(describePerson(person([detained, {what, date: '2025-01-01'}], {letter}), context).address).to.equal(
        undefined,
      );
  });
});
