import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@mailroom/kernel';
import { mailAccountProblem, MailAccounts } from '@mailroom/mail-accounts';
import { Outbox, TestMail } from '@mailroom/outgoing-servers';
import { stepsOf } from './round-trip-steps.js';
import { type RoundTripReport, type RoundTripWish } from './round-trip-schema.js';

/** Sends a mail through one of our servers to one of our accounts, and watches for it. */
@Injectable()
export class RoundTrip {
  constructor(
    private readonly database: Database,
    private readonly accounts: MailAccounts,
    private readonly outbox: Outbox,
    private readonly testMail: TestMail,
  ) {}

  /** Sends it on its way. Problems: those of `TestMail`, `account-not-found`, `account-not-live`. */
  async begin({ serverId, accountId }: RoundTripWish, actor: Actor): Promise<RoundTripReport> {
    const { address, state } = await this.accounts.get(accountId);
    if (state !== 'live') throw mailAccountProblem('account-not-live', { params: { state } });
    const { id } = await this.testMail.send(serverId, address, actor);
    return this.progress(id, accountId);
  }

  /** How far it got, whoever sends and whoever fetches. Throws problem `mail-not-found`. */
  async progress(mailId: string, accountId: string): Promise<RoundTripReport> {
    const mail = await this.outbox.get(mailId);
    const { rows } = await this.database.query<{ recorded_at: Date }>(
      `select recorded_at from mailroom.delivery
       where account_id = $1 and message_id = $2 and recorded_at >= $3 order by id limit 1`,
      [accountId, mail.messageId, mail.createdAt],
    );
    return { mailId, accountId, steps: stepsOf(mail, rows[0]?.recorded_at ?? null) };
  }
}
