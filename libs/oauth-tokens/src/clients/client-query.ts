import { z } from 'zod';
import { clientFlows } from './oauth-client.js';

/**
 * Which clients, in what order, and which of them. `urgency`: those with the worst tokens first. `expiry`: by the end of
 * what a client proves itself with, secret or certificate; those without an end come last.
 */
export const clientQuerySchema = z.object({
  /** Part of the name, the client ID or the tenant. */
  search: z.string().trim().max(200).optional(),
  validity: z.enum(['valid', 'invalid', 'temporarily-invalid']).optional(),
  flow: z.enum(clientFlows).optional(),
  sort: z.enum(['name', 'urgency', 'expiry']).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
export type ClientQuery = z.infer<typeof clientQuerySchema>;
