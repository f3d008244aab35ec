import { type ImapFlow } from 'imapflow';
import { type Credentials } from '../mailbox/mailbox-credentials.js';
import { type Reached } from '../mailbox/sign-in.js';

const LONGEST_LIST = 1_000;

/**
 * imapflow greets, upgrades and signs in inside one call: this looks over its shoulder at every answer and tells what
 * has been passed. Call the returned function when the call ended, either way.
 */
export function watchSignIn(client: ImapFlow, kind: Credentials['kind'], reached: Reached): () => void {
  let mechanism = '';
  const look = (): void => {
    const { capabilities } = client;
    if (client.connectedAt === null || capabilities.size === 0) return;
    reached('greeting', { capabilities: [...capabilities.keys()].join(' ').slice(0, LONGEST_LIST) });
    // Many servers offer no mechanisms any more once one was used.
    if (client.authenticated) reached('sign-in', { mechanism });
    else mechanism = mechanismOf(capabilities, kind);
  };
  client.on('response', look);
  return () => {
    client.off('response', look);
    look();
  };
}

/** How imapflow signs in where these capabilities are offered: the first of its preferences. */
function mechanismOf(offered: { has(name: string): boolean }, kind: Credentials['kind']): string {
  const preferred = kind === 'token' ? ['OAUTHBEARER', 'XOAUTH2'] : ['PLAIN', 'LOGIN'];
  return preferred.find((name) => offered.has(`AUTH=${name}`)) ?? preferred[1] ?? '';
}
