import { Injectable } from '@nestjs/common';
import { normalAddress, type Actor } from '@mailroom/kernel';
import { OAuthClients } from '../clients/oauth-clients.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { withoutConsent } from '../failures/without-consent.js';
import { oauthProblem } from '../oauth-problems.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { ConnectedToken } from '../tokens/connected-token.js';
import { askByItself, isSelfReliant, type SelfReliantClient } from './ask-by-itself.js';
import { type NewToken } from './token-input.js';

/** Makes tokens of clients that ask by themselves: one per application, or one per mailbox that it speaks for. */
@Injectable()
export class RequestToken {
  constructor(
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly connected: ConnectedToken,
  ) {}

  /**
   * Asks for a token at once and stores it, in place of the former one of the same identity. Answers its id. Nothing is
   * stored of what fails. Problems: `client-not-found`, `client-not-valid`, `flow-needs-consent`, `mailbox-required`,
   * `address-invalid`, `token-request-failed` (`class`, `code`).
   */
  async run({ clientId, mailbox }: NewToken, actor: Actor): Promise<string> {
    const client = await this.clients.open(clientId);
    if (client.validity !== 'valid') throw oauthProblem('client-not-valid', { params: { clientId } });
    if (!isSelfReliant(client)) throw oauthProblem('flow-needs-consent', { params: { clientId } });
    const subject = subjectOf(client, mailbox);
    const tokens = await this.ask(client, subject);
    const identity = { subject, mailbox: subject, mailboxVerified: false, objectId: null, tenantId: null };
    const asked = { asked: client.scope, reconnects: null, anotherIdentity: false };
    return this.connected.store({ client, tokens, ...identity, ...asked, actor }, 'token-requested');
  }

  private async ask(client: SelfReliantClient, subject: string): Promise<TokenResponse> {
    const outcome = await askByItself(this.endpoint, client, subject);
    if (outcome.kind === 'tokens') return outcome.tokens;
    const failure = withoutConsent(
      client.flow,
      classifyTokenFailure(client.template.provider, outcome.signs),
    );
    const params = { class: failure.class, code: failure.code };
    throw oauthProblem('token-request-failed', { params, disposition: failure.class });
  }
}

// An application is one identity, whatever mailboxes it opens; a service account is as many as it speaks for.
function subjectOf(client: SelfReliantClient, mailbox: string | undefined): string {
  switch (client.flow) {
    case 'client-credentials':
      return client.clientId;
    case 'jwt-bearer':
      if (mailbox === undefined) throw oauthProblem('mailbox-required', { field: 'mailbox' });
      return normalAddress(mailbox).toLowerCase();
  }
}
