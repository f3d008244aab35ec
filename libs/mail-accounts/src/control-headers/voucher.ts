import { isIP } from 'node:net';
import { domainOf } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { isHop, lastHop } from '../authentication/trusted-hop.js';
import { authenticationResults } from '../authentication/authentication-results.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';

/** What an admin said about whose control headers count. */
export type Trust = Pick<MailAccount, 'trustHeaders' | 'trustedHop' | 'trustedDomains'>;

/** Who vouches for a mail's control headers: a mail server that is believed, or DMARC. */
export type Voucher = 'hop' | 'authentication';

/**
 * Whose word makes the control headers count, or null: they are taken off then. Where domains are named, a mail has to
 * have passed DMARC for one of them, as somebody who is believed found. Where none is, the hop alone is enough: then
 * all that passes it is trusted.
 */
export function voucher(
  trust: Trust,
  { headers, from }: Pick<ParsedMail, 'headers' | 'from'>,
  facts: AuthenticationFacts | null,
): Voucher | null {
  if (!trust.trustHeaders) return null;
  if (trust.trustedDomains.length > 0) {
    const sender = from ? domainOf(from.address) : '';
    const passed = facts?.dmarc.some(({ result, domain }) => result === 'pass' && domain === sender) ?? false;
    return passed && trust.trustedDomains.includes(sender) ? 'authentication' : null;
  }
  return trust.trustedHop !== null && cameBy(headers, trust.trustedHop) ? 'hop' : null;
}

// A server that goes by its IP address inside a large provider says who it is in its Authentication-Results only. One
// that has a name of its own is not the hop: then such a header may have come with the mail.
function cameBy(headers: ParsedMail['headers'], hop: string): boolean {
  const last = lastHop(headers);
  if (isHop(last, hop)) return true;
  const [topmost] = headers['authentication-results'] ?? [];
  const nameless = last !== null && isIP(last.replaceAll(/^\[|\]$/g, '')) > 0;
  return nameless && topmost !== undefined && isHop(authenticationResults(topmost).server, hop);
}
