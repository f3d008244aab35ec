import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Open tickets want work; an answer from outside opens a closed one again. */
export type TicketState = 'open' | 'closed';

/** One conversation with a customer. */
@Entity({ name: 'ticket' })
@Index('ticket_by_state', ['state', 'updatedAt'])
export class Ticket {
  /** What people call it: 1001 and up. */
  @PrimaryColumn({ type: 'integer', default: () => `nextval('ticket_number')` })
  number: number;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text', default: 'open' })
  state: TicketState;

  @Column({ name: 'customer_address', type: 'text' })
  customerAddress: string;

  @Column({ name: 'customer_name', type: 'text' })
  customerName: string;

  /** The address of ours that it came to, and that answers leave from. */
  @Column({ type: 'text' })
  mailbox: string;

  /** The ticket that its first mail named without taking part in it. */
  @Column({ type: 'integer', nullable: true })
  mentions: number | null;

  /** Id of one of QUEUES. */
  @Column({ type: 'text', default: 'support' })
  queue: string;

  @Column({ type: 'text', default: 'normal' })
  priority: 'high' | 'normal' | 'low';

  /** What the rules of the mail room said of its first mail. */
  @Column({ type: 'text', array: true, default: '{}' })
  tags: string[];

  /** Set while it is closed. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
