import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const SOURCES = ['libs', 'migrations', 'apps/cli/src'];
const OUTPUTS = ['.js', '.js.map', '.d.ts'];

function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * What the compiler made of each source that ships, as paths from the root. It goes by the sources: the build leaves
 * behind what it made of files that are gone.
 */
export function compiledFiles(root) {
  const sources = SOURCES.flatMap((folder) => filesBelow(root, folder)).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'),
  );
  const made = sources.flatMap((path) => OUTPUTS.map((ending) => `dist/${path.slice(0, -3)}${ending}`));
  const missing = made.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Error(`${missing} is missing: run npm run build`);
  return made;
}

/** The built admin pages, as paths from the root. */
export function pageFiles(root) {
  if (!existsSync(join(root, 'dist/admin-web/index.html'))) {
    throw new Error('dist/admin-web is missing: run npm run build');
  }
  return filesBelow(root, 'dist/admin-web').filter((path) => !path.endsWith('.map'));
}
