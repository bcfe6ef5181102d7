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

/** All of them, as sections of a feed. */
export const sections = {
  figures: [held, women],
  corrections: [correction],
  observances: [day],
  campaigns: [campaign],
  ways: [way],
  organisations: [organisation],
};
