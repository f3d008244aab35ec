import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { type SignedIn } from './sign-in.js';

const IDLE_MS = 5_000;
const MAILS_AT_MOST = 100;
const AGE_MS_AT_MOST = 300_000;

interface Idle extends SignedIn {
  readonly mails: number;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Signed-in connections between two mails: a fresh one costs several round trips. Each is kept for 5 s of rest, 100
 * mails or 5 minutes, whichever ends first, and never across a change of the server's settings.
 */
@Injectable()
export class IdleSessions implements BeforeApplicationShutdown {
  readonly #idle = new Map<string, Idle[]>();
  readonly #worn = new WeakMap<object, { mails: number; since: number }>();
  #closed = false;

  /** A session that still stands, or undefined. */
  take(server: OutgoingServer): SignedIn | undefined {
    const waiting = this.#idle.get(keyOf(server)) ?? [];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      clearTimeout(next.timer);
      if (next.session.usable) return next;
    }
    return undefined;
  }

  /** Takes a session back after a mail, or lets it go. */
  give(server: OutgoingServer, { session, credentials }: SignedIn): void {
    const worn = this.#worn.get(session) ?? { mails: 0, since: performance.now() };
    worn.mails += 1;
    this.#worn.set(session, worn);
    const spent = worn.mails >= MAILS_AT_MOST || performance.now() - worn.since > AGE_MS_AT_MOST;
    if (this.#closed || spent || !session.usable) {
      session.close();
      return;
    }
    const key = keyOf(server);
    const timer = setTimeout(() => this.drop(key, session), IDLE_MS).unref();
    this.#idle.set(key, [...(this.#idle.get(key) ?? []), { session, credentials, timer, ...worn }]);
  }

  beforeApplicationShutdown(): void {
    this.#closed = true;
    for (const waiting of this.#idle.values()) {
      for (const { session, timer } of waiting) {
        clearTimeout(timer);
        session.close();
      }
    }
    this.#idle.clear();
  }

  private drop(key: string, session: SignedIn['session']): void {
    const left = (this.#idle.get(key) ?? []).filter((idle) => idle.session !== session);
    if (left.length > 0) this.#idle.set(key, left);
    else this.#idle.delete(key);
    session.close();
  }
}

function keyOf({ id, updatedAt }: OutgoingServer): string {
  return `${id} ${updatedAt.getTime()}`;
}
