import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { type StaffMember } from './staff-member.js';

const hash = promisify<string, Buffer, number, Buffer>(scrypt);
const HASH_BYTES = 32;
const FAILURES_AT_MOST = 10;
const FORGIVEN_AFTER_MS = 10 * 60_000;

/** Who works here, and whether a password is theirs. */
@Injectable()
export class Staff {
  readonly #salt = randomBytes(16);
  readonly #hashes: Promise<ReadonlyMap<string, Buffer>>;
  readonly #failures = new Map<string, { count: number; since: number }>();

  constructor(private readonly settings: HelpdeskSettings) {
    this.#hashes = this.hashAll();
  }

  /** The member with this login, or null. */
  find(login: string): StaffMember | null {
    return this.settings.staff.find((member) => member.login === login) ?? null;
  }

  /** The member whose login and password these are, or null; after ten failures in ten minutes null for everybody. */
  async signIn(login: string, password: string): Promise<StaffMember | null> {
    if (this.isTryingTooOften(login)) return null;
    const given = await hash(password, this.#salt, HASH_BYTES);
    const expected = (await this.#hashes).get(login);
    if (expected && timingSafeEqual(given, expected)) {
      this.#failures.delete(login);
      return this.find(login);
    }
    this.countFailure(login);
    return null;
  }

  private async hashAll(): Promise<ReadonlyMap<string, Buffer>> {
    const each = this.settings.staff.map(
      async ({ login, password }) => [login, await hash(password, this.#salt, HASH_BYTES)] as const,
    );
    return new Map(await Promise.all(each));
  }

  private isTryingTooOften(login: string): boolean {
    const failures = this.#failures.get(login);
    if (!failures || failures.since + FORGIVEN_AFTER_MS < Date.now()) return false;
    return failures.count >= FAILURES_AT_MOST;
  }

  // Only known logins are counted: guessed ones must not fill the memory.
  private countFailure(login: string): void {
    if (!this.find(login)) return;
    const { count, since } = this.#failures.get(login) ?? { count: 0, since: 0 };
    const fresh = since + FORGIVEN_AFTER_MS > Date.now();
    this.#failures.set(login, fresh ? { count: count + 1, since } : { count: 1, since: Date.now() });
  }
}
