import { sessionEnd } from '../mailbox/session-end.js';
import { type SignIn } from '../mailbox/sign-in.js';
import { connectPop3, within } from './connect-pop3.js';
import { type MailUidls } from './mail-uidls.js';
import { Maildrops } from './maildrops.js';
import { type Pop3Client } from './pop3-client.js';
import { Pop3Connection } from './pop3-connection.js';
import { logIn, wantsOneLine } from './pop3-login.js';

const AGAIN_MS = 60_000;
const MEGABYTE = 1_048_576;

/** Connects and signs in by POP3. Throws what `classifyMailFailure` knows. */
export async function signInByPop3(attempt: SignIn, uidls: MailUidls): Promise<Pop3Connection> {
  const { account, now, credentials } = attempt;
  const client = await enter(attempt);
  const maildrops = new Maildrops(client, {
    enter: (over) => {
      const limit = AbortSignal.any([over, AbortSignal.timeout(AGAIN_MS)]);
      return enter({ ...attempt, limit, reached: () => undefined });
    },
    numbered: (names) => uidls.numbered(account, names),
    disown: (uids) => uidls.disown(account, uids),
    // Servers report sizes that are not exact, so the bound leaves room; the plan leaves out what is too large.
    maxBytes: 2 * account.sizeLimitBytes + MEGABYTE,
  });
  return new Pop3Connection(maildrops, sessionEnd(now, credentials));
}

async function enter({
  account,
  destination,
  credentials,
  limit,
  reached,
  hear,
}: SignIn): Promise<Pop3Client> {
  const peer = { destination, port: account.port, tlsTrust: account.tlsTrust };
  const client = await connectPop3(peer, account.security, limit, reached, hear);
  const oneLine = wantsOneLine(account.host);
  await within(limit, client, async () => {
    reached('sign-in', await logIn(client, account.login, credentials, { oneLine }));
  });
  return client;
}
