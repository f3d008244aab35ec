import { formatAddress, type Disposition, type MailAddress } from '@mailroom/kernel';
import { type MailStatus, type RecipientReport, type TurnedDownRecipient } from './outbox-mail.js';
import { type OutboxMailJson } from './outbox-schema.js';
import { recipientResults } from './recipient-results.js';

/** A mail as the outbox reads it: without the weight. */
export interface OutboxRow {
  id: string;
  status: MailStatus;
  message_id: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  subject: string;
  bytes: number;
  server_id: string | null;
  server_name: string | null;
  route_reason: string | null;
  attempts: number;
  interruptions: number;
  accepted: string[];
  refused: TurnedDownRecipient[];
  deferred: TurnedDownRecipient[];
  reports: RecipientReport[];
  thread: string | null;
  unanswered: number;
  receipt: string | null;
  problem_code: string | null;
  problem_params: Record<string, string | number | boolean | null> | null;
  problem_disposition: Disposition | null;
  problem_at: Date | null;
  due_at: Date;
  created_at: Date;
  sent_at: Date | null;
  sent_copy: SentCopyState | null;
}

/** A copy as the outbox reads it; `due` is null when it is made or given up. Moments as ISO 8601. */
interface SentCopyState {
  readonly due: string | null;
  readonly made: string | null;
  readonly attempts: number;
  readonly code: string | null;
  readonly params: Record<string, string | number | boolean | null> | null;
  readonly disposition: Disposition | null;
  readonly at: string | null;
}

/** Everything of `OutboxRow`, to be followed by `where` or `order by`. */
export const SELECT_OUTBOX_ROWS = `
  select m.id, m.status, m.message_id, m.draft -> 'from' as "from", m.draft -> 'to' as "to", m.draft -> 'cc' as cc,
         m.draft -> 'bcc' as bcc, m.draft ->> 'subject' as subject, m.bytes, s.id as server_id, s.name as server_name,
         m.route_reason, m.attempts, m.interruptions, m.unanswered, m.thread, m.accepted, m.refused,
         m.deferred, m.reports, m.receipt, m.problem_code,
         m.problem_params, m.problem_disposition, m.problem_at, m.due_at, m.created_at, m.sent_at,
         case when c.mail_id is not null then jsonb_build_object('due', c.due_at, 'made', c.made_at,
           'attempts', c.attempts, 'code', c.problem_code, 'params', c.problem_params,
           'disposition', c.problem_disposition, 'at', c.problem_at) end as sent_copy
  from mailroom.outgoing_mail m
  left join mailroom.sent_copy c on c.mail_id = m.id
  left join mailroom.outgoing_server s on s.id = coalesce(m.server_id, m.named_server_id)`;

/** A mail as the API answers it. */
export function outboxMailJson(row: OutboxRow): OutboxMailJson {
  const { id, status, subject, bytes, thread, attempts, interruptions, unanswered, receipt } = row;
  const waits = status === 'queued' || status === 'delayed';
  return {
    id,
    status,
    subject,
    bytes,
    attempts,
    thread,
    interruptions,
    unanswered,
    receipt,
    recipients: recipientResults(row),
    messageId: row.message_id,
    from: formatAddress(row.from),
    to: row.to.map(formatAddress),
    cc: row.cc.map(formatAddress),
    bcc: row.bcc.map(formatAddress),
    server: row.server_id === null ? null : { id: row.server_id, name: row.server_name ?? '' },
    routeReason: row.route_reason,
    problem: problemOf(row),
    nextTryAt: waits ? row.due_at.toISOString() : null,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    sentCopy: row.sent_copy && sentCopyJson(row.sent_copy),
  };
}

/** Where a page ends: the next one begins behind it. */
export function cursorOf({ created_at: at, id }: Pick<OutboxRow, 'id' | 'created_at'>): string {
  return `${at.toISOString()}_${id}`;
}

function sentCopyJson(copy: SentCopyState): OutboxMailJson['sentCopy'] {
  const { due, made, attempts, code, params, disposition, at } = copy;
  const problem = code && disposition && at ? { code, params: params ?? {}, disposition, at: iso(at) } : null;
  const state = made ? 'made' : due ? 'due' : 'failed';
  return { state, attempts, madeAt: made && iso(made), nextTryAt: due && iso(due), problem };
}

function iso(moment: string): string {
  return new Date(moment).toISOString();
}

function problemOf(row: OutboxRow): OutboxMailJson['problem'] {
  const { problem_code: code, problem_disposition: disposition, problem_at: at } = row;
  return code && disposition && at
    ? { code, params: row.problem_params ?? {}, disposition, at: at.toISOString() }
    : null;
}
