import { type ImapFlow } from 'imapflow';
import { type Security } from '../accounts/mail-account.js';

/** How far a connection attempt came, in this order. `greeting`: capabilities are known and what had to be encrypted is. */
export const CONNECT_STEPS = ['resolve', 'credentials', 'connect', 'greeting', 'sign-in', 'folder'] as const;
/** One of CONNECT_STEPS. */
export type ConnectStep = (typeof CONNECT_STEPS)[number];
/** Told of every step that was passed; the same step may be told again when a second attempt is made. */
export type Reached = (step: ConnectStep) => void;

/**
 * imapflow connects, upgrades and signs in inside one call: this looks over its shoulder at every answer and tells
 * what has been passed. Call the returned function when the call ended, either way.
 */
export function watchSignIn(client: ImapFlow, security: Security, reached: Reached): () => void {
  const look = (): void => {
    if (client.connectedAt === null) return;
    reached('connect');
    const encrypted = security === 'none' || client.secureConnection;
    if (encrypted && client.capabilities.size > 0) reached('greeting');
  };
  client.on('response', look);
  return () => {
    client.off('response', look);
    look();
  };
}
