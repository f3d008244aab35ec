import { execFile, spawn } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '../../apps/sandbox/src/index.js';
import { docCommands } from '../support/doc-commands.js';
import { privateFolder, removeWithServers } from '../support/leftovers.mjs';
import { until } from '../support/until.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What holds a command to what it says: the build server, a spec that does the same, this one, or why nothing. */
type Treatment =
  /** `.ci/run` has the line, or runs a script that does. */
  | { readonly ci: true }
  /** What the script calls is called by this file of the tests. */
  | { readonly doneBy: string }
  /** It takes minutes: its program is there and has the options that are written. */
  | { readonly takesMinutes: string }
  | { readonly runHere: () => Promise<void> }
  | { readonly notRun: string };

const bench = (name: string): Treatment => ({ takesMinutes: `test/bench/${name}/${name}.ts` });
const faults: Treatment = { takesMinutes: 'test/faults/options.ts' };
const install: Treatment = {
  notRun: 'the registry has no package yet; test/embedding installs what was packed',
};
const elsewhere: Treatment = { notRun: 'in the application of a host: test/embedding runs it there' };

const COMMANDS: Readonly<Record<string, Treatment>> = {
  'npm ci': { ci: true },
  'npm test': { ci: true },
  'npm run check': { ci: true },
  'npm run check:imports': { ci: true },
  'npm run check:pages': { ci: true },
  'npm start': { doneBy: 'test/journey/first-start.spec.ts' },
  'node apps/helpdesk/start.mjs': { doneBy: 'test/journey/first-start.spec.ts' },
  'npm run pack:plugin': { doneBy: 'test/architecture/package.spec.ts' },
  'npm run test:embedding': { doneBy: 'test/run.mjs' },
  'npm run bench -- ingest --messages 2000': bench('ingest'),
  'npm run bench -- ingest': bench('ingest'),
  'npm run bench -- tokens': bench('tokens'),
  'npm run bench -- backlog --messages 50000': bench('backlog'),
  'npm run bench -- backlog': bench('backlog'),
  'npm run bench -- fairness --messages 50000': bench('fairness'),
  'npm run bench -- fairness': bench('fairness'),
  'npm run bench -- send --mails 2000': bench('send'),
  'npm run bench -- send': bench('send'),
  'npm run bench -- growth --messages 3000': bench('growth'),
  'npm run bench -- growth': bench('growth'),
  'npm run bench -- kills': bench('kills'),
  'npm run bench -- poll': bench('poll'),
  'npm run bench -- push': bench('push'),
  'npm run bench -- first-page': bench('first-page'),
  'npm run faults': faults,
  'npm run faults -- --seed 7': faults,
  'npm run faults -- --only database': faults,
  'npm run -s parse -- folder': { runHere: parsesAFolder },
  'node dist/apps/sandbox/src/main.js': { runHere: startsTheSandbox },
  'node --max-semi-space-size=4': { runHere: knowsTheFlag },
  'openssl s_client -connect NAME:993': { runHere: showsACertificate },
  'npx mailroom --host ./dist/mailroom-context.js tokens list': { doneBy: 'test/journey/doc-blocks.spec.ts' },
  'npx mailroom': elsewhere,
  'npx mailroom --host ./dist/mailroom-context.js doctor': elsewhere,
  'npx mailroom --host ./dist/billing-desk/mailroom-context.js doctor': elsewhere,
  'npx mailroom --host ./dist/billing-desk/mailroom-context.js': elsewhere,
  'npm install nestjs-mailroom @nestjs/schedule @nestjs/swagger @nestjs/typeorm typeorm pg': install,
  'npm run screenshots': { notRun: 'writes docs/images; test/pages looks at the same pages' },
  'node test/embedding/lock.mjs': { notRun: 'asks the registry, and writes the lockfiles of test/embedding' },
  'UPDATE_OPENAPI=1 npx jest test/architecture/open-api.spec.ts': {
    notRun: 'writes the document; without the variable the spec compares it, in npm test',
  },
  'node apps/admin-web/generate-client.mjs': { notRun: 'writes the client; npm test compares it' },
  'UPDATE_RELEASED=1 npx jest test/architecture/changelog.spec.ts': {
    notRun: 'writes down a release; without the variable the spec compares with the last one, in npm test',
  },
};

const entries = Object.entries(COMMANDS);
const treated = <Kind extends string>(kind: Kind) =>
  entries.filter(([, treatment]) => kind in treatment) as [
    string,
    Extract<Treatment, Record<Kind, unknown>>,
  ][];
const scriptOf = (command: string): string | undefined => /^npm (?:run (?:-s )?)?([\w:]+)/.exec(command)?.[1];

