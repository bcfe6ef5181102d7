// Pages that name their elements like parts of the platform, or have changed the platform itself. Whatever they did:
// the number or the fallback content is visible, and the page notices nothing.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {libraries, library} from '../support/host-libraries.mjs';
import {feed} from '../support/page-feed.mjs';
import {site} from '../support/site.mjs';
import {ALL, COUNTER, EITHER, FALLBACK, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

const SCRIPTS = [SCRIPT, ALL];
const inline = (js) => `<script>${js}</script>`;
const fileName = (src) => src.slice(src.lastIndexOf('/') + 1);
const element = (name) => `<solidarity-${name}>${FALLBACK}</solidarity-${name}>`;
const ALL_FOUR = ['counter', 'countdown', 'banner', 'ways'].map(element).join('');
const shownOf = (number) => [number, /^(?!More).*days/, /Stand with us/, /Write a letter/];
/** All four elements, or the fallback of each. */
const EACH_OR_FALLBACK = [EITHER, /days|^More/, /Stand with us|^More/, /Write a letter|^More/];

/** Elements that are reachable by name as members of the document, or of the window. */
const named = {
  img: (name) => `<img name="${name}" id="${name}" src="data:,">`,
  'two img': (name) => `<img name="${name}" src="data:,"><img name="${name}" src="data:,">`,
  form: (name) => `<form name="${name}"></form>`,
  object: (name) => `<object name="${name}" id="${name}"></object>`,
  embed: (name) => `<embed name="${name}">`,
  iframe: (name) => `<iframe name="${name}" hidden></iframe>`,
};

/** What Lit itself calls on the document. */
const LIT = ['createComment', 'createElement', 'createTextNode', 'createTreeWalker'];

/** Globals that libraries look for, and that are not defined where they are not loaded. */
const UNDEFINED_GLOBALS = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litIssuedWarnings',
  'litPropertyMetadata',
  'litHtmlPolyfillSupport',
  'litElementPolyfillSupport',
  'reactiveElementPolyfillSupport',
  'litElementHydrateSupport',
  'ShadyDOM',
  'JSCompiler_renameProperty',
  'trustedTypes',
  'scheduler',
  'navigation',
  'requestIdleCallback',
  'process',
  'module',
  'exports',
  'define',
  'require',
  'global',
  'configure',
  'solidarity',
  'feedStore',
  // Members of a shadow root, which the document lacks.
  'host',
  'mode',
  'delegatesFocus',
  'slotAssignment',
  'clonable',
  'serializable',
  'innerHTML',
];

/** Globals that a page may declare for itself, and without which everything works. */
const HARMLESS =
  'URL Node Text Comment Range Option Image status name self parent event open close find stop print history ' +
  'screen navigator console localStorage sessionStorage Request Headers Response Notification matchMedia ResizeObserver';
/** Those without which it is enough that the page notices nothing. */
const NEEDED =
  'URLSearchParams Event CustomEvent Document Element Map Set WeakMap Intl Blob TextDecoder AbortController MutationObserver ' +
  'IntersectionObserver CSSStyleSheet CustomStateSet fetch performance crypto';

/** Members that pages leave on `Object.prototype`. */
const LEFTOVERS = [
  'extend foo forEach each clone watch toJSONString has keys is add remove size url note unit qualifier lang history expires',
  'retracted figures be en default src feed key serial snapshot define reason message dataset name id length held',
  'state attribute reflect type converter noAccessor hasChanged useDefault wrapped host isConnected raw serializable clonable',
  'method body headers mode cache integrity redirect keepalive window priority referrer duplex fatal ignoreBOM stream',
  'once passive capture bubbles composed cancelable detail attributes attributeFilter root childList subtree toJSON get set',
]
  .join(' ')
  .split(' ');
/** Those with which promises, property descriptors, listeners or templates are no longer what they were. */
const DEVASTATING = [
  'then value writable get set configurable enumerable signal slotAssignment customElementRegistry strings renderBefore',
  'creationScope _$litType$ _$litDirective$',
]
  .join(' ')
  .split(' ');

