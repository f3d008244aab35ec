import { isHistory } from '../accounts/history.js';
import { type MailAccount } from '../accounts/mail-account.js';
import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { type InboundMail, type ParsedMail } from '../inbound-mail/inbound-mail.js';

/** A mail as the host gets it. */
export function inboundMail(
  account: Pick<MailAccount, 'id' | 'name' | 'address' | 'destination' | 'quietImport' | 'historyBefore'>,
  parsed: ParsedMail,
  {
    id,
    receivedAt,
    size,
    checked,
  }: { id: string; receivedAt: Date; size: number; checked: AuthenticationFacts | null },
): InboundMail {
  return {
    ...parsed,
    deliveryId: id,
    account: {
      id: account.id,
      name: account.name,
      address: account.address,
      destination: account.destination,
    },
    // What follows is said by rules, routes and trusted headers, see `screenMail`.
    destination: account.destination,
    dispatchedBy: 'account',
    tags: [],
    control: null,
    authentication: checked,
    receivedAt,
    size,
    historic: isHistory(account, receivedAt),
    // The same bytes are never handed over twice: a duplicate is recorded, and that is all.
    duplicateOf: null,
  };
}
