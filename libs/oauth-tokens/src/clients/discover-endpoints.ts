import { type Egress } from '@mailroom/kernel';
import { z } from 'zod';
import { oauthProblem } from '../oauth-problems.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { type Discovered } from './client-settings.js';

const metadataSchema = z.object({
  issuer: z.string().min(1),
  authorization_endpoint: z.url({ protocol: /^https?$/ }),
  token_endpoint: z.url({ protocol: /^https?$/ }),
  revocation_endpoint: z.url({ protocol: /^https?$/ }).optional(),
  device_authorization_endpoint: z.url({ protocol: /^https?$/ }).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

/**
 * Reads a provider's metadata (OpenID Connect Discovery 1.0 section 4) from what an admin typed: the document, or the
 * issuer it belongs to. Problem `discovery-failed` with a `reason`, and those of the egress guard.
 */
export async function discoverEndpoints(egress: Egress, typed: string): Promise<Discovered> {
  const document = documentUrl(typed);
  await requireSafeEndpoint(egress, document, 'discoveryUrl');
  const answer = await egress.fetch(document, { headers: { accept: 'application/json' } });
  if (answer.status !== 200) throw failed('status', answer.status);
  const metadata = metadataSchema.safeParse(await answer.json().catch(() => undefined));
  if (!metadata.success) throw failed('content', answer.status);
  // Section 4.3: a document speaks only for the issuer whose address it was found under.
  if (documentUrl(metadata.data.issuer) !== document && !metadata.data.issuer.includes('{tenantid}')) {
    throw failed('issuer', answer.status);
  }
  return endpointsOf(metadata.data);
}

function documentUrl(typed: string): string {
  if (typed.includes('/.well-known/')) return typed;
  return `${typed.replace(/\/+$/, '')}/.well-known/openid-configuration`;
}

function endpointsOf(metadata: z.infer<typeof metadataSchema>): Discovered {
  // RFC 8414 section 2: client_secret_basic where nothing is said.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return {
    authorizationEndpoint: metadata.authorization_endpoint,
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
