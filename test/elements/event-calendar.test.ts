import {expect} from '@open-wc/testing';
import ICAL from 'ical.js';
import {calendarOf, saveEvent, type CalendarEvent} from '../../src/elements/event-calendar.js';

const event: CalendarEvent = {
  uid: 'event.vigil@campaign',
  stamp: '2026-11-22T00:00:00Z',
  start: Date.UTC(2027, 7, 9, 16, 30),
  end: Date.UTC(2027, 7, 9, 18),
  title: 'Vigil',
  text: '',
  place: '',
  url: '',
  status: 'planned',
};
const read = (change: Partial<CalendarEvent> = {}) => {
  const component = new ICAL.Component(ICAL.parse(calendarOf({...event, ...change})) as unknown[] as never);
  return new ICAL.Event(component.getFirstSubcomponent('vevent')!);
};
const valueOf = (change: Partial<CalendarEvent>, name: string) =>
  read(change).component.getFirstPropertyValue(name) as string | null;

describe('an event for a calendar', () => {
  it('has its identity, its issue, and its instants in UTC', () => {
    const {uid, startDate, endDate, summary, description, location} = read();
    expect([uid, summary, description, location]).to.deep.equal(['event.vigil@campaign', 'Vigil', null, null]);
    expect([String(startDate), String(endDate)]).to.deep.equal(['2027-08-09T16:30:00Z', '2027-08-09T18:00:00Z']);
    expect(String(valueOf({}, 'dtstamp'))).to.equal('2026-11-22T00:00:00Z');
  });

  for (const [from, until, end] of [
    ['2027-08-09', '2027-08-09', '2027-08-10'],
    ['2027-08-30', '2027-08-31', '2027-09-01'],
    ['2028-02-28', '2028-02-29', '2028-03-01'],
    ['2027-12-31', '2027-12-31', '2028-01-01'],
  ] as const)
    it(`takes whole days from ${from} to ${until}`, () => {
      const {startDate, endDate} = read({start: from, end: until});
      expect([startDate.isDate, String(startDate), String(endDate)]).to.deep.equal([true, from, end]);
    });

  for (const end of [0, event.start as number])
    it(`has no end of ${end}`, () => {
      expect(calendarOf({...event, end})).to.not.contain('DTEND');
      expect(String(read({end}).endDate)).to.equal('2027-08-09T16:30:00Z');
    });

  for (const [status, expected] of [
    ['planned', 'CONFIRMED'],
    ['moved', 'CONFIRMED'],
    ['postponed', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
  ] as const)
    it(`is ${expected} where it is ${status}`, () => {
      expect(valueOf({status}, 'status')).to.equal(expected);
    });

  it('keeps commas, semicolons, backslashes, lines and letters of every script', () => {
    const text = 'Плошча, вуліца; дом \\ 3\nساحة 🌻';
    const {summary, description, location} = read({title: text, text, place: text});
    expect([summary, description, location]).to.deep.equal([text, text, text]);
  });

  it('is not ended by a text that looks like a line of it', () => {
    const title = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other\0\u0007';
    const {uid, summary} = read({title});
    expect([uid, summary]).to.deep.equal([event.uid, 'A\nEND:VEVENT\nBEGIN:VEVENT\nUID:other  ']);
    expect(calendarOf({...event, title}).match(/^BEGIN:VEVENT/gm)).to.have.length(1);
  });

  it('has no line of more than 75 octets, and divides no character', () => {
    const title = 'Салідарнасць 🌻 '.repeat(40).trim();
    const calendar = calendarOf({...event, title, url: `https://example.org/${'a'.repeat(300)}`});
    const lines = calendar.split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).to.be.at.most(75);
    expect(lines.some((line) => /[\ud800-\udbff]$/.test(line))).to.equal(false);
    expect(calendar.replaceAll('\r\n', '')).to.not.match(/[\r\n]/);
    expect(read({title}).summary).to.equal(title);
    expect(valueOf({url: `https://example.org/${'a'.repeat(300)}`}, 'url')).to.have.length(320);
  });

  it('is saved as a file that the browser makes', async () => {
    const {click} = HTMLAnchorElement.prototype;
    let link: HTMLAnchorElement | undefined;
    HTMLAnchorElement.prototype.click = function () {
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the link is in no page
      link = this;
    };
    try {
      saveEvent(event, 'vigil');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect([link!.download, link!.href.split(':')[0]]).to.deep.equal(['vigil.ics', 'blob']);
    const response = await fetch(link!.href);
    expect(response.headers.get('content-type')).to.equal('text/calendar;charset=utf-8');
    expect(await response.text()).to.equal(calendarOf(event));
  });
});
