import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type DeliveryOutcome } from './delivery.js';
import { firstDeliveryId } from './delivery-id.js';

/** How many mails of an outcome came in a slot, counted from zero. */
export interface ArrivedInSlot {
  readonly slot: number;
  readonly outcome: DeliveryOutcome;
  readonly mails: number;
}

/** How much mail came when, over all accounts. */
@Injectable()
export class Arrivals {
  constructor(private readonly database: Database) {}

  /**
   * Counts the mails recorded since the first of these moments by the slot they fall into: slot 0 goes from the first to
   * the second, the last has no end. Slots and outcomes without mail are left out.
   */
  async bySlot(slots: readonly Date[]): Promise<ArrivedInSlot[]> {
    const { rows } = await this.database.query<ArrivedInSlot>(ARRIVED, [slots.map(firstDeliveryId)]);
    return rows;
  }
}

const OUTCOMES: Readonly<Record<DeliveryOutcome, true>> = {
  stored: true,
  ignored: true,
  refused: true,
  retrying: true,
  quarantined: true,
  oversized: true,
  duplicate: true,
  discarded: true,
};

/**
 * Takes when each slot begins, as ids. An id says when: account, outcome and id are an index of their own, and no row is
 * looked at. `offset 0` keeps the two loops outside: joined freely, the planner reads the whole ledger.
 */
export const ARRIVED = `
  select width_bucket(mail.id, $1::uuid[]) - 1 as slot, wanted.outcome, count(*)::integer as mails
    from (select account.id, outcome from mailroom.mail_account account
            cross join unnest('{${Object.keys(OUTCOMES).join(',')}}'::text[]) as outcome offset 0) wanted
    cross join lateral (
      select d.id from mailroom.delivery d
       where d.account_id = wanted.id and d.outcome = wanted.outcome and d.id >= ($1::uuid[])[1]) mail
   group by slot, wanted.outcome`;
