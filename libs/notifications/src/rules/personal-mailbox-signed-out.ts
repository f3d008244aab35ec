import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { type Finding } from '../banners/banner.js';
import { needsReconnect } from './refresh-token-expired.js';

/** A token of one person's own mailbox, with the server they send through. */
export interface PersonalToken {
  readonly token: TokenHealthRow;
  readonly server: ServerHealthRow & { readonly owner: NonNullable<ServerHealthRow['owner']> };
}

/**
 * The mailbox that somebody sends from is signed out: no admin can connect it again, only who it belongs to, who is written
 * to as well. Only while the server is live, and for valid clients whose admin wants to hear of refresh tokens.
 */
export function personalMailboxSignedOut({ token, server }: PersonalToken, now: Date): Finding | null {
  if (token.clientValidity !== 'valid' || !token.notifyOnExpiredRefreshToken) return null;
  if (server.state !== 'live' || !(token.disconnection || needsReconnect(token, now))) return null;
  const { name, id } = server.owner;
  return {
    kind: 'personal-mailbox-signed-out',
    cause: `token:${token.tokenId}`,
    severity: 'warning',
    params: {
      mailbox: token.mailbox,
      owner: name || id,
      code: token.failure?.code ?? null,
      queued: String(server.queued),
    },
    action: { kind: 'open', path: `servers/${server.serverId}` },
    concerns: [`token:${token.tokenId}`],
    extent: server.queued,
    addressee: token.mailbox,
  };
}

/** By token: those that stand for one person's own mailbox. What an account or a server for everybody uses too does not. */
export function personalServers(
  servers: readonly ServerHealthRow[],
  accounts: readonly { readonly tokenId: string | null }[],
): ReadonlyMap<string, PersonalToken['server']> {
  const shared = new Set(
    [...accounts, ...servers.filter(({ owner }) => owner === null)].map(({ tokenId }) => tokenId),
  );
  return new Map(
    servers.flatMap((server) => {
      const { tokenId, owner, state } = server;
      if (tokenId === null || owner === null || state === 'archived' || shared.has(tokenId)) return [];
      return [[tokenId, { ...server, owner }] as const];
    }),
  );
}
