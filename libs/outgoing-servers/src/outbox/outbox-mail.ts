import { type Disposition, type MailAddress } from '@mailroom/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type RouteReason } from '../routing/select-server.js';
import { type StoredDraft } from './mail-draft.js';

/**
 * queued: waits for its first try · sending: in somebody's hands · sent: a server took it · delayed: tried, tried
 * again at `dueAt` · failed: only a person takes it up again · cancelled: a person gave it up · bounced: a server took
 * it, and a report came back that somebody did not get it.
 */
export type MailStatus = 'queued' | 'sending' | 'sent' | 'delayed' | 'failed' | 'cancelled' | 'bounced';

/** A recipient that a server turned down, with its words: for good, or for now. */
export interface TurnedDownRecipient {
  readonly address: string;
  readonly reply: string;
}

/** As whom a mail left: its From, and where replies go when the draft does not say. */
export interface LeftAs {
  readonly from: MailAddress;
  readonly replyTo: MailAddress | null;
}

/** What a report that came in by mail says about a recipient; the address is empty when it names nobody. */
export interface RecipientReport {
  readonly kind: 'bounce' | 'delay' | 'delivered' | 'complaint' | 'disposition';
  readonly address: string;
  /** Enhanced status code (RFC 3463), where there is one. */
  readonly status: string | null;
  readonly diagnostic: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** One mail in the outbox. Sent mail keeps its draft and attachments. */
@Entity({ schema: 'mailroom', name: 'outgoing_mail', synchronize: false })
@Index('outgoing_mail_newest', ['createdAt', 'id'])
@Index('outgoing_mail_sent', ['sentAt'], { where: 'sent_at is not null' })
@Index('outgoing_mail_failed', ['problemAt'], { where: `status = 'failed'` })
@Index('outgoing_mail_at_rest', ['status', 'createdAt', 'id'], {
  where: `status in ('failed', 'bounced', 'cancelled')`,
})
@Index('outgoing_mail_message', ['messageId'])
@Index('outgoing_mail_of_named_server', ['namedServerId'])
export class OutboxMail {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  /** With angle brackets; the same at every try. */
  @Column({ type: 'text', name: 'message_id' })
  messageId: string;

  @Column({ type: 'text', name: 'idempotency_key', nullable: true, unique: true })
  idempotencyKey: string | null;

  @Column({ type: 'jsonb' })
  draft: StoredDraft;

  /** What it is looked for by: subject, Message-ID, addresses and names, in small letters. The database makes it. */
  @Column({ type: 'text', nullable: true, select: false, insert: false, update: false })
  searched: string | null;

  /** Bodies and attachments as given, before any encoding. */
  @Column({ type: 'integer' })
  bytes: number;

  @Column({ type: 'text', default: 'queued' })
  status: MailStatus;

  /** The order in which mail was enqueued. */
  @Column({ type: 'bigint', insert: false, update: false })
  seq: string;

  /** What routing is asked (`lane.ts`). */
  @Column({ type: 'text' })
  lane: string;

  /** Mails of one thread leave one after the other. */
  @Column({ type: 'text', nullable: true })
  thread: string | null;

  /** The server that the host asked for. */
  @Column({ type: 'uuid', name: 'named_server_id', nullable: true })
  namedServerId: string | null;

  /** The server of the last try. */
  @Column({ type: 'uuid', name: 'server_id', nullable: true })
  serverId: string | null;

  @Column({ type: 'text', name: 'route_reason', nullable: true })
  routeReason: RouteReason | null;

  /** Of the try that a server took; null before. With the draft it makes the bytes that left. */
  @Column({ type: 'jsonb', name: 'left_as', nullable: true })
  leftAs: LeftAs | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  /** Grows with every claim: who holds an older one may no longer write the outcome. */
  @Column({ type: 'integer', default: 0 })
  epoch: number;

  /** Tries that reached a server, or tried to. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Times that a process died with it in hand: each may have delivered it without a word. */
  @Column({ type: 'integer', default: 0 })
  interruptions: number;

  /** Times that all of it had gone out and the connection died before a word came. */
  @Column({ type: 'integer', default: 0 })
  unanswered: number;

  @Column({ type: 'uuid', nullable: true })
  holder: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** Recipients that some server has taken the mail for: never tried again. */
  @Column({ type: 'jsonb', default: [] })
  accepted: string[];

  @Column({ type: 'jsonb', default: [] })
  refused: TurnedDownRecipient[];

  /** Recipients who were put off at the last try. */
  @Column({ type: 'jsonb', default: [] })
  deferred: TurnedDownRecipient[];

  /** What reports say about its recipients, the newest last. */
  @Column({ type: 'jsonb', default: [] })
  reports: RecipientReport[];

  /** What the server said last, trimmed; never the answer to a sign-in. */
  @Column({ type: 'text', nullable: true })
  receipt: string | null;

  @Column({ type: 'text', name: 'problem_code', nullable: true })
  problemCode: string | null;

  @Column({ type: 'jsonb', name: 'problem_params', nullable: true })
  problemParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'text', name: 'problem_disposition', nullable: true })
  problemDisposition: Disposition | null;

  @Column({ type: 'timestamptz', name: 'problem_at', nullable: true })
  problemAt: Date | null;

  /** When it was enqueued or last taken up by hand: what is delayed for too long fails. */
  @Column({ type: 'timestamptz', name: 'waiting_since' })
  waitingSince: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** Also the mail's Date header. */
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}

/** The bytes of one attachment, in the order of the draft. */
@Entity({ schema: 'mailroom', name: 'outgoing_attachment', synchronize: false })
export class OutboxAttachment {
  @PrimaryColumn({ type: 'uuid', name: 'mail_id' })
  mailId: string;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  filename: string;

  @Column({ type: 'text', name: 'content_type' })
  contentType: string;

  @Column({ type: 'bytea' })
  content: Buffer;
}
