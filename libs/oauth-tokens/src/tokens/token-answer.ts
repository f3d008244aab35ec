import { dispositionShape } from '@mailroom/kernel';
import { z } from 'zod';
import { clientFlows } from '../clients/oauth-client.js';
import { revocations } from '../removal/disconnect-token.js';
import { type UseOfToken } from '../uses/token-use.js';
import { type ListedToken } from './listed-token.js';
import { renewals } from './renewal.js';
import { lastFailure } from './why-no-token.js';

/** A token as admins see it; what it opens doors with stays behind. */
export const tokenSchema = z
  .object({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    clientFlow: z.enum(clientFlows),
    clientValidity: z.enum(['valid', 'invalid', 'temporarily-invalid']),
    /** Whose token it is; the client's name where it is the application's own and opens many mailboxes. */
    mailbox: z.string(),
    subject: z.string(),
    state: z.enum(['live', 'suspected', 'reconnect']),
    accessExpiresAt: z.iso.datetime(),
    refreshExpiresAt: z.iso.datetime().nullable(),
    /** How it gets its next access token; with `none` it ends with this one. */
    renewal: z.enum(renewals),
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
    /** When the access token in store was handed out. */
    lastRefreshAt: z.iso.datetime(),
    nextRefreshAt: z.iso.datetime().nullable(),
    /** What stands on it: accounts, servers, invokers. */
    uses: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof tokenSchema>;

/** A token that was let go of, and whether its provider knows. */
export const disconnectedTokenSchema = z
  .object({ token: tokenSchema, revocation: z.enum(revocations) })
  .meta({ id: 'DisconnectedToken' });

/** A page of tokens; `total` counts all that match. */
export const tokenPageSchema = z
  .object({ items: z.array(tokenSchema), total: z.int(), offset: z.int() })
  .meta({ id: 'TokenPage' });
export type TokenPage = z.infer<typeof tokenPageSchema>;

/** The row as an answer. */
export function tokenAnswer(token: ListedToken, uses: readonly UseOfToken[]): Token {
  const { id, clientId, clientName, clientFlow, clientValidity, mailbox, subject, state } = token;
  const { renewal, scope, connectedBy } = token;
  const failure = lastFailure(token);
  return {
    id,
    clientId,
    clientName,
    clientFlow,
    clientValidity,
    mailbox,
    subject,
    state,
    renewal,
    scope,
    connectedBy,
    accessExpiresAt: token.accessExpiresAt.toISOString(),
    refreshExpiresAt: token.refreshExpiresAt?.toISOString() ?? null,
    failure: failure && { ...failure, at: failure.at.toISOString() },
    connectedAt: token.connectedAt.toISOString(),
    lastRefreshAt: token.accessObtainedAt.toISOString(),
    nextRefreshAt: token.refreshDueAt?.toISOString() ?? null,
    uses: [...uses],
  };
}
