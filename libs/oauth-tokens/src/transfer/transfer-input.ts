import { z } from 'zod';
import { passphraseSchema } from './passphrase.js';

/**
 * What to export. `sealed` needs a passphrase; `clear` has to be confirmed, and whoever asks has to have proved again
 * who they are.
 */
export const exportRequestSchema = z
  .discriminatedUnion('secrets', [
    z.strictObject({ secrets: z.literal('left-out'), names: z.array(z.string()).max(10_000).optional() }),
    z.strictObject({
      secrets: z.literal('sealed'),
      passphrase: passphraseSchema,
      names: z.array(z.string()).max(10_000).optional(),
    }),
    z.strictObject({
      secrets: z.literal('clear'),
      confirmed: z.literal(true),
      names: z.array(z.string()).max(10_000).optional(),
    }),
  ])
  .meta({ id: 'ExportClients' });
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** How to import. */
export const importQuerySchema = z.object({
  overwrite: z.enum(['true', 'false']).default('false'),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;
