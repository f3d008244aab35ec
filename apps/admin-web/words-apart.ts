import { readFileSync } from 'node:fs';
import { type Plugin } from 'vite';

const IMPORTS_WORDS = /^import \{ words \} from '[^']*\/words\.js';$/m;

/**
 * Lets each page bring the sentences it says and no others: while building, every table of `en.ts` and every area of its
 * `words` is a module of its own. In the source they stay one file. `english` is its path; it is laid out by Prettier.
 */
export function wordsApart(english: string): Plugin {
  const { words = '', ...tables } = parts(readFileSync(english, 'utf8'), /^(?:export )?const (\w+)/gm);
  const areas = parts(words, /^ {2}(\w+): /gm);
  const idOf = (name: string): string => english.replace(/ts$/, `${name}.ts`);
  const needed = (text: string): string =>
    Object.keys(tables)
      .filter((name) => new RegExp(`\\b${name}\\b`).test(text))
      .map((name) => `import { ${name} } from '${idOf(name)}';\n`)
      .join('');
  const modules = new Map<string, string>();
  const exported = Object.keys(tables).map((name) => `export { ${name} } from '${idOf(name)}';`);
  modules.set(english, exported.join('\n'));
  for (const [name, text] of Object.entries(tables)) {
    const body = text.replace(/^(export )?const \w+/, '');
    modules.set(idOf(name), `${needed(body)}export const ${name}${body}`);
  }
  for (const [name, text] of Object.entries(areas)) {
    const entry = text.replace(/^\} as const;$/m, '');
    modules.set(idOf(`words.${name}`), `${needed(entry)}export default {${entry}}.${name};`);
  }
  return {
    name: 'words-apart',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (modules.has(id) ? { id, moduleSideEffects: false } : null),
    load: (id) => modules.get(id) ?? null,
    transform: (code) => (IMPORTS_WORDS.test(code) ? saidApart(code, (area) => idOf(`words.${area}`)) : null),
  };
}

/** The text of each part, from where its name stands to where the next begins. */
function parts(text: string, begin: RegExp): Record<string, string> {
  const found = [...text.matchAll(begin)];
  return Object.fromEntries(
    found.map(({ 1: name = '', index }, turn) => [name, text.slice(index, found[turn + 1]?.index)]),
  );
}

/** A module that says its words by area: `words.tokens.title` and `const { tokens } = words` need the area `tokens` alone. */
function saidApart(code: string, idOf: (area: string) => string): string {
  const direct = code
    .replace(IMPORTS_WORDS, '')
    .replaceAll(/const \{ ([\w, ]+) \} = words;/g, (_, names: string) =>
      names
        .split(', ')
        .map((name) => `const ${name} = words.${name};`)
        .join(' '),
    );
  const areas = new Set<string>();
  const said = direct.replaceAll(/(?<![\w.'/-])words\.(\w+)/g, (_, area: string) => {
    areas.add(area);
    return `words$${area}`;
  });
  if (/(?<![\w.'/-])words\b(?![$'-])/.test(said.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')))
    throw new Error('the words of a page are said by area: `words.area`, or `const { area } = words;`');
  return [...areas].map((area) => `import words$${area} from '${idOf(area)}';\n`).join('') + said;
}
