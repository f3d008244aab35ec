import { type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { type ClientFields, daysOf } from './client-fields.js';
import { areParameters } from './parameter-lines.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const TENANT = /^[\w.-]{1,200}$/;

/** Could it be a tenant at all? */
export function isTenant(text: string): boolean {
  return TENANT.test(text);
}

/** The ID of a secret where a secret should be: Microsoft's portal shows it beside the value, and only it is a UUID. */
export function isSecretId(template: Pick<ClientTemplate, 'provider'>, secret: string): boolean {
  return template.provider === 'microsoft' && UUID.test(secret.trim());
}

/** The rules of the form that need no server; the server has the last word. */
export function validClient(template: ClientTemplate) {
  const { required, tenant, secretId, url, days, lines } = words.clients.rules;
  const bringsNone = template.tokenEndpoint === '';
  const filled = (value: string) => (value.trim() === '' ? required : null);
  const link = (value: string) => (value === '' || URL.canParse(value) ? null : url);
  const parameters = (value: string) => (areParameters(value) ? null : lines);
  // What the provider describes about itself need not be typed.
  const endpoint = (value: string, { discoveryUrl }: ClientFields) =>
    (bringsNone && discoveryUrl === '' ? filled(value) : null) ?? link(value);
  return {
    name: filled,
    // A service account's key says whose it is.
    clientId: (value: string, { serviceAccountKey }: ClientFields) =>
      serviceAccountKey === '' ? filled(value) : null,
    secret: (value: string) => (isSecretId(template, value) ? secretId : null),
    secretWarningDays: (value: string) =>
      daysOf(value).every((day) => Number.isInteger(day) && day > 0 && day <= 365) ? null : days,
    tenant: (value: string) =>
      (template.tenancy === 'concrete' ? filled(value) : null) ??
      (value.trim() === '' || isTenant(value.trim()) ? null : tenant),
    discoveryUrl: link,
    authorizationEndpoint: (value: string, fields: ClientFields) =>
      fields.flow === 'authorization-code' ? endpoint(value, fields) : null,
    tokenEndpoint: endpoint,
    refreshEndpoint: link,
    revocationEndpoint: link,
    deviceEndpoint: link,
    scope: filled,
    extraParameters: parameters,
    tokenParameters: parameters,
    refreshParameters: parameters,
    answerNames: parameters,
  } satisfies Partial<Record<keyof ClientFields, (value: string, fields: ClientFields) => string | null>>;
}
