import {SOURCE_LOCALE} from '../../i18n/language.js';

/** A page, by its path in `embed/`; English is in no folder. */
export const embedPath = (widget: string, tag: string, extension: string) =>
  `${tag === SOURCE_LOCALE ? '' : `${tag}/`}${widget}.${extension}`;
