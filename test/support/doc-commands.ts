import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docBlocks, docPages } from './doc-blocks.js';

const root = join(import.meta.dirname, '../..');
const COMMAND = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|openssl|curl|psql) \S/;

/** Every command that the documentation tells to type, in a block or in running text, each once, with where it stands first. */
export function docCommands(): ReadonlyMap<string, string> {
  const inBlocks = docBlocks()
    .filter(({ language }) => ['', 'sh', 'bash', 'console'].includes(language))
    .flatMap(({ place, code }) =>
      code.split('\n').map((line) => [line.replace(/ +#.*$/, ''), place] as const),
    );
  const inText = docPages()
    .filter((page) => !page.startsWith('docs/decisions'))
    .flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/`([^`\n]+)`/g)].map(
        ([, code = '']) => [code, page] as const,
      ),
    );
  const found = new Map<string, string>();
  for (const [line, place] of [...inBlocks, ...inText])
    for (const command of line.trim().split(' && '))
      if (COMMAND.test(command) && !command.includes('…') && !found.has(command)) found.set(command, place);
  return found;
}
