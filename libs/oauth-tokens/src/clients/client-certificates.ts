import { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, SecretBox, type Actor } from '@mailroom/kernel';
import { oauthAudit, type OAuthAuditAction } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { templateOf } from '../providers/client-templates.js';
import { type SigningAlgorithm } from './client-proof.js';
import { openPrivateKey, sealPrivateKey } from './client-seals.js';
import { lockClient } from './lock-client.js';
import { noKey, noPendingKey } from './no-key.js';
import { newCertificate } from './new-certificate.js';
import { OAuthClient } from './oauth-client.js';
import { tellTokensOfChange } from './tell-tokens.js';

/** What a certificate is wanted for. */
export interface CertificateOrder {
  readonly months: number;
  readonly algorithm: SigningAlgorithm;
}

/**
 * Certificates that clients prove themselves with (RFC 7523). A new one waits until somebody says that the provider
 * has it; until then the old one, or the secret, goes on.
 */
@Injectable()
export class ClientCertificates {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes a key and its certificate, which wait; others that waited are gone. Problems `client-not-found`,
   * `certificate-not-for-client`.
   */
  async create(id: string, { months, algorithm }: CertificateOrder, actor: Actor): Promise<void> {
    const { name } = await this.row(id);
    const { privateKey, certificate } = await newCertificate({ name, startsAt: this.clock.now(), months });
    await this.change(id, actor, 'certificate-created', (client) => {
      if (templateOf(client.template).provider === 'google')
        throw oauthProblem('certificate-not-for-client', { params: { template: client.template } });
      return {
        pendingPrivateKey: sealPrivateKey(this.box, client, privateKey),
        pendingCertificate: certificate,
        pendingAlgorithm: algorithm,
      };
    });
  }

  /**
   * From now on the certificate that waited proves the client. Problems `client-not-found`, `certificate-not-found`,
   * `secret-unreadable`.
   */
  async activate(id: string, actor: Actor): Promise<void> {
    await this.change(id, actor, 'certificate-activated', (client) => {
      const { pendingPrivateKey, pendingCertificate, pendingAlgorithm } = this.pendingOf(client);
      // What opens no more must not take the place of what works.
      openPrivateKey(this.box, client, pendingPrivateKey);
      return {
        sealedPrivateKey: pendingPrivateKey,
        certificate: pendingCertificate,
        certificateExpiresAt: new X509Certificate(pendingCertificate).validToDate,
        signingAlgorithm: pendingAlgorithm,
        keyId: null,
        ...noPendingKey,
        // In the flow jwt-bearer the key signs the grant itself; what proves the client is another matter.
        ...(client.flow === 'jwt-bearer' ? {} : { clientAuthentication: 'private-key-jwt' as const }),
      };
    });
  }

  /** Forgets the certificate that waits. Problems `client-not-found`, `certificate-not-found`. */
  async discard(id: string, actor: Actor): Promise<void> {
    await this.change(id, actor, 'certificate-discarded', (client) => {
      this.pendingOf(client);
      return noPendingKey;
    });
  }

  /** Forgets the key that is in use; the client proves itself by its secrets again. Problems as above. */
  async removeKey(id: string, actor: Actor): Promise<void> {
    await this.change(id, actor, 'key-removed', (client) => {
      if (client.sealedPrivateKey === null) throw oauthProblem('certificate-not-found');
      const { clientAuthentication } = templateOf(client.template);
      return {
        ...noKey,
        ...(client.clientAuthentication === 'private-key-jwt' ? { clientAuthentication } : {}),
      };
    });
  }

  /** The certificate that waits, or else the one in use, as DER. Problems `client-not-found`, `certificate-not-found`. */
  async der(id: string): Promise<{ readonly name: string; readonly der: Buffer }> {
    const { name, pendingCertificate, certificate } = await this.row(id);
    const pem = pendingCertificate ?? certificate;
    if (pem === null) throw oauthProblem('certificate-not-found');
    return { name, der: new X509Certificate(pem).raw };
  }

  private pendingOf({ pendingPrivateKey, pendingCertificate, pendingAlgorithm }: OAuthClient) {
    if (pendingPrivateKey === null || pendingCertificate === null)
      throw oauthProblem('certificate-not-found');
    return { pendingPrivateKey, pendingCertificate, pendingAlgorithm };
  }

  private async row(id: string): Promise<OAuthClient> {
    const row = await this.database.run((em) => em.getRepository(OAuthClient).findOneBy({ id }));
    if (!row) throw oauthProblem('client-not-found', { params: { clientId: id } });
    return row;
  }

  private async change(
    id: string,
    actor: Actor,
    action: OAuthAuditAction,
    changesOf: (client: OAuthClient) => Partial<OAuthClient>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const client = await lockClient(tx, id);
      const changed = { updatedAt: this.clock.now(), updatedBy: actor.name };
      await tx.getRepository(OAuthClient).update({ id }, { ...changesOf(client), ...changed });
      await tellTokensOfChange(this.database, tx, client);
      await this.audit.record(oauthAudit(action, client, actor), tx);
    });
  }
}
