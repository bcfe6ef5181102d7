import type {Place} from './map-clusters.js';
import type {Shapes} from './map-projection.js';

/** The most that a map is enlarged. */
export const MAX_ZOOM = 32;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The part of the map that is shown: its middle in units, and how much it is enlarged. It never shows what is outside. */
export class Camera {
  zoom = 1;
  x = 0;
  y = 0;

  constructor(readonly size: Pick<Shapes, 'width' | 'height'>) {
    this.to(1);
  }

  /** Units across and down that are shown. */
  get width() {
    return this.size.width / this.zoom;
  }
  get height() {
    return this.size.height / this.zoom;
  }
  /** The left and the top edge, in units. */
  get left() {
    return this.x - this.width / 2;
  }
  get top() {
    return this.y - this.height / 2;
  }

  /** Shows a place in the middle, as near to it as the edges allow. */
  to(zoom: number, x = this.x, y = this.y) {
    this.zoom = clamp(zoom, 1, MAX_ZOOM);
    const {width, height} = this.size;
    this.x = clamp(x, this.width / 2, width - this.width / 2);
    this.y = clamp(y, this.height / 2, height - this.height / 2);
  }

  /** Enlarges by a factor; what is at a share of the width and height stays there. */
  by(factor: number, across = 0.5, down = 0.5) {
    const x = this.left + this.width * across;
    const y = this.top + this.height * down;
    const zoom = clamp(this.zoom * factor, 1, MAX_ZOOM);
    this.to(zoom, x + ((0.5 - across) * this.size.width) / zoom, y + ((0.5 - down) * this.size.height) / zoom);
  }

  /** Moves by shares of what is shown. */
  pan(across: number, down: number) {
    this.to(this.zoom, this.x + across * this.width, this.y + down * this.height);
  }

  /** Shows all places with a margin around them, enlarged at most `most` times. */
  fit(places: readonly Place[], most = MAX_ZOOM) {
    const [xs, ys] = [places.map(({x}) => x), places.map(({y}) => y)];
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const {width, height} = this.size;
    const zoom = 0.7 / Math.max((east - west) / width, (south - north) / height, 0.7 / most);
    this.to(zoom, (west + east) / 2, (north + south) / 2);
  }

  /** The share of the width and height at which a place is shown. */
  shareOf({x, y}: Place): [across: number, down: number] {
    return [(x - this.left) / this.width, (y - this.top) / this.height];
  }
}
