import { readFileSync } from 'node:fs';

const IMPORT = /^(?:import|export) (?!type\b)[^;]*?\bfrom '([^']+)';/gm;

/** What a module loads at once, and what that loads: packages by name, our own modules by address. */
function loadedWith(module: URL, loaded = new Set<string>()): Set<string> {
  loaded.add(module.href);
  for (const [, from = ''] of readFileSync(module, 'utf8').matchAll(IMPORT)) {
    if (!from.startsWith('.')) loaded.add(from);
    else {
      const next = new URL(from.replace(/\.js$/, '.ts'), module);
      if (!loaded.has(next.href)) loadedWith(next, loaded);
    }
  }
  return loaded;
}

it('loads what a mail that comes in needs, and nothing besides', () => {
  const loaded = [...loadedWith(new URL('parse-worker.ts', import.meta.url))];
  const packages = loaded.filter((one) => !one.startsWith('file:') && !one.startsWith('node:'));
  // Half a second passed before the first mail when schemas and the sanitiser came along.
  expect(packages.toSorted()).toEqual(['iconv-lite', 'mailparser']);
  expect(loaded.filter((one) => one.includes('/archive/'))).toEqual([]);
  expect(loaded.filter((one) => one.endsWith('/parse-mail.ts'))).toHaveLength(1);
});
