import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { orderAudit } from '../outgoing-audit.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { WaitingMail } from '../outbox/waiting-mail.js';

const STEP = 10;

/** The order in which servers that fit alike are asked. */
@Injectable()
export class ServerOrder {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingMail,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Has servers asked in the order of `ids`, which names every server once: their priorities become 10, 20, 30 and so
   * on. Mail that waits is looked at again. Throws problem `server-order-stale`.
   */
  async set(ids: readonly string[], actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { rows } = await this.database.query<{ id: string }>(
        'select id from mailroom.outgoing_server order by id for update',
        [],
        tx,
      );
      const named = ids.toSorted().join(' ');
      if (rows.map(({ id }) => id).join(' ') !== named)
        throw outgoingProblem('server-order-stale', { field: 'ids' });
      await this.database.query(
        `update mailroom.outgoing_server s set priority = o.place * $2
         from unnest($1::uuid[]) with ordinality as o (id, place) where s.id = o.id`,
        [ids, STEP],
        tx,
      );
      await this.waiting.release(tx);
      await this.audit.record(orderAudit(actor), tx);
    });
  }
}
