import {LANG, type Text} from '../../feed/fields.js';
import type {Figure} from '../../feed/sections/figures.js';
import feedTool from '../../../locales/feed-tool.json' with {type: 'json'};
import {pickText} from '../../feed/text.js';
import {table} from '../../i18n/cldr/en.js';
import {loaders} from '../../i18n/cldr/index.js';
import {capital as capitalOf, fill, formatDate, formatNumber, pluralForm} from '../../i18n/format.js';
import {matchLocale, SOURCE} from '../../i18n/language.js';
import type {Voice} from '../../i18n/localize.js';
import {plain} from './escape.js';

/*
 * What the elements say, said without them: the same messages by the same ids, and the same choice among them. The
 * English ones stand in the elements' code, where this room may not reach; a test compares.
 */

/** The languages of the library. */
export const LOCALES: readonly string[] = [SOURCE, ...Object.keys(loaders)];

/** The library's locale for a BCP 47 tag; undefined where it has none. */
export const localeOf = (lang: string) => matchLocale(lang, LOCALES);

/** The voice for a BCP 47 tag; English where the library lacks the language, as on a page. */
export const voiceFor = async (lang: string): Promise<Voice> => {
  const tag = localeOf(lang) ?? SOURCE;
  return {tag, ...(tag === SOURCE ? {table} : await loaders[tag]!())};
};

/** The elements' messages that the tool says too. */
export const ENGLISH = {
  'held.more-than': 'more than {n} political prisoner|more than {n} political prisoners',
  'held.at-least': 'at least {n} political prisoner|at least {n} political prisoners',
  'held.exact': '{n} political prisoner|{n} political prisoners',
  'count.more-than': 'more than {n}',
  'count.at-least': 'at least {n}',
  'counter.about': 'As of {date}. Source: {source}',
  'counter.stale': 'This figure is old: the number may have changed since.',
  'ways.notice':
    '⚠ marks links that you can be prosecuted for in the country named. Belarus (BY) calls such organisations “extremist”.',
  'ways.mark': 'called “extremist” in Belarus',
} as const;

/** A message of the elements in a voice. */
export const message = (id: keyof typeof ENGLISH, {templates}: Voice) => (templates?.[id] as string) ?? ENGLISH[id];

/** A piece of a sentence: its words, their language, and what they are. */
export interface Part {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly as?: 'count' | 'date' | 'source';
}

/** A text's language; `und`, undetermined, where the feed calls it by what is no BCP 47 tag. */
export const tagOf = (lang: string) => (LANG(lang) ? lang : 'und');

/** A text of the feed as a page shows it in a voice, which may be in another language. */
export const textOf = (text: Text, {tag}: Voice, feedLang?: string): Part => {
  const [words, lang] = pickText(text, tag, feedLang);
  return {text: plain(words), lang: tagOf(lang)};
};

const partsOf = (words: string, values: Readonly<Record<string, Part>>, {tag}: Voice): Part[] =>
  fill<Part>(words, values)
    .map((part) => (typeof part === 'string' ? {text: part, lang: tag} : part))
    .filter(({text}) => text);

/** Qualifier, number and unit: a whole sentence for prisoners held, the figure's title and its number for others. */
export const sentenceOf = ({id, title, value, qualifier}: Figure, voice: Voice, feedLang?: string): Part[] => {
  const n: Part = {text: formatNumber(value, voice.table), lang: voice.tag, as: 'count'};
  const bound = qualifier === 'more-than' || qualifier === 'at-least' ? qualifier : undefined;
  if (id === 'held') return partsOf(pluralForm(message(`held.${bound ?? 'exact'}`, voice), value, voice), {n}, voice);
  const {text, lang} = textOf(title, voice, feedLang);
  return [{text: `${text}: `, lang}, ...partsOf(bound ? message(`count.${bound}`, voice) : '{n}', {n}, voice)];
};

/** As-of date and source. */
export const aboutOf = ({asOf, source}: Figure, voice: Voice, feedLang?: string): Part[] =>
  partsOf(
    message('counter.about', voice),
    {
      date: {text: formatDate(asOf, voice.table), lang: voice.tag, as: 'date'},
      source: {...textOf(source.name, voice, feedLang), as: 'source'},
    },
    voice,
  );

/** “Source: …” alone, from the message that says it after the date. */
export const sourceOf = (name: Text, voice: Voice, feedLang?: string): Part[] => {
  const [words] = /[^\s.}][^.}]*\{source\}/.exec(message('counter.about', voice))!;
  return partsOf(words, {source: {...textOf(name, voice, feedLang), as: 'source'}}, voice);
};

/** The parts as one text. */
export const join = (parts: readonly Part[]) => parts.map(({text}) => text).join('');

/** Parts whose first letter is a capital. */
export const capital = ([first, ...rest]: readonly Part[]): Part[] =>
  first ? [{...first, text: capitalOf(first.text, first.lang)}, ...rest] : [];

/** What ends a sentence that has no end yet; a date may bring its own: be `5 сакавіка 2026 г.` */
export const endOf = (text: string) => (/[.!?…。؟]\p{Pf}?$/u.test(text) ? '' : '.');

/** A text as a sentence of its own. */
export const asSentence = (text: string) => text + endOf(text);

/** The whole figure in two sentences: qualifier, number, unit, as-of date, source. */
export const tellFigure = (figure: Figure, voice: Voice, feedLang?: string) =>
  [join(capital(sentenceOf(figure, voice, feedLang))), join(aboutOf(figure, voice, feedLang))]
    .map(asSentence)
    .join(' ');

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** The direction that a language is written in; `ltr` for a tag that is none. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => {
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
};

/** What no element says, and only formats without elements need. */
export type OwnWord = 'cancelled' | 'correction' | 'withdrawn';

/** By locale; kept with the translators' files. */
export const OWN: Readonly<Record<string, Readonly<Record<OwnWord, string>>>> = feedTool.words;
