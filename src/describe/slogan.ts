import type {Slogan} from '../feed/sections/amplify.js';
import {textPart, type Context, type Part} from './parts.js';

/** The slogan in each of its languages, the reader's first. */
export const describeSlogans = ({slogan}: Slogan, context: Pick<Context, 'locale' | 'feedLang'>): Part[] => {
  const own = textPart(slogan, context);
  const others = typeof slogan === 'string' ? [] : Object.keys(slogan).filter((tag) => tag !== own.lang);
  return [own, ...others.map((tag): Part => ({...own, text: (slogan as Record<string, string>)[tag]!, lang: tag}))];
};
