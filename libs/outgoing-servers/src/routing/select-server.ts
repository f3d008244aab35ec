import { domainOf, sameAddress, type MailAddress } from '@mailroom/kernel';
import { entriesOf, fitOf, isAddress, type Fit } from './from-filter.js';
import { bounceAddress, forcedAddress, notificationAddress, type SenderRules } from './sender-rules.js';

/** The parts of a server that routing looks at. */
export interface RoutableServer {
  readonly id: string;
  readonly name: string;
  readonly fromFilter: string;
  readonly priority: number;
  readonly purpose: 'transactional' | 'bulk';
  /** Whom it belongs to: it sends for nobody else. */
  readonly ownerId: string | null;
  /** Their name, for people; empty where nobody owns it. */
  readonly ownerName: string;
  readonly isFallback: boolean;
  readonly state: 'draft' | 'live' | 'paused' | 'archived';
}

/** What a mail asks for besides its sender. */
export interface Wish {
  /** This server and no other. */
  readonly named: string | null;
  /** Who writes, as the host knows them: their own servers may send. */
  readonly author: string | null;
  /** It is a newsletter or the like. */
  readonly bulk: boolean;
}

/** A mail that asks for nothing. */
export const NO_WISH: Wish = { named: null, author: null, bulk: false };

/** Why nobody sends. */
export type NoRouteReason =
  'no-server' | 'named-server-unavailable' | 'named-server-personal' | 'bulk-server-unavailable';

/** Why a server was chosen, or why none was. `fallback` and `first-server` are worth a warning: they may refuse the sender. */
export type RouteReason =
  | 'named'
  | 'bulk-server'
  | 'authors-own'
  | 'address'
  | 'pattern'
  | 'domain'
  | 'notification-address'
  | 'notification-domain'
  | 'any-sender'
  | 'fallback'
  | 'first-server'
  | NoRouteReason;

/** Whose address took the author's place. */
export type StandIn = 'notification' | 'forced' | 'authors-own' | null;

/** Who sends, as whom, where bounces go and where replies go: `replyTo` is set when the author's address gave way. */
export type Route<Server extends RoutableServer = RoutableServer> =
  | {
      readonly server: Server;
      readonly reason: Exclude<RouteReason, NoRouteReason>;
      readonly standIn: StandIn;
      readonly headerFrom: MailAddress;
      readonly envelopeFrom: string;
      readonly replyTo: MailAddress | null;
    }
  | { readonly server: null; readonly reason: NoRouteReason };

interface Choice<Server> {
  readonly server: Server;
  readonly reason: Exclude<RouteReason, NoRouteReason>;
  /** The notification address takes the author's place, where there is one. */
  readonly rewritten: boolean;
}

/** Whose address a server is looked for, and what may stand in for it. */
interface Sender {
  readonly address: string;
  readonly notification: string | null;
  readonly rules: SenderRules;
}

/**
 * Which server sends mail from `from`, among live servers by priority: one that lists the address, one with a pattern
 * for it, one that lists its domain, one that may send as the notification address or its domain, one that takes
 * anybody, the fallback, and where the policy says so the first of them. From the fourth on the notification address (when there is one) takes the sender's place: the
 * author's name stays, replies go to the author. Where the policy forces an address, that is the sender looked for. Where
 * it lets authors write under their own address, an author's own server goes before all that, with the address that its
 * filter lists first; replies go where the mail would have come from.
 *
 * A server of somebody's own sends for that author alone, by what its filter lists, and goes before others that fit
 * alike. A bulk server sends bulk mail alone. `wish.named`, and the policy's server for bulk mail, ask for one server and
 * no other. The health of a server plays no part: while it waits to be reconnected its mail waits too, and nobody else
 * sends in its name. Deterministic: ties go by name and id.
 */
export function selectServer<Server extends RoutableServer>(
  servers: readonly Server[],
  rules: SenderRules,
  from: MailAddress,
  wish: Wish = NO_WISH,
): Route<Server> {
  const forced = forcedAddress(rules, domainOf(from.address));
  const notification = forced === null ? notificationAddress(rules) : null;
  const sender = { address: forced ?? from.address, notification, rules };
  const own = forced === null && rules.authorsOwnAddress ? authorsOwn(servers, from, wish) : null;
  if (own) return own;
  const choice = choose(servers, sender, wish);
  if (typeof choice === 'string') return { server: null, reason: choice };
  const instead = forced ?? (choice.rewritten ? notification : null);
  const headerFrom = instead === null ? from : standIn(from, instead);
  const gaveWay = !sameAddress(headerFrom.address, from.address);
  return {
    server: choice.server,
    reason: choice.reason,
    standIn: gaveWay ? (forced === null ? 'notification' : 'forced') : null,
    headerFrom,
    envelopeFrom: envelopeSender(choice.server, rules, headerFrom),
    replyTo: gaveWay ? from : null,
  };
}

