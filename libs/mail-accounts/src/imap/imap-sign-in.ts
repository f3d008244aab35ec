import { ImapFlow } from 'imapflow';
import { type SignIn } from '../mailbox/sign-in.js';
import { serverPlace } from '../mailbox/server-place.js';
import { sessionEnd } from '../mailbox/session-end.js';
import { withoutChangeNumbers } from './change-numbers.js';
import { clientOptions } from './client-options.js';
import { protocolLogger } from './protocol-logger.js';
import { ImapConnection } from './imap-connection.js';
import { endWhenThrottled, throttleOf } from './throttle.js';
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
  const client: ImapFlow = new ImapFlow({
    ...clientOptions(account, destination, credentials, reached),
    logger: protocolLogger(hear, (entry) => endWhenThrottled(client, entry)),
  });
  // An 'error' without a listener ends the process, also long after connect. What failed rejects as well.
  client.on('error', () => {});
  const hangUp = (): void => client.close();
  limit.addEventListener('abort', hangUp, { once: true });
  const unnumbered = withoutChangeNumbers(client);
  const looked = watchSignIn(client, account.login, credentials.kind, reached);
  try {
    limit.throwIfAborted();
    await client.connect();
    return new ImapConnection(client, serverPlace(account), sessionEnd(now, credentials));
  } catch (error) {
    client.close();
    throw throttleOf(client) ?? error;
  } finally {
    looked();
    unnumbered();
    limit.removeEventListener('abort', hangUp);
  }
}
