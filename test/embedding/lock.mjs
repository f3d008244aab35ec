// Writes `host/package-lock.json` anew after a change of the package's dependencies: `npm run pack:plugin`, then this.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const host = join(import.meta.dirname, 'host');
const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'mailroom-lock-'));
for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(host, name), join(folder, name));
copyFileSync(join(root, `dist/nestjs-mailroom-${version}.tgz`), join(folder, 'nestjs-mailroom.tgz'));
const flags = ['--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund'];
execFileSync('npm', ['install', ...flags], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
// Each build makes another tarball; what it asks for is locked, its bytes are not.
delete lock.packages['node_modules/nestjs-mailroom'].integrity;
writeFileSync(join(host, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
