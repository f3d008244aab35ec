/** Something that runs SQL: a DataSource, a client of `pg`. */
interface Asked {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** How many clients and tokens there are to look through. */
export interface Crowd {
  readonly clients: number;
  readonly tokens: number;
}

/**
 * Fills an installation: tokens spread evenly over clients `Organisation 0001`…, mailboxes `mailbox-00001@…`, sealed
 * texts as long as Microsoft's. Of each hundred tokens one is dead, one suspected, two failed last time and three are
 * due for a refresh; the rest is as sound as tokens are.
 */
export async function manyTokens(database: Asked, { clients, tokens }: Crowd): Promise<void> {
  await database.query(CLIENTS, [clients]);
  await database.query(TOKENS, [tokens, clients]);
  await database.query('analyze mailroom.oauth_client');
  await database.query('analyze mailroom.oauth_token');
}

// The same one every time, and by RFC 9562 a proper one.
const uuid = (seed: string): string =>
  `overlay(overlay(md5(${seed}) placing '8' from 13) placing '8' from 17)::uuid`;

const CLIENTS = `
  insert into mailroom.oauth_client (id, name, template, client_id, authorization_endpoint, token_endpoint, scope,
                                     validity, created_at, updated_at, updated_by)
  select ${uuid(`'client ' || n`)}, 'Organisation ' || lpad(n::text, 4, '0'), 'microsoft-365', md5('id ' || n),
         'https://login.example.com/authorize', 'https://login.example.com/token',
         'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
         case when n % 50 = 0 then 'invalid' else 'valid' end, mailroom.now(), mailroom.now(), 'bench'
    from generate_series(1, $1::int) n`;

const TOKENS = `
  insert into mailroom.oauth_token (id, client_id, state, since, mailbox, subject, scope, sealed_access,
                                    access_obtained_at, access_expires_at, sealed_refresh, refresh_obtained_at,
                                    refresh_due_at, attempts, failure_code, failure_class, failure_at,
                                    connected_at, connected_by)
  select ${uuid(`'token ' || n`)}, ${uuid(`'client ' || (n % $2::int + 1)`)},
         case n % 100 when 0 then 'reconnect' when 1 then 'suspected' else 'live' end, mailroom.now(),
         'mailbox-' || lpad(n::text, 5, '0') || '@organisation-' || (n % $2::int + 1) || '.example', 'subject ' || n,
         'https://outlook.office.com/IMAP.AccessAsUser.All offline_access', sealed.text,
         mailroom.now() - interval '20 minutes', mailroom.now() + interval '40 minutes', sealed.text,
         mailroom.now() - interval '20 minutes',
         case when n % 100 = 0 then null
              when n % 100 between 4 and 6 then mailroom.now() - interval '1 minute'
              else mailroom.now() + n % 2400 * interval '1 second' end,
         (n % 100 in (0, 1, 2, 3))::int, case when n % 100 <= 3 then 'AADSTS50173' end,
         case when n % 100 <= 1 then 'reconnect' when n % 100 <= 3 then 'retry-later' end,
         case when n % 100 <= 3 then mailroom.now() - interval '5 minutes' end, mailroom.now(), 'bench'
    from generate_series(1, $1::int) n
   cross join lateral (select string_agg(md5(n || '.' || part), '') as text from generate_series(1, 60) part) sealed`;
