import { type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { sandboxTenant } from '../../apps/sandbox/src/oauth/profiles.js';
import { ACTOR_HEADER } from './host.js';
import { type Answer, type RunningMailroom } from './mailroom.js';

/** What is needed of a host to administer its Mailroom from outside. */
type Reached = Pick<RunningMailroom, 'api' | 'url'>;

const TEMPLATES = {
  microsoft: 'microsoft-365',
  google: 'google',
  strict: 'custom',
  plain: 'custom',
} as const;

/** In whose manner the sandbox plays the provider of each template. */
export const profileOfTemplate: Readonly<Record<string, Profile>> = {
  'microsoft-365': 'microsoft',
  'microsoft-365-app-only': 'microsoft',
  'microsoft-365-gcc-high': 'microsoft',
  'microsoft-365-gcc-high-app-only': 'microsoft',
  'microsoft-365-dod': 'microsoft',
  'microsoft-365-dod-app-only': 'microsoft',
  'microsoft-365-china': 'microsoft',
  'microsoft-365-china-app-only': 'microsoft',
  'outlook-com': 'microsoft',
  google: 'google',
  'google-service-account': 'google',
  fastmail: 'strict',
  yahoo: 'strict',
  yandex: 'strict',
  custom: 'strict',
};

/** The sandbox's demo application, as an admin would enter it for this profile. Answers the client's id. */
export async function registerSandboxClient(
  mailroom: Reached,
  sandbox: Sandbox,
  profile: Profile = 'strict',
  changes: object = {},
): Promise<string> {
  const endpoints = sandbox.issuer(profile);
  const { status, body } = await mailroom.api('POST', 'clients', {
    name: `Sandbox ${profile}`,
    template: TEMPLATES[profile],
    clientId: 'mailroom-demo',
    secret: 'mailroom-demo-secret',
    authorizationEndpoint: endpoints.authorization,
    tokenEndpoint: endpoints.token,
    revocationEndpoint: endpoints.revocation,
    issuer: endpoints.issuer,
    scope: endpoints.scopes.join(' '),
    ...changes,
  });
  if (status !== 201) throw new Error(`no client: ${status} ${JSON.stringify(body)}`);
  return body.id as string;
}

/**
 * A client from any template, pointed at the sandbox in the manner of its provider: its endpoints, and its scopes where
 * the template's own mean nothing there. Answers what the API answers.
 */
export async function registerFromTemplate(
  mailroom: RunningMailroom,
  sandbox: Sandbox,
  template: string,
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const profile = profileOfTemplate[template] ?? 'strict';
  const { items } = (await mailroom.api('GET', 'client-templates')).body;
  const { flow, tenancy } = items.find(({ id }: { id: string }) => id === template);
  const consents = (changes['flow'] ?? flow) === 'authorization-code';
  const endpoints = sandbox.issuer(profile);
  return mailroom.api('POST', 'clients', {
    name: `Sandbox ${template}`,
    template,
    clientId: 'mailroom-demo',
    secret: 'mailroom-demo-secret',
    tokenEndpoint: endpoints.token,
    ...(tenancy === 'concrete' ? { tenant: sandboxTenant } : {}),
    ...(consents ? { authorizationEndpoint: endpoints.authorization, issuer: endpoints.issuer } : {}),
    ...(consents && profile === 'strict' ? { scope: endpoints.scopes.join(' ') } : {}),
    ...changes,
  });
}

/** What a scripted person does on the way from Mailroom to the provider and back. */
export interface Consent {
  readonly clientId: string;
  readonly address: string;
  readonly tokenId?: string;
  readonly loginHint?: string;
  readonly anotherIdentity?: 'allow';
  readonly returnTo?: string;
  readonly decision?: 'accept' | 'deny';
  readonly withhold?: readonly string[];
}

/**
 * Begins an authorization, walks the provider's pages and follows the callback; where that leads to the provider once
 * more, the same person goes on. Answers where the browser ends up.
 */
export async function consent(mailroom: Reached, sandbox: Sandbox, plan: Consent): Promise<URL> {
  const { clientId, tokenId, loginHint, anotherIdentity, returnTo = 'connect' } = plan;
  const begun = await mailroom.api('POST', 'authorizations', {
    clientId,
    returnTo,
    ...(tokenId === undefined ? {} : { tokenId }),
    ...(loginHint === undefined ? {} : { loginHint }),
    ...(anotherIdentity === undefined ? {} : { anotherIdentity }),
  });
  return walk(mailroom, sandbox, begun, plan);
}

/**
 * The same for somebody who connects a mailbox of their own: by a client, or one of theirs again. `before` happens while
 * they are at the provider.
 */
export async function ownConsent(
  mailroom: RunningMailroom,
  sandbox: Sandbox,
  plan: Pick<Consent, 'address' | 'decision'> & {
    readonly actor: string;
    readonly before?: () => Promise<unknown> | void;
  } & ({ readonly clientId: string } | { readonly mailboxId: string }),
): Promise<URL> {
  const begun = await ('clientId' in plan
    ? mailroom.api('POST', 'personal/authorizations', { clientId: plan.clientId }, plan.actor)
    : mailroom.api('POST', `personal/mailboxes/${plan.mailboxId}/authorization`, undefined, plan.actor));
  await plan.before?.();
  return walk(mailroom, sandbox, begun, plan);
}

async function walk(
  mailroom: Reached,
  sandbox: Sandbox,
  begun: Answer,
  { address, decision, withhold }: Pick<Consent, 'address' | 'decision' | 'withhold'>,
): Promise<URL> {
  if (begun.status >= 300) throw new Error(`not begun: ${begun.status} ${JSON.stringify(begun.body)}`);
  const visit = (url: string): Promise<string> =>
    sandbox.visit(url, { address, ...(decision ? { decision } : {}), ...(withhold ? { withhold } : {}) });
  const back = await callBack(mailroom, await visit(begun.body.redirectTo as string), begun.headers);
  if (back.url.origin === mailroom.url) return back.url;
  return (await callBack(mailroom, await visit(back.url.href), back.headers)).url;
}

/** Opens the callback URL as the browser that holds the cookies of `before`; answers where it is sent, with which. */
async function callBack(
  mailroom: Reached,
  url: string,
  before: Headers,
): Promise<{ url: URL; headers: Headers }> {
  const cookie = before
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const response = await fetch(url, { redirect: 'manual', headers: { cookie, [ACTOR_HEADER]: 'admin' } });
  const location = response.headers.get('location');
  if (!location) throw new Error(`the callback answered ${response.status}: ${await response.text()}`);
  return { url: new URL(location, mailroom.url), headers: response.headers };
}

/** A client and a token for `address`, connected as an admin would. */
export async function connectToken(
  mailroom: Reached,
  sandbox: Sandbox,
  address: string,
  profile: Profile = 'strict',
): Promise<{ clientId: string; tokenId: string }> {
  const clientId = await registerSandboxClient(mailroom, sandbox, profile);
  const end = await consent(mailroom, sandbox, { clientId, address });
  const tokenId = end.searchParams.get('token');
  if (!tokenId) throw new Error(`no token: the browser ended at ${end.href}`);
  return { clientId, tokenId };
}
