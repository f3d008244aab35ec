const GREETINGS: readonly (readonly [string, RegExp])[] = [
  ['IMAP', /^\* (OK|PREAUTH|BYE)\b/i],
  ['POP3', /^(\+OK|-ERR)\b/i],
  ['SMTP', /^(220|421|554)[ -]/],
  ['HTTP', /^HTTP\/\d/i],
  ['SSH', /^SSH-\d/],
  ['ManageSieve', /^"(IMPLEMENTATION|SIEVE|SASL)"/i],
];

/**
 * The protocol that a server's first bytes belong to, when it is not the expected one; null when it is, and for what
 * nobody knows.
 */
export function foreignGreeting(first: Uint8Array, expected: 'IMAP' | 'POP3'): string | null {
  const line = Buffer.from(first.subarray(0, 64)).toString('latin1');
  const protocol = GREETINGS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
  return protocol === expected ? null : protocol;
}
