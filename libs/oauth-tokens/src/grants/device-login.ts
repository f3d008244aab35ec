import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@mailroom/kernel';
import { checkGrant } from '../authorization/grant-check.js';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { oauthProblem } from '../oauth-problems.js';
import { type DeviceCodes } from '../token-endpoint/device-codes.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { ConnectedToken } from '../tokens/connected-token.js';
import { isSelfReliant } from './ask-by-itself.js';
import { nextPoll } from './next-poll.js';

/** A device login to begin. */
export interface NewDeviceLogin {
  readonly clientId: string;
  /** The token to reconnect in place. */
  readonly tokenId?: string;
  /** Whose mailbox it is; needed where the provider names nobody. */
  readonly mailbox?: string;
  /** The token to reconnect may become somebody else's. */
  readonly anotherIdentity?: boolean;
}

/** A device login that waits for a person: tell them `userCode` and `verificationUri`. The device code stays in here. */
export interface BegunDeviceLogin extends DeviceCodes {
  readonly client: ClientAccess;
  readonly input: NewDeviceLogin;
}

/** How to wait for the person. */
export interface Patience {
  /** Gives up; the wait rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Waits so many milliseconds; real time where nothing is said. */
  readonly pause?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/**
 * Connects a mailbox from where there is no browser (RFC 8628): a person opens a page elsewhere and types a code. What
 * comes of it is stored like any consent, after the same checks; a nonce does not exist on this way.
 */
@Injectable()
export class DeviceLogin {
  constructor(
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly connected: ConnectedToken,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the provider for the codes. Problems: `client-not-found`, `client-not-valid`, `flow-needs-no-consent`,
   * `device-endpoint-missing`, `mailbox-required` (where the provider names nobody), `provider-refused` (`error`).
   */
  async begin(input: NewDeviceLogin): Promise<BegunDeviceLogin> {
    const { clientId } = input;
    const client = await this.clients.open(clientId);
    if (client.validity !== 'valid') throw oauthProblem('client-not-valid', { params: { clientId } });
    if (isSelfReliant(client)) throw oauthProblem('flow-needs-no-consent', { params: { clientId } });
    if (client.deviceEndpoint === null)
      throw oauthProblem('device-endpoint-missing', { params: { clientId } });
    if (client.identity === 'none' && input.mailbox === undefined)
      throw oauthProblem('mailbox-required', { field: 'mailbox' });
    const outcome = await this.endpoint.deviceCodes(client);
    if (outcome.kind === 'codes') return { ...outcome.codes, client, input };
    const { error, problem, status } = outcome.signs;
    throw oauthProblem('provider-refused', { params: { error: error ?? problem ?? `http-${status ?? 0}` } });
  }

  /**
   * Waits until the person has decided, and stores the token in the name of `actor`. Answers its id. Problems:
   * `consent-denied`, `device-code-expired`, `exchange-failed` (`class`, `code`), those of the grant and of storing.
   */
  async finish(login: BegunDeviceLogin, actor: Actor, patience: Patience = {}): Promise<string> {
    const { client, input } = login;
    const tokens = await this.poll(login, patience);
    const mailbox = input.mailbox ?? null;
    const identity = checkGrant(tokens, client, {
      scope: client.scope,
      nonceHash: null,
      mailbox,
      asksConsent: true,
    });
    const { tokenId: reconnects = null, anotherIdentity = false } = input;
    const asked = { asked: client.scope, reconnects, anotherIdentity };
    return this.connected.store({ client, tokens, ...identity, ...asked, actor }, 'device-login');
  }

  private async poll(login: BegunDeviceLogin, patience: Patience): Promise<TokenResponse> {
    const { signal, pause = waitFor } = patience;
    let { interval } = login;
    while (this.clock.now() < login.expiresAt) {
      await pause(interval * 1_000, signal);
      signal?.throwIfAborted();
      const outcome = await this.endpoint.deviceToken(login.client, login.deviceCode);
      if (outcome.kind === 'tokens') return outcome.tokens;
      const next = nextPoll(login.client, outcome, interval);
      if (next.kind === 'ended') throw next.problem;
      interval = next.interval;
    }
    throw oauthProblem('device-code-expired');
  }
}

function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return wait(milliseconds, undefined, signal ? { signal } : {});
}
