import type {Town} from '../feed/sections/towns.js';

/** A town on the map. */
export interface Place {
  readonly town: Town;
  /** In units of the map. */
  readonly x: number;
  readonly y: number;
}

/** Towns that would overlap: they are drawn where the first of them is. */
export type Cluster = [Place, ...Place[]];

/** The order in which towns stand for others: those with most actions first, then by id, whatever the feed's order. */
export const rank = (places: readonly Place[]): Place[] =>
  [...places].sort(
    (a, b) => b.town.acts.length - a.town.acts.length || (a.town.id < b.town.id ? -1 : +(a.town.id > b.town.id)),
  );

/** More than a grid has. */
const ROWS = 1e6;

/**
 * Clusters of ranked towns whose first towns are at least a distance apart, each town in the nearest. The result depends
 * on the towns and the distance alone. A grid keeps it linear.
 */
export const clustersOf = (places: readonly Place[], distance: number): Cluster[] => {
  const clusters: Cluster[] = [];
  const grid = new Map<number, Cluster[]>();
  const keyOf = (column: number, row: number) => column * ROWS + row;
  for (const place of places) {
    const [column, row] = [Math.floor(place.x / distance), Math.floor(place.y / distance)];
    let nearest: Cluster | undefined;
    let least = distance ** 2;
    for (let i = -1; i < 2; i++)
      for (let j = -1; j < 2; j++)
        for (const cluster of grid.get(keyOf(column + i, row + j)) ?? []) {
          // Squares are enough to compare.
          const apart = (cluster[0].x - place.x) ** 2 + (cluster[0].y - place.y) ** 2;
          if (apart < least) [nearest, least] = [cluster, apart];
        }
    if (nearest) nearest.push(place);
    else {
      const cluster: Cluster = [place];
      clusters.push(cluster);
      const key = keyOf(column, row);
      grid.set(key, [...(grid.get(key) ?? []), cluster]);
    }
  }
  return clusters;
};
