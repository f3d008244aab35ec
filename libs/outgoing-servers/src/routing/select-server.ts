import { sameAddress, type MailAddress } from '@mailroom/kernel';
import { bounceAddress, notificationAddress, type SenderRules } from './sender-rules.js';
import { fitOf, type Fit } from './from-filter.js';

/** The parts of a server that routing looks at. */
export interface RoutableServer {
  readonly id: string;
  readonly name: string;
  readonly fromFilter: string;
  readonly priority: number;
  readonly isFallback: boolean;
  readonly state: 'draft' | 'live' | 'paused' | 'archived';
}

/** Why a server was chosen, or why none was. `fallback` is worth a warning: the server may refuse the sender. */
export type RouteReason =
  | 'named'
  | 'address'
  | 'domain'
  | 'notification-address'
  | 'notification-domain'
  | 'any-sender'
  | 'fallback'
  | 'no-server'
  | 'named-server-unavailable';

/** Who sends, as whom, where bounces go and where replies go: `replyTo` is set when the author's address gave way. */
export type Route<Server extends RoutableServer = RoutableServer> =
  | {
      readonly server: Server;
      readonly reason: Exclude<RouteReason, 'no-server' | 'named-server-unavailable'>;
      readonly headerFrom: MailAddress;
      readonly envelopeFrom: string;
      readonly replyTo: MailAddress | null;
    }
  | { readonly server: null; readonly reason: 'no-server' | 'named-server-unavailable' };

type Choice<Server> = { server: Server; reason: (Route & { server: object })['reason']; rewritten: boolean };

/**
 * Which server sends mail from `from`, among live servers by priority: one that lists the address, one that lists its
 * domain, one that may send as the notification address or its domain, one that takes anybody, the fallback.
 * From the third on the notification address (when there is one) takes the sender's place: the author's name stays,
 * replies go to the author. `named` asks for one server and no other. The health of a server plays no part: while it
 * waits to be reconnected its mail waits too, and nobody else sends in its name. Deterministic: ties go by name and id.
 */
export function selectServer<Server extends RoutableServer>(
  servers: readonly Server[],
  rules: SenderRules,
  from: MailAddress,
  named: string | null = null,
): Route<Server> {
  const live = servers.filter(({ state }) => state === 'live').toSorted(inOrder);
  const notification = notificationAddress(rules);
  const choice =
    named === null
      ? chooseAmong(live, from.address, notification)
      : chooseNamed(live, named, from.address, notification);
  if (!choice) return { server: null, reason: named === null ? 'no-server' : 'named-server-unavailable' };
  const headerFrom = choice.rewritten && notification !== null ? standIn(from, notification) : from;
  return {
    server: choice.server,
    reason: choice.reason,
    headerFrom,
    envelopeFrom: envelopeSender(choice.server, rules, headerFrom),
    replyTo: sameAddress(headerFrom.address, from.address) ? null : from,
  };
}

function chooseAmong<Server extends RoutableServer>(
  live: readonly Server[],
  from: string,
  notification: string | null,
): Choice<Server> | null {
  const first = (address: string, fit: Fit) =>
    live.find(({ fromFilter }) => fitOf(fromFilter, address) === fit);
  const steps: [Server | undefined, Choice<Server>['reason'], boolean][] = [
    [first(from, 'address'), 'address', false],
    [first(from, 'domain'), 'domain', false],
    [notification === null ? undefined : first(notification, 'address'), 'notification-address', true],
    [notification === null ? undefined : first(notification, 'domain'), 'notification-domain', true],
    [first(from, 'anybody'), 'any-sender', true],
    [live.find(({ isFallback }) => isFallback), 'fallback', true],
  ];
  for (const [server, reason, rewritten] of steps) if (server) return { server, reason, rewritten };
  return null;
}

function chooseNamed<Server extends RoutableServer>(
  live: readonly Server[],
  named: string,
  from: string,
  notification: string | null,
): Choice<Server> | null {
  const server = live.find(({ id }) => id === named);
  if (!server) return null;
  const rewritten =
    fitOf(server.fromFilter, from) === null &&
    notification !== null &&
    fitOf(server.fromFilter, notification) !== null;
  return { server, reason: 'named', rewritten };
}

// Odoo calls it encapsulation: readers see who wrote, mail servers see who may send.
function standIn(from: MailAddress, notification: string): MailAddress {
  if (sameAddress(from.address, notification)) return from;
  const name = from.name.trim() || from.address.slice(0, from.address.lastIndexOf('@'));
  return { name, address: notification };
}

function envelopeSender(server: RoutableServer, rules: SenderRules, headerFrom: MailAddress): string {
  const bounce = bounceAddress(rules);
  return bounce !== null && fitOf(server.fromFilter, bounce) !== null ? bounce : headerFrom.address;
}

function inOrder(a: RoutableServer, b: RoutableServer): number {
  return a.priority - b.priority || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
