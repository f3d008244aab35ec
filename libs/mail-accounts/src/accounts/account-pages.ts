import { Injectable } from '@nestjs/common';
import { Clock, containingEach, Database } from '@mailroom/kernel';
import { type AccountList, type AccountQuery } from './account-query.js';
import { AccountRows } from './account-rows.js';

/** Accounts as admins look through them. What is around an account is read for those of the page alone. */
@Injectable()
export class AccountPages {
  constructor(
    private readonly database: Database,
    private readonly rows: AccountRows,
    private readonly clock: Clock,
  ) {}

  /** One page, and how many accounts match in all. */
  async page({ search, state, sort, limit, offset }: AccountQuery): Promise<AccountList> {
    const { rows } = await this.database.query<{ total: number; ids: string[] }>(pageSql(ORDERS[sort]), [
      this.clock.now(),
      containingEach(search),
      state ?? null,
      limit ?? null,
      offset,
    ]);
    const [{ total, ids } = { total: 0, ids: [] }] = rows;
    return { items: await this.rows.answersOf(ids), total };
  }
}

/** Does it fail and not merely wait? `$1` is now. */
export const FAILING = '(a.failure_code is not null and coalesce(a.not_before <= $1, true))';
/** Does it hold mail in quarantine? */
export const HELD = `exists (select from mailroom.delivery d where d.account_id = a.id and d.outcome = 'quarantined')`;

const ORDERS: Readonly<Record<AccountQuery['sort'], string>> = {
  name: 'lower(a.name), a.name, a.id',
  address: `lower(coalesce(nullif(a.address, ''), a.login)), a.id`,
  urgency: `
    case when a.state <> 'live' then 4 when ${FAILING} then 0 when ${HELD} then 1 when a.failure_code is not null then 2 else 3 end,
    lower(a.name), a.id`,
  fetched: `a.state <> 'live', a.last_success_at nulls first, lower(a.name), a.id`,
};

const pageSql = (order: string): string => `
  with matching as (
    select a.id, row_number() over (order by ${order}) as place from mailroom.mail_account a
    where (cardinality($2::text[]) = 0
        or concat_ws(E'\\n', a.name, a.address, a.login, a.host, a.comment) ilike all($2::text[]))
      and ($3::text is null
        or case $3 when 'attention' then a.state = 'live' and (${FAILING} or ${HELD}) else a.state = $3 end)
  )
  select (select count(*)::integer from matching) as total,
    coalesce((select array_agg(page.id order by page.place)
      from (select id, place from matching order by place limit $4 offset $5) page), '{}') as ids`;
