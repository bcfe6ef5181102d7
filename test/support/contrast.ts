/* Colours as a reader sees them, and their contrast. */

/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;

/** A colour in any notation that the engine computes: `rgb()`, `color(srgb …)`, `lch()`. */
const parse = (colour: string): Colour => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data as unknown as Colour;
  return [red, green, blue, alpha / 255];
};

const over = ([red, green, blue, alpha]: Colour, below: Colour): Colour => {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
};

/** The element around a node, through shadow roots and slots. */
const around = (node: Node): Element | undefined => {
  const parent = (node as Element).assignedSlot ?? node.parentNode;
  return (parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined) as Element;
};

/** The colour that a box is painted on. The page itself is white. */
const backgroundOf = (element: Element | undefined): Colour =>
  element ? over(parse(getComputedStyle(element).backgroundColor), backgroundOf(around(element))) : [255, 255, 255, 1];

const opacityOf = (element: Element | undefined): number =>
  element ? Number(getComputedStyle(element).opacity) * opacityOf(around(element)) : 1;

const luminance = (colour: Colour) => {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast (WCAG 2) of two colours. */
const contrast = (...colours: readonly [Colour, Colour]) => {
  const [dark, light] = colours.map(luminance).sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** The contrast of two opaque colours in any notation. */
export const contrastBetween = (one: string, other: string) => contrast(parse(one), parse(other));

/** The contrast (WCAG 2) of a property's colour with what is behind the element, or behind what is `around` it. */
export const contrastOf = (element: Element, property: 'color' | 'outlineColor' = 'color'): number => {
  const behind = backgroundOf(property === 'color' ? element : around(element));
  const [red, green, blue, alpha] = parse(getComputedStyle(element)[property]);
  return contrast(over([red, green, blue, alpha * opacityOf(element)], behind), behind);
};

/** Every element in a shadow root that has text of its own and is painted. */
export const withText = (host: Element): Element[] =>
  [...host.shadowRoot!.querySelectorAll('*')].filter(
    (element) =>
      element.localName !== 'style' &&
      element.getClientRects().length > 0 &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim()),
  );
