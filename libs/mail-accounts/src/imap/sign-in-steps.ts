import { type ImapFlow } from 'imapflow';
import { type Security } from '../accounts/mail-account.js';
import { type Reached } from '../mailbox/sign-in.js';

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
