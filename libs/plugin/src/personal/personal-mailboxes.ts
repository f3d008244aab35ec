import { Injectable } from '@nestjs/common';
import { Database, Problem, type Actor } from '@mailroom/kernel';
import {
  AuthorizationRows,
  Authorizations,
  DisconnectToken,
  oauthProblem,
  PersonalClients,
  TokenHealth,
  TokenUses,
  type Begun,
} from '@mailroom/oauth-tokens';
import { PersonalServers } from '@mailroom/outgoing-servers';
import { toldOwner } from './told-owner.js';
import { type OwnAuthorization } from './personal-schema.js';

const PURPOSE = 'personal';
const RETURN_TO = 'my-mailbox?connected=1';
const TRIPS_AT_MOST = 20;

/** Connects and lets go of mailboxes for whoever they belong to; everything else is not found. */
@Injectable()
export class PersonalMailboxes {
  constructor(
    private readonly database: Database,
    private readonly authorizations: Authorizations,
    private readonly trips: AuthorizationRows,
    private readonly clients: PersonalClients,
    private readonly tokens: TokenHealth,
    private readonly uses: TokenUses,
    private readonly disconnecting: DisconnectToken,
    private readonly servers: PersonalServers,
  ) {}

  /**
   * Sends somebody to a provider to connect a mailbox of theirs. Problems `client-not-found` (whatever is not open for it
   * is not there), `personal-servers-full`, `too-many-authorizations`.
   */
  async connect(clientId: string, actor: Actor): Promise<Begun> {
    await this.requireOpen(clientId);
    await this.servers.requireRoom(actor.id);
    const hint = actor.mailbox === undefined ? {} : { loginHint: actor.mailbox };
    return this.begin({ clientId, ...hint }, actor);
  }

  /** The same to connect one of theirs again, as the same person. Problems `server-not-found`, `token-not-found` and those above. */
  async reconnect(id: string, actor: Actor): Promise<Begun> {
    const { tokenId, state } = await this.servers.find(actor.id, id);
    const [token] = tokenId === null ? [] : await this.tokens.of([tokenId]);
    if (!token || state === 'archived') throw oauthProblem('token-not-found');
    await this.requireOpen(token.clientId);
    return this.begin({ clientId: token.clientId, tokenId: token.tokenId }, actor);
  }

  /** How a trip of theirs ended. Throws problem `authorization-not-found`. */
  async trip(id: string, actor: Actor): Promise<OwnAuthorization> {
    const row = await this.trips.find(id);
    if (!row || row.purpose !== PURPOSE || row.actorId !== actor.id)
      throw oauthProblem('authorization-not-found');
    const { state, problemCode, problemParams } = row;
    return { id, state, problem: problemCode === null ? null : toldOwner(problemCode, problemParams ?? {}) };
  }

  /**
   * Puts a mailbox away and lets its consent go, here and at the provider; a token that somebody else counts on stays.
   * Throws problem `server-not-found`.
   */
  async disconnect(id: string, actor: Actor): Promise<void> {
    const { tokenId } = await this.servers.find(actor.id, id);
    const uses = tokenId === null ? [] : await this.uses.of(tokenId);
    const alone = uses.every((use) => use.kind === 'server' && use.id === id);
    if (tokenId === null || !alone) return this.leave(id, actor);
    try {
      await this.disconnecting.run(tokenId, actor, (tx) => this.servers.leave(id, actor, tx));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'token-disconnected') throw error;
      await this.leave(id, actor);
    }
  }

  private leave(id: string, actor: Actor): Promise<void> {
    return this.database.transaction((tx) => this.servers.leave(id, actor, tx));
  }

  private async requireOpen(clientId: string): Promise<void> {
    if (!(await this.clients.find(clientId)))
      throw oauthProblem('client-not-found', { params: { clientId } });
  }

  private async begin(
    trip: { clientId: string; tokenId?: string; loginHint?: string },
    actor: Actor,
  ): Promise<Begun> {
    if ((await this.trips.begunLately(actor.id)) >= TRIPS_AT_MOST)
      throw oauthProblem('too-many-authorizations');
    return this.authorizations.begin({ ...trip, returnTo: RETURN_TO }, actor, { purpose: PURPOSE });
  }
}
