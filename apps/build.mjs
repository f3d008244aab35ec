// Builds everything that runs into dist: the programs of the server beside the pages. `npm run build` runs this file, the
// first `npm start` calls it. Plain JavaScript that Node 20 understands.
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const main = join(root, 'dist/apps/helpdesk/src/main.js');
const vite = ['node_modules/vite/bin/vite.js', 'build'];
const server = [['node_modules/@nestjs/cli/bin/nest.js', 'build']];
/** In this order: the pages empty the folder that what follows writes into. */
const pages = [
  [...vite, 'apps/admin-web'],
  [...vite, '--config', 'apps/admin-web/banner-element.config.ts'],
  [...vite, '--config', 'apps/admin-web/banner-letter.config.ts'],
];
const options = { cwd: root, timeout: 300_000, maxBuffer: 1e8 };

/** Files that are there after every build, as paths. */
export const built = [
  main,
  ...['index.html', 'banners.js', 'banner-letter.mjs'].map((file) => join(root, 'dist/admin-web', file)),
];

/** Builds what changed; rejects with what the tools wrote. `say` hears what each of them wrote when it is through. */
export async function build(say = () => undefined) {
  // tsc writes only what its notes say is new, also when the output they describe is gone.
  if (!existsSync(main)) rmSync(join(root, 'dist/server.tsbuildinfo'), { force: true });
  const inOrder = async (commands) => {
    for (const command of commands) {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, command, options);
      say(stdout + stderr);
    }
  };
  await Promise.all([server, pages].map(inOrder));
}

/** What to tell people of a build that failed. */
export function whyNotBuilt(failure) {
  return `The build failed.\n${failure.stdout ?? failure.message}${failure.stderr ?? ''}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build((words) => process.stdout.write(words)).catch((failure) => {
    console.error(whyNotBuilt(failure));
    process.exitCode = 1;
  });
}
