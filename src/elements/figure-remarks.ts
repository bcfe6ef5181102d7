import {describeCorrection} from '../describe/correction.js';
import type {FigureDescription} from '../describe/figure.js';
import type {Context, Part, Parts} from '../describe/parts.js';
import {parseSection, type RawFeed} from '../feed/section.js';
import {correctionOf, corrections, isRecent, type Correction} from '../feed/sections/corrections.js';
import type {Figure} from '../feed/sections/figures.js';

/* What a reader must know beside a figure: whether it is old, its note, and its corrections. */

const SPACE: Part = {text: ' ', lang: ''};

/** The newest correction of a figure that is still shown; of a figure that the feed lacks, the one that withdrew it. */
export const findCorrection = (
  raw: RawFeed,
  figure: Figure | undefined,
  id: string | undefined,
  today: string,
): Correction | undefined => {
  let found: Correction | undefined;
  try {
    found = correctionOf(parseSection(raw, corrections), figure?.id ?? id);
  } catch {
    // A section stands alone: the number is right where this one has an issue.
  }
  // A figure that is published again is not withdrawn.
  if (found && figure) return isRecent(found, today) ? {...found, retracted: false} : undefined;
  return found?.retracted ? found : undefined;
};

/** A remark, and the `part` of its paragraph. */
export type Remark = readonly [part: string, parts: Parts];

/** These remarks. Without a description the figure was withdrawn. */
export const remarksOf = (
  figure: FigureDescription | undefined,
  correction: Correction | undefined,
  context: Context,
): Remark[] => {
  const {status, staleness, note} = figure ?? ({} as Partial<FigureDescription>);
  const remarks: Remark[] = [];
  if (status) remarks.push([`status ${staleness!}`, note ? [status, SPACE, note] : [status]]);
  else if (note) remarks.push(['note', [note]]);
  if (correction) remarks.push([figure ? 'correction' : 'status correction', describeCorrection(correction, context)]);
  return remarks;
};
