import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** The map at `file` with its sources inside it, named as in the repository: the package ships no TypeScript. */
export function withSources(text, file, root) {
  const { sources, sourceRoot = '', ...map } = JSON.parse(text);
  const files = sources.map((source) => resolve(dirname(file), sourceRoot, source));
  return JSON.stringify({
    ...map,
    sources: files.map((source) => `mailroom:///${relative(root, source).split(sep).join('/')}`),
    sourcesContent: files.map((source) => readFileSync(source, 'utf8')),
  });
}