// Newsletters and mail that asks for a server are nobody's in particular.
function authorsOwn<Server extends RoutableServer>(
  servers: readonly Server[],
  from: MailAddress,
  wish: Wish,
): Route<Server> | null {
  if (wish.author === null || wish.bulk || wish.named !== null) return null;
  const open = servers.filter((each) => each.ownerId === wish.author && exclusion(each, wish) === null);
  const ranked = open.toSorted(inOrder);
  // Who writes from a mailbox of theirs keeps it, however many they have.
  const server = ranked.find(({ fromFilter }) => fitOf(fromFilter, from.address) === 'address') ?? ranked[0];
  const listed = server && entriesOf(server.fromFilter).filter(isAddress);
  const address = listed?.find((entry) => sameAddress(entry, from.address)) ?? listed?.[0];
  if (server === undefined || address === undefined) return null;
  const gaveWay = !sameAddress(address, from.address);
  const headerFrom = gaveWay ? { name: server.ownerName || from.name, address } : from;
  return {
    server,
    reason: 'authors-own',
    standIn: gaveWay ? 'authors-own' : null,
    headerFrom,
    envelopeFrom: headerFrom.address,
    replyTo: gaveWay ? from : null,
  };
}

/** May this server carry this mail at all, whatever its filter says? The first reason why not, or null. */
export function exclusion(
  { state, ownerId, purpose }: RoutableServer,
  { author, bulk }: Wish,
): 'not-live' | 'personal' | 'bulk' | null {
  if (state !== 'live') return 'not-live';
  if (ownerId !== null && ownerId !== author) return 'personal';
  return purpose === 'bulk' && !bulk ? 'bulk' : null;
}

function choose<Server extends RoutableServer>(
  servers: readonly Server[],
  sender: Sender,
  wish: Wish,
): Choice<Server> | NoRouteReason {
  const { bulkServerId } = sender.rules;
  if (wish.named !== null) {
    const named = servers.find(({ id }) => id === wish.named);
    return chooseOne(named, sender, { ...wish, bulk: true }, 'named') ?? unavailable(named, wish);
  }
  if (wish.bulk && bulkServerId !== null) {
    const server = servers.find(({ id }) => id === bulkServerId);
    return chooseOne(server, sender, wish, 'bulk-server') ?? 'bulk-server-unavailable';
  }
  const open = servers.filter((server) => exclusion(server, wish) === null).toSorted(inOrder);
  const forBulk = wish.bulk
    ? chooseAmong(
        open.filter(({ purpose }) => purpose === 'bulk'),
        sender,
      )
    : null;
  return (
    forBulk ??
    chooseAmong(
      open.filter(({ purpose }) => purpose !== 'bulk'),
      sender,
    ) ??
    'no-server'
  );
}

function chooseAmong<Server extends RoutableServer>(
  open: readonly Server[],
  { address, notification, rules }: Sender,
): Choice<Server> | null {
  const shared = open.filter(({ ownerId }) => ownerId === null);
  const own = (fit: Fit) => open.find(({ fromFilter }) => fitOf(fromFilter, address) === fit);
  const stand = (...fits: Fit[]) =>
    notification === null
      ? undefined
      : shared.find(({ fromFilter }) => fits.includes(fitOf(fromFilter, notification)));
  const steps: [Server | undefined, Choice<Server>['reason'], boolean][] = [
    [own('address'), 'address', false],
    [own('pattern'), 'pattern', false],
    [own('domain'), 'domain', false],
    [stand('address'), 'notification-address', true],
    [stand('pattern', 'domain'), 'notification-domain', true],
    [shared.find(({ fromFilter }) => fromFilter === ''), 'any-sender', !maySend(rules, address)],
    [shared.find(({ isFallback }) => isFallback), 'fallback', true],
    [rules.firstServerStandsIn ? shared[0] : undefined, 'first-server', true],
  ];
  for (const [server, reason, rewritten] of steps) if (server) return { server, reason, rewritten };
  return null;
}

function chooseOne<Server extends RoutableServer>(
  server: Server | undefined,
  { address, notification }: Sender,
  wish: Wish,
  reason: 'named' | 'bulk-server',
): Choice<Server> | null {
  if (!server || exclusion(server, wish) !== null) return null;
  const rewritten =
    fitOf(server.fromFilter, address) === null &&
    notification !== null &&
    fitOf(server.fromFilter, notification) !== null;
  return { server, reason, rewritten };
}

function unavailable(server: RoutableServer | undefined, { author }: Wish): NoRouteReason {
  const foreign = server !== undefined && server.ownerId !== null && server.ownerId !== author;
  return foreign ? 'named-server-personal' : 'named-server-unavailable';
}

// Without a default filter a server that takes anybody says nothing about who it may send as: the notification address is safe.
function maySend({ defaultFromFilter }: SenderRules, address: string): boolean {
  return defaultFromFilter !== '' && fitOf(defaultFromFilter, address) !== null;
}

// Odoo calls it encapsulation: readers see who wrote, mail servers see who may send.
function standIn(from: MailAddress, instead: string): MailAddress {
  if (sameAddress(from.address, instead)) return from;
  const name = from.name.trim() || from.address.slice(0, from.address.lastIndexOf('@'));
  return { name, address: instead };
}

function envelopeSender({ fromFilter }: RoutableServer, rules: SenderRules, headerFrom: MailAddress): string {
  const bounce = bounceAddress(rules);
  const filter = fromFilter === '' ? rules.defaultFromFilter : fromFilter;
  return bounce !== null && fitOf(filter, bounce) !== null ? bounce : headerFrom.address;
}

function inOrder(a: RoutableServer, b: RoutableServer): number {
  const own = Number(a.ownerId === null) - Number(b.ownerId === null);
  return own || a.priority - b.priority || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
