import { Secret } from '@mailroom/kernel';
import OAuth2Strategy, { type Metadata, type StateStore } from 'passport-oauth2';
import { type ClientAccess } from '../clients/client-access.js';

/** Where to send a browser for consent, and the PKCE verifier that redeems what it brings back. */
export interface Consent {
  readonly url: string;
  readonly verifier: Secret;
}

/** What goes into the URL besides the client's own. */
export interface ConsentRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Builds the authorization request (RFC 6749 section 4.1.1, RFC 7636 with S256) with passport-oauth2, a strategy per
 * request: passport writes its outcome onto the instance. The way back does not go through passport, because it
 * believes an `error` before it has looked at the state, and has no deadline on the token request.
 */
export function consentUrl(client: ClientAccess, request: ConsentRequest): Promise<Consent> {
  return new Promise((resolve, reject) => {
    const store = new OneState(request.state);
    const strategy = new ConsentStrategy(client, request, store);
    const outcome = {
      redirect: (url: string) => resolve({ url, verifier: store.verifier }),
      error: reject,
      fail: () => reject(new Error('passport-oauth2 made no authorization request')),
    };
    // An empty request: one that carried a `code` would be taken for a callback.
    Object.assign(strategy, outcome).authenticate({ query: {}, body: {} } as never);
  });
}

class ConsentStrategy extends OAuth2Strategy {
  readonly #parameters: ConsentRequest['parameters'];

  constructor(client: ClientAccess, request: ConsentRequest, store: StateStore) {
    const options = {
      authorizationURL: client.authorizationEndpoint ?? '',
      tokenURL: client.tokenEndpoint,
      clientID: client.clientId,
      clientSecret: '',
      callbackURL: request.redirectUri,
      scope: client.scope,
      pkce: true,
      state: true,
      store,
    };
    super(options, () => undefined);
    this.#parameters = request.parameters;
  }

  override authorizationParams(): object {
    return this.#parameters;
  }
}

/** Gives passport the state and keeps the verifier it made. Passport picks the signature by the number of parameters. */
class OneState implements StateStore {
  #verifier = '';

  constructor(private readonly state: string) {}

  get verifier(): Secret {
    return Secret.of(this.#verifier);
  }

  store(
    _request: unknown,
    verifier: unknown,
    _state?: unknown,
    _meta?: Metadata,
    done?: (error: Error | null, state: string) => void,
  ): void {
    this.#verifier = String(verifier);
    done?.(null, this.state);
  }

  verify(): void {
    throw new Error('the way back does not go through passport');
  }
}
