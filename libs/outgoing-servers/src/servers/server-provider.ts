const MICROSOFT = /(^|\.)(office365\.(com|us)|outlook\.com|outlook\.office\.com|partner\.outlook\.cn)$/;
const GOOGLE = /(^|\.)(gmail\.com|googlemail\.com|smtp-relay\.gmail\.com)$/;

/** Whose rules hold at a host; null where nobody's are known. */
export type Provider = 'microsoft' | 'google' | null;

/** Does the provider put what it sends into Sent by itself? Google's relay has no mailbox to put it into. */
export function keepsSent(host: string): boolean {
  return providerOf(host) !== null && host !== 'smtp-relay.gmail.com';
}

/** Whose host it is. */
export function providerOf(host: string): Provider {
  if (MICROSOFT.test(host)) return 'microsoft';
  return GOOGLE.test(host) ? 'google' : null;
}
