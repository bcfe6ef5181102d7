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

/** Bundles the fake clock with its library, which is CommonJS and cannot be imported by browsers. */
export const fakeClockBundle = () => ({
  name: 'fake-clock-bundle',
  serve: ({path}) => (path === `/${entry}` ? (bundled ??= bundle()) : undefined),
});
