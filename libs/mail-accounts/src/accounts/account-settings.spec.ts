import { type z } from 'zod';
import { accountTrialSchema, newAccountSchema, type NewAccount } from './account-input.js';
import { changedSettings, needsCheck, needsRestart, newSettings } from './account-settings.js';

const tokenId = '7f3e4c1a-8d2b-4c5d-9e6f-0a1b2c3d4e5f';
const withPassword: NewAccount = {
  name: 'Support',
  host: 'imap.example.com',
  port: 993,
  security: 'tls',
  login: 'support@example.com',
  auth: 'password',
  password: 'secret',
  disposition: 'delete',
  start: 'new',
};
const withToken: NewAccount = { ...withPassword, auth: 'token', tokenId, password: undefined };

describe('newSettings', () => {
  it('fills in what was not said', () => {
    expect(newSettings(withPassword)).toMatchObject({
      address: 'support@example.com',
      folders: ['INBOX'],
      tokenId: null,
      moveTo: null,
      startFrom: 'new',
      startSince: null,
      pollSeconds: 60,
      push: true,
      destination: null,
      comment: '',
    });
  });

  it('keeps secrets out', () => {
    expect(newSettings(withPassword)).not.toHaveProperty('password');
  });

  it.each<[string, Partial<NewAccount>, string, string]>([
    ['a token account without a token', { ...withToken, tokenId: null }, 'token-required', 'tokenId'],
    [
      'a token shown to Microsoft without TLS',
      { ...withToken, host: 'outlook.office365.com', security: 'none' },
      'token-needs-tls',
      'security',
    ],
    [
      'a token shown to Google after STARTTLS',
      { ...withToken, host: 'imap.gmail.com', security: 'starttls' },
      'token-needs-tls',
      'security',
    ],
    [
      'marking as seen by POP3',
      { kind: 'pop3', disposition: 'seen' },
      'disposition-needs-imap',
      'disposition',
    ],
    [
      'moving by POP3',
      { kind: 'pop3', disposition: 'move', moveTo: 'Done' },
      'disposition-needs-imap',
      'disposition',
    ],
    ['folders by POP3', { kind: 'pop3', folders: ['INBOX', 'Sales'] }, 'folders-need-imap', 'folders'],
    ['moving nowhere', { disposition: 'move' }, 'move-folder-required', 'moveTo'],
    [
      'moving in a circle',
      { disposition: 'move', folders: ['INBOX', 'Mail'], moveTo: 'Mail' },
      'move-folder-is-source',
      'moveTo',
    ],
    ['a login that is no address, and no address', { login: 'support' }, 'address-required', 'address'],
  ])('refuses %s', (_, values, code, field) => {
    expect(() => newSettings({ ...withPassword, ...values })).toThrow(
      expect.objectContaining({ code, field }),
    );
  });

  it('drops what the choice has no use for', () => {
    expect(newSettings({ ...withPassword, tokenId, moveTo: 'Done' })).toMatchObject({
      tokenId: null,
      moveTo: null,
    });
  });

  it('takes a login that is a name, with an address beside it', () => {
    const settings = newSettings({
      ...withPassword,
      login: 'EXAMPLE\\support',
      address: 'support@example.com',
    });
    expect(settings).toMatchObject({ login: 'EXAMPLE\\support', address: 'support@example.com' });
  });
});

describe('changedSettings', () => {
  const former = newSettings(withToken);

  it('changes what is given and nothing else', () => {
    expect(changedSettings(former, { pollSeconds: 300 })).toEqual({ ...former, pollSeconds: 300 });
    expect(changedSettings(former, { pollSeconds: undefined })).toEqual(former);
    expect(changedSettings(former, { start: { since: '2026-01-01T00:00:00Z' } })).toEqual({
      ...former,
      startFrom: 'since',
      startSince: new Date('2026-01-01T00:00:00Z'),
    });
  });

  it.each([{ host: 'imap.elsewhere.example' }, { port: 1993 }, { security: 'starttls' as const }])(
    'shows the token to another server only when it is named again: %j',
    (moved) => {
      expect(() => changedSettings(former, moved)).toThrow(
        expect.objectContaining({ code: 'token-required-for-new-origin', field: 'tokenId' }),
      );
      expect(changedSettings(former, { ...moved, tokenId })).toMatchObject(moved);
    },
  );
});

it.each<[string, Parameters<typeof changedSettings>[1], boolean, boolean]>([
  ['a new name', { name: 'Sales', comment: 'x' }, false, false],
  ['another rhythm', { pollSeconds: 120 }, false, true],
  ['another size limit', { sizeLimitBytes: 1_048_576 }, false, true],
  ['another queue', { destination: 'sales' }, false, true],
  ['another login', { login: 'sales@example.com' }, true, true],
  ['another folder', { folders: ['Sales'] }, true, true],
  ['another disposition', { disposition: 'seen' }, true, true],
  ['the same again', { folders: ['INBOX'] }, false, false],
])('%s: tried first %s, session restarted %s', (_, changes, check, restart) => {
  const former = newSettings(withPassword);
  const settings = changedSettings(former, changes);
  expect([needsCheck(former, settings), needsRestart(former, settings)]).toEqual([check, restart]);
});

describe('the input of an account', () => {
  const read = (schema: z.ZodType, values: object): unknown => schema.parse({ ...withPassword, ...values });

  it.each([
    [{ host: ' IMAP.Example.COM ' }, { host: 'imap.example.com' }],
    [{ host: 'bücher.example' }, { host: 'xn--bcher-kva.example' }],
    [{ host: '[2001:db8::1]' }, { host: '2001:db8::1' }],
    [{ host: '192.0.2.1' }, { host: '192.0.2.1' }],
    [{ address: 'Support@Bücher.example' }, { address: 'Support@xn--bcher-kva.example' }],
  ])('%j is read as %j', (values, expected) => {
    expect(read(newAccountSchema, values)).toMatchObject(expected);
  });

  it.each([
    { host: 'imap.example.com:993' },
    { host: 'https://imap.example.com' },
    { host: 'a b' },
    { port: 0 },
    { port: 70_000 },
    { login: 'a\r\nb' },
    { folders: [] },
    { folders: [''] },
    { folders: ['INBOX', 'INBOX'] },
    { start: 'yesterday' },
    { start: { since: 'yesterday' } },
    { disposition: undefined },
    { pollSeconds: 1 },
    { sizeLimitBytes: 1 },
    { surprise: true },
  ])('%j is refused', (values) => {
    expect(() => read(newAccountSchema, values)).toThrow();
  });

  it('a trial needs no name', () => {
    const { name: _, disposition: __, start: ___, ...values } = withPassword;
    expect(accountTrialSchema.parse(values)).toEqual(values);
  });
});
