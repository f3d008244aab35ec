import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type ClientHealthRow, type ClockHealthRow, type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type ServerHealthRow, type UnroutedMail } from '@mailroom/outgoing-servers';
import { type WebhookHealthRow } from '@mailroom/web-services';
import { bannerKinds, type Finding } from '../banners/banner.js';
import { accountAlarm } from './account-alarm.js';
import { adminActionForTokens, waitsForProvider } from './admin-action-needed.js';
import { clientFailing } from './client-failing.js';
import { hostClockWrong } from './host-clock-wrong.js';
import { byMailHost } from './mail-host.js';
import { mailWithoutServer } from './mail-without-server.js';
import {
  personalMailboxSignedOut,
  personalServers,
  type PersonalToken,
} from './personal-mailbox-signed-out.js';
import { quarantineNotEmpty } from './quarantine-not-empty.js';
import { needsReconnect, refreshTokenExpired } from './refresh-token-expired.js';
import { refreshTokenIdle } from './refresh-token-idle.js';
import { secretEnding } from './secret-ending.js';
import { sentCopiesFailing } from './sent-copies-failing.js';
import { serverAlarm } from './server-alarm.js';
import { tokenDisconnected } from './token-disconnected.js';
import { tokenExpired } from './token-expired.js';
import { webhookPaused } from './webhook-paused.js';

/** What is known of everything at one moment; who is well may be left out. */
export interface Health {
  readonly clients: readonly ClientHealthRow[];
  readonly tokens: readonly TokenHealthRow[];
  readonly accounts: readonly AccountHealthRow[];
  readonly servers: readonly ServerHealthRow[];
  readonly clocks: readonly ClockHealthRow[];
  /** Mail that waits at no server; null when there is none. */
  readonly unrouted?: UnroutedMail | null;
  /** This instant on the clock that dates what is known of accounts, where that is another one. */
  readonly accountsReadAt?: Date;
  /** Those that Mailroom paused. */
  readonly webhooks?: readonly WebhookHealthRow[];
}

/**
 * Everything worth a banner, the most urgent first. One finding per cause: a token breaks one rule at a time, an account
 * or server that stands still because of a token with a finding has none of its own, and what a failing client does to its
 * tokens, accounts and servers is in the one finding of the client.
 */
export function findCauses(health: Health, now: Date): Finding[] {
  const { clients, tokens, accounts, servers, clocks, unrouted = null, webhooks = [] } = health;
  const { accountsReadAt = now } = health;
  const ofSecrets = clients.flatMap((client) => secretEnding(client, now));
  const failing = clients.flatMap((client) => clientFailing(client, now) ?? []);
  const failingIds = new Set(failing.map(({ cause }) => cause));
  const isHeldUp = ({ clientId }: TokenHealthRow): boolean => failingIds.has(`client:${clientId}`);
  const personal = personalServers(servers, accounts);
  const ofTokens = tokens.flatMap(
    (token) => ofToken(token, personal.get(token.tokenId), isHeldUp(token), now) ?? [],
  );
  const ofProvider = adminActionForTokens(tokens.filter((token) => !isHeldUp(token)));
  const ill = new Set([
    ...ofTokens.flatMap(({ kind, cause }) => (kind === 'refresh-token-idle' ? [] : [cause])),
    ...tokens
      .filter((token) => isHeldUp(token) || waitsForProvider(token))
      .map(({ tokenId }) => `token:${tokenId}`),
  ]);
  const isOwnTrouble = ({ tokenId }: { tokenId: string | null }): boolean => !ill.has(`token:${tokenId}`);
  return [
    ...failing.filter((finding) => !isExplained(finding, ofSecrets)),
    ...ofSecrets,
    ...ofTokens,
    ...ofProvider,
    ...byMailHost(
      accounts.filter(isOwnTrouble).flatMap((account) => {
        const finding = accountAlarm(account, accountsReadAt, healedAt(account, tokens));
        return finding ? [{ account, finding }] : [];
      }),
    ),
    ...servers.filter(isOwnTrouble).flatMap((server) => serverAlarm(server, now) ?? []),
    ...accounts.flatMap((account) => quarantineNotEmpty(account) ?? []),
    ...servers.flatMap((server) => sentCopiesFailing(server) ?? []),
    ...[mailWithoutServer(unrouted, now) ?? []].flat(),
    ...webhooks.map(webhookPaused),
    ...[hostClockWrong(clocks) ?? []].flat(),
  ].sort(byUrgency);
}

// A client that is refused with an expired secret is refused because of it: what says how to mend it stays.
function isExplained({ kind, action: { path } }: Finding, ofSecrets: readonly Finding[]): boolean {
  const isOver = (found: Finding): boolean =>
    found.kind === 'secret-expired' || found.kind === 'certificate-expired';
  return kind === 'client-failing' && ofSecrets.some((found) => isOver(found) && found.action.path === path);
}

// Dead is dead, whatever the client suffers from; the rest is its client's doing while that fails.
function ofToken(
  token: TokenHealthRow,
  server: PersonalToken['server'] | undefined,
  isHeldUp: boolean,
  now: Date,
): Finding | null {
  if (server && (token.disconnection || needsReconnect(token, now)))
    return personalMailboxSignedOut({ token, server }, now);
  if (token.disconnection) return tokenDisconnected(token);
  const dead = refreshTokenExpired(token, now);
  if (dead || isHeldUp || waitsForProvider(token)) return dead;
  return refreshTokenIdle(token, now) ?? tokenExpired(token, now);
}

/** The tokens of accounts that stand still, where they are not among the ailing: they may have been reconnected just now. */
export function tokensBehind(
  accounts: readonly AccountHealthRow[],
  ailing: readonly Pick<TokenHealthRow, 'tokenId'>[],
  now: Date,
): string[] {
  const known = new Set(ailing.map(({ tokenId }) => tokenId));
  const standing = accounts.filter((account) => accountAlarm(account, now) !== null);
  const ids = standing.flatMap(({ tokenId }) => (tokenId === null || known.has(tokenId) ? [] : [tokenId]));
  return [...new Set(ids)];
}

// A token that was just reconnected gets its accounts the patience of a fresh start.
function healedAt({ tokenId }: AccountHealthRow, tokens: readonly TokenHealthRow[]): Date | null {
  return tokens.find((token) => token.tokenId === tokenId && token.state === 'live')?.since ?? null;
}

function byUrgency(a: Finding, b: Finding): number {
  return bannerKinds.indexOf(a.kind) - bannerKinds.indexOf(b.kind) || (a.cause < b.cause ? -1 : 1);
}
