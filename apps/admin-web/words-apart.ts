import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minify, transformWithOxc, type Plugin } from 'vite';

const IMPORTS_WORDS = /^import \{ ([\w, ]+) \} from '[^']*\/words\.js';$/m;
/** What stands in a chunk for words of it: an area of `words` or a table of its own. */
const SAID = /__said__\.(?:words\.)?(\w+)/g;

type Texts = Readonly<Record<string, string>>;

/** What a file of a language is made of. */
interface Tongue {
  /** Its tables and what they are made with, by name. */
  readonly tables: Texts;
  /** What its `words` say, by area. */
  readonly areas: Texts;
}

/**
 * Lets each page load the sentences it says, in the language it is read in, and no others. In the source the words of a
 * language are one file, laid out by Prettier; while building, each table and each area of its `words` is apart, and what a
 * chunk says is a file beside it for every language, of which it waits for one. `words` is the module that pages have them
 * from, `languages` the paths of the files. The language is what `<html lang>` says.
 */
export function wordsApart(words: string, languages: Texts): Plugin {
  const tongues = Object.entries(languages).map(([name, path]) => [name, tongueOf(path)] as const);
  const [english] = tongues.map(([, tongue]) => tongue);
  if (!english) throw new Error('the pages have no language');
  const idOf = (name: string): string => words.replace(/ts$/, `${name}.ts`);
  const tables = Object.keys(english.tables).filter((name) => english.tables[name]?.startsWith('export '));
  const modules = new Map([
    [words, tables.map((name) => `export { ${name} } from '${idOf(name)}';`).join('\n')],
  ]);
  for (const name of tables) modules.set(idOf(name), `export const ${name} = __said__.${name};`);
  const idOfArea = (area: string): string => {
    const isLong = english.areas[area]?.includes('\n    ') ?? false;
    return idOf(isLong ? `words.${area}` : `words.short.${area}`);
  };
  for (const area of Object.keys(english.areas))
    modules.set(idOfArea(area), `export default __said__.words.${area};`);
  return {
    name: 'words-apart',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (modules.has(id) ? { id, moduleSideEffects: false } : null),
    load: (id) => modules.get(id) ?? null,
    transform: (code) => (IMPORTS_WORDS.test(code) ? saidApart(code, idOfArea) : null),
    async renderChunk(code, { name }) {
      const said = [...new Set([...code.matchAll(SAID)].map(([, said = '']) => said))].toSorted();
      if (said.length === 0) return null;
      const files: string[] = [];
      for (const [language, tongue] of tongues) {
        const source = await javaScriptOf(textOf(tongue, said), `${name}.${language}.ts`);
        const file = this.emitFile({ type: 'asset', name: `${name}.${language}.js`, source });
        files.push(`${language}:()=>import('./${basename(this.getFileName(file))}')`);
      }
      const choice = `({${files.join(',')}})[document.documentElement.lang]`;
      return { code: `const __said__=await ${choice}();\n${code}`, map: null };
    },
  };
}

function tongueOf(path: string): Tongue {
  const { words = '', ...tables } = parts(readFileSync(path, 'utf8'), /^(?:export )?const (\w+)/gm);
  return { tables, areas: parts(words, /^ {2}(\w+): /gm) };
}

/** The text of each part, from where its name stands to where the next begins. */
function parts(text: string, begin: RegExp): Record<string, string> {
  const found = [...text.matchAll(begin)];
  return Object.fromEntries(
    found.map(({ 1: name = '', index }, turn) => [name, text.slice(index, found[turn + 1]?.index)]),
  );
}

/** A module that says these tables and areas, with what they are made of. */
function textOf({ tables, areas }: Tongue, said: readonly string[]): string {
  const entries = said.filter((name) => name in areas).map((name) => areas[name]?.replace(/^\}.*;$/m, ''));
  const words = `export const words = {${entries.join('')}};`;
  const needed = new Set(said.filter((name) => name in tables));
  const look = (text: string): void => {
    for (const name of Object.keys(tables)) {
      if (needed.has(name) || !new RegExp(`\\b${name}\\b`).test(text)) continue;
      needed.add(name);
      look(tables[name] ?? '');
    }
  };
  look(words);
  for (const name of needed) look((tables[name] ?? '').replace(/^.*const \w+/, ''));
  const held = Object.keys(tables).filter((name) => needed.has(name));
  return [...held.map((name) => tables[name]), words].join('\n');
}

async function javaScriptOf(text: string, file: string): Promise<string> {
  const { code } = await transformWithOxc(text, file, { sourcemap: false });
  return (await minify(file.replace(/ts$/, 'js'), code, { module: true })).code;
}

/** A module that says its words by area: `words.tokens.title` and `const { tokens } = words` need the area `tokens` alone. */
function saidApart(code: string, idOf: (area: string) => string): string {
  const others = (names: string): string => names.replace(/\bwords\b,? ?/, '').replace(/, $/, '');
  const direct = code
    .replace(IMPORTS_WORDS, (line: string, names: string) =>
      others(names) === '' ? '' : line.replace(names, others(names)),
    )
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
