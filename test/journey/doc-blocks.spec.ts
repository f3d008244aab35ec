import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../apps/cli/src/program.js';
import { csvCell } from '../../libs/plugin/src/moving-in/read-csv.js';
import { commandLineOn } from '../support/command-line.js';
import { docBlock } from '../support/doc-blocks.js';
import { ACTOR_HEADER } from '../support/host.js';
import { privateFolder, removeWithServers } from '../support/leftovers.mjs';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

// Blocks that compile are held by test/architecture/doc-blocks.spec.ts; here is what somebody types in.
describe('what the documentation tells to type', () => {
  let mailroom: RunningMailroom;
  let folder: string;

  beforeAll(async () => {
    mailroom = await startMailroom({ work: false });
    folder = privateFolder('doc-blocks');
    mkdirSync(join(folder, 'dist'));
    const helpdesk = pathToFileURL(join(root, 'dist/apps/helpdesk/src/context.js')).href;
    writeFileSync(join(folder, 'dist/mailroom-context.js'), `export * from '${helpdesk}';`);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });
  afterAll(async () => {
    await mailroom?.stop();
    removeWithServers(folder);
  });

  const wordsOf = (command: string) =>
    command
      .trim()
      .replace(/^(npx )?mailroom /, '')
      .split(/\s+/);

  it('lists tokens, on the host that the command names', async () => {
    const words = wordsOf(docBlock('docs/cli.md', ''));
    expect(words).toEqual(['--host', './dist/mailroom-context.js', 'tokens', 'list']);
    const ran = await commandLineOn(mailroom)(words, { cwd: folder });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Mailbox|no token/i) });
  });

  it('is commands that there are, with options that they have', async () => {
    const told = commandsTold();
    expect(told.length).toBeGreaterThan(20);
    for (const { command, options } of told) {
      const said: string[] = [];
      const write = { out: (text: string) => void said.push(text), error: () => undefined };
      const around = { usualHost: undefined, signal: new AbortController().signal, write };
      const code = await runCommandLine([...command, '--help'], around);
      const help = said.join('');
      expect([command, code, help.startsWith(`Usage: mailroom ${command.join(' ')}`)]).toEqual([
        command,
        0,
        true,
      ]);
      expect([command, options.filter((option) => !help.includes(option))]).toEqual([command, []]);
    }
  });

  it('is a file of clients that can be imported', async () => {
    const input = docBlock('docs/import-export.md', 'yaml');
    const ran = await commandLineOn(mailroom)(['clients', 'import', '-', '--dry-run', '--json'], { input });
    expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([0, { added: 1, refused: 0 }]);
  });

  it('is queries of Znuny whose answers move in', async () => {
    const queries = docBlock('docs/coming-from/znuny.md', 'sql')
      .split(/;\n*/)
      .filter((query) => query.trim() !== '');
    Object.assign(mailroom.intake, {
      destinations: () => Promise.resolve([{ id: 'support', label: 'Support' }]),
    });
    const kinds: unknown[] = [];
    const runner = mailroom.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('create schema znuny; set local search_path to znuny');
      await runner.query(read('test/fixtures/znuny-tables.sql'));
      for (const query of queries) kinds.push(await preview(csvOf(await runner.query(query))));
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(kinds).toMatchObject([
      { kind: 'znuny-mail-accounts', new: 2, refused: 0 },
      { kind: 'znuny-outbound-profiles', new: 1, refused: 0 },
      { kind: 'znuny-system-addresses', new: 1, refused: 0 },
    ]);
    expect(JSON.stringify(kinds)).toContain('"client":"Exchange Online"');
  });

  async function preview(csv: string): Promise<unknown> {
    const response = await fetch(`${mailroom.url}/mailroom/api/moving-in/preview`, {
      method: 'POST',
      headers: { [ACTOR_HEADER]: 'admin', origin: mailroom.url, 'content-type': 'text/csv' },
      body: csv,
    });
    return response.json();
  }
});

/** As a database client saves what a query answered. */
function csvOf(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvCell(textOf(row[column]))).join(','));
  return [columns.join(','), ...lines].join('\n');
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString() : String(value as string | number);
}

/** Every command in the table of docs/cli.md and in running text, and the options that are told of it. */
function commandsTold(): { command: string[]; options: string[] }[] {
  const rows = read('docs/cli.md').matchAll(/^\| (`.+?) +\| (.+?) *\|$/gm);
  const listed = [...rows].flatMap(([, cell = '', says = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, command = '']) => told(command, says)),
  );
  const pages = ['*.md', 'docs/**/*.md', 'package/*.md'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }),
  );
  const inText = pages.flatMap((page) =>
    [...read(page).matchAll(/`(?:npx )?mailroom ((?!…)[^`]+)`/g)].map(([, command = '']) =>
      told(command, command),
    ),
  );
  return [...listed, ...inText];
}

function told(command: string, says: string) {
  const words = command.replace(/--host \S+ /, '').split(' ');
  const end = words.findIndex((word, index) => index > 0 && !/^[a-z-]+$/.test(word));
  const name = (end < 0 ? words : words.slice(0, end)).filter((word) => !word.startsWith('-'));
  const options = `${command} ${says}`.match(/--[a-z-]+/g) ?? [];
  return { command: name.slice(0, 2), options: options.filter((option) => option !== '--host') };
}
