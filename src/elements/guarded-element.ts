import {
  adoptStyles,
  ReactiveElement,
  supportsAdoptingStyleSheets,
  type PropertyDeclarations,
} from '@lit/reactive-element';
import {likeAttribute, withoutPrototypes} from './properties.js';

/**
 * An element that throws nothing into the page, whatever the page or an extension has done to it, and whose properties
 * behave as attributes do.
 */
export abstract class GuardedElement extends ReactiveElement {
  /** The tag that `define` registers. */
  static readonly tag: string;
  static override properties: PropertyDeclarations = {};

  /**
   * Registers the element, unless the page has its tag already. Does nothing in browsers without constructable style
   * sheets (before 2023): the fallback content stays.
   */
  static define(registry = customElements) {
    if (supportsAdoptingStyleSheets && !registry.get(this.tag))
      registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  protected static override finalize() {
    if (Object.hasOwn(this, 'finalized')) return;
    const own = Object.hasOwn(this, 'properties') ? this.properties : {};
    this.properties = withoutPrototypes(own);
    super.finalize();
    for (const name of Object.keys(own)) likeAttribute(this.prototype, name, own[name]!);
  }

  #hasFailed = false;

  /** Called when the element enters the page. */
  protected onConnect() {}

  /** Called when the element leaves the page. */
  protected onDisconnect() {}

  /** Shows the fallback content. */
  protected abstract showFallback(): void;

  /** Says that the fallback content stays because of an error. */
  protected abstract fail(error: unknown): void;

  override connectedCallback() {
    this.guard(() => {
      super.connectedCallback();
      this.onConnect();
      this.requestUpdate();
    });
  }

  override disconnectedCallback() {
    this.guard(() => {
      super.disconnectedCallback();
      this.onDisconnect();
    });
  }

  protected override willUpdate() {
    const root = this.renderRoot as ShadowRoot;
    // In another document an element loses its style sheets, and may not have them. When it is back, it has them again.
    if (!root.adoptedStyleSheets.length) adoptStyles(root, (this.constructor as typeof GuardedElement).elementStyles);
  }

  protected override performUpdate() {
    this.guard(() => {
      super.performUpdate();
      this.#hasFailed = false;
    });
  }

  /** Does what may throw: then the fallback content is shown, and `error` is fired. */
  protected guard(work: () => void) {
    try {
      work();
    } catch (error) {
      // The page or an extension may have changed our nodes: try once more, in new ones.
      const isFirst = !this.#hasFailed;
      this.#hasFailed = true;
      try {
        this.showFallback();
        if (this.isConnected && isFirst) this.requestUpdate();
        else this.fail(error);
      } catch {
        // There is nothing left to show it in.
      }
    }
  }
}
