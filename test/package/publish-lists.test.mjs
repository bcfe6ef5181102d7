// Lists as databases and spreadsheets write them, and lists of any columns by a mapping: a right number, or none.
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {runnerImport} from 'vite';
import {day, tempDir} from '../support/feed-tool.mjs';

const {NO_WORDS, TOTAL_WORDS, UNKNOWN_WORDS, VIASNA, parseMapping, readTable, tally} = (
  await runnerImport('/test/support/publish.ts')
).module;

const AS_OF = '2026-08-30';
const HEADER = 'id,status,birthday,gender,release_date,died';

/** Opens text or bytes as a file. */
const opener = (content) => {
  const bytes = Buffer.from(content);
  return async function* () {
    yield bytes;
  };
};

/** The counts of a list, with its notes; or what is wrong with it. */
const countList = async (content, {mapping = VIASNA, figures = Object.keys(mapping.figures), asOf = AS_OF} = {}) => {
  try {
    const table = await readTable(opener(content), {name: 'list.csv', needed: mapping.needed});
    const {counts, unavailable, notes} = await tally(table, mapping, {asOf, figures});
    const values = Object.entries(counts).map(([id, {value}]) => `${id} ${value}`);
    return [values.join(', '), ...notes, ...Object.values(unavailable)].join('\n');
  } catch (error) {
    assert.equal(error.constructor.name, 'UserError', error.stack);
    return `${error.message} ${error.fix}`;
  }
};

/** Seven people: four held (two women, one under 18), three free, of whom one has died. */
const PEOPLE = [
  ['1', 'active', '1980-01-31', 'male', '', ''],
  ['2', 'active', '2010-03-05', 'female', '', ''],
  ['3', 'active', '1975-06', 'female', '', ''],
  ['4', 'active', '1990-12-01', 'male', '', ''],
  ['5', 'former', '1991-02-02', 'male', '2025-09-11', ''],
  ['6', 'former', '1955-05-05', 'female', '2025-12-13', ''],
  ['7', 'former', '1960-07-07', 'male', '', '2024-02-20'],
];
const RIGHT = /^held 4, women 2, minors 1, recognised 7, released 2, died 1(\n|$)/;
const list = (rows = PEOPLE, {header = HEADER, separator = ','} = {}) =>
  [header.replaceAll(',', separator), ...rows.map((row) => row.join(separator))].join('\n') + '\n';
/** The list with another cell for a person, or for each. */
const cell = (column, value, index) =>
  list(
    PEOPLE.map((row, i) =>
      row.map((old, j) => (j === HEADER.split(',').indexOf(column) && (index ?? i) === i ? value : old)),
    ),
  );
const utf16be = (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const windows1251 = (text) =>
  Buffer.from([...text].map((sign) => (/[А-Яа-я]/.test(sign) ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0))));

/** Odd lists with the same numbers; the words of a note. */
const READ = [
  ['as it is', list()],
  [
    'rows of separators',
    list([...PEOPLE.slice(0, 3), ['', '', '', '', '', ''], ...PEOPLE.slice(3), Array(6).fill(' ')]),
    /2 rows have only empty cells/,
  ],
  ['a line sep=;', `sep=;\n${list(PEOPLE, {separator: ';'})}`, /separated by semicolons/],
  ['a quoted line sep=', `"sep=|"\r\n${list(PEOPLE, {separator: '|'})}`, /vertical bars/],
  ['a line sep= with a separator of its own', `sep=^\n${list(PEOPLE, {separator: '^'})}`, /“\^”/],
  ['vertical bars', list(PEOPLE, {separator: '|'}), /vertical bars/],
  ['a title line', `Political prisoners of Belarus\n${list()}`, /The header is in line 2/],
  [
    'a title with commas above semicolons',
    `List, as of 30 August, all\n\n${list(PEOPLE, {separator: ';'})}`,
    /header is in line 3/,
  ],
  ['a title in as many cells as the header has', `List,,,,,\n${list()}`, /header is in line 2/],
  ['a title with a quote', `The "list\n${list()}`, /header is in line 2/],
  ['empty cells after each row', list(PEOPLE.map((row) => [...row, '', '']))],
  ['NULL for no value', cell('died', 'NULL', 0)],
  [
    'a zero-width space after names',
    list(PEOPLE, {header: HEADER.replace('id,', 'id\u200b,').replace('status', 'status\u200b')}),
  ],
  ['no-break spaces', list(PEOPLE, {header: HEADER.replaceAll(',', ',\u00a0')})],
  ['invisible marks in cells', cell('status', 'act\u200bive\ufeff', 0)],
  ['capitals', cell('status', 'ACTIVE', 0)],
  ['UTF-16 of a spreadsheet', Buffer.from(`\ufeff${list(PEOPLE, {separator: '\t'})}`, 'utf16le'), /UTF-16LE/],
  ['UTF-16, big end first', utf16be(list()), /UTF-16BE/],
  ['UTF-16 without a byte-order mark', Buffer.from(list(), 'utf16le'), /UTF-16LE/],
  [
    'Windows-1251',
    windows1251(list(PEOPLE, {header: `${HEADER.replace('gender', 'gender')}`}).replace('female', 'жанчына')),
    /WINDOWS-1251/,
  ],
  ...[
    'null',
    '\\N',
    '(null)',
    'None',
    'NaN',
    'n/a',
    '-',
    '–',
    '—',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '00.00.0000',
  ].map((mark) => [`${mark} for no date`, cell('died', mark, 0)]),
  ...[
    '05.03.2010',
    '5.3.2010',
    '2010/03/05',
    '2010-03-05T00:00:00Z',
    '05.03.2010 0:00',
    '05.03.2010 00:00:00',
    '2010-03-05 00:00:00.000',
    '2010-03-05 12:00:00 AM',
    '2010-03-05T00:00:00+03:00',
    '2010-03-05 00:00:00.000000+00',
    '2010-03-05 12:00:00 AM UTC',
    // Without a zone it is the day that the source means.
    '2010-03-05 23:59:59',
    '05.03.2010 9:30 PM',
  ].map((date) => [`${date} for a date`, cell('birthday', date, 1)]),
];
for (const [what, content, note] of READ)
  test(`reads a list with ${what}`, async () => {
    const said = await countList(content);
    assert.match(said, RIGHT);
    if (note) assert.match(said, note);
  });

