import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AdminAccess, roleOf, sameAddress, type Actor } from '@mailroom/kernel';
import {
  ConsentPurpose,
  ConsentPurposes,
  DISCONNECTED,
  oauthProblem,
  PersonalClients,
  TokenUses,
  type KeptConsent,
} from '@mailroom/oauth-tokens';
import { PersonalServers } from '@mailroom/outgoing-servers';
import { type EntityManager } from 'typeorm';

/** Makes a server of somebody's own of their consent: the provider says who they are, the client where mail leaves. */
@Injectable()
export class PersonalConsent extends ConsentPurpose implements OnModuleInit {
  constructor(
    private readonly purposes: ConsentPurposes,
    private readonly access: AdminAccess,
    private readonly clients: PersonalClients,
    private readonly uses: TokenUses,
    private readonly servers: PersonalServers,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register('personal', this);
  }

  override async mayComplete(actor: Actor): Promise<boolean> {
    return (await roleOf(this.access, actor)) !== 'nobody';
  }

  /**
   * Problems `identity-unverified`, `mailbox-not-yours` (`expected`, `actual`), `client-not-found` (closed meanwhile),
   * `mailbox-taken`, and those of `PersonalServers.connect`.
   */
  override async keep(consent: KeptConsent, tx: EntityManager): Promise<void> {
    const { actor, mailbox, tokenId, clientId } = consent;
    if (!consent.mailboxVerified) throw oauthProblem('identity-unverified');
    if (actor.mailbox !== undefined && !sameAddress(actor.mailbox, mailbox))
      throw oauthProblem('mailbox-not-yours', { params: { expected: actor.mailbox, actual: mailbox } });
    const client = await this.clients.find(clientId, tx);
    if (!client) throw oauthProblem('client-not-found', { params: { clientId } });
    await this.refuseWhatOthersUse(consent, tx);
    await this.servers.connect({ mailbox, tokenId, submission: client.submission }, actor, tx);
  }

  override failedAt(authorizationId: string): string {
    return `my-mailbox?authorization=${authorizationId}`;
  }

  // A consent takes the place of the token that its identity had. One that anybody else counts on is not theirs to replace.
  private async refuseWhatOthersUse(
    { tokenId, former, actor, mailbox }: KeptConsent,
    tx: EntityManager,
  ): Promise<void> {
    const own = await this.servers.idsOf(actor.id, tx);
    const uses = await this.uses.of(tokenId, tx);
    const foreign = uses.some(({ kind, id }) => kind !== 'server' || !own.has(id));
    const waits = former !== undefined && former.failureCode !== DISCONNECTED && uses.length === 0;
    if (foreign || waits) throw oauthProblem('mailbox-taken', { params: { mailbox } });
  }
}
