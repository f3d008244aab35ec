import { type Egress } from '@mailroom/kernel';
import { z } from 'zod';
import { oauthProblem } from '../oauth-problems.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { type Discovered } from './client-settings.js';

const link = z.url({ protocol: /^https?$/ });
const metadataSchema = z.object({
  issuer: z.string().min(1),
  // RFC 8414 section 2: missing where no flow goes through it.
  authorization_endpoint: link.optional(),
  token_endpoint: link,
  revocation_endpoint: link.optional(),
  device_authorization_endpoint: link.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
type Metadata = z.infer<typeof metadataSchema>;

/**
 * Reads a provider's metadata from what an admin typed: the document, or the issuer it belongs to, which is then asked
 * for OpenID Connect Discovery 1.0 section 4 first and for RFC 8414 section 3 where there is no such document. Problem
 * `discovery-failed` with a `reason`, and those of the egress guard.
 */
export async function discoverEndpoints(egress: Egress, typed: string): Promise<Discovered> {
  const [first = typed, ...others] = documentsOf(typed);
  let found = await look(egress, first);
  for (const document of others) {
    if (found.status !== 404) break;
    found = await look(egress, document);
  }
  if (!found.metadata) throw failed(found.status === 200 ? 'content' : 'status', found.status);
  checkIssuer(found.metadata, found.document);
  return endpointsOf(found.metadata);
}

/** Where the metadata of what was typed may be, best first. */
export function documentsOf(typed: string): string[] {
  if (typed.includes('/.well-known/')) return [typed];
  const issuer = typed.replace(/\/+$/, '');
  const { origin } = new URL(issuer);
  const path = issuer.slice(origin.length);
  return [
    `${issuer}/.well-known/openid-configuration`,
    // RFC 8414 section 3.1 puts the well-known part between host and path.
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
}

interface Found {
  readonly document: string;
  readonly status: number;
  readonly metadata: Metadata | undefined;
}

async function look(egress: Egress, document: string): Promise<Found> {
  await requireSafeEndpoint(egress, document, 'discoveryUrl');
  const answer = await egress.fetch(document, { headers: { accept: 'application/json' } });
  const { status } = answer;
  const json: unknown = status === 200 ? await answer.json().catch(() => undefined) : undefined;
  return { document, status, metadata: metadataSchema.safeParse(json).data };
}

// Both say it (4.3 and 3.3): a document speaks only for the issuer whose address it was found under.
function checkIssuer({ issuer }: Metadata, document: string): void {
  if (issuer.includes('{tenantid}')) return;
  if (!URL.canParse(issuer) || !documentsOf(issuer).includes(document)) throw failed('issuer', 200);
}

function endpointsOf(metadata: Metadata): Discovered {
  // RFC 8414 section 2: client_secret_basic where nothing is said.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return {
    authorizationEndpoint: metadata.authorization_endpoint ?? null,
    tokenEndpoint: metadata.token_endpoint,
    revocationEndpoint: metadata.revocation_endpoint ?? null,
    deviceEndpoint: metadata.device_authorization_endpoint ?? null,
    issuer: metadata.issuer,
    clientAuthentication: methods.includes('client_secret_basic') ? 'basic' : 'post',
  };
}

function failed(reason: 'status' | 'content' | 'issuer', status: number) {
  return oauthProblem('discovery-failed', { field: 'discoveryUrl', params: { reason, status } });
}
