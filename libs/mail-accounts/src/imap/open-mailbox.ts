import { Injectable } from '@nestjs/common';
import { Clock, Egress, type Destination } from '@mailroom/kernel';
import { ImapFlow } from 'imapflow';
import { type MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { clientOptions } from './client-options.js';
import { classifyMailFailure } from './fetch-failure.js';
import { MailboxCredentials, type Credentials } from './mailbox-credentials.js';
import { sessionEnd } from './session-end.js';
import { watchSignIn, type Reached } from './sign-in-steps.js';

/** From the first packet to the opened folder, both sign-ins of a refused token included. */
const OPEN_MS = 60_000;
const LOGOUT_MS = 3_000;

/** One signed-in connection with the account's folder selected. One use: when it is gone, open another. */
export interface OpenMailbox {
  readonly client: ImapFlow;
  readonly uidValidity: bigint;
  /** Messages in the folder when it was opened. */
  readonly exists: number;
  /** When to close it: what it signed in with ends soon after. */
  readonly endsAt: Date;
  /** Says goodbye for at most three seconds and hangs up. Never throws. */
  close(): Promise<void>;
}

/**
 * Opens mailboxes. Connects to the address that was checked and to no other, never without the TLS that was asked
 * for, and gives a refused access token one second chance with a renewed one. Throws a Problem with a disposition,
 * as `classifyMailFailure` names it, within a minute.
 */
@Injectable()
export class MailboxConnector {
  constructor(
    private readonly egress: Egress,
    private readonly credentials: MailboxCredentials,
    private readonly clock: Clock,
  ) {}

  /** Signs in and selects the folder; read-only where the account leaves everything as it is. */
  async open(account: MailAccount, signal?: AbortSignal, reached: Reached = () => {}): Promise<OpenMailbox> {
    const limit = AbortSignal.any([AbortSignal.timeout(OPEN_MS), ...(signal ? [signal] : [])]);
    try {
      const destination = await this.egress.resolve(account.host);
      reached('resolve');
      const credentials = await this.credentials.of(account, destination);
      reached('credentials');
      return await this.signedIn({ account, destination, limit, reached }, credentials);
    } catch (error) {
      if (signal?.aborted) throw mailAccountProblem('session-ended', { disposition: 'retry-later' });
      throw classifyMailFailure(limit.aborted ? limit.reason : error, placeOf(account));
    }
  }

  private async signedIn(attempt: Attempt, credentials: Credentials): Promise<OpenMailbox> {
    try {
      return await this.attempt(attempt, credentials);
    } catch (error) {
      const refusal = classifyMailFailure(error, placeOf(attempt.account));
      const renewed = await this.credentials.after(refusal, credentials);
      if (!renewed) throw refusal;
      return this.attempt(attempt, renewed);
    }
  }

  private async attempt(attempt: Attempt, credentials: Credentials): Promise<OpenMailbox> {
    const { account, destination, limit, reached } = attempt;
    const client = new ImapFlow(clientOptions(account, destination, credentials));
    // An 'error' without a listener ends the process, also long after connect. What failed rejects as well.
    client.on('error', () => {});
    const hangUp = (): void => client.close();
    limit.addEventListener('abort', hangUp, { once: true });
    try {
      limit.throwIfAborted();
      await connect(client, account, reached);
      const selected = await select(client, account);
      reached('folder');
      return {
        client,
        ...selected,
        endsAt: sessionEnd(this.clock.now(), credentials),
        close: () => sayGoodbye(client),
      };
    } catch (error) {
      client.close();
      throw error;
    } finally {
      limit.removeEventListener('abort', hangUp);
    }
  }
}

interface Attempt {
  readonly account: MailAccount;
  readonly destination: Destination;
  readonly limit: AbortSignal;
  readonly reached: Reached;
}

async function connect(client: ImapFlow, account: MailAccount, reached: Reached): Promise<void> {
  const looked = watchSignIn(client, account.security, reached);
  try {
    await client.connect();
  } finally {
    looked();
  }
  reached('sign-in');
}

async function select(
  client: ImapFlow,
  { host, port, folder, disposition }: MailAccount,
): Promise<{ uidValidity: bigint; exists: number }> {
  const mailbox = await client
    .mailboxOpen(folder, { readOnly: disposition === 'leave' })
    .catch((error: unknown) => Promise.reject(classifyMailFailure(error, { host, port, folder })));
  // Without a UIDVALIDITY its UIDs mean nothing tomorrow (RFC 9051 section 2.3.1.1).
  if (!mailbox?.uidValidity) {
    throw mailAccountProblem('mailbox-answer-unreadable', { disposition: 'retry-later' });
  }
  return { uidValidity: mailbox.uidValidity, exists: mailbox.exists };
}

async function sayGoodbye(client: ImapFlow): Promise<void> {
  const patience = setTimeout(() => client.close(), LOGOUT_MS);
  try {
    await client.logout();
  } catch {
    // It is gone already, which is what was wanted.
  } finally {
    clearTimeout(patience);
    client.close();
  }
}

function placeOf({ host, port }: MailAccount): { host: string; port: number } {
  return { host, port };
}
