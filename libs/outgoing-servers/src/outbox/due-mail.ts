import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database, JobQueue } from '@mailroom/kernel';
import { jobKey, OUTBOX_QUEUE } from './outbox-queue.js';

const AT_ONCE = 500;
const SILENT_SECONDS = 20;

/** Sees to it that every mail which is due has a job, whatever died, was delayed or was lost on the way. */
@Injectable()
export class DueMail {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
  ) {}

  /** One look: mail in hands that fell silent comes back, and what is due without a job gets one. */
  async look(): Promise<void> {
    await this.takeBack();
    const sent = await this.database.transaction(async (tx) => {
      const due = await this.withoutJob(tx);
      for (const { id, epoch } of due)
        await this.jobs.send(OUTBOX_QUEUE, { id }, { tx, key: jobKey(id, epoch) });
      return due.length;
    });
    if (sent > 0) this.jobs.poke(OUTBOX_QUEUE);
  }

  // It may have been delivered without our knowing: rather twice than never. The Message-ID is the same.
  private async takeBack(): Promise<void> {
    await this.database.query(
      `update mailroom.outgoing_mail
       set status = 'delayed', holder = null, claimed_at = null, due_at = mailroom.now(),
           interruptions = interruptions + 1, problem_code = 'sending-interrupted', problem_params = '{}',
           problem_disposition = 'retry-later', problem_at = mailroom.now()
       where status = 'sending' and claimed_at < clock_timestamp() - $1 * interval '1 second'`,
      [SILENT_SECONDS],
    );
  }

  // A job may also have been lost (given up by the queue, deleted): after ten minutes overdue it is sent again.
  private async withoutJob(tx: EntityManager): Promise<{ id: string; epoch: number }[]> {
    const { rows } = await this.database.query<{ id: string; epoch: number }>(
      `update mailroom.outgoing_mail set job_epoch = epoch
       where id in (
         select id from mailroom.outgoing_mail
         where status in ('queued', 'delayed') and due_at <= mailroom.now()
           and (job_epoch < epoch or due_at < mailroom.now() - interval '10 minutes')
         order by due_at limit $1 for update skip locked)
       returning id, epoch`,
      [AT_ONCE],
      tx,
    );
    return rows;
  }
}
