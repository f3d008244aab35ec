import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin } from 'vite';
import { docPage } from './doc-page.js';
import { readMarkdown } from './read-markdown.js';
import { renderMarkdown, type LinkTo, type RenderedPage } from './render-markdown.js';

const STYLES = fileURLToPath(new URL('docs.css', import.meta.url));

/** Lays the documentation beside the pages as HTML, so that a problem can lead to its page where no network is. */
export function docsBeside(folder: string, colorScheme: string): Plugin {
  return {
    name: 'docs-beside',
    apply: 'build',
    async generateBundle() {
      const rendered = await renderDocs(folder);
      const all = [...rendered].map(([path, { title, html }]) => ({ path, title, html }));
      for (const page of all)
        this.emitFile({ type: 'asset', fileName: `docs/${page.path}`, source: docPage(page, all) });
      this.emitFile({ type: 'asset', fileName: 'docs/docs.css', source: readFileSync(STYLES) });
      this.emitFile({ type: 'asset', fileName: 'docs/color-scheme.js', source: readFileSync(colorScheme) });
    },
  };
}

/** Every page of the documentation below `folder`, by its path as HTML; decisions are for people who change Mailroom. */
export async function renderDocs(folder: string): Promise<Map<string, RenderedPage>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.md') && !name.startsWith('decisions/'))
    .toSorted();
  const pages = await Promise.all(
    files.map(async (file): Promise<[string, RenderedPage]> => {
      const nodes = await readMarkdown(readFileSync(join(folder, file), 'utf8'));
      return [asHtml(file), renderMarkdown(nodes, linkFrom(file, files))];
    }),
  );
  return new Map(pages);
}

function linkFrom(file: string, files: readonly string[]): LinkTo {
  return (url) => {
    if (/^(https?:|mailto:|#)/.test(url)) return url;
    const [path = '', anchor] = url.split('#');
    if (!files.includes(posix.normalize(posix.join(dirname(file), path)))) return null;
    return asHtml(path) + (anchor === undefined ? '' : `#${anchor}`);
  };
}

function asHtml(path: string): string {
  return path.replace(/\.md$/, '.html');
}
