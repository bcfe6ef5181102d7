import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import {onReturn} from '../dom/on-return.js';
import {hostOf, page} from '../dom/page.js';
import {MINUTE, SECOND} from './units.js';

/** An element that shows a time. */
interface ClockHost extends ReactiveControllerHost, Element {
  /** The time to show instead of the current one, in milliseconds since 1970. */
  readonly now?: number;
}

const clocks = new Map<Element, ClockController>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout>;
let armed = Infinity;
let pausedAt = 0;

/** The step of a clock now: a page that is paused has no moving seconds, but its minutes and days go on. */
const stepOf = ({step}: ClockController) => (pausedAt && step === SECOND ? MINUTE : step);

/** Whether a clock is to tick: one with a time of its own stands still. */
const isDue = ({visible, always, host}: ClockController) => (visible || always) && !host.now;

/** Sets the page's one timer to the next full step that a clock waits for, or not at all. */
const arm = () => {
  clearTimeout(timer);
  armed = Infinity;
  if (page.hidden) return;
  clocks.forEach((clock) => isDue(clock) && (armed = Math.min(armed, stepOf(clock))));
  if (armed < Infinity) timer = setTimeout(tick, armed - (Date.now() % armed));
};

/** Updates what is on screen and shows another step than this one, however much time has passed. */
const tick = () => {
  const now = Date.now();
  clocks.forEach((clock) => {
    const step = stepOf(clock);
    if (isDue(clock) && Math.floor(now / step) !== Math.floor(clock.shown / step)) clock.tick();
  });
  arm();
};

const observe = () => {
  onReturn(tick);
  // What is printed is off screen, too, where clocks do not tick.
  addEventListener('beforeprint', () => clocks.forEach((clock) => clock.tick()));
  return new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries) {
      const clock = clocks.get(target) ?? clocks.get(hostOf(target)!);
      if (clock) clock.visible = isIntersecting;
    }
    tick();
  });
};

/**
 * Updates its host as time passes. All clocks of a page share one timer, which stands while the page is hidden, and one
 * pause: pausing one countdown pauses all (WCAG 2.2.2).
 */
export class ClockController implements ReactiveController {
  /** Milliseconds between the ticks that the host needs: SECOND or MINUTE. */
  step = MINUTE;
  /** Whether the host is on screen. */
  visible = false;
  /** Whether the host needs its ticks off screen, too. */
  always = false;
  /** The instant that the host shows. */
  shown = 0;
  /** What is observed. */
  #target?: Element;

  constructor(
    readonly host: ClockHost,
    /** Called when a step has passed. */
    readonly tick = () => host.requestUpdate(),
  ) {
    host.addController(this);
  }

  /** The host's time, in milliseconds since 1970. */
  get time() {
    return this.host.now || Date.now();
  }

  /** The same; the host shows it. */
  now() {
    return (this.shown = this.time);
  }

  /** When the reader paused what moves; 0 while nothing is paused. */
  get pausedAt() {
    return pausedAt;
  }

  /** Pauses the seconds of all hosts of the page, or lets them go on. */
  togglePause() {
    pausedAt = pausedAt ? 0 : Date.now();
    clocks.forEach(({host, step}) => step === SECOND && host.requestUpdate());
    arm();
  }

  hostConnected() {
    clocks.set(this.host, this);
    observer ??= observe();
    this.#observe();
  }

  hostUpdated() {
    this.#observe();
    if (isDue(this) && stepOf(this) < armed) arm();
  }

  hostDisconnected() {
    this.#unobserve();
    this.visible = false;
    clocks.delete(this.host);
    if (!clocks.size) arm();
  }

  /** Observes what the host shows: the host itself may have no box (`display: contents`). */
  #observe() {
    const target = this.host.shadowRoot?.querySelector('[part~=base]') ?? this.host;
    if (target === this.#target) return;
    this.#unobserve();
    observer?.observe((this.#target = target));
  }

  #unobserve() {
    if (this.#target) observer?.unobserve(this.#target);
    this.#target = undefined;
  }
}