inEngines(({engine, visit, check}) => {
  for (const src of SCRIPTS) {
    const name = fileName(src);

    // Named elements.
    const gadgets = (evil) => ({
      'img as currentScript': `<img name="currentScript" src="${evil}/dist/solidarity.js">`,
      'img as currentScript, with options': `<img name="currentScript" src="${evil}${src}" data-feed="${evil}/dist/feed.json" data-src="${evil}/dist/feed.json">`,
      'img as scripts and currentScript': `<img id="scripts" name="currentScript" src="${evil}${src}"><img name="scripts" src="${evil}${src}">`,
      'two img as currentScript': `<img name="currentScript" src="${evil}${src}">`.repeat(2),
      'form as currentScript': `<form name="currentScript"><input name="src" value="${evil}${src}"><input name="dataset"></form>`,
      'embed as currentScript': `<embed name="currentScript" src="${evil}${src}" type="image/png">`,
      'iframe as currentScript': `<iframe name="currentScript" src="${evil}/frame.html"></iframe>`,
      'object as currentScript': `<object name="currentScript" id="currentScript" data="${evil}/x.png"></object>`,
      'img as baseURI': `<img name="baseURI" src="${evil}/">`,
      'img as location': `<img name="location" src="${evil}/"><img name="URL" src="${evil}/"><img name="documentURI" src="${evil}/">`,
      'anchors as document members': ['currentScript', 'scripts', 'baseURI']
        .map((id) => `<a id="${id}" name="${id}" href="${evil}${src}"></a>`)
        .join(''),
      'a link that looks like a script': `<link rel="alternate" href="${evil}${src}"><a href="${evil}${src}">x</a>`,
    });
    for (const gadget of Object.keys(gadgets('')))
      for (const way of ['classic', 'module'])
        test(`${name} as a ${way} script takes nothing from ${gadget}`, async (t) => {
          const pwned = {body: 'window.pwned = true', type: 'text/javascript'};
          const evil = await site({
            pages: {'/dist/feed.json': feed(666), '/frame.html': ' '},
            answer: (path) => (path.endsWith('.js') ? pwned : undefined),
          });
          t.after(() => evil.close());
          const it = await check(t, {
            head: '',
            body:
              gadgets(evil.origin)[gadget] +
              COUNTER +
              (way === 'module' ? `<script type="module" src="${src}"></script>` : tag(src)),
          });
          assert.equal(await it.run(() => window.pwned), undefined);
          assert.deepEqual(
            evil.paths().filter((path) => /feed|chunks/.test(path)),
            [],
          );
        });

    for (const [kind, make] of Object.entries(named))
      test(`${name} is unaffected by ${kind} with the name of any member of the document`, async (t) => {
        const all = await membersOf(visit, t);
        const members = all.filter((member) => !LIT.includes(member));
        // A frame each would be a page each.
        const names =
          kind === 'iframe'
            ? [
                'host',
                'scripts',
                'hidden',
                'currentScript',
                'readyState',
                'body',
                'head',
                'documentElement',
                'addEventListener',
                'querySelectorAll',
                'getElementById',
              ]
            : members;
        assert.ok(kind === 'iframe' || names.length > 200);
        await check(t, {
          head: '',
          body: `<div hidden>${names.map(make).join('')}</div>${ALL_FOUR}${tag(src)}`,
          shows: shownOf(NUMBER),
        });
      });

    test(`${name} is silent where an img has the name of what Lit calls`, async (t) => {
      for (const member of LIT)
        await check(t, {head: '', body: `${named.img(member)}${COUNTER}${tag(src)}`, shows: EITHER, reasons: 'any'});
    });

    test(`${name}, elements named like members come when all is there: a new day, a refresh, a new element`, async (t) => {
      const it = await check(t, {head: tag(src), body: ALL_FOUR, shows: shownOf(NUMBER)});
      await it.run((html) => {
        window.main = document.body;
        main.firstChild.before(document.createRange().createContextualFragment(html));
      }, ['hidden', 'host', 'visibilityState', 'readyState', 'body', 'documentElement', 'activeElement', 'baseURI', 'getElementById', 'querySelectorAll', 'addEventListener', 'removeEventListener'].map(named.img).join(''));
      await it.fire('focus');
      await it.fire('pageshow');
      await it.run((html) => {
        const div = document.createElement('div');
        div.innerHTML = html;
        main.append(div);
      }, COUNTER);
      await it.shows([...shownOf(NUMBER), NUMBER]);
      await it.assertSilent();
    });

    test(`${name} is unaffected by fields with the name of any member of their form`, async (t) => {
      const members = [...(await membersOf(visit, t, 'HTMLFormElement'))].filter((member) => /^\w+$/.test(member));
      assert.ok(members.includes('parentElement') && members.includes('closest'));
      const fields = members.map((member) => `<input name="${member}" hidden>`).join('');
      const link = `<a href="/dist/embed/counter.html">${FALLBACK}</a>`;
      const it = await check(t, {
        head: tag(src),
        body:
          `<solidarity-banner position="top">${FALLBACK}</solidarity-banner><svg><script data-widget="counter"></script></svg>` +
          `<form>${fields}<p>${link}</p><input id="field"></form><p>${link}</p>`,
        shows: [/Stand with us/, NUMBER, NUMBER],
      });
      await it.run(() => document.querySelector('p a').focus());
      await it.tab.keyboard.press('Tab');
      assert.equal(await it.run(() => document.readyState), 'complete');
      await it.assertSilent();
    });

    test(`${name} is unaffected by ids with the names of globals that are not defined`, async (t) => {
      for (const make of [
        (id) => `<a id="${id}"></a>`,
        (id) => `<a id="${id}"></a><a id="${id}"></a>`,
        (id) => `<form name="${id}"></form>`,
      ]) {
        const it = await check(t, {
          head: '',
          body: `<div hidden>${UNDEFINED_GLOBALS.map(make).join('')}</div>${ALL_FOUR}<p lang="be">${COUNTER}</p>${tag(src)}`,
          shows: [...shownOf(NUMBER), NUMBER],
        });
        assert.match(await it.run(() => document.querySelector('p > *').shadowRoot.textContent), /чалавек/);
      }
    });

    test(`${name} works inside a form whose fields are named like members of an element`, async (t) => {
      const members = await membersOf(visit, t, 'HTMLFormElement');
      const fields = members.map((member) => `<input name="${member}" hidden>`).join('');
      const it = await check(t, {
        head: '',
        body: `<form lang="be">${fields}<p>${COUNTER}</p>${COUNTER}</form>${tag(src)}`,
        shows: [NUMBER, NUMBER],
      });
      const words = await it.run(() =>
        [...document.querySelectorAll('solidarity-counter')].map((counter) => counter.shadowRoot.textContent),
      );
      for (const text of words) assert.match(text, /чалавек/);
    });

    test(`${name} finds an inline feed among elements of its id and name`, (t) =>
      check(t, {
        head: tag(src),
        body: `<a id="figs">{}</a><img name="figs" src="data:,"><form id="figs"></form><div id="figs">${feed(1)}</div><textarea id="figs">${feed(2)}</textarea><script type="text/plain" id="figs">${feed(3)}</script><template id="figs">${feed(4)}</template><script type="application/json" id="figs">${feed(55)}</script><solidarity-counter src="#figs">${FALLBACK}</solidarity-counter>`,
        shows: '55',
      }));

    // Libraries.
    for (const host of libraries)
      test(`${name} works beside ${host}`, async (t) => {
        const {src: address, pages} = await library(host);
        await check(t, {
          head: `<script src="${address}"></script>${tag(src)}`,
          body: ALL_FOUR,
          pages,
          shows: shownOf(NUMBER),
        });
        // A library that comes later.
        const it = await check(t, {head: tag(src), body: `${COUNTER}<script defer src="${address}"></script>`, pages});
        await it.run((html) => document.body.insertAdjacentHTML('beforeend', html), COUNTER);
        await it.shows([NUMBER, NUMBER]);
        await it.assertSilent();
      });

    // Declarations. A page says `var URL` or `function Event() {}`; each script meets the one or the other.
    const declared = src === SCRIPT ? 'function () { return this }' : "'/path'";
    for (const global of `${HARMLESS} ${NEEDED}`.split(' '))
      test(`${name} where the page declares ${global}`, (t) =>
        check(t, {
          head:
            inline(
              `try { Object.defineProperty(window, '${global}', {value: ${declared}, writable: true, configurable: true}) } catch {}`,
            ) + tag(src),
          shows: HARMLESS.includes(global) ? NUMBER : EITHER,
          reasons: 'any',
        }));

    test(`${name} where the page says var URL`, async (t) => {
      for (const declared of [
        "var URL = '/articles/7'",
        'var URL = {}',
        'function URL() {}',
        'var URL = null, Node = 1, Text = "", status = 1, name = 2',
      ])
        await check(t, {head: inline(declared) + tag(src), body: ALL_FOUR, shows: shownOf(NUMBER)});
    });

    // Leftovers on Object.prototype.
    const leaving = (key, value) => inline(`Object.prototype['${key}'] = ${value}`);
    for (const value of ['function () {}', "'javascript:window.pwned=1'", 'null'])
      // One engine is enough for the whole list: the others differ in names, not in how objects inherit.
      for (const keys of engine === 'chromium'
        ? [LEFTOVERS, DEVASTATING]
        : [LEFTOVERS.slice(0, 12), DEVASTATING.slice(0, 3)])
        for (const key of keys)
          test(`${name} with Object.prototype.${key} = ${value}`, async (t) => {
            const isHarmless = LEFTOVERS.includes(key) && key !== 'get' && key !== 'set';
            const it = await check(t, {
              head: leaving(key, value) + tag(src),
              shows: isHarmless ? NUMBER : EITHER,
              reasons: isHarmless ? [] : 'any',
            });
            await assertNoLink(it);
          });

    test(`${name} takes no option from Object.prototype`, async (t) => {
      const evil = await site({pages: {'/feed.json': feed(666)}});
      t.after(() => evil.close());
      for (const key of ['feed', 'src', 'url', 'href', 'base'])
        await check(t, {
          head: leaving(key, `'${evil.origin}/feed.json'`) + tag(src),
          body: ALL_FOUR,
          shows: shownOf(NUMBER),
        });
      assert.deepEqual(evil.paths(), []);
    });

    test(`${name} with accessors on Object.prototype, as of should.js`, async (t) => {
      for (const key of ['should', 'url', 'state', 'src', 'lang', 'type'])
        await check(t, {
          head:
            inline(`Object.defineProperty(Object.prototype, '${key}', {
              get() { return undefined },
              set(value) { Object.defineProperty(this, '${key}', {value, writable: true, enumerable: true, configurable: true}) },
              configurable: true,
            })`) + tag(src),
        });
    });

    test(`${name} with enumerable leftovers on the prototypes of arrays, strings, functions and elements`, async (t) => {
      for (const type of [
        'Array',
        'String',
        'Function',
        'Number',
        'Boolean',
        'Date',
        'RegExp',
        'Promise',
        'Map',
        'Set',
        'Element',
        'HTMLElement',
        'Node',
        'EventTarget',
        'Event',
        'Document',
        'ShadowRoot',
      ])
        await check(t, {
          head:
            inline(`for (const key of ['extend', 'each', 'first', 'last', 'insert', 'hide', 'show', 'update', 'up', 'down', 'select', 'refresh', 'context', 'locale', 'feed', 'language', 'texts', 'content', 'link'])
            if (!(key in ${type}.prototype)) ${type}.prototype[key] = function () { return this };`) + tag(src),
        });
    });

    // Methods that are the page’s own, or missing.
    for (const [shows, changes] of [
      [
        NUMBER,
        [
          // As Prototype.js and MooTools do.
          'const {prototype} = Element; window.Element = function () {}; Element.prototype = prototype',
          'Array.prototype.entries = function () { return this.slice() }',
          'Array.prototype.keys = function () { return Object.keys(this) }',
          'Array.prototype.values = function () { return this }',
          'Array.from = function (list) { return [].slice.call(list) }',
          'Array.prototype.contains = Array.prototype.remove = function () { return false }',
          'Function.prototype.bind = function (scope) { var method = this; return function () { return method.apply(scope, arguments) } }',
          'Element.prototype.remove = function () { this.parentNode.removeChild(this); return this }',
          'Date.now = function () { return new Date() }',
          'JSON.parse = (function (parse) { return function (text) { return parse(text) } })(JSON.parse)',
          'window.fetch = (function (fetch) { return function (url, options) { return fetch.call(window, url, options) } })(window.fetch)',
          'Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Function.prototype); Object.freeze(Promise.prototype)',
          'Object.freeze = function (object) { return object }',
          'window.requestAnimationFrame = function () {}',
          'Symbol.asyncIterator && delete ReadableStream.prototype[Symbol.asyncIterator]',
          'delete window.scheduler; delete window.requestIdleCallback',
        ],
      ],
      [
        EITHER,
        [
          'Object.entries = function (object) { return Object.keys(object) }',
          'Object.values = Object.keys',
          'Array.prototype.includes = function () { return undefined }',
          'Array.prototype.flat = Array.prototype.flatten = function () { return this }',
          'Array.prototype.toJSON = function () { return "[]" }',
          'Object.fromEntries = undefined',
          'Object.hasOwn = undefined',
          'String.prototype.trim = function () { return this }',
          'String.prototype.at = String.prototype.replaceAll = undefined',
          'String.prototype.startsWith = String.prototype.endsWith = function (text) { return this.indexOf(text) >= 0 }',
          'Element.prototype.matches = undefined',
          'Element.prototype.closest = undefined',
          'Element.prototype.append = Element.prototype.replaceChildren = undefined',
          'Promise.prototype.finally = undefined',
          'Promise.allSettled = Promise.any = undefined',
          'window.fetch = function () { return new Promise(function () {}) }',
          'window.fetch = function () { throw new Error("no") }',
          'window.fetch = function () { return Promise.resolve() }',
          'window.fetch = function () { return {} }',
          'window.addEventListener = document.addEventListener = undefined',
          'window.dispatchEvent = undefined',
          'document.createElement = undefined',
          'Object.defineProperty(Array.prototype, Symbol.iterator, {value: undefined})',
          'Map.prototype.forEach = Set.prototype.forEach = undefined',
          'window.setTimeout = function () {}',
          'ReadableStream.prototype.getReader = undefined',
        ],
      ],
    ])
      for (const change of changes)
        test(`${name} after ${change}`, (t) =>
          check(t, {head: inline(change) + tag(src), shows, reasons: shows === NUMBER ? [] : 'any'}));

    // What the page changes when all is there, and then happens.
    for (const change of [
      'var Element = "/x"',
      'Object.defineProperty(Navigator.prototype, "languages", {get() { throw new Error("no") }})',
      'for (const name of ["URLSearchParams", "CustomEvent", "Document", "Blob", "TextDecoder", "AbortController", "MutationObserver", "fetch"]) window[name] = "/x"',
      'Element.prototype.closest = Element.prototype.matches = Element.prototype.querySelectorAll = undefined',
      'Node.prototype.getRootNode = Document.prototype.getElementsByTagName = undefined',
      'window.AbortController = function () { throw new Error("no") }',
    ])
      test(`${name} is silent after ${change}, when all was there`, async (t) => {
        // Those without a clock.
        const both = element('counter') + element('ways');
        const body = `<main>${both}</main><solidarity-counter refresh="300"></solidarity-counter><p></p>`;
        const it = await check(t, {head: tag(src), body, shows: [NUMBER, /Write a letter/, NUMBER]});
        await it.run((text) => {
          const script = document.createElement('script');
          script.text = text;
          document.head.append(script);
          document.documentElement.lang = 'be';
        }, change);
        for (const event of ['focus', 'online', 'visibilitychange', 'pageshow']) await it.fire(event);
        await it.run((html) => {
          document.querySelector('p').innerHTML = html;
          document.querySelector('main').remove();
          document.documentElement.lang = 'pl';
        }, `${both}<solidarity-people></solidarity-people><a href="/dist/embed/counter.html">${FALLBACK}</a>`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await it.assertSilent();
        it.isReusable = false;
      });

    for (const change of [
      'CustomElementRegistry.prototype.define = function () { throw new Error("no") }',
      'window.MutationObserver = undefined',
      'window.CustomEvent = undefined',
    ])
      test(`${name} is silent after ${change}, on a page that was prerendered`, async (t) => {
        const it = await visit(t, {
          head:
            inline(`${change};
            let isWaiting = true;
            Object.defineProperty(Document.prototype, 'prerendering', {get: () => isWaiting, configurable: true});
            addEventListener('load', () => setTimeout(() => {
              isWaiting = false;
              document.dispatchEvent(new Event('prerenderingchange'));
              document.title = 'Seen';
            }))`) + tag(src),
        });
        await it.until(() => it.run(() => document.title === 'Seen'));
        await it.quiet();
        await it.shows(EITHER);
        await it.assertSilent();
      });

    // What looks like a link to an embed page, or a placeholder, and is anything.
    for (const [what, body] of Object.entries({
      'a link in a form whose fields are named like members':
        '<form lang="en"><input name="matches"><input name="closest"><input name="parentElement"><input name="parentNode"><a href="/embed/counter.html">Other</a></form>',
      'a form':
        '<form data-solidarity="counter"><input name="matches"><input name="closest"><input name="getAttribute"></form>',
      'a link of SVG': '<svg><a href="/embed/counter.html"><text>Other</text></a></svg>',
      'a script of SVG': '<svg><script data-widget="counter"></script></svg>',
      'a script without an address': '<script data-widget="counter">"use strict"</script>',
    }))
      test(`${name} beside ${what}`, (t) => check(t, {body: body + COUNTER, head: tag(src)}));

    test(`${name} where the root of the page is marked as a placeholder, at first or later`, async (t) => {
      const page = `<!doctype html><html data-solidarity lang="en"><link rel="icon" href="data:,">${tag(src)}${COUNTER}`;
      await check(t, {page});
      const it = await check(t, {head: tag(src)});
      await it.run(() => {
        document.documentElement.dataset.solidarity = 'counter';
        document.body.append('More text');
      });
      await it.quiet();
      await it.assertSilent();
    });

    // Engines and pages without what we need.
    for (const [what, change, shows = FALLBACK] of [
      ['replaceSync of style sheets', 'delete CSSStyleSheet.prototype.replaceSync'],
      ['replaceSync and replace', 'delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace'],
      [
        'adoptedStyleSheets',
        'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets',
      ],
      [
        'constructable style sheets',
        'const {prototype} = CSSStyleSheet; window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor") }; CSSStyleSheet.prototype = prototype',
      ],
      ['CSSStyleSheet', 'window.CSSStyleSheet = undefined'],
      ['a CSSStyleSheet of the browser', 'window.CSSStyleSheet = class {}'],
      [
        'constructable style sheets, as in Firefox 93',
        'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; delete CSSStyleSheet.prototype.replaceSync; window.CSSStyleSheet = new Proxy(CSSStyleSheet, {construct() { throw new TypeError("Illegal constructor") }})',
      ],
      ['custom states', 'delete ElementInternals.prototype.states', EITHER],
      [
        'custom states without dashes',
        'CustomStateSet.prototype.add = function () { throw new SyntaxError("dashes") }',
        EITHER,
      ],
      ['attachInternals', 'delete HTMLElement.prototype.attachInternals', EITHER],
      ['attachShadow', 'delete Element.prototype.attachShadow'],
      ['an attachShadow that does not throw', 'Element.prototype.attachShadow = function () { throw new Error("no") }'],
      [
        'open shadow roots',
        'const {attachShadow} = Element.prototype; Element.prototype.attachShadow = function (options) { return attachShadow.call(this, {...options, mode: "closed"}) }',
      ],
      ['custom elements', 'Object.defineProperty(window, "customElements", {value: undefined})'],
      ['a define that works', 'CustomElementRegistry.prototype.define = function () { throw new Error("no") }'],
      ['a define that does anything', 'CustomElementRegistry.prototype.define = function () {}'],
      ['our tags free', 'customElements.define("solidarity-counter", class extends HTMLElement {})', FALLBACK],
      ['MutationObserver', 'window.MutationObserver = undefined', EITHER],
      ['IntersectionObserver', 'window.IntersectionObserver = undefined', EITHER],
      ['fetch', 'window.fetch = undefined', FALLBACK],
      [
        'storage',
        'Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError") }})',
        NUMBER,
      ],
      ['Intl', 'window.Intl = undefined', EITHER],
    ])
      test(`${name} without ${what}`, (t) =>
        check(t, {
          head: inline(change) + tag(src),
          // In a closed root the probe sees nothing.
          shows: what === 'open shadow roots' ? /^/ : shows,
          reasons: 'any',
        }));

    // Policies.
    const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:";
    const trusted = (policy) => ({'content-security-policy': `${CSP}; require-trusted-types-for 'script'; ${policy}`});
    for (const [what, headers, head = '', shows = EITHER] of [
      ["trusted-types 'none'", trusted("trusted-types 'none'")],
      ['no policy of any name', trusted('trusted-types')],
      ['trusted-types dompurify default', trusted('trusted-types dompurify default')],
      ['trusted-types lit-html', trusted('trusted-types lit-html'), '', NUMBER],
      [
        'trusted-types lit-html, taken by the page’s own Lit',
        trusted('trusted-types lit-html'),
        '<script src="/own-lit.js"></script>',
      ],
      [
        "trusted-types lit-html 'allow-duplicates'",
        trusted("trusted-types lit-html 'allow-duplicates'"),
        '<script src="/own-lit.js"></script>',
        NUMBER,
      ],
      ['any policy', trusted('trusted-types *'), '', NUMBER],
      ['no list of policies', trusted(''), '', NUMBER],
      ['a default policy that throws', trusted('trusted-types default lit-html'), '<script src="/throws.js"></script>'],
      ['a default policy that gives nothing', trusted('trusted-types default'), '<script src="/refuses.js"></script>'],
      [
        "style-src 'none'",
        {'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"},
        '',
        NUMBER,
      ],
      [
        "connect-src 'none'",
        {'content-security-policy': "default-src 'none'; script-src 'self'; img-src data:"},
        '',
        FALLBACK,
      ],
      ['a strict policy', {'content-security-policy': CSP}, '', NUMBER],
      ['a sandbox', {'content-security-policy': 'sandbox allow-scripts'}, '', NUMBER],
      [
        'require-corp',
        {'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin'},
        '',
        NUMBER,
      ],
      [
        'a report-only policy',
        {'content-security-policy-report-only': `${CSP}; require-trusted-types-for 'script'; trusted-types lit-html`},
        '',
        NUMBER,
      ],
      ['nosniff', {'x-content-type-options': 'nosniff'}, '', NUMBER],
      ['no referrers', {'referrer-policy': 'no-referrer'}, '', NUMBER],
    ])
      test(`${name} under ${what}`, (t) =>
        check(t, {
          head: head + tag(src),
          body: ALL_FOUR,
          headers,
          pages: {
            '/own-lit.js': "trustedTypes.createPolicy('lit-html', {createHTML: (text) => text})",
            '/throws.js':
              "trustedTypes.createPolicy('default', {createHTML() { throw new Error('no') }, createScriptURL() { throw new Error('no') }})",
            '/refuses.js':
              "trustedTypes.createPolicy('default', {createHTML: () => null, createScriptURL: () => null})",
          },
          shows: shows === NUMBER ? shownOf(NUMBER) : shows === EITHER ? EACH_OR_FALLBACK : FALLBACK,
          reasons: 'any',
          notes: /trusted.?type|TrustedTypePolicy|Content.Security.Policy|Refused to|violates the following/i,
        }));
  }
});

/** The names of all members of a document, or of another interface, in this engine. */
const membersOf = async (visit, t, type = 'HTMLDocument') => {
  const it = await visit(t, {head: '', body: ''});
  return it.run((name) => {
    const names = new Set();
    for (let proto = window[name].prototype; proto; proto = Object.getPrototypeOf(proto))
      for (const key of Object.getOwnPropertyNames(proto)) names.add(key);
    return [...names];
  }, type);
};

const assertNoLink = async (it) => {
  const links = await it.tab
    .mainFrame()
    .isolatedRealm()
    .evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll('*'))
        for (const link of element.shadowRoot?.querySelectorAll('[href]') ?? []) found.push(link.getAttribute('href'));
      return found.filter((href) => !/^(https:|#)/.test(href));
    });
  assert.deepEqual(links, []);
};
