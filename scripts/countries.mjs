// Names of countries, from CLDR, for the languages that Chromium lacks in Intl. Elsewhere the engine has them.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** The languages that Chromium lacks, and whose names CLDR has for each. */
const SOURCES = {be: 'be', 'be-tarask': 'be', 'be-Latn': 'be', ga: 'ga', is: 'is', ka: 'ka', mt: 'mt'};

/**
 * Europe, its neighbours, and the other countries where Belarusians live in numbers. The names of all countries would be
 * as much as all other messages; the rest are in English in these languages.
 */
const COUNTRIES =
  'AD AL AM AR AT AU AZ BA BE BG BR BY CA CH CL CN CO CU CY CZ DE DK EE EG ES FI FR GB GE GR HR HU IE IL IN IS IT JP KG ' +
  'KR KZ LI LT LU LV MC MD ME MK MN MT MX NL NO NZ PL PT RO RS RU SE SI SK SM TH TJ TM TR UA US UZ VA XK ZA';

const LETTERS = Object.fromEntries(
  "аa бb вv гh ґg дd жž зz іi йj кk лł мm нn оo пp рr сs тt уu ўŭ фf хch цc чč шš ыy эe яa ёo юu еe ’ ʼ '"
    .split(' ')
    .map(([letter, ...latin]) => [letter, latin.join('')]),
);
const SOFT = {з: 'ź', с: 'ś', н: 'ń', ц: 'ć', л: 'l'};

/** Belarusian in Łacinka, which CLDR lacks. */
const toLatin = (text) =>
  [...text]
    .map((own, i, all) => {
      const [before = '', letter, after = ''] = [all[i - 1], own, all[i + 1]].map((one) => one?.toLowerCase());
      let latin = LETTERS[letter] ?? letter;
      if (letter === 'ь') latin = '';
      else if (after === 'ь' && SOFT[letter]) latin = SOFT[letter];
      else if (letter === 'л' && /[яёюеіл]/.test(after) && (after !== 'л' || /[яёюеіь]/i.test(all[i + 2] ?? '')))
        latin = 'l';
      else if (/[яёюе]/.test(letter) && before !== 'л')
        latin = (/[бвгґджзкмнпрстфхцчш]/.test(before) ? 'i' : 'j') + latin;
      return own === letter ? latin : latin[0].toUpperCase() + latin.slice(1);
    })
    .join('');

/** The names of countries in a language, as messages of the map: `map.PL`; none where engines have them. */
export const countryMessages = (locale) => {
  const source = SOURCES[locale];
  if (!source) return {};
  const {territories} = require(`cldr-localenames-full/main/${source}/territories.json`).main[source]
    .localeDisplayNames;
  return Object.fromEntries(
    COUNTRIES.split(' ').map((code) => [
      `map.${code}`,
      locale === 'be-Latn' ? toLatin(territories[code]) : territories[code],
    ]),
  );
};
