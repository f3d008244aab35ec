import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Plugin } from 'vite';

/** Lays the documentation beside the pages as it stands, so that a problem can lead to its page where no network is. */
export function docsBeside(folder: string): Plugin {
  return {
    name: 'docs-beside',
    apply: 'build',
    generateBundle() {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => name.endsWith('.md') && !name.startsWith('decisions')))
        this.emitFile({
          type: 'asset',
          fileName: `docs/${file.split(sep).join('/')}`,
          source: readFileSync(join(folder, file)),
        });
    },
  };
}
