import { type InboundMail } from './inbound-mail.js';

/** Local parts behind which nobody reads (RFC 2142, RFC 5321 section 4.5.1 and custom). */
const NOBODY =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|owner-.*|.*-request|.*-bounces?)$/i;

/**
 * Who to answer by a machine, or null: nobody for mail that no person sent, for history, for reports, for addresses where
 * nobody reads, and for the mailbox itself (RFC 3834 section 2). What is sent must carry `Auto-Submitted: auto-replied`,
 * and one sender should not hear twice within days.
 */
export function automaticAnswerTo(
  mail: Pick<InboundMail, 'automatic' | 'historic' | 'report' | 'from' | 'replyTo' | 'account'>,
): string | null {
  if (mail.automatic || mail.historic || mail.report) return null;
  const people = [mail.from, mail.replyTo[0]].filter((person) => person !== null && person !== undefined);
  const own = mail.account.address.toLowerCase();
  const wrong = people.some(
    ({ address }) => address.toLowerCase() === own || NOBODY.test(address.split('@')[0] ?? ''),
  );
  return wrong ? null : (people.at(-1)?.address ?? null);
}
