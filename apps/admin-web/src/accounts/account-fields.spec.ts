import { type Account } from '../api/shapes.js';
import {
  accountChanges,
  accountTrial,
  emptyAccount,
  fieldsOf,
  newAccount,
  validAccount,
  validStart,
  withProtocol,
} from './account-fields.js';

const account: Account = {
  id: 'a1',
  name: 'Support',
  kind: 'imap',
  host: 'imap.example',
  port: 993,
  security: 'tls',
  tlsTrust: { kind: 'verified' },
  cautions: [],
  quietImport: false,
  lastCheck: null,
  login: 'support@example.com',
  address: 'support@example.com',
  auth: 'token',
  tokenId: 't1',
  hasPassword: false,
  folders: ['INBOX'],
  disposition: 'seen',
  moveTo: null,
  start: 'new',
  sizeLimitBytes: 52_428_800,
  batchMessages: 2_000,
  batchBytes: 536_870_912,
  pollSeconds: 60,
  push: true,
  dispatching: 'account',
  trustHeaders: false,
  trustedHop: null,
  trustedDomains: [],
  verifyMail: false,
  destination: null,
  silentAfterMinutes: null,
  quietAfterDays: null,
  state: 'live',
  comment: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  health: {
    state: 'ok',
    lastFetchAt: null,
    lastSuccessAt: null,
    failure: null,
    nextAt: '2026-01-01T00:00:00.000Z',
    holder: null,
    notBefore: null,
    setBack: null,
  },
  counts: {
    countedTo: 1_000,
    stored: 0,
    ignored: 0,
    refused: 0,
    quarantined: 0,
    oversized: 0,
    duplicates: 0,
    tooFrequent: 0,
  },
};
const fields = fieldsOf(account);

describe('accountChanges', () => {
  it.each([
    ['nothing', {}, {}],
    ['a name', { name: 'Help' }, { name: 'Help' }],
    ['a size limit', { sizeLimitMb: 25 }, { sizeLimitBytes: 26_214_400 }],
    ['a move', { disposition: 'move' as const, moveTo: 'Done' }, { disposition: 'move', moveTo: 'Done' }],
    [
      'a password instead of the token',
      { auth: 'password' as const, password: 'pw' },
      { auth: 'password', tokenId: null, password: 'pw' },
    ],
    [
      'a pinned certificate',
      { trust: 'fingerprint' as const, sha256: 'AB' },
      { tlsTrust: { kind: 'fingerprint', sha256: 'AB' } },
    ],
    ['a fingerprint that is not used', { sha256: 'AB' }, {}],
    ['other folders', { folders: ['INBOX', 'Team'] }, { folders: ['INBOX', 'Team'] }],
    ['the same folders, chosen again', { folders: [...fields.folders] }, {}],
    ['a smaller turn', { batchMb: 8 }, { batchBytes: 8_388_608 }],
    ['a password that is typed and not used', { password: 'pw' }, {}],
    ['another host, without the token', { host: 'other.example' }, { host: 'other.example' }],
  ])('sends %s', (_, typed, expected) => {
    expect(accountChanges({ ...fields, ...typed }, account, false)).toEqual(expected);
  });

  it('names the token again when it was chosen again', () => {
    expect(accountChanges({ ...fields, host: 'other.example' }, account, true)).toEqual({
      host: 'other.example',
      tokenId: 't1',
    });
  });
});

it('tests what stands in the form, with the stored password where none is typed', () => {
  const typed = { ...fields, auth: 'password' as const, host: 'other.example' };
  expect(accountTrial(typed, 'a1')).toMatchObject({
    id: 'a1',
    host: 'other.example',
    auth: 'password',
    tokenId: null,
  });
  expect(accountTrial(typed, 'a1')).not.toHaveProperty('password');
});

it('tests a new account without asking which mail counts', () => {
  const trial = accountTrial({ ...emptyAccount, start: 'all', since: '2026-05-01' });
  expect(trial).not.toHaveProperty('start');
  expect(trial).not.toHaveProperty('since');
  expect(trial).not.toHaveProperty('quietImport');
});

it.each([
  ['the usual port', {}, 'pop3', { kind: 'pop3', port: 995, disposition: 'leave' }],
  [
    'the usual port after STARTTLS',
    { security: 'starttls', port: 143 },
    'pop3',
    { kind: 'pop3', port: 110, disposition: 'leave' },
  ],
  [
    'a port that was typed, and deleting',
    { port: 4_000, disposition: 'delete' },
    'pop3',
    { kind: 'pop3', port: 4_000, disposition: 'delete' },
  ],
  ['the way back', { kind: 'pop3', port: 995 }, 'imap', { kind: 'imap', port: 993, disposition: 'seen' }],
] as const)('follows another protocol with %s', (_, typed, kind, expected) => {
  expect(withProtocol({ ...fields, ...typed }, kind)).toEqual(expected);
});

it('says nothing of folders and push where there are none', () => {
  const { kind, ...rest } = newAccount({ ...emptyAccount, kind: 'pop3' });
  expect(kind).toBe('pop3');
  expect(rest).not.toHaveProperty('folders');
  expect(rest).not.toHaveProperty('push');
});

it('asks a new account which mail counts', () => {
  expect(newAccount({ ...emptyAccount, start: 'all' })).toMatchObject({
    start: 'all',
    disposition: 'seen',
    quietImport: true,
  });
  expect(newAccount(emptyAccount)).not.toHaveProperty('quietImport');
  const since = newAccount({ ...emptyAccount, start: 'since', since: '2026-05-01' }).start;
  expect(since).toEqual({ since: new Date('2026-05-01T00:00:00').toISOString() });
  expect(newAccount(emptyAccount)).not.toHaveProperty('address');
});

it('wants what the chosen ways need, and only that', () => {
  expect(validAccount.tokenId('', { ...fields, tokenId: '' })).not.toBeNull();
  expect(validAccount.tokenId('', { ...fields, auth: 'password' })).toBeNull();
  expect(validAccount.moveTo('', { disposition: 'move', moveTo: '' })).not.toBeNull();
  expect(validAccount.moveTo('', { disposition: 'leave', moveTo: '' })).toBeNull();
  expect(validStart.since('', { start: 'since' })).not.toBeNull();
});
