/*
 * Lit for pages that are not ours, and for few bytes. In the place of its base class stands src/lit/lit.ts. lit-html
 * loses its globals, and what no template of ours has: directives; bindings in tags, comments and raw text; SVG and
 * MathML templates; iterables that are no arrays; options of listeners; older engines. It is cut from its readable
 * development sources, so that each cut can be read; one that finds no place stops the build. The browser tests run on
 * what is left.
 */
import {fileURLToPath} from 'node:url';

const BASE = fileURLToPath(new URL('../src/lit/lit.ts', import.meta.url));
/** `?small` keeps it apart from the one that tests and stories may use for themselves. */
const LIT_HTML = `${fileURLToPath(new URL('../development/lit-html.js', import.meta.resolve('lit-html')))}?small`;

/** A member of a class. */
const member = (name) =>
  new RegExp(
    `\\n {4}(?:static |get )?${name.replace('$', '\\$')}\\([^)]*\\) \\{(?: \\}|\\n[^]*?\\n {4}\\})(?=\\n)`,
    'g',
  );

/** An `else` with its condition, and all of its block. */
const otherwise = (condition) => new RegExp(`\\n( *)else if \\(${condition}\\) \\{\\n[^]*?\\n\\1\\}(?=\\n)`, 'g');

const CUTS = [
  // What it says to the page, or asks of it.
  [/const (DEV_MODE|ENABLE_EXTRA_SECURITY_HOOKS|ENABLE_SHADYDOM_NOPATCH) = true/g, 'const $1 = false'],
  [/\(global\.litHtmlVersions[^;]*;/, ''],
  [/const polyfillSupport = [^]*?\npolyfillSupport[^\n]*/, ''],
  [/const wrap = [^]*?;\n/, ''],
  [/\bwrap\(/g, '('],
  // What learns of being disconnected, or is asked from outside.
  [/this\._\$disconnectableChildren = undefined;/g, ''],
  [/this\._\$notifyConnectionChanged.*;/g, ''],
  [/this\.__isConnected = .*;/g, ''],
  ...['get _$isConnected', 'setConnected', 'get tagName', 'get startNode', 'get endNode', 'get parentNode'].map(
    (name) => [member(name), ''],
  ),
  [/this\.type = .*;/g, ''],
  [/this\._\$parent = .*;/g, ''],
  [/\n {4}constructor\((.*)\) \{\s*super\((?:\.\.\.arguments|\1)\);\s*(?:if \(DEV_MODE[^]*?\n {8}\}\n {4})?\}/g, ''],
  [/export const _\$LH = \{[^]*?\n\};/, ''],
  // An array that grows keeps room for sixteen.
  [/this\._\$parts = \[\];/, 'this._$parts = new Array(template.parts.length);'],
  [/this\._\$parts\.push\(part\);/, 'this._$parts[partIndex] = part;'],
  // Directives.
  [/function resolveDirective\([^]*?\n\}/, ''],
  [/= resolveDirective\(this, (\w+(?:\[[^\]]*\])?), .*\)/g, '= $1'],
  [/resolveDirective\(this, (\w+), .*\)/g, '$1'],
  [/if \((v|newListener) === noChange\) \{[^]*?\}/g, ''],
  // Templates of other kinds.
  [/type === SVG_RESULT \|\| type === MATHML_RESULT/, 'false'],
  [/type === SVG_RESULT \? '<\/?svg>' : type === MATHML_RESULT \? '<\/?math>' : ''/g, "''"],
  [/typeof type === 'number'\s*\? (.*)\s*: [^]*?;/, '$1;'],
  [/isIterable\(value\)/, 'isArray(value)'],
  [/else if \(value\.nodeType !== undefined\) \{[^]*?\n {8}\}\n/, ''],
  [/\(options\?\.creationScope \?\? d\)/, 'd'],
  // Bindings in tags, comments and raw text.
  [otherwise('templatePart.type === ELEMENT_PART'), ''],
  [otherwise('name.startsWith\\(marker\\)'), ''],
  [/\n( *)if \(rawTextElement\.test\(node\.tagName\)\) \{\n[^]*?\n\1\}(?=\n)/, ''],
  [/\n( *)if \(rawTextElement\.test\(match\[TAG_NAME\]\)\) \{\n[^]*?\n\1\}(?=\n)/, ''],
  [/rawTextEndRegex \?\? /, ''],
  [/rawTextEndRegex = undefined;/, ''],
  [/let rawTextEndRegex;/, ''],
  [/else \{\n *let i = -1;\n[^]*?\n {16}\}/, ''],
  [
    /if \(match\[COMMENT_START\] === '!--'\) \{[^]*?else if \((match\[TAG_NAME\])[^]*?\n {16}\}(?=\n {12}\})/,
    'regex = tagEndRegex;',
  ],
  [otherwise('regex === commentEndRegex \\|\\| regex === comment2EndRegex'), ''],
  [/\(\?:\(!--\|\\\/\[\^a-zA-Z\]\)\|\(\\\/\?\[a-zA-Z\]\[\^>\\s\]\*\)\|\(\\\/\?\$\)\)/, '\\/?[a-zA-Z][^>\\s]*'],
  // Options of rendering, and of listeners.
  [/options\?\.renderBefore \?\? (\w+)/g, '$1'],
  [
    /_\$setValue\(newListener[^]*?\n {4}\}\n {4}handleEvent[^]*?\n {4}\}\n/,
    `_$setValue(listener) {
        if (this._$committedValue === nothing) this.element.addEventListener(this.name, this);
        this._$committedValue = listener;
    }
    handleEvent(event) {
        this._$committedValue.call(this.options.host, event);
    }
`,
  ],
];

/** Where a module of src/ finds Lit; nothing for other names and modules. */
export const resolveLit = (name, from) => {
  if (name !== 'lit' || !from.includes('/src/') || from.includes('/node_modules/')) return undefined;
  return from.split('?')[0].endsWith('/src/lit/lit.ts') ? LIT_HTML : BASE;
};

/** Whether a module, by its path or address, is lit-html as pages get it. */
export const isLitHtml = (id) => id.endsWith('/lit-html/development/lit-html.js?small');

/** What of lit-html's code pages get. */
export const cutLit = (code) =>
  CUTS.reduce(
    (rest, [from, to]) => {
      const cut = rest.replace(from, to);
      if (cut === rest) throw new Error(`lit-html has no ${from}`);
      return cut;
    },
    code.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*\n/gm, ''),
  );
