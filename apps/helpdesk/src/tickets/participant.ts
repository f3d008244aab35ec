import { Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose mails may join the ticket without proof: wrote to it, was named in it, or was answered. */
@Entity({ name: 'participant' })
export class Participant {
  @PrimaryColumn({ name: 'ticket_number', type: 'integer' })
  ticketNumber: number;

  /** Lower-cased. */
  @PrimaryColumn({ type: 'text' })
  address: string;
}
