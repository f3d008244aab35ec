import ipaddr from 'ipaddr.js';

/**
 * May Mailroom connect to this IP address? Public unicast always, everything else (loopback, private, link-local,
 * unique local, carrier-grade NAT, metadata services…) only inside one of the operator's CIDR ranges.
 * IPv4-mapped and 6to4-style disguises are judged by what they hide.
 */
export function addressAllowed(address: string, privateNetworks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'unicast') return true;
  return inClosedNetwork(address, privateNetworks);
}

/** Is this IP address inside one of the operator's CIDR ranges? */
export function inClosedNetwork(address: string, privateNetworks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return privateNetworks.some((network) => contains(network, parsed));
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [range, bits] = ipaddr.parseCIDR(network);
  return range.kind() === address.kind() && address.match([range, bits] as [ipaddr.IPv4, number]);
}
