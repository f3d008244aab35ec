import { type Secret } from '@mailroom/kernel';
import { z } from 'zod';

const text = z.string().max(2_000).optional().catch(undefined);
const words = text.transform((joined) => joined?.split(/\s+/).filter((word) => word !== '') ?? []);
const seconds = z.number().finite().min(0).max(8.64e12).optional().catch(undefined);

/** What an access token says of itself, of what we ask it. Whatever else it holds stays where it is. */
const payloadSchema = z.object({
  aud: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .catch(undefined),
  iss: text,
  scp: words,
  scope: words,
  roles: z.array(z.string()).max(200).optional().catch(undefined),
  tid: text,
  upn: text,
  preferred_username: text,
  unique_name: text,
  email: text,
  appid: text,
  azp: text,
  client_id: text,
  oid: text,
  iat: seconds,
  exp: seconds,
});

/** The claims of an access token that mail depends on. */
export interface Claims {
  readonly audience: readonly string[];
  readonly issuer: string | null;
  /** What it may do in the name of somebody. */
  readonly scopes: readonly string[];
  /** What it may do as an application. */
  readonly roles: readonly string[];
  readonly tenant: string | null;
  /** Whose it is, as people know them. */
  readonly user: string | null;
  /** The client ID it was made for. */
  readonly application: string | null;
  /** Of the user; of an application without a user, of its enterprise application. */
  readonly objectId: string | null;
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
}

/**
 * Reads the claims of a token that is a JWT (RFC 7519), on the spot and without believing them: only the resource that it
 * is for may judge it. Null for an opaque token, which only its provider can read.
 */
export function readClaims(token: Secret): Claims | null {
  const parts = token.reveal().split('.');
  if (parts.length !== 3) return null;
  const payload = payloadSchema.safeParse(jsonOf(parts[1] ?? ''));
  return payload.success ? claimsOf(payload.data) : null;
}

function claimsOf(payload: z.infer<typeof payloadSchema>): Claims {
  const { aud, iss, scp, scope, roles, tid, oid, iat, exp } = payload;
  return {
    audience: aud ?? [],
    issuer: iss ?? null,
    scopes: scp.length > 0 ? scp : scope,
    roles: roles ?? [],
    tenant: tid ?? null,
    user: payload.upn ?? payload.preferred_username ?? payload.unique_name ?? payload.email ?? null,
    application: payload.appid ?? payload.azp ?? payload.client_id ?? null,
    objectId: oid ?? null,
    issuedAt: instant(iat),
    expiresAt: instant(exp),
  };
}

function instant(seconds: number | undefined): Date | null {
  return seconds === undefined ? null : new Date(seconds * 1000);
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
