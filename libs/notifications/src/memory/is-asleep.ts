import { type Finding } from '../banners/banner.js';

/** How somebody left a cause when they let it sleep. */
export interface LeftAsleep {
  readonly until: Date;
  readonly severity: Finding['severity'];
  readonly extent: number;
}

/**
 * True while nobody wants to hear of it: until its end, and only as long as it does not become worse, which is critical
 * instead of a warning, or twice as far-reaching. What turns into another kind of trouble is a banner of its own.
 */
export function isAsleep(
  finding: Pick<Finding, 'severity' | 'extent'>,
  left: LeftAsleep,
  now: Date,
): boolean {
  const isWorse = finding.severity === 'critical' && left.severity === 'warning';
  const hasSpread = (finding.extent ?? 0) >= 2 * Math.max(left.extent, 1);
  return now < left.until && !isWorse && !hasSpread;
}
