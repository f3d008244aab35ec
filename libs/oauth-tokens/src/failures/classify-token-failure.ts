import { type Disposition } from '@mailroom/kernel';
import { type Provider } from '../providers/client-template.js';
import { googleFailures, googleSubtypes } from './google-failures.js';
import { microsoftFailures, microsoftSuberrors } from './microsoft-failures.js';
import { standardFailures } from './standard-failures.js';
import { type FailureSigns, type TokenFailure } from './token-failure.js';

/** What is not sent before an admin has changed the client, or the operator the networks. */
const CLIENT_FAULTS: ReadonlySet<string | undefined> = new Set([
  'address-not-allowed',
  'endpoint-needs-https',
  'signing-key-missing',
]);

/** An assertion out of its time: the clock, ours or theirs. */
const DATED: ReadonlySet<string> = new Set(['AADSTS700024']);

/**
 * What helps against this failure. Trouble on the way (no answer, 408, 429, 5xx, garbage) is always `retry-later`:
 * a flaky endpoint looks just like a dead grant to whoever counts failures. A plain `invalid_grant` is `reconnect`,
 * but not `certain`. What is unknown is tried again, never held
 * against a grant.
 */
export function classifyTokenFailure(provider: Provider, signs: FailureSigns): TokenFailure {
  const code = nameOf(provider, signs);
  if (CLIENT_FAULTS.has(signs.problem)) return { class: 'fix-client', code, certain: true };
  if (signs.status === null || isTrouble(signs.status)) return { class: 'retry-later', code, certain: true };
  const listed = listedClass(provider, signs) ?? (signs.error === 'invalid_grant' ? 'unsure' : undefined);
  if (listed === undefined) return { class: 'retry-later', code, certain: true };
  const certain = listed !== 'unsure' && !DATED.has(code);
  return { class: listed === 'unsure' ? 'reconnect' : listed, code, certain };
}

function listedClass(provider: Provider, { error = '', errorCodes = [], suberror = '' }: FailureSigns) {
  switch (provider) {
    case 'microsoft':
      return (
        firstListed(errorCodes) ??
        microsoftSuberrors[suberror] ??
        (error === 'invalid_grant' ? undefined : standardFailures[error])
      );
    case 'google':
      return googleFailures[error] ?? googleSubtypes[suberror] ?? standardFailures[error];
    case 'standard':
      return standardFailures[error];
  }
}

function firstListed(codes: readonly number[]): Disposition | undefined {
  return codes.map((code) => microsoftFailures[code]).find((disposition) => disposition !== undefined);
}

function nameOf(
  provider: Provider,
  { status, problem, error, errorCodes = [], suberror = '' }: FailureSigns,
): string {
  if (provider === 'microsoft' && errorCodes[0] !== undefined) return `AADSTS${errorCodes[0]}`;
  if (provider === 'google' && googleSubtypes[suberror] !== undefined) return suberror;
  return error ?? problem ?? `http-${status ?? 0}`;
}

function isTrouble(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
