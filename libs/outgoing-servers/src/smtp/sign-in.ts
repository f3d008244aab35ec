import { Injectable } from '@nestjs/common';
import { Egress, Problem, Secret, SecretBox, Settings } from '@mailroom/kernel';
import { AccessTokens, TokenHosts, requireCover } from '@mailroom/oauth-tokens';
import { outgoingProblem } from '../outgoing-problems.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { passwordPlace, type ServerSignIn } from '../servers/server-rules.js';
import { type Credentials } from './credentials.js';
import { SmtpSession, type Patience } from './smtp-session.js';

/** Everything that it takes to sign in at a server, saved or not. */
export interface SignInPlace extends ServerSignIn {
  readonly tokenId: string | null;
  readonly password: Secret | null;
}

/** An open door, and what opened it. */
export interface SignedIn {
  readonly session: SmtpSession;
  readonly credentials: Credentials;
}

/** For sending: RFC 5321 section 4.5.3.2 asks for minutes. */
export const SENDING: Patience = { connectMs: 30_000, silenceMs: 300_000 };
/** For somebody who looks on. */
export const LOOKING_ON: Patience = { connectMs: 15_000, silenceMs: 15_000 };

/** Opens connections to servers and signs in: through the egress guard, with the password or the token it takes. */
@Injectable()
export class SignIn {
  constructor(
    private readonly egress: Egress,
    private readonly box: SecretBox,
    private readonly tokens: AccessTokens,
    private readonly hosts: TokenHosts,
    private readonly settings: Settings,
  ) {}

  /** What it takes to sign in at a saved server. Throws problem `secret-unreadable`. */
  placeOf(server: OutgoingServer): SignInPlace {
    const { id, host, port, security, tlsTrust, auth, login, tokenId, sealedPassword } = server;
    const password =
      sealedPassword === null ? null : this.box.open(sealedPassword, passwordPlace(id, server));
    return { host, port, security, tlsTrust, auth, login, tokenId, password };
  }

  /** Connects and says hello. Throws the problem that it met, `token-in-clear` before anything is said. */
  async connect(place: SignInPlace, patience: Patience): Promise<SmtpSession> {
    const destination = await this.egress.resolve(place.host);
    if (place.auth === 'token') requireCover(place.security, destination);
    return SmtpSession.open(destination, place, this.settings.publicUrl.hostname, patience);
  }

  /** The password, or a usable access token. Throws a problem of the token, `host-not-for-token` or `server-incomplete`. */
  async credentialsOf(place: SignInPlace): Promise<Credentials> {
    if (place.auth === 'none') return null;
    if (place.auth === 'token' && place.tokenId !== null) {
      await this.hosts.require(place.tokenId, place.host);
      const { value } = await this.tokens.get(place.tokenId);
      return { kind: 'token', login: place.login, token: value };
    }
    if (place.auth === 'password' && place.password !== null)
      return { kind: 'password', login: place.login, password: place.password };
    throw outgoingProblem('server-incomplete', { disposition: 'ask-admin', params: { missing: place.auth } });
  }

  /**
   * Signs in on `session`. When the server refuses the access token, a newer one is fetched and tried once on a new
   * connection (Microsoft refuses outright and closes; nobody but us would try again).
   */
  async signIn(
    session: SmtpSession,
    place: SignInPlace,
    credentials: Credentials,
    patience: Patience,
  ): Promise<SignedIn> {
    try {
      await session.signIn(credentials);
      return { session, credentials };
    } catch (error) {
      if (!isRefusal(error) || credentials?.kind !== 'token') throw error;
      return this.withNewerToken(place, credentials.token, patience);
    }
  }

  /** Connects and signs in with an access token that is not `rejected`. Throws the problem that it met. */
  async withNewerToken(place: SignInPlace, rejected: Secret, patience: Patience): Promise<SignedIn> {
    if (place.tokenId === null) throw outgoingProblem('server-incomplete', { disposition: 'ask-admin' });
    await this.hosts.require(place.tokenId, place.host);
    const { value } = await this.tokens.renew(place.tokenId, rejected);
    const credentials = { kind: 'token', login: place.login, token: value } as const;
    const session = await this.connect(place, patience);
    await session.signIn(credentials);
    return { session, credentials };
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.code === 'sign-in-refused';
}
