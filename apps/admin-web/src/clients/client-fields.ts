import { type components } from '../api/schema.gen.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type NewClient = components['schemas']['NewClient'];
type ClientChanges = components['schemas']['ClientChanges'];

/** What stands in the form of a client: text, as people type it. */
export interface ClientFields {
  readonly name: string;
  readonly clientId: string;
  readonly secret: string;
  /** `YYYY-MM-DD` or empty. */
  readonly secretExpiresAt: string;
  readonly tenant: string;
  /** Only for a new client whose template brings no endpoints: where the provider describes them. */
  readonly discoveryUrl: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string;
  readonly issuer: string;
  readonly clientAuthentication: Client['clientAuthentication'];
  readonly scope: string;
  readonly validity: Client['validity'];
  readonly notifyOnExpiredToken: boolean;
  readonly notifyOnExpiredRefreshToken: boolean;
}

/** An empty form for a template. Endpoints stay empty where the template knows them: left out, they follow the tenant. */
export function emptyFields(template: ClientTemplate): ClientFields {
  return {
    name: words.clients.templates[template.id]?.name ?? '',
    clientId: '',
    secret: '',
    secretExpiresAt: '',
    tenant: '',
    discoveryUrl: '',
    authorizationEndpoint: '',
    tokenEndpoint: '',
    revocationEndpoint: '',
    issuer: '',
    clientAuthentication: template.clientAuthentication,
    scope: template.scope,
    validity: 'valid',
    notifyOnExpiredToken: false,
    notifyOnExpiredRefreshToken: true,
  };
}

/** The form of a registered client. Its secret never comes back. */
export function fieldsOf(client: Client): ClientFields {
  const { name, clientId, authorizationEndpoint, tokenEndpoint, clientAuthentication, scope, validity } =
    client;
  const { notifyOnExpiredToken, notifyOnExpiredRefreshToken } = client;
  return {
    name,
    clientId,
    authorizationEndpoint: authorizationEndpoint ?? '',
    tokenEndpoint,
    clientAuthentication,
    scope,
    validity,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    secret: '',
    secretExpiresAt: client.secrets.at(-1)?.expiresAt?.slice(0, 10) ?? '',
    tenant: client.tenant ?? '',
    discoveryUrl: '',
    revocationEndpoint: client.revocationEndpoint ?? '',
    issuer: client.issuer ?? '',
  };
}

/** What to register: only what was typed, the template knows the rest. */
export function newClient(fields: ClientFields, template: NewClient['template']): NewClient {
  const { secretExpiresAt, ...texts } = fields;
  const typed = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
  const expiry = secretExpiresAt === '' ? {} : { secretExpiresAt: instant(secretExpiresAt) };
  return {
    ...(typed as Partial<typeof texts>),
    ...expiry,
    name: fields.name,
    clientId: fields.clientId,
    template,
  };
}

/** What to change: what differs from the registered client. An empty secret is the stored one. */
export function clientChanges(fields: ClientFields, client: Client): ClientChanges {
  const before = fieldsOf(client);
  const changed = Object.entries(fields).filter(
    ([name, value]) => value !== before[name as keyof ClientFields],
  );
  const changes = Object.fromEntries(
    changed.map(([name, value]) => [name, EMPTY_IS_NULL.has(name) && value === '' ? null : value]),
  );
  return 'secretExpiresAt' in changes && fields.secretExpiresAt !== ''
    ? { ...changes, secretExpiresAt: instant(fields.secretExpiresAt) }
    : changes;
}

const EMPTY_IS_NULL = new Set(['secretExpiresAt', 'revocationEndpoint', 'issuer']);

function instant(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
