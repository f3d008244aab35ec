import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One secret of a client, as stored. A client has two while an old one is being replaced without a gap. */
@Entity({ schema: 'mailroom', name: 'oauth_client_secret', synchronize: false })
export class OAuthClientSecret {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'uuid', name: 'client_id' })
  clientId: string;

  /** Bound to the client and to the origin of its token endpoint. */
  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'added_at' })
  addedAt: Date;

  @Column({ type: 'text', name: 'added_by' })
  addedBy: string;

  /** When the provider refused it, as long as it has not taken it again since. */
  @Column({ type: 'timestamptz', name: 'refused_at', nullable: true })
  refusedAt: Date | null;
}
