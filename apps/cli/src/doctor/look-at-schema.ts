import { type SchemaState } from '@mailroom/kernel';
import { fault, fine, type Finding } from './finding.js';

/** The schema against the migrations of this version. What was missing ran when the host was booted for this look. */
export async function lookAtSchema(schema: SchemaState): Promise<Finding> {
  const check = 'schema';
  const { newer, missing, known } = await schema.compare();
  if (newer.length > 0) {
    return fault(
      check,
      `A newer version has been here: ${newer.join(', ')}.`,
      'Install that version again. Going back over a migration needs a backup.',
    );
  }
  if (missing.length > 0)
    return fault(check, `These have not run: ${missing.join(', ')}.`, 'Start the helpdesk.');
  return fine(check, `All ${known} migrations have run.`);
}
