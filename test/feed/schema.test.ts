import {expect} from '@open-wc/testing';
import * as common from '../../src/feed/fields.js';
import {parse, type FieldType, type Schema} from '../../src/feed/schema.js';
import {parseHead, parseSection} from '../../src/feed/section.js';
import {HASHTAG} from '../../src/feed/sections/amplify.js';
import {DATE_OR_TIME} from '../../src/feed/sections/events.js';
import {figures} from '../../src/feed/sections/figures.js';
import {MONTH_DAY, ZONE} from '../../src/feed/sections/observances.js';
import {PICTURE} from '../../src/feed/sections/photos.js';
import {COORDINATE} from '../../src/feed/sections/towns.js';
import {feedOf, held} from '../support/feed.js';

const fields = {...common, COORDINATE, DATE_OR_TIME, HASHTAG, MONTH_DAY, PICTURE, ZONE};

const {BOOLEAN, COUNT, COUNTRY, DATE, DAYS, ID, INSTANT, LANG, LINK, PARTIAL_DATE, TEXT} = common;

const schema = {
  id: ID,
  'url?': LINK,
  'status?': ['planned', 'cancelled'],
  'points?': [{text: TEXT, 'note?': TEXT}],
} as const;

/** The message that `parse` throws; undefined if it accepts the value. */
const issueOf = (schema: Schema, value: unknown, at?: string): string | undefined => {
  try {
    parse(schema, value, at);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

/** Every object and list in a value. */
const objectsIn = (value: unknown): object[] =>
  value && typeof value === 'object' ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

/** Adds properties to a prototype while a function runs. */
const withProperties = (prototype: object, properties: Record<string, unknown>, run: () => void) => {
  const original = Object.getOwnPropertyDescriptors(prototype) as Record<string, PropertyDescriptor>;
  try {
    for (const [name, value] of Object.entries(properties))
      Object.defineProperty(prototype, name, {value, configurable: true, enumerable: true, writable: true});
    run();
  } finally {
    for (const name of Object.keys(properties)) {
      Reflect.deleteProperty(prototype, name);
      if (original[name]) Object.defineProperty(prototype, name, original[name]);
    }
  }
};

describe('parse', () => {
  const value = {id: 'a', points: [{text: {en: 'One', be: 'Адзін'}}, {text: 'Two', note: 'Three'}]};

  it('gives a copy without unknown keys', () => {
    const copy = parse(schema, {...value, weather: 'fine'});
    expect(copy).to.deep.equal(value);
    expect(copy).not.to.equal(value);
  });

  it('gives frozen objects without a prototype, at every level', () => {
    const objects = objectsIn(parse(schema, value));
    expect(objects).to.have.length(5);
    for (const object of objects) {
      expect(Object.isFrozen(object)).to.equal(true);
      expect(Object.getPrototypeOf(object)).to.equal(Array.isArray(object) ? Array.prototype : null);
    }
  });

  it('does not freeze the value itself', () => {
    parse(schema, value);
    expect(objectsIn(value).some((object) => Object.isFrozen(object))).to.equal(false);
  });

  for (const [what, invalid, issue] of [
    ['a missing key', {}, ' lacks id'],
    ['a missing key in a list', {id: 'a', points: [{text: 'x'}, {}]}, '/points/1 lacks text'],
    ['a value of another type', {id: 7}, '/id is wrong'],
    ['a value in a list', {id: 'a', points: [{text: ''}]}, '/points/0/text is wrong'],
    ['an unknown word', {id: 'a', status: 'over'}, '/status is wrong'],
    ['a method of lists as a word', {id: 'a', status: 'length'}, '/status is wrong'],
    ['an object instead of a list', {id: 'a', points: {0: {text: 'x'}}}, '/points is wrong'],
    ['a list instead of an object', [], ' is wrong'],
    ['null', null, ' is wrong'],
    ['undefined as a required value', {id: undefined}, '/id is wrong'],
    ['null as an optional value', {id: 'a', url: null}, '/url is wrong'],
    ['a hole in a list', {id: 'a', points: new Array(1)}, '/points/0 is wrong'],
  ] as const)
    it(`refuses ${what}, and says where`, () => {
      expect(issueOf(schema, invalid)).to.equal(issue);
      expect(issueOf(schema, invalid, '/section/0')).to.equal(`/section/0${issue}`);
    });

  it('ignores inherited properties', () => {
    expect(issueOf(schema, Object.create(value))).to.equal(' lacks id');
    expect(
      parse(schema, Object.assign(Object.create({url: 'https://example.org/'}) as object, {id: 'a'})),
    ).not.to.have.property('url');
  });

  it('ignores what a page has put on Object.prototype', () => {
    const properties = {
      id: 'polluted',
      url: 'https://example.org/',
      note: 'Polluted',

      points: [],
    };
    withProperties(Object.prototype, properties, () => {
      expect(issueOf(schema, {})).to.equal(' lacks id');
      const copy = parse(schema, value);
      expect('url' in copy).to.equal(false);
      expect('note' in copy.points![0]!).to.equal(false);
    });
  });

  it('treats a key __proto__ as any other unknown key', () => {
    const copy = parse(schema, JSON.parse('{"id": "a", "__proto__": {"url": "javascript:alert(1)"}}'));
    expect(copy.url).to.equal(undefined);
    expect(Object.keys(copy)).to.deep.equal(['id']);
  });

  it('reads lists although a page has replaced Array.prototype.entries and keys', () => {
    // As Prototype.js 1.7 does.
    const entries = function (this: unknown[]) {
      return this.slice();
    };
    withProperties(Array.prototype, {entries, keys: entries, values: entries}, () => {
      expect(parse(schema, value).points![1]!.note).to.equal('Three');
    });
  });
});

const long = (length: number) => 'x'.repeat(length);
const languages = (count: number) => Object.fromEntries(Array.from({length: count}, (_, i) => [`x-${i}`, 'Text']));

/** Values that each field type accepts, and values that it refuses. */
const CASES: readonly (readonly [name: string, type: FieldType<unknown>, valid: unknown[], invalid: unknown[]])[] = [
  [
    'TEXT',
    TEXT,
    ['x', {en: 'x'}, {en: 'x', be: 'y'}, long(10_000), languages(200)],
    ['', ' \n', {}, {en: ''}, {en: 7}, [], ['x'], null, 7, long(10_001), {en: long(10_001)}, languages(201)],
  ],
  ['ID', ID, ['a', '9-august', long(64)], ['', 'A', '-a', 'a b', 'é', long(65), 7, null, ['a']]],
  [
    'DATE',
    DATE,
    ['2026-03-05', '2028-02-29'],
    ['2026-02-29', '2026-02-30', '2026-13-01', '2026-3-5', '2026-03-05T00:00', '', 20260305, null],
  ],
  [
    'PARTIAL_DATE',
    PARTIAL_DATE,
    ['2023', '2023-02', '2023-02-08'],
    ['2023-13', '2023-02-30', '23', '2023-', null, 2023],
  ],
  [
    'DATE_OR_TIME',
    DATE_OR_TIME,
    ['2027-08-09', '2027-08-09T18:30'],
    [
      '2027-02-30',
      '2027-02-30T18:30',
      '2027-08-09T24:00',
      '2027-08-09T18:30:00',
      '2027-08-09T18:30Z',
      '2027-08-09 18:30',
    ],
  ],
  [
    'INSTANT',
    INSTANT,
    ['2026-11-22T00:00:00Z', '2028-02-29T23:59:59Z'],
    [
      ...['2026-02-30T00:00:00Z', '2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z'],
      ...['2026-00-10T00:00:00Z', '2026-01-00T00:00:00Z', '2026-11-22T24:00:00Z', '2026-11-22T00:60:00Z'],
      ...['2026-11-22T00:00:60Z', '2026-11-22T00:00:00', '2026-11-22T00:00:00+00:00', '2026-11-22T00:00:00.000Z'],
      ...['2026-11-22', '22 November 2026', 0, null],
    ],
  ],
  ['MONTH_DAY', MONTH_DAY, ['08-09', '02-29'], ['8-9', '13-01', '00-01', '01-32', '2027-08-09', '08-09\n']],
  [
    'ZONE',
    ZONE,
    ['Europe/Minsk', 'Etc/GMT+3', 'America/Argentina/Buenos_Aires', 'local'],
    ['', 'UTC +3', '/', 'A/', `A/${long(63)}`],
  ],
  [
    'PICTURE',
    PICTURE,
    ['https://example.org/a.jpg', 'photos/a.jpg', '/photos/2026/a-b.1.jpg', 'a'],
    [
      ...['http://example.org/a.jpg', '//example.org/a.jpg', 'javascript:alert(1)', 'data:image/png,x', 'blob:x'],
      ...['../a.jpg', 'a//b', 'a b', 'a?b', '\\\\example.org', '/', '', null, ['a']],
    ],
  ],
  [
    'LINK',
    LINK,
    [
      'https://example.org',
      'https://example.org/',
      'https://example.org./a?b#c',
      'https://приклад.бел/ü',
      'https://example.org:8080/',
    ],
    [
      ...['http://example.org/', 'HTTPS://example.org/', '//example.org', 'javascript:alert(1)', 'data:text/html,x'],
      ...[
        'https://',
        'https://example',
        'https://.org',
        'https://a..b',
        'https://user@example.org/',
        'https://user:pass@example.org/',
      ],
      ...[
        'https://example.org\\@evil.example/',
        'https://example.org/a b',
        ' https://example.org/',
        'https://example.org/\n',
        null,
        {},
      ],
    ],
  ],
  ['LANG', LANG, ['be', 'be-tarask', 'zh-Hant-TW'], ['', 'b', 'english', 'be_BY', 'be-', `be-${long(9)}`]],
  ['COUNTRY', COUNTRY, ['BY'], ['by', 'BLR', 'Belarus', '']],
  [
    'HASHTAG',
    HASHTAG,
    ['#StandWithBelarus', '#ЖывеБеларусь', `#${long(99)}`],
    ['Belarus', '#', '#a b', '#a-b', `#${long(100)}`],
  ],
  ['COORDINATE', COORDINATE, [0, -180, 180, 53.9], [181, -180.1, NaN, Infinity, '53.9', null, [], true]],
  ['COUNT', COUNT, [0, 1140, Number.MAX_SAFE_INTEGER], [-1, -0, 1.5, 2 ** 53, NaN, Infinity, '1140', null, true, [1]]],
  ['DAYS', DAYS, [0, -14, 3999], [4000, -4000, 1.5, '45', null]],
  ['PERIOD', fields.PERIOD, [1, 45, 3999], [0, -1, 4000, 1.5, '45', null]],
  ['BOOLEAN', BOOLEAN, [true, false], ['true', 0, 1, null]],
];

describe('the field type', () => {
  for (const [name, type, valid, invalid] of CASES) {
    it(`${name} accepts valid values`, () => {
      for (const value of valid) expect(type(value), JSON.stringify(value)).to.equal(true);
    });

    it(`${name} refuses invalid values`, () => {
      for (const value of [...invalid, undefined]) expect(type(value), JSON.stringify(value)).to.equal(false);
    });
  }

  it('is in the table above, whichever it is', () => {
    const types = Object.entries(fields).filter(([, value]) => typeof value === 'function');
    expect(CASES.map(([name]) => name).sort()).to.deep.equal(types.map(([name]) => name).sort());
  });
});

describe('a pattern', () => {
  const patterns = Object.entries(fields).flatMap(([name, type]) =>
    typeof type === 'function' && 'pattern' in type ? [{name, type}] : [],
  );

  it('has a length limit', () => {
    expect(Object.fromEntries(patterns.map(({name, type}) => [name, type.maxLength]))).to.deep.equal({
      COUNTRY: 64,
      HASHTAG: 100,
      ID: 64,
      LANG: 64,
      LINK: 2048,
      MONTH_DAY: 64,
      PICTURE: 2048,
      ZONE: 64,
    });
    const {length} = 'https://a.example/';
    expect(LINK(`https://a.example/${long(2048 - length)}`)).to.equal(true);
    expect(LINK(`https://a.example/${long(2049 - length)}`)).to.equal(false);
  });

  // The test would not end in time if a pattern took exponential time.
  it('gives an answer for long strings that almost match', () => {
    const beginnings = ['', 'https://', 'https://a', '#', 'a', 'A', 'be-', 'Europe/', '0'];
    const repeated = ['a', 'A', 'a.', '.', 'a-', '-', 'a/', '/', 'A_', 'aaaaaaaa-', '0', 'é', '#', '?', '\u0130'];
    const ends = ['', ' ', '!', '@', '\\', '\n', '-', '.'];
    let count = 0;
    for (const {type} of patterns)
      for (const beginning of beginnings)
        for (const part of repeated)
          for (const end of ends) {
            const middle = part.repeat(2048).slice(0, 2048 - beginning.length - end.length);
            if (!type.pattern.test(beginning + middle + end)) count++;
          }
    expect(count).to.be.greaterThan(5000);
  });

  // The pattern before took 17 seconds for this address.
  it('of links is linear, also for addresses above the limit', () => {
    const address = `https://${'a.'.repeat(60_000)} `;
    expect(LINK(address)).to.equal(false);
    expect(LINK.pattern.test(address)).to.equal(false);
    expect(LINK.pattern.test(address.trim())).to.equal(true);
  });
});

describe('the figures', () => {
  const point = {date: '2026-10-01', value: 0, source: {name: 'Test'}};
  for (const [what, figure, issue] of [
    ['0', {...held(0)}, undefined],
    ['exactly 0', {...held(0), qualifier: 'exact'}, undefined],
    ['at least 0', {...held(0), qualifier: 'at-least'}, '/figures/0 is a bound of 0'],
    ['more than 0', {...held(0), qualifier: 'more-than'}, '/figures/0 is a bound of 0'],
    ['0 in the history', {...held(7), history: [point]}, undefined],
    [
      'at least 0 in the history',
      {...held(7), history: [{...point, qualifier: 'at-least'}]},
      '/figures/0 is a bound of 0',
    ],
  ] as const)
    it(`${issue ? 'refuse' : 'accept'} ${what}`, () => {
      const read = () => parseSection(parseHead(feedOf({figures: [figure]})), figures);
      if (issue) expect(read).to.throw(issue);
      else expect(read()).to.have.length(1);
    });
});
