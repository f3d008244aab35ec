import { readFileSync } from 'node:fs';

const ESTABLISHED = '01';
/** Where Linux lists its TCP sockets, IPv4 and those of IPv4 that were opened as IPv6. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * How many connections a server of this machine has that neither side has closed, as the kernel knows it: whatever the
 * processes on both sides have noticed by now. The kernel lists socket by socket while others come and go, so a number
 * that is above `most` is only believed when it is there twice in a row.
 */
export function connectionsAt(port: number, most: number): number {
  const seen = count(port);
  return seen > most ? Math.min(seen, count(port)) : seen;
}

function count(port: number): number {
  const ours = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return TABLES.flatMap((table) => readFileSync(table, 'latin1').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(ours) && state === ESTABLISHED).length;
}
