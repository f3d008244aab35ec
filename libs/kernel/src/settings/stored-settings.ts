import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type z } from 'zod';
import { type Actor } from '../admin-access/admin-access.js';
import { AuditLog } from '../audit/audit-log.js';
import { Database } from '../database/database.js';
import { entityTag } from '../preconditions/edition.js';
import { Precondition } from '../preconditions/precondition.js';
import { findingsOf, type Findings, type TypedForm } from '../problems/findings.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import {
  knownSettings,
  settingKey,
  settingKeys,
  settingText,
  settingValue,
  type SettingKey,
  type SettingsForm,
  type SettingValue,
} from './known-settings.js';
import { type ConnectionLimit } from './connection-limits.js';
import { Settings } from './settings.js';

/** A setting as it stands. */
export interface Setting {
  readonly key: SettingKey;
  /** Null when nobody has decided and there is nothing that could be assumed. */
  readonly value: SettingValue | null;
  /** Who decided: the host's options, an admin, or nobody. */
  readonly source: 'option' | 'stored' | 'default';
  /** True where an option of the host decides. */
  readonly readOnly: boolean;
  /** True when it is decided, but this process goes by it only from its next start on. */
  readonly pending: boolean;
}

/** What a change of the public URL means. */
export interface Move {
  /**
   * True: this very installation goes to another address, and its accounts go on fetching there. False: nothing is
   * said, and a database that wakes up elsewhere than before takes itself for a copy and pauses everything.
   */
  readonly moving: boolean;
}

/** What every setting says, null where nobody has decided. */
export type SettingValues = {
  readonly [Key in SettingKey]:
    z.infer<(typeof knownSettings)[Key]['schema']> | (typeof knownSettings)[Key]['fallback'];
};

/** The languages of letters that Mailroom writes itself. */
export type LetterLanguage = Exclude<SettingValues['language'], 'browser'>;

/** The settings that admins change. Options of the host win and are read-only here. Needs no HTTP. */
@Injectable()
export class StoredSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {}

  /** All settings that there are. */
  async list(): Promise<Setting[]> {
    const stored = await readStored(this.database);
    return settingKeys.map((key) => this.stand(key, stored));
  }

  /** One by its name. Problem `setting-unknown`. */
  async get(key: string, tx?: EntityManager): Promise<Setting> {
    return this.stand(settingKey(key), await readStored(this.database, tx));
  }

  /** What a setting says now; null when nobody has decided. Inside a transaction pass its `tx`. */
  async value<Key extends SettingKey>(
    key: Key,
    tx?: EntityManager,
  ): Promise<z.infer<(typeof knownSettings)[Key]['schema']> | (typeof knownSettings)[Key]['fallback']> {
    return (await this.get(key, tx)).value as z.infer<(typeof knownSettings)[Key]['schema']>;
  }

  /** What every setting says now, null where nobody has decided; read through `tx` when given. */
  async values(tx?: EntityManager): Promise<SettingValues> {
    const stored = await readStored(this.database, tx);
    const decided = settingKeys.map((key) => [key, this.stand(key, stored).value] as const);
    return Object.fromEntries(decided) as unknown as SettingValues;
  }

  /** What letters are written in: nobody reads one in the browser that the setting `language` may speak of. */
  async letterLanguage(): Promise<LetterLanguage> {
    const said = await this.value('language');
    return said === 'browser' ? 'en' : said;
  }

  /** How many connections mail hosts get, in the order in which the rules are tried; read through `tx` when given. */
  async connectionLimits(tx?: EntityManager): Promise<readonly ConnectionLimit[]> {
    return (await this.get('connection-limits', tx)).value as readonly ConnectionLimit[];
  }

  /**
   * Stores all of these or none, null takes a stored value away. Problems, each at the field of its key:
   * `setting-unknown`, `setting-read-only`, `invalid-input`, `public-url-unusable`. Besides: `changed-meanwhile`.
   */
  async set(
    values: Readonly<Record<string, unknown>>,
    actor: Actor,
    { moving }: Move,
    precondition = Precondition.none,
  ): Promise<Setting[]> {
    const changes = Object.entries(values).map(([name, value]) => this.wanted(settingKey(name), value));
    await this.database.transaction(async (tx) => {
      // A setting that nobody has decided has no row to lock.
      await this.database.query(ONE_AT_A_TIME, [], tx);
      const stored = await readStored(this.database, tx);
      precondition.require(settingsEdition.tag({ items: settingKeys.map((key) => this.stand(key, stored)) }));
      for (const [key, value] of changes) await this.store(key, value, actor, moving, tx);
    });
    return this.list();
  }

  /** What the rules say to a form that is being filled in, at the field of each key. */
  findings(form: TypedForm<SettingsForm>): Promise<Findings> {
    return findingsOf(
      form,
      ...settingKeys.map(
        (key) => (draft: SettingsForm) => draft[key] !== undefined && this.wanted(key, draft[key]),
      ),
    );
  }

  private wanted(key: SettingKey, value: unknown): readonly [SettingKey, SettingValue | null] {
    if (this.settings.fixed[key] !== undefined) throw kernelProblem('setting-read-only', { field: key });
    return [key, value === null ? null : settingValue(key, value)];
  }

  private async store(
    key: SettingKey,
    value: SettingValue | null,
    actor: Actor,
    moving: boolean,
    tx: EntityManager,
  ): Promise<void> {
    const former = (await readStored(this.database, tx)).get(key) ?? null;
    if (isDeepStrictEqual(former, value)) return;
    if (value === null) await this.database.query(FORGET, [key], tx);
    else await this.database.query(STORE, [key, JSON.stringify(value), actor.name], tx);
    if (key === 'public-url') {
      const there =
        moving && value !== null ? this.settings.mountedAt(new URL(String(settingText(value)))) : null;
      await this.database.query('update mailroom.installation set moving_to = $1', [there], tx);
    }
    const subject = { kind: 'settings', id: key, name: key };
    const details = { former: former && settingText(former), value: value && settingText(value) };
    await this.audit.record({ action: 'setting-changed', subject, actor, details }, tx);
  }

  private stand(key: SettingKey, stored: ReadonlyMap<string, SettingValue>): Setting {
    const fixed = this.settings.fixed[key];
    if (fixed !== undefined) return { key, value: fixed, source: 'option', readOnly: true, pending: false };
    const value = stored.get(key);
    const { fallback, live } = knownSettings[key];
    const decided = value ?? fallback;
    const pending = !live && decided !== this.settings.atStart[key];
    return {
      key,
      value: decided,
      source: value === undefined ? 'default' : 'stored',
      readOnly: false,
      pending,
    };
  }
}

/** What is stored, by key; for the start, before anything but the database is there. */
export async function readStored(
  database: Database,
  tx?: EntityManager,
): Promise<ReadonlyMap<string, SettingValue>> {
  const { rows } = await database.query<{ key: string; value: SettingValue }>(
    'select key, value from mailroom.setting',
    [],
    tx,
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** The tag of all settings together: of what they say, no matter who decided it and when. */
export const settingsEdition = {
  tag: ({ items }: { items: readonly Pick<Setting, 'key' | 'value'>[] }): string =>
    entityTag(items.map(({ key, value }) => [key, value])),
};

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('mailroom.setting'))`;

const STORE = `
  insert into mailroom.setting (key, value, updated_at, updated_by) values ($1, $2, mailroom.now(), $3)
  on conflict (key) do update
    set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`;

const FORGET = 'delete from mailroom.setting where key = $1';