/** Lists that would give a wrong number, and what is said. */
const REFUSED = [
  ...[
    '1970-01-01',
    '0001-01-01',
    '30.12.1899',
    '1899-12-30',
    '1900-01-01',
    '01.01.1900 0:00',
    '1601-01-01',
    '1753-01-01',
    '1980-01-01',
    '9999-12-31',
    '1970',
  ].flatMap((date) => [
    [`${date} for “no date” in died`, cell('died', date), /line 2: column died: \S+ is not plausible: .*“no date”/],
    [`${date} for one death`, cell('died', date, 6), /line 8: column died: \S+ is not plausible/],
  ]),
  [
    '1970-01-01 for “not released”',
    cell('release_date', '1970-01-01', 4),
    /line 6: column release_date: 1970-01-01 is not plausible/,
  ],
  [
    '0000-01-01 for a birthday',
    cell('birthday', '0000-01-01', 0),
    /line 2: column birthday: 0000-01-01 is not plausible/,
  ],
  [
    '1900-01-01 for a birthday',
    cell('birthday', '1900-01-01', 0),
    /line 2: column birthday: 1900-01-01 is not plausible/,
  ],
  [
    'one date of death on most rows',
    list(PEOPLE.map((row) => (row[1] === 'former' ? [...row.slice(0, 5), '2026-08-30'] : row))),
    /column died: most rows with a date have 2026-08-30/,
  ],
  [
    'one birthday on most rows',
    list(
      Array.from({length: 15}, (_, i) => [`${i}`, 'active', i > 4 ? '1970-01-01' : `198${i}-01-01`, 'male', '', '']),
    ),
    /column birthday: most rows with a date have 1970-01-01/,
  ],
  [
    'a death of somebody who is held',
    cell('died', '2025-01-01', 0),
    /line 2: the person is active, but has a date of death/,
  ],
  ...['Total', 'TOTAL:', 'Totals: 7', 'Grand total', 'Sum', 'Итого', 'Всего: 4', 'Усяго', 'Разам', 'Razem'].map(
    (word) => [
      `a last row ${word}`,
      list([...PEOPLE, [word, '4', '', '', '', '']]),
      /line 9: this looks like a row of totals/,
    ],
  ),
  [
    'a total in a later cell',
    list([...PEOPLE, ['', 'Total', '4', '', '', '']]),
    /line 9: this looks like a row of totals/,
  ],
  [
    'a remark below the table',
    `${list()}Source: Viasna\n`,
    /line 9: the row has 1 cells, but the header has 6.*remark/,
  ],
  ['cells that are too many', list([...PEOPLE, ['8', 'active', '', '', '', '', 'x']]), /line 9: the row has 7 cells/],
  [
    'a date as spreadsheets store it',
    cell('birthday', '40242', 1),
    /line 3: column birthday: “40242” is a date as spreadsheets/,
  ],
  [
    'an id that a spreadsheet shortened',
    cell('id', '1.23E+11', 1),
    /line 3: column id: a spreadsheet has shortened this id/,
  ],
  ['an error of a spreadsheet', cell('gender', '#N/A', 1), /line 3: column gender: the spreadsheet wrote an error/],
  [
    'a column that was too narrow',
    cell('birthday', '########', 1),
    /line 3: column birthday: the spreadsheet wrote an error/,
  ],
  ['an error for a status', cell('status', '#REF!', 1), /line 3: column status: the spreadsheet wrote an error/],
  ['NULL for a status', cell('status', 'NULL', 1), /line 3: column status: it is empty/],
  ['NULL for an id', cell('id', 'NULL', 1), /line 3: column id: it is empty/],
  ['ids that differ in an invisible character', cell('id', '1\u200b', 1), /line 3: column id: line 2 has the same id/],
  ['a date of America', cell('birthday', '03/25/2010', 1), /line 3: column birthday: “03\/25\/2010” is not a date/],
  ['a year of two digits', cell('birthday', '05.03.10', 1), /“05.03.10” is not a date/],
  ...[
    '2010-03-04T21:00:00.000Z',
    '2010-03-04 21:00:00+00',
    '2010-03-04 22:00:00.000 UTC',
    '2010-03-05T12:30:00+03:00',
    '2010-03-05 12:00:00 PM UTC',
    '05.03.2010 00:00:01Z',
  ].flatMap((time) => [
    [
      `${time} for a birthday`,
      cell('birthday', time, 1),
      /line 3: column birthday: .* depends on the time zone.*2026-03-05/,
    ],
    [
      `${time} for a death`,
      cell('died', time.replace('2010', '2024'), 6),
      /line 8: column died: .* depends on the time/,
    ],
  ]),
  ...['2010-03-05 24:00', '2010-03-05 12:60'].map((time) => [
    `${time} for a date`,
    cell('birthday', time, 1),
    /line 3: column birthday: “.*” is not a date/,
  ]),
  ['a month 13', cell('birthday', '2010-13-01', 1), /“2010-13-01” is not a date/],
  ['a title line and no header', 'Political prisoners\n1,active,,,,\n', /no column “id”/],
  ['a line sep= alone', 'sep=;\n', /no column “id”/],
  [
    'KOI8-R',
    Buffer.from(`${list()}8,active,,\xd6,,\n9,active,,\xf4\xc5\xd3\xd4,,\n`, 'latin1'),
    /line 9: this is not UTF-8 text/,
  ],
  ['Latin-1', Buffer.from(`${list()}8,active,,Andr\xe9 \xdcber,,\n`, 'latin1'), /line 9: this is not UTF-8 text/],
  ['JSON', '[{"id": 1, "status": "active"}]', /is JSON, not CSV/],
  ['a PDF', '%PDF-1.7\n', /is a PDF, not CSV/],
  ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0, 0]), /is compressed, not CSV/],
  ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /spreadsheet of an old Excel/],
];
for (const [what, content, words] of REFUSED)
  test(`refuses a list with ${what}`, async () => assert.match(await countList(content), words));

