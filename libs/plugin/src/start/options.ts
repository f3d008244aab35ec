import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { Settings } from '@mailroom/kernel';
import { StartRefusal } from './start-refusal.js';

/** What a host decides about Mailroom. Everything but `publicUrl` has a default. */
export interface MailroomOptions {
  /**
   * Where browsers reach the host's routes, global prefix included: `https://desk.example` or
   * `https://desk.example/backend`. https, except http://localhost. The redirect URI is made of it.
   */
  readonly publicUrl: string;
  /** False makes a process that serves pages and API but fetches and sends nothing. Default true. */
  readonly work?: boolean;
  /** Connections of the host's pool that Mailroom uses at most at a time. Default 3. */
  readonly maxConnections?: number;
  /** CIDR ranges outside the public internet that admins may enter hosts of, e.g. `10.0.0.0/8`. Default none. */
  readonly privateNetworks?: readonly string[];
}

const optionsSchema = z.object({
  publicUrl: z.url({ protocol: /^https?$/ }),
  work: z.boolean().default(true),
  maxConnections: z.int().min(2).max(100).default(3),
  privateNetworks: z.array(z.string().refine(isNetwork, 'is no CIDR range')).default([]),
});

/** Checks the options once and for all. Throws StartRefusal. */
export function settingsFrom(options: MailroomOptions, mountPath: string): Settings {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) throw new StartRefusal(`option ${firstFault(parsed.error)}.`);
  const settings = new Settings({ ...parsed.data, publicUrl: new URL(parsed.data.publicUrl), mountPath });
  if (settings.production && settings.publicUrl.protocol !== 'https:') {
    throw new StartRefusal(
      `option publicUrl is ${settings.publicUrl.origin}; set it to an https:// address (plain http is for http://localhost only).`,
    );
  }
  return settings;
}

function firstFault(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'values are not usable';
}

function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}
