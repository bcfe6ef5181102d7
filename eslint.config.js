import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import {configs as wc} from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Ways for a string to become markup or code: a feed is data. */
const markup = ['unsafe-html.js', 'unsafe-svg.js', 'static.js'].map((file) => ({
  group: [`lit/directives/${file}`, 'lit/static-html.js'],
  message: 'A feed is data: no string becomes markup.',
}));

/** What old libraries of a page replace (Prototype.js), what its elements can shadow, and what its scripts overwrite. */
const replacedByPages = [
  ["MemberExpression[object.name='Array'][property.name='from']", 'Prototype.js replaces Array.from: spread instead.'],
  [
    "CallExpression[callee.property.name='entries'][arguments.length=0]",
    'Prototype.js replaces Array.prototype.entries: use an index, or iterate a Map itself.',
  ],
  [
    "CallExpression[callee.property.name='reverse'][arguments.length>0]",
    'Prototype.js gives an argument of Array.prototype.reverse a meaning.',
  ],
  [
    "MemberExpression[object.name='document']",
    'Elements can shadow members of the document: use `page` of dom/page.ts.',
  ],
  ["NewExpression[callee.name='URL']", 'Pages overwrite URL: use `resolveUrl` of dom/page.ts.'],
].map(([selector, message]) => ({selector, message}));

/** A comparator that never gives 0 leaves the order of equal items to the engine. */
const comparesWithoutZero = {
  selector:
    "ArrowFunctionExpression[params.length=2] ConditionalExpression:matches([consequent.value=1][alternate.operator='-'], [alternate.value=1][consequent.operator='-'])",
  message: 'Compare equal items as 0.',
};

export default ts.config(
  {
    ignores: [
      'dist/',
      'release/',
      'storybook-static/',
      'src/i18n/cldr/',
      'src/i18n/messages/',
      'src/shapes/',
      'coverage/',
      'test/visual/output/',
      // Its pages have types and packages of their own.
      'test/frameworks/*/',
    ],
  },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  lit['flat/all'],
  wc['flat/best-practice'],
  litA11y.configs.recommended,
  storybook.configs['flat/recommended'],
  {
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: markup,
          paths: ['lit', '@lit/reactive-element'].map((name) => ({
            name,
            importNames: ['css'],
            message: 'Use `css` of theme/css.ts: it is smaller.',
          })),
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({property})),
      ],
      'no-console': 'error',
      'lit/no-template-map': 'off',
      // WebKit forgets that a list without bullets is one.
      'lit-a11y/no-redundant-role': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {args: 'after-used', argsIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
    },
  },
  {
    files: ['src/**'],
    // The builder and the desk are pages of their own.
    ignores: ['src/publish/**', 'src/{builder,desk,ui}/**', 'src/dom/page.ts'],
    rules: {'no-restricted-syntax': ['error', ...replacedByPages, comparesWithoutZero]},
  },
  {files: ['src/{publish,builder,desk,ui}/**'], rules: {'no-restricted-syntax': ['error', comparesWithoutZero]}},
  // Chai's assertions are getters, and tests set up pages of others: with styles, markup and changed prototypes.
  {
    files: ['test/**'],
    rules: {
      'no-restricted-imports': ['error', {patterns: markup}],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'lit/prefer-static-styles': 'off',
      'no-restricted-properties': 'off',
    },
  },
  // What runs in a page knows the page's variables.
  {files: ['test/{hostile,package}/**'], rules: {'no-undef': 'off'}},
  {
    files: ['**/*.{mjs,js}', '*.config.*'],
    rules: {'no-console': 'off', '@typescript-eslint/no-extraneous-class': 'off'},
    languageOptions: {globals: {...globals.node, ...globals.browser}},
  },
);
