import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Pokes } from '@mailroom/kernel';
import { CLIENT_CHANGED } from '../clients/client-changed.js';
import { decideRefresh, type Life } from './decide-refresh.js';
import { TOKEN_LIVE, TOKEN_SETTLED } from './refresh-lease.js';

/** How long nobody looks whether a token is still to be had, in ms. */
const BLIND_MS = 2_000;
/** So many at most: what is asked for rarely gains nothing from being kept. */
const MOST = 1_000;

interface Kept<T> {
  readonly token: T;
  readonly life: Life;
  readonly since: number;
}

/**
 * Tokens that were handed out a moment ago, so that whoever asks often does not ask the database every time. A hint that
 * something happened to a token or to a client makes them forgotten at once. Hints may be lost, and not every process
 * hears them: without one, a token that was taken away or whose client was switched off is handed out for two more
 * seconds at most, never longer, and never one that is near its end.
 */
@Injectable()
export class HotTokens<T> implements OnModuleInit {
  readonly #kept = new Map<string, Kept<T>>();

  constructor(
    private readonly pokes: Pokes,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.pokes.on(TOKEN_SETTLED, (tokenId) => this.forget(tokenId));
    this.pokes.on(TOKEN_LIVE, (tokenId) => this.forget(tokenId));
    this.pokes.on(CLIENT_CHANGED, () => this.#kept.clear());
  }

  /** The token, when it was kept within the last two seconds and is good to start something with. */
  find(tokenId: string): T | undefined {
    const kept = this.#kept.get(tokenId);
    if (!kept) return undefined;
    const now = this.clock.now();
    const age = now.getTime() - kept.since;
    // A clock that was set back proves nothing.
    if (age >= 0 && age <= BLIND_MS && decideRefresh(kept.life, now) === 'usable') return kept.token;
    this.#kept.delete(tokenId);
    return undefined;
  }

  /** Keeps a token that was found good at `lookedAt`. */
  keep(tokenId: string, token: T, life: Life, lookedAt: Date): void {
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(tokenId, { token, life, since: lookedAt.getTime() });
  }

  /** Lets go of it: the next who asks reads what is in store. */
  forget(tokenId: string): void {
    this.#kept.delete(tokenId);
  }
}
