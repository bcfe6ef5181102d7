// Libraries of host pages that change the platform's objects, as classic scripts: path in the package, or a bundle.
import {build} from 'vite';

const direct = {
  mootools: 'mootools/lib/mootools-core-1.5.2-server.js',
  'es5-shim': 'es5-shim/es5-shim.js',
  'es5-sham': 'es5-shim/es5-sham.js',
  'core-js': 'core-js-bundle/index.js',
  'zone.js': 'zone.js/bundles/zone.umd.js',
  jquery: 'jquery/dist/jquery.js',
  vue: 'vue/dist/vue.global.prod.js',
};

/** CommonJS libraries, and the statement that installs each in a page. */
const bundled = {
  // Prototype.js without its DOM part, as published for Node.
  prototype: "import {Prototype} from 'prototype'; window.Prototype = Prototype;",
  datejs: "import 'datejs';",
  react:
    "import {createElement} from 'react'; import {createRoot, hydrateRoot} from 'react-dom/client'; window.React = {createElement, createRoot, hydrateRoot};",
};

/** Vite needs an entry file; this plugin provides its content. */
const bundle = async (code) => {
  const entry = new URL(import.meta.url).pathname;
  const [{output}] = await build({
    configFile: false,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    plugins: [{name: 'entry', load: (id) => (id === entry ? code : undefined)}],
    build: {
      write: false,
      minify: false,
      lib: {entry, formats: ['iife'], name: 'library'},
    },
  });
  return output[0].code;
};

export const libraries = [...Object.keys(direct), ...Object.keys(bundled)];

const bundles = new Map();

/** A library as a page's script: its address, and the pages that the site needs for it. */
export const library = async (name) => {
  if (direct[name]) return {src: `/node_modules/${direct[name]}`, pages: {}};
  if (!bundles.has(name)) bundles.set(name, bundle(bundled[name]));
  return {
    src: `/${name}.js`,
    pages: {[`/${name}.js`]: await bundles.get(name)},
  };
};
