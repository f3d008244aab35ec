import { z } from 'zod';

/** What a list of tokens can be narrowed to, besides the three states: those live ones that need a look. */
export const tokenStates = ['live', 'suspected', 'reconnect', 'failing', 'expired'] as const;

/** In what order: `expiry` is what ends first unless somebody reconnects, `urgency` what is worst. */
export const tokenSorts = ['mailbox', 'client', 'expiry', 'urgency'] as const;

/** Which tokens, in what order, and which of them. */
export const tokenQuerySchema = z.object({
  /** Part of the mailbox or of the client's name. */
  search: z.string().trim().max(200).optional(),
  /** `failing`: live, but the last refresh failed. `expired`: live, but the access token has ended. */
  state: z.enum(tokenStates).optional(),
  client: z.uuid().optional(),
  /** Of the client. */
  validity: z.enum(['valid', 'invalid', 'temporarily-invalid']).optional(),
  use: z.enum(['used', 'unused']).optional(),
  sort: z.enum(tokenSorts).default('mailbox'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
export type TokenQuery = z.infer<typeof tokenQuerySchema>;
