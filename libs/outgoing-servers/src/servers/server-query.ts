import { z } from 'zod';
import { serverJsonSchema } from './server-schema.js';

/** What a list of servers can be narrowed to, besides their states: live ones that fail. */
export const serverStandings = ['live', 'paused', 'draft', 'archived', 'failing'] as const;

/** In what order: `asked` is by priority and name, as mail asks them. */
export const serverSorts = ['asked', 'name', 'host'] as const;

/** Which servers, in what order, and which of them; all without a `limit`. */
export const serverQuerySchema = z.object({
  /** Words, in any case, that all occur in name, host, login, sender filter, owner or comment. */
  search: z.string().trim().max(200).optional(),
  state: z.enum(serverStandings).optional(),
  /** `personal` ones belong to a member of the staff, `shared` ones to everybody. */
  whose: z.enum(['shared', 'personal']).optional(),
  sort: z.enum(serverSorts).default('asked'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
export type ServerQuery = z.infer<typeof serverQuerySchema>;

/** The servers asked for, archived ones too; `total` counts all that match. */
export const serverListSchema = z
  .object({ items: z.array(serverJsonSchema), total: z.int() })
  .meta({ id: 'ServerList' });
export type ServerList = z.infer<typeof serverListSchema>;
