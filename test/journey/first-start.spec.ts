import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { privateFolder, removeWithServers } from '../support/leftovers.mjs';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What a clone has of what runs; nothing built. */
const SOURCES = [
  'apps',
  'docs',
  'libs',
  'migrations',
  'nest-cli.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const SANDBOX_PORTS = ['HTTP', 'IMAP', 'IMAPS', 'POP3', 'POP3S', 'SMTP'].map((name) => [
  `SANDBOX_${name}_PORT`,
  '0',
]);

let folder: string;

beforeAll(() => {
  folder = privateFolder('newcomer');
  for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => removeWithServers(folder));

/** What `npm start` runs, in the copy; `said` is what the terminal shows. */
function start(): { child: ChildProcess; said: () => string } {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['apps/helpdesk/start.mjs'], {
    cwd: folder,
    env: { PATH, PORT: '0', POSTGRES_PORT: '0', ...Object.fromEntries(SANDBOX_PORTS) },
    // A group of its own, as a terminal gives it: Ctrl-C reaches all of it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, said: () => output };
}

/** Where the helpdesk is, as the terminal says once it is ready. */
async function addressIn({ child, said }: ReturnType<typeof start>): Promise<string> {
  const ready = () => {
    if (child.exitCode !== null) throw new Error(said());
    return /is ready after [\s\S]+Helpdesk +(http:\S+)/.exec(said())?.[1];
  };
  return until(ready, { what: 'the helpdesk', timeoutMs: 240_000 });
}

async function stop({ child }: ReturnType<typeof start>): Promise<number> {
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code] = (await once(child, 'exit', { signal: AbortSignal.timeout(30_000) })) as [number];
  return code;
}

it('a clone that was never built builds everything that it serves, and the next start builds nothing', async () => {
  const first = start();
  const url = await addressIn(first);
  expect(first.said()).toContain('Building (first start or sources changed)');
  const answers = ['', 'my-mailbox', 'banners.js', 'docs/embedding.md'].map(async (page) => {
    const response = await fetch(`${url}/mailroom/${page}`, { signal: AbortSignal.timeout(30_000) });
    return [page, response.status, (await response.text()).length > 500];
  });
  expect(await Promise.all(answers)).toEqual([
    ['', 200, true],
    ['my-mailbox', 200, true],
    ['banners.js', 200, true],
    ['docs/embedding.md', 200, true],
  ]);
  expect(await stop(first)).toBe(0);

  const second = start();
  await addressIn(second);
  expect(second.said()).not.toContain('Building');
  expect(await stop(second)).toBe(0);
}, 400_000);
