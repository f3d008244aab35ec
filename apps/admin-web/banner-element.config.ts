import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Styles are text to the minifier: it leaves them as they are written.
const tightStyles: Plugin = {
  name: 'tight-styles',
  transform(code, id) {
    if (!id.endsWith('/banner-css.ts')) return null;
    return {
      code: code.replace(/`[^`]*`/, (css) =>
        css
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};:,+]) /g, '$1')
          .replaceAll(';}', '}')
          .replace(/='(\w+)'/g, '=$1'),
      ),
      map: null,
    };
  },
};

// The element that hosts put on their pages: one file without names of chunks, beside the pages, which are built before.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [tightStyles],
  build: {
    outDir: here('../../dist/admin-web'),
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      // The second is loaded by the first where a page is in German.
      input: {
        banners: here('src/banner-element/main.ts'),
        'banners.de': here('src/banner-element/german.ts'),
      },
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: '[name].js' },
    },
  },
});