test('reads only the columns that the requested figures need', async () => {
  assert.equal(
    await countList(cell('birthday', '1900-01-01', 5), {figures: ['held', 'women', 'died']}),
    'held 4, women 2, died 1',
  );
});

/** Viasna’s list filtered to some statuses: the figures that it can give, and those that it cannot. */
const FILTERED = [
  [['active'], 'held 4, women 2, minors 1', 3, 'former'],
  [['active', 'np'], 'held 4, women 2, minors 1', 3, 'former'],
  [['former'], 'held 0, released 2, died 1', 3, 'active'],
];
for (const [statuses, counts, unknown, absent] of FILTERED)
  test(`gives no number for whom a list of ${statuses} lacks`, async () => {
    const people = [...PEOPLE, ['8', 'np', '', '', '', '']].filter(([, status]) => statuses.includes(status));
    const [first, ...said] = (await countList(list(people))).split('\n');
    assert.equal(first, counts);
    const why = `no row has the status ${absent}, as if the list had been filtered`;
    assert.equal(said.filter((one) => one === why).length, unknown);
  });

/* Any list, by a mapping. */

const MAP = {
  source: {name: 'Example Centre', url: 'https://example.org/list'},
  id: 'Case no.',
  values: {Status: ['held', 'free', 'unknown'], Sex: ['m']},
  figures: {
    held: {where: {Status: 'held'}, title: 'Held', definition: 'All who are held.', unit: 'political-prisoner'},
    women: {where: {Status: ['held'], Sex: ['f', 'ж']}, title: 'Women', definition: 'All women who are held.'},
    minors: {where: {Status: 'held', Born: {under: 18}}},
    defended: {where: {Lawyer: {filled: true}}},
    dead: {where: {Died: {date: true}}},
    alive: {where: {Died: {date: false}}},
    fines: {sum: 'Fine'},
    all: {},
  },
};
const CASES = `Case no.;Status;Sex;Born;Lawyer;Died;Fine
A1;held;f;2010-01-01;Test Osoba;;100
A2;held;Ж;1980;;;"1 200"
A3;held;m;1981;Test Osoba;;0
A4;free;f;1982;;2025-01-02;7
A5;unknown;f;1983;-;;8
`;
const mapped = (map, content = CASES, options = {}) =>
  countList(content, {mapping: parseMapping('map.json', JSON.stringify(map)), ...options});

test('counts any list by a mapping', async () => {
  assert.equal(
    await mapped(MAP),
    'held 3, women 2, minors 1, defended 2, dead 1, alive 4, fines 1315, all 5\nThe cells are separated by semicolons.',
  );
});

/** The newest of some days, in a row each. */
const DAYS = 'Day,In custody,Women\n2026-01-31,1140,170\n28.02.2026,1150,\n2026-02-01,1,2\n';
test('takes the newest row of a table of days', async () => {
  const map = {date: 'Day', figures: {held: {value: 'In custody'}, women: {value: 'Women'}}};
  const table = await readTable(opener(DAYS), {name: 'days.csv'});
  const mapping = parseMapping('map.json', JSON.stringify(map));
  const {counts} = await tally(table, mapping, {asOf: AS_OF, figures: ['held', 'women']});
  assert.deepEqual(counts, {
    held: {value: 1150, asOf: '2026-02-28'},
    women: {value: 2, asOf: '2026-02-01'},
  });
});

test('takes the value of the row that a condition finds', async () => {
  const rows = 'Indicator,Count\nHeld,1140\nReleased,12\n';
  const map = {
    figures: {
      held: {value: 'Count', where: {Indicator: 'held'}},
      released: {value: 'Count', where: {Indicator: 'released'}},
    },
  };
  assert.equal(await mapped(map, rows), 'held 1140, released 12');
  assert.match(await mapped(map, `${rows}held,7\n`), /line 4: column Count: line 2 has a count for held, too/);
  const quoted = 'A title\n"Held, in all";"Say ""x"""\n1140;1\n';
  assert.match(
    await mapped({figures: {held: {value: 'Held, in all'}, said: {value: 'Say "x"'}}}, quoted),
    /^held 1140, said 1\n/,
  );
  assert.equal(await mapped({figures: {held: {value: 'Total'}}}, 'Total\n1140\n'), 'held 1140');
  assert.match(await mapped(map, 'Indicator,Count\nHeld,1140\n'), /^held 1140\nno row has a count for it/);
});

/** A change to the list or the mapping that would give a wrong number. */
const WRONG = [
  [
    'a word that the mapping does not know',
    CASES.replace('unknown', 'paroled'),
    MAP,
    /line 6: column Status: “paroled” is not a known value. It must be one of held, free, unknown/,
  ],
  ['an empty cell', CASES.replace('free', ''), MAP, /line 5: column Status: it is empty/],
  ['a repeated id', CASES.replace('A2', 'A1'), MAP, /line 3: column Case no\.: line 2 has the same id/],
  [
    'a number with a comma',
    CASES.replace('"1 200"', '"1,200"'),
    {figures: {fines: {sum: 'Fine'}}},
    /line 3: column Fine: “1,200” is not a whole number/,
  ],
  [
    'a negative number',
    CASES.replace('"1 200"', '-1'),
    {figures: {fines: {sum: 'Fine'}}},
    /“-1” is not a whole number/,
  ],
  [
    'a number that is too large',
    CASES.replace('"1 200"', '99999999999999999'),
    {figures: {fines: {sum: 'Fine'}}},
    /is not a whole number/,
  ],
  ['a column that is missing', CASES, {figures: {held: {where: {state: 'held'}}}}, /no column “state”/],
  [
    'a column that is there twice',
    CASES.replace('Lawyer', 'Status'),
    {figures: {held: {where: {Status: ['held', 'free', 'unknown']}}}},
    /two columns “Status”/,
  ],
  [
    'a sum with an empty cell',
    CASES.replace('"1 200"', ''),
    {figures: {fines: {sum: 'Fine'}}},
    /^\n.*\nthe column Fine is empty in 1 rows, and a sum would lack them/,
  ],
  [
    'a day that is there twice',
    `${DAYS}2026-02-28,9,9\n`,
    {date: 'Day', figures: {held: {value: 'In custody'}}},
    /line 5: column In custody: line 3 has a count for held, too/,
  ],
  [
    'a day in the future',
    `${DAYS}2027-02-28,9,9\n`,
    {date: 'Day', figures: {held: {value: 'In custody'}}},
    /line 5: column Day: 2027-02-28 is later/,
  ],
  [
    'a month instead of a day',
    `${DAYS}2026-03,9,9\n`,
    {date: 'Day', figures: {held: {value: 'In custody'}}},
    /line 5: column Day: a whole date is missing/,
  ],
  [
    'no dates where none are asked for',
    CASES.replace('2025-01-02', ''),
    {figures: {alive: {where: {Died: {date: false}}}}},
    /^\n.*\nthe column Died is empty/,
  ],
];
for (const [what, content, map, words] of WRONG)
  test(`gives no number for ${what}`, async () => assert.match(await mapped(map, content), words));

