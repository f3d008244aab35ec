import { errors, type Client } from 'oidc-provider';
import { type Records } from './records.js';

/** A secret of an application; `expiresAt` in seconds since the epoch, without it the secret is good for ever. */
export interface ClientSecret {
  readonly value: string;
  readonly expiresAt?: number;
}

/** Whether a secret is one that the application has, and still good. */
export function judgeSecret(
  secrets: readonly ClientSecret[],
  given: string,
  now: number,
): 'good' | 'expired' | 'unknown' {
  const found = secrets.filter(({ value }) => value === given);
  if (found.length === 0) return 'unknown';
  return found.some(({ expiresAt = 0 }) => expiresAt === 0 || expiresAt > now) ? 'good' : 'expired';
}

/** Compares with all the secrets an application has now, instead of the server's only one. */
export function compareWithAll(records: Records) {
  return function (this: Client, given: string): boolean {
    const secrets = records.find('strict', 'Client', this.clientId)?.payload.secrets as
      ClientSecret[] | undefined;
    const verdict = judgeSecret(
      secrets ?? [{ value: this.clientSecret ?? '' }],
      given,
      Math.floor(Date.now() / 1000),
    );
    if (verdict !== 'expired') return verdict === 'good';
    const sentence = 'could not authenticate the client - its client secret is expired';
    throw new errors.InvalidClient(sentence, sentence);
  };
}
