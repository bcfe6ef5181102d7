import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {localeFor} from './language.js';
import {locales, speak, voiceAtHand, voiceOf, type Voice} from './localize.js';

const controllers = new Set<LocaleController>();
const watched = new WeakSet<Node>();

/** Follows every `lang` of the root that an element stands in, and of those around it. */
const watch = (element: Element) => {
  const root = element.getRootNode();
  if ((root as ShadowRoot).host) watch((root as ShadowRoot).host);
  if (watched.has(root)) return;
  watched.add(root);
  const observer = new MutationObserver(() => controllers.forEach((controller) => controller.hostConnected()));
  observer.observe(root, {subtree: true, attributeFilter: ['lang']});
};

/** Keeps its host in the language of the place where it stands. */
export class LocaleController implements ReactiveController {
  /** The locale in use; undefined until it is there. */
  voice?: Voice;
  /** Resolves when the wanted locale, or English in its stead, is there. */
  settled?: Promise<void>;
  #wanted?: string;
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    controllers.add(this);
    watch(this.#host);
    const wanted = localeFor(this.#host, locales());
    if (wanted !== this.#wanted) this.settled = this.#load((this.#wanted = wanted));
  }

  hostDisconnected() {
    controllers.delete(this);
  }

  hostUpdate() {
    if (this.voice) speak(this.voice);
  }

  async #load(wanted: string) {
    // At hand, it is there before the host is first rendered.
    const voice = voiceAtHand(wanted) ?? (await voiceOf(wanted));
    if (wanted !== this.#wanted) return;
    this.voice = voice;
    this.#host.requestUpdate();
  }
}
