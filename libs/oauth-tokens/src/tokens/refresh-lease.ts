import { Injectable } from '@nestjs/common';
import { Database, poking } from '@mailroom/kernel';
import { type Aftermath } from '../failures/after-failure.js';
import { type OAuthToken } from './oauth-token.js';
import { type SealedTokens } from './sealed-tokens.js';

/** Topic of the hint that a refresh has ended, well or badly: who waits for it looks again. */
export const TOKEN_SETTLED = 'token-settled';
/** Topic of the hint that a token became usable: connected, reconnected or recovered. */
export const TOKEN_LIVE = 'token-live';

/** Longer than the deadline of a token request with a slow name server, so that a live holder never loses it. */
export const LEASE_SECONDS = 30;

/** The right to refresh one token, until it is settled or lapses. */
export interface Claim {
  readonly tokenId: string;
  readonly epoch: number;
  /** The envelope of the refresh token that this refresh sends; null where the client asks by itself. */
  readonly sent: string | null;
  /** When it was claimed, by the clock that all processes share. */
  readonly now: Date;
  /** True when an earlier refresh was sent and its answer never came. */
  readonly doubtful: boolean;
  /** True when the client is failing, and this refresh is let through to see whether that is over. */
  readonly probing: boolean;
}

/** What became of an answer that was to be stored. */
export interface Kept {
  /** False when a newer one was in store already. */
  readonly stored: boolean;
  /** True when the client had failed by then: this answer says that it is over. */
  readonly clientFailed: boolean;
}

/**
 * Who may refresh a token just now, over all processes: a lease on the row with an epoch. Every step is one short
 * statement; nothing is locked and no connection is held while the provider is asked.
 */
@Injectable()
export class RefreshLease {
  constructor(private readonly database: Database) {}

  /**
   * Claims the refresh of exactly this state of the token. Null when somebody else is at it or was faster, or when it
   * is too early after a failure of the token or of its client; an admin who `insists` is never too early. When the
   * client's pause is over, one claim among all of its tokens is granted, and the next not before a lease has passed.
   */
  async claim(token: OAuthToken, insists = false): Promise<Claim | null> {
    const { id, sealedAccess, sealedRefresh } = token;
    const values = [id, sealedAccess, sealedRefresh, LEASE_SECONDS, insists];
    const { rows } = await this.database.query<Pick<Claim, 'epoch' | 'now' | 'doubtful' | 'probing'>>(
      CLAIM,
      values,
    );
    const [row] = rows;
    return row ? { tokenId: id, sent: sealedRefresh, ...row } : null;
  }

  /**
   * Stores what the provider answered, access and rotated refresh token in one statement, and ends the lease. When the
   * lease was lost meanwhile, a rotated refresh token is still stored as long as the one in store is the one it
   * replaces: then nobody knows a newer one. `asOf` is the state of the client that asked: when its tokens may be shown to
   * more mail servers since, the access token is stored as one that has ended.
   */
  async keep(claim: Claim, tokens: SealedTokens, asOf: Date): Promise<Kept> {
    const { rows } = await this.database.query<Kept>(KEEP, [
      claim.tokenId,
      claim.epoch,
      claim.sent,
      tokens.sealedAccess,
      tokens.accessObtainedAt,
      tokens.accessExpiresAt,
      tokens.sealedRefresh,
      tokens.refreshExpiresAt,
      tokens.refreshDueAt,
      tokens.scope,
      asOf,
    ]);
    const [{ stored, clientFailed }] = rows as [Kept];
    return { stored, clientFailed };
  }

