import { type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import { type Profile } from './profiles.js';
import { type Records } from './records.js';

/**
 * The grant an authorization request builds on: the one just consented to, or (like Google, which asks once, unless on a device) the one
 * this person gave this application before. Elsewhere every request asks.
 */
export async function existingGrant(
  ctx: KoaContextWithOIDC,
  profile: Profile,
  records: Records,
): Promise<Grant | undefined> {
  const { result, session, client, provider } = ctx.oidc;
  const grantId = result?.consent?.grantId;
  if (grantId) return provider.Grant.find(grantId);
  if (profile !== 'google' || isOnDevice(ctx) || !session?.accountId) return undefined;
  const former = records
    .of('google', 'Grant')
    .findLast(
      ({ payload }) => payload.accountId === session.accountId && payload.clientId === client?.clientId,
    );
  return former && provider.Grant.find(former.id);
}

function isOnDevice({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.route === 'code_verification' || oidc.route === 'device_resume';
}

/** The codes Google's rule gives a refresh token for: offline access was asked for and consent was given just now. */
export class OfflineCodes {
  readonly #codes = new Set<string>();

  note(code: string, ctx: KoaContextWithOIDC | undefined): void {
    const { params, result } = ctx?.oidc ?? {};
    if (params?.access_type === 'offline' && result?.consent) this.#codes.add(code);
  }

  has(code: string | undefined): boolean {
    return code !== undefined && this.#codes.has(code);
  }
}
