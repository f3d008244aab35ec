import { createHash } from 'node:crypto';

/**
 * How many of a server's connections this instance may have, so that all instances together have no more than
 * `connections`: an even share, and what is left over goes to some of them, others for each server.
 */
export function shareOfHands(
  connections: number,
  serverId: string,
  instances: readonly string[],
  me: string,
): number {
  if (!instances.includes(me)) return 0;
  const even = Math.floor(connections / instances.length);
  const left = connections % instances.length;
  if (left === 0) return even;
  const place = instances.toSorted((a, b) => compare(weight(serverId, a), weight(serverId, b))).indexOf(me);
  return even + Number(place < left);
}

function weight(serverId: string, instance: string): string {
  return createHash('sha256').update(`${serverId} ${instance}`).digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
