import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import {hostOf} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import {localesFor} from './language.js';
import {availableLocales, loadLocale} from './load-locale.js';
import type {Locale} from './locale-data.js';
import {english} from './localize.js';

const controllers = new Set<LocaleController>();
const observed = new WeakSet<Node>();

/** Observes every `lang` of the root that an element is in, and of the roots around it. */
const observe = (element: Element) => {
  const root = element.getRootNode();
  const host = hostOf(element);
  if (host) observe(host);
  if (observed.has(root)) return;
  observed.add(root);
  // The options inherit nothing: a page may have put others on `Object.prototype`.
  new MutationObserver(() => controllers.forEach((controller) => safely(() => controller.hostConnected()))).observe(
    root,
    {
      __proto__: null,
      subtree: true,
      attributeFilter: ['lang'],
    } as MutationObserverInit,
  );
};

/** Requests an update of every element in the page. */
export const updateAll = () => controllers.forEach(({host}) => host.requestUpdate());

/** Chooses the locale of its host by the place of the host, the reader's languages, and those of the feed's texts. */
export class LocaleController implements ReactiveController {
  /** Resolves when the locale last chosen is there, or English in its place; within four seconds. */
  settled?: Promise<void>;
  #candidates: readonly string[] = [];

  constructor(
    readonly host: ReactiveControllerHost & Element,
    readonly load = loadLocale,
  ) {
    host.addController(this);
  }

  hostConnected() {
    controllers.add(this);
    observe(this.host);
    const candidates = localesFor(this.host, availableLocales());
    if (String(candidates) === String(this.#candidates)) return;
    this.#candidates = candidates;
    // While the feed is under way: most often its texts have the first one.
    this.settled = this.load(candidates[0]!, updateAll).settled;
    this.host.requestUpdate();
  }

  hostDisconnected() {
    controllers.delete(this);
  }

  /**
   * The first of the host's locales that has words for all texts (`isComplete`), so that a card speaks one language;
   * English where none has. Undefined while it loads.
   */
  choose(isComplete: (tag: string) => boolean): Locale | undefined {
    const tag = this.#candidates.find(isComplete);
    if (!tag) return english;
    const {locale, settled} = this.load(tag, updateAll);
    this.settled = settled;
    return locale;
  }
}
