import { type Egress } from '@mailroom/kernel';
import ipaddr from 'ipaddr.js';
import { oauthProblem } from '../oauth-problems.js';

/**
 * Lets a URL pass that may carry secrets: https anywhere, plain http only to an address outside the public internet
 * that the operator allows (a sandbox on loopback). Asked when an endpoint is typed and again before each use,
 * because a name may point elsewhere by then. Throws problem `endpoint-needs-https` and those of `Egress.resolve`.
 */
export async function requireSafeEndpoint(egress: Egress, endpoint: string, field?: string): Promise<void> {
  const url = new URL(endpoint);
  if (url.protocol === 'https:') return;
  const { address } = await egress.resolve(url.hostname);
  if (url.protocol === 'http:' && ipaddr.process(address).range() !== 'unicast') return;
  throw oauthProblem('endpoint-needs-https', {
    params: { host: url.hostname },
    disposition: 'fix-client',
    ...(field === undefined ? {} : { field }),
  });
}
