import {defineConfig} from 'vite';

/** For Storybook, and for `runnerImport()` in scripts/build.mjs, which builds what is published. */
export default defineConfig({publicDir: false, build: {target: 'es2022'}});
