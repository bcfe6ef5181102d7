import type {Feed} from '../../feed/parse-feed.js';
import type {Mapping} from './mapping.js';

/* Viasna's list of political prisoners: a row for each person. */

const FEMALE = ['female', 'f', 'woman', 'w', 'ж', 'жен', 'женский', 'жанчына'];
const MALE = ['male', 'm', 'man', 'м', 'муж', 'мужской', 'мужчына'];

const RECOGNISED = 'recognised as political prisoners by Belarusian human rights groups';

/** The list begins with the campaign before the election of 2020; the feed counts “since May 2020”. */
const FIRST = {date: '2020-05-01', why: 'the list begins in May 2020'};

/** In custody; recognised, but no longer in custody; not recognised as a political prisoner. */
const HELD = {status: ['active']} as const;
const FREE = {status: ['former']} as const;

const present = (...words: readonly string[]) => ({column: 'status', words});

const figures: Mapping['figures'] = {
  held: {
    where: HELD,
    title: {en: 'Political prisoners'},
    unit: 'political-prisoner',
    definition: {en: `In custody on this date and ${RECOGNISED}. Not all are known.`},
  },
  women: {
    where: {...HELD, gender: FEMALE},
    present: present('active'),
    title: {en: 'Women political prisoners'},
    definition: {en: `Women in custody on this date and ${RECOGNISED}. Not all are known.`},
  },
  minors: {
    where: {...HELD, birthday: {under: 18}},
    present: present('active'),
    title: {en: 'Political prisoners under 18'},
    definition: {
      en: `In custody and under 18 on this date, and ${RECOGNISED}. People whose birthday is not known are not counted.`,
    },
  },
  recognised: {
    where: {status: ['active', 'former']},
    present: present('active', 'former'),
    title: {en: 'Recognised as political prisoners so far'},
    definition: {
      en: `All people ${RECOGNISED} up to this date: those in custody, those released, and those who died.`,
    },
  },
  released: {
    where: {...FREE, died: {date: false}},
    present: present('former'),
    title: {en: 'Political prisoners no longer in custody'},
    definition: {
      en:
        `People ${RECOGNISED} who are no longer in custody on this date, whatever the reason. ` +
        'Those who died are not counted. Released does not mean cleared, or free to stay in the country.',
    },
  },
  died: {
    where: {...FREE, died: {date: true}},
    present: present('former'),
    title: {en: 'Political prisoners who died'},
    definition: {en: `People ${RECOGNISED} who have died, in custody or after it, as far as the list records it.`},
  },
};

export const VIASNA: Mapping = {
  id: 'id',
  needed: ['id', 'status'],
  values: {status: ['active', 'former', 'np'], gender: [...FEMALE, ...MALE, '']},
  figures: Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, {...figure, qualifier: 'at-least' as const}]),
  ),
  firstDates: {died: FIRST, release_date: FIRST},
  // Nobody is held at an age at which nobody can be prosecuted.
  minimumAge: 14,
  rules: [
    {where: {...HELD, died: {date: true}}, refuse: 'the person is active, but has a date of death.'},
    // A release after the day of the list is refused as every later date is.
    {where: {...FREE, release_date: {date: true}}},
    // A date of release of somebody who is held may be the end of the sentence: the status decides.
    {
      where: {...HELD, release_date: {filled: true}},
      note: 'counted as held have a date of release: ask the source whether they are free.',
    },
    {where: {status: ['np']}, note: 'in the list are not recognised as political prisoners (np) and are not counted.'},
  ],
};

/** The figures that are counted unless others are chosen: those who are held, and what the feed has already. */
export const viasnaFigures = ({figures: own}: Pick<Feed, 'figures'>): string[] =>
  Object.keys(VIASNA.figures).filter((id) => id === 'held' || own.some((figure) => figure.id === id));
