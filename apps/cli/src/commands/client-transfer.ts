import { type Command, Option } from 'commander';
import { ExportClients, ImportClients, type ExportOrder, type ImportReport } from '@mailroom/oauth-tokens';
import { type Errand } from './errand.js';
import { contentOf, passphraseIn } from './passphrase.js';

interface ExportFlags {
  readonly secrets: ExportOrder['secrets'];
  readonly passphraseFile?: string;
  readonly inClear?: true;
}

interface ImportFlags {
  readonly overwrite?: boolean;
  readonly dryRun?: true;
  readonly passphraseFile?: string;
}

/** `clients export`: YAML on stdout, and nowhere else. */
export function exportCommand(clients: Command, errand: Errand): void {
  clients
    .command('export')
    .description('clients as YAML on stdout; tokens are never part of it')
    .argument('[names...]', 'only these clients')
    .addOption(
      new Option('--secrets <manner>', 'what becomes of secrets')
        .choices(['left-out', 'sealed', 'clear'])
        .default('left-out'),
    )
    .option('--passphrase-file <file>', 'the passphrase to seal them under')
    .option('--in-clear', 'yes, secrets in clear: needed with --secrets clear')
    .action(async (names: string[], { secrets, passphraseFile, inClear }: ExportFlags) => {
      if (secrets === 'clear' && !inClear) {
        errand.misused(
          'Secrets in clear are everybody’s who sees the output: say --in-clear as well, or seal them.',
        );
      }
      const passphrase = await passphraseIn(passphraseFile);
      if (secrets === 'sealed' && !passphrase)
        errand.misused('Name the passphrase: --passphrase-file <file>.');
      const order = { secrets, passphrase, names: names.length > 0 ? names : undefined, actor: errand.actor };
      errand.screen.document(await (await errand.get(ExportClients)).run(order));
    });
}

/** `clients import`: Mailroom's own files and those of Znuny. */
export function importCommand(clients: Command, errand: Errand): void {
  clients
    .command('import')
    .description('take clients from a YAML file of Mailroom or Znuny; exit code 3 when entries are refused')
    .argument('<file>', 'the file, or - for stdin')
    .option('--overwrite', 'replace clients of the same name; tokens stay')
    .option('--dry-run', 'say what would become of each entry, and change nothing')
    .option('--passphrase-file <file>', 'the passphrase that secrets are sealed under')
    .action(async (file: string, { overwrite = false, dryRun, passphraseFile }: ImportFlags) => {
      const passphrase = await passphraseIn(passphraseFile);
      const order = { yaml: await contentOf(file), overwrite, passphrase, actor: errand.actor };
      const importer = await errand.get(ImportClients);
      const report = await (dryRun ? importer.preview(order) : importer.run(order));
      tell(errand, report, dryRun === true);
      if (report.refused > 0) errand.attention();
    });
}

function tell({ screen }: Errand, report: ImportReport, dryRun: boolean): void {
  const { added, replaced, skipped, refused, entries } = report;
  const columns = {
    Line: ({ line }: Entry) => line,
    Name: ({ name }: Entry) => name,
    Verdict: ({ verdict }: Entry) => verdict,
    Reason: ({ problem }: Entry) => problem && [problem.code, problem.field].filter(Boolean).join(' at '),
    Notes: ({ notes }: Entry) => notes.map(({ code }) => code).join(', '),
  };
  if (screen.json) screen.result(report, '');
  else screen.list(entries, columns, 'The file holds no clients.');
  const done = dryRun ? 'would be' : 'were';
  screen.say(`${added} ${done} added, ${replaced} replaced, ${skipped} skipped, ${refused} refused.`);
}

type Entry = ImportReport['entries'][number];
