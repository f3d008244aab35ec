import { type ImapFlow } from 'imapflow';
import { type Credentials } from '../mailbox/mailbox-credentials.js';
import { type Reached, type StepFacts } from '../mailbox/sign-in.js';

const LONGEST_LIST = 1_000;

/**
 * imapflow greets, upgrades and signs in inside one call: this looks over its shoulder at every answer and tells what
 * has been passed. Call the returned function when the call ended, either way.
 */
export function watchSignIn(
  client: ImapFlow,
  login: string,
  kind: Credentials['kind'],
  reached: Reached,
): () => void {
  let way: StepFacts = {};
  const look = (): void => {
    const { capabilities } = client;
    if (client.connectedAt === null || capabilities.size === 0) return;
    reached('greeting', { capabilities: [...capabilities.keys()].join(' ').slice(0, LONGEST_LIST) });
    // Many servers offer no mechanisms any more once one was used.
    if (client.authenticated) reached('sign-in', way);
    else way = wayOf(capabilities, login, kind);
  };
  client.on('response', look);
  return () => {
    client.off('response', look);
    look();
  };
}

/**
 * How imapflow signs in where these capabilities are offered: the first of its preferences, a token on the line of the
 * command where that is allowed (RFC 4959), a password by PLAIN always on one of its own. A login with a slash is
 * Exchange's, for the mailbox of somebody else, and takes LOGIN.
 */
export function wayOf(
  offered: { has(name: string): boolean },
  login: string,
  kind: Credentials['kind'],
): StepFacts {
  if (kind === 'token') {
    const mechanism = offered.has('AUTH=OAUTHBEARER') ? 'OAUTHBEARER' : 'XOAUTH2';
    return { mechanism, lines: offered.has('SASL-IR') ? 1 : 2 };
  }
  const isPlain = offered.has('AUTH=PLAIN') && !/[\\/]/.test(login);
  return isPlain ? { mechanism: 'PLAIN', lines: 2 } : { mechanism: 'LOGIN' };
}
