// Writes the lockfiles of `kinds` anew after a change of the package's dependencies: `npm run pack:plugin`, then this.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const FLAGS = ['--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund'];

function lock(kind) {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-lock-'));
  for (const name of readdirSync(kind)) copyFileSync(join(kind, name), join(folder, name));
  forgetPackage(join(folder, 'package-lock.json'));
  copyFileSync(join(root, `dist/nestjs-mailroom-${version}.tgz`), join(folder, 'nestjs-mailroom.tgz'));
  execFileSync('npm', ['install', ...FLAGS], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const written = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  // Each build makes another tarball; what it asks for is locked, its bytes are not.
  delete written.packages['node_modules/nestjs-mailroom'].integrity;
  writeFileSync(join(kind, 'package-lock.json'), `${JSON.stringify(written, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
}

// What npm has locked of a version it believes; ours is another one with each build.
function forgetPackage(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  delete lock.packages['node_modules/nestjs-mailroom'];
  writeFileSync(file, JSON.stringify(lock));
}

for (const kind of ['express', 'fastify']) lock(join(import.meta.dirname, 'kinds', kind));
