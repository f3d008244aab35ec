import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';

/** How many mails left in a slot, counted from zero, and how many failed for good. */
export interface DepartedInSlot {
  readonly slot: number;
  readonly outcome: 'sent' | 'failed';
  readonly mails: number;
}

/** What became of mail on its way out, in figures. */
@Injectable()
export class Departures {
  constructor(private readonly database: Database) {}

  /**
   * Counts the mails that left, and those that failed and still are, since the first of these moments by the slot they
   * fall into: slot 0 goes from the first to the second, the last has no end. Slots without mail are left out. What
   * bounced afterwards had left.
   */
  async bySlot(slots: readonly Date[]): Promise<DepartedInSlot[]> {
    const { rows } = await this.database.query<DepartedInSlot>(DEPARTED, [slots]);
    return rows;
  }

  /** How many mails each instance is sending just now. */
  async inHand(): Promise<{ holder: string; mails: number }[]> {
    const { rows } = await this.database.query<{ holder: string; mails: number }>(
      `select holder, count(*)::integer as mails from mailroom.outgoing_mail
        where status = 'sending' and holder is not null group by holder`,
    );
    return rows;
  }
}

/** Takes when each slot begins. Both halves are counted from an index that holds nothing else. */
export const DEPARTED = `
  select width_bucket(sent_at, $1::timestamptz[]) - 1 as slot, 'sent' as outcome, count(*)::integer as mails
    from mailroom.outgoing_mail where sent_at >= ($1::timestamptz[])[1] group by 1
  union all
  select width_bucket(problem_at, $1::timestamptz[]) - 1, 'failed', count(*)::integer
    from mailroom.outgoing_mail where status = 'failed' and problem_at >= ($1::timestamptz[])[1] group by 1`;
