import { Injectable } from '@nestjs/common';
import { Database, domainOf, normalAddress, type Actor } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type SenderRules } from '../routing/sender-rules.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { type SetUpWish } from './policy-schema.js';
import { SenderPolicies } from './sender-policies.js';

/** Makes one of the two usual configurations of a server and the policy: both change, or neither does. */
@Injectable()
export class GuidedSetUp {
  constructor(
    private readonly database: Database,
    private readonly servers: OutgoingServers,
    private readonly policies: SenderPolicies,
  ) {}

  /**
   * Has the server send for the address alone, and for whom nobody else does where each user has a server; the address
   * becomes the default sender, and where each user has a server, authors write as themselves. The rest of the policy stays. Problems: `sender-policy-invalid`, `server-not-found`,
   * `server-is-personal`, `fallback-not-for-all`, those of `OutgoingServers.change`.
   */
  async apply({ kind, serverId, address: given }: SetUpWish, actor: Actor): Promise<SenderRules> {
    const address = addressOf(given);
    return this.database.transaction(async (tx) => {
      const change = { fromFilter: address, isFallback: kind === 'serverPerUser' };
      requireForAll(await this.servers.change(serverId, change, actor, tx));
      const catchallDomain = domainOf(address);
      const defaultFrom = address.slice(0, -catchallDomain.length - 1);
      const authorsOwnAddress = kind === 'serverPerUser';
      return this.policies.change({ defaultFrom, catchallDomain, authorsOwnAddress }, actor, tx);
    });
  }
}

function addressOf(given: string): string {
  const address = given.includes('@') ? normalAddress(given) : null;
  if (address === null)
    throw outgoingProblem('sender-policy-invalid', { field: 'address', params: { value: given } });
  return address;
}

function requireForAll({ id, state, ownerId, purpose }: OutgoingServer): void {
  const field = 'serverId';
  if (state === 'archived') throw outgoingProblem('server-not-found', { field, params: { id } });
  if (ownerId !== null) throw outgoingProblem('server-is-personal', { field, params: { id } });
  if (purpose === 'bulk') throw outgoingProblem('fallback-not-for-all', { field });
}
