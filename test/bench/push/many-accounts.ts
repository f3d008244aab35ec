import pg from 'pg';
import { type HelpdeskProcess } from '../../support/helpdesk-process.js';
import { until } from '../../support/until.js';

const AT_ONCE = 8;

/** An account as the API takes it; the rest is the same for all. */
export interface AccountPlace {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'none';
  readonly login: string;
  readonly password: string;
  readonly push: boolean;
  readonly pollSeconds?: number;
}

/** Mail hosts get as many connections as there are accounts: it is not their patience that is measured. */
export async function withoutLimits(helpdesk: HelpdeskProcess): Promise<void> {
  await helpdesk.api('PATCH', 'settings', {
    'connection-limits': [{ host: '*', per: 'host', limit: 10_000 }],
  });
}

/** Sets up drafts over the API; answers their ids in the order of the places. */
export async function draftAll(
  helpdesk: HelpdeskProcess,
  places: readonly AccountPlace[],
): Promise<string[]> {
  const ids: string[] = [];
  const waiting = [...places.entries()];
  const hand = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, place] = next;
      const address = `${index}@helpdesk.example`;
      const usual = { name: place.login, address, auth: 'password', folders: ['INBOX'] };
      const wish = { ...usual, ...place, disposition: 'seen', start: 'all' };
      ids[index] = (await helpdesk.api<{ id: string }>('POST', 'accounts', wish)).id;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return ids;
}

/** Puts all accounts live, and due, at one moment. */
export async function allLive(database: pg.Client): Promise<void> {
  await database.query(
    `update mailroom.mail_account
     set state = 'live', live_since = mailroom.now(), next_at = mailroom.now(), last_success_at = null`,
  );
  await database.query(`select pg_notify('mailroom', 'accounts:due')`);
}

/** Waits until each of `count` accounts was fetched and is held, to listen, or was let go. */
export async function allFetched(database: pg.Client, count: number, listening: boolean): Promise<void> {
  const fetched = async (): Promise<boolean> => {
    const { rows } = await database.query<{ fetched: number; failures: string | null }>(
      `select count(*) filter (where last_success_at is not null and (holder is not null) = $1)::int as fetched,
         string_agg(distinct failure_code, ', ') as failures
       from mailroom.mail_account`,
      [listening],
    );
    const [{ fetched: done, failures } = { fetched: 0, failures: null }] = rows;
    if (done < count) throw new Error(`${done} were; failures: ${failures ?? 'none'}`);
    return true;
  };
  await until(fetched, { timeoutMs: 180_000, what: `${count} accounts to be fetched` });
}
