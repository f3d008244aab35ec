import { type Command, Option } from 'commander';
import {
  foreignFiles,
  MovingIn,
  wantsAttention,
  type ForeignFile,
  type MovingReport,
} from '@mailroom/kernel';
import { CommandFailure, EXIT } from '../output/command-failure.js';
import { type Errand } from './errand.js';
import { contentOf } from './passphrase.js';

interface Flags {
  readonly kind?: ForeignFile;
  readonly queue: Readonly<Record<string, string>>;
  readonly dryRun?: true;
  readonly attention?: true;
}

/** `import`: what Znuny, Odoo and Konvergo ERP exported. */
export function movingInCommand(program: Command, errand: Errand): void {
  program
    .command('import')
    .description(
      'move in mail accounts, servers, routes and the sender policy of Znuny, Odoo or Konvergo ERP from CSV or YAML; ' +
        'nothing that is here is changed; exit code 3 when rows are refused or something is left to do',
    )
    .argument('<file>', 'the file, or - for stdin')
    .addOption(
      new Option('--kind <kind>', 'what the file is, where its columns do not tell').choices(foreignFiles),
    )
    .option('--queue <theirs=ours>', 'where mail of a queue goes; may be given several times', place, {})
    .option('--dry-run', 'say what would become of each row, and change nothing')
    .option('--attention', 'list only rows that somebody has to look at or do something about')
    .action(async (file: string, { kind, queue, dryRun, attention }: Flags) => {
      const order = { content: await contentOf(file), kind, queues: queue, actor: errand.actor };
      const moving = await errand.get(MovingIn);
      const report = await (dryRun ? moving.preview(order) : moving.run(order));
      tell(errand, report, { dryRun: dryRun === true, attention: attention === true });
      if (report.refused > 0 || report.rows.some(leavesWork)) errand.attention();
    });
}

/** `theirs=ours` beside what was given before. */
function place(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
  throw new CommandFailure('usage', `${text} is not theirs=ours.`, EXIT.usage);
}

function leavesWork({ verdict, notes }: Row): boolean {
  return verdict === 'new' && notes.some(({ weight }) => weight === 'do');
}

function tell({ screen }: Errand, report: MovingReport, how: { dryRun: boolean; attention: boolean }): void {
  const { kind, here, nothing, refused, rows } = report;
  const listed = how.attention ? rows.filter(wantsAttention) : rows;
  if (screen.json) screen.result({ ...report, rows: listed }, '');
  else screen.list(listed, COLUMNS, 'There are no such rows.');
  const done = how.dryRun ? 'would be' : 'were';
  screen.say(
    `${kind}: ${report.new} ${done} added, ${here} here already, ${nothing} without a counterpart, ${refused} refused.`,
  );
}

type Row = MovingReport['rows'][number];

const saying = (weight: Row['notes'][number]['weight']) => (row: Row) =>
  row.notes.flatMap((note) => (note.weight === weight ? [note.code] : [])).join(', ');

const COLUMNS = {
  Line: ({ line }: Row) => line,
  Name: ({ name }: Row) => name,
  Becomes: ({ thing }: Row) => thing,
  Verdict: ({ verdict }: Row) => verdict,
  Reason: ({ problem }: Row) => problem && [problem.code, problem.field].filter(Boolean).join(' at '),
  'To do': saying('do'),
  'To look at': saying('look'),
};
