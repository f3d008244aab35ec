import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The element that hosts put on their pages: one file without names of chunks, beside the pages, which are built before.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('../../dist/admin-web'),
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      input: here('src/banner-element/main.ts'),
      output: { entryFileNames: 'banners.js' },
    },
  },
});
