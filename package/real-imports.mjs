import { posix } from 'node:path';

const ALIAS = /(['"])@mailroom\/([a-z-]+)(\/testing)?\1/g;

/**
 * `text`, a compiled file at `path` below `dist`, with each import of `@mailroom/<lib>` as the relative path of that lib's
 * index. The compiler's path aliases exist in this repository only, and it leaves them in the `import('…')` types of
 * declarations.
 */
export function withRealImports(text, path) {
  return text.replace(ALIAS, (_, quote, lib, testing) => {
    const index = `dist/libs/${lib}/src/${testing ? 'testing/' : ''}index.js`;
    const steps = posix.relative(posix.dirname(path), index);
    return `${quote}${steps.startsWith('.') ? steps : `./${steps}`}${quote}`;
  });
}
