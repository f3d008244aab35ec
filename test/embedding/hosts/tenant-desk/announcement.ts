import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ name: 'announcement' })
export class Announcement {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'text' })
  kind!: string;
}
