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

/** Nothing in it that could be anything but an address; and names that nothing clings to. */
const PLAIN_ADDRESS = /^[\w.+=-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)*$/i;
const ODD_NAME = /[\p{Cc}\])<>]/u;

function mailAddress(entry: EmailAddress): MailAddress[] {
  if (PLAIN_ADDRESS.test(entry.address ?? '') && !ODD_NAME.test(entry.name))
    return [{ name: entry.name.trim(), address: withAsciiDomain(entry.address ?? '') }];
  const { name, address } = untangled(visible(entry.name), visible(entry.address ?? ''));
  const at = address.lastIndexOf('@');
  // A name alone ("MAILER-DAEMON", "undisclosed-recipients:;") is nobody that could be written to.
  return at < 1 || at === address.length - 1 ? [] : [{ name, address: withAsciiDomain(address) }];
}

function withAsciiDomain(address: string): string {
  const domain = address.lastIndexOf('@') + 1;
  return address.slice(0, domain) + asciiDomain(address.slice(domain));
}

/** Longer than any mailbox (RFC 3696 section 3): the patterns below would look at hostile ones again and again. */
const LONGEST = 320;
/** A quote that is never closed makes one word of a name and its address. */
const SWALLOWED = /^"([^"<]*)<([^"<>]+)"@([^"<>@]+)>?$/;
/** An encoded word that holds more than a name. */
const WHOLE = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>$/;
const QUOTED = /^(["'])([^"']+@[^"']+)\1$/;
/** What is left of brackets that never closed or never opened. */
const LEFT_OVER = /(?:\s*(?:\[\s*\]|<\s*>|\(\s*\)|[<>]))+$|^([^(]*?)\s*\)+$/;

/** A name and an address, each whole and by itself. */
function untangled(name: string, address: string): { readonly name: string; readonly address: string } {
  if (name.length > LONGEST || address.length > LONGEST)
    return { name, address: address.replaceAll(/\s+/g, '').replace(SCHEME_OR_ROUTE, '') };
  const [, before, local, domain] = SWALLOWED.exec(address) ?? [];
  if (local && domain) return { name: name || (before ?? '').trim(), address: `${local}@${domain}` };
  const [, said = '', inside] = address === '' ? (WHOLE.exec(name) ?? []) : [];
  if (inside) return { name: said.trim(), address: inside };
  const bare = QUOTED.exec(address)?.[2] ?? address;
  // White space counts between quotes alone.
  const [, quoted = '', rest = ''] = /^("[^"]*")?(.*)$/s.exec(bare) ?? [];
  const tight = `${quoted}${rest.replaceAll(/\s+/g, '')}`.replace(SCHEME_OR_ROUTE, '').replace(/\.+$/, '');
  return { name: /[\])<>]$/.test(name) ? name.replace(LEFT_OVER, '$1') : name, address: tight };
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
