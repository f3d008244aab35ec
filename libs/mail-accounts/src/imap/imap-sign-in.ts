import { ImapFlow } from 'imapflow';
import { type SignIn } from '../mailbox/sign-in.js';
import { sessionEnd } from '../mailbox/session-end.js';
import { clientOptions } from './client-options.js';
import { protocolLogger } from './protocol-logger.js';
import { ImapConnection } from './imap-connection.js';
import { watchSignIn } from './sign-in-steps.js';

/** Connects and signs in by IMAP. Throws what imapflow throws. */
export async function signInByImap({
  account,
  destination,
  credentials,
  now,
  limit,
  reached,
  hear,
}: SignIn): Promise<ImapConnection> {
  const client = new ImapFlow({
    ...clientOptions(account, destination, credentials, reached),
    ...(hear ? { logger: protocolLogger(hear) } : {}),
  });
  // An 'error' without a listener ends the process, also long after connect. What failed rejects as well.
  client.on('error', () => {});
  const hangUp = (): void => client.close();
  limit.addEventListener('abort', hangUp, { once: true });
  const looked = watchSignIn(client, account.login, credentials.kind, reached);
  try {
    limit.throwIfAborted();
    await client.connect();
    // Only these: they go into problems, and from there to people.
    const { host, port } = account;
    return new ImapConnection(client, { host, port }, sessionEnd(now, credentials));
  } catch (error) {
    client.close();
    throw error;
  } finally {
    looked();
    limit.removeEventListener('abort', hangUp);
  }
}
