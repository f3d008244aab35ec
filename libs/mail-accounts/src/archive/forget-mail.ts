import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { accountAudit } from '../accounts/account-audit.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';

/**
 * Erases a mail: its bytes, and sender, subject, Message-ID and the host's words in the ledger, of the delivery and of its
 * duplicates. Account, UID, size, dates, what became of it, the host's reference and the hash of the bytes stay, so that it is not
 * fetched again and a copy is still known as one. What was held for the host is thrown away.
 */
@Injectable()
export class ForgetMail {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** In `tx` when given; once more changes nothing and writes no second line. Problem `delivery-not-found`. */
  async run(deliveryId: string, actor: Actor | null, tx?: EntityManager): Promise<void> {
    if (tx) await this.erase(deliveryId, actor, tx);
    else await this.database.transaction((own) => this.erase(deliveryId, actor, own));
  }

  private async erase(deliveryId: string, actor: Actor | null, tx: EntityManager): Promise<void> {
    const { rows } = await this.database.query<{ id: string; name: string; erased: number }>(
      ERASE,
      [deliveryId],
      tx,
    );
    const [account] = rows;
    if (!account) throw mailAccountProblem('delivery-not-found', { params: { deliveryId } });
    if (account.erased === 0) return;
    await this.audit.record(accountAudit('mail-forgotten', account, actor, { deliveryId }), tx);
  }
}

// A duplicate shares the bytes with the first delivery: whichever is named, both are the same mail.
const ERASE = `
  with named as (
    select d.account_id, coalesce(d.duplicate_of, d.id) as first from mailroom.delivery d where d.id = $1),
  mails as (
    select d.id from mailroom.delivery d join named on d.id = named.first or d.duplicate_of = named.first),
  bytes as (delete from mailroom.raw_mail where delivery_id in (select id from mails) returning 1),
  words as (
    update mailroom.delivery d
    set sender = null, subject = '', message_id = null, reason = null, handling = null, retry_at = null,
      outcome = case when d.outcome in ('quarantined', 'refused', 'retrying') then 'discarded' else d.outcome end
    where d.id in (select id from mails)
      and (d.sender is not null or d.subject <> '' or d.message_id is not null or d.outcome = 'retrying')
    returning 1)
  select a.id, a.name, (select count(*) from bytes)::integer + (select count(*) from words)::integer as erased
  from named join mailroom.mail_account a on a.id = named.account_id`;
