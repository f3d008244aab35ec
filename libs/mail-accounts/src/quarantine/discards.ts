import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { accountAudit } from '../accounts/account-audit.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';

/** Throws held mail away for good: its bytes are forgotten, its line in the ledger stays, so it is never fetched again. */
@Injectable()
export class Discards {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** One, with a line in the audit log. Problems `delivery-not-found`, `delivery-not-in-quarantine`. */
  async one(deliveryId: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [account] = await this.accountOf(deliveryId, tx);
      if (!account) throw mailAccountProblem('delivery-not-found', { params: { deliveryId } });
      if ((await this.many([deliveryId], tx)) === 0) throw mailAccountProblem('delivery-not-in-quarantine');
      await this.audit.record(accountAudit('mail-discarded', account, actor, { deliveryId }), tx);
    });
  }

  /**
   * Those of these that are held just now; answers how many that were. What the account does with mail on the server
   * once it has served its purpose is done with these too.
   */
  async many(deliveryIds: readonly string[], tx?: EntityManager): Promise<number> {
    const { rows } = await this.database.query(DISCARD, [deliveryIds], tx);
    return rows.length;
  }

  private async accountOf(deliveryId: string, tx: EntityManager): Promise<{ id: string; name: string }[]> {
    const { rows } = await this.database.query<{ id: string; name: string }>(
      `select a.id, a.name from mailroom.delivery d join mailroom.mail_account a on a.id = d.account_id where d.id = $1`,
      [deliveryId],
      tx,
    );
    return rows;
  }
}

// Mail without a content key was never fetched: there is nothing to compare it with before it may be deleted.
const DISCARD = `
  with discarded as (
    update mailroom.delivery d
    set outcome = 'discarded', retry_at = null,
      disposal_due = case when d.outcome = 'quarantined' then d.content_key is not null and a.disposition <> 'leave'
        else d.disposal_due end
    from mailroom.mail_account a
    where a.id = d.account_id and d.id = any($1::uuid[]) and d.outcome in ('quarantined', 'refused')
    returning d.id),
  forgotten as (delete from mailroom.raw_mail where delivery_id in (select id from discarded))
  select id from discarded`;
