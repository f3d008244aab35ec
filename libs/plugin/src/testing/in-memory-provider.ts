import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What a token endpoint answers: a status and a JSON body. */
export interface ProviderAnswer {
  readonly status: number;
  readonly body: object;
}

interface Grant {
  readonly mailbox: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string | null;
}

const CLIENT_ID = 'in-memory';
const CLIENT_SECRET = 'in-memory-secret';
const LIFETIME_SECONDS = 3_600;
const MOST_BYTES = 100_000;
const DEAD: ProviderAnswer = { status: 400, body: { error: 'invalid_grant' } };

/**
 * An OAuth2 provider in the process of a test (RFC 6749, PKCE S256, refresh tokens that rotate): somebody always consents,
 * at once, as `mailbox`. It listens on a port of 127.0.0.1, so the options need `privateNetworks: ['127.0.0.0/8']`.
 * It serves no mail. Stop it when the test is over.
 */
export class InMemoryProvider {
  /** Whose mailbox consents from now on. */
  mailbox = 'support@desk.test';
  readonly #codes = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, Grant>();
  readonly #answers: ProviderAnswer[] = [];
  readonly #asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.writeHead(500).end());
    });
  }

  /** Resolves once it listens. */
  static async start(): Promise<InMemoryProvider> {
    const provider = new InMemoryProvider();
    await new Promise<void>((resolve, reject) => {
      provider.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return provider;
  }

  /** Where it is; its issuer too. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The client that it knows, as `POST <mount>/api/clients` takes it. */
  get client(): Readonly<Record<string, string>> {
    return {
      name: 'In memory',
      template: 'custom',
      clientId: CLIENT_ID,
      secret: CLIENT_SECRET,
      authorizationEndpoint: `${this.url}/authorize`,
      tokenEndpoint: `${this.url}/token`,
      issuer: this.url,
      scope: 'openid email offline_access mail',
    };
  }

  /** Grant types that the token endpoint was asked for, oldest first. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  /** The token endpoint answers the next question with this, whatever it is; further ones after it, in their order. */
  answersNext(...answers: readonly ProviderAnswer[]): void {
    this.#answers.push(...answers);
  }

  /** Everything that anybody consented to has ended: refresh tokens get `invalid_grant`. */
  endGrants(): void {
    this.#codes.clear();
    this.#refreshTokens.clear();
  }

  /** Closes it and every connection to it. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    if (pathname === '/authorize') return this.#consent(searchParams, response);
    if (pathname !== '/token' || request.method !== 'POST') return void response.writeHead(404).end();
    const { status, body } = this.#tokenAnswer(new URLSearchParams(await bodyOf(request)));
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  #consent(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, {
      mailbox: this.mailbox,
      scope: asked.get('scope') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce'),
    });
    const back = new URL(asked.get('redirect_uri') ?? this.url);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    back.searchParams.set('iss', this.url);
    response.writeHead(302, { location: back.href }).end();
  }

  #tokenAnswer(asked: URLSearchParams): ProviderAnswer {
    const type = asked.get('grant_type') ?? '';
    this.#asked.push(type);
    const planned = this.#answers.shift();
    if (planned) return planned;
    if (type === 'client_credentials') return tokens({ scope: asked.get('scope') ?? '' });
    const grant = type === 'refresh_token' ? this.#refreshed(asked) : this.#redeemed(asked);
    return grant ? this.#tokensOf(grant) : DEAD;
  }

  // Good once: whoever shows it a second time has stolen it, or was too slow.
  #redeemed(asked: URLSearchParams): Grant | null {
    const grant = take(this.#codes, asked.get('code') ?? '');
    const verifier = asked.get('code_verifier') ?? '';
    return grant?.challenge === createHash('sha256').update(verifier).digest('base64url') ? grant : null;
  }

  #refreshed(asked: URLSearchParams): Grant | null {
    return take(this.#refreshTokens, asked.get('refresh_token') ?? '');
  }

  #tokensOf(grant: Grant): ProviderAnswer {
    const refresh = randomBytes(16).toString('hex');
    this.#refreshTokens.set(refresh, grant);
    const { mailbox, nonce, scope } = grant;
    const claims = {
      iss: this.url,
      aud: CLIENT_ID,
      sub: createHash('sha256').update(mailbox).digest('hex'),
      email: mailbox,
      ...(nonce === null ? {} : { nonce }),
    };
    return tokens({ scope, refresh_token: refresh, id_token: unsigned(claims) });
  }
}

function tokens(more: object): ProviderAnswer {
  const access = randomBytes(16).toString('hex');
  const body = { access_token: access, token_type: 'Bearer', expires_in: LIFETIME_SECONDS, ...more };
  return { status: 200, body };
}

// Good enough where it comes from the token endpoint itself (OpenID Connect Core section 3.1.3.7, point 6).
function unsigned(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

function take<Value>(from: Map<string, Value>, key: string): Value | null {
  const value = from.get(key) ?? null;
  from.delete(key);
  return value;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += (piece as Buffer).length;
    if (bytes > MOST_BYTES) throw new Error('too large');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}
