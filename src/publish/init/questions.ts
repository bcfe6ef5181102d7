import {offsetAt} from '../../clock/zone.js';
import {COUNT, DATE, ID, LANG, LINK, TEXT, MONTH_DAY, ZONE} from '../../feed/fields.js';

/* What one must know to begin a campaign, and what an answer must be: by the contract's own leaves. */

/** The answers, by question. */
export type Answers = Readonly<Partial<Record<QuestionName, string>>>;

/** What questions are put into: the folder's name, and the day. */
export interface Setting {
  readonly folder: string;
  /** Civil date in UTC. */
  readonly today: string;
}

/** A question, and what will do as an answer. */
export interface Question {
  readonly name: string;
  /** The option of the command line that answers it. */
  readonly flag: string;
  readonly value: string;
  readonly ask: string;
  readonly good: (answer: string, setting: Setting) => boolean;
  /** What an answer must be. */
  readonly must: string;
  /** An answer to take by pressing Enter. */
  readonly propose?: (setting: Setting) => string | undefined;
  /** The feed does without it. */
  readonly optional?: true;
}

const knows = (zone: string) => {
  try {
    return !isNaN(offsetAt(0, zone));
  } catch {
    return false;
  }
};

/** A day that some year has: 29 February, never 30 February. */
const isYearly = (answer: string) => MONTH_DAY(answer) && DATE(`2024-${answer}`);

const HEAD = [
  {
    name: 'title',
    flag: '--title',
    value: '<text>',
    ask: 'What is the campaign called?',
    good: TEXT,
    must: 'The title is a text, such as Solidarity with Testland.',
  },
  {
    name: 'id',
    flag: '--id',
    value: '<id>',
    ask: 'A short name for programs, which never changes',
    good: ID,
    must: 'The short name has lower-case letters a to z, digits and hyphens, such as solidarity-2027.',
    propose: ({folder}) => (ID(folder) ? folder : undefined),
  },
  {
    name: 'lang',
    flag: '--lang',
    value: '<language>',
    ask: 'In which language do you write? Others can be added later',
    good: LANG,
    must: 'A language is written as be, de or pt-BR.',
    propose: () => 'en',
  },
  {
    name: 'home',
    flag: '--home',
    value: '<url>',
    ask: 'The address of the campaign’s own site',
    good: LINK,
    must: 'An address begins with https://, such as https://example.org/campaign.',
    optional: true,
  },
] as const satisfies readonly Question[];

const FIGURE = [
  {
    name: 'figureTitle',
    flag: '--figure-title',
    value: '<text>',
    ask: 'What does the number count?',
    good: TEXT,
    must: 'It is a text, such as Political prisoners.',
  },
  {
    name: 'value',
    flag: '--value',
    value: '<number>',
    ask: 'The number',
    good: (answer) => /^\d+$/.test(answer) && COUNT(Number(answer)),
    must: 'A number is written with digits only, such as 1140. If you do not know it, leave it out: do not guess.',
  },
  {
    name: 'asOf',
    flag: '--as-of',
    value: '<date>',
    ask: 'On which day was it counted?',
    good: (answer, {today}) => DATE(answer) && answer <= today,
    must: 'The day of a count is written as 2026-03-05, and is not later than today.',
  },
  {
    name: 'source',
    flag: '--source',
    value: '<name>',
    ask: 'Who counted it?',
    good: TEXT,
    must: 'The source is the name of those who counted.',
  },
  {
    name: 'sourceUrl',
    flag: '--source-url',
    value: '<url>',
    ask: 'The page where they say so',
    good: LINK,
    must: 'An address begins with https://, such as https://example.org/report.',
    optional: true,
  },
  {
    name: 'definition',
    flag: '--definition',
    value: '<text>',
    ask: 'Who is counted, and who is not? One sentence',
    good: TEXT,
    must: 'The definition is a sentence that says who is counted.',
  },
  {
    name: 'qualifier',
    flag: '--qualifier',
    value: '<word>',
    ask: 'Is the number exact, at-least or more-than, if they say so?',
    good: (answer) => ['exact', 'at-least', 'more-than'].includes(answer),
    must: 'It is one of these words: exact, at-least, more-than.',
    optional: true,
  },
  {
    name: 'figureId',
    flag: '--figure-id',
    value: '<id>',
    ask: 'A short name of the number; “held” if it counts political prisoners in custody',
    good: ID,
    must: 'The short name has lower-case letters a to z, digits and hyphens; “held” is for political prisoners.',
    propose: () => 'count',
    optional: true,
  },
] as const satisfies readonly Question[];

const CAMPAIGN = [
  {
    name: 'slogan',
    flag: '--slogan',
    value: '<text>',
    ask: 'The slogan',
    good: TEXT,
    must: 'The slogan is a text.',
  },
  {
    name: 'call',
    flag: '--call',
    value: '<text>',
    ask: 'What do you ask people to do? One or two sentences',
    good: TEXT,
    must: 'The call is a text.',
  },
] as const satisfies readonly Question[];

const OBSERVANCE = [
  {
    name: 'observance',
    flag: '--observance',
    value: '<text>',
    ask: 'What is the day called?',
    good: TEXT,
    must: 'It is a text, such as Day of Solidarity with Testland.',
  },
  {
    name: 'observanceDay',
    flag: '--observance-day',
    value: '<day>',
    ask: 'When is it? 08-09 for every year, or 2027-08-09 for once',
    good: (answer) => isYearly(answer) || DATE(answer),
    must: 'A day is written as 08-09 (month, day) for every year, or as 2027-08-09 for once.',
  },
  {
    name: 'zone',
    flag: '--zone',
    value: '<zone>',
    ask: 'In which time zone does the day begin?',
    good: (answer) => ZONE(answer) && (answer === 'local' || knows(answer)),
    must: 'A time zone is written as Europe/Minsk or America/New_York; “local” is the reader’s own.',
    propose: () => 'Europe/Minsk',
    optional: true,
  },
] as const satisfies readonly Question[];

export type QuestionName = (typeof HEAD | typeof FIGURE | typeof CAMPAIGN | typeof OBSERVANCE)[number]['name'];

/** Questions that belong together; all but the first group only where there is something to say. */
export const GROUPS: readonly {
  /** What they are about, in a list of options. */
  readonly heading: string;
  /** Asks whether there is something to say. */
  readonly about?: string;
  readonly questions: readonly (Question & {name: QuestionName})[];
}[] = [
  {heading: 'The campaign', questions: HEAD},
  {
    heading: 'A number, or none',
    about: 'Do you have a number to show, counted by someone you can name?',
    questions: FIGURE,
  },
  {heading: 'A slogan and a call, or none', about: 'Do you have a slogan and a call?', questions: CAMPAIGN},
  {heading: 'A day, or none', about: 'Is there a day that the campaign observes?', questions: OBSERVANCE},
];
