import { z } from 'zod';
import { inputFault } from '../problems/input-fault.js';

/** How many connections all instances together keep open at mail hosts of a name. */
export interface ConnectionLimit {
  /** A host name, `*.domain` for everything below a domain, or `*` for every host. Lower case. */
  readonly host: string;
  /** What is counted together: everything at one host, or one login there. */
  readonly per: 'host' | 'login';
  readonly limit: number;
}

const HOST = /^(\*|(\*\.)?[a-z0-9]([a-z0-9:._-]*[a-z0-9])?)$/;
const MOST_RULES = 100;

const limitSchema = z.strictObject({
  host: z.string().trim().toLowerCase().max(253).regex(HOST, inputFault('no-host-or-wildcard')),
  per: z.enum(['host', 'login']),
  limit: z.coerce.number().int().min(1).max(10_000),
});

/** Rules in the order in which they are tried; as a command line gives them, also in JSON. */
export const connectionLimitsSchema = z.preprocess(
  (given) => (typeof given === 'string' ? parsed(given) : given),
  z.array(limitSchema).max(MOST_RULES),
);

/** What counts for a host that no rule names. */
const ANYWHERE: ConnectionLimit = { host: '*', per: 'host', limit: 10 };

/**
 * What the large providers bear, with room for people's own mail programs: Gmail closes the door at 15 connections of
 * one account, Exchange at 16 to 20 (Microsoft publishes no number for Exchange Online). Others get 10 per host.
 */
export const usualConnectionLimits: readonly ConnectionLimit[] = [
  ...['imap.gmail.com', 'imap.googlemail.com', 'pop.gmail.com'].map((host) => perLogin(host, 10)),
  ...['outlook.office365.com', 'outlook.office.com', 'imap-mail.outlook.com'].map((host) =>
    perLogin(host, 8),
  ),
  ...['outlook.office365.us', 'outlook-dod.office365.us', 'partner.outlook.cn'].map((host) =>
    perLogin(host, 8),
  ),
  ...['imap.mail.yahoo.com', 'imap.aol.com', 'imap.mail.me.com'].map((host) => perLogin(host, 5)),
  ANYWHERE,
];

/** Rules that name every host: those, and for hosts that none of them names the usual limit. */
export function forEveryHost(limits: readonly ConnectionLimit[]): readonly ConnectionLimit[] {
  return [...limits, ANYWHERE];
}

/** The rules in a line, for logs and the command line. */
export function connectionLimitsText(limits: readonly ConnectionLimit[]): string {
  return limits.map(({ host, per, limit }) => `${host} ${limit} per ${per}`).join(', ');
}

function perLogin(host: string, limit: number): ConnectionLimit {
  return { host, per: 'login', limit };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
