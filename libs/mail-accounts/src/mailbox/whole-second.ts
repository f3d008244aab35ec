/**
 * The beginning of the second. INTERNALDATE knows nothing smaller (RFC 9051, `date-time`): a mail of the very second
 * in which something began bears a date from before that.
 */
export function wholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000);
}
