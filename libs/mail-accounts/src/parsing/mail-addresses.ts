import { domainToASCII } from 'node:url';
import { type AddressObject, type EmailAddress } from 'mailparser';
import type { MailAddress } from '../inbound-mail/inbound-mail.js';

/** What stands before an address without being part of it: a scheme, and a route (RFC 5322 section 4.4). */
const SCHEME_OR_ROUTE = /^(?:mailto|smtp):|^(?:@[^@:]{1,253}[,:])+/i;

/**
 * The mailboxes of an address header in order: groups flattened (RFC 5322 section 3.4), entries without an address
 * left out, domains lower-cased and as A-labels. Takes what others refuse: mail from odd addresses comes in too.
 */
export function mailAddresses(header: unknown): MailAddress[] {
  return [header]
    .flat()
    .filter(isAddressObject)
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .flatMap(mailAddress);
}

function mailAddress({ name, address }: EmailAddress): MailAddress[] {
  const trimmed = visible(address ?? '')
    .replaceAll(/\s+/g, '')
    .replace(SCHEME_OR_ROUTE, '');
  const at = trimmed.lastIndexOf('@');
  // A name alone ("MAILER-DAEMON", "undisclosed-recipients:;") is nobody that could be written to.
  if (at < 1 || at === trimmed.length - 1) return [];
  return [{ name: visible(name), address: `${trimmed.slice(0, at)}@${asciiDomain(trimmed.slice(at + 1))}` }];
}

function asciiDomain(domain: string): string {
  // domainToASCII reads a URL's host and would turn 127.1 into 127.0.0.1: only names beyond ASCII need it.
  const plain = /^[\0-\x7f]*$/.test(domain);
  return (plain ? '' : domainToASCII(domain)) || domain.toLowerCase();
}

function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').trim();
}

function isAddressObject(header: unknown): header is AddressObject {
  return typeof header === 'object' && header !== null && 'value' in header && Array.isArray(header.value);
}
