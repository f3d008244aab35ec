import { goneTemplate } from './gone-template.js';
import { clientChanges, dayOf, emptyFields, fieldsOf, instant, newClient } from './client-fields.js';

const template = {
  ...goneTemplate,
  id: 'microsoft-365',
  tenancy: 'any' as const,
  defaultTenant: 'common',
  authorizationEndpoint: 'https://login.example/{tenant}/authorize',
  tokenEndpoint: 'https://login.example/{tenant}/token',
  scope: 'mail offline_access',
};

const client = {
  id: 'c1',
  name: 'Post',
  template: 'microsoft-365',
  flow: 'authorization-code' as const,
  clientId: 'app',
  secrets: [{ id: 's', expiresAt: null, addedAt: '2026-01-01T00:00:00Z', addedBy: 'a', refusedAt: null }],
  tenant: 'common',
  authorizationEndpoint: 'https://login.example/common/authorize',
  tokenEndpoint: 'https://login.example/common/token',
  revocationEndpoint: null,
  issuer: 'https://login.example',
  clientAuthentication: 'post' as const,
  scope: 'mail offline_access',
  key: null,
  pendingCertificate: null,
  secretWarningDays: [30, 14, 7, 3, 1],
  projectId: null,
  refreshEndpoint: null,
  deviceEndpoint: null,
  identity: 'id-token' as const,
  callbackAlias: null,
  extraParameters: {},
  tokenParameters: {},
  refreshParameters: {},
  answerNames: {},
  mailHosts: ['imap.example'],
  personalServers: false,
  submission: null,
  shownTo: ['imap.example'],
  failure: null,
  validity: 'valid' as const,
  notifyOnExpiredToken: false,
  notifyOnExpiredRefreshToken: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'Ada',
};

it('registers what was typed and leaves the rest to the template', () => {
  const fields = { ...emptyFields(template), name: 'Post', clientId: 'app', secret: 's3cret' };
  const registered = newClient(fields, template);
  expect(registered).toMatchObject({
    template: 'microsoft-365',
    name: 'Post',
    clientId: 'app',
    secret: 's3cret',
  });
  expect(Object.keys(registered)).not.toEqual(
    expect.arrayContaining(['tenant', 'tokenEndpoint', 'secretExpiresAt']),
  );
});

it('changes only what differs, and no secret that was not typed', () => {
  expect(clientChanges(fieldsOf(client), client)).toEqual({});
  expect(clientChanges({ ...fieldsOf(client), name: 'Mail', issuer: '' }, client)).toEqual({
    name: 'Mail',
    issuer: null,
  });
  expect(clientChanges({ ...fieldsOf(client), secret: 'new' }, client)).toEqual({ secret: 'new' });
});

it('sends a day as an instant', () => {
  const { secretExpiresAt } = clientChanges({ ...fieldsOf(client), secretExpiresAt: '2027-03-01' }, client);
  expect(secretExpiresAt).toMatch(/^2027-0[23]-\d\dT/);
});

it('shows the very day that was typed', () => {
  expect(dayOf(instant('2027-03-01'))).toBe('2027-03-01');
  expect(dayOf(null)).toBe('');
});

it('says parameters, days and emptiness as the API does', () => {
  const typed = {
    ...fieldsOf(client),
    tokenParameters: 'audience = mail',
    secretWarningDays: '60, 5',
    callbackAlias: 'znuny' as const,
    mailHosts: 'imap.example\nsmtp.example, pop.example',
  };
  expect(clientChanges(typed, client)).toEqual({
    tokenParameters: { audience: 'mail' },
    secretWarningDays: [60, 5],
    callbackAlias: 'znuny',
    mailHosts: ['imap.example', 'smtp.example', 'pop.example'],
  });
  const aliased = { ...client, callbackAlias: 'znuny' as const };
  expect(clientChanges({ ...fieldsOf(aliased), callbackAlias: '' }, aliased)).toEqual({
    callbackAlias: null,
  });
});

it('says where mail of staff leaves as one place, or that it is the provider’s own', () => {
  const place = { submissionHost: 'smtp.example', submissionPort: 465, submissionSecurity: 'tls' as const };
  const open = { ...fieldsOf(client), personalServers: true, ...place };
  const submission = { host: 'smtp.example', port: 465, security: 'tls' as const };
  expect(clientChanges(open, client)).toEqual({ personalServers: true, submission });
  const named = { ...client, personalServers: true, submission };
  expect(clientChanges(fieldsOf(named), named)).toEqual({});
  expect(clientChanges({ ...fieldsOf(named), submissionHost: '' }, named)).toEqual({ submission: null });
  expect(newClient({ ...emptyFields(template), ...place, personalServers: true }, template)).toMatchObject({
    personalServers: true,
    submission,
  });
  expect(newClient(emptyFields(template), template)).not.toHaveProperty('submission');
});
