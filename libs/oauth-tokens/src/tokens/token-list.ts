import { Injectable } from '@nestjs/common';
import { Clock, containing, Database } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { TokenUses } from '../uses/token-uses.js';
import { listedColumns, stateAt, TOKENS, type ListedToken } from './listed-token.js';
import { RENEWAL } from './renewal.js';
import { tokenAnswer, type Token, type TokenPage } from './token-answer.js';
import { type TokenQuery } from './token-query.js';

/** Tokens as admins look through them. Two statements a page, however many tokens there are. */
@Injectable()
export class TokenList {
  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
    private readonly clock: Clock,
  ) {}

  /** One page, and how many there are in all. */
  async page(query: TokenQuery): Promise<TokenPage> {
    const { search, state, client, validity, use, sort, limit, offset } = query;
    const { rows } = await this.database.query<ListedToken & { total: number; id: string | null }>(
      pageSql(ORDERS[sort], this.uses.rows),
      [this.clock.now(), containing(search), state, client, validity, use, limit, offset],
    );
    const listed = rows.filter(({ id }) => id !== null);
    return { items: await this.answers(listed), total: rows[0]?.total ?? 0, offset };
  }

  /** One token. Problem `token-not-found`. */
  async get(tokenId: string): Promise<Token> {
    const { rows } = await this.database.query<ListedToken>(ONE, [this.clock.now(), tokenId]);
    const [token] = await this.answers(rows);
    if (!token) throw oauthProblem('token-not-found', { params: { tokenId } });
    return token;
  }

  private async answers(tokens: readonly ListedToken[]): Promise<Token[]> {
    const uses = await this.uses.ofMany(tokens.map(({ id }) => id));
    return tokens.map((token) => tokenAnswer(token, uses.get(token.id) ?? []));
  }
}

const STATE = stateAt('$1');
/** When it ends for good unless somebody sees to it; null for what renews itself without a date. */
const ENDS = `case when ${RENEWAL} = 'none' then token.access_expires_at else token.refresh_expires_at end`;

const ORDERS: Readonly<Record<TokenQuery['sort'], string>> = {
  mailbox: 'lower(token.mailbox), token.id',
  client: 'lower(client.name), lower(token.mailbox), token.id',
  // The dead have ended already: they come last.
  expiry: `(${STATE}) = 'reconnect', ${ENDS} nulls last, token.access_expires_at, token.id`,
  urgency: `
    case ${STATE} when 'reconnect' then 0 when 'suspected' then 1 else
      case when token.failure_code is not null then 2 when token.access_expires_at <= $1 then 3 else 4 end end,
    lower(token.mailbox), token.id`,
};

const ONE = `select ${listedColumns('$1')} from ${TOKENS} where token.id = $2`;

// The count stands even where the page is empty, and wide columns are read for the page alone.
const pageSql = (order: string, uses: string): string => `
  with matching as (
    select token.id, row_number() over (order by ${order}) as place
      from ${TOKENS}
     where ($2::text is null or token.mailbox ilike $2 or client.name ilike $2)
       and case $3::text
             when 'failing' then ${STATE} = 'live' and token.failure_code is not null
             when 'expired' then ${STATE} = 'live' and token.access_expires_at <= $1
             else $3 is null or ${STATE} = $3 end
       and ($4::uuid is null or token.client_id = $4)
       and ($5::text is null or client.validity = $5)
       and ($6::text is null or ($6 = 'used') = exists (select from (${uses}) used where used.token_id = token.id))
  ), page as (
    select listed.*, matching.place
      from (select id, place from matching order by place limit $7 offset $8) matching
      join lateral (select ${listedColumns('$1')} from ${TOKENS} where token.id = matching.id) listed on true
  )
  select counted.total, page.*
    from (select count(*)::integer as total from matching) counted left join page on true
   order by page.place`;
