import { Injectable } from '@nestjs/common';
import { Clock, Database, StoredSettings } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type KnownContent } from './ledger.js';
import { identityOf } from './mail-identity.js';
import { type Identified, type Sorted } from './sort-out.js';

/** For so long the setting is taken for what it was. */
const REMEMBERED_MS = 60_000;

/** Tells copies of one mail in several mailboxes apart, where the setting `same-mail` says that one of them is enough. */
@Injectable()
export class SameMail {
  #once = false;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly settings: StoredSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * The group with the copies of what another account has stored, or is about to, as duplicates. Two sessions that
   * commit copies at once wait for each other here.
   */
  async apart(accountId: string, sorted: Sorted, tx: EntityManager): Promise<Sorted> {
    if (sorted.fresh.length === 0 || !(await this.once(tx))) return sorted;
    const named = sorted.fresh.flatMap((one) => {
      const identity = one.mail.parsed && identityOf(one.mail.parsed);
      return identity ? [{ one, key: identity.toString('hex') }] : [];
    });
    const firsts = await this.firsts(accountId, named, tx);
    const copies = named.flatMap(({ one, key }) => {
      const first = firsts.get(key);
      return first ? [{ ...one, first }] : [];
    });
    const ids = new Set(copies.map(({ id }) => id));
    return {
      fresh: sorted.fresh.filter(({ id }) => !ids.has(id)),
      duplicates: [...sorted.duplicates, ...copies],
    };
  }

  private async firsts(
    accountId: string,
    named: readonly { readonly one: Identified; readonly key: string }[],
    tx: EntityManager,
  ): Promise<Map<string, KnownContent>> {
    const keys = named.map(({ key }) => key);
    await this.database.query(CLAIM, [keys, named.map(({ one }) => one.id)], tx);
    const { rows } = await this.database.query<{ key: string } & KnownContent>(FIRSTS, [keys, accountId], tx);
    return new Map(rows.map(({ key, ...known }) => [key, known]));
  }

  private async once(tx: EntityManager): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.#askedAt) >= REMEMBERED_MS) {
      this.#once = (await this.settings.value('same-mail', tx)) === 'once';
      this.#askedAt = now;
    }
    return this.#once;
  }
}

// In the order of the identities: two groups with the same mails wait instead of deadlocking.
const CLAIM = `
  insert into mailroom.mail_identity (identity, delivery_id)
  select distinct on (key) decode(key, 'hex'), id from unnest($1::text[], $2::uuid[]) as named (key, id) order by key, id
  on conflict (identity) do nothing`;

// What another mailbox ignored or refused is no reason to withhold this one's copy.
const FIRSTS = `
  select encode(identity, 'hex') as key, delivery.id, delivery.outcome
  from mailroom.mail_identity join mailroom.delivery on delivery.id = delivery_id
  where identity = any (select decode(key, 'hex') from unnest($1::text[]) as named (key))
    and delivery.account_id <> $2 and delivery.outcome in ('stored', 'retrying')`;