const IDS = {id: 'Case', figures: {all: {}}};
const SAME_ID = /line 3: column Case: line 2 has the same id/;
const ALIKE = /line 3: column Case: line 2 has an id that looks the same, with letters of another alphabet/;
/** An id in two ways of writing, and what is said. */
const SAME = [
  ['09', '9', SAME_ID],
  ['1.0', '1', SAME_ID],
  ['A9', 'a9', SAME_ID],
  ['№ 12', '№  12', SAME_ID],
  ['A 1', 'A\u20091', SAME_ID],
  ['\u00e91', 'e\u03011', SAME_ID],
  ['A\u20111', 'A–1', SAME_ID],
  ['\uff211', 'A1', SAME_ID],
  ['A1', '\u04101', ALIKE],
  ['\u04101', 'A1', ALIKE],
  ['\u0391-\u0412', '\u0410-\u0392', ALIKE],
  ['ВС-1', 'вс-01', /^all 2$/],
  ['10', '100', /^all 2$/],
  ['0', '00', SAME_ID],
  ['1.000', '1', /^all 2$/],
  ['A09', 'A9', /^all 2$/],
  ['1.5', '1.50', /^all 2$/],
];
for (const [one, other, words] of SAME)
  test(`compares the ids ${one} and ${other}`, async () =>
    assert.match(await mapped(IDS, `Case,Name\n${one},x\n${other},y\n`), words));

test('compares the ids of Viasna’s list, too', async () => {
  assert.match(await countList(cell('id', '1.0', 1)), /line 3: column id: line 2 has the same id/);
});

const FINES = {figures: {fines: {sum: 'Fines'}}};
const COUNT = {figures: {all: {}}};
const fines = (...rows) => ['Town,Name,Fines', ...rows].join('\n') + '\n';
const SUM = /column Fines: \d+ is the sum of the other rows/;
const GROUPS = /line 4: column Fines: 10 is the sum of the rows above it, as in a row of subtotals/;
const SPARSE = /the row has fewer cells than the others, and their sum or number/;
/** Rows of totals, by what they are called or what they contain. */
const TOTALS = [
  ...[
    'Total général',
    'Разом',
    'Celkem',
    'Totale',
    'Итого по республике',
    'Total: 1,140',
    'SÚČET',
    'סה״כ',
    'In total',
  ].map((word) => [word, fines('Minsk,A,10', 'Minsk,B,6', `"${word}",x,99`), FINES, /line 4: this looks like/]),
  [
    'a subtotal in a later cell',
    fines('Minsk,A,4', 'Minsk,B,6', 'Minsk,Total,10', 'Brest,C,5'),
    FINES,
    /line 4: this looks/,
  ],
  ['a count below a list', 'Name\nA\nB\nTotale: 2\n', COUNT, /line 4: this looks like a row of totals/],
  ['a last row without a name', fines('Minsk,A,10', 'Brest,B,5', ',,15'), FINES, SPARSE],
  ['a last row with a name that we do not know', fines('Minsk,A,10', 'Brest,B,5', 'Alles,x,15'), FINES, SUM],
  ['a first row with the sum', fines('Alles,x,18', 'Minsk,A,10', 'Brest,B,5', 'Brest,C,3'), FINES, SUM],
  [
    'subtotals without a name',
    fines('Minsk,A,4', 'Minsk,B,6', 'Minsk,,10', 'Brest,C,2', 'Brest,D,3', 'Brest,,5'),
    FINES,
    /line 4: .*\(also lines 7\)/,
  ],
  ['a number of rows without a name', fines('Minsk,A,10', 'Brest,B,5', 'Brest,C,7', ',,3'), COUNT, SPARSE],
  // What Excel and LibreOffice call subtotals.
  ...[
    ...[
      'Minsk Count',
      'Grand Count',
      'Count: 2',
      'Minsk Result',
      'Total Result',
      'Минск Итог',
      'Общий итог',
      'Подытог',
    ],
    ...['Промежуточный итог', 'Количество 2', 'Общее количество', 'Мінск Вынік', 'Агульны вынік', 'Колькасць: 2'],
    ...[
      'Minsk Ergebnis',
      'Gesamtergebnis',
      'Teilergebnis',
      'Anzahl',
      'Eindtotaal',
      'Hovedtotal',
      'Totalsum',
      'Totalsumma',
    ],
    ...['Végösszeg', 'Részösszeg', 'Sveukupno', 'Mezisoučet', 'Medzisúčet', 'Välisumma', 'Delsumma', 'Starpsumma'],
    ...['Suma końcowa', 'Genel Toplam', 'Üldkokkuvõte', 'Загальний підсумок', 'Кількість', 'Общ сбор', 'Υποσύνολο'],
  ].flatMap((word) => [
    [word, fines('Minsk,A,10', 'Minsk,B,6', `${word},x,99`), FINES, /line 4: this looks like/],
    [`${word} below a list`, fines('Minsk,A,10', 'Minsk,B,6', `${word},2,`), COUNT, /line 4: this looks like/],
  ]),
  [
    'subtotals and a grand total with names that we do not know, in full rows',
    fines('Minsk,A,4', 'Minsk,B,6', 'Minsk x,y,10', 'Brest,C,5', 'Brest,D,7', 'Brest x,y,12', 'Alles,y,22'),
    FINES,
    GROUPS,
  ],
  [
    'subtotals where a name is missing in an earlier row',
    fines('Minsk,,4', 'Minsk,B,6', 'Minsk x,,10', 'Brest,C,5', 'Brest,D,7', 'Brest x,,12'),
    FINES,
    GROUPS,
  ],
  [
    'subtotals of single rows, too, and a grand total',
    fines('Minsk,A,4', 'Minsk,B,6', 'Minsk x,y,10', 'Hrodna,C,3', 'Hrodna x,y,3', 'Alles,y,13'),
    FINES,
    GROUPS,
  ],
  ['a sum in a list with ids', fines('Minsk,A,10', 'Brest,B,5', 'Alles,,15'), {...FINES, id: 'Town'}, SUM],
];
for (const [what, content, map, words] of TOTALS)
  test(`finds a row of totals: ${what}`, async () => assert.match(await mapped(map, content), words));

