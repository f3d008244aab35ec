import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The rules of the form that need no server; the server has the last word. */
export function validClient(template: ClientTemplate) {
  const { required, secretId, url } = words.clients.rules;
  const bringsNone = template.authorizationEndpoint === '';
  const filled = (value: string) => (value.trim() === '' ? required : null);
  const link = (value: string) => (value === '' || URL.canParse(value) ? null : url);
  // What the provider describes about itself need not be typed.
  const endpoint = (value: string, { discoveryUrl }: ClientFields) =>
    (bringsNone && discoveryUrl === '' ? filled(value) : null) ?? link(value);
  return {
    name: filled,
    clientId: filled,
    // Microsoft's portal shows the ID of a secret beside its value; only the ID is a UUID.
    secret: (value: string) =>
      template.provider === 'microsoft' && UUID.test(value.trim()) ? secretId : null,
    tenant: (value: string) => (template.tenancy === 'concrete' ? filled(value) : null),
    discoveryUrl: link,
    authorizationEndpoint: endpoint,
    tokenEndpoint: endpoint,
    revocationEndpoint: link,
    scope: filled,
  } satisfies Partial<Record<keyof ClientFields, (value: string, fields: ClientFields) => string | null>>;
}
