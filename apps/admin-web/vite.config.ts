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

/** What every page needs anyway, by folder of a package. */
const GROUND = [
  'react',
  'react-dom',
  'scheduler',
  'react-router',
  '@tanstack/query-core',
  '@tanstack/react-query',
  'openapi-fetch',
  'react-remove-scroll',
  'react-remove-scroll-bar',
  'react-style-singleton',
  'use-sidecar',
  'use-callback-ref',
  'tslib',
  '@floating-ui/core',
  '@floating-ui/dom',
  '@floating-ui/react',
  '@floating-ui/react-dom',
  '@floating-ui/utils',
  '@mantine/hooks',
  '@mantine/core/esm/core',
  ...[
    'ActionIcon',
    'Alert',
    'Anchor',
    'AppShell',
    'Badge',
    'Burger',
    'Button',
    'Center',
    'CloseButton',
    'Collapse',
    'Floating',
    'FocusTrap',
    'Group',
    'Input',
    'Loader',
    'Menu',
    'NavLink',
    'Overlay',
    'Paper',
    'Popover',
    'Portal',
    'ScrollArea',
    'Skeleton',
    'Stack',
    'Text',
    'ThemeIcon',
    'Title',
    'Transition',
    'UnstyledButton',
    'VisuallyHidden',
  ].map((component) => `@mantine/core/esm/components/${component}`),
];

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
        // Left alone, what every page needs ends up among what only some need, and they come along; many small scripts
        // weigh more than a large one as well.
        codeSplitting: {
          groups: [
            // Words that stand alone: `Save`, `Cancel`.
            { name: 'short', test: /\/words\.short\.\w+\.ts$/ },
            {
              name: 'ground',
              test: (id) => GROUND.some((folder) => id.includes(`/node_modules/${folder}/`)),
            },
          ],
        },
      },
    },
  },
});
