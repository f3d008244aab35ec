import { type components } from '../api/schema.gen.js';
import { type Client, type ClientTemplate, type MailHost } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { linesOf, parametersOf } from './parameter-lines.js';

type NewClient = components['schemas']['NewClient'];
type ClientChanges = components['schemas']['ClientChanges'];

/** What stands in the form of a client: text, as people type it. */
export interface ClientFields {
  readonly name: string;
  /** Chosen once, and only where the template leaves it open. */
  readonly flow: Client['flow'];
  readonly clientId: string;
  readonly secret: string;
  /** `YYYY-MM-DD` or empty. */
  readonly secretExpiresAt: string;
  /** Days, with commas between. */
  readonly secretWarningDays: string;
  /** The text of a service account's JSON file. */
  readonly serviceAccountKey: string;
  readonly tenant: string;
  readonly projectId: string;
  /** Only for a new client whose template brings no endpoints: where the provider describes them. */
  readonly discoveryUrl: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly refreshEndpoint: string;
  readonly revocationEndpoint: string;
  readonly deviceEndpoint: string;
  readonly issuer: string;
  readonly clientAuthentication: Client['clientAuthentication'];
  readonly identity: Client['identity'];
  readonly callbackAlias: NonNullable<Client['callbackAlias']> | '';
  readonly scope: string;
  /** `name=value`, one a line. */
  readonly extraParameters: string;
  readonly tokenParameters: string;
  readonly refreshParameters: string;
  readonly answerNames: string;
  /** One a line. */
  readonly mailHosts: string;
  readonly personalServers: boolean;
  /** Empty: the place of the template. */
  readonly submissionHost: string;
  readonly submissionPort: number | '';
  readonly submissionSecurity: MailHost['security'];
  readonly validity: Client['validity'];
  readonly notifyOnExpiredToken: boolean;
  readonly notifyOnExpiredRefreshToken: boolean;
}

const NOTHING_TYPED = {
  clientId: '',
  secret: '',
  secretExpiresAt: '',
  secretWarningDays: '',
  serviceAccountKey: '',
  tenant: '',
  projectId: '',
  discoveryUrl: '',
  authorizationEndpoint: '',
  tokenEndpoint: '',
  refreshEndpoint: '',
  revocationEndpoint: '',
  deviceEndpoint: '',
  issuer: '',
  callbackAlias: '',
  extraParameters: '',
  tokenParameters: '',
  refreshParameters: '',
  answerNames: '',
  mailHosts: '',
  personalServers: false,
  submissionHost: '',
  submissionPort: 587,
  submissionSecurity: 'starttls',
} as const;

/** An empty form for a template. Endpoints stay empty where the template knows them: left out, they follow the tenant. */
export function emptyFields(template: ClientTemplate): ClientFields {
  return {
    ...NOTHING_TYPED,
    name: words.clients.templates[template.id]?.name ?? '',
    flow: template.flow,
    clientAuthentication: template.clientAuthentication,
    identity: template.identity,
    scope: template.scope,
    validity: 'valid',
    notifyOnExpiredToken: false,
    notifyOnExpiredRefreshToken: true,
  };
}

/** The form of a registered client. Its secrets and its key never come back. */
export function fieldsOf(client: Client): ClientFields {
  const { name, flow, clientId, tokenEndpoint, clientAuthentication, identity, scope, validity } = client;
  const { notifyOnExpiredToken, notifyOnExpiredRefreshToken } = client;
  return {
    ...NOTHING_TYPED,
    name,
    flow,
    clientId,
    tokenEndpoint,
    clientAuthentication,
    identity,
    scope,
    validity,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    secretExpiresAt: dayOf(client.secrets.at(-1)?.expiresAt),
    secretWarningDays: client.secretWarningDays.join(', '),
    tenant: client.tenant ?? '',
    projectId: client.projectId ?? '',
    authorizationEndpoint: client.authorizationEndpoint ?? '',
    refreshEndpoint: client.refreshEndpoint ?? '',
    revocationEndpoint: client.revocationEndpoint ?? '',
    deviceEndpoint: client.deviceEndpoint ?? '',
    issuer: client.issuer ?? '',
    callbackAlias: client.callbackAlias ?? '',
    extraParameters: linesOf(client.extraParameters),
    tokenParameters: linesOf(client.tokenParameters),
    refreshParameters: linesOf(client.refreshParameters),
    answerNames: linesOf(client.answerNames),
    mailHosts: client.mailHosts.join('\n'),
    personalServers: client.personalServers,
    ...(client.submission && {
      submissionHost: client.submission.host,
      submissionPort: client.submission.port,
      submissionSecurity: client.submission.security,
    }),
  };
}

