import { type Database } from '@mailroom/kernel';
import { mailroomMigrations } from '../../../../migrations/index.js';
import { fault, fine, type Finding } from './finding.js';

/** The schema against the migrations of this version. What was missing ran when the host was booted for this look. */
export async function lookAtSchema(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ name: string }>('select name from mailroom.migration_ledger');
  return schemaFinding(rows.map(({ name }) => name));
}

function schemaFinding(ran: readonly string[]): Finding {
  const check = 'schema';
  const known = mailroomMigrations.map(({ name }) => name);
  const newer = ran.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    return fault(
      check,
      `A newer version has been here: ${newer.join(', ')}.`,
      'Install that version again. Going back over a migration needs a backup.',
    );
  }
  const missing = known.filter((name) => !ran.includes(name));
  if (missing.length > 0)
    return fault(check, `These have not run: ${missing.join(', ')}.`, 'Start the helpdesk.');
  return fine(check, `All ${known.length} migrations have run.`);
}
