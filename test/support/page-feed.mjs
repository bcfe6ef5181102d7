// A small feed for real pages, with items in every section that elements show.

const source = {name: 'Test Count', url: 'https://example.org/count'};

/** The feed as JSON. Its figure `held` has a value, and words in English, Belarusian and German. */
export const feed = (value, more = {}) =>
  JSON.stringify({
    version: 1,
    serial: 5,
    issued: '2026-11-22T00:00:00Z',
    id: `feed-of-${value}`,
    title: 'Test',
    lang: 'en',
    figures: [figure(value), {...figure(33), id: 'women', title: 'Women', unit: undefined}],
    observances: [{id: 'day', title: 'Test Day', yearly: '08-09', why: 'A test.'}],
    campaigns: [
      {
        id: 'main',
        slogan: 'Stand with us',
        call: 'Join.',
        action: {text: 'How', url: 'https://example.org/act'},
      },
    ],
    ways: [
      {
        id: 'write',
        category: 'write',
        audiences: ['everyone'],
        title: 'Write a letter',
        text: 'It is hope.',
      },
    ],
    organisations: [],
    ...more,
  });

export const figure = (value) => ({
  id: 'held',
  title: {
    en: 'Political prisoners',
    be: 'Палітвязні',
    de: 'Politische Gefangene',
  },
  unit: 'political-prisoner',
  value,
  qualifier: 'at-least',
  asOf: '2026-11-20',
  source,
  definition: {
    en: 'In custody in this test.',
    be: 'У зняволенні ў гэтым тэсце.',
    de: 'In Haft in diesem Test.',
  },
});

export const correction = {
  id: 'c1',
  date: '2026-11-21',
  of: 'held',
  text: 'Two were counted twice.',
  was: 779,
};
