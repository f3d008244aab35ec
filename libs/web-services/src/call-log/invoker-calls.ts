import { Injectable } from '@nestjs/common';
import { containingEach, Database } from '@mailroom/kernel';
import { In } from 'typeorm';
import { Invokers } from '../invokers/invokers.js';
import { callAnswer, type CallQuery, type InvokerCallList } from './call-query.js';
import { InvokerCall } from './invoker-call.js';

/** The record of calls, as admins look through it. */
@Injectable()
export class InvokerCalls {
  constructor(
    private readonly database: Database,
    private readonly invokers: Invokers,
  ) {}

  /** One page of what an invoker was called for. Problem `invoker-not-found`. */
  async page(invokerId: string, query: CallQuery): Promise<InvokerCallList> {
    await this.invokers.row(invokerId);
    const { search, kind, outcome, sort, limit, offset } = query;
    const { rows } = await this.database.query<Counts>(pageSql(ORDERS[sort]), [
      invokerId,
      containingEach(search),
      kind ?? null,
      outcome ?? null,
      limit,
      offset,
    ]);
    const [{ total, recorded, ids } = { total: 0, recorded: 0, ids: [] }] = rows;
    return { items: (await this.called(ids)).map(callAnswer), total, recorded };
  }

  private async called(ids: readonly string[]): Promise<InvokerCall[]> {
    const rows = await this.database.run((em) => em.getRepository(InvokerCall).findBy({ id: In(ids) }));
    return rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }
}

interface Counts {
  readonly total: number;
  readonly recorded: number;
  readonly ids: string[];
}

const ORDERS: Readonly<Record<CallQuery['sort'], string>> = {
  newest: 'id desc',
  oldest: 'id',
  slowest: 'duration_ms desc, id desc',
};

// At most some 20,000 rows of one invoker: that is what retention leaves.
const pageSql = (order: string): string => `
  with matching as (
    select id, row_number() over (order by ${order}) as place from mailroom.web_service_call
    where invoker_id = $1
      and (cardinality($2::text[]) = 0 or concat_ws(E'\\n', called_by, status, problem_code) ilike all($2::text[]))
      and ($3::text is null or kind = $3)
      and ($4::text is null
        or case when problem_code is not null then 'unanswered' when status < 400 then 'taken' else 'refused' end = $4)
  )
  select (select count(*)::integer from matching) as total,
    (select count(*)::integer from mailroom.web_service_call where invoker_id = $1) as recorded,
    coalesce((select array_agg(page.id::text order by page.place)
      from (select id, place from matching order by place limit $5 offset $6) page), '{}') as ids`;
