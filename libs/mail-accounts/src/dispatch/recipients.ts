import { type ParsedMail } from '../inbound-mail/inbound-mail.js';

const LONGEST = 65_536;
const AT_MOST = 200;
/** What cannot be part of an address that a route is made for. */
const BETWEEN = /[\s<>,;:"()[\]\\]+/;

/**
 * Whom a mail is for, lower case, each once, at most 200: first what a forwarder or a mail server noted, as Znuny has
 * it: Resent-To, Envelope-To, To, Cc, Delivered-To, X-Original-To.
 */
export function recipients(mail: Pick<ParsedMail, 'to' | 'cc' | 'headers'>): readonly string[] {
  const noted = (name: string): string[] => (mail.headers[name] ?? []).flatMap(addressesIn);
  const listed = (them: ParsedMail['to']): string[] => them.map(({ address }) => address.toLowerCase());
  const all = [
    ...noted('resent-to'),
    ...noted('envelope-to'),
    ...listed(mail.to),
    ...listed(mail.cc),
    ...noted('delivered-to'),
    ...noted('x-original-to'),
  ];
  return [...new Set(all)].slice(0, AT_MOST);
}

// Linear whatever comes in: what is found here is only ever compared with addresses that an admin typed.
function addressesIn(value: string): string[] {
  return value
    .slice(0, LONGEST)
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word.indexOf('@') > 0);
}
