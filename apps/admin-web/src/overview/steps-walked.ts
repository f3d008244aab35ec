/** How many there are of what somebody needs before mail flows. */
interface Walked {
  readonly clients: number;
  readonly tokens: number;
  readonly accounts: number;
  /** Mails that were taken in. */
  readonly received: number;
}

/**
 * Which steps from nothing to the first mail are done; null once mail comes in, whichever way: with passwords there is neither
 * client nor token.
 */
export function stepsWalked({ clients, tokens, accounts, received }: Walked) {
  if (received > 0) return null;
  return { register: clients > 0, connect: tokens > 0 && accounts > 0, send: false };
}
