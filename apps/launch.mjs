// Runs a program of this repository from its sources: finds a Node that is new enough, builds when sources changed, then
// becomes that program. Plain JavaScript that Node 20 understands.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, built, whyNotBuilt } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = join(root, 'dist/.built');
const sources = [
  'apps',
  'docs',
  'libs',
  'migrations',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}

/** npm installs a Node of its own for Linux and Windows; `npm start` uses it anyway, a bare `node` does not. */
function newerNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const node = join(
    root,
    `node_modules/node-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`,
  );
  return existsSync(node) ? node : undefined;
}

function restart(node, flags, environment) {
  const env = { ...environment, ...process.env };
  const child = spawn(node, [...flags, ...process.argv.slice(1)], { env, stdio: 'inherit' });
  // Ctrl-C in the terminal reaches the child by itself; what is sent to us alone is passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}

function isBuilt() {
  if (![stamp, ...built].every((path) => existsSync(path))) return false;
  return sources.every((source) => lastChange(join(root, source)) <= statSync(stamp).mtimeMs);
}

/** Folders count too: a file that was removed changes nothing else. */
function lastChange(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'node_modules' && !name.endsWith('.spec.ts'));
  return Math.max(found.mtimeMs, ...inside.map((name) => lastChange(join(path, name))));
}

async function buildNow() {
  const begun = new Date();
  // Not on stdout: that may be somebody's JSON.
  process.stderr.write('Building (first start or sources changed)… ');
  await build();
  writeFileSync(stamp, '');
  // What changes while we build counts as newer than the build.
  utimesSync(stamp, begun, begun);
  console.error(`${((Date.now() - begun.getTime()) / 1000).toFixed(1)} s`);
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

/**
 * Becomes `program`, a file below `dist`, on a Node that was started with these flags and in this environment; what the
 * operator sets of it counts.
 */
export async function launch(program, { flags = [], environment = {} } = {}) {
  const node = isNewEnough() ? process.execPath : newerNode();
  if (node === undefined) {
    fail(
      `Mailroom needs Node 22.19 or newer and this is ${process.versions.node}: run npm ci, or install a newer one.`,
    );
    return;
  }
  const isSet =
    flags.every((flag) => process.execArgv.includes(flag)) &&
    Object.keys(environment).every((name) => name in process.env);
  if (node !== process.execPath || !isSet) {
    restart(node, flags, environment);
    return;
  }
  const failure = isBuilt() ? undefined : await buildNow().catch((error) => error);
  if (failure) fail(`\n${whyNotBuilt(failure)}`);
  else await import(pathToFileURL(join(root, 'dist', program)).href);
}
