import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Database, retryDelay, type Prepared } from '@mailroom/kernel';
import { type ClaimedMail } from './claimed-mail.js';
import { type LeftAs } from './outbox-mail.js';
import { RELAXED_COMMIT } from './relaxed-commit.js';
import { type Settlement } from './settlement.js';

/** Where a mail went and when it is tried again. */
export interface Ending {
  readonly serverId: string | null;
  readonly routeReason: string;
  /** False when nobody was asked: the try does not count. */
  readonly tried: boolean;
  /** Of what is delayed: how long, in ms. */
  readonly delayMs: number;
  /** As whom it was offered. */
  readonly leftAs: LeftAs;
  /** Into whose Sent a copy goes once a server has taken it; null where none is wanted. */
  readonly copyFor: string | null;
}

interface Written {
  readonly row: object;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const WRITES_AT_MOST = 8;
const AT_ONCE = 20;
/** Statements on their way at one moment: while one waits for its answer, the next gathers and goes. */
const WRITERS = 2;

/**
 * Writes down what became of mails: what several connections have to say at one moment goes into one statement, so that a
 * commit serves as many mails as came while the ones before were written.
 */
@Injectable()
export class Settlements {
  #waiting: Written[] = [];
  #writing = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when it is written, and no crash of this process can undo it (`relaxed-commit.ts`), unless the mail was taken from us meanwhile: then nothing changes. A database that
   * stumbles is asked again for about half a minute: what a server has taken must be written down, or it leaves twice.
   */
  write(mail: ClaimedMail, settlement: Settlement, ending: Ending): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ row: rowOf(mail, settlement, ending, this.clock.now()), done, failed });
      if (this.#writing < WRITERS) void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.#writing += 1;
    try {
      while (this.#waiting.length > 0) await this.writeNext();
    } finally {
      this.#writing -= 1;
    }
  }

  private async writeNext(): Promise<void> {
    const batch = this.#waiting.splice(0, AT_ONCE);
    const rows = JSON.stringify(batch.map(({ row }) => row));
    try {
      await insistOn(() => this.database.ask(SETTLE, [rows]));
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}

/**
 * Takes the endings of mails, as JSON, twenty at most. An epoch is always between these two; that it is said tells the planner
 * how few rows come, so that it looks each up by its key even while the outbox is small: the plan stays when the outbox has
 * grown. Who took a mail from us raised the epoch. That a copy is due is known from the moment in which the mail is known to
 * have reached somebody, whatever becomes of us.
 */
export const SETTLE: Prepared = {
  name: 'mailroom_settle',
  text: `
  with settled as (
  update mailroom.outgoing_mail m
  set status = s.status, accepted = s.accepted, refused = s.refused, deferred = s.deferred, unanswered = s.unanswered,
      receipt = coalesce(s.receipt, m.receipt), problem_code = s.problem_code, problem_params = s.problem_params,
      problem_disposition = s.problem_disposition, problem_at = s.problem_at, server_id = s.server_id,
      route_reason = s.route_reason, attempts = m.attempts + s.tried,
      due_at = case when s.status = 'delayed'
                    then mailroom.now() + s.delay_ms * interval '1 millisecond' else m.due_at end,
      sent_at = case when s.status = 'sent' then s.at end, holder = null, claimed_at = null,
      left_as = case when jsonb_array_length(s.accepted) > jsonb_array_length(m.accepted) then s.left_as else m.left_as end
  from (select * from json_to_recordset($1) as row (id uuid, epoch integer, status text, accepted jsonb, refused jsonb, deferred jsonb,
    unanswered integer, receipt text, problem_code text, problem_params jsonb, problem_disposition text,
    problem_at timestamptz, server_id uuid, route_reason text, tried integer, delay_ms float8, at timestamptz,
    left_as jsonb, copy_for text) where epoch between 0 and 2147483647) as s,
    ${RELAXED_COMMIT}
  where m.id = s.id and m.epoch = s.epoch
  returning m.id, m.accepted, s.copy_for)
  insert into mailroom.sent_copy (mail_id, mailbox, due_at, until)
  select id, copy_for, mailroom.now(), mailroom.now() + interval '24 hours' from settled
  where copy_for is not null and accepted <> '[]'
  on conflict (mail_id) do nothing`,
};

function rowOf(mail: ClaimedMail, settlement: Settlement, ending: Ending, at: Date): object {
  const { status, problem, accepted, refused, deferred, unanswered, receipt } = settlement;
  return {
    id: mail.id,
    epoch: mail.epoch,
    status,
    accepted,
    refused,
    deferred,
    unanswered,
    receipt,
    problem_code: problem?.code,
    problem_params: problem?.params,
    problem_disposition: problem?.disposition,
    problem_at: problem && at,
    server_id: ending.serverId,
    route_reason: ending.routeReason,
    tried: Number(ending.tried),
    delay_ms: ending.delayMs,
    left_as: ending.leftAs,
    copy_for: ending.copyFor,
    at,
  };
}

async function insistOn(write: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt >= WRITES_AT_MOST) throw error;
      await pause(retryDelay(attempt, { base: 250, cap: 4_000 }));
    }
  }
}
