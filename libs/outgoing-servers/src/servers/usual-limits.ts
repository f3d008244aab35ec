import { providerOf } from './server-provider.js';

/** How much a server is given. */
export interface ServerLimits {
  readonly ratePerMinute: number | null;
  readonly ratePerHour: number | null;
  readonly ratePerDay: number | null;
  readonly connections: number;
}

const NONE: ServerLimits = {
  ratePerMinute: null,
  ratePerHour: null,
  ratePerDay: null,
  connections: 5,
};
const CONSUMERS = new Set(['gmail.com', 'googlemail.com']);

/**
 * What the provider of a host allows, as far as it is known. Exchange Online: 30 mails a minute over 3 connections for
 * each mailbox, 10,000 recipients a day. Gmail: 500 mails a day, 2,000 with Workspace. Somebody's own server gets 30 a
 * minute, at Outlook 10, and counts recipients, so that one person's mistake stays small.
 */
export function usualLimits(server: {
  readonly host: string;
  readonly login: string;
  readonly personal: boolean;
}): ServerLimits {
  const { host, login, personal } = server;
  switch (providerOf(host)) {
    case 'microsoft':
      return { ...NONE, ratePerMinute: personal ? 10 : 30, ratePerDay: 10_000, connections: 3 };
    case 'google':
      return { ...NONE, ratePerMinute: personal ? 30 : null, ratePerDay: dailyAtGoogle(login) };
    case null:
      return { ...NONE, ratePerMinute: personal ? 30 : null };
  }
}

function dailyAtGoogle(login: string): number {
  // A login that is being typed is no address yet.
  const domain = login.slice(login.lastIndexOf('@') + 1).toLowerCase();
  return CONSUMERS.has(domain) ? 500 : 2_000;
}
