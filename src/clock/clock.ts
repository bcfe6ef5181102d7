import type {ReactiveController, ReactiveControllerHost} from 'lit';

const clocks = new Map<Element, ClockController>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout>;
let step = Infinity;
let pausedAt = 0;

/** Sets the page's one timer to the next full second or minute that somebody on screen waits for, or not at all. */
const arm = () => {
  clearTimeout(timer);
  step = Infinity;
  if (!document.hidden && !pausedAt) clocks.forEach((clock) => clock.seen && (step = Math.min(step, clock.step)));
  if (step < Infinity) timer = setTimeout(tick, step - (Date.now() % step));
};

/** Tells whoever is on screen and shows another second or minute than this one, however much time has passed. */
const tick = () => {
  const now = Date.now();
  clocks.forEach(({tick, seen, step, shown}) => {
    if (seen && Math.floor(now / step) !== Math.floor(shown / step)) tick();
  });
  arm();
};

const start = () => {
  document.addEventListener('visibilitychange', tick);
  // A machine that slept, or whose clock was set, may have kept its pages visible: its reader comes back to one.
  addEventListener('focus', tick);
  return new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries) {
      const clock = clocks.get(target);
      if (clock) clock.seen = isIntersecting;
    }
    tick();
  });
};

/**
 * Renders its host anew as time goes by, while a reader can see it. All of a page share one timer, and one pause:
 * whom seconds that change disturb stops them everywhere at once.
 */
export class ClockController implements ReactiveController {
  /** Milliseconds from one tick to the next that the host needs: SECOND, MINUTE, or Infinity. */
  step = Infinity;
  /** Whether the host is on screen. */
  seen = false;
  /** The instant that the host shows. */
  shown = 0;

  constructor(
    readonly host: ReactiveControllerHost & Element,
    /** What the host does as time goes by: it is rendered, unless it knows how to do with less. */
    readonly tick = () => host.requestUpdate(),
  ) {
    host.addController(this);
  }

  /** The instant to show: it stands while the clock is paused. */
  now() {
    return (this.shown = pausedAt || Date.now());
  }

  /** Whether the page's clock stands. */
  get paused() {
    return !!pausedAt;
  }

  set paused(value) {
    pausedAt = value ? Date.now() : 0;
    clocks.forEach(({host}) => host.requestUpdate());
    arm();
  }

  hostConnected() {
    clocks.set(this.host, this);
    (observer ??= start()).observe(this.host);
  }

  hostUpdated() {
    if (this.seen && this.step < step) arm();
  }

  hostDisconnected() {
    observer!.unobserve(this.host);
    clocks.delete(this.host);
    this.seen = false;
    if (!clocks.size) arm();
  }
}
