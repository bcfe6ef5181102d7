import {COUNT, DATE, ID, LANG, LINK, TEXT} from '../../feed/fields.js';
import type {Qualifier} from '../../feed/sections/figures.js';
import {ZONE} from '../../feed/sections/observances.js';
import {FIRST_DATE, isDayOfYear, isKnownZone} from '../calendar-values.js';

/* The questions for a new campaign. The field types of the feed decide which answers are valid. */

/** The answers, by question. */
export type Answers = Readonly<Partial<Record<QuestionName, string>>>;

/** Where and when the campaign is created. */
export interface Setting {
  /** The name of the campaign's folder. */
  readonly folder: string;
  /** The civil date in UTC. */
  readonly today: string;
}

/** What the default and the validity of an answer may depend on. */
export interface Context extends Setting {
  /** The answers to the questions before. */
  readonly answers: Readonly<Record<string, string | undefined>>;
}

export interface Question {
  readonly name: string;
  /** The option of the command line that answers it. */
  readonly flag: string;
  /** The option's value, for the help. */
  readonly value: string;
  readonly prompt: string;
  readonly isValid: (answer: string, context: Context) => boolean;
  /** What a valid answer is. */
  readonly requirement: string;
  /** The answer if Enter is pressed. */
  readonly defaultAnswer?: (context: Context) => string | undefined;
  readonly optional?: true;
}

const QUALIFIERS: readonly Qualifier[] = ['exact', 'at-least', 'more-than'];

const HEAD = [
  {
    name: 'title',
    flag: '--title',
    value: '<text>',
    prompt: 'What is the name of the campaign?',
    isValid: TEXT,
    requirement: 'The title is a text, such as Solidarity with Testland.',
  },
  {
    name: 'id',
    flag: '--id',
    value: '<id>',
    prompt: 'An id of the feed, which never changes',
    isValid: ID,
    requirement: 'The id has lower-case letters a to z, digits and hyphens, such as solidarity-2027.',
    defaultAnswer: ({folder}) => (ID(folder) ? folder : undefined),
  },
  {
    name: 'lang',
    flag: '--lang',
    value: '<language>',
    prompt: 'In which language do you write? You can add others later',
    isValid: LANG,
    requirement: 'A language is written as be, de or pt-BR.',
    defaultAnswer: () => 'en',
  },
  {
    name: 'home',
    flag: '--home',
    value: '<url>',
    prompt: 'The address of the campaign’s web site',
    isValid: LINK,
    requirement: 'An address begins with https://, such as https://example.org/campaign.',
    optional: true,
  },
] as const satisfies readonly Question[];

const FIGURE = [
  {
    name: 'figureTitle',
    flag: '--figure-title',
    value: '<text>',
    prompt: 'What does the number count?',
    isValid: TEXT,
    requirement: 'It is a text, such as Political prisoners.',
  },
  {
    name: 'value',
    flag: '--value',
    value: '<number>',
    prompt: 'The number',
    isValid: (answer) => /^\d+$/.test(answer) && COUNT(Number(answer)),
    requirement:
      'A number is written with digits only, such as 1140. If you do not know it, leave it out: do not guess.',
  },
  {
    name: 'asOf',
    flag: '--as-of',
    value: '<date>',
    prompt: 'On which day was it counted?',
    isValid: (answer, {today}) => DATE(answer) && answer >= FIRST_DATE && answer <= today,
    requirement: 'The day of a count is written as 2026-03-05, and is not later than today or before 1990.',
  },
  {
    name: 'source',
    flag: '--source',
    value: '<name>',
    prompt: 'Who counted it?',
    isValid: TEXT,
    requirement: 'The source is the name of those who counted.',
  },
  {
    name: 'sourceUrl',
    flag: '--source-url',
    value: '<url>',
    prompt: 'The page where they published it',
    isValid: LINK,
    requirement: 'An address begins with https://, such as https://example.org/report.',
    optional: true,
  },
  {
    name: 'definition',
    flag: '--definition',
    value: '<text>',
    prompt: 'Who is counted, and who is not? One sentence',
    isValid: TEXT,
    requirement: 'The definition is a sentence that says who is counted.',
  },
  {
    name: 'qualifier',
    flag: '--qualifier',
    value: '<word>',
    prompt: 'Does the source say that the number is exact, at-least or more-than?',
    isValid: (answer, {answers}) =>
      QUALIFIERS.includes(answer as Qualifier) && (answer === 'exact' || Number(answers.value) > 0),
    requirement: 'It is one of these words: exact, at-least, more-than; for the number 0 only exact.',
    optional: true,
  },
  {
    name: 'figureId',
    flag: '--figure-id',
    value: '<id>',
    prompt: 'An id of the number: “held” if it counts political prisoners in custody',
    isValid: ID,
    requirement: 'The id has lower-case letters a to z, digits and hyphens; “held” is for political prisoners.',
    defaultAnswer: () => 'count',
    optional: true,
  },
] as const satisfies readonly Question[];

const CAMPAIGN = [
  {
    name: 'slogan',
    flag: '--slogan',
    value: '<text>',
    prompt: 'The slogan',
    isValid: TEXT,
    requirement: 'The slogan is a text.',
  },
  {
    name: 'call',
    flag: '--call',
    value: '<text>',
    prompt: 'What do you ask people to do? One or two sentences',
    isValid: TEXT,
    requirement: 'The call is a text.',
  },
] as const satisfies readonly Question[];

const OBSERVANCE = [
  {
    name: 'observance',
    flag: '--observance',
    value: '<text>',
    prompt: 'What is the name of the day?',
    isValid: TEXT,
    requirement: 'It is a text, such as Day of Solidarity with Testland.',
  },
  {
    name: 'observanceDay',
    flag: '--observance-day',
    value: '<day>',
    prompt: 'When is it? 08-09 for every year, or 2027-08-09 for once',
    isValid: (answer) => isDayOfYear(answer) || DATE(answer),
    requirement: 'A day is written as 08-09 (month, day) for every year, or as 2027-08-09 for once.',
  },
  {
    name: 'zone',
    flag: '--zone',
    value: '<zone>',
    prompt: 'In which time zone does the day begin?',
    isValid: (answer) => ZONE(answer) && isKnownZone(answer),
    requirement: 'A time zone is written as Europe/Minsk or America/New_York; “local” is the reader’s own.',
    defaultAnswer: () => 'Europe/Minsk',
    optional: true,
  },
] as const satisfies readonly Question[];

export type QuestionName = (typeof HEAD | typeof FIGURE | typeof CAMPAIGN | typeof OBSERVANCE)[number]['name'];

/** Questions on one subject; all groups but the first are optional. */
export const GROUPS: readonly {
  /** The heading of their options in the help. */
  readonly heading: string;
  /** The question whether to answer the group. */
  readonly introduction?: string;
  readonly questions: readonly (Question & {name: QuestionName})[];
}[] = [
  {heading: 'The campaign', questions: HEAD},
  {
    heading: 'A number (optional)',
    introduction: 'Do you have a number to show, counted by a source that you can name?',
    questions: FIGURE,
  },
  {heading: 'A slogan (optional)', introduction: 'Do you have a slogan and a call?', questions: CAMPAIGN},
  {heading: 'A day (optional)', introduction: 'Does the campaign observe a day?', questions: OBSERVANCE},
];
