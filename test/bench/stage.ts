import { cpus } from 'node:os';
import { startDovecot, type Dovecot } from '../support/dovecot.js';
import { privateFolder, removeWithServers, sweepLeftovers } from '../support/leftovers.mjs';
import { findDovecot, mailPackages } from '../support/programs.mjs';
import { BenchPostgres } from './bench-postgres.js';

/** What a bench plays on; it is gone afterwards. */
export interface Stage {
  readonly postgres: BenchPostgres;
  /** Whatever is written there goes with it. */
  readonly folder: string;
}

/** Says something that is not the result: stdout is the result's alone. */
export function say(line: string): void {
  console.error(line);
}

/** Says on which machine and which PostgreSQL, has the bench play, and clears away whatever came of it. */
export async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  sweepLeftovers();
  const folder = privateFolder('bench');
  try {
    const postgres = await BenchPostgres.start(folder);
    try {
      say(`machine: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
      say(`PostgreSQL: ${postgres.settings}`);
      await play({ postgres, folder });
    } finally {
      await postgres.stop();
    }
  } finally {
    removeWithServers(folder);
  }
}

/** A bench that needs Dovecot to be installed, and starts its own. Exit code 2 where there is none. */
export async function onStageBesideDovecot(play: (stage: Stage) => Promise<void>): Promise<void> {
  const { problem } = findDovecot();
  if (problem === undefined) await onStage(play);
  else sayMissing(problem);
}

/** A bench that has a Dovecot. Exit code 2 where none is installed. */
export async function onStageWithDovecot(
  play: (stage: Stage & { readonly dovecot: Dovecot }) => Promise<void>,
): Promise<void> {
  await onStageBesideDovecot(async (stage) => {
    const dovecot = await startDovecot();
    try {
      await play({ ...stage, dovecot });
    } finally {
      await dovecot.stop();
    }
  });
}

/** Says which packages bring what is missing; the exit code will be 2. */
export function sayMissing(problem: string): void {
  say(`${problem}: apt-get install ${mailPackages.join(' ')}`);
  process.exitCode = 2;
}
