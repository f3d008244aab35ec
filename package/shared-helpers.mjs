import { posix } from 'node:path';

const HELPER = /^var (__\w+) = \(this && this\.\1\) \|\| function[\s\S]*?^\};\n/gm;

/** Where the helpers are, in the package. */
export const HELPERS = 'dist/helpers.js';

/**
 * Takes what the compiler writes at the top of each file with decorators: once in the package is enough. `take` answers a
 * compiled file at a path of the package with an import in its place, on the lines it had; `text()` is the file imported.
 */
export function sharedHelpers() {
  const found = new Map();
  return {
    take(code, path) {
      const names = [...code.matchAll(HELPER)].map(([text, name]) => {
        if ((found.get(name) ?? text) !== text)
          throw new Error(`${path} has another ${name} than the others`);
        found.set(name, text);
        return name;
      });
      if (names.length === 0) return code;
      const steps = posix.relative(posix.dirname(path), HELPERS);
      const line = `import { ${names.join(', ')} } from '${steps.startsWith('.') ? steps : `./${steps}`}';`;
      const left = code.replace(HELPER, (text) => text.replace(/[^\n]/g, ''));
      return line + left;
    },
    text: () => [...found.values()].map((text) => `export ${text}`).join(''),
  };
}
