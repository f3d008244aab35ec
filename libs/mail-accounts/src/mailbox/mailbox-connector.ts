import { Injectable } from '@nestjs/common';
import { Clock, Egress } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { signInByImap } from '../imap/imap-sign-in.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailUidls } from '../pop3/mail-uidls.js';
import { signInByPop3 } from '../pop3/pop3-sign-in.js';
import { ProtocolLogs } from '../protocol-log/protocol-logs.js';
import { MailboxCredentials, type Credentials } from './mailbox-credentials.js';
import { type MailConnection } from './mailbox.js';
import { serverPlace } from './server-place.js';
import { type Reached, type SignIn } from './sign-in.js';

/** From the first packet to the end of the sign-in, both attempts of a refused token included. */
const OPEN_MS = 60_000;

/**
 * Connects to mail servers: to the address that was checked and to no other, never without the TLS that was asked
 * for, and with one second chance for a refused access token, renewed. Throws a Problem with a disposition, as
 * `classifyMailFailure` names it, within a minute.
 */
@Injectable()
export class MailboxConnector {
  /** How to sign in, by the kind of the account. */
  readonly #ways: Record<MailAccount['kind'], (attempt: SignIn) => Promise<MailConnection>>;

  constructor(
    private readonly egress: Egress,
    private readonly credentials: MailboxCredentials,
    private readonly clock: Clock,
    private readonly logs: ProtocolLogs,
    uidls: MailUidls,
  ) {
    this.#ways = { imap: signInByImap, pop3: (attempt) => signInByPop3(attempt, uidls) };
  }

  /** Connects and signs in; no folder is open yet. `signal` gives it up, with problem `session-ended`. */
  async connect(
    account: MailAccount,
    signal?: AbortSignal,
    reached: Reached = () => {},
  ): Promise<MailConnection> {
    const limit = AbortSignal.any([AbortSignal.timeout(OPEN_MS), ...(signal ? [signal] : [])]);
    try {
      const destination = await this.egress.resolve(account.host);
      reached('resolve', { address: destination.address });
      const credentials = await this.credentials.of(account, destination);
      reached('credentials');
      const attempt = { account, destination, limit, reached, now: this.clock.now() };
      const connection = await this.signedIn(attempt, credentials);
      reached('sign-in');
      return connection;
    } catch (error) {
      if (signal?.aborted) throw mailAccountProblem('session-ended', { disposition: 'retry-later' });
      throw classifyMailFailure(limit.aborted ? limit.reason : error, serverPlace(account));
    }
  }

  private async signedIn(
    attempt: Omit<SignIn, 'credentials' | 'hear'>,
    credentials: Credentials,
  ): Promise<MailConnection> {
    const signIn = this.#ways[attempt.account.kind];
    try {
      return await signIn(this.heard(attempt, credentials));
    } catch (error) {
      const refusal = classifyMailFailure(error, serverPlace(attempt.account));
      const renewed = await this.credentials.after(refusal, credentials);
      if (!renewed) throw refusal;
      return signIn(this.heard(attempt, renewed));
    }
  }

  private heard(attempt: Omit<SignIn, 'credentials' | 'hear'>, credentials: Credentials): SignIn {
    const hear = this.logs.recorder(attempt.account, credentials)?.hear ?? null;
    return { ...attempt, credentials, hear };
  }
}
