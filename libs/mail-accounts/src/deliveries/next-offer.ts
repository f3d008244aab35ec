import { Problem, retryDelay } from '@mailroom/kernel';
import { HandlerFault } from './handler-fault.js';

/** So often a mail is offered to a host that throws. */
export const OFFERS = 3;
const SECOND = 1_000;

/**
 * SQL: is it time for the next offer? One that lies further ahead than any does was set by a clock that has gone back
 * since: nobody waits for the days of that to pass again.
 */
export const OFFER_DUE = `(retry_at <= mailroom.now() or retry_at > mailroom.now() + interval '1 hour')`;

/** What becomes of a mail whose offer number `attempts` failed. */
export type NextOffer =
  | { readonly outcome: 'retrying'; readonly attempts: number; readonly retryInMs: number }
  | { readonly outcome: 'quarantined'; readonly attempts: number; readonly retryInMs: null };

/** Three offers, the second after half a minute, the third some minutes later; then quarantine. */
export function nextOffer(attempts: number, chance: () => number = Math.random): NextOffer {
  if (attempts >= OFFERS) return { outcome: 'quarantined', attempts, retryInMs: null };
  const retryInMs = retryDelay(attempts, { base: 30 * SECOND, cap: 300 * SECOND }, chance);
  return { outcome: 'retrying', attempts, retryInMs };
}

/** What is kept of a failed offer: the host's problem code when it threw a Problem, never its text. */
export function faultCode(error: unknown): string {
  const cause = error instanceof HandlerFault ? error.cause : error;
  return cause instanceof Problem ? cause.code : 'handler-failed';
}