/** Similar lists without totals. */
const NO_TOTALS = [
  ['numbers of rows', 'No.,Name,Note\n1,A,x\n2,B,y\n3,C,\n', COUNT, 'all 3'],
  ['words within words', fines('Summerville,Totalis,10', 'Razemka,B,6', 'Sumy,C,1'), FINES, 'fines 17'],
  ['words like “count” within words', fines('Countess,Resultow,10', 'Итогов,Вынікаў,6'), FINES, 'fines 16'],
  ['some rows that are sums of others', fines('a,A,1', 'b,B,1', 'c,C,2', 'd,D,1', 'e,E,9'), FINES, 'fines 14'],
  ['the same sum in each row', fines('a,A,5', 'b,B,5', 'c,C,5', 'd,D,5', 'e,E,5'), FINES, 'fines 25'],
  ['prose in a row with an id', fines('a,5 years in total,10', 'b,Total,6'), {...FINES, id: 'Town'}, 'fines 16'],
  [
    'a word that the mapping names',
    'Indicator,Count\nTotal,1140\nWomen,7\n',
    {figures: {held: {sum: 'Count', where: {Indicator: 'total'}}}, values: {Indicator: ['women']}},
    'held 1140',
  ],
];
for (const [what, content, map, counts] of NO_TOTALS)
  test(`counts a list with ${what}`, async () => assert.equal(await mapped(map, content), counts));

const CASE = {id: 'Case', figures: {all: {}}};
const ALIVE = {figures: {alive: {where: {Died: {date: false}}}}};
const DEFENDED = {figures: {defended: {where: {Lawyer: {filled: true}}}}};
const cases = (...rows) => ['Case,Name,Town,Died', 'A1,x,m,', 'A2,y,m,2025-01-02', 'A3,z,,', ...rows].join('\n') + '\n';
const BARE = (line) => new RegExp(`line ${line}: only one cell of the row says something`);
/** Rows that are no data, and what is said. */
const NO_DATA = [
  ['a remark padded to the width', cases('"Source: Example Centre",,,'), CASE, BARE(5)],
  ['a remark in a row without an id', cases(',"* Not all are known",,'), {figures: {all: {}}}, BARE(5)],
  ['a remark below a condition that an empty cell meets', cases('"* Not all are known",,,'), ALIVE, BARE(5)],
  ['a remark and an empty mark', cases('"Source: Example Centre",-,,'), CASE, BARE(5)],
  ['two remarks', cases('Note,,,', 'Source,,,'), CASE, /line 5: .*\(also line 6\)/],
  [
    'headings of groups',
    'Case,Name,Town\nMinsk,,\nA1,x,m\nA2,y,m\nBrest,,\nA3,z,b\n',
    COUNT,
    /line 2: .*\(also line 5\)/,
  ],
  ['a remark in a list of two columns', 'Name,Town\nx,m\ny,m\nz,\n"Source: Example Centre",\n', COUNT, BARE(5)],
  ['a remark in a list of one column', 'Name\nx\ny\nИсточник: Центр\n', COUNT, BARE(4)],
  ['a copyright below a list of one column', 'Name\nx\ny\n© Example Centre\n', COUNT, BARE(4)],
  ['a remark after # below a list of one column', 'Name\nx\ny\n# exported 2026-11-20\n', COUNT, BARE(4)],
  [
    'a remark after # above a list of one column',
    '# exported 2026-11-20\nName\nx\ny\n',
    COUNT,
    /line 1: .*begins with #/,
  ],
  ['a remark after // below a list of one column', 'Name\nx\ny\n// end\n', COUNT, BARE(4)],
  ['a number of rows below a list of one column', 'Name\nx\ny\n(2 rows)\n', COUNT, BARE(4)],
  ['a number of rows in Russian', 'Name,Town\nx,m\ny,m\n(2 строки),\n', COUNT, BARE(4)],
  ['rows that are only numbered', 'No,Name,Town\n1,x,m\n2,y,m\n3,,\n4,,\n', {...COUNT, id: 'No'}, BARE(4)],
  ['more rows that are only numbered than others', 'No,Name\n1,x\n2,\n3,\n4,\n', {...COUNT, id: 'No'}, BARE(3)],
  ['boxes that are not ticked', 'Done,Name,Town\nTRUE,x,m\nFALSE,y,m\nFALSE,,\nFALSE,,\n', COUNT, BARE(4)],
  ['numbers and boxes that are not ticked', 'No,Name,Done\n1,x,TRUE\n2,y,FALSE\n3,,ЛОЖЬ\n', COUNT, BARE(4)],
  ['a row of marks for no value', 'No,Name,Town\n1,x,m\n2,y,m\n-,-,-\n', COUNT, BARE(4)],
  [
    'numbers of columns below the header',
    'No,Name,Town\n1,2,3\n1,x,m\n2,y,m\n',
    COUNT,
    /line 2: the row numbers the columns/,
  ],
  [
    'a title padded to the width',
    'List of 30 August,,,\nCase,Name,Town,Died\nA1,x,m,\n',
    COUNT,
    /line 2: .*the header.* may be a title/,
  ],
  [
    'a title of two cells',
    'List,30 August,,\nCase,Name,Town,Died\nA1,x,m,\n',
    COUNT,
    /line 2: .*the header.* may be a title/,
  ],
  ['a title above two columns', 'List,\nName,Town\nx,m\n', COUNT, /line 2: .*the header.* may be a title/],
  [
    'a header of the same columns in another order',
    cases('Name,Case,Town,Died'),
    CASE,
    /line 5: the row has names of columns/,
  ],
  // Skipped for sure, with a note.
  ['the header again', cases('Case,Name,Town,Died', 'A4,z,m,'), CASE, /^all 4\n1 row repeats the header: skipped/],
  [
    'the header again in capitals',
    cases('CASE,Name,Town,Died ', 'A4,z,m,'),
    ALIVE,
    /^alive 3\n1 row repeats the header: skipped/,
  ],
  [
    'the header again where cells count that are filled',
    'Name,Lawyer\nx,L\ny,\nName,Lawyer\nz,\n',
    DEFENDED,
    /^defended 1\n1 row repeats/,
  ],
  ['the header again in one column', 'Name\nx\nName\ny\n', COUNT, /^all 2\n1 row repeats/],
  ['dashes below the header', 'Name|Town\n-----|-----\nx|m\ny|m\n', COUNT, /^all 2\n.*\n1 row of dashes: skipped/],
  ['dashes with a cross', ' Name | Town \n------+------\n x | m\n y | m\n', COUNT, /^all 2\n.*\n1 row of dashes/],
  ['dashes between commas', 'Name,Town\n-----,-----\nx,m\ny,m\n', COUNT, /^all 2\n1 row of dashes/],
  ['dashes of Markdown', '|Name|Town|\n|:---|---:|\n|x|m|\n|y|m|\n', COUNT, /^all 2\n.*\n1 row of dashes/],
  [
    'lines around one column',
    '+------+\nName\n+------+\nx\n+------+\n',
    {figures: {n: {where: {Name: {filled: true}}}}},
    /^n 1\n.*\n2 rows of dashes/,
  ],
  ['an end-of-file mark', 'Name\nx\ny\n\x1a', COUNT, /^all 2$/],
];
for (const [what, content, map, words] of NO_DATA)
  test(`does not count ${what}`, async () => assert.match(await mapped(map, content), words));

