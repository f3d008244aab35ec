import { Injectable } from '@nestjs/common';
import { AuditLog, Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { webhookAudit } from '../web-services-audit.js';
import { type Verdict } from './judge-answer.js';
import { type PausedBecause } from './webhook.js';

/** A webhook that has failed for so long without one success is paused. */
const PATIENCE_HOURS = 48;

/** What calls teach about their webhook: that it fails, since when, and that it is to be left alone. */
@Injectable()
export class WebhookTrouble {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Notes how a call went, in `tx`; pauses an active webhook that is gone or has failed for two days. */
  async learn(id: string, verdict: Verdict, tx: EntityManager): Promise<void> {
    if (verdict.kind === 'taken') {
      await this.database.query(WELL, [id], tx);
      return;
    }
    const { code, params } = verdict.problem;
    const values = [id, code, params, verdict.kind === 'gone', PATIENCE_HOURS];
    const { rows } = await this.database.query<{ because: PausedBecause | null; url: string }>(
      FAILED,
      values,
      tx,
    );
    const [row] = rows;
    if (!row?.because) return;
    const subject = { id, url: row.url };
    await this.audit.record(
      webhookAudit('webhook-paused', subject, null, { because: row.because, code }),
      tx,
    );
  }
}

const WELL = `
  update mailroom.webhook
  set failing_since = null, failures = 0, failure_code = null, failure_params = null, last_success_at = mailroom.now()
  where id = $1`;

// Answers why it was paused just now; null when it was not.
const FAILED = `
  with former as (
    select id, state, case when $4 then 'gone'
      when failing_since < mailroom.now() - $5 * interval '1 hour' then 'failing' end as because
    from mailroom.webhook where id = $1 for no key update)
  update mailroom.webhook
  set failing_since = coalesce(failing_since, mailroom.now()), failures = failures + 1, failure_code = $2,
    failure_params = $3,
    state = case when because is null then webhook.state else 'paused' end,
    paused_because = case when because is not null and former.state = 'active' then because else paused_because end,
    updated_at = case when because is not null and former.state = 'active' then mailroom.now() else updated_at end,
    updated_by = case when because is not null and former.state = 'active' then 'Mailroom' else updated_by end
  from former where webhook.id = former.id
  returning case when former.state = 'active' then because end as because, url`;
