import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { generationOf } from '../mailbox/cursor.js';
import { MailFolders } from '../mailbox/mail-folders.js';

/** The account, and the mailbox of it that names are from. */
interface Whose {
  readonly accountId: string;
  readonly generation: number;
}

/** The numbers that mails of POP3 servers go by here. */
@Injectable()
export class MailUidls {
  constructor(
    private readonly database: Database,
    private readonly folders: MailFolders,
  ) {}

  /**
   * The numbers of all mails in the server's list, by name; `names` has each once, in the server's order. A name that was
   * not there before gets a higher number than any other; a name that is not there any more is forgotten.
   */
  async numbered(
    account: Pick<MailAccount, 'id' | 'host' | 'login'>,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const folders = await this.folders.of(account.id);
    const generation = generationOf(account, folders, 'INBOX');
    const whose = { accountId: account.id, generation };
    const known = await this.known(whose);
    const listed = new Set(names);
    await this.forget(
      whose,
      [...known.keys()].filter((name) => !listed.has(name)),
    );
    // Names of former mailboxes go when it is written down that another has begun.
    if (folders.some((each) => each.generation === generation)) await this.forgetFormer(whose);
    const fresh = names.filter((name) => !known.has(name));
    const added = await this.add(whose, fresh);
    if (added.size === fresh.length) return new Map([...known, ...added]);
    // Another session, on its way out, numbered the same mail at the same moment.
    throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
  }

  /**
   * Forgets the names behind these numbers: the mail was deleted, or is not what the number stood for. Whatever has such
   * a name from now on is new. The names of duplicates stay: a server that deletes nothing gives each mail once more, not
   * forever.
   */
  async disown({ id }: Pick<MailAccount, 'id'>, uids: readonly number[]): Promise<void> {
    await this.database.query(
      `delete from mailroom.mail_uidl name where account_id = $1 and uid = any($2::bigint[]) and not exists (
         select from mailroom.delivery known where known.account_id = name.account_id
           and known.generation = name.generation and known.uid_validity = 0 and known.uid = name.uid
           and known.outcome = 'duplicate')`,
      [id, uids],
    );
  }

  private async known({ accountId, generation }: Whose): Promise<Map<string, number>> {
    return this.numbers(
      'select uidl, uid from mailroom.mail_uidl where account_id = $1 and generation = $2',
      [accountId, generation],
    );
  }

  private async add(
    { accountId, generation }: Whose,
    names: readonly string[],
  ): Promise<Map<string, number>> {
    if (names.length === 0) return new Map();
    return this.numbers(
      `insert into mailroom.mail_uidl (account_id, generation, uidl)
       select $1, $2, uidl from unnest($3::text[]) with ordinality as list (uidl, place) order by place
       on conflict do nothing returning uidl, uid`,
      [accountId, generation, names],
    );
  }

  private async forget({ accountId, generation }: Whose, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await this.database.query(
      'delete from mailroom.mail_uidl where account_id = $1 and generation = $2 and uidl = any($3::text[])',
      [accountId, generation, names],
    );
  }

  private async forgetFormer({ accountId, generation }: Whose): Promise<void> {
    await this.database.query('delete from mailroom.mail_uidl where account_id = $1 and generation < $2', [
      accountId,
      generation,
    ]);
  }

  private async numbers(sql: string, parameters: unknown[]): Promise<Map<string, number>> {
    const { rows } = await this.database.query<{ uidl: string; uid: string }>(sql, parameters);
    return new Map(rows.map(({ uidl, uid }) => [uidl, Number(uid)]));
  }
}
