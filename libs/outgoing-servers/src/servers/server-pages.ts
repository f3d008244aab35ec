import { Injectable } from '@nestjs/common';
import { containingEach, Database } from '@mailroom/kernel';
import { OutgoingServers } from './outgoing-servers.js';
import { type ServerList, type ServerQuery } from './server-query.js';

/** Servers as admins look through them: where each agent has a mailbox of their own, there are many. */
@Injectable()
export class ServerPages {
  constructor(
    private readonly database: Database,
    private readonly servers: OutgoingServers,
  ) {}

  /** One page, and how many servers match in all. */
  async page({ search, state, whose, sort, limit, offset }: ServerQuery): Promise<ServerList> {
    const { rows } = await this.database.query<{ total: number; ids: string[] }>(pageSql(ORDERS[sort]), [
      containingEach(search),
      state ?? null,
      whose ?? null,
      limit ?? null,
      offset,
    ]);
    const [{ total, ids } = { total: 0, ids: [] }] = rows;
    return { items: await this.servers.listed(ids), total };
  }
}

const ORDERS: Readonly<Record<ServerQuery['sort'], string>> = {
  asked: 's.priority, s.name, s.id',
  name: 'lower(s.name), s.name, s.id',
  host: 'lower(s.host), s.port, lower(s.name), s.id',
};

const pageSql = (order: string): string => `
  with matching as (
    select s.id, row_number() over (order by ${order}) as place from mailroom.outgoing_server s
    where (cardinality($1::text[]) = 0
        or concat_ws(E'\\n', s.name, s.host, s.login, s.from_filter, s.owner_name, s.comment) ilike all($1::text[]))
      and ($2::text is null
        or case $2 when 'failing' then s.state = 'live' and s.failure_code is not null else s.state = $2 end)
      and ($3::text is null or (s.owner_id is null) = ($3 = 'shared'))
  )
  select (select count(*)::integer from matching) as total,
    coalesce((select array_agg(page.id order by page.place)
      from (select id, place from matching order by place limit $4 offset $5) page), '{}') as ids`;
