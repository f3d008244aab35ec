import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
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
      const known = await this.ordered(tx);
      if (known.toSorted().join(' ') !== ids.toSorted().join(' '))
        throw outgoingProblem('server-order-stale', { field: 'ids' });
      await this.write(ids, actor, tx);
    });
  }

  /**
   * Has one server asked so many places later, or earlier; at the end of the order it stays. Whatever others did to the order
   * meanwhile holds. Throws problem `server-not-found`.
   */
  async move(id: string, by: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const known = await this.ordered(tx);
      const from = known.indexOf(id);
      if (from < 0) throw outgoingProblem('server-not-found', { params: { id } });
      await this.write(known.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, id), actor, tx);
    });
  }

  // Held one by one in the order of their ids, as everybody does who holds several.
  private async ordered(tx: EntityManager): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `with held as (select id, priority, name from mailroom.outgoing_server order by id for update)
       select id from held order by priority, name, id`,
      [],
      tx,
    );
    return rows.map(({ id }) => id);
  }

  private async write(ids: readonly string[], actor: Actor, tx: EntityManager): Promise<void> {
    await this.database.query(
      `update mailroom.outgoing_server s set priority = o.place * $2
       from unnest($1::uuid[]) with ordinality as o (id, place) where s.id = o.id`,
      [ids, STEP],
      tx,
    );
    await this.waiting.release(tx);
    await this.audit.record(orderAudit(actor), tx);
  }
}
