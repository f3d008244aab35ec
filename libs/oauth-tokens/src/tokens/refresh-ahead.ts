import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { TokenUses } from '../uses/token-uses.js';
import { StoredTokens } from './stored-tokens.js';
import { TokenRefresh } from './token-refresh.js';

const BATCH = 40;
const AT_ONCE = 4;
/** A look ends before the next one begins. */
const LOOK_MS = 12_000;

/**
 * Renews tokens before they end, without anybody asking: those that something stands on when they are due, the others
 * once a week, because providers let refresh tokens die that nobody uses. Clients take turns, so that a thousand tokens
 * of one do not hold up the one of another; a client that is failing is left alone, but for one token at a time that looks whether that is over.
 */
@Injectable()
export class RefreshAhead {
  constructor(
    private readonly database: Database,
    private readonly stored: StoredTokens,
    private readonly refresh: TokenRefresh,
    private readonly uses: TokenUses,
  ) {}

  /** Refreshes what is due by now, four tokens at a time, for at most 12 s; the rest is due at the next look. */
  async run(): Promise<void> {
    const end = performance.now() + LOOK_MS;
    for (let full = true; full && performance.now() < end;) full = (await this.batch(end)) === BATCH;
  }

  private async batch(end: number): Promise<number> {
    const { rows } = await this.database.query<DueToken>(DUE, [BATCH]);
    const waiting = [...rows];
    const hand = async (): Promise<void> => {
      for (let next = waiting.shift(); next && performance.now() < end; next = waiting.shift())
        await this.look(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    return rows.length;
  }

  private async look({ id, idle }: DueToken): Promise<void> {
    if (idle && (await this.uses.of(id)).length === 0) await this.database.query(LATER, [id]);
    else await this.refresh.attempt(await this.stored.get(id));
  }
}

interface DueToken {
  readonly id: string;
  /** Nothing speaks for a refresh but its date: it did not fail and was refreshed within a week. */
  readonly idle: boolean;
}

/**
 * The tokens that are due, the longest waiting first, and clients in turn: found client by client in the index
 * `oauth_token_due_of_client`. Of a failing client whose pause is over only one, and rather one that did not fail last.
 */
export const DUE = `
  select id, idle
    from (select due.id, due.idle, due.refresh_due_at, client.not_before,
                 row_number() over (partition by client.id
                                    order by due.id = client.failed_token_id, due.refresh_due_at) as turn
            from mailroom.oauth_client client
            cross join lateral (
              select token.id, token.refresh_due_at,
                     token.attempts = 0 and token.access_obtained_at > mailroom.now() - interval '7 days' as idle
                from mailroom.oauth_token token
               where token.client_id = client.id and token.state <> 'reconnect'
                 and (token.sealed_refresh is not null or client.flow <> 'authorization-code')
                 and token.refresh_due_at <= mailroom.now()
                 and (token.lease_until is null or token.lease_until < clock_timestamp())
               order by token.refresh_due_at limit case when client.not_before is null then $1::integer else 2 end) due
           where client.validity = 'valid'
             and (client.not_before is null or client.not_before <= mailroom.now())) taking_turns
   where not_before is null or turn = 1
   order by turn, refresh_due_at limit $1`;

const LATER = `
  update mailroom.oauth_token set refresh_due_at = access_obtained_at + interval '7 days'
   where id = $1 and refresh_due_at <= mailroom.now()`;
