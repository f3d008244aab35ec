import { retryDelay, type Disposition } from '@mailroom/kernel';
import { type OAuthClient } from '../clients/oauth-client.js';
import { type TokenFailure } from './token-failure.js';

/** So many failures in a row of different tokens, or of the only one, are no longer the tokens' own. */
const TROUBLES_AT_MOST = 5;
const TROUBLE_PACE = { base: 10_000, cap: 600_000 };
/** What only a person can mend, and being told that we ask too often. */
const FAULT_PACE = { base: 300_000, cap: 3_600_000 };
/** learn.microsoft.com: 50196, "the server terminated an operation because it encountered a client request loop". */
const LOOPING = 'AADSTS50196';

/** What a failed refresh means for the client. */
export type ClientVerdict =
  /** The provider knew the client and judged the token: whatever was wrong with the client is over. */
  | { readonly kind: 'sound' }
  | {
      readonly kind: 'failing';
      readonly failureCode: string;
      readonly failureClass: Disposition;
      readonly failures: number;
      /** How long nobody asks in the name of this client, in ms; null when it is not that bad yet. */
      readonly waitMs: number | null;
    };

/** What the verdict is weighed against. */
export interface ClientCircumstances {
  readonly client: Pick<OAuthClient, 'failures' | 'failedTokenId' | 'notBefore'>;
  readonly tokenId: string;
  /** It is the only token of its client that is not dead: there are no others whose fate would tell. */
  readonly alone: boolean;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly retryAfterMs?: number | undefined;
  /** This refresh was the one that was let through to see whether it is over. */
  readonly probing: boolean;
  readonly now: Date;
  readonly chance?: () => number;
}

/**
 * Whether a failed refresh is a matter of the client: a wrong registration, an answer that asks us to stay away, or
 * trouble that has met several of its tokens in a row, or its only one again and again. Null when it says nothing of the client, or nothing new because
 * it was on its way when the breaker opened.
 */
export function afterClientFailure(
  failure: TokenFailure,
  circumstances: ClientCircumstances,
): ClientVerdict | null {
  if (failure.class === 'reconnect' || failure.class === 'ask-admin') return { kind: 'sound' };
  const { probing, client, now, retryAfterMs } = circumstances;
  const openFor = probing || !client.notBefore ? 0 : client.notBefore.getTime() - now.getTime();
  if (openFor > 0 && openFor >= (retryAfterMs ?? 0)) return null;
  if (failure.class === 'fix-client' || failure.code === LOOPING)
    return open(failure, circumstances, FAULT_PACE);
  if (circumstances.status === 429 || retryAfterMs !== undefined) {
    return open(failure, circumstances, TROUBLE_PACE);
  }
  return troubled(failure, circumstances);
}

function open(
  failure: TokenFailure,
  { client, retryAfterMs = 0, chance }: ClientCircumstances,
  pace: { base: number; cap: number },
): ClientVerdict {
  const failures = client.failures + 1;
  return failing(failure, failures, Math.max(retryDelay(failures, pace, chance), retryAfterMs));
}

// One token that its provider stumbles over waits by itself; it must not hold up the others, where there are any.
function troubled(
  failure: TokenFailure,
  { client, tokenId, alone, probing, chance }: ClientCircumstances,
): ClientVerdict | null {
  if (!probing && !alone && client.failedTokenId === tokenId) return null;
  const failures = client.failures + 1;
  if (!probing && failures < TROUBLES_AT_MOST) return failing(failure, failures, null);
  const attempt = Math.max(failures - TROUBLES_AT_MOST + 1, 1);
  return failing(failure, failures, retryDelay(attempt, TROUBLE_PACE, chance));
}

function failing(
  { code: failureCode, class: failureClass }: TokenFailure,
  failures: number,
  waitMs: number | null,
): ClientVerdict {
  return { kind: 'failing', failureCode, failureClass, failures, waitMs };
}
