import { readFileSync } from 'node:fs';
import { type Plugin, type Rolldown } from 'vite';

/** A file of words, as words-apart.ts names them, where a chunk asks for it. */
const WORDS = /import\([`'"]\.\/([\w.-]+\.[a-z]{2}-[\w-]{8}\.js)[`'"]\)/g;

/**
 * Puts the script that decides the language into the head as a file of its own, before anything is painted and before any
 * module asks for words. It is told which files of words the first page waits for, so that they come along at once.
 */
export function languageFirst(script: string, languages: readonly string[]): Plugin {
  let reference = '';
  let fileNameOf: (id: string) => string = (id) => id;
  return {
    name: 'language-first',
    apply: 'build',
    buildStart() {
      const source = readFileSync(script, 'utf8');
      reference = this.emitFile({ type: 'asset', name: 'language.js', source });
      fileNameOf = (id) => this.getFileName(id);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {}, chunk }) => {
        const files = chunk ? wordsOf(chunk, bundle) : [];
        const perLanguage = languages.map((language) => [
          `data-${language}`,
          files.filter((file) => file.includes(`.${language}-`)).join(' '),
        ]);
        const attrs = { src: `./${fileNameOf(reference)}`, ...Object.fromEntries(perLanguage) };
        return [{ tag: 'script', attrs, injectTo: 'head' as const }];
      },
    },
  };
}

/** The files of words that a chunk waits for, and that those wait for which it brings along. */
function wordsOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const seen = new Set<string>();
  const look = (file: string): string[] => {
    const { [file]: part } = bundle;
    if (part?.type !== 'chunk' || seen.has(file)) return [];
    seen.add(file);
    const words = [...part.code.matchAll(WORDS)].map(([, name = '']) => `./assets/${name}`);
    return [...words, ...part.imports.flatMap(look)];
  };
  return look(chunk.fileName);
}
