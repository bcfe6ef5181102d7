// `npm start`: serves the repository's folder and shows the demo.
import {preview} from 'vite';

const {CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY} = process.env;
const hasBrowser = !CI && !SSH_CONNECTION && (process.platform !== 'linux' || !!(DISPLAY || WAYLAND_DISPLAY));

const server = await preview({
  configFile: false,
  // It would warn that a build into this folder overwrites it. Nothing is built here.
  logLevel: 'error',
  build: {outDir: '.'},
  preview: {port: 4173, open: hasBrowser && '/demo/'},
});
console.log(`The demo: ${new URL('/demo/', server.resolvedUrls.local[0])}`);
