import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The sentences of banners for the server that writes letters about them: a module for Node beside the pages, never served.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('../../dist/admin-web'),
    emptyOutDir: false,
    ssr: here('src/banner-letter/main.ts'),
    rolldownOptions: { output: { entryFileNames: 'banner-letter.mjs' } },
  },
});
