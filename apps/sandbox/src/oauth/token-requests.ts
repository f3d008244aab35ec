import { type Profile } from './profiles.js';

/** One request at a token endpoint. `status` is null until it is answered, and 0 when the connection was dropped instead. */
export interface TokenRequest {
  readonly profile: Profile;
  readonly at: Date;
  grantType: string | null;
  clientId: string | null;
  status: number | null;
}

const remembered = 5000;

/** Every request that reached a token endpoint, oldest first, without secrets; and the gate that can hold their answers. */
export class TokenRequests {
  readonly log: TokenRequest[] = [];
  #gate: Promise<void> | null = null;

  begin(profile: Profile): TokenRequest {
    const request: TokenRequest = { profile, at: new Date(), grantType: null, clientId: null, status: null };
    this.log.push(request);
    if (this.log.length > remembered) this.log.shift();
    return request;
  }

  /** From now on answers are worked out and stored, but not sent until the returned function is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    this.#gate = gate;
    return () => {
      if (this.#gate === gate) this.#gate = null;
      open();
    };
  }

  /** Resolves at once, or when the answers held back may leave. */
  async released(): Promise<void> {
    await this.#gate;
  }
}
