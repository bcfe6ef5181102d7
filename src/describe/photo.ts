import type {Text} from '../feed/fields.js';
import type {Photo} from '../feed/sections/photos.js';
import type {Town} from '../feed/sections/towns.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {datePart, listParts, messageParts, sourcePart, textPart, type Context, type Part, type Parts} from './parts.js';

/** What is said of a photo. */
export interface PhotoDescription {
  /** What it shows, for those who do not see it. */
  readonly alt: Part;
  readonly caption?: Part;
  /** Town and date: “Testville, 9 August 2026”. */
  readonly place: Parts;
  /** “Photo: Jane Example, CC BY 4.0” */
  readonly credit: Parts;
}

/** The texts of the feed that a photo shows: they decide its language. Names are left as they are. */
export const photoTexts = ({alt, caption}: Photo): Text[] => [alt, ...(caption ? [caption] : [])];

/** The title of a list of photos. */
export const photosTitle = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Photos of solidarity', {id: 'photos.title'});
};

/** What is said where there are no photos: that, how to take one, and whom not to show. */
export const photoInstructions = (locale: Locale) => {
  setActiveLocale(locale);
  return {
    none: msg('There are no photos yet.', {id: 'photos.none'}),
    instructions: msg(
      'Take a photo with a cornflower or the campaign’s motto: at a place in your town that is linked with Belarus, or at any other.',
      {
        id: 'photos.cornflower',
        desc: 'A cornflower is the flower (Centaurea cyanus), a sign of the campaign',
      },
    ),
    consent: msg('Show only people who have agreed, and nobody who could be harmed in Belarus.', {
      id: 'photos.consent',
    }),
  };
};

/** Describes a photo; the towns of the feed have the name that it refers to. */
export const describePhoto = (
  {alt, caption, credit, licence, date, town}: Photo,
  towns: readonly Town[],
  context: Pick<Context, 'locale' | 'feedLang'>,
): PhotoDescription => {
  const {locale} = context;
  setActiveLocale(locale);
  const name = towns.find(({id}) => id === town)?.name;
  return {
    alt: textPart(alt, context),
    caption: caption ? textPart(caption, context) : undefined,
    place: listParts([...(name ? [textPart(name, context)] : []), ...(date ? [datePart(date, locale)] : [])], locale),
    credit: messageParts(
      msg('Photo: {name}', {id: 'photos.credit', desc: 'Who made a photo'}),
      {name: listParts([textPart(credit, context), sourcePart(licence, context)], locale)},
      locale,
    ),
  };
};
