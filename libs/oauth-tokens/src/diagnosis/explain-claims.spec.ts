import { explainClaims, type Expected } from './explain-claims.js';
import { type Claims } from './read-claims.js';

const tenant = '5a4d1b0c-0000-4000-8000-73616e64626f';
const good: Claims = {
  audience: ['https://outlook.office.com'],
  issuer: null,
  scopes: ['IMAP.AccessAsUser.All', 'SMTP.Send'],
  roles: [],
  tenant,
  user: 'support@example.com',
  application: 'our-client',
  objectId: 'o',
  issuedAt: null,
  expiresAt: null,
};
const person: Expected = {
  provider: 'microsoft',
  flow: 'authorization-code',
  clientId: 'our-client',
  tenant,
  scope:
    'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
  mailbox: 'support@example.com',
};
const app: Expected = {
  ...person,
  flow: 'client-credentials',
  scope: 'https://outlook.office365.com/.default',
  mailbox: null,
};
const asApp: Claims = {
  ...good,
  audience: ['https://outlook.office365.com'],
  scopes: [],
  roles: ['IMAP.AccessAsApp', 'SMTP.SendAsApp'],
  user: null,
};
const said = (claims: Claims, expected: Expected) => {
  const { faults, hints } = explainClaims(claims, expected);
  const codes = (problems: typeof faults) => problems.map(({ code, params }) => [code, params]);
  return { faults: codes(faults), hints: codes(hints).map(([code]) => code) };
};

describe('explainClaims finds the fault', () => {
  it.each<[string, Partial<Claims>, Expected, string, object]>([
    [
      'a token for Graph',
      { audience: ['https://graph.microsoft.com'] },
      person,
      'audience-not-mail',
      { audience: 'Microsoft Graph' },
    ],
    [
      'a token for Graph by its ID',
      { audience: ['00000003-0000-0000-c000-000000000000'] },
      person,
      'audience-not-mail',
      { audience: 'Microsoft Graph' },
    ],
    [
      'a token for something else',
      { audience: ['api://mine'] },
      person,
      'audience-not-mail',
      { audience: 'api://mine' },
    ],
    [
      'a token for a host that begins like ours',
      { audience: ['https://outlook.office.com.evil.test'] },
      person,
      'audience-not-mail',
      { audience: 'https://outlook.office.com.evil.test' },
    ],
    [
      'no sending',
      { scopes: ['IMAP.AccessAsUser.All'] },
      person,
      'permission-missing',
      { missing: 'SMTP.Send' },
    ],
    [
      'nothing of mail',
      { scopes: ['User.Read'] },
      { ...person, scope: 'User.Read' },
      'permission-missing',
      { missing: 'IMAP.AccessAsUser.All' },
    ],
    [
      'an application without a role',
      { ...asApp, roles: [] },
      app,
      'permission-missing',
      { missing: 'IMAP.AccessAsApp' },
    ],
    [
      'an application with the permissions of people',
      { ...asApp, roles: [], scopes: ['IMAP.AccessAsUser.All'] },
      app,
      'permission-missing',
      { missing: 'IMAP.AccessAsApp' },
    ],
    ['another tenant', { tenant: 'other' }, person, 'another-tenant', { expected: tenant, actual: 'other' }],
    [
      'another application',
      { application: 'other' },
      person,
      'another-application',
      { expected: 'our-client', actual: 'other' },
    ],
  ])('%s', (_, change, expected, code, params) => {
    expect(said({ ...good, ...change }, expected).faults).toEqual([[code, params]]);
  });
});

describe('explainClaims finds nothing wrong with', () => {
  it.each<[string, Partial<Claims>, Expected, string[]]>([
    ['a token for its mailbox', {}, person, []],
    ['the audience as an ID', { audience: ['00000002-0000-0ff1-ce00-000000000000'] }, person, []],
    ['the audience of a national cloud', { audience: ['https://outlook.office365.us'] }, person, []],
    ['a tenant that is named by a domain', { tenant: 'x' }, { ...person, tenant: 'example.com' }, []],
    ['a user in other letters', { user: 'Support@Example.com' }, person, []],
    [
      'a shared mailbox, but says whose token it is',
      { user: 'ada@example.com' },
      person,
      ['mailbox-of-another'],
    ],
    ['an application, but says who decides', asApp, app, ['exchange-decides']],
    [
      'an application that may not send',
      { ...asApp, roles: ['IMAP.AccessAsApp'] },
      app,
      ['sending-permission-missing', 'exchange-decides'],
    ],
    [
      'what it does not know',
      { audience: ['x'], scopes: [], tenant: 'x' },
      { ...person, provider: 'standard', mailbox: null },
      [],
    ],
  ])('%s', (_, change, expected, hints) => {
    expect(said({ ...good, ...change }, expected)).toEqual({ faults: [], hints });
  });
});
