// What `npm run bench -- <bench> [--option value]…` runs: builds what changed, then becomes the bench on the Node that
// npm installed. Plain JavaScript that Node 20 understands. Only the bench's result goes to stdout.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweepLeftovers } from '../support/leftovers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [name = '', ...options] = process.argv.slice(2);
const bench = join(root, 'test/bench', name, `${name}.ts`);

function node() {
  const own = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(own) ? own : process.execPath;
}

/** Incremental: seconds at most when nothing changed. A build that fails measures nothing. */
function build() {
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const built = spawnSync(node(), [nest, 'build'], { cwd: root, encoding: 'utf8', timeout: 300_000 });
  if (built.status !== 0) console.error(`The build failed.\n${built.stdout}${built.stderr}`);
  return built.status === 0;
}

function become() {
  const flags = [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('../support/typescript-source.mjs', import.meta.url).href,
  ];
  const child = spawn(node(), [...flags, bench, ...options], { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
    // Interrupted, it left its servers running.
    sweepLeftovers();
  });
}

if (!/^[a-z]+$/.test(name) || !existsSync(bench)) {
  console.error(`There is no bench "${name}": npm run bench -- ingest --messages 2000, or -- tokens`);
  process.exitCode = 1;
} else if (build()) become();
else process.exitCode = 1;
