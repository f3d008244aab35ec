import ipaddr from 'ipaddr.js';
import { type Egress } from '@mailroom/kernel';
import { webServicesProblem } from '../web-services-problems.js';

/** The parts of an invoker that say where it goes and whether it carries something secret. */
export interface Way {
  readonly baseUrl: string;
  readonly tokenId: string | null;
  readonly sealedHeaders: string | null;
  /** How long the name server may take, in ms. */
  readonly timeoutMs: number;
}

/**
 * Looks up the host, and lets secrets leave over https only, or over http to an address outside the public internet that
 * the operator allows. Problems `base-url-needs-https`, `host-unknown`, `address-not-allowed`, `deadline-exceeded`.
 */
export async function requireSafeWay(
  egress: Egress,
  { baseUrl, tokenId, sealedHeaders, timeoutMs }: Way,
): Promise<void> {
  const { hostname, protocol } = new URL(baseUrl);
  const { address } = await egress.resolve(hostname, timeoutMs);
  const carriesSecrets = tokenId !== null || sealedHeaders !== null;
  if (!carriesSecrets || protocol === 'https:' || ipaddr.process(address).range() !== 'unicast') return;
  throw webServicesProblem('base-url-needs-https', {
    field: 'baseUrl',
    params: { host: hostname },
    disposition: 'ask-admin',
  });
}
