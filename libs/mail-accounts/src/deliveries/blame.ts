import { Problem } from '@mailroom/kernel';
import { QueryFailedError } from 'typeorm';
import { HandlerFault } from './handler-fault.js';

/** Whose fault a failed commit is: one of its mails', the database's, or the session is no longer the holder. */
export type Blame = 'mail' | 'database' | 'session';

/** Connection, serialization, deadlock, resources, shutdown, lock wait, I/O, damage (PostgreSQL appendix A). */
const TROUBLE = /^(08|53|57P0|58|XX00|40001$|40P01$|55P03$)/;
const SOCKET = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/** node-postgres gives these no code. */
const LOST =
  /connection terminated|connection error and is not queryable|client was closed|timeout exceeded when trying to connect|query read timeout/i;

/**
 * Decides whether a mail is to blame for a commit that threw. Database trouble never is a mail's fault, or a restart of
 * PostgreSQL would fill the quarantine. Inside the handler only errors of our own transaction count as such: a host
 * that cannot reach some other machine has a problem with this mail.
 */
export function blameFor(error: unknown): Blame {
  if (error instanceof HandlerFault) return causes(error).some(queryTrouble) ? 'database' : 'mail';
  if (error instanceof Problem) return error.code === 'database-busy' ? 'database' : 'session';
  return causes(error).some((cause) => queryTrouble(cause) || connectionTrouble(cause)) ? 'database' : 'mail';
}

/** Did a statement of ours fail for a reason that is the database's own? */
export function databaseTrouble(error: unknown): boolean {
  return causes(error).some(queryTrouble);
}

function queryTrouble(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError: unknown = error.driverError;
  return TROUBLE.test(codeOf(driverError)) || connectionTrouble(driverError);
}

function connectionTrouble(error: unknown): boolean {
  return SOCKET.has(codeOf(error)) || (error instanceof Error && LOST.test(error.message));
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let at = error; at !== undefined && found.length < 8;) {
    found.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return found;
}
