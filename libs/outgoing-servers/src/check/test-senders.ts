import { entriesOf, isAddress } from '../routing/from-filter.js';
import { notificationAddress, type SenderRules } from '../routing/sender-rules.js';

const AT_MOST = 20;

/**
 * Whom a test sends as: every address of the filter, somebody at each of its domains; where it lists nobody, the mailbox
 * itself, else the notification address. At most 20. `recipient` gets the envelope of the test: the mailbox, so that it
 * concerns nobody else; null where it has no address.
 */
export function testSenders(
  filter: string,
  login: string,
  rules: SenderRules,
): { addresses: string[]; recipient: string | null } {
  const mailbox = login.includes('@') ? login : null;
  const listed = entriesOf(filter).map(senderOf);
  const instead = mailbox ?? notificationAddress(rules);
  const addresses = listed.length > 0 ? listed : instead === null ? [] : [instead];
  return { addresses: [...new Set(addresses)].slice(0, AT_MOST), recipient: mailbox };
}

function senderOf(entry: string): string {
  if (isAddress(entry)) return entry;
  const domain = entry.slice(entry.lastIndexOf('@') + 1).replace(/^\*\./, '');
  if (!entry.includes('@')) return `noreply@${domain}`;
  return `${entry.slice(0, entry.lastIndexOf('@')).replaceAll('*', 'test')}@${domain}`;
}
