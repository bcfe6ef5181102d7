import {appendTo, create, replaceContent} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Town} from '../feed/sections/towns.js';
import {clustersOf, rank, type Cluster, type Place} from './map-clusters.js';
import {addGestures} from './map-gestures.js';
import {Camera, MAX_ZOOM} from './map-camera.js';
import {project, type Shapes} from './map-projection.js';

/** What is said on a map. */
export interface MapLabels {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  /** How to use the keyboard. */
  readonly keys: string;
  /** Names a marker: the town, or how many there are and which. */
  ofTowns(towns: readonly Town[]): string;
  /** Writes a number. */
  ofNumber(n: number): string;
}

/** Pixels between markers: the size of one, and a little more. */
const APART = 30;
/** The width of a map that is not laid out. */
const USUAL_WIDTH = 320;
const STEP = 2;
/** How much the map is enlarged to show one town among its neighbours. */
const TOWN_ZOOM = 4;

const svg = (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]) => {
  const element = page.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  appendTo(element, ...children);
  return element;
};

/** Sets an attribute where that changes it: the styles of a hundred markers are looked up again otherwise. */
const setAttribute = (node: Element, name: string, value: string) => {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
};

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The map as a picture with a button for each town, or for towns that would overlap. One of the buttons is in the tab
 * order; arrow keys move between them. It moves without Lit: a drag would otherwise render the list of towns, too.
 */
export class MapView {
  readonly box: HTMLElement;
  readonly camera: Camera;
  readonly #places: readonly Place[];
  readonly #land: SVGElement;
  readonly #markers = create('div', {part: 'markers'});
  readonly #buttons: readonly HTMLButtonElement[];
  #nodes = new Map<string, HTMLElement>();
  #clusters: readonly Cluster[] = [];
  #width = 0;
  /** The town whose marker is in the tab order. */
  #active?: Town;
  #open: readonly Town[] = [];

