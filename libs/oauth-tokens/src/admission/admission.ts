import { type Client } from '../clients/client-answer.js';
import { templateOf } from '../providers/client-templates.js';
import { type AdmissionAnswer, type AdmissionQuery } from './admission-answer.js';
import { exchangeCommands } from './exchange-commands.js';

type Admitted = Pick<
  Client,
  'clientId' | 'name' | 'tenant' | 'flow' | 'template' | 'tokenEndpoint' | 'scope'
>;

const TOKEN_PATH = /\/oauth2\/v2\.0\/token$/;

/** What lets this client into mailboxes at its provider. Empty in every part where people consent, or nothing is known. */
export function admissionOf(client: Admitted, { mailbox, objectId }: AdmissionQuery): AdmissionAnswer {
  const { provider } = templateOf(client.template);
  if (provider === 'microsoft' && client.flow === 'client-credentials')
    return {
      adminConsentUrl: adminConsentUrl(client),
      commands: exchangeCommands({ ...client, objectId: objectId ?? null, mailbox: mailbox ?? null }),
      delegation: null,
    };
  const delegates = provider === 'google' && client.flow === 'jwt-bearer';
  return { adminConsentUrl: null, commands: [], delegation: delegates ? { scope: client.scope } : null };
}

/**
 * Where the administrator of the tenant grants everything at once. Source: learn.microsoft.com, "Authenticate an IMAP, POP
 * or SMTP connection using OAuth", "Get tenant admin consent". Null where the token endpoint is not Microsoft's kind.
 */
function adminConsentUrl({ tokenEndpoint, clientId, scope }: Admitted): string | null {
  if (!TOKEN_PATH.test(tokenEndpoint)) return null;
  const url = new URL(tokenEndpoint.replace(TOKEN_PATH, '/v2.0/adminconsent'));
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', scope);
  return url.href;
}
