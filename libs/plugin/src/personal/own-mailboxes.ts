import { Injectable } from '@nestjs/common';
import { PersonalClients, TokenHealth } from '@mailroom/oauth-tokens';
import { PersonalServers, ServerHealth, type OutgoingServer } from '@mailroom/outgoing-servers';
import { mailboxTrouble } from './mailbox-trouble.js';
import { type OwnMailbox } from './personal-schema.js';

/** The mailboxes that staff send from, as each of them may know their own: for the page, and for a host's own notices. */
@Injectable()
export class OwnMailboxes {
  constructor(
    private readonly servers: PersonalServers,
    private readonly traffic: ServerHealth,
    private readonly tokens: TokenHealth,
    private readonly clients: PersonalClients,
  ) {}

  /** Those of a person (the id of an Actor), by name. Nothing in it has to be kept from them. */
  async of(ownerId: string): Promise<OwnMailbox[]> {
    const servers = await this.servers.of(ownerId);
    if (servers.length === 0) return [];
    const tokens = await this.tokens.of(servers.flatMap(({ tokenId }) => tokenId ?? []));
    const waiting = await this.traffic.waitingAt(servers.map(({ id }) => id));
    const open = new Set((await this.clients.list()).map(({ id }) => id));
    return servers.map((server) => {
      const token = tokens.find(({ tokenId }) => tokenId === server.tokenId) ?? null;
      return {
        ...shown(server),
        waiting: waiting.get(server.id) ?? 0,
        canReconnect: server.state !== 'archived' && token !== null && open.has(token.clientId),
        trouble: mailboxTrouble({
          token: token && { state: token.state, clientValid: token.clientValidity === 'valid' },
          usesToken: server.auth === 'token',
          failure: server.failureDisposition,
        }),
      };
    });
  }
}

// Name by name: what is added to a server some day does not show itself here.
function shown({ id, login, name, state, lastSuccessAt, ratePerMinute }: OutgoingServer) {
  return {
    id,
    address: login || name,
    state,
    lastSentAt: lastSuccessAt?.toISOString() ?? null,
    ratePerMinute,
  };
}
