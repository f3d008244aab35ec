import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  Pokes,
  Problem,
  SecretBox,
  type Actor,
  type AuditEntry,
} from '@mailroom/kernel';
import { In, type EntityManager, type ObjectLiteral, type Repository } from 'typeorm';
import { type QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { CLIENT_CHANGED } from '../clients/client-changed.js';
import { sealClientSecret, sealPrivateKey } from '../clients/client-seals.js';
import { ClientSecrets } from '../clients/client-secrets.js';
import { noPendingKey } from '../clients/no-key.js';
import { OAuthClientSecret } from '../clients/oauth-client-secret.js';
import { OAuthClient } from '../clients/oauth-client.js';
import { tellTokensOfChange } from '../clients/tell-tokens.js';
import { oauthAudit } from '../oauth-audit.js';
import { templateOf } from '../providers/client-templates.js';
import { type ClientEntry } from './client-entry.js';
import { type ImportEntry } from './import-report.js';
import { keyColumns } from './key-columns.js';
import { planEntry, type Plan, type StandingClient } from './plan-entry.js';
import { planned, refused } from './verdicts.js';

/** What became of an entry. */
export type Outcome = ImportEntry;

interface GroupOrder {
  readonly overwrite: boolean;
  readonly actor: Actor;
}

/** An entry as it is going to be stored. */
interface Ready {
  readonly entry: ClientEntry;
  readonly plan: Exclude<Plan, { verdict: 'skipped' }>;
  readonly row: OAuthClient;
  /** Undefined leaves those that are there. */
  readonly secrets: readonly Omit<OAuthClientSecret, 'id' | 'refusedAt'>[] | undefined;
}

/** Entries that are decided and stored together: a hundred at a time take a tenth of the statements. */
@Injectable()
export class EntryGroup {
  constructor(
    private readonly database: Database,
    private readonly clientSecrets: ClientSecrets,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly pokes: Pokes,
  ) {}

  /** What `store` would do. */
  async preview(entries: readonly ClientEntry[], order: GroupOrder): Promise<readonly Outcome[]> {
    const standing = await this.database.run((em) => this.standing(em, entries, false));
    return entries.map((entry) => this.decide(entry, standing.get(entry.name), order).outcome);
  }

  /** Stores those that can be, in one transaction; throws what the database throws, and then none is stored. */
  async store(entries: readonly ClientEntry[], order: GroupOrder): Promise<readonly Outcome[]> {
    return this.database.transaction(async (tx) => {
      const standing = await this.standing(tx, entries, true);
      const decided = entries.map((entry) => this.decide(entry, standing.get(entry.name), order));
      await this.write(
        tx,
        decided.flatMap(({ ready }) => ready ?? []),
        order.actor,
      );
      return decided.map(({ outcome, ready }) => (ready ? { ...outcome, clientId: ready.row.id } : outcome));
    });
  }

  private async standing(
    em: EntityManager,
    entries: readonly ClientEntry[],
    lock: boolean,
  ): Promise<ReadonlyMap<string, StandingClient>> {
    const rows = await em.getRepository(OAuthClient).find({
      where: { name: In(entries.map(({ name }) => name)) },
      order: { id: 'asc' },
      ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    const ids = rows.map(({ id }) => id);
    const secrets = Map.groupBy(await this.clientSecrets.rowsOf(ids, em), ({ clientId }) => clientId);
    const { rows: counts } = await this.database.query<{ client_id: string; tokens: number }>(
      TOKENS,
      [ids],
      em,
    );
    const tokens = new Map(counts.map((count) => [count.client_id, count.tokens]));
    return new Map(
      rows.map((row) => [
        row.name,
        { row, secrets: secrets.get(row.id)?.length ?? 0, tokens: tokens.get(row.id) ?? 0 },
      ]),
    );
  }

  private decide(
    entry: ClientEntry,
    standing: StandingClient | undefined,
    { overwrite, actor }: GroupOrder,
  ): { outcome: Outcome; ready: Ready | null } {
    try {
      const plan = planEntry(entry, standing, overwrite);
      const outcome = planned(entry, plan, standing?.row.id ?? null);
      return { outcome, ready: plan.verdict === 'skipped' ? null : this.ready(entry, plan, actor) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { outcome: refused(entry, error), ready: null };
    }
  }

  private ready(entry: ClientEntry, plan: Ready['plan'], actor: Actor): Ready {
    const now = this.clock.now();
    const changed = { updatedAt: now, updatedBy: actor.name };
    const row =
      plan.verdict === 'added'
        ? Object.assign(new OAuthClient(), plan.settings, changed, { id: randomUUID(), createdAt: now })
        : Object.assign(plan.standing.row, plan.settings, changed);
    // A key that waits for its turn is bound to the old origin, too.
    if (plan.verdict === 'replaced' && plan.widened) row.hostsWidenedAt = now;
    if (plan.verdict === 'replaced' && (plan.moved || plan.widened)) Object.assign(row, noPendingKey);
    const { privateKey } = entry;
    if (privateKey !== undefined) {
      const sealed = privateKey && sealPrivateKey(this.box, row, privateKey.value);
      Object.assign(row, keyColumns(privateKey, sealed));
    }
    const { provider } = templateOf(row.template);
    const secrets = entry.secrets?.map(({ value, expiresAt }, index) => ({
      clientId: row.id,
      sealed: sealClientSecret(this.box, row, provider, value.reveal()),
      expiresAt,
      // Their order tells which is newer.
      addedAt: new Date(now.getTime() + index),
      addedBy: actor.name,
    }));
    return { entry, plan, row, secrets };
  }

  private async write(tx: EntityManager, ready: readonly Ready[], actor: Actor): Promise<void> {
    const added = ready.filter(({ plan }) => plan.verdict === 'added');
    const replaced = ready.filter(({ plan }) => plan.verdict === 'replaced');
    const clients = tx.getRepository(OAuthClient);
    if (added.length > 0)
      await insert(
        clients,
        added.map(({ row }) => row),
      );
    // All of them are there and locked, so this changes them in one statement.
    if (replaced.length > 0)
      await clients.upsert(
        replaced.map(({ row }) => row),
        ['id'],
      );
    await this.writeSecrets(tx, ready);
    for (const { row, plan } of replaced) {
      if (plan.verdict === 'replaced' && isInUse(plan.standing)) {
        await tellTokensOfChange(this.database, tx, row, { newOrigin: plan.moved, newHosts: plan.widened });
        await this.pokes.poke(CLIENT_CHANGED, row.id, tx);
      }
    }
    await this.audit.recordAll(
      ready.map(({ row, plan }) => auditOf(row, plan, actor)),
      tx,
    );
  }

  private async writeSecrets(tx: EntityManager, ready: readonly Ready[]): Promise<void> {
    const rows = tx.getRepository(OAuthClientSecret);
    const renewed = ready.filter(({ secrets }) => secrets !== undefined);
    const replaced = renewed.filter(({ plan }) => plan.verdict === 'replaced').map(({ row }) => row.id);
    if (replaced.length > 0) await rows.delete({ clientId: In(replaced) });
    const secrets = renewed.flatMap((one) => one.secrets ?? []);
    if (secrets.length > 0) await insert(rows, secrets);
  }
}

// Nobody reads what the database adds to the rows, and putting it into each of them is a third of the work.
async function insert<Row extends ObjectLiteral>(
  repository: Repository<Row>,
  rows: QueryDeepPartialEntity<Row>[],
): Promise<void> {
  await repository.createQueryBuilder().insert().values(rows).updateEntity(false).execute();
}

/** Has anything that a change of the client has to be told, or that it ends? */
function isInUse({ row, tokens }: StandingClient): boolean {
  return tokens > 0 || row.failures > 0 || row.failureCode !== null || row.notBefore !== null;
}

function auditOf(row: OAuthClient, plan: Ready['plan'], actor: Actor): AuditEntry {
  if (plan.verdict === 'added') return oauthAudit('client-created', row, actor, { by: 'import' });
  return oauthAudit('client-changed', row, actor, { by: 'import', fields: plan.changes.join(', ') });
}

const TOKENS = `
  select client_id, count(*)::int as tokens from mailroom.oauth_token
   where client_id = any ($1::uuid[]) and state <> 'reconnect' group by client_id`;
