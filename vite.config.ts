import {defineConfig} from 'vite';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';

export default defineConfig({
  publicDir: false,
  plugins: [minifyTemplateLiterals({include: ['src/**/*.ts']})],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    lib: {
      entry: {core: 'src/loader/core.ts', 'solidarity-counter': 'src/elements/solidarity-counter.ts'},
      formats: ['es'],
    },
    rolldownOptions: {output: {minify: true, entryFileNames: 'chunks/[name]-[hash].js', chunkFileNames: 'chunks/[name]-[hash].js'}},
  },
});
