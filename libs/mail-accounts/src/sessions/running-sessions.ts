import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';

/** The mailboxes an instance watches, in figures and by name. */
export interface WatchedMailboxes {
  readonly holder: string;
  readonly sessions: number;
  /** The first of them by name. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** Who watches which mailbox just now. */
@Injectable()
export class RunningSessions {
  constructor(private readonly database: Database) {}

  /** By instance, with at most `named` accounts of each. */
  async byInstance(named: number): Promise<WatchedMailboxes[]> {
    const { rows } = await this.database.query<WatchedMailboxes>(BY_INSTANCE, [named]);
    return rows;
  }

  /** Live accounts that nobody watches although their time has come, ten seconds ago or more. */
  async waiting(): Promise<number> {
    const { rows } = await this.database.query<{ waiting: number }>(
      `select count(*)::integer as waiting from mailroom.mail_account
        where state = 'live' and holder is null and next_at <= mailroom.now() - interval '10 seconds'
          and coalesce(not_before <= mailroom.now(), true)`,
    );
    return rows[0]?.waiting ?? 0;
  }
}

const BY_INSTANCE = `
  select holder, count(*)::integer as sessions,
         jsonb_agg(jsonb_build_object('id', id, 'name', name) order by turn)
           filter (where turn <= $1) as accounts
    from (select id, name, holder,
                 row_number() over (partition by holder order by lower(name), id) as turn
            from mailroom.mail_account where holder is not null) held
   group by holder`;
