import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';
import { KeyRing, type EncryptionKey } from './key-ring.js';
import { Secret } from './secret.js';

const FORMAT = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals secrets for storage with AES-256-GCM: `v1.<key id>.<base64url of iv, ciphertext, tag>`.
 * `boundTo` names the place that the envelope belongs to (table, column, row, origin); an envelope
 * that was copied elsewhere does not open there (additional authenticated data, NIST SP 800-38D).
 */
@Injectable()
export class SecretBox {
  constructor(private readonly keys: KeyRing) {}

  /** Seals with the current key. */
  seal(secret: Secret, boundTo: string): string {
    const key = this.keys.current();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(aad(key.id, boundTo));
    const sealed = Buffer.concat([
      iv,
      cipher.update(secret.reveal(), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return [FORMAT, key.id, sealed.toString('base64url')].join('.');
  }

  /**
   * Opens what `seal` made for the same `boundTo`. Throws problem `secret-unreadable` for what is spoilt or belongs
   * elsewhere, and `encryption-key-missing` (`keyId`, ask-admin) for what opens as soon as the key is back.
   */
  open(envelope: string, boundTo: string): Secret {
    const { keyId, bytes } = readEnvelope(envelope);
    return openWith(this.keyFor(keyId), bytes, boundTo);
  }

  /** The id of the key that sealed this envelope; what differs from the current one wants re-sealing. */
  keyIdOf(envelope: string): string {
    return readEnvelope(envelope).keyId;
  }

  private keyFor(id: string): EncryptionKey {
    const key = this.keys.byId(id);
    if (!key)
      throw kernelProblem('encryption-key-missing', { params: { keyId: id }, disposition: 'ask-admin' });
    return key;
  }
}

function aad(keyId: string, boundTo: string): Buffer {
  return Buffer.from(`${FORMAT}\n${keyId}\n${boundTo}`, 'utf8');
}

function readEnvelope(envelope: string): { keyId: string; bytes: Buffer } {
  const first = envelope.indexOf('.');
  const last = envelope.lastIndexOf('.');
  const bytes = Buffer.from(envelope.slice(last + 1), 'base64url');
  const wellFormed =
    envelope.slice(0, first) === FORMAT && last > first && bytes.length >= IV_BYTES + TAG_BYTES;
  if (!wellFormed) throw kernelProblem('secret-unreadable');
  return { keyId: envelope.slice(first + 1, last), bytes };
}

function openWith(key: EncryptionKey, bytes: Buffer, boundTo: string): Secret {
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad(key.id, boundTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return Secret.of(text.toString('utf8'));
  } catch (cause) {
    throw kernelProblem('secret-unreadable', { params: { keyId: key.id }, cause });
  }
}
