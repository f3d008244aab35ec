import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../accounts/whole-number.js';
import { type Rule, type RuleActions } from './apply-rules.js';
import { type Condition } from './condition.js';

/** A rule that mail goes through before the host gets it, as an admin set it up. */
@Entity({ schema: 'mailroom', name: 'mail_rule', synchronize: false })
export class MailRule implements Rule {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mail_rule_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** Rules are asked in this order. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: true })
  enabled: boolean;

  @Column({ type: 'text' })
  match: 'all' | 'any';

  @Column({ type: 'jsonb' })
  conditions: Condition[];

  @Column({ type: 'jsonb' })
  actions: RuleActions;

  /** How much mail it was about; counted a moment later. */
  @Column({ type: 'bigint', default: '0', transformer: wholeNumber })
  hits: number;

  @Column({ type: 'timestamptz', name: 'last_hit_at', nullable: true })
  lastHitAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}
