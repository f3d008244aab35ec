import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';

/** One AES-256 key: `id` is written beside what it sealed, `bytes` are exactly 32. */
export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * Port: the keys that seal secrets at rest. Keep every key that ever sealed something until it has been rotated
 * away; a secret whose key is gone cannot be opened and its owner has to be connected again.
 */
export abstract class KeyRing {
  /** The key that seals from now on. */
  abstract current(): EncryptionKey;
  /** The key with this id, or undefined when this ring does not hold it. */
  abstract byId(id: string): EncryptionKey | undefined;
}

/**
 * Keys for a laptop: derived from a public text, so they protect nothing. Refused in production
 *, and loud everywhere else.
 */
@Injectable()
export class DevelopmentKeyRing extends KeyRing {
  readonly #key: EncryptionKey = {
    id: 'development',
    bytes: createHash('sha256').update('mailroom development key: protects nothing').digest(),
  };

  constructor() {
    super();
    new EventLog().warn(
      'development-key',
      'Secrets are sealed with the development key, which everybody knows. Bind a KeyRing before real mail comes in.',
    );
  }

  override current(): EncryptionKey {
    return this.#key;
  }

  override byId(id: string): EncryptionKey | undefined {
    return id === this.#key.id ? this.#key : undefined;
  }
}
