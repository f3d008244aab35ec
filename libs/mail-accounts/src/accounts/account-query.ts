import { z } from 'zod';
import { accountSchema } from './account-answer.js';

/** What a list of accounts can be narrowed to, besides their states: live ones that fail or have mail in quarantine. */
export const accountStandings = ['draft', 'live', 'paused', 'archived', 'attention'] as const;

/** In what order: `urgency` is what needs a look first, `fetched` what has gone longest without a fetch that went well. */
export const accountSorts = ['name', 'address', 'urgency', 'fetched'] as const;

/** Which accounts, in what order, and which of them; all without a `limit`. */
export const accountQuerySchema = z.object({
  /** Words, in any case, that all occur in name, address, login, host or comment. */
  search: z.string().trim().max(200).optional(),
  state: z.enum(accountStandings).optional(),
  sort: z.enum(accountSorts).default('name'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
export type AccountQuery = z.infer<typeof accountQuerySchema>;

/** The accounts asked for, archived ones too; `total` counts all that match. */
export const accountListSchema = z
  .object({ items: z.array(accountSchema), total: z.int() })
  .meta({ id: 'AccountList' });
export type AccountList = z.infer<typeof accountListSchema>;
