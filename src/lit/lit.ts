import {render, type PropertyDeclaration, type ReactiveController} from 'lit';

export {html, nothing} from 'lit';

/*
 * Lit's `css` and LitElement, as much of them as our elements use, in a quarter of the bytes: what vite.config.ts puts
 * in Lit's place in the scripts that pages load, and the browser tests, too. Names, and the order in which they are
 * called, are Lit's: elements are written for Lit, and run on Lit itself in a bundle.
 */

class Sheet {
  #sheet?: CSSStyleSheet;
  constructor(readonly text: string) {}

  get styleSheet() {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.text);
    return this.#sheet;
  }
}

/** Without values. */
export const css = ([text]: TemplateStringsArray) => new Sheet(text!);

/** Of a property's declaration are known: `attribute` (a name), `type` (Boolean, Number; else String) and `reflect`. */
type Declared = readonly [name: string, PropertyDeclaration];
type Properties = Readonly<Record<string, PropertyDeclaration>>;

/** The attributes of a class, with the properties that follow them: its own and inherited ones. */
const declare = (type: typeof LitElement): Map<string, Declared> => {
  const attributes = new Map<string, Declared>();
  for (let at = type; at !== LitElement; at = Object.getPrototypeOf(at) as typeof LitElement)
    for (const [name, declaration] of Object.entries(at.properties)) {
      const key = Symbol();
      const attribute = (declaration.attribute as string | undefined) ?? name;
      // A class without properties of its own has those above once more.
      if (attributes.has(attribute)) continue;
      attributes.set(attribute, [name, declaration]);
      Object.defineProperty(type.prototype, name, {
        get(this: Record<symbol, unknown>) {
          return this[key];
        },
        set(this: LitElement & Record<symbol, unknown>, value) {
          const old = this[key];
          this[key] = value;
          this.requestUpdate(name, old);
        },
      });
    }
  return attributes;
};

export abstract class LitElement extends HTMLElement {
  static styles: Sheet | readonly Sheet[] = [];
  static properties: Properties = {};
  static attributes: Map<string, Declared>;

  static get observedAttributes() {
    this.attributes = declare(this);
    return [...this.attributes.keys()];
  }

  readonly renderRoot = this.attachShadow({mode: 'open'});
  hasUpdated = false;
  isUpdatePending = false;
  readonly #controllers: ReactiveController[] = [];
  #changed?: Map<string, unknown>;
  /** The attribute that is being set to its property. */
  #reflecting?: string;
  #wake!: (value?: unknown) => void;
  #updated = new Promise((resolve) => (this.#wake = resolve));

  constructor() {
    super();
    const {attributes, styles} = this.constructor as typeof LitElement;
    this.renderRoot.adoptedStyleSheets = [styles].flat().map(({styleSheet}) => styleSheet);
    // Set before the element was one.
    for (const [name] of attributes.values())
      if (Object.hasOwn(this, name)) {
        const it = this as unknown as Record<string, unknown>;
        const value = it[name];
        Reflect.deleteProperty(it, name);
        it[name] = value;
      }
    this.requestUpdate();
  }

  protected abstract render(): unknown;
  protected willUpdate(_changed: Map<string, unknown>) {}
  protected updated(_changed: Map<string, unknown>) {}

  addController(controller: ReactiveController) {
    this.#controllers.push(controller);
  }

  connectedCallback() {
    this.#wake();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback() {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _old: string | null, value: string | null) {
    if (attribute === this.#reflecting) return;
    const [name, {type}] = (this.constructor as typeof LitElement).attributes.get(attribute)!;
    (this as Record<string, unknown>)[name] =
      type === Boolean ? value != null : type === Number && value != null ? Number(value) : value;
  }

  get updateComplete() {
    return this.getUpdateComplete();
  }

  protected getUpdateComplete(): Promise<unknown> {
    return this.#updated;
  }

  requestUpdate(name?: string, old?: unknown) {
    if (name !== undefined) {
      if (Object.is((this as Record<string, unknown>)[name], old)) return;
      this.#changed ??= new Map();
      if (!this.#changed.has(name)) this.#changed.set(name, old);
    }
    if (!this.isUpdatePending) this.#updated = this.#perform();
  }

  async #perform() {
    this.isUpdatePending = true;
    // What went wrong before has been said by the promise of its own.
    await this.#updated.catch(() => {});
    const changed = (this.#changed ??= new Map());
    try {
      this.willUpdate(changed);
      for (const controller of this.#controllers) controller.hostUpdate?.();
      this.update(changed);
    } catch (error) {
      this.#settle();
      throw error;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.hasUpdated = true;
    this.updated(changed);
    return !this.isUpdatePending;
  }

  /** What is changed from now on is for another update. */
  #settle() {
    this.#changed = undefined;
    this.isUpdatePending = false;
  }

  protected update(changed: Map<string, unknown>) {
    const content = this.render();
    if (changed.size) this.#reflect(changed);
    this.#settle();
    render(content, this.renderRoot, {host: this});
  }

  #reflect(changed: Map<string, unknown>) {
    for (const [attribute, [name, {reflect, type}]] of (this.constructor as typeof LitElement).attributes) {
      if (!reflect || !changed.has(name)) continue;
      const property = (this as Record<string, unknown>)[name];
      const value = type === Boolean ? (property ? '' : null) : ((property ?? null) as string | null);
      if (this.getAttribute(attribute) === value) continue;
      this.#reflecting = attribute;
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
      this.#reflecting = undefined;
    }
  }
}
