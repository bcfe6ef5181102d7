import HEIGHTS from './heights.json' with {type: 'json'};

/** The attributes by which the measured variants of an element differ. */
const MEASURED = ['variant', 'trend', 'change', 'compare', 'person'];

/** `variant="badge"`, `trend`, … as heights.json has them. */
const variantOf = (attributes: Readonly<Record<string, string | undefined>>) =>
  MEASURED.filter((name) => attributes[name] !== undefined)
    .map((name) => (name === 'variant' ? `variant="${attributes[name]}"` : name))
    .join(' ');

/**
 * The heights in CSS pixels to reserve for an element (`counter`) with these attributes, in columns of 320 and of 640 px:
 * those of its tallest language and state. Undefined where they were not measured.
 */
export const heightsOf = (
  element: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): {readonly 320: number; readonly 640: number} | undefined =>
  HEIGHTS.find((one) => one.element === element && one.attributes === variantOf(attributes))?.heights;
