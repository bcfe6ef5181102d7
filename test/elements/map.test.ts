import {expect} from '@open-wc/testing';
import {geoAzimuthalEqualArea, geoEqualEarth} from 'd3-geo';
import {Camera, MAX_ZOOM} from '../../src/elements/map-camera.js';
import {clustersOf, rank, type Place} from '../../src/elements/map-clusters.js';
import {project} from '../../src/elements/map-projection.js';
import {shapeLoaders} from '../../src/shapes/index.js';
import type {Shapes} from '../../src/elements/map-projection.js';

const PLACES = [
  [53.9, 27.57],
  [38.72, -9.14],
  [64.15, -21.94],
  [41.72, 44.79],
  [36, 0],
] as const;
const FAR = [...PLACES, [-33.87, 151.21], [42.36, -71.06], [64.5, -165.4], [-54.8, -68.3], [0, 179.9]] as const;

const shapesOf = async (view: string) => (await shapeLoaders[`map-${view}`]!()) as Shapes;

describe('the projection', () => {
  for (const [view, make, places] of [
    ['europe', geoAzimuthalEqualArea, PLACES],
    ['world', geoEqualEarth, FAR],
  ] as const)
    it(`of ${view} is that of d3-geo, with which the shapes were drawn`, async () => {
      const shapes = await shapesOf(view);
      const {scale, center, origin} = shapes;
      const [east, north] = center as [number, number];
      const d3 = make()
        .rotate([-east, view === 'europe' ? -north : 0])
        .scale(scale)
        .translate(origin as [number, number]);
      for (const [latitude, longitude] of places) {
        const [x, y] = project({latitude, longitude}, shapes);
        const [x3, y3] = d3([longitude, latitude])!;
        expect(Math.hypot(x - x3, y - y3), `${latitude} ${longitude}`).to.be.below(0.01);
      }
    });

  for (const view of ['europe', 'world'])
    it(`puts Minsk inside of Belarus, and Warsaw outside, in ${view}`, async () => {
      const shapes = await shapesOf(view);
      const belarus = new Path2D(shapes.belarus);
      const context = document.createElement('canvas').getContext('2d')!;
      const isIn = (latitude: number, longitude: number) =>
        context.isPointInPath(belarus, ...project({latitude, longitude}, shapes));
      expect(isIn(53.9, 27.57)).to.equal(true);
      expect(isIn(52.23, 21.01)).to.equal(false);
      expect(isIn(54.69, 25.28)).to.equal(false);
    });

  it('draws no border between Crimea and the rest of Ukraine', async () => {
    const shapes = await shapesOf('europe');
    const context = document.createElement('canvas').getContext('2d')!;
    context.lineWidth = 6;
    const isOn = (path: string, latitude: number, longitude: number) =>
      context.isPointInStroke(new Path2D(path), ...project({latitude, longitude}, shapes));
    for (let longitude = 33.4; longitude < 34.9; longitude += 0.05)
      for (let latitude = 45.8; latitude < 46.3; latitude += 0.05)
        expect(isOn(shapes.borders, latitude, longitude)).to.equal(false);
    // The border of Belarus and Poland is one.
    expect(isOn(shapes.borders, 52.08, 23.65)).to.equal(true);
  });
});

const place = (id: string, x: number, y: number, acts = 0): Place => ({
  town: {id, name: id, country: 'PL', latitude: 0, longitude: 0, acts: Array.from({length: acts}, () => ({})) as never},
  x,
  y,
});
const ids = (places: readonly Place[], distance: number) =>
  clustersOf(rank(places), distance).map((cluster) => cluster.map(({town}) => town.id).join(' '));

describe('clusters', () => {
  const places = [place('c', 0, 0), place('a', 10, 0), place('b', 19, 0, 2), place('d', 100, 100)];

  it('hold the towns that are nearer than a distance to the one with most actions, then the first by id', () => {
    expect(ids(places, 15)).to.deep.equal(['b a', 'c', 'd']);
    expect(ids(places, 5)).to.deep.equal(['b', 'a', 'c', 'd']);
    expect(ids(places, 500)).to.deep.equal(['b a c d']);
  });

  it('are the same in whatever order the towns are', () => {
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ])
      expect(
        ids(
          order.map((i) => places[i]!),
          15,
        ),
      ).to.deep.equal(['b a', 'c', 'd']);
  });

  it('hold towns at one place', () => {
    expect(ids([place('a', 1, 1), place('b', 1, 1)], 0.001)).to.deep.equal(['a b']);
  });

  it('never overlap, and lose no town, among thousands', () => {
    const many = Array.from({length: 3000}, (_, i) => place(`t${i}`, (i * 7919) % 1000, (i * 104_729) % 777));
    const clusters = clustersOf(rank(many), 30);
    expect(clusters.flat()).to.have.length(3000);
    const firsts = clusters.map(([first]) => first);
    let nearest = Infinity;
    firsts.forEach((one, i) => {
      for (const other of firsts.slice(i + 1))
        nearest = Math.min(nearest, Math.hypot(one.x - other.x, one.y - other.y));
    });
    expect(nearest).to.be.at.least(30);
  });
});

describe('the camera', () => {
  const camera = () => new Camera({width: 2000, height: 1500});
  const stateOf = ({zoom, x, y}: Camera) => [zoom, x, y];

  it('shows the whole, and never what is outside', () => {
    const own = camera();
    expect(stateOf(own)).to.deep.equal([1, 1000, 750]);
    own.pan(3, -3);
    expect(stateOf(own)).to.deep.equal([1, 1000, 750]);
    own.to(2, 0, 9999);
    expect(stateOf(own)).to.deep.equal([2, 500, 1125]);
    own.to(1000);
    expect(own.zoom).to.equal(MAX_ZOOM);
    own.to(0);
    expect(stateOf(own)).to.deep.equal([1, 1000, 750]);
  });

  it('keeps what is under the pointer where it is', () => {
    const own = camera();
    const under = place('a', own.left + 0.3 * own.width, own.top + 0.6 * own.height);
    own.by(2, 0.3, 0.6);
    const [across, down] = own.shareOf(under);
    expect([across, down].map((share) => Math.round(share * 1000))).to.deep.equal([300, 600]);
  });

  it('shows all of some places, one of them nearer than a limit', () => {
    const own = camera();
    own.fit([place('a', 600, 600), place('b', 800, 700)]);
    for (const one of [place('a', 600, 600), place('b', 800, 700)])
      for (const share of own.shareOf(one)) expect(share).to.be.within(0, 1);
    expect(own.zoom).to.be.above(5);
    own.fit([place('a', 600, 600)], 4);
    expect(own.zoom).to.equal(4);
  });
});
