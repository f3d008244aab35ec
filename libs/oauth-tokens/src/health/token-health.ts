import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { type Validity } from '../clients/oauth-client.js';
import { templateOf } from '../providers/client-templates.js';
import { DISCONNECTED } from '../removal/disconnect-token.js';
import { type TokenState } from '../tokens/oauth-token.js';
import { listedColumns, TOKENS, type ListedToken } from '../tokens/listed-token.js';
import { RENEWAL, type Renewal } from '../tokens/renewal.js';
import { lastFailure, type LastFailure } from '../tokens/why-no-token.js';
import { TokenUses } from '../uses/token-uses.js';

/** That an admin let go of a grant. */
export interface Disconnection {
  /** Who it was; null when the audit log does not reach back that far. */
  readonly by: string | null;
  /** Something that is live stands on the token all the same. */
  readonly isMissed: boolean;
}

/** How a token is doing, with what its client wants to be warned of. */
export interface TokenHealthRow {
  readonly tokenId: string;
  readonly mailbox: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly clientValidity: Validity;
  readonly notifyOnExpiredToken: boolean;
  readonly notifyOnExpiredRefreshToken: boolean;
  readonly state: TokenState;
  readonly accessExpiresAt: Date;
  readonly refreshExpiresAt: Date | null;
  /** How it gets its next access token; with `none` it ends with this one. */
  readonly renewal: Renewal;
  /** When the provider lets the refresh token die if nobody uses it; null where that is not known. */
  readonly diesOfInactivityAt: Date | null;
  readonly failure: LastFailure | null;
  /** Null unless an admin disconnected it. */
  readonly disconnection: Disconnection | null;
  /** Since when the token is in this state. */
  readonly since: Date;
}

/** What banners are derived from. */
@Injectable()
export class TokenHealth {
  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
    private readonly clock: Clock,
  ) {}

  /** Those that somebody may have to hear of, as of now: whoever is left out is in the best of health. */
  async ailing(): Promise<TokenHealthRow[]> {
    return this.rows(AILING);
  }

  /** These, as of now; those that are gone are left out. */
  async of(tokenIds: readonly string[]): Promise<TokenHealthRow[]> {
    return tokenIds.length === 0 ? [] : this.rows('token.id = any ($2)', [tokenIds]);
  }

  private async rows(condition: string, parameters: readonly unknown[] = []): Promise<TokenHealthRow[]> {
    const sql = `select ${listedColumns('$1')}, ${disconnectionIn(this.uses.rows)} from ${TOKENS} where ${condition} order by token.mailbox, token.id`;
    const { rows } = await this.database.query<HealthRow>(sql, [this.clock.now(), ...parameters]);
    return rows.map(healthOf);
  }
}

/** The opposite of: live, renewing itself, renewed lately, and without a date that comes near. */
const AILING = `
  client.validity = 'valid'
  and (token.state <> 'live' or token.failure_code is not null or ${RENEWAL} = 'none'
       or token.refresh_expires_at <= $1::timestamptz + interval '60 days'
       or token.access_obtained_at <= $1::timestamptz - interval '14 days'
       or (client.notify_on_expired_token and token.access_expires_at <= $1))`;

interface HealthRow extends ListedToken {
  readonly disconnection: Disconnection | null;
}

const disconnectionIn = (uses: string): string => `
  case when token.failure_code = '${DISCONNECTED}' then json_build_object(
    'by', (select actor_name from mailroom.audit_event
            where subject_kind = 'token' and subject_id = token.id::text and action = 'token-disconnected'
            order by id desc limit 1),
    'isMissed', exists (select from (${uses}) used where used.token_id = token.id and used.live)
  ) end as disconnection`;

function healthOf(token: HealthRow): TokenHealthRow {
  const { id: tokenId, mailbox, clientId, clientName, clientValidity, state, since } = token;
  const { notifyOnExpiredToken, notifyOnExpiredRefreshToken, renewal } = token;
  const { accessExpiresAt, refreshExpiresAt } = token;
  return {
    tokenId,
    mailbox,
    clientId,
    clientName,
    clientValidity,
    state,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    accessExpiresAt,
    refreshExpiresAt,
    renewal,
    diesOfInactivityAt: endOfIdleness(token),
    failure: lastFailure(token),
    disconnection: token.disconnection,
    since,
  };
}

// Every access token that came since is a use of the refresh token, whether or not a new one came with it.
function endOfIdleness(token: ListedToken): Date | null {
  const { renewal, state, accessObtainedAt, clientTemplate } = token;
  const days = templateOf(clientTemplate).refreshTokenIdleDays;
  if (renewal !== 'refresh-token' || state === 'reconnect' || days === null) return null;
  return new Date(accessObtainedAt.getTime() + days * 86_400_000);
}
