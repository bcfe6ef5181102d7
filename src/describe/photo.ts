import type {Text} from '../feed/fields.js';
import type {Photo} from '../feed/sections/photos.js';
import type {Town} from '../feed/sections/towns.js';
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
