import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Egress, SecretBox, type Actor } from '@mailroom/kernel';
import { oauthAudit } from '../oauth-audit.js';
import { templateOf } from '../providers/client-templates.js';
import { type NewClient } from './client-input.js';
import { ClientSecrets } from './client-secrets.js';
import { newSettings } from './client-settings.js';
import { discoverEndpoints } from './discover-endpoints.js';
import { importedKey, keyColumns, withOwnerOf } from './imported-key.js';
import { OAuthClientSecret } from './oauth-client-secret.js';
import { OAuthClient } from './oauth-client.js';
import { requireSafeEndpoints } from './safe-endpoints.js';
import { uniquelyNamed } from './uniquely-named.js';

/** Registers clients. */
@Injectable()
export class RegisterClient {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly secrets: ClientSecrets,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the id. Problems: those of the input, of discovery, of the key, and `client-name-taken`. */
  async run(input: NewClient, actor: Actor): Promise<string> {
    const key = importedKey(input);
    const discovered =
      input.discoveryUrl === undefined ? {} : await discoverEndpoints(this.egress, input.discoveryUrl);
    const settings = newSettings(templateOf(input.template), withOwnerOf(key, input), discovered);
    await requireSafeEndpoints(this.egress, settings);
    const now = this.clock.now();
    const place = { ...settings, id: randomUUID() };
    const proof = key ? keyColumns(this.box, place, settings, key) : {};
    const row = { ...place, ...proof, createdAt: now, updatedAt: now, updatedBy: actor.name };
    const { secret, secretExpiresAt: expiresAt = null } = input;
    const secretRow = secret === undefined ? null : this.secrets.sealed(row, { secret, expiresAt }, actor);
    await uniquelyNamed(
      this.database.transaction(async (tx) => {
        await tx.getRepository(OAuthClient).insert(row);
        if (secretRow) await tx.getRepository(OAuthClientSecret).insert(secretRow);
        await this.audit.record(oauthAudit('client-created', row, actor), tx);
        if (key) await this.audit.record(oauthAudit('key-imported', row, actor, { keyId: key.keyId }), tx);
      }),
    );
    return row.id;
  }
}
