import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { colorSchemeFirst } from './color-scheme-first.js';
import { docsBeside } from './docs-pages/docs-beside.js';
import { languageFirst } from './language-first.js';
import { wordsApart } from './words-apart.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the words are, English first: it says which there are. */
const languages = { en: here('src/i18n/en.ts'), de: here('src/i18n/de.ts') };

// Relative asset paths: the plugin writes the mount path into `<base href>` when it serves the page.
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [
    react(),
    colorSchemeFirst(here('src/layout/color-scheme-first.js')),
    docsBeside(here('../../docs'), here('src/layout/color-scheme-first.js')),
    languageFirst(here('src/layout/language-first.js'), Object.keys(languages)),
    wordsApart(here('src/i18n/words.ts'), languages),
  ],
  build: {
    outDir: here('../../dist/admin-web'),
    emptyOutDir: true,
    target: 'es2022',
    // Inline scripts and styles are what the content security policy forbids; files are what it allows.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Whoever has a mailbox of their own and no rights gets a page of its own, without the rest.
      input: [here('index.html'), here('my-mailbox.html')],
      output: {
        // What every page needs anyway. Left alone, it ends up among what only some need, and they come along.
        codeSplitting: {
          groups: [
            // Words that stand alone: `Save`, `Cancel`.
            { name: 'short', test: /\/words\.short\.\w+\.ts$/ },
            {
              name: 'ground',
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/[^/]+|openapi-fetch|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-sidecar|use-callback-ref|tslib|@mantine\/hooks)\//,
            },
          ],
        },
      },
    },
  },
});
