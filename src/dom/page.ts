/** Not `Document.prototype`: pages declare `var Document`. */
const prototypeOf = Object.getPrototypeOf as (object: object) => object;

const memberOf = (node: Node, name: PropertyKey): unknown => {
  const value: unknown = Reflect.get(prototypeOf(node), name, node);
  return typeof value === 'function' ? value.bind(node) : value;
};

export const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * The document, read through its prototypes: elements of the page that are named like a member
 * (`<img name="hidden">`, `<form name="body">`) do not replace it here. Its `createElement` makes elements of HTML also in
 * SVG and other XML. Nothing is read on import, so that Node can.
 */
export const page: Readonly<Document> = new Proxy({} as Readonly<Document>, {
  get: (_, name) =>
    name === 'createElement' ? (tag: string) => page.createElementNS(XHTML, tag) : memberOf(document, name),
});

/**
 * A node that may be any of the page's, such as a parent, read as `page` is: fields of a form that are named like its
 * members (`<input name="parentElement">`) do not replace them. What it returns are the nodes themselves.
 */
export const unclobbered = <T extends Node>(node: T) =>
  new Proxy({} as Readonly<T>, {get: (_, name) => memberOf(node, name)});

/**
 * The whole address of a feed, resolved against the page's; `#id` of an inline one stays. By an `<a>`, since pages replace
 * `URL` (`var URL = …`). An address that cannot be resolved is returned as it is, and fails when it is requested.
 */
export const resolveUrl = (url: string): string =>
  url[0] === '#' ? url : Object.assign(page.createElement('a'), {href: url}).href;

/** An attribute, also of a form whose fields are named like members of an element; null if there is none. */
export const attributeOf = (element: Element, name: string) =>
  (memberOf(element, 'getAttribute') as Element['getAttribute'])(name);

/** The host of the shadow root that an element is in; undefined in the document, where `<form name="host">` is no host. */
export const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  // Not by `instanceof`: pages declare `var Element`.
  return root.nodeType === 11 ? (root as ShadowRoot).host : undefined;
};
