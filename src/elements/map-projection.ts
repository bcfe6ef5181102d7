import type {Town} from '../feed/sections/towns.js';

/** What the build has drawn for a view of the map (`scripts/shapes.mjs`), and how it was projected. */
export interface Shapes {
  /** The name of the file. */
  readonly tag: string;
  /** Units across and down. */
  readonly width: number;
  readonly height: number;
  /** Units for the radius of the earth. */
  readonly scale: number;
  /** Degrees of the place in the middle. */
  readonly center: readonly number[];
  /** Where the projection has its zero, in units. */
  readonly origin: readonly number[];
  /** SVG path data. */
  readonly land: string;
  readonly borders: string;
  readonly belarus: string;
}

const RADIAN = Math.PI / 180;

/** Lambert's azimuthal equal-area projection. */
const azimuthal = (longitude: number, latitude: number, middle: number): [number, number] => {
  const [sin, cos, sin0, cos0] = [Math.sin(latitude), Math.cos(latitude), Math.sin(middle), Math.cos(middle)];
  const k = Math.sqrt(2 / (1 + sin0 * sin + cos0 * cos * Math.cos(longitude)));
  return [k * cos * Math.sin(longitude), k * (cos0 * sin - sin0 * cos * Math.cos(longitude))];
};

/** The Equal Earth projection of Šavrič, Patterson and Jenny. */
const equalEarth = (longitude: number, latitude: number): [number, number] => {
  const [a, b, c, d] = [1.340264, -0.081106, 0.000893, 0.003796];
  const t = Math.asin((Math.sqrt(3) / 2) * Math.sin(latitude));
  const [t2, t6] = [t ** 2, t ** 6];
  return [
    (longitude * Math.cos(t)) / ((Math.sqrt(3) / 2) * (a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2))),
    t * (a + b * t2 + t6 * (c + d * t2)),
  ];
};

/** Where a town is, in units of the map. */
export const project = (
  {latitude, longitude}: Pick<Town, 'latitude' | 'longitude'>,
  {tag, center: [east, north] = [0, 0], scale, origin: [x0, y0] = [0, 0]}: Shapes,
): [x: number, y: number] => {
  const turned = ((longitude - east! + 540) % 360) - 180;
  const project = tag === 'map-world' ? equalEarth : azimuthal;
  const [x, y] = project(turned * RADIAN, latitude * RADIAN, north! * RADIAN);
  return [x0! + scale * x, y0! - scale * y];
};
