import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, Secret, SecretBox, type Actor } from '@mailroom/kernel';
import { In } from 'typeorm';
import { openClientSecret, openPrivateKey } from '../clients/client-seals.js';
import { ClientSecrets } from '../clients/client-secrets.js';
import { OAuthClient } from '../clients/oauth-client.js';
import { type OAuthClientSecret } from '../clients/oauth-client-secret.js';
import { clientsAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { documentSettings, type DocumentEntry } from './document-schema.js';
import { PassphraseKey } from './passphrase.js';
import { keyPlace, secretPlace } from './sealed-places.js';
import { documentClients, documentHead, type SecretManner, type WrittenEntry } from './write-document.js';

/** What to export, and how. */
export interface ExportOrder {
  readonly secrets: SecretManner;
  /** Needed for `sealed`. */
  readonly passphrase?: Secret | undefined;
  /** Only these clients; all when left out. */
  readonly names?: readonly string[] | undefined;
  readonly actor: Actor;
}

/**
 * Writes clients as YAML: everything that an admin decides of them, never a token. Secrets are left out, sealed under a
 * passphrase or in clear; who may ask for the last is for the caller to find out. Nothing is written to a disk, and the
 * audit log remembers who exported how many in which manner.
 */
@Injectable()
export class ExportClients {
  constructor(
    private readonly database: Database,
    private readonly clientSecrets: ClientSecrets,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The document. Problems `passphrase-required`, `client-not-found` (`name`), `export-secret-unreadable` (`name`: the
   * client whose secret no key of this installation opens).
   */
  async run({ secrets, passphrase, names, actor }: ExportOrder): Promise<string> {
    if (secrets === 'sealed' && !passphrase)
      throw oauthProblem('passphrase-required', { field: 'passphrase' });
    const rows = await this.rowsNamed(names);
    const held = secretsByClient(await this.clientSecrets.rowsOf(rows.map(({ id }) => id)));
    const key = secrets === 'sealed' && passphrase ? await PassphraseKey.fresh(passphrase) : null;
    const entries = rows.map((row) => this.written(row, held.get(row.id) ?? [], secrets, key));
    const text = [documentHead(secrets, this.clock.now(), key?.sealing ?? null)];
    for (const piece of documentClients(entries)) {
      text.push(piece);
      // Ten thousand clients take seconds to write: let others have their turn.
      if (text.length % 100 === 0) await new Promise(setImmediate);
    }
    const about = names?.join(', ').slice(0, 250);
    await this.audit.record(
      clientsAudit('clients-exported', actor, { clients: rows.length, secrets }, about),
    );
    return text.join('');
  }

  private async rowsNamed(names: readonly string[] | undefined): Promise<OAuthClient[]> {
    const where = names === undefined ? {} : { name: In([...names]) };
    const rows = await this.database.run((em) =>
      em.getRepository(OAuthClient).find({ where, order: { name: 'asc' } }),
    );
    const missing = names?.find((name) => !rows.some((row) => row.name === name));
    if (missing !== undefined)
      throw oauthProblem('client-not-found', { field: 'names', params: { name: missing } });
    return rows;
  }

  private written(
    row: OAuthClient,
    held: readonly OAuthClientSecret[],
    manner: SecretManner,
    key: PassphraseKey | null,
  ): WrittenEntry {
    const { name, template, flow } = row;
    const settings = Object.fromEntries(documentSettings.map((field) => [field, row[field]]));
    const entry = { name, template, flow, ...settings };
    if (manner === 'left-out') {
      return { entry, leftOut: held.length + (row.sealedPrivateKey === null ? 0 : 1) };
    }
    return { entry: { ...entry, ...this.revealed(row, held, key) }, leftOut: 0 };
  }

  private revealed(
    row: OAuthClient,
    held: readonly OAuthClientSecret[],
    key: PassphraseKey | null,
  ): Pick<DocumentEntry, 'secrets' | 'privateKey'> {
    const hide = (secret: Secret, place: string) =>
      key ? { sealed: key.seal(secret, place) } : { value: secret.reveal() };
    const { sealedPrivateKey, signingAlgorithm: algorithm, keyId, certificate } = row;
    const secrets = held.map(({ sealed, expiresAt }, index) => ({
      ...hide(
        readable(row, () => openClientSecret(this.box, row, sealed)),
        secretPlace(row, index),
      ),
      expiresAt: expiresAt?.toISOString() ?? null,
    }));
    if (sealedPrivateKey === null || algorithm === null) return { secrets, privateKey: null };
    const opened = readable(row, () => openPrivateKey(this.box, row, sealedPrivateKey));
    return { secrets, privateKey: { ...hide(opened, keyPlace(row)), algorithm, keyId, certificate } };
  }
}

function readable({ name }: OAuthClient, open: () => Secret): Secret {
  try {
    return open();
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    throw oauthProblem('export-secret-unreadable', { params: { name }, cause });
  }
}

function secretsByClient(rows: readonly OAuthClientSecret[]): Map<string, OAuthClientSecret[]> {
  return Map.groupBy(rows, ({ clientId }) => clientId);
}
