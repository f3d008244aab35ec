import { posix } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport\s*\(|\bimport)\s*(['"])(\.[^'"]+)\1/g;

/**
 * Those of `entries`, declaration files, and of all that they import in their turn, as a set of paths; `read` answers the
 * text of a path. Nobody can name the others: the package exports no more than its entries.
 */
export function reachableDeclarations(entries, read) {
  const reached = new Set();
  const ahead = [...entries];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const imports = [...read(path).matchAll(IMPORT)].map(([, , file]) => file.replace(/\.js$/, '.d.ts'));
    ahead.push(...imports.map((file) => posix.join(posix.dirname(path), file)));
  }
  return reached;
}
