import { type MailAccount } from '../accounts/mail-account.js';

/** Whose Sent folder is meant: the login of an outgoing server, or the address that its mail comes from. */
export interface SentOwner {
  /** Login or address, in any case. */
  readonly mailbox: string;
  /** The outgoing server and the token it signs in with, where there still is one. */
  readonly host: string | null;
  readonly tokenId: string | null;
}

type Candidate = Pick<MailAccount, 'login' | 'address' | 'host' | 'tokenId'>;

/**
 * The account whose mailbox it is: one that signs in with the same token and login, then one with the same login, then
 * one with that address. A login that is no address says nothing at a stranger's host: there both hosts must be of one
 * domain. Null where there is none.
 */
export function sentAccount<Account extends Candidate>(
  owner: SentOwner,
  accounts: readonly Account[],
): Account | null {
  const mailbox = owner.mailbox.toLowerCase();
  const fits = (rank: number) => accounts.find((account) => rankOf(account, owner, mailbox) === rank);
  return fits(0) ?? fits(1) ?? fits(2) ?? null;
}

function rankOf({ login, address, host, tokenId }: Candidate, owner: SentOwner, mailbox: string): number {
  const sameLogin = login.toLowerCase() === mailbox;
  if (sameLogin && tokenId !== null && tokenId === owner.tokenId) return 0;
  if (sameLogin && (mailbox.includes('@') || ofOneDomain(host, owner.host))) return 1;
  return address.toLowerCase() === mailbox ? 2 : Infinity;
}

function ofOneDomain(one: string, other: string | null): boolean {
  if (other === null) return false;
  return one.toLowerCase() === other.toLowerCase() || (above(one) !== null && above(one) === above(other));
}

// What is left of `imap.example.com` without its first label; null where too little is left to belong to somebody.
function above(host: string): string | null {
  const rest = host.toLowerCase().split('.').slice(1);
  return rest.length >= 2 && rest.some((label) => /[a-z]/.test(label)) ? rest.join('.') : null;
}
