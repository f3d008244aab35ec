import { dispositionShape } from '@mailroom/kernel';
import { z } from 'zod';
import { type TokenOfClient } from './stored-tokens.js';
import { lastFailure, stateOf } from './why-no-token.js';

/** A token as admins see it; what it opens doors with stays behind. */
export const tokenSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    mailbox: z.string(),
    subject: z.string(),
    state: z.enum(['live', 'suspected', 'reconnect']),
    accessExpiresAt: z.iso.datetime(),
    refreshExpiresAt: z.iso.datetime().nullable(),
    hasRefreshToken: z.boolean(),
    scope: z.string(),
    /** The last refresh, when it failed: what helps (`class`) and what the provider calls it (`code`). */
    failure: z
      .object({
        code: z.string(),
        class: dispositionShape,
        at: z.iso.datetime(),
      })
      .nullable(),
    connectedAt: z.iso.datetime(),
    connectedBy: z.string(),
    nextRefreshAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof tokenSchema>;

/** All tokens, by mailbox. */
export const tokenListSchema = z.object({ items: z.array(tokenSchema) }).meta({ id: 'TokenList' });

/** The row as an answer. */
export function tokenAnswer({ token, client }: TokenOfClient, now: Date): Token {
  const { id, clientId, mailbox, subject, scope, connectedBy } = token;
  return {
    id,
    clientId,
    clientName: client.name,
    mailbox,
    subject,
    scope,
    connectedBy,
    state: stateOf(token, now),
    accessExpiresAt: token.accessExpiresAt.toISOString(),
    refreshExpiresAt: token.refreshExpiresAt?.toISOString() ?? null,
    hasRefreshToken: token.sealedRefresh !== null,
    failure: failureOf(token),
    connectedAt: token.connectedAt.toISOString(),
    nextRefreshAt: token.refreshDueAt?.toISOString() ?? null,
  };
}

function failureOf(token: TokenOfClient['token']): Token['failure'] {
  const failure = lastFailure(token);
  return failure && { ...failure, at: failure.at.toISOString() };
}
