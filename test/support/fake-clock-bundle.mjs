import {build} from 'vite';

const entry = 'test/support/fake-clock.ts';

const bundle = async () => {
  const [{output}] = await build({
    configFile: false,
    logLevel: 'error',
    build: {write: false, minify: false, lib: {entry, formats: ['es']}},
  });
  return {body: output[0].code, type: 'js'};
};

let bundled;

/** Serves the fake clock with the library that it is made of, which is CommonJS: browsers cannot import that. */
export const fakeClockBundle = () => ({
  name: 'fake-clock-bundle',
  serve: ({path}) => (path === `/${entry}` ? (bundled ??= bundle()) : undefined),
});
