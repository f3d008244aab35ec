import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalAddress, Secret } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { withoutConsent } from '../failures/without-consent.js';
import { askByItself, isSelfReliant, type SelfReliantClient } from '../grants/ask-by-itself.js';
import { oauthProblem } from '../oauth-problems.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { failureProblem } from './failure-problem.js';
import { secretVerdict } from './secret-verdict.js';

/**
 * Tries a client that has no token yet at its provider, once, and stores nothing of what comes. Only what the provider
 * says of the secrets is noted, as after every request.
 */
@Injectable()
export class ClientTrial {
  constructor(
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
  ) {}

  /**
   * An access token of a client in whose flow nobody consents; it is kept nowhere and ends by itself. `mailbox` is whom a
   * service account speaks for. Problems: `mailbox-required`, `address-invalid`, `flow-needs-consent`, and those of a
   * refresh that failed (`token-needs-admin`, `client-needs-fixing`, `token-refresh-delayed`; `code`).
   */
  async token(clientId: string, mailbox: string | undefined): Promise<Secret> {
    const client = await this.clients.open(clientId);
    if (!isSelfReliant(client)) throw oauthProblem('flow-needs-consent', { params: { clientId } });
    const subject = subjectOf(client, mailbox);
    const outcome = await askByItself(this.endpoint, client, subject);
    if (outcome.kind === 'tokens') return Secret.of(outcome.tokens.access_token);
    throw problemOf(client, outcome, subject);
  }

  /**
   * Does the provider take what the client proves itself with? Asks it to refresh a token that was made up. Problems
   * `client-needs-fixing` (`code`: it does not), `secret-not-judged` (`code`: the answer says neither).
   */
  async proof(clientId: string): Promise<void> {
    const client = await this.clients.open(clientId);
    const outcome = await this.endpoint.refresh(client, Secret.of(`mailroom-probe-${randomUUID()}`));
    const verdict = secretVerdict(outcome);
    if (verdict === 'accepted') return;
    const failure =
      outcome.kind === 'failure' ? classifyTokenFailure(client.template.provider, outcome.signs) : null;
    const code = failure?.code ?? null;
    // A tenant that does not exist is no word about the secret, and still the client's fault.
    throw verdict === 'refused' || failure?.class === 'fix-client'
      ? oauthProblem('client-needs-fixing', { params: { code }, disposition: 'fix-client' })
      : oauthProblem('secret-not-judged', { params: { code }, disposition: 'retry-later' });
  }
}

function subjectOf({ flow, clientId }: SelfReliantClient, mailbox: string | undefined): string {
  if (flow === 'client-credentials') return clientId;
  if (mailbox === undefined) throw oauthProblem('mailbox-required', { field: 'mailbox' });
  return normalAddress(mailbox).toLowerCase();
}

function problemOf(
  { flow, template }: ClientAccess,
  { signs }: Extract<TokenOutcome, { kind: 'failure' }>,
  mailbox: string,
) {
  const failure = withoutConsent(flow, classifyTokenFailure(template.provider, signs));
  return failureProblem(failure, { mailbox, nextRefreshAt: null });
}