  constructor(
    towns: readonly Town[],
    readonly shapes: Shapes,
    readonly labels: MapLabels,
    /** Called with the towns that a reader has chosen; with none to close. */
    readonly onOpen: (towns: readonly Town[]) => void,
    /** What an earlier map of the same shapes showed. */
    camera?: Camera,
  ) {
    const {width, height, land, borders, belarus} = shapes;
    this.camera = camera?.size === shapes ? camera : new Camera(shapes);
    this.#places = rank(
      towns
        .map((town) => ({town, ...toPoint(project(town, shapes))}))
        .filter(({x, y}) => x >= 0 && x <= width && y >= 0 && y <= height),
    );
    this.#land = svg(
      'svg',
      {viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      ...[land, belarus, borders].map((d) => svg('path', {d})),
    );
    const button = (id: string, label: string, sign: string, onClick: () => void) => {
      const node = create('button', {id, part: 'zoom', 'aria-label': label, title: label}, sign) as HTMLButtonElement;
      node.addEventListener('click', onClick);
      return node;
    };
    this.#buttons = [
      button('zoom-in', labels.zoomIn, '+', () => this.#zoom(STEP)),
      button('zoom-out', labels.zoomOut, '−', () => this.#zoom(1 / STEP)),
      button('whole', labels.whole, '', () => this.#zoom(0)),
    ];
    this.box = create(
      'div',
      {part: 'map'},
      this.#land,
      create('div', {part: 'zooms'}, ...this.#buttons),
      this.#markers,
      create('p', {part: 'keys', id: 'keys', 'aria-hidden': 'true'}, labels.keys),
    );
    this.box.addEventListener('keydown', (event) => this.#onKeydown(event));
    addGestures(this.box, {
      camera: this.camera,
      onMove: (isLive) => this.draw(isLive),
    });
  }

  /** Marks the towns that are open. */
  set open(towns: readonly Town[]) {
    this.#open = towns;
    this.draw();
  }

  /** Shows a town among its neighbours, if it is on the map. */
  goTo(id: string) {
    const place = this.#places.find(({town}) => town.id === id);
    if (place) this.camera.to(TOWN_ZOOM, place.x, place.y);
  }

  /** Draws what the camera shows; `isLive` without a transition. */
  draw(isLive = false) {
    const {camera} = this;
    const {zoom, left, top} = camera;
    const {style} = this.#land;
    this.box.part.toggle('live', isLive);
    style.transform = `translate(${(-100 * left) / camera.width}%, ${(-100 * top) / camera.height}%) scale(${zoom})`;
    style.strokeWidth = String(1 / zoom);
    const [zoomIn, zoomOut, whole] = this.#buttons;
    zoomIn!.ariaDisabled = String(zoom >= MAX_ZOOM);
    zoomOut!.ariaDisabled = whole!.ariaDisabled = String(zoom <= 1);
    this.#width = this.box.clientWidth;
    this.#clusters = clustersOf(this.#places, APART * this.#pixel);
    const shown = this.#clusters.filter(([first]) => camera.shareOf(first).every((share) => share >= 0 && share <= 1));
    const active = shown.find((cluster) => cluster.some(({town}) => town === this.#active)) ?? shown[0];
    const nodes = new Map<string, HTMLElement>();
    for (const cluster of shown) {
      const {id} = cluster[0].town;
      const node = this.#nodes.get(id) ?? this.#createMarker(id);
      this.#update(node, cluster, cluster === active);
      nodes.set(id, node);
    }
    this.#nodes.forEach((node, id) => {
      if (!nodes.has(id)) node.remove();
    });
    // Only where there are others: an element that is moved loses the focus.
    nodes.forEach((node, id) => {
      if (!this.#nodes.has(id)) appendTo(this.#markers, node);
    });
    this.#nodes = nodes;
  }

  /** Draws it for another width. */
  resize() {
    if (this.box.clientWidth !== this.#width) this.draw(true);
  }

  /** Units for a pixel. */
  get #pixel() {
    return this.camera.width / (this.#width || USUAL_WIDTH);
  }

  #clusterOf(id: string) {
    return this.#clusters.find(([first]) => first.town.id === id)!;
  }

  #createMarker(id: string) {
    const node = create('button', {
      id: `marker-${id}`,
      'aria-describedby': 'keys',
    });
    node.addEventListener('click', () => this.#choose(this.#clusterOf(id)));
    node.addEventListener('focus', () => {
      this.#nodes.forEach((other) => (other.tabIndex = other === node ? 0 : -1));
      this.#active = this.#clusterOf(id)[0].town;
    });
    return node;
  }

  #update(node: HTMLElement, cluster: Cluster, isActive: boolean) {
    const towns = cluster.map(({town}) => town);
    const label = this.labels.ofTowns(towns);
    const [across, down] = this.camera.shareOf(cluster[0]);
    const isRenamed = towns.some(({acts}) => acts.some(({what}) => what === 'renaming'));
    node.style.left = `${across * 100}%`;
    node.style.top = `${down * 100}%`;
    setAttribute(
      node,
      'part',
      `marker ${towns[1] ? 'cluster' : ''} ${isRenamed ? 'renamed' : ''} ${across > 0.5 ? 'end' : ''}`,
    );
    setAttribute(node, 'aria-expanded', String(towns.every((town) => this.#open.includes(town))));
    setAttribute(node, 'tabindex', isActive ? '0' : '-1');
    if (node.ariaLabel === label) return;
    node.ariaLabel = label;
    replaceContent(
      node,
      ...(towns[1] ? [this.labels.ofNumber(towns.length)] : []),
      create('span', {part: 'label'}, label),
    );
  }

  /** Opens a town. Of a cluster it shows the towns apart, or, where that cannot be, opens all. */
  #choose(cluster: Cluster) {
    const towns = cluster.map(({town}) => town);
    [this.#active] = towns;
    const [{x, y}] = cluster;
    const apart = Math.max(...cluster.map((place) => Math.hypot(place.x - x, place.y - y)));
    /** How much the map must be enlarged for the farthest of the towns to have a marker of its own. */
    const zoom = (this.camera.zoom * APART * this.#pixel) / apart;
    if (towns[1] && zoom < MAX_ZOOM) {
      this.camera.fit(cluster, Math.max(this.camera.zoom * STEP, zoom * 1.5));
      this.draw();
      this.#focus();
      return;
    }
    this.onOpen(towns.every((town) => this.#open.includes(town)) ? [] : towns);
  }

  /** Focuses the marker in the tab order; where no town is shown, the button that shows all. */
  #focus() {
    const marker = [...this.#nodes.values()].find(({tabIndex}) => !tabIndex);
    (marker ?? this.#buttons[2]!).focus({preventScroll: true});
  }

  #zoom(factor: number) {
    const {camera} = this;
    const active = this.#places.find(({town}) => town === this.#active);
    const share = active && camera.shareOf(active);
    const isShown = share?.every((part) => part >= 0 && part <= 1);
    if (factor) camera.by(factor, ...(isShown ? share! : []));
    else camera.to(1);
    this.draw();
  }

  #onKeydown(event: KeyboardEvent) {
    const {key, ctrlKey, metaKey, altKey} = event;
    if (ctrlKey || metaKey || altKey) return;
    const marker = [...this.#nodes].find(([, node]) => node === event.target);
    const direction = DIRECTIONS[key];
    if (key === '+' || key === '=') this.#zoom(STEP);
    else if (key === '-' || key === '_') this.#zoom(1 / STEP);
    else if (key === '0') this.#zoom(0);
    else if (key === 'Escape' && this.#open[0]) this.onOpen([]);
    else if (!direction || !this.#move(direction, marker && this.#clusterOf(marker[0]))) return;
    // It is no shortcut of the page, and does not scroll it.
    event.preventDefault();
    event.stopPropagation();
    if (marker) this.#focus();
  }

  /** From a marker to the nearest one in a direction; without one, moves the map. False where neither can be. */
  #move([right, down]: readonly [number, number], from?: Cluster) {
    let next: Cluster | undefined;
    let least = Infinity;
    if (from)
      for (const cluster of this.#clusters) {
        const [dx, dy] = [cluster[0].x - from[0].x, cluster[0].y - from[0].y];
        const ahead = dx * right + dy * down;
        const aside = Math.abs(dx * down + dy * right);
        // Within 60° of the direction; what is straight ahead is nearer.
        if (ahead > 0 && aside < ahead * 1.8 && ahead + 2 * aside < least) [next, least] = [cluster, ahead + 2 * aside];
      }
    if (next) {
      this.#active = next[0].town;
      const isShown = this.camera.shareOf(next[0]).every((share) => share > 0.05 && share < 0.95);
      if (!isShown) this.camera.to(this.camera.zoom, next[0].x, next[0].y);
    } else {
      const {left, top} = this.camera;
      this.camera.pan(right / 4, down / 4);
      if (left === this.camera.left && top === this.camera.top) return false;
    }
    this.draw();
    return true;
  }
}

const toPoint = ([x, y]: readonly [number, number]) => ({x, y});
