// Builds what changed, then becomes a TypeScript program below test/, on the Node that npm installed. Plain JavaScript
// that Node 20 understands. Only the program's result goes to stdout.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweepLeftovers } from './leftovers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

function node() {
  const own = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(own) ? own : process.execPath;
}

/** Incremental: seconds at most when nothing changed. What does not build is not run. */
function build() {
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const built = spawnSync(node(), [nest, 'build'], { cwd: root, encoding: 'utf8', timeout: 300_000 });
  if (built.status !== 0) console.error(`The build failed.\n${built.stdout}${built.stderr}`);
  return built.status === 0;
}

/** Runs `program`, a path to its source, with `options`; its exit code becomes ours. */
export function become(program, options) {
  if (!build()) {
    process.exitCode = 1;
    return;
  }
  const flags = [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('typescript-source.mjs', import.meta.url).href,
  ];
  const child = spawn(node(), [...flags, program, ...options], { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
    // Interrupted, it left its servers running.
    sweepLeftovers();
  });
}
