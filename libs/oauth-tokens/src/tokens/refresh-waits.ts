import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Pokes } from '@mailroom/kernel';
import { TOKEN_SETTLED } from './refresh-lease.js';

/** Waiting for a refresh that another process is at: woken by its hint, or by the time given, whichever is first. */
@Injectable()
export class RefreshWaits implements OnModuleInit {
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly pokes: Pokes) {}

  onModuleInit(): void {
    this.pokes.on(TOKEN_SETTLED, (tokenId) => this.#waiting.get(tokenId)?.forEach((wake) => wake()));
  }

  /** Resolves when a refresh of this token has ended, or after `milliseconds`. */
  async settled(tokenId: string, milliseconds: number): Promise<void> {
    const waiting = this.#waiting.get(tokenId) ?? new Set();
    this.#waiting.set(tokenId, waiting);
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        if (waiting.size === 0) this.#waiting.delete(tokenId);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      waiting.add(wake);
    });
  }
}
