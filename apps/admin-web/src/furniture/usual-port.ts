import { type MailHost } from '../api/shapes.js';

const PORTS = {
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
  smtp: { tls: 465, starttls: 587, none: 25 },
} as const;

/** What speaks at a mail host. */
export type MailProtocol = keyof typeof PORTS;

/** The port that a protocol usually has under this security. */
export function usualPort(protocol: MailProtocol, security: MailHost['security']): number {
  return PORTS[protocol][security];
}
