import { type ClientAccess } from '../clients/client-access.js';

/** How a trip to the provider differs from another one. */
export interface Trip {
  /** Whom the provider should offer first; null leaves it to the person. */
  readonly hint: string | null;
  /** Nobody says yet who it has to be. */
  readonly anybody: boolean;
  /** A refresh token would not come unless consent is asked for anew. */
  readonly asksConsent: boolean;
}

/**
 * What a client sends along with an authorization request besides the protocol's own: the template's, those of the trip,
 * and over them what an admin typed. The account is asked for first, consent only where it is needed, because people who
 * are asked for consent again and again stop reading.
 */
export function authorizationParameters(
  { template, extraParameters }: Pick<ClientAccess, 'template' | 'extraParameters'>,
  { hint, anybody, asksConsent }: Trip,
): Record<string, string> {
  return {
    ...template.authorizationParameters,
    ...(anybody ? template.firstTimeParameters : {}),
    ...(asksConsent ? template.consentParameters : {}),
    ...extraParameters,
    ...(hint === null ? {} : { login_hint: hint }),
  };
}
