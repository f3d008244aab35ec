import { Injectable } from '@nestjs/common';
import { KeyRing, type EncryptionKey } from '@mailroom/plugin';
import { HelpdeskSettings } from './helpdesk-settings.js';

/** The keys of MAILROOM_KEYS: the first seals, all of them open. */
@Injectable()
export class EnvironmentKeyRing extends KeyRing {
  readonly #current: EncryptionKey;
  readonly #byId: ReadonlyMap<string, EncryptionKey>;

  constructor({ keys }: HelpdeskSettings) {
    super();
    const [current] = keys;
    if (!current) throw new Error('MAILROOM_KEYS holds no key.');
    this.#current = current;
    this.#byId = new Map(keys.map((key) => [key.id, key]));
  }

  override current(): EncryptionKey {
    return this.#current;
  }

  override byId(id: string): EncryptionKey | undefined {
    return this.#byId.get(id);
  }
}
