import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, Database } from '@mailroom/kernel';
import { type RecipientReport } from './outbox-mail.js';

/** What a report that came in says about a mail, named by its Message-ID. */
export interface SentMailReport {
  readonly messageId: string;
  readonly kind: RecipientReport['kind'];
  readonly recipients: readonly Pick<RecipientReport, 'address' | 'status' | 'diagnostic'>[];
}

const KEPT_AT_MOST = 200;

/**
 * Brings reports home to the mail that they are about. Message-IDs are the only proof: they are ours, and nobody guesses
 * one. A bounce makes a mail that was sent `bounced`; complaints, delays and receipts are kept beside it.
 */
@Injectable()
export class OutboxReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes them, in the transaction of whoever took them in; reports on mail that is not ours change nothing. */
  async note(reports: readonly SentMailReport[], tx: EntityManager): Promise<void> {
    if (reports.length === 0) return;
    const rows = byMail(reports, this.clock.now().toISOString());
    await this.database.query(NOTE, [JSON.stringify(rows), KEPT_AT_MOST], tx);
  }
}

const NOTE = `
  update mailroom.outgoing_mail m
  set reports = case when jsonb_array_length(m.reports) < $2 then m.reports || r.reports else m.reports end,
      status = case when r.bounced and m.status = 'sent' then 'bounced' else m.status end
  from json_to_recordset($1) as r (message_id text, reports jsonb, bounced boolean)
  where m.message_id = r.message_id and m.status in ('sent', 'delayed', 'bounced', 'failed')`;

/** One row for each mail: two reports on one mail may come in together. */
export function byMail(reports: readonly SentMailReport[], at: string) {
  const rows = new Map<string, { message_id: string; reports: RecipientReport[]; bounced: boolean }>();
  for (const { messageId, kind, recipients } of reports) {
    const row = rows.get(messageId) ?? { message_id: messageId, reports: [], bounced: false };
    const named = recipients.length > 0 ? recipients : [{ address: '', status: null, diagnostic: null }];
    row.reports.push(
      ...named.map(({ address, status, diagnostic }) => ({ kind, address, status, diagnostic, at })),
    );
    rows.set(messageId, { ...row, bounced: row.bounced || kind === 'bounce' });
  }
  return [...rows.values()];
}
