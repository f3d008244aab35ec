import { z } from 'zod';
import { accountCheckSchema, type AccountCheckReport } from './check-steps.js';

/** The last test of what is stored, so that an admin sees what was tested, when and how it went. */
export const lastCheckSchema = accountCheckSchema
  .extend({ at: z.iso.datetime(), passed: z.boolean() })
  .meta({ id: 'AccountLastCheck' });
/** As it is kept with the account. */
export type LastCheck = z.infer<typeof lastCheckSchema>;

/** A report as it is kept. */
export function lastCheck({ steps }: AccountCheckReport, now: Date): LastCheck {
  return { at: now.toISOString(), passed: steps.every(({ ok }) => ok), steps };
}
