import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type WebhookEvent } from './webhook-events.js';

/** Active ones are told; for paused ones nothing is written down, and what waited before waits on for its day. */
export type WebhookState = 'active' | 'paused';

/** Why Mailroom paused one by itself: nothing but failures for two days, or the receiver said 410 Gone. */
export type PausedBecause = 'failing' | 'gone';

/** Who wants to be told of which events, and where. */
@Entity({ schema: 'mailroom', name: 'webhook', synchronize: false })
export class Webhook {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_pk' })
  id: string;

  @Column({ type: 'text' })
  description: string;

  /** https, or http to this machine. */
  @Column({ type: 'text' })
  url: string;

  @Column({ type: 'text', array: true })
  events: WebhookEvent[];

  @Column({ type: 'text' })
  state: WebhookState;

  /** Null where an admin did. */
  @Column({ type: 'text', name: 'paused_because', nullable: true })
  pausedBecause: PausedBecause | null;

  @Column({ type: 'text', name: 'sealed_secret' })
  sealedSecret: string;

  /** The secret before; signs along until `formerSecretUntil`. */
  @Column({ type: 'text', name: 'sealed_former_secret', nullable: true })
  sealedFormerSecret: string | null;

  @Column({ type: 'timestamptz', name: 'former_secret_until', nullable: true })
  formerSecretUntil: Date | null;

  /** PEM; where it is set, only certificates of these authorities are accepted. */
  @Column({ type: 'text', name: 'ca_certificate', nullable: true })
  caCertificate: string | null;

  /** Since when calls have failed without one that succeeded. */
  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** Failed calls in a row. */
  @Column({ type: 'integer', default: 0 })
  failures: number;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column({ type: 'jsonb', name: 'failure_params', nullable: true })
  failureParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'timestamptz', name: 'last_success_at', nullable: true })
  lastSuccessAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}

/** One call, as the log has it. */
export interface WebhookCall {
  /** ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Code of what was wrong; null when it was taken. */
  readonly problem: string | null;
}

/** `due`: is to be told · `told`: the receiver took it · `given-up`: it did not within a day, or is gone. */
export type MessageState = 'due' | 'told' | 'given-up';

/** An event for one webhook: the queue, and afterwards the log. Written by triggers, except for tests. */
@Entity({ schema: 'mailroom', name: 'webhook_message', synchronize: false })
@Index('webhook_message_newest', ['webhookId', 'id'])
@Index('webhook_message_old', ['happenedAt'])
export class WebhookMessage {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', primaryKeyConstraintName: 'webhook_message_pk' })
  id: string;

  @ForeignKey(() => Webhook, { name: 'webhook_message_webhook_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'webhook_id' })
  webhookId: string;

  /** The same for every webhook that is told of it, at every try: what a receiver knows duplicates by. */
  @Column({ type: 'uuid', name: 'event_id' })
  eventId: string;

  @Column({ type: 'text' })
  event: string;

  @Column({ type: 'jsonb' })
  data: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'happened_at' })
  happenedAt: Date;

  @Column({ type: 'text' })
  state: MessageState;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  /** A try that would come later is not made. */
  @Column({ type: 'timestamptz', name: 'retry_until' })
  retryUntil: Date;

  /** By the database's own clock: until then somebody is at it. */
  @Column({ type: 'timestamptz', name: 'leased_until', nullable: true })
  leasedUntil: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** The last twenty, the newest at the end. */
  @Column({ type: 'jsonb', default: [] })
  calls: WebhookCall[];
}
