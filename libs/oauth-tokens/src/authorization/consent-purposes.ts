import { Injectable } from '@nestjs/common';
import { type ConsentPurpose } from './consent-purpose.js';
import { type AuthorizationPurpose } from './oauth-authorization.js';

type Registered = Exclude<AuthorizationPurpose, 'admin'>;

/** What authorizations are for, besides an admin's work. Register in `onModuleInit`. */
@Injectable()
export class ConsentPurposes {
  readonly #kept = new Map<AuthorizationPurpose, ConsentPurpose>();

  register(name: Registered, purpose: ConsentPurpose): void {
    this.#kept.set(name, purpose);
  }

  /** Whoever keeps this purpose; null for an admin's work, which is nobody's but ours. */
  of(name: AuthorizationPurpose): ConsentPurpose | null {
    if (name === 'admin') return null;
    const purpose = this.#kept.get(name);
    if (!purpose) throw new Error(`nobody keeps authorizations that are ${name}`);
    return purpose;
  }
}
