import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ name: 'enquiry' })
export class Enquiry {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text', nullable: true })
  sender!: string | null;

  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId!: string | null;

  @Column({ name: 'delivery_id', type: 'text' })
  deliveryId!: string;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;
}
