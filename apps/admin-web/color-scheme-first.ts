import { readFileSync } from 'node:fs';
import { type Plugin } from 'vite';

/**
 * Puts the script that sets the colour scheme into the head as a file of its own, before anything is painted:
 * a module would run after the first frame, an inline script is against the content security policy.
 */
export function colorSchemeFirst(script: string): Plugin {
  let reference = '';
  let fileNameOf: (id: string) => string = (id) => id;
  return {
    name: 'color-scheme-first',
    apply: 'build',
    buildStart() {
      const source = readFileSync(script, 'utf8');
      reference = this.emitFile({ type: 'asset', name: 'color-scheme.js', source });
      fileNameOf = (id) => this.getFileName(id);
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'script', attrs: { src: `./${fileNameOf(reference)}` }, injectTo: 'head' as const },
      ],
    },
  };
}
