// Writes src/shapes/: land and borders of each view of the map, projected, as SVG paths. The source is Natural Earth.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {geoAzimuthalEqualArea, geoEqualEarth, geoPath} from 'd3-geo';
import {feature, mesh} from 'topojson-client';
import {presimplify, simplify, sphericalTriangleArea} from 'topojson-simplify';

const load = createRequire(import.meta.url);
const out = new URL('../src/shapes/', import.meta.url);

/** Units of the paths across each view. */
const WIDTH = 2000;

/**
 * What each view shows: the projection with its centre and scale, in units of the sphere's radius; `tolerance` is the
 * area in units below which a corner is dropped, `island` that of the smallest island.
 */
const VIEWS = {
  europe: {projection: geoAzimuthalEqualArea(), center: [17, 52.5], span: 0.8, aspect: 4 / 3, tolerance: 2, island: 5},
  world: {projection: geoEqualEarth(), center: [11, 12], span: 5.42, aspect: 2.2, tolerance: 3.5, island: 5},
};

/**
 * Borders that are not drawn, since states or the United Nations dispute them: each a pair of countries as Natural Earth
 * names them, and where they share another border, the part (west, south, east, north) that is left out.
 */
const DISPUTED = [
  {pair: ['Russia', 'Ukraine'], part: [32, 45, 37, 46.6]},
  {pair: ['Serbia', 'Kosovo']},
  {pair: ['Cyprus', 'N. Cyprus']},
  {pair: ['Morocco', 'W. Sahara']},
  {pair: ['Somalia', 'Somaliland']},
  {pair: ['Israel', 'Palestine']},
  {pair: ['Israel', 'Syria']},
  {pair: ['India', 'Pakistan'], part: [73, 32, 81, 38]},
  {pair: ['India', 'China'], part: [73, 26, 98, 38]},
  {pair: ['Pakistan', 'China']},
  {pair: ['India', 'Siachen Glacier']},
  {pair: ['Pakistan', 'Siachen Glacier']},
  {pair: ['China', 'Siachen Glacier']},
];

/** The parts of a border between two countries that are drawn. */
const undisputed = (names, line) => {
  const parts = DISPUTED.filter(({pair}) => pair.every((name) => names.includes(name))).map(
    ({part: [west, south, east, north] = [-180, -90, 180, 90]}) =>
      ([x, y]) =>
        x > west && x < east && y > south && y < north,
  );
  const kept = [[]];
  for (const point of line)
    if (parts.some((isIn) => isIn(point))) kept.push([]);
    else kept.at(-1).push(point);
  return kept.filter(({length}) => length > 1);
};

/** @param {any} country */
const nameOf = ({properties}) => properties.name;

/** The area of a ring of points. */
const areaOf = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring.at(i - 1)[1] - y * ring.at(i - 1)[0], 0) / 2);

/** Draws a geometry with a projection: lists of whole points, each ring or line one list. */
const draw = (geometry, projection) => {
  const lines = [];
  const add = (x, y) => {
    const point = [Math.round(x), Math.round(y)];
    const last = lines.at(-1).at(-1);
    if (String(point) !== String(last)) lines.at(-1).push(point);
  };
  const context = {
    moveTo: (x, y) => void (lines.push([]), add(x, y)),
    lineTo: add,
    closePath: () => {},
    beginPath: () => {},
    arc: () => {},
  };
  geoPath(projection, /** @type {any} */ (context))(geometry);
  return lines;
};

/** The shortest path data for lines of whole points: each number is separated only where it must be. */
const pathOf = (lines, end) =>
  lines
    .map((line) =>
      line
        .map(([x, y], i) => {
          const [fromX, fromY] = line[i - 1] ?? [0, 0];
          const [dx, dy] = [x - fromX, y - fromY];
          return `${i ? (i > 1 && dx >= 0 ? ' ' : i > 1 ? '' : 'l') : 'M'}${dx}${dy < 0 ? '' : ' '}${dy}`;
        })
        .join(''),
    )
    .map((path) => path + end)
    .join('');

const shapesOf = (name, {projection, center, span, aspect, tolerance, island}) => {
  const height = Math.round(WIDTH / aspect);
  const scale = Math.round((WIDTH / span) * 10) / 10;
  const middle = [WIDTH / 2, height / 2];
  projection.rotate([-center[0], 0]).scale(scale).precision(0).translate(middle);
  // Only an azimuthal projection may be turned to the north or south: others would be skewed.
  if (name === 'europe') projection.rotate([-center[0], -center[1]]);
  else projection.translate([middle[0], 2 * middle[1] - projection(center)[1]]);
  projection.clipExtent([
    [0, 0],
    [WIDTH, height],
  ]);
  const atlas = load('world-atlas/countries-50m.json');
  // An area on the sphere in units of the map.
  const topology = simplify(presimplify(atlas, sphericalTriangleArea), tolerance / scale ** 2);
  const {countries, land} = topology.objects;
  const rings = (geometry) => draw(geometry, projection).filter((ring) => ring.length > 2 && areaOf(ring) >= island);
  const pairs = new Map();
  mesh(topology, countries, (a, b) => {
    if (a !== b) {
      const key = [a, b].map(nameOf).sort().join('|');
      if (!pairs.has(key)) pairs.set(key, (c, d) => (c === a && d === b) || (c === b && d === a));
    }
    return false;
  });
  const borders = [...pairs].flatMap(([key, filter]) =>
    mesh(topology, countries, filter).coordinates.flatMap((line) => undisputed(key.split('|'), line)),
  );
  const belarus = countries.geometries.find((country) => nameOf(country) === 'Belarus');
  return {
    tag: `map-${name}`,
    width: WIDTH,
    height,
    scale,
    center,
    origin: projection.translate().map((unit) => Math.round(unit * 10) / 10),
    land: pathOf(rings(feature(topology, land)), 'z'),
    borders: pathOf(
      draw({type: 'MultiLineString', coordinates: borders}, projection).filter((line) => line.length > 1),
      '',
    ),
    belarus: pathOf(rings(feature(topology, belarus)), 'z'),
  };
};

const HEAD = '// Generated from Natural Earth (world-atlas) by scripts/shapes.mjs.\n';
const write = (file, code) => writeFileSync(new URL(file, out), HEAD + code);
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
for (const [name, view] of Object.entries(VIEWS))
  write(`map-${name}.ts`, `export const shapes = ${JSON.stringify(shapesOf(name, view))};\n`);
write(
  'index.ts',
  `
/** The shapes of each view of the map, each a chunk of its own, by the name of its file. */
export const shapeLoaders: Readonly<Record<string, () => Promise<{readonly tag: string}>>> = {
${Object.keys(VIEWS)
  .map((name) => `  'map-${name}': async () => (await import('./map-${name}.js')).shapes,\n`)
  .join('')}};
`,
);
