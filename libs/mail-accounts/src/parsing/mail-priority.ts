import type { ParsedMail } from '../inbound-mail/inbound-mail.js';
import { firstOf, type HeaderRecord } from './header-record.js';

/**
 * How urgent the sender says it is: X-Priority (1 and 2 high, 4 and 5 low), Importance and Priority (RFC 2156 section
 * 5.3.6), Microsoft's X-MSMail-Priority. The first that is anything but normal counts.
 */
export function mailPriority(headers: HeaderRecord): ParsedMail['priority'] {
  for (const name of ['x-priority', 'importance', 'x-msmail-priority', 'priority']) {
    const value = firstOf(headers, name);
    if (value === undefined) continue;
    const [, word = ''] = /^\s*([a-z0-9-]+)/i.exec(value) ?? [];
    if (HIGH.has(word.toLowerCase())) return 'high';
    if (LOW.has(word.toLowerCase())) return 'low';
  }
  return 'normal';
}

const HIGH = new Set(['1', '2', 'high', 'highest', 'urgent']);
const LOW = new Set(['4', '5', 'low', 'lowest', 'non-urgent']);
