import { type Disposition } from '@mailroom/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type RouteReason } from '../routing/select-server.js';
import { type StoredDraft } from './mail-draft.js';

/**
 * queued: waits for its first try · sending: in somebody's hands · sent: a server took it · delayed: tried, tried
 * again at `dueAt` · failed: only a person takes it up again · cancelled: a person gave it up.
 */
export type MailStatus = 'queued' | 'sending' | 'sent' | 'delayed' | 'failed' | 'cancelled';

/** A recipient that a server will never take for this mail. */
export interface RefusedRecipient {
  readonly address: string;
  readonly reply: string;
}

/** One mail in the outbox. Sent mail keeps its draft and attachments. */
@Entity({ schema: 'mailroom', name: 'outgoing_mail', synchronize: false })
@Index('outgoing_mail_newest', ['createdAt', 'id'])
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

  /** Bodies and attachments as given, before any encoding. */
  @Column({ type: 'integer' })
  bytes: number;

  @Column({ type: 'text', default: 'queued' })
  status: MailStatus;

  /** The server that the host asked for. */
  @Column({ type: 'uuid', name: 'named_server_id', nullable: true })
  namedServerId: string | null;

  /** The server of the last try. */
  @Column({ type: 'uuid', name: 'server_id', nullable: true })
  serverId: string | null;

  @Column({ type: 'text', name: 'route_reason', nullable: true })
  routeReason: RouteReason | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  /** Grows with every claim: who holds an older one may no longer write the outcome. */
  @Column({ type: 'integer', default: 0 })
  epoch: number;

  /** The epoch that a job was sent for. */
  @Column({ type: 'integer', name: 'job_epoch', default: 0 })
  jobEpoch: number;

  /** Tries that reached a server, or tried to. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Times that a process died with it in hand: each may have delivered it without a word. */
  @Column({ type: 'integer', default: 0 })
  interruptions: number;

  @Column({ type: 'uuid', nullable: true })
  holder: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** Recipients that some server has taken the mail for: never tried again. */
  @Column({ type: 'jsonb', default: [] })
  accepted: string[];

  @Column({ type: 'jsonb', default: [] })
  refused: RefusedRecipient[];

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
