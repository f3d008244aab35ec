import { Problem, Secret } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { type ClientEntry, type EntryKey, type ReadEntry } from './client-entry.js';
import {
  documentEntrySchema,
  documentSchema,
  DOCUMENT_VERSION,
  type DocumentEntry,
} from './document-schema.js';
import { faultOf } from './entry-fault.js';
import { PassphraseKey } from './passphrase.js';
import { type ParsedYaml } from './parse-yaml.js';
import { keyPlace, secretPlace } from './sealed-places.js';

/** Is this meant as a document of ours? */
export function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'mailroom' in value;
}

/**
 * The entries of our own format. Problems about the whole file: `invalid-input`, `unknown-key`,
 * `document-version-unknown`, `passphrase-required`, `passphrase-wrong`.
 */
export async function readDocument(
  { value, lines }: ParsedYaml,
  passphrase: Secret | null,
): Promise<readonly ReadEntry[]> {
  const document = documentSchema.safeParse(value);
  if (!document.success) throw faultOf(document.error);
  const { version, sealing, clients } = document.data;
  if (version !== DOCUMENT_VERSION) {
    throw oauthProblem('document-version-unknown', { params: { version, known: DOCUMENT_VERSION } });
  }
  if (sealing && !passphrase) throw oauthProblem('passphrase-required', { field: 'passphrase' });
  const key = sealing && passphrase ? await PassphraseKey.of(passphrase, sealing) : null;
  return clients.map((entry, index) => readEntry(entry, lines[index] ?? 1, key));
}

function readEntry(value: unknown, line: number, key: PassphraseKey | null): ReadEntry {
  const parsed = documentEntrySchema.safeParse(value);
  if (!parsed.success) return { name: nameOf(value), line, problem: faultOf(parsed.error) };
  try {
    return clientEntry(parsed.data, line, key);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { name: parsed.data.name, line, problem: error };
  }
}

function clientEntry(entry: DocumentEntry, line: number, key: PassphraseKey | null): ClientEntry {
  const { name, template, flow, secrets, privateKey, tenant, ...settings } = entry;
  return {
    name,
    line,
    template,
    flow,
    settings: { ...settings, name, ...(tenant === null || tenant === undefined ? {} : { tenant }) },
    secrets: secrets?.map(({ expiresAt, ...hidden }, index) => ({
      value: opened(hidden, key, secretPlace(entry, index), `secrets.${index}`),
      expiresAt: expiresAt === undefined || expiresAt === null ? null : new Date(expiresAt),
    })),
    privateKey: privateKey ? keyOf(privateKey, entry, key) : privateKey,
    notes: [],
  };
}

function keyOf(
  { algorithm, keyId = null, certificate = null, ...hidden }: NonNullable<DocumentEntry['privateKey']>,
  entry: DocumentEntry,
  key: PassphraseKey | null,
): EntryKey {
  return { algorithm, keyId, certificate, value: opened(hidden, key, keyPlace(entry), 'privateKey') };
}

interface Hidden {
  readonly value?: string | undefined;
  readonly sealed?: string | undefined;
}

function opened({ value, sealed }: Hidden, key: PassphraseKey | null, place: string, field: string): Secret {
  if (value !== undefined) return Secret.of(value);
  const secret = key?.open(sealed ?? '', place);
  if (!secret) throw oauthProblem('sealed-secret-damaged', { field });
  return secret;
}

/** What a broken entry calls itself, as far as that can be read. */
export function nameOf(value: unknown, key = 'name'): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const name = (value as Record<string, unknown>)[key];
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 250) : null;
}
