/**
 * An example of each section of which the demo's feed has no item or few, for the published schema and for tests. Persons, towns and sites
 * are made up.
 */
export const EXAMPLES = {
  corrections: [
    {
      id: 'held-2026-03-05',
      date: '2026-03-07',
      section: 'figures',
      of: 'held',
      text: {en: 'Twelve people were counted twice.', be: 'Дванаццаць чалавек палічылі двойчы.'},
      was: 1152,
      is: 1140,
    },
  ],
  people: [
    {
      id: 'jane-example',
      name: {en: 'Jane Example', be: 'Яна Прыклад'},
      consent: 'family',
      incidents: [
        {what: 'detained', date: '2023-02', source: {name: 'Example Human Rights Centre'}},
        {what: 'no-contact', date: '2023-05-04', source: {name: 'Her family', url: 'https://example.org/jane'}},
      ],
      checkedAt: '2026-03-01',
    },
  ],
  events: [
    {
      id: 'rally-exampleville-2026',
      title: {en: 'Rally of solidarity', be: 'Мітынг салідарнасці'},
      from: '2026-08-09T18:30',
      until: '2026-08-09T20:00',
      zone: 'Europe/Warsaw',
      place: 'Market Square',
      town: 'exampleville',
      status: 'planned',
      source: {name: 'The organisers', url: 'https://example.org/rally'},
      url: 'https://example.org/rally',
      designatedIn: [],
    },
  ],
  towns: [
    {
      id: 'exampleville',
      name: {en: 'Exampleville', be: 'Прыкладаў'},
      country: 'PL',
      latitude: 52.2,
      longitude: 21,
      acts: [
        {
          id: 'exampleville-square',
          what: 'renaming',
          title: {en: 'Free Belarus Square'},
          date: '2024-08-09',
          source: {name: 'Town council of Exampleville'},
        },
      ],
    },
  ],
  photos: [
    {
      id: 'rally-2026-1',
      url: 'photos/rally.jpg',
      width: 1600,
      height: 1067,
      alt: {en: 'People with flags on a square, seen from behind.'},
      credit: 'Jane Example',
      licence: {name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/'},
      consent: 'nobody',
      date: '2026-08-09',
      town: 'exampleville',
      event: 'rally-exampleville-2026',
    },
  ],
  amplify: [
    {
      id: 'post-9-august',
      text: {en: 'Solidarity is stronger than repression!', be: 'Салідарнасць мацнейшая за рэпрэсіі!'},
      hashtags: ['#StandWithBelarus'],
      url: 'https://example.org/',
    },
  ],
} as const;
