import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  timingSafeEqual,
  type ScryptOptions,
} from 'node:crypto';
import { promisify } from 'node:util';
import { inputFault, Secret } from '@mailroom/kernel';
import { z } from 'zod';
import { oauthProblem } from '../oauth-problems.js';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 64 MiB and about 0.3 s for each guess (OWASP Password Storage Cheat Sheet, scrypt). */
const COST = { n: 65_536, r: 8, p: 2 } as const;
const CHECK = 'mailroom';

/** A passphrase that protects a file which may go anywhere. */
export const passphraseSchema = z.string().min(12).max(1_000);

/**
 * What a document says about the passphrase that its secrets are sealed under. The bounds keep a file from asking for
 * more memory (128 MiB) or time than a helpdesk should spend on it.
 */
export const sealingSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  n: z
    .int()
    .min(16_384)
    .max(131_072)
    .refine((n) => (n & (n - 1)) === 0, inputFault('no-power-of-two')),
  r: z.literal(8),
  p: z.int().min(1).max(4),
  salt: z.base64().min(16).max(100),
  cipher: z.literal('aes-256-gcm'),
  /** A known text sealed under the same key: tells a wrong passphrase from a damaged secret. */
  check: z.base64().max(200),
});
export type Sealing = z.infer<typeof sealingSchema>;

/** A passphrase made into a key: seals and opens secrets of one document. */
export class PassphraseKey {
  private constructor(
    private readonly key: Buffer,
    /** To be written into the document; holds nothing secret. */
    readonly sealing: Sealing,
  ) {}

  /** A key with a salt of its own. */
  static async fresh(passphrase: Secret): Promise<PassphraseKey> {
    const salt = randomBytes(16).toString('base64');
    const key = await keyOf(passphrase, { ...COST, salt });
    const sealing = { kdf: 'scrypt', ...COST, salt, cipher: 'aes-256-gcm', check: '' } as const;
    const check = new PassphraseKey(key, sealing).seal(Secret.of(CHECK), CHECK);
    return new PassphraseKey(key, { ...sealing, check });
  }

  /** The key of a document. Problem `passphrase-wrong`. */
  static async of(passphrase: Secret, sealing: Sealing): Promise<PassphraseKey> {
    const key = new PassphraseKey(await keyOf(passphrase, sealing), sealing);
    const opened = key.open(sealing.check, CHECK);
    const [said, expected] = [Buffer.from(opened?.reveal() ?? ''), Buffer.from(CHECK)];
    if (said.length !== expected.length || !timingSafeEqual(said, expected))
      throw oauthProblem('passphrase-wrong', { field: 'passphrase' });
    return key;
  }

  /** Base64 of IV, ciphertext and tag; `place` says what it belongs to, and it opens nowhere else. */
  seal(secret: Secret, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(place));
    const sealed = [iv, cipher.update(secret.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(sealed).toString('base64');
  }

  /** What `seal` sealed for this place; null when it is damaged, or another's. */
  open(sealed: string, place: string): Secret | null {
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length < IV_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = [decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
      return Secret.of(Buffer.concat(text).toString('utf8'));
    } catch {
      return null;
    }
  }
}

// NFC: the same words typed on another keyboard are the same bytes (RFC 8265 section 4.2).
function keyOf(
  passphrase: Secret,
  { n, r, p, salt }: Pick<Sealing, 'n' | 'r' | 'p' | 'salt'>,
): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return derive(passphrase.reveal().normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, options);
}