/** What to register: only what was typed, the template knows the rest. */
export function newClient(fields: ClientFields, template: ClientTemplate): NewClient {
  const untouched = emptyFields(template);
  const same = (name: string) => fields[name as keyof ClientFields] === untouched[name as keyof ClientFields];
  const typed = Object.entries(fields).filter(
    ([name, value]) => value !== '' && (!same(name) || ALWAYS_SAID.has(name)) && !SUBMISSION.has(name),
  );
  const said = Object.fromEntries(typed.map(([name, value]) => [name, spoken(name, value)]));
  const submission = submissionOf(fields);
  return {
    ...said,
    ...(submission && { submission }),
    name: fields.name,
    template: template.id as NewClient['template'],
  };
}

/** What to change: what differs from the registered client. An empty secret is the stored one. */
export function clientChanges(fields: ClientFields, client: Client): ClientChanges {
  const before = fieldsOf(client);
  const changed = Object.entries(fields).filter(
    ([name, value]) => value !== before[name as keyof ClientFields],
  );
  const own = changed.filter(([name]) => !SUBMISSION.has(name));
  const moved = JSON.stringify(submissionOf(fields)) !== JSON.stringify(submissionOf(before));
  return {
    ...Object.fromEntries(own.map(([name, value]) => [name, spoken(name, value)])),
    ...(moved ? { submission: submissionOf(fields) } : {}),
  };
}

/** What is judged while it is filled in: nothing secret, and not the scope, of which more is said than that it is wrong. */
export function clientForm<Said extends NewClient | ClientChanges>(
  said: Said,
): Omit<Said, 'secret' | 'serviceAccountKey' | 'scope'> {
  const { secret: _, serviceAccountKey: __, scope: ___, ...judged } = said;
  return judged;
}

const SUBMISSION = new Set(['submissionHost', 'submissionPort', 'submissionSecurity']);

function submissionOf(fields: ClientFields): MailHost | null {
  const { submissionHost: host, submissionPort: port, submissionSecurity: security } = fields;
  return host === '' ? null : { host, port: Number(port), security };
}

// What a template says today may change with a later version; what somebody saw in the form is meant.
const ALWAYS_SAID = new Set([
  'name',
  'scope',
  'validity',
  'notifyOnExpiredToken',
  'notifyOnExpiredRefreshToken',
]);

const EMPTY_IS_NULL = new Set([
  'secretExpiresAt',
  'projectId',
  'authorizationEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
  'issuer',
  'callbackAlias',
]);
const PARAMETERS = new Set(['extraParameters', 'tokenParameters', 'refreshParameters', 'answerNames']);

/** A field as the API wants it. */
function spoken(name: string, value: string | number | boolean): unknown {
  if (typeof value !== 'string') return value;
  if (PARAMETERS.has(name)) return parametersOf(value);
  if (name === 'secretWarningDays') return daysOf(value);
  if (name === 'mailHosts') return hostsOf(value);
  if (value === '' && EMPTY_IS_NULL.has(name)) return null;
  return name === 'secretExpiresAt' ? instant(value) : value;
}

/** The days of `30, 14 7`. */
export function daysOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((day) => day !== '')
    .map(Number);
}

function hostsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((host) => host !== '');
}

/** The day, here, on which an instant of the API falls; empty without one. */
export function dayOf(at: string | null | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The beginning of a day, here, as the API wants it. */
export function instant(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
