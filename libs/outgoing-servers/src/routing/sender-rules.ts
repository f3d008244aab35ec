import { normalAddress } from '@mailroom/kernel';

/** The parts of the sender policy that routing looks at. */
export interface SenderRules {
  /** A whole address, or a local part at `catchallDomain`. */
  readonly defaultFrom: string | null;
  readonly catchallDomain: string | null;
  /** Written as `defaultFrom` is. */
  readonly bounceFrom: string | null;
  /** Stands in for every author; written as `defaultFrom` is. */
  readonly forceFrom: string | null;
  /** Stands in for authors outside of `catchallDomain`, where there is no `forceFrom`. */
  readonly dynamicFrom: string | null;
  /** What servers with an empty filter may send as; empty is anything. */
  readonly defaultFromFilter: string;
  /** Bulk mail that names no server leaves through it. */
  readonly bulkServerId: string | null;
  /** Authors with a live server of their own write under its address. */
  readonly authorsOwnAddress: boolean;
  /** What fits no server, where none is the fallback, leaves through the first of them instead of waiting. */
  readonly firstServerStandsIn: boolean;
}

/** The policy of a mail room that nobody has set up. */
export const NO_RULES: SenderRules = {
  defaultFrom: null,
  catchallDomain: null,
  bounceFrom: null,
  forceFrom: null,
  dynamicFrom: null,
  defaultFromFilter: '',
  bulkServerId: null,
  authorsOwnAddress: false,
  firstServerStandsIn: false,
};

/** The address that may stand in for any author, or null when the policy names none. */
export function notificationAddress({ defaultFrom, catchallDomain }: SenderRules): string | null {
  return whole(defaultFrom, catchallDomain);
}

/** Where bounces should go, or null when the policy leaves it to the sender. */
export function bounceAddress({ bounceFrom, catchallDomain }: SenderRules): string | null {
  return whole(bounceFrom, catchallDomain);
}

/**
 * The address that every mail of an author at `domain` has to leave under, or null when the policy leaves it to routing:
 * the forced one, else the dynamic one for authors outside of the catch-all domain.
 */
export function forcedAddress(rules: SenderRules, domain: string): string | null {
  const { forceFrom, dynamicFrom, catchallDomain } = rules;
  const forced = whole(forceFrom, catchallDomain);
  if (forced !== null) return forced;
  return domain === catchallDomain ? null : whole(dynamicFrom, catchallDomain);
}

function whole(address: string | null, domain: string | null): string | null {
  if (address === null) return null;
  if (address.includes('@')) return normalAddress(address);
  return domain === null ? null : normalAddress(`${address}@${domain}`);
}
