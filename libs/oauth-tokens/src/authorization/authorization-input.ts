import { z } from 'zod';
import { returnPathSchema } from './return-path.js';

/** An authorization to begin; with `tokenId` it reconnects that token in place. */
export const newAuthorizationSchema = z
  .strictObject({
    clientId: z.uuid(),
    tokenId: z.uuid().optional(),
    /** Whom the provider should offer first: an e-mail address. Where it names nobody itself, whose mailbox it is. */
    loginHint: z.string().trim().min(1).max(320).optional(),
    /** With `tokenId`: the token may become somebody else's, and everything that uses it with it. */
    anotherIdentity: z.literal('allow').optional(),
    /** Page below the mount to come back to; told the token's id as `?token=`. */
    returnTo: returnPathSchema,
  })
  .meta({ id: 'NewAuthorization' });
export type NewAuthorization = z.infer<typeof newAuthorizationSchema>;

/** Where to send the browser. */
export const begunAuthorizationSchema = z
  .object({ redirectTo: z.string() })
  .meta({ id: 'BegunAuthorization' });

/** How an authorization stands or ended. */
export const authorizationSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['begun', 'completed', 'failed']),
    problem: z
      .object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      })
      .nullable(),
    returnTo: z.string(),
    clientId: z.uuid(),
    tokenId: z.uuid().nullable(),
    /** Whom the provider was told to offer first. */
    mailbox: z.string().nullable(),
  })
  .meta({ id: 'Authorization' });
export type Authorization = z.infer<typeof authorizationSchema>;

const word = z.string().min(1).max(8_000).optional().catch(undefined);

/** What a provider sends back through the browser (RFC 6749 sections 4.1.2 and 4.1.2.1, RFC 9207); texts are not read. */
export const callbackSchema = z.object({
  state: word,
  code: word,
  iss: word,
  error: z
    .string()
    .transform((text) => (/^[\w.-]{1,100}$/.test(text) ? text : 'unknown'))
    .optional()
    .catch('unknown'),
});
export type Callback = z.infer<typeof callbackSchema>;
