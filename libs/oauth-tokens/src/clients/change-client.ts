import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  Egress,
  Pokes,
  Precondition,
  SecretBox,
  type Actor,
} from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { oauthAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { hostsGained } from '../hosts/may-show.js';
import { templateOf } from '../providers/client-templates.js';
import { CLIENT_CHANGED } from './client-changed.js';
import { clientAnswer } from './client-answer.js';
import { clientEdition, type ClientChanges } from './client-input.js';
import { ClientSecrets } from './client-secrets.js';
import { changedSettings } from './client-settings.js';
import { importedKey, keyColumns, withOwnerOf } from './imported-key.js';
import { lockClient } from './lock-client.js';
import { noKey, noPendingKey } from './no-key.js';
import { OAuthClientSecret } from './oauth-client-secret.js';
import { type ClientSettings, OAuthClient } from './oauth-client.js';
import { originOf } from './origin-of.js';
import { requireSafeEndpoints } from './safe-endpoints.js';
import { type ServiceAccountKey } from './service-account-key.js';
import { tellTokensOfChange } from './tell-tokens.js';
import { uniquelyNamed } from './uniquely-named.js';

/** What somebody wants to be different, read. */
interface Wish {
  readonly changes: ClientChanges;
  readonly key: ServiceAccountKey | null;
}

/** Changes clients, and what their tokens make of it. */
@Injectable()
export class ChangeClient {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly secrets: ClientSecrets,
    private readonly audit: AuditLog,
    private readonly pokes: Pokes,
  ) {}

  /**
   * Problems: those of the settings, `client-not-found`, `client-name-taken`, `secret-required-for-new-origin` when the
   * token endpoint goes to another origin and nothing new comes along to prove the client there, and
   * `secret-required-for-new-host` when the same is missing where its tokens may be shown to more mail servers;
   * `changed-meanwhile`.
   */
  async run(id: string, typed: ClientChanges, actor: Actor, precondition = Precondition.none): Promise<void> {
    const key = importedKey(typed);
    const wish = { key, changes: withOwnerOf(key, typed) };
    const former = await this.database.run((em) => em.getRepository(OAuthClient).findOneBy({ id }));
    if (!former) throw oauthProblem('client-not-found', { params: { clientId: id } });
    // Names are looked up before a row is locked; what was changed meanwhile was checked by whoever changed it.
    await requireSafeEndpoints(this.egress, settingsAfter(former, wish));
    await uniquelyNamed(this.database.transaction((tx) => this.store(tx, id, wish, actor, precondition)));
  }

  private async store(
    tx: EntityManager,
    id: string,
    wish: Wish,
    actor: Actor,
    precondition: Precondition,
  ): Promise<void> {
    const locked = await lockClient(tx, id);
    precondition.require(clientEdition.tag(clientAnswer(locked, [])));
    const settings = settingsAfter(locked, wish);
    const held = await this.secrets.rowsOf([id], tx);
    const moved = originOf(locked.tokenEndpoint) !== originOf(settings.tokenEndpoint);
    const widened = hostsGained(locked, settings).length > 0;
    // What was typed takes the place of whatever was held: without the right secret no token comes to be shown.
    const proven = moved || widened;
    if (proven) refuseWithoutProof(locked, held, wish, moved ? 'origin' : 'host');
    const proof = this.proofAfter(locked, settings, proven, wish);
    const now = this.clock.now();
    const changed = { updatedAt: now, updatedBy: actor.name, ...(widened ? { hostsWidenedAt: now } : {}) };
    const row = await tx.getRepository(OAuthClient).save(Object.assign(locked, settings, proof, changed));
    await this.storeSecret(tx, row, held, proven, wish, actor);
    await tellTokensOfChange(this.database, tx, row, { newOrigin: moved, newHosts: widened });
    await this.pokes.poke(CLIENT_CHANGED, id, tx);
    const fields = Object.keys(wish.changes).toSorted().join(', ');
    await this.audit.record(oauthAudit('client-changed', row, actor, { fields }), tx);
    if (wish.key)
      await this.audit.record(oauthAudit('key-imported', row, actor, { keyId: wish.key.keyId }), tx);
  }

  // A key that was sealed for another origin opens nowhere any more, and one that nobody typed proves nothing anew.
  private proofAfter(
    { id, template }: OAuthClient,
    settings: ClientSettings,
    proven: boolean,
    { key, changes }: Wish,
  ): Partial<OAuthClient> {
    const place = { id, tokenEndpoint: settings.tokenEndpoint };
    if (key) return { ...noPendingKey, ...keyColumns(this.box, place, settings, key) };
    if (!proven) return {};
    const byKey = settings.clientAuthentication === 'private-key-jwt';
    const { clientAuthentication } = templateOf(template);
    return {
      ...noKey,
      ...noPendingKey,
      ...(byKey && changes.clientAuthentication === undefined ? { clientAuthentication } : {}),
    };
  }

  // A new secret takes the place of all; a date alone belongs to the newest.
  private async storeSecret(
    tx: EntityManager,
    row: OAuthClient,
    held: readonly OAuthClientSecret[],
    proven: boolean,
    { changes: { secret, secretExpiresAt } }: Wish,
    actor: Actor,
  ): Promise<void> {
    const rows = tx.getRepository(OAuthClientSecret);
    const newest = held.at(-1);
    if (secret !== undefined || proven) await rows.delete({ clientId: row.id });
    if (secret !== undefined) {
      await rows.insert(this.secrets.sealed(row, { secret, expiresAt: secretExpiresAt ?? null }, actor));
    } else if (newest && !proven && secretExpiresAt !== undefined) {
      const expiresAt = secretExpiresAt === null ? null : new Date(secretExpiresAt);
      await rows.update({ id: newest.id }, { expiresAt });
    }
  }
}

function settingsAfter(row: OAuthClient, { changes }: Wish): ClientSettings {
  return changedSettings(templateOf(row.template), row, changes);
}

function refuseWithoutProof(
  { sealedPrivateKey, flow }: OAuthClient,
  held: readonly OAuthClientSecret[],
  { key, changes }: Wish,
  by: 'origin' | 'host',
): void {
  const bound = held.length > 0 || sealedPrivateKey !== null;
  if (!bound || key || changes.secret !== undefined) return;
  const field = flow === 'jwt-bearer' && sealedPrivateKey !== null ? 'serviceAccountKey' : 'secret';
  throw oauthProblem(`secret-required-for-new-${by}`, { field });
}
