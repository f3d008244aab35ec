import { Injectable } from '@nestjs/common';
import { Clock, Egress, type Secret } from '@mailroom/kernel';
import {
  genericGrantRequest,
  initiateDeviceAuthorization,
  refreshTokenGrant,
  tokenRevocation,
  type Configuration,
} from 'openid-client';
import { type ClientAccess } from '../clients/client-access.js';
import { ClientSecrets } from '../clients/client-secrets.js';
import { assertionFor } from './assertion.js';
import { type Proving, waysToProve } from './client-authentication.js';
import { readDeviceCodes, type DeviceOutcome } from './device-codes.js';
import { dialectOf, plainDialect } from './dialect.js';
import { serverOf } from './server-of.js';
import { type TokenOutcome } from './token-outcome.js';
import { Wire } from './wire.js';

/** What a provider handed to the browser, on its way back to the provider. */
export interface Redemption {
  readonly code: Secret;
  readonly verifier: Secret;
  readonly redirectUri: string;
}

/** How a request differs from the usual one. */
interface Manner {
  /** Where it goes; the token endpoint where nothing is said. */
  readonly endpoint?: string;
  /** How the client proves itself; in every way that it can, where nothing is said. */
  readonly ways?: readonly Proving[];
}

/**
 * Speaks to token endpoints with openid-client, through the egress guard, within 10 s (20 s with a slow name
 * server) for each secret that the client has: when the provider refuses one, the other is tried at once. Failures are
 * answers here, never throws; no answer and no error carries a token or a text of the provider.
 */
@Injectable()
export class TokenEndpoint {
  constructor(
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly secrets: ClientSecrets,
  ) {}

  /** Asks for a new access token (RFC 6749 section 6). The scope is left as it was granted. */
  async refresh(client: ClientAccess, refreshToken: Secret): Promise<TokenOutcome> {
    const endpoint = client.refreshEndpoint ?? client.tokenEndpoint;
    return this.ask(client, (server) => refreshTokenGrant(server, refreshToken.reveal()), { endpoint });
  }

  /** Turns an authorization code into tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
  async redeem(client: ClientAccess, { code, verifier, redirectUri }: Redemption): Promise<TokenOutcome> {
    const form = { code: code.reveal(), code_verifier: verifier.reveal(), redirect_uri: redirectUri };
    return this.grant(client, 'authorization_code', form);
  }

  /** Asks for a token of the application itself (RFC 6749 section 4.4). */
  async clientCredentials(client: ClientAccess): Promise<TokenOutcome> {
    return this.grant(client, 'client_credentials', { scope: client.scope });
  }

  /**
   * Asks for a token in the name of `subject`, by an assertion that the client signs (RFC 7523 section 2.1). The
   * signature says who asks: where there is no secret, nothing else is sent. Without a key that signs, nothing is.
   */
  async jwtBearer(client: ClientAccess, subject: string): Promise<TokenOutcome> {
    const { signingKey, proof } = client;
    if (!signingKey) return NO_KEY;
    const assertion = await assertionFor(client, signingKey, subject, this.clock.now()).catch(() => null);
    if (assertion === null) return NO_KEY;
    const ways = proof.kind === 'secret' ? await waysToProve(client) : SIGNED_ALREADY;
    return this.grant(client, JWT_BEARER, { assertion }, { ways });
  }

  /**
   * Asks for the codes of a device login (RFC 8628 section 3.1). Nobody has consented to anything by then, so this goes
   * by the first way the client has to prove itself.
   */
  async deviceCodes(client: ClientAccess): Promise<DeviceOutcome> {
    const wire = new Wire(this.egress, this.clock, plainDialect);
    const [proving] = await waysToProve(client);
    const server = proving && serverOf(client, client.tokenEndpoint, wire, proving.authentication);
    // openid-client insists on `verification_uri`, which Google calls otherwise: the wire has what came.
    if (server) await initiateDeviceAuthorization(server, { scope: client.scope }).catch(() => undefined);
    return readDeviceCodes(wire.body, wire.outcome ?? NOTHING_SENT, this.clock.now());
  }

  /** Asks whether the person at the device has decided by now (RFC 8628 section 3.4). */
  async deviceToken(client: ClientAccess, deviceCode: Secret): Promise<TokenOutcome> {
    return this.grant(client, DEVICE_CODE, { device_code: deviceCode.reveal() });
  }

  /** Tells the provider that a token is not needed any more (RFC 7009), best effort: true when it said yes. */
  async revoke(client: ClientAccess, token: Secret): Promise<boolean> {
    if (client.revocationEndpoint === null) return false;
    const wire = new Wire(this.egress, this.clock, plainDialect);
    const [proving] = await waysToProve(client);
    if (!proving) return false;
    return tokenRevocation(
      serverOf(client, client.tokenEndpoint, wire, proving.authentication),
      token.reveal(),
    ).then(
      () => true,
      () => false,
    );
  }

  private async grant(
    client: ClientAccess,
    grantType: string,
    form: Record<string, string>,
    manner: Manner = {},
  ): Promise<TokenOutcome> {
    return this.ask(client, (server) => genericGrantRequest(server, grantType, form), manner);
  }

  private async ask(
    client: ClientAccess,
    request: (server: Configuration) => Promise<unknown>,
    { endpoint = client.tokenEndpoint, ways }: Manner = {},
  ): Promise<TokenOutcome> {
    const refused: string[] = [];
    let outcome: TokenOutcome = NOTHING_SENT;
    let taken: string | null = null;
    // A key that is none proves nothing, and nothing is sent.
    const toTry = ways ?? (await waysToProve(client).catch(() => null));
    if (toTry === null) return NO_KEY;
    for (const proving of toTry) {
      const secretId = proving.secret?.id ?? null;
      outcome = await this.askOnce(client, proving, request, endpoint);
      if (!refusesClient(outcome)) {
        taken = secretId;
        break;
      }
      if (secretId !== null) refused.push(secretId);
    }
    // Only which secret goes first hangs on this, and on the outcome a rotated refresh token: that one must get through.
    if (refused.length > 0) await this.secrets.judge(refused, taken).catch(() => undefined);
    return outcome;
  }

  private async askOnce(
    client: ClientAccess,
    { authentication, secret }: Proving,
    request: (server: Configuration) => Promise<unknown>,
    endpoint: string,
  ): Promise<TokenOutcome> {
    const wire = new Wire(this.egress, this.clock, dialectOf(client, secret?.value ?? null));
    // The wire has read the answer, good or bad; openid-client's own view of it adds nothing.
    await request(serverOf(client, endpoint, wire, authentication)).catch(() => undefined);
    return wire.outcome ?? NOTHING_SENT;
  }
}

const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const NOTHING_SENT = unsent('unexpected');
const NO_KEY = unsent('signing-key-missing');

const SIGNED_ALREADY: readonly Proving[] = [{ authentication: () => undefined, secret: null }];

function unsent(problem: string): TokenOutcome {
  return { kind: 'failure', signs: { status: null, problem }, answered: true };
}

// RFC 6749 section 5.2: who the client is comes first, so the grant it brought is as good as before.
function refusesClient(outcome: TokenOutcome): boolean {
  return outcome.kind === 'failure' && outcome.signs.error === 'invalid_client';
}