  /** Notes a failure and ends the lease. False for one of a refresh token that is not in store any more: not noted. */
  async fail(claim: Claim, aftermath: Aftermath, answered: boolean): Promise<boolean> {
    const { state, failureCode, failureClass, firstStrikeAt, attempts, waitMs } = aftermath;
    // What doubt there was stays until the provider accepts or refuses the refresh token itself.
    const unanswered = failureClass !== 'reconnect' && (claim.doubtful || !answered);
    const { rows } = await this.database.query<{ noted: boolean }>(FAIL, [
      claim.tokenId,
      claim.epoch,
      claim.sent,
      state,
      failureCode,
      failureClass,
      firstStrikeAt,
      attempts,
      waitMs,
      unanswered,
    ]);
    return rows[0]?.noted ?? false;
  }
}

const CLAIM = `
  with former as (
    select id, client_id, unanswered from mailroom.oauth_token
     where id = $1 and sealed_access = $2 and sealed_refresh is not distinct from $3
       and (lease_until is null or lease_until < clock_timestamp())
       and ($5 or (state <> 'reconnect'
                   and (attempts = 0 or refresh_due_at is null or refresh_due_at <= mailroom.now())))
     for update),
  probe as (
    update mailroom.oauth_client client set not_before = mailroom.now() + make_interval(secs => $4)
      from former where client.id = former.client_id and client.not_before <= mailroom.now()
    returning client.id)
  update mailroom.oauth_token token
     set lease_epoch = lease_epoch + 1, lease_until = clock_timestamp() + make_interval(secs => $4), unanswered = true
    from former join mailroom.oauth_client client on client.id = former.client_id
   where token.id = former.id and ($5 or client.not_before is null or exists (select from probe))
  returning lease_epoch as epoch, mailroom.now() as now, former.unanswered as doubtful,
            exists (select from probe) as probing`;

const KEEP = `
  with former as (
    select id, client_id, attempts > 0 or state <> 'live' or access_expires_at <= mailroom.now() as waited_for
      from mailroom.oauth_token where id = $1 for update),
  kept as (
    update mailroom.oauth_token token
       set sealed_access = $4, access_obtained_at = $5,
           access_expires_at = case when access_void_before > $11 then mailroom.now() else $6::timestamptz end,
           sealed_refresh = coalesce($7, sealed_refresh),
           refresh_obtained_at = case when $7::text is null then refresh_obtained_at else $5 end,
           refresh_expires_at = case when $7::text is null then coalesce($8, refresh_expires_at) else $8 end,
           refresh_due_at = mailroom.now() + ($9::timestamptz - $5::timestamptz), scope = coalesce($10, scope),
           since = case when state = 'live' then since else mailroom.now() end, state = 'live',
           attempts = 0, first_strike_at = null, failure_code = null, failure_class = null, failure_at = null,
           unanswered = false, lease_until = case when lease_epoch = $2 then null else lease_until end
      from former
     where token.id = former.id and (lease_epoch = $2 or ($7::text is not null and sealed_refresh = $3))
    returning waited_for)
  select waited_for is not null as stored,
         exists (select from mailroom.oauth_client client join former on client.id = former.client_id
                  where client.failures > 0) as "clientFailed",
         ${poking(TOKEN_SETTLED, 'claimed.id')},
         case when waited_for then ${poking(TOKEN_LIVE, 'claimed.id')} end
    from (select $1::uuid as id) claimed left join kept on true`;

const FAIL = `
  with former as (
    select id, sealed_refresh is not distinct from $3 as in_store
      from mailroom.oauth_token where id = $1 and lease_epoch = $2 for update),
  noted as (
    update mailroom.oauth_token token
       set since = case when state = $4 then since else mailroom.now() end, state = $4,
           failure_code = $5, failure_class = $6, failure_at = mailroom.now(), first_strike_at = $7, attempts = $8,
           refresh_due_at = mailroom.now() + $9 * interval '1 millisecond', unanswered = $10, lease_until = null
      from former where token.id = former.id and in_store
    returning token.id),
  released as (
    update mailroom.oauth_token token set lease_until = null
      from former where token.id = former.id and not in_store)
  select exists (select from noted) as noted, ${poking(TOKEN_SETTLED, 'claimed.id')}
    from (select $1::uuid as id) claimed`;