/** Rows with little in them that people have. */
const LITTLE = [
  [
    'people of whom only the name is known, where that is an answer',
    'Name,Lawyer,Died\nx,L,\ny,,\nz,,2024-01-01\n',
    {figures: {...ALIVE.figures, ...DEFENDED.figures}},
    'alive 2, defended 1',
  ],
  ['cases without a lawyer', 'Case,Lawyer\n1,L\n2,\n3,\n', {...DEFENDED, id: 'Case'}, 'defended 1'],
  ['few notes', 'Case,Died,Note\n1,,\n2,,asked\n3,2024-01-01,\n4,,\n', {...ALIVE, id: 'Case'}, 'alive 3'],
  ['an index without a name', ',Name\n0,x\n1,y\n', COUNT, 'all 2'],
  ['a column without a name', 'Name,Town,\nx,m,n\ny,m,\n', COUNT, 'all 2'],
  ['numbers alone', 'Case,Fine\n1,5\n2,7\n3,9\n', {figures: {fines: {sum: 'Fine'}}}, 'fines 21'],
  ['an amount of nobody', 'Town,Name,Fines\nMinsk,A,10\nBrest,B,6\n,,7\n', FINES, 'fines 23'],
  ['people without a town', 'Name,Town\nx,m\ny,\nz,m\n', COUNT, 'all 3'],
  ['rows numbered with # in several columns', '#,Name\n#1,x\n#2,y\n', COUNT, 'all 2'],
  ['names in one column', 'Name\nx\ny\n', COUNT, 'all 2'],
];
for (const [what, content, map, counts] of LITTLE)
  test(`counts rows with little in them: ${what}`, async () => assert.equal(await mapped(map, content), counts));

test('knows a word for a total and for “no” in each language', () => {
  const languages = ['en', ...readdirSync('locales').map((file) => file.replace('.xlf', ''))].sort();
  for (const table of [TOTAL_WORDS, NO_WORDS, UNKNOWN_WORDS]) {
    assert.deepEqual(Object.keys(table).sort(), languages);
    for (const words of Object.values(table))
      assert.ok(words.length && words.every((word) => word === word.toLowerCase()));
  }
});

