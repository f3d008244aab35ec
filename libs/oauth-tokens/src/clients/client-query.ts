import { z } from 'zod';
import { clientFlows } from './oauth-client.js';

/** Which clients, in what order (`urgency`: those with the worst tokens first), and which of them. */
export const clientQuerySchema = z.object({
  /** Part of the name, the client ID or the tenant. */
  search: z.string().trim().max(200).optional(),
  validity: z.enum(['valid', 'invalid', 'temporarily-invalid']).optional(),
  flow: z.enum(clientFlows).optional(),
  sort: z.enum(['name', 'urgency']).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
export type ClientQuery = z.infer<typeof clientQuerySchema>;
