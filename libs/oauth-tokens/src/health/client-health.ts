import { Injectable } from '@nestjs/common';
import { Clock, Database, type Disposition } from '@mailroom/kernel';
import { type Validity } from '../clients/oauth-client.js';

/** What ends on a day: a secret or the certificate of a client. */
export interface Ending {
  /** Of the secret; of the client for its certificate. */
  readonly id: string;
  /** Null: never, as far as we know. */
  readonly expiresAt: Date | null;
  /** The provider refused it last time. */
  readonly refused: boolean;
}

/** How a client is doing, with what it wants to be warned of. */
export interface ClientHealthRow {
  readonly clientId: string;
  readonly name: string;
  readonly validity: Validity;
  readonly notifyOnExpiredToken: boolean;
  readonly notifyOnExpiredRefreshToken: boolean;
  /** Null while it is well, and while only some of its tokens met trouble. */
  readonly failure: { readonly code: string; readonly class: Disposition; readonly since: Date } | null;
  /** How many of its tokens are not dead. */
  readonly mailboxes: number;
  /** The secrets that it proves itself with; empty when a key does that. */
  readonly secrets: readonly Ending[];
  readonly certificate: Ending | null;
  /** So many days before the end people are told. */
  readonly warningDays: readonly number[];
}

interface Stored extends Omit<ClientHealthRow, 'failure' | 'secrets' | 'certificate'> {
  readonly failureCode: string | null;
  readonly failureClass: Disposition | null;
  readonly failingSince: Date | null;
  readonly certificateExpiresAt: Date | null;
  readonly provesByKey: boolean;
  readonly secrets: readonly { id: string; expires_at: string | null; refused: boolean }[];
}

/** What banners about clients are derived from. */
@Injectable()
export class ClientHealth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The valid clients that somebody may have to hear of; whoever is left out is well and has nothing that ends soon. */
  async ailing(): Promise<ClientHealthRow[]> {
    const { rows } = await this.database.query<Stored>(AILING, [this.clock.now()]);
    return rows.map(healthOf);
  }
}

function healthOf({ failureCode, failureClass, failingSince, ...stored }: Stored): ClientHealthRow {
  const { certificateExpiresAt, provesByKey, secrets, ...rest } = stored;
  return {
    ...rest,
    failure:
      failureCode !== null && failureClass !== null && failingSince !== null
        ? { code: failureCode, class: failureClass, since: failingSince }
        : null,
    secrets: provesByKey
      ? []
      : secrets.map(({ id, expires_at: end, refused }) => ({
          id,
          expiresAt: end === null ? null : new Date(end),
          refused,
        })),
    certificate: certificateExpiresAt && {
      id: rest.clientId,
      expiresAt: certificateExpiresAt,
      refused: false,
    },
  };
}

const AILING = `
  select client.id as "clientId", client.name, client.validity, client.secret_warning_days as "warningDays",
         client.notify_on_expired_token as "notifyOnExpiredToken",
         client.notify_on_expired_refresh_token as "notifyOnExpiredRefreshToken",
         case when client.not_before is not null then client.failure_code end as "failureCode",
         client.failure_class as "failureClass", client.failing_since as "failingSince",
         client.certificate_expires_at as "certificateExpiresAt",
         client.client_authentication = 'private-key-jwt' as "provesByKey",
         (select count(*)::int from mailroom.oauth_token token
           where token.client_id = client.id and token.state <> 'reconnect') as mailboxes,
         coalesce(ends.secrets, '[]') as secrets
    from mailroom.oauth_client client
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'expires_at', expires_at, 'refused', refused_at is not null)) as secrets,
             min(expires_at) as first
        from mailroom.oauth_client_secret secret where secret.client_id = client.id) ends on true
   where client.validity = 'valid'
     and (client.not_before is not null
          or least(ends.first, client.certificate_expires_at)
             <= $1::timestamptz + (select max(days) from unnest(client.secret_warning_days) days) * interval '1 day'
          or least(ends.first, client.certificate_expires_at) <= $1)
   order by client.name`;
