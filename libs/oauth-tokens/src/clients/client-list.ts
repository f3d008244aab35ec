import { Injectable } from '@nestjs/common';
import { Clock, containing, Database } from '@mailroom/kernel';
import { In } from 'typeorm';
import { z } from 'zod';
import { stateAt, TOKENS } from '../tokens/listed-token.js';
import { clientAnswer, clientSchema } from './client-answer.js';
import { type ClientQuery } from './client-query.js';
import { ClientSecrets } from './client-secrets.js';
import { OAuthClient } from './oauth-client.js';

/** How the tokens of a client are: of `total` so many need a reconnect, are suspected, or failed to be renewed last time. */
const tokenCountsSchema = z.object({
  total: z.int(),
  reconnect: z.int(),
  suspected: z.int(),
  failing: z.int(),
});

/** A page of clients; `total` counts all that match. */
export const clientPageSchema = z
  .object({
    items: z.array(clientSchema.extend({ tokens: tokenCountsSchema }).meta({ id: 'ListedClient' })),
    total: z.int(),
    offset: z.int(),
  })
  .meta({ id: 'ClientPage' });
export type ClientPage = z.infer<typeof clientPageSchema>;

interface PageRow extends z.infer<typeof tokenCountsSchema> {
  readonly matching: number;
  readonly id: string | null;
}

/** Clients as admins look through them, with how their tokens are. Three statements a page, however many there are. */
@Injectable()
export class ClientList {
  constructor(
    private readonly database: Database,
    private readonly secrets: ClientSecrets,
    private readonly clock: Clock,
  ) {}

  /** One page, and how many there are in all. */
  async page({ search, validity, flow, sort, limit, offset }: ClientQuery): Promise<ClientPage> {
    const values = [this.clock.now(), containing(search), validity, flow, limit, offset];
    const { rows } = await this.database.query<PageRow>(pageSql(ORDERS[sort]), values);
    const ids = rows.flatMap(({ id }) => id ?? []);
    const [clients, secrets] = await Promise.all([this.rowsOf(ids), this.secrets.rowsOf(ids)]);
    const items = rows.flatMap(({ id, total, reconnect, suspected, failing }) => {
      const row = clients.find((each) => each.id === id);
      return row ? [{ ...clientAnswer(row, secrets), tokens: { total, reconnect, suspected, failing } }] : [];
    });
    return { items, total: rows[0]?.matching ?? 0, offset };
  }

  private async rowsOf(ids: readonly string[]): Promise<OAuthClient[]> {
    return this.database.run((em) => em.getRepository(OAuthClient).findBy({ id: In([...ids]) }));
  }
}

// PostgreSQL's least() passes over nulls.
const ENDS = `least(client.certificate_expires_at,
  (select min(expires_at) from mailroom.oauth_client_secret secret where secret.client_id = client.id))`;
const NAME = 'lower(client.name), client.id';
const ORDERS: Readonly<Record<ClientQuery['sort'], string>> = {
  name: NAME,
  expiry: `${ENDS} nulls last, ${NAME}`,
  urgency: `(client.not_before is not null) desc, (coalesce(reconnect, 0) > 0) desc, (coalesce(suspected, 0) > 0) desc, (coalesce(failing, 0) > 0) desc, ${NAME}`,
};

const pageSql = (order: string): string => `
  with counted as (
    select token.client_id, count(*)::integer as total,
           count(*) filter (where ${stateAt('$1')} = 'reconnect')::integer as reconnect,
           count(*) filter (where ${stateAt('$1')} = 'suspected')::integer as suspected,
           count(*) filter (where ${stateAt('$1')} = 'live' and token.failure_code is not null)::integer as failing
      from ${TOKENS} group by token.client_id
  ), matching as (
    select client.id, coalesce(total, 0) as total, coalesce(reconnect, 0) as reconnect,
           coalesce(suspected, 0) as suspected, coalesce(failing, 0) as failing,
           row_number() over (order by ${order}) as place
      from mailroom.oauth_client client left join counted on counted.client_id = client.id
     where ($2::text is null or client.name ilike $2 or client.client_id ilike $2 or client.tenant ilike $2)
       and ($3::text is null or client.validity = $3) and ($4::text is null or client.flow = $4)
  )
  select all_of_them.matching, page.*
    from (select count(*)::integer as matching from matching) all_of_them
    left join (select * from matching order by place limit $5 offset $6) page on true
   order by page.place`;
