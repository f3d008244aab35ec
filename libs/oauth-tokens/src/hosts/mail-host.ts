import { isIP } from 'node:net';
import { inputFault, normalDomain } from '@mailroom/kernel';
import { z } from 'zod';

/** Where mail of a provider is fetched or left. */
export interface MailHost {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
}

/** The name or address of a mail server in the one spelling that is compared; null when it is none. */
export function normalHost(text: string): string | null {
  const name = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return isIP(name) > 0 ? name : normalDomain(name);
}

/** A mail server in the one spelling that is compared. */
const hostSchema = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .transform((text, context) => {
    const host = normalHost(text);
    if (host === null) context.addIssue(inputFault('no-host'));
    return host ?? z.NEVER;
  });

/** A mail server as somebody names it. */
export const mailHostSchema = z.strictObject({
  host: hostSchema,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
});

/** The mail servers that a client names: normalised, each once, by name. */
export const mailHostsSchema = z
  .array(hostSchema)
  .max(50)
  .transform((hosts) => [...new Set(hosts)].toSorted());
