import { type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { type People } from '../mail/people.js';
import {
  isSignedBy,
  readClaims,
  refusalOfClaims,
  type AssertionRefusal,
  type Circumstances,
} from './assertion.js';
import { parameter } from './parameter.js';
import { profiles } from './profiles.js';
import { type Records } from './records.js';
import { serviceAccountOf } from './service-accounts.js';

type Next = () => Promise<unknown>;

/** What the grant needs to know beside the assertion; `now` in seconds. */
export interface AssertionHouse {
  readonly provider: Provider;
  readonly records: Records;
  readonly people: People;
  readonly tokenUrl: string;
  readonly now: () => number;
}

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Opens IMAP only, and nobody but an administrator can give it. */
const imapAdmin = 'https://www.googleapis.com/auth/gmail.imap_admin';
const knownScopes = [...profiles.google.scopes, imapAdmin];

/** Google's service accounts (RFC 7523 section 2.1): an assertion in, an access token for one mailbox out. */
export function jwtBearer(house: AssertionHouse) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
    if (ctx.method !== 'POST' || ctx.path !== profiles.google.routes.token) return void (await next());
    const form = ctx.state.form as URLSearchParams;
    if (form.get('grant_type') !== grantType) return void (await next());
    const { status, ...body } = await answerTo(house, form.get('assertion') ?? '');
    ctx.status = status;
    ctx.body = body;
  };
}

async function answerTo(
  house: AssertionHouse,
  assertion: string,
): Promise<AssertionRefusal | ({ readonly status: 200 } & Record<string, unknown>)> {
  const { records, people, tokenUrl } = house;
  const claims = readClaims(assertion);
  if (!claims) return invalidGrant('Invalid JWT: malformed assertion.');
  const account = serviceAccountOf(records, parameter(claims.iss));
  if (!account) return invalidGrant('Invalid grant: account not found');
  if (!(await isSignedBy(account, assertion))) return invalidGrant('Invalid JWT Signature.');
  const isPerson = (address: string): boolean => people.find(address) !== undefined;
  const circumstances: Circumstances = { tokenUrl, now: house.now(), knownScopes, isPerson };
  const refusal = refusalOfClaims(claims, account, circumstances);
  return refusal ?? issue(house, account.email, parameter(claims.sub), parameter(claims.scope));
}

/** Without a `sub` the token is the account's own, which has no mailbox. */
async function issue({ provider, people }: AssertionHouse, clientId: string, sub: string, scope: string) {
  const client = await provider.Client.find(clientId);
  const accountId = people.find(sub)?.id;
  const token = new provider.AccessToken({
    client,
    scope,
    gty: grantType,
    ...(accountId === undefined ? {} : { accountId }),
  } as never);
  const access_token = await token.save();
  return { status: 200 as const, access_token, scope, token_type: 'Bearer', expires_in: token.expiration };
}

function invalidGrant(error_description: string): AssertionRefusal {
  return { status: 400, error: 'invalid_grant', error_description };
}