describe('a command that the documentation tells to type', () => {
  it('is held to what it says, or it is said why not', () => {
    expect([...docCommands().keys()].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
  });

  it('is a script that there is', () => {
    const called = entries.map(([command]) => scriptOf(command)).filter((name) => name !== undefined);
    expect(called.filter((name) => !['ci', 'install', ...Object.keys(scripts)].includes(name))).toEqual([]);
  });

  it.each(treated('ci'))('is run on the build server: %s', (command) => {
    const lines = read('.ci/run').split('\n');
    const inside = lines
      .map((line) => scripts[scriptOf(line) ?? ''] ?? '')
      .join(' && ')
      .split(' && ');
    expect([...lines, ...inside]).toContain(command);
  });

  it.each(treated('doneBy'))('is done by a test: %s', (command, { doneBy }) => {
    const script = scripts[scriptOf(command) ?? ''] ?? command;
    const [, program] = /(?:node|--testMatch) "?([\w./*]+)"?$/.exec(script) ?? [];
    const named = script.startsWith('npx mailroom') ? 'wordsOf(docBlock(' : (program ?? script);
    expect(read(doneBy)).toContain(named);
  });

  it.each(treated('takesMinutes'))('has a program with these options: %s', (command, { takesMinutes }) => {
    const options = [...command.matchAll(/ --([a-z][\w-]*)/g)].map(([, option = '']) => option);
    const program = read(takesMinutes);
    expect(program).toMatch(/parseArgs\(|readOptions(?:AndProfile)?\(/);
    expect(options.filter((option) => !new RegExp(`\\b${option}: (?:\\{ type|\\d)`).test(program))).toEqual(
      [],
    );
  });

  it('names benches that there are, and all of them', async () => {
    const { stderr } = await ran('npm', ['run', '-s', 'bench', '--', 'no-such-bench']);
    const there = globSync('test/bench/*/*.ts', { cwd: root })
      .map((path) => path.split('/').slice(2))
      .filter(([folder, file]) => file === `${folder}.ts`)
      .map(([folder]) => folder);
    for (const name of there) expect([stderr, name]).toEqual([expect.stringContaining(`-- ${name}`), name]);
    const told = treated('takesMinutes').flatMap(
      ([command]) => / bench -- ([\w-]+)/.exec(command)?.[1] ?? [],
    );
    expect(new Set(told)).toEqual(new Set(there));
  });

  it.each(treated('runHere'))('does what is said of it: %s', (_, { runHere }) => runHere());
});

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function ran(program: string, words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: root, timeout: 60_000, env: { PATH: process.env['PATH'] } };
    const child = execFile(program, words, options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

async function parsesAFolder(): Promise<void> {
  const folder = privateFolder('parse');
  writeFileSync(join(folder, 'hello.eml'), 'From: a@b.test\r\nSubject: Hello\r\n\r\nHi\r\n');
  // As the script does, without the build before it: npm test has built.
  const flags = ['--experimental-transform-types', '--import', './test/support/typescript-source.mjs'];
  const { code, stdout } = await ran('node', [...flags, 'test/parse/parse.ts', folder]);
  removeWithServers(folder);
  expect([code, scripts['parse'], read('test/parse/run.mjs')]).toEqual([
    0,
    'node test/parse/run.mjs',
    expect.stringContaining("new URL('parse.ts'"),
  ]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ id: 'hello', subject: 'Hello' });
}

async function startsTheSandbox(): Promise<void> {
  const ports = ['HTTP', 'IMAP', 'IMAPS', 'POP3', 'POP3S', 'SMTP', 'SMTPS'].map((name) => [
    `SANDBOX_${name}_PORT`,
    '0',
  ]);
  const child = spawn('node', ['dist/apps/sandbox/src/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...Object.fromEntries(ports) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    const address = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0], {
      what: 'the sandbox',
      timeoutMs: 60_000,
    });
    const { status } = await fetch(`${address}/control/state`);
    expect(status).toBe(200);
  } finally {
    child.kill();
  }
}

async function knowsTheFlag(): Promise<void> {
  const script = 'console.log(process.execArgv[0])';
  expect(await ran('node', ['--max-semi-space-size=4', '-e', script])).toMatchObject({
    code: 0,
    stdout: '--max-semi-space-size=4\n',
  });
}

async function showsACertificate(): Promise<void> {
  const sandbox = await startSandbox();
  const { stdout } = await ran('openssl', ['s_client', '-connect', `127.0.0.1:${sandbox.imaps.port}`]);
  await sandbox.stop();
  expect(stdout).toMatch(/CONNECTED[\s\S]+BEGIN CERTIFICATE/);
}
