import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type TokenUse, type UseOfToken } from './token-use.js';

/** Everything that stands on tokens, over all libs. Register in `onModuleInit`. */
@Injectable()
export class TokenUses {
  readonly #kinds = new Map<string, TokenUse>();

  /** Adds a kind of use; the same kind again replaces the former. */
  register(use: TokenUse): void {
    this.#kinds.set(use.kind, use);
  }

  /** What stands on this token, each with its kind; in `tx` when given. */
  async of(tokenId: string, tx?: EntityManager): Promise<(UseOfToken & { kind: string })[]> {
    const found: (UseOfToken & { kind: string })[] = [];
    // One after the other: in a transaction they share one connection.
    for (const use of this.#kinds.values()) {
      for (const { id, name } of await use.usesOf(tokenId, tx)) found.push({ kind: use.kind, id, name });
    }
    return found;
  }
}
