import { createPrivateKey } from 'node:crypto';
import { Secret } from '@mailroom/kernel';
import { z } from 'zod';
import { oauthProblem } from '../oauth-problems.js';

const fileSchema = z.object({
  type: z.literal('service_account'),
  client_email: z.email(),
  private_key: z.string().refine(isRsaKey),
  private_key_id: z.string().min(1).max(200),
  token_uri: z.url({ protocol: /^https?$/ }),
  project_id: z.string().min(1).max(200).optional(),
});

/** What Google's key file of a service account says. */
export interface ServiceAccountKey {
  /** The client ID. */
  readonly clientEmail: string;
  /** PKCS #8 in PEM. */
  readonly privateKey: Secret;
  readonly keyId: string;
  readonly tokenUri: string;
  readonly projectId: string | null;
}

/**
 * Reads the JSON file that Google gives for a key of a service account. Problem `key-file-invalid`, which names the member
 * at fault (`part`) and what is wrong with it (`reason`: `missing` or `wrong`), never what stands there.
 */
export function readServiceAccountKey(text: string): ServiceAccountKey {
  const json = jsonOf(text);
  const file = fileSchema.safeParse(json);
  if (!file.success) throw invalid(String(file.error.issues[0]?.path[0] ?? 'JSON'), json);
  const { client_email, private_key, private_key_id, token_uri, project_id } = file.data;
  return {
    clientEmail: client_email,
    privateKey: Secret.of(pkcs8Of(private_key)),
    keyId: private_key_id,
    tokenUri: token_uri,
    projectId: project_id ?? null,
  };
}

function invalid(part: string, json: unknown) {
  const there = typeof json === 'object' && json !== null && Object.hasOwn(json, part);
  const reason = part === 'JSON' || there ? 'wrong' : 'missing';
  return oauthProblem('key-file-invalid', { field: 'serviceAccountKey', params: { part, reason } });
}

function isRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    return false;
  }
}

function pkcs8Of(pem: string): string {
  return createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
