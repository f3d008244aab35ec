import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type MailAccount } from '../accounts/mail-account.js';
import { storableText } from '../deliveries/storable-text.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { type Withheld } from './withheld.js';
import { tooFrequent, type FormerMail, type RatedMail, type SenderLimit } from './sender-rate.js';

// At most as many rows per sender as the limit, however many there are: a mailbox of one sender costs no more.
const FORMER = `
  select asked.sender, former.received_at as at, former.subject
  from unnest($2::text[], $3::timestamptz[]) as asked (sender, until)
  cross join lateral (
    select received_at, subject from mailroom.delivery
    where account_id = $1 and sender = asked.sender and received_at <= asked.until
      and received_at > greatest(asked.until - $4::integer * interval '1 minute', $5::timestamptz)
    order by received_at desc limit $6) former`;

/** Protects the host from loops: from senders whose automatic mail, or ever the same mail, does not stop coming. */
@Injectable()
export class SenderCounts {
  constructor(private readonly database: Database) {}

  /**
   * Which of an account's mails come too often, in their order; null for those that do not, and always for mail that
   * was in the mailbox before the account went live. One statement for the group, none where nothing is limited.
   */
  async tooFrequent(
    account: Pick<MailAccount, 'id' | 'liveSince'>,
    mails: readonly (InboundMail | null)[],
    limit: SenderLimit,
    tx: EntityManager,
  ): Promise<readonly (Withheld | null)[]> {
    const liveSince = account.liveSince ?? new Date(0);
    const rated = mails.map((mail) => (mail && mail.receivedAt >= liveSince ? ratedMail(mail) : null));
    const latest = new Map<string, Date>();
    for (const mail of rated) if (mail) latest.set(mail.sender, later(latest.get(mail.sender), mail.at));
    if (limit.mails === 0 || latest.size === 0) return mails.map(() => null);
    return tooFrequent(rated, await this.former(account.id, latest, liveSince, limit, tx), limit);
  }

  private async former(
    accountId: string,
    latest: ReadonlyMap<string, Date>,
    liveSince: Date,
    { mails, minutes }: SenderLimit,
    tx: EntityManager,
  ): Promise<ReadonlyMap<string, readonly FormerMail[]>> {
    const asked = [accountId, [...latest.keys()], [...latest.values()], minutes, liveSince, mails];
    const { rows } = await this.database.query<FormerMail & { sender: string }>(FORMER, asked, tx);
    const bySender = new Map<string, FormerMail[]>();
    for (const { sender, ...mail } of rows) bySender.set(sender, [...(bySender.get(sender) ?? []), mail]);
    return bySender;
  }
}

function ratedMail({ from, sender, subject, automatic, receivedAt: at }: InboundMail): RatedMail | null {
  const address = (from ?? sender)?.address;
  if (address === undefined) return null;
  return { sender: storableText(address), subject: storableText(subject), automatic, at };
}

function later(one: Date | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
