import { providerOf } from './server-provider.js';

/** How much a server is given. */
export interface ServerLimits {
  readonly ratePerMinute: number | null;
  readonly ratePerHour: number | null;
  readonly ratePerDay: number | null;
  readonly recipientsPerDay: number | null;
  readonly connections: number;
}

const NONE: ServerLimits = {
  ratePerMinute: null,
  ratePerHour: null,
  ratePerDay: null,
  recipientsPerDay: null,
  connections: 5,
};
const CONSUMERS = new Set(['gmail.com', 'googlemail.com']);

/**
 * What the provider of a host allows, as far as it is known. Exchange Online: 30 mails a minute over 3 connections for
 * each mailbox, 10,000 recipients a day. Gmail: 500 mails a day; with Workspace 2,000, to 3,000 recipients outside of the
 * company (10,000 with those inside, which a helpdesk hardly writes to). Somebody's own server gets 30 a minute, at
 * Outlook 10, and counts recipients, so that one person's mistake stays small.
 */
export function usualLimits(server: {
  readonly host: string;
  readonly login: string;
  readonly personal: boolean;
}): ServerLimits {
  const { host, login, personal } = server;
  switch (providerOf(host)) {
    case 'microsoft':
      return { ...NONE, ratePerMinute: personal ? 10 : 30, recipientsPerDay: 10_000, connections: 3 };
    case 'google':
      return { ...NONE, ratePerMinute: personal ? 30 : null, ...dailyAtGoogle(login, personal) };
    case null:
      return { ...NONE, ratePerMinute: personal ? 30 : null };
  }
}

function dailyAtGoogle(
  login: string,
  personal: boolean,
): Pick<ServerLimits, 'ratePerDay' | 'recipientsPerDay'> {
  // A login that is being typed is no address yet.
  const consumer = CONSUMERS.has(login.slice(login.lastIndexOf('@') + 1).toLowerCase());
  const mails = consumer ? 500 : 2_000;
  if (personal) return { ratePerDay: null, recipientsPerDay: mails };
  return { ratePerDay: mails, recipientsPerDay: consumer ? null : 3_000 };
}
