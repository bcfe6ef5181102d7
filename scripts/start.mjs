// `npm start`: serves the repository's folder and shows the builder, with a link to the demo.
import {preview} from 'vite';

const {CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY} = process.env;
const hasBrowser = !CI && !SSH_CONNECTION && (process.platform !== 'linux' || !!(DISPLAY || WAYLAND_DISPLAY));

/** The builder links to the demo only where there is one. */
const BUILDER = '/dist/builder.html?demo';

const server = await preview({
  configFile: false,
  // It would warn that a build into this folder overwrites it. Nothing is built here.
  logLevel: 'error',
  build: {outDir: '.'},
  preview: {port: 4173, open: hasBrowser && BUILDER},
});
const address = (path) => new URL(path, server.resolvedUrls.local[0]).href;
console.log(`The builder: ${address(BUILDER)}\nThe demo: ${address('/demo/')}`);