/** What is in a cell, and whether that is something: undefined if nobody can say. */
const CELLS = [
  [
    false,
    ...[
      'NULL',
      '(null)',
      '<null>',
      '[NULL]',
      '\\N',
      'NA',
      '<NA>',
      'n/a',
      'N.A.',
      'n. a.',
      '(n/a)',
      'NaN',
      'NaT',
      'None',
    ],
    ...[
      '(none)',
      '<none>',
      'undefined',
      '(blank)',
      '(empty)',
      '-',
      '--',
      '–',
      '—',
      '—.',
      '−',
      '\u2011',
      '.',
      '..',
      '…',
    ],
    ...['""""""', '«»', "''", '()', '[]', '/', '\\', '_', ',', ' ', '\u2009'],
  ],
  [
    undefined,
    ...['no', 'No', 'No.', '0', 'n', 'нет', 'ні', 'false', 'unknown', '(unknown)', 'UNKNOWN.', 'not known', 'no data'],
    ...[
      'н/д',
      'нет данных',
      'Нет  данных',
      'неизвестно',
      'не указан',
      'невядома',
      'няма звестак',
      'няма',
      'адсутнічае',
    ],
    ...['отсутствует', 'пусто', 'brak', 'brak danych', 'nie dotyczy', 'nincs', 'k. A.', 'keine Angabe', 'aucun'],
    ...['?', '???', '*', '!', '•'],
  ],
  [true, 'Test Osoba', 'yes', '+', '✓', '1', 'x', 'N. Osoba', 'Nonesuch', 'Brak Osoba', '5.', '"""Osoba"""'],
];
test('says of a cell whether there is something, or refuses it', async () => {
  const map = {figures: {defended: {where: {Lawyer: {filled: true}}}}};
  for (const [isFilled, ...cells] of CELLS)
    for (const one of cells) {
      const quoted = /[",]/.test(one) && !one.startsWith('""') ? `"${one.replaceAll('"', '""')}"` : one;
      const said = await mapped(map, `Name,Lawyer\nA,yes\nB,${quoted}\nC,\n`);
      if (isFilled === undefined) assert.match(said, /line 3: column Lawyer: “.+” is an answer.*\["yes"\]/, one);
      else assert.equal(said, `defended ${isFilled ? 2 : 1}`, one);
    }
});

test('takes no answer for an empty cell where a date or a number is read', async () => {
  const map = {figures: {alive: {where: {Died: {date: false}}}, fines: {sum: 'Fine'}}};
  const rows = (died, fine) => `Name,Died,Fine\nA,2024-01-01,5\nB,${died},${fine}\n`;
  assert.equal(await mapped(map, rows('NaT', '6')), 'alive 1, fines 11');
  for (const answer of ['unknown', 'н/д', 'нет данных', '?'])
    assert.match(await mapped(map, rows(answer, '6')), /line 3: column Died: .* is not a date/);
  assert.match(await mapped(map, rows('', 'NA')), /the column Fine is empty in 1 rows/);
});

test('a count that lacks rows for want of data is “at least”, and is none if nothing was found', async () => {
  const map = {figures: {women: {where: {Sex: ['f']}}}, values: {Sex: ['m', '']}};
  const count = async (...cells) => {
    const rows = cells.map((sex, i) => `x${i},${sex}\n`).join('');
    const table = await readTable(opener(`Name,Sex\n${rows}`), {name: 'list'});
    return tally(table, parseMapping('map.json', JSON.stringify(map)), {asOf: AS_OF, figures: ['women']});
  };
  assert.deepEqual((await count('f', 'f', 'm', '')).counts, {women: {value: 2, asOf: AS_OF, qualifier: 'at-least'}});
  assert.deepEqual((await count('f', 'm')).counts, {women: {value: 1, asOf: AS_OF}});
  const none = await count('m', '', 'm');
  assert.deepEqual(none.counts, {});
  assert.match(none.unavailable.women, /none was found, but 1 rows were not counted, since Sex is empty/);
});

/** People whose dates cannot be meant. */
const IMPLAUSIBLE = [
  [
    'a birthday on the day of the list',
    cell('birthday', AS_OF, 0),
    /line 2: column birthday: this is the day of the list/,
  ],
  [
    'somebody of 13 who is held',
    cell('birthday', '2012-08-31', 0),
    /line 2: column birthday: the person would be younger/,
  ],
  [
    'a death before the list begins',
    cell('died', '2000-01-01', 6),
    /column died: 2000-01-01 is not plausible: .*May 2020/,
  ],
  ['a release before the list begins', cell('release_date', '2019-12-13', 4), /column release_date: 2019-12-13 is not/],
  [
    'one birthday on three of four rows',
    list(PEOPLE.map((row, i) => (i < 3 ? [...row.slice(0, 2), '1970-01-01', ...row.slice(3)] : row))),
    /column birthday: most rows with a date have 1970-01-01/,
  ],
];
for (const [what, content, words] of IMPLAUSIBLE)
  test(`refuses ${what}`, async () => assert.match(await countList(content), words));

test('refuses a death before birth, and compares no birthday that cannot be read', async () => {
  const map = {figures: {dead: {where: {Died: {date: true}}}, young: {where: {Born: {under: 30}}}}};
  const rows = (born) => `Name,Born,Died\nA,1960-01-01,2024-01-01\nB,${born},1995-05-05\n`;
  for (const born of ['1999-01-01', '1999'])
    assert.match(await mapped(map, rows(born)), /line 3: column Died: the date is before the one in Born/);
  for (const born of ['1970-01-01', '1995', 'spring'])
    assert.match(await mapped(map, rows(born), {figures: ['dead']}), /^dead 2/);
});

/** A mistake in a mapping, and what is said. */
const MISTAKES = [
  [{}, /line 1, column 1: “figures” is missing/],
  [{figures: {}}, /is not figures by id/],
  [{figures: {Held: {}}}, /is not figures by id/],
  [
    {figures: {held: {whre: {Status: 'held'}}}},
    /“whre” is not known\. Did you mean "where"\? The keys that are known here: where, sum, value/,
  ],
  [{figures: {held: {where: {A: 'b'}, qualifer: 'at-least'}}}, /“qualifer” is not known\. Did you mean "qualifier"/],
  [{figure: {}, figures: {held: {}}}, /“figure” is not known/],
  [{figures: {held: {where: {Status: 1}}}}, /is not conditions by column/],
  [{figures: {held: {where: {Born: {under: 18, over: 3}}}}}, /is not conditions by column/],
  [{figures: {held: {where: {Born: {under: 'x'}}}}}, /is not conditions by column/],
  [{figures: {held: {where: {Status: []}}}}, /is not conditions by column/],
  [{figures: {held: {sum: 'A', value: 'B'}}}, /sum or value, not both/],
  [{figures: {held: {qualifier: 'about'}}}, /is not one of exact, at-least, more-than/],
  [{source: 'Test', figures: {held: {}}}, /is not an object/],
  [{values: {Status: 'held'}, figures: {held: {}}}, /is not words by column/],
];
for (const [map, words] of MISTAKES)
  test(`refuses the mapping ${JSON.stringify(map)}`, () => {
    assert.throws(
      () => parseMapping('map.json', JSON.stringify(map)),
      ({message, fix}) => words.test(`${message} ${fix}`) && /^map\.json, line \d+, column \d+: /.test(message),
    );
  });

/* The command. */

const {put, read, run} = tempDir();
const feedOf = (figures = []) => ({
  version: 1,
  serial: 4,
  issued: '2026-08-01T00:00:00Z',
  id: 'test',
  title: 'Test',
  figures,
});
const held = {
  id: 'held',
  title: 'Held',
  value: 3,
  asOf: '2026-03-05',
  source: {name: 'Test'},
  definition: 'Test',
};
const importCsv = (args, {feed = feedOf([held]), map = MAP, content = CASES, ...options} = {}) => {
  put('cases-2026-08-30.csv', content);
  put('map.json', map);
  const text = JSON.stringify(feed, null, 2);
  put('feed.json', text);
  const result = run(
    ['import', 'csv', 'cases-2026-08-30.csv', '--map', 'map.json', '--feed', 'feed.json', ...args],
    options,
  );
  const after = read('feed.json');
  return {...result, output: result.stdout + result.stderr, after, isUnchanged: after === text};
};
const SOME = ['--figures', 'held,women'];

test('import csv writes the figures of a mapping, with its source and texts', () => {
  const {code, output, after} = importCsv([...SOME, '--yes']);
  assert.equal(code, 0, output);
  const [first, second] = JSON.parse(after).figures;
  assert.deepEqual(
    [first.value, first.asOf, first.source, first.title, first.unit, first.history.length],
    [3, '2026-08-30', MAP.source, 'Held', undefined, 1],
  );
  assert.deepEqual(second, {
    id: 'women',
    title: 'Women',
    value: 2,
    asOf: '2026-08-30',
    checkedAt: day(),
    source: MAP.source,
    definition: 'All women who are held.',
  });
});

test('import csv reads columns and figures that are named like properties of objects', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    const map = `{"figures": {"held": {"where": {"${name}": ["x"]}}}, "source": {"name": "Test"}}`;
    const {code, output, after} = importCsv(['--yes'], {map, content: `${name},b\nx,1\nx,2\nx,3\n`});
    assert.equal(code, 0, output);
    assert.equal(JSON.parse(after).figures[0].value, 3);
  }
});

