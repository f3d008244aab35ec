import { type MailboxProposal } from '../api/shapes.js';
import { type AccountFields, dispositionWithin } from './account-fields.js';

/** What a proposal fills in: where the mailbox is and how to sign in; what else stands in the form stays. */
export function proposed(
  { disposition }: AccountFields,
  address: string,
  { kind, host, port, security, login, auth }: MailboxProposal,
): Partial<AccountFields> {
  const way: AccountFields['auth'] = auth.includes('password') ? 'password' : 'token';
  const place = { kind, host, port, security, login, auth: way };
  return { name: address, address, ...place, disposition: dispositionWithin(kind, disposition) };
}
