// `npm run pack:plugin`: lays the package out in dist/package and packs it to dist/nestjs-mailroom-<version>.tgz. Reads
// what `npm run build` made. The last line on stdout is JSON: the tarball, and bytes unpacked with and without maps.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledFiles, pageFiles } from './contents.mjs';
import { reachableDeclarations } from './declarations.mjs';
import { manifestOf } from './manifest.mjs';
import { withRealImports } from './real-imports.mjs';
import { HELPERS, sharedHelpers } from './shared-helpers.mjs';
import { withSources } from './source-maps.mjs';
import { withoutComments } from './without-comments.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = join(root, 'dist/package');

function put(path, content) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const helpers = sharedHelpers();

/** A file of the build as it goes into the package: no path alias, nothing twice, no map that points outside. */
function prepared(path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (path.endsWith('.map')) return withSources(text, join(root, path), root);
  const named = withRealImports(text, path);
  return path.endsWith('.d.ts') ? named : withoutComments(helpers.take(named, path));
}

const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = manifestOf(project);
const entries = Object.values(manifest.exports).flatMap(({ types }) => types?.slice('./'.length) ?? []);
const declared = reachableDeclarations(entries, prepared);

rmSync(target, { recursive: true, force: true });
for (const path of compiledFiles(root)) {
  if (!path.endsWith('.d.ts') || declared.has(path)) put(path, prepared(path));
}
put(HELPERS, helpers.text());
// The pages are minified; their maps would be larger than everything else.
for (const path of pageFiles(root)) put(path, readFileSync(join(root, path)));
for (const path of ['LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, path), join(target, path));
for (const path of ['README.md', 'mailroom.mjs']) {
  copyFileSync(join(root, 'package', path), join(target, path));
}
put('package.json', `${JSON.stringify(manifest, null, 2)}\n`);

const packed = execFileSync('npm', ['pack', target, '--json', '--pack-destination', join(root, 'dist')], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
// npm 11 answers with a list, npm 12 with an object by name.
const [{ filename, files }] = Object.values(JSON.parse(packed));
const bytes = (kept) => files.filter(kept).reduce((sum, { size }) => sum + size, 0);
console.log(
  JSON.stringify({
    tarball: `dist/${filename}`,
    files: files.length,
    bytes: bytes(() => true),
    bytesWithoutMaps: bytes(({ path }) => !path.endsWith('.map')),
  }),
);
