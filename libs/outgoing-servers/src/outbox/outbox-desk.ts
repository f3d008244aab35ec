import { Injectable } from '@nestjs/common';
import { Clock, Database, InstanceBeat } from '@mailroom/kernel';
import { type StoredDraft } from './mail-draft.js';
import { type RefusedRecipient } from './outbox-mail.js';
import { type Settlement } from './settlement.js';

/** A mail in our hands: nobody else sends it until it is settled, or until we fall silent. */
export interface ClaimedMail {
  readonly id: string;
  readonly epoch: number;
  readonly messageId: string;
  readonly draft: StoredDraft;
  readonly namedServerId: string | null;
  readonly attempts: number;
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedRecipient[];
  readonly waitingSince: Date;
  readonly createdAt: Date;
}

/** Where a mail went and when it is tried again. */
export interface Ending {
  readonly serverId: string | null;
  readonly routeReason: string;
  /** False when nobody was asked: the try does not count. */
  readonly tried: boolean;
  /** Of what is delayed: how long, in ms. */
  readonly delayMs: number;
}

interface Row {
  id: string;
  epoch: number;
  message_id: string;
  draft: StoredDraft;
  named_server_id: string | null;
  attempts: number;
  accepted: string[];
  refused: RefusedRecipient[];
  waiting_since: Date;
  created_at: Date;
}

/** Takes mails in hand and puts them down again: one at a time in one process, on the database's own clock. */
@Injectable()
export class OutboxDesk {
  readonly #inHand = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly beat: InstanceBeat,
  ) {}

  /** Takes a due mail in hand; null when it is not due, not there, or in other hands. */
  async claim(id: string): Promise<ClaimedMail | null> {
    const { rows } = await this.database.query<Row>(
      `update mailroom.outgoing_mail
       set status = 'sending', epoch = epoch + 1, holder = $2, claimed_at = clock_timestamp()
       where id = $1 and status in ('queued', 'delayed') and due_at <= mailroom.now()
       returning id, epoch, message_id, draft, named_server_id, attempts, accepted, refused, waiting_since, created_at`,
      [id, this.beat.id],
    );
    if (!rows[0]) return null;
    this.#inHand.add(id);
    return claimed(rows[0]);
  }

  /** Lets a mail out of hand, settled or not: what was not settled falls silent and is taken back by somebody. */
  letGo({ id }: ClaimedMail): void {
    this.#inHand.delete(id);
  }

  /** The attachments of a mail, in their order. */
  async attachments(id: string): Promise<{ filename: string; contentType: string; content: Buffer }[]> {
    const { rows } = await this.database.query<{ filename: string; content_type: string; content: Buffer }>(
      'select filename, content_type, content from mailroom.outgoing_attachment where mail_id = $1 order by position',
      [id],
    );
    return rows.map(({ filename, content_type: contentType, content }) => ({
      filename,
      contentType,
      content,
    }));
  }

  /** Says that everything in our hands is still in our hands. */
  async renew(): Promise<void> {
    if (this.#inHand.size === 0) return;
    await this.database.query(
      `update mailroom.outgoing_mail set claimed_at = clock_timestamp()
       where id = any($1) and holder = $2 and status = 'sending'`,
      [[...this.#inHand], this.beat.id],
    );
  }

  /** Writes what became of a claim, unless it has been taken from us meanwhile. */
  async settle(mail: ClaimedMail, settlement: Settlement, ending: Ending): Promise<void> {
    const { status, problem, accepted, refused, receipt } = settlement;
    const now = this.clock.now();
    await this.database.query(
      `update mailroom.outgoing_mail
       set status = $3, accepted = $4, refused = $5, receipt = coalesce($6, receipt),
           problem_code = $7, problem_params = $8, problem_disposition = $9, problem_at = $10,
           server_id = $11, route_reason = $12, attempts = attempts + $13::int,
           due_at = case when $3 = 'delayed' then mailroom.now() + $14 * interval '1 millisecond' else due_at end,
           sent_at = case when $3 = 'sent' then $15::timestamptz end, holder = null, claimed_at = null
       where id = $1 and epoch = $2 and status = 'sending'`,
      [
        mail.id,
        mail.epoch,
        status,
        JSON.stringify(accepted),
        JSON.stringify(refused),
        receipt,
        problem?.code ?? null,
        problem && JSON.stringify(problem.params),
        problem?.disposition ?? null,
        problem && now,
        ending.serverId,
        ending.routeReason,
        Number(ending.tried),
        ending.delayMs,
        now,
      ],
    );
  }
}

function claimed(row: Row): ClaimedMail {
  return {
    id: row.id,
    epoch: row.epoch,
    messageId: row.message_id,
    draft: row.draft,
    namedServerId: row.named_server_id,
    attempts: row.attempts,
    accepted: row.accepted,
    refused: row.refused,
    waitingSince: row.waiting_since,
    createdAt: row.created_at,
  };
}
