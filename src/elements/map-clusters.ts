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
  [...places].sort((a, b) => b.town.acts.length - a.town.acts.length || (a.town.id < b.town.id ? -1 : 1));

/**
 * Clusters of ranked towns whose first towns are at least a distance apart, each town in the nearest. The result depends
 * on the towns and the distance alone. A grid keeps it linear.
 */
export const clustersOf = (places: readonly Place[], distance: number): Cluster[] => {
  const clusters: Cluster[] = [];
  const grid = new Map<string, Cluster[]>();
  for (const place of places) {
    const [column, row] = [Math.floor(place.x / distance), Math.floor(place.y / distance)];
    let nearest: Cluster | undefined;
    let least = distance;
    for (let i = -1; i < 2; i++)
      for (let j = -1; j < 2; j++)
        for (const cluster of grid.get(`${column + i} ${row + j}`) ?? []) {
          const apart = Math.hypot(cluster[0].x - place.x, cluster[0].y - place.y);
          if (apart < least) [nearest, least] = [cluster, apart];
        }
    if (nearest) nearest.push(place);
    else {
      const cluster: Cluster = [place];
      clusters.push(cluster);
      const key = `${column} ${row}`;
      grid.set(key, [...(grid.get(key) ?? []), cluster]);
    }
  }
  return clusters;
};
