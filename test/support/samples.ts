/* One item of each section that elements show, with all optional fields, in English and Belarusian. */

export const held = {
  id: 'held',
  title: {en: 'Political prisoners', be: 'Палітвязні'},
  unit: 'political-prisoner',
  value: 1140,
  qualifier: 'at-least',
  asOf: '2026-03-05',
  source: {name: 'Pozirk', url: 'https://pozirk.example/1'},
  definition: {
    en: 'In custody and recognised.',
    be: 'Пад вартай і прызнаныя.',
  },
  history: [
    {
      date: '2024-08-09',
      value: 1370,
      qualifier: 'more-than',
      source: {name: 'Office'},
    },
    {date: '2025-02-28', value: 1234, source: {name: 'Viasna'}},
    {date: '2025-12-31', value: 1131, source: {name: 'Viasna'}},
  ],
};

/** A figure without a unit: its title is the subject. */
export const women = {
  ...held,
  id: 'women',
  title: {en: 'Women political prisoners', be: 'Зняволеныя жанчыны'},
  unit: undefined,
  qualifier: undefined,
  value: 167,
  history: [],
};

export const correction = {
  id: 'twelve',
  date: '2026-03-10',
  of: 'held',
  text: {en: 'Twelve were counted twice.', be: 'Дванаццаць палічылі двойчы.'},
};

export const day = {
  id: 'day',
  title: {en: 'Day of Solidarity', be: 'Дзень салідарнасці'},
  why: {en: 'The vote of 2020.', be: 'Выбары 2020 года.'},
  yearly: '08-09',
};

export const campaign = {
  id: 'campaign',
  slogan: {
    en: 'Solidarity is stronger than repression!',
    be: 'Салідарнасць мацнейшая за рэпрэсіі!',
  },
  call: {en: 'Join the day.', be: 'Далучайцеся.'},
  action: {
    text: {en: 'How to take part', be: 'Як далучыцца'},
    url: 'https://campaign.example/',
  },
  observance: 'day',
  phases: [
    {id: 'teaser', from: -14, until: -1, call: {en: 'Soon.', be: 'Хутка.'}},
    {
      id: 'day',
      from: 0,
      until: 0,
      slogan: {en: 'Today!', be: 'Сёння!'},
      action: {
        text: {en: 'Find us', be: 'Знайдзіце нас'},
        url: 'https://campaign.example/today',
      },
    },
    {
      id: 'thanks',
      from: 1,
      until: 7,
      call: {en: 'Thank you.', be: 'Дзякуй.'},
    },
  ],
};

export const organisation = {
  id: 'listed',
  name: 'Viasna',
  aliases: ['Spring', 'HRC Viasna'],
  status: 'active',
  checkedAt: '2026-03-01',
  url: 'https://listed.example/',
  designatedIn: ['BY'],
  note: {en: 'Write in advance.', be: 'Пішыце загадзя.'},
};

export const way = {
  id: 'letter',
  category: 'write',
  audiences: ['everyone'],
  title: {en: 'Write a letter', be: 'Напішыце ліст'},
  text: {en: 'A letter is hope.', be: 'Ліст - гэта надзея.'},
  organisations: ['listed'],
  url: 'https://way.example/',
  checkedAt: '2026-03-01',
};

export const town = {
  id: 'town',
  name: {en: 'Warsaw', be: 'Варшава'},
  country: 'PL',
  latitude: 52.23,
  longitude: 21.01,
  acts: [
    {
      id: 'square',
      what: 'renaming',
      title: {en: 'Free Belarus Square', be: 'Плошча Вольнай Беларусі'},
      date: '2023-05-29',
      source: {name: 'Office', url: 'https://office.example/'},
      url: 'https://square.example/',
      designatedIn: ['BY'],
    },
  ],
};

export const event = {
  id: 'vigil',
  title: {en: 'Vigil for prisoners', be: 'Вахта дзеля зняволеных'},
  text: {en: 'Bring a portrait.', be: 'Прынясіце партрэт.'},
  from: '2027-08-09T18:30',
  until: '2027-08-09T20:00',
  zone: 'Europe/Warsaw',
  place: {en: 'At the monument', be: 'Каля помніка'},
  town: 'town',
  online: 'https://online.example/',
  organisations: ['listed'],
  status: 'moved',
  source: {name: 'Office', url: 'https://office.example/'},
  url: 'https://vigil.example/',
  designatedIn: ['BY'],
};

export const photo = {
  id: 'photo',
  // Of the server of the tests.
  url: '/stories/samples/square.png',
  width: 900,
  height: 600,
  alt: {en: 'A square with many people.', be: 'Плошча, на якой шмат людзей.'},
  credit: {en: 'Jane Example', be: 'Яна Прыклад'},
  licence: {name: {en: 'By permission', be: 'З дазволу'}, url: 'https://licence.example/'},
  consent: 'nobody',
  caption: {en: 'The day in Warsaw.', be: 'Дзень у Варшаве.'},
  date: '2025-08-09',
  town: 'town',
  event: 'vigil',
};

export const person = {
  id: 'person',
  name: {en: 'Jane Example', be: 'Яна Прыклад'},
  consent: 'own',
  incidents: [
    {
      what: 'detained',
      date: '2023-02-08',
      source: {name: 'Viasna', url: 'https://listed.example/'},
      note: {en: 'At home.', be: 'Дома.'},
    },
    {what: 'no-contact', date: '2026-03-10', source: {name: 'Viasna'}},
  ],
  letter: {address: {en: 'Prison No. 1', be: 'Калонія № 1'}},
  checkedAt: '2026-03-01',
};

export const message = {
  id: 'message',
  text: {en: 'In prison: {figure}.', be: 'У зняволенні: {figure}.'},
  figure: 'held',
  hashtags: ['#StandWithBelarus'],
  url: 'https://campaign.example/',
  designatedIn: [],
};

/** All of them, as sections of a feed. */
export const sections = {
  figures: [held, women],
  corrections: [correction],
  observances: [day],
  campaigns: [campaign],
  ways: [way],
  organisations: [organisation],
  towns: [town],
  events: [event],
  photos: [photo],
  people: [person],
  amplify: [message],
};
