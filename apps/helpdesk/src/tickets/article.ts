import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type AttachmentSummary, type MailReport } from '@mailroom/plugin';

/** One mail of a ticket, in or out. Raw mail, HTML and attachments stay in the mail archive. */
@Entity({ name: 'article' })
@Index('article_of_ticket', ['ticketNumber'])
@Index('article_by_message_id', ['messageId'])
export class Article {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ name: 'ticket_number', type: 'integer' })
  ticketNumber: number;

  @Column({ type: 'text' })
  direction: 'in' | 'out';

  @Column({ name: 'from_address', type: 'text' })
  fromAddress: string;

  @Column({ name: 'from_name', type: 'text' })
  fromName: string;

  /** Recipients, separated by commas. */
  @Column({ name: 'to_addresses', type: 'text' })
  toAddresses: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  text: string;

  /** There is an HTML body in the archive. */
  @Column({ name: 'has_html', type: 'boolean' })
  hasHtml: boolean;

  @Column({ type: 'jsonb' })
  attachments: AttachmentSummary[];

  /** Inbound: the delivery, which is the handle for the archive. */
  @Column({ name: 'delivery_id', type: 'uuid', nullable: true, unique: true })
  deliveryId: string | null;

  /** Outbound: the mail in the outbox. */
  @Column({ name: 'outgoing_id', type: 'uuid', nullable: true })
  outgoingId: string | null;

  /** Outbound: the form it was written in; sending a form twice is one reply. */
  @Column({ name: 'form_id', type: 'uuid', nullable: true, unique: true })
  formId: string | null;

  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId: string | null;

  /** Inbound: what it reports about a mail that was sent. */
  @Column({ type: 'jsonb', nullable: true })
  report: Pick<MailReport, 'kind' | 'recipients'> | null;

  /** The article that the report is about, where it is one of ours. */
  @Column({ name: 'reports_on', type: 'integer', nullable: true })
  reportsOn: number | null;

  /** When the mail server took it in, or the reply was written. */
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