test('import csv refuses a list from a pipe, which can be read only once', {skip: !existsSync('/dev/stdin')}, () => {
  put('map.json', MAP);
  put('feed.json', feedOf([held]));
  const args = ['import', 'csv', '/dev/stdin', '--as-of', AS_OF, '--map', 'map.json', '--feed', 'feed.json'];
  const {code, stderr} = run(args, {input: CASES});
  assert.equal(code, 1);
  assert.match(stderr, /stdin is not a file, but a pipe or a device\.[^]*Save the list in a file first/);
});

test('import csv needs texts for a new figure, a source, and figures that can be counted', () => {
  for (const [args, options, code, words] of [
    [['--figures', 'minors', '--yes'], {}, 1, /no figure minors, and there is no title and definition/],
    [['--yes'], {map: {figures: {held: {}}}}, 2, /--source needs a name/],
    [['--figures', 'men'], {}, 2, /no figure “men”/],
    [
      ['--yes'],
      {map: {...MAP, figures: {held: {where: {Lawyer: ['x']}}}}, content: CASES.replaceAll('Test Osoba', '')},
      1,
      /Lawyer/,
    ],
    [['--yes'], {map: '{"figures": {"held": {}}'}, 1, /map\.json is not valid JSON: line 1/],
  ]) {
    const result = importCsv(args, options);
    assert.equal(result.code, code, result.output);
    assert.match(result.output, words);
    assert.ok(result.isUnchanged);
  }
});

/** A terminal: what the process reads is what a person types. */
const terminal = () => ({
  node: [
    '--import',
    `data:text/javascript,for(const s of [process.stdin,process.stderr])Object.defineProperty(s,'isTTY',{value:true})`,
  ],
});

test('shows the changes first, and writes what a person confirms', () => {
  for (const [input, isWritten] of [
    ['y\n', true],
    ['YES\n', true],
    ['n\n', false],
    ['\n', false],
  ]) {
    const {code, stdout, stderr, isUnchanged} = importCsv(SOME, {input, ...terminal()});
    assert.equal(code, 0, stderr);
    assert.match(stderr, /held +3 +3 +2026-08-30 +no change[^]*Write feed\.json\? \(y\/n\)/);
    assert.doesNotMatch(stdout, /no change/);
    assert.match(stdout, isWritten ? /feed\.json was written/ : /feed\.json was not changed\./);
    assert.equal(isUnchanged, !isWritten);
  }
  const closed = importCsv(SOME, {input: '', ...terminal()});
  assert.equal(closed.code, 1);
  assert.match(closed.stderr, /Cancelled\. Nothing was written/);
  assert.ok(closed.isUnchanged);
});

test('asks nothing where nothing would be written', () => {
  for (const [args, options, code, words] of [
    [['--dry-run'], {}, 0, /--dry-run/],
    [[], {feed: feedOf([{...held, value: 9}])}, 1, /suspicious: held changed from 9/],
  ]) {
    const result = importCsv([...SOME, ...args], {input: 'y\n', ...options, ...terminal()});
    assert.equal(result.code, code);
    assert.match(result.stdout, words);
    assert.doesNotMatch(result.output, /y\/n/);
    assert.ok(result.isUnchanged);
  }
});

test('writes nothing without --yes where nobody can be asked', () => {
  for (const args of [[], ['--json']]) {
    const {code, stdout, isUnchanged} = importCsv([...SOME, ...args], {input: 'y\n'});
    assert.equal(code, 2);
    assert.match(stdout, args.length ? /"written": false/ : /women +– +2 [^]*was not changed\. To write it, add --yes/);
    assert.ok(isUnchanged);
  }
});
