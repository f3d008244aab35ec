import { fault, fine, warning, type Finding } from './finding.js';

const TOLERABLE_MS = 2_000;
const HARMFUL_MS = 60_000;

/**
 * What a difference between two clocks means, in ms; positive when ours is ahead. Leases live on the database's clock and
 * tokens on ours; providers refuse assertions and identities of a host that is minutes off.
 */
export function clockFinding(other: string, aheadMs: number): Finding {
  const check = `clock against ${other}`;
  const size = Math.abs(aheadMs);
  const says = `This host is ${(size / 1_000).toFixed(1)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} ${other}.`;
  if (size < TOLERABLE_MS) return fine(check, `This host and ${other} agree.`);
  const cure = 'Let NTP set the clocks (timedatectl set-ntp true) on both machines.';
  return size < HARMFUL_MS ? warning(check, says, cure) : fault(check, says, cure);
}
