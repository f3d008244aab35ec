import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { TokenUses } from '../uses/token-uses.js';
import { StoredTokens } from './stored-tokens.js';
import { TokenRefresh } from './token-refresh.js';

const BATCH = 40;
const AT_ONCE = 4;

/**
 * Renews tokens before they end, without anybody asking: those that something stands on when they are due, the others
 * once a week, because providers let refresh tokens die that nobody uses.
 */
@Injectable()
export class RefreshAhead {
  constructor(
    private readonly database: Database,
    private readonly stored: StoredTokens,
    private readonly refresh: TokenRefresh,
    private readonly uses: TokenUses,
  ) {}

  /** Refreshes what is due by now, at most 40 tokens, four at a time; the rest is due at the next look. */
  async run(): Promise<void> {
    const { rows } = await this.database.query<DueToken>(DUE, [BATCH]);
    const waiting = [...rows];
    const hand = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.look(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
  }

  private async look({ id, idle }: DueToken): Promise<void> {
    if (idle && (await this.uses.of(id)).length === 0) await this.database.query(LATER, [id]);
    else await this.refresh.attempt((await this.stored.get(id)).token);
  }
}

interface DueToken {
  readonly id: string;
  /** Nothing speaks for a refresh but its date: it did not fail and was refreshed within a week. */
  readonly idle: boolean;
}

/** The tokens that are due, the longest waiting first: found by the index `oauth_token_due`. */
export const DUE = `
  select token.id, attempts = 0 and access_obtained_at > mailroom.now() - interval '7 days' as idle
    from mailroom.oauth_token token join mailroom.oauth_client client on client.id = token.client_id
   where token.state <> 'reconnect' and token.sealed_refresh is not null and client.validity = 'valid'
     and token.refresh_due_at <= mailroom.now()
     and (token.lease_until is null or token.lease_until < clock_timestamp())
   order by token.refresh_due_at limit $1`;

const LATER = `
  update mailroom.oauth_token set refresh_due_at = access_obtained_at + interval '7 days'
   where id = $1 and refresh_due_at <= mailroom.now()`;
