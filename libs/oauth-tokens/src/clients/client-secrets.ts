import { Injectable } from '@nestjs/common';
import { Clock, Database, SecretBox, type Actor } from '@mailroom/kernel';
import { In, type EntityManager } from 'typeorm';
import { templateOf } from '../providers/client-templates.js';
import { type ClientSecret } from './client-proof.js';
import { openClientSecret, sealClientSecret, type ClientPlace } from './client-seals.js';
import { OAuthClientSecret } from './oauth-client-secret.js';
import { type OAuthClient } from './oauth-client.js';

/** Whose secret it is, and where that one may be sent. */
export type SecretOwner = Pick<OAuthClient, 'id' | 'tokenEndpoint' | 'template'>;

/** A secret as it is in store. */
export type SealedSecret = Pick<OAuthClientSecret, 'id' | 'sealed'>;

/** A secret as somebody typed it. */
export interface TypedSecret {
  readonly secret: string;
  readonly expiresAt: string | null;
}

type NewSecretRow = Omit<OAuthClientSecret, 'id' | 'refusedAt'>;

/** The secrets of clients: at most two each, so that an old one can be replaced without a gap. */
@Injectable()
export class ClientSecrets {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Those of these clients, sealed, oldest first. */
  async rowsOf(clientIds: readonly string[], tx?: EntityManager): Promise<OAuthClientSecret[]> {
    const find = (em: EntityManager) =>
      em
        .getRepository(OAuthClientSecret)
        .find({ where: { clientId: In([...clientIds]) }, order: { addedAt: 'asc', id: 'asc' } });
    return tx ? find(tx) : this.database.run(find);
  }

  /** Those of this client, sealed, in the order in which to try them. */
  async toTry(clientId: string): Promise<SealedSecret[]> {
    const { rows } = await this.database.query<{ secrets: SealedSecret[] }>(TO_TRY, [clientId]);
    return rows[0]?.secrets ?? [];
  }

  /** Opened, in the order in which they came. Problem `secret-unreadable`. */
  open(client: ClientPlace, secrets: readonly SealedSecret[]): ClientSecret[] {
    return secrets.map(({ id, sealed }) => ({ id, value: openClientSecret(this.box, client, sealed) }));
  }

  /** The row of a secret that was typed for this client. Problem `secret-id-pasted`. */
  sealed(client: SecretOwner, { secret, expiresAt }: TypedSecret, actor: Actor): NewSecretRow {
    return {
      clientId: client.id,
      sealed: sealClientSecret(this.box, client, templateOf(client.template).provider, secret),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      addedAt: this.clock.now(),
      addedBy: actor.name,
    };
  }

  /** Remembers which secrets the provider refused, and which it took, so that the right one goes first next time. */
  async judge(refused: readonly string[], taken: string | null): Promise<void> {
    await this.database.query(JUDGE, [refused, taken, this.clock.now()]);
  }
}

/**
 * The secrets of a row of `oauth_client` (client) as JSON, in the order in which to try them: those that were not refused
 * last time first, newest first.
 */
export const SECRETS_TO_TRY = `
  (select coalesce(json_agg(json_build_object('id', secret.id, 'sealed', secret.sealed)
                            order by secret.refused_at is not null, secret.added_at desc, secret.id), '[]')
     from mailroom.oauth_client_secret secret where secret.client_id = client.id)`;

const TO_TRY = `select ${SECRETS_TO_TRY} as secrets from mailroom.oauth_client client where client.id = $1`;

const JUDGE = `
  update mailroom.oauth_client_secret set refused_at = case when id = $2 then null else $3::timestamptz end
   where id = any ($1::uuid[]) or (id = $2 and refused_at is not null)`;
