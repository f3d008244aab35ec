import { z } from 'zod';

/**
 * A token to ask for without anybody's consent. `mailbox` is whom a service account is to speak for; an application needs
 * none, because one token opens every mailbox that it was let into.
 */
export const newTokenSchema = z
  .strictObject({
    clientId: z.uuid(),
    mailbox: z.string().trim().min(1).max(320).optional(),
  })
  .meta({ id: 'NewToken' });
export type NewToken = z.infer<typeof newTokenSchema>;
