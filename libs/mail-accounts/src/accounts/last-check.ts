import { z } from 'zod';
import { accountCheckSchema, type AccountCheckReport } from './check-steps.js';

/** The last test of what is stored, so that an admin sees what was tested, when and how it went. */
export const lastCheckSchema = accountCheckSchema
  .extend({ at: z.iso.datetime(), passed: z.boolean() })
  .meta({ id: 'AccountLastCheck' });
/** As it is kept with the account. */
export type LastCheck = z.infer<typeof lastCheckSchema>;

/** After a test that passed nobody needs another one for so long: time to read how it went, and to press the next button. */
const FRESH_MS = 5 * 60_000;

/**
 * Has what is stored just passed its test, and not been live since? A change of what matters makes the last test void, so
 * that it is null.
 */
export function passedJustNow(
  { lastCheck, liveSince }: { readonly lastCheck: LastCheck | null; readonly liveSince: Date | null },
  now: Date,
): boolean {
  if (!lastCheck?.passed) return false;
  const at = Date.parse(lastCheck.at);
  return at > (liveSince?.getTime() ?? 0) && at <= now.getTime() && now.getTime() - at < FRESH_MS;
}

/** A report as it is kept. */
export function lastCheck({ steps }: AccountCheckReport, now: Date): LastCheck {
  return { at: now.toISOString(), passed: steps.every(({ ok }) => ok), steps };
}
