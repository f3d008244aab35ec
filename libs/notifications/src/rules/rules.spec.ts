import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type ClientHealthRow, type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { accountAlarm } from './account-alarm.js';
import { clientFailing } from './client-failing.js';
import { findCauses, tokensBehind } from './find-causes.js';
import { hostClockWrong } from './host-clock-wrong.js';
import { refreshTokenExpired } from './refresh-token-expired.js';
import { refreshTokenIdle } from './refresh-token-idle.js';
import { secretEnding } from './secret-ending.js';
import { quarantineNotEmpty } from './quarantine-not-empty.js';
import { serverAlarm } from './server-alarm.js';
import { tokenExpired } from './token-expired.js';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const ahead = (minutes: number): Date => ago(-minutes);

const sound: TokenHealthRow = {
  tokenId: '11111111-1111-4111-8111-111111111111',
  mailbox: 'support@acme.test',
  clientId: '22222222-2222-4222-8222-222222222222',
  clientName: 'Acme',
  clientValidity: 'valid',
  notifyOnExpiredToken: true,
  notifyOnExpiredRefreshToken: true,
  state: 'live',
  accessExpiresAt: ahead(50),
  refreshExpiresAt: null,
  renewal: 'refresh-token',
  diesOfInactivityAt: null,
  failure: null,
  disconnection: null,
  since: ago(600),
};
const reconnect: Partial<TokenHealthRow> = {
  state: 'reconnect',
  failure: { code: 'grant-expired', class: 'reconnect', at: ago(5) },
};

const fetching: AccountHealthRow = {
  accountId: '33333333-3333-4333-8333-333333333333',
  name: 'Support',
  host: 'imap.acme.test',
  state: 'live',
  lastSuccessAt: ago(1),
  lastTakenAt: null,
  liveSince: ago(600),
  pollSeconds: 60,
  notBefore: null,
  silentAfterMinutes: null,
  quietAfterDays: null,
  setBack: null,
  failure: null,
  tokenId: sound.tokenId,
  oversized: 0,
  quarantined: 0,
  oldestWaitingAt: null,
  lastRun: null,
};

const trouble: AccountHealthRow['failure'] = {
  code: 'mailbox-unreachable',
  params: {},
  disposition: 'retry-later',
  at: ago(1),
};

describe('refresh token expired', () => {
  it.each<[string, Partial<TokenHealthRow>, boolean]>([
    ['a sound token', {}, false],
    ['a dead grant', reconnect, true],
    ['a grant under suspicion', { state: 'suspected' }, false],
    ['no refresh token', { renewal: 'none' }, true],
    ['no refresh token, and none needed', { renewal: 'client', accessExpiresAt: ago(1) }, false],
    ['a refresh token past its date', { refreshExpiresAt: ago(1) }, true],
    ['a refresh token at its date', { refreshExpiresAt: now }, true],
    ['a refresh token with time left', { refreshExpiresAt: ahead(1) }, false],
    ['an access token past its date alone', { accessExpiresAt: ago(1) }, false],
    ['a dead grant nobody wants to hear of', { ...reconnect, notifyOnExpiredRefreshToken: false }, false],
    ['a dead grant of an invalid client', { ...reconnect, clientValidity: 'invalid' }, false],
  ])('%s', (_, change, warns) => {
    expect(refreshTokenExpired({ ...sound, ...change }, now) !== null).toBe(warns);
  });

  it('names the mailbox, the client and the code, and offers to reconnect', () => {
    expect(refreshTokenExpired({ ...sound, ...reconnect }, now)).toEqual({
      kind: 'refresh-token-expired',
      cause: `token:${sound.tokenId}`,
      severity: 'critical',
      params: {
        mailbox: 'support@acme.test',
        client: 'Acme',
        code: 'grant-expired',
        expiresAt: ahead(50).toISOString(),
      },
      action: { kind: 'reconnect', tokenId: sound.tokenId, path: `tokens/${sound.tokenId}` },
      concerns: [`token:${sound.tokenId}`],
    });
  });
});

describe('token disconnected', () => {
  const failure = { code: 'disconnected', class: 'reconnect', at: ago(5) } as const;
  const gone: TokenHealthRow = {
    ...sound,
    state: 'reconnect',
    renewal: 'none',
    accessExpiresAt: ago(5),
    failure,
    disconnection: { by: 'Ada', isMissed: true },
  };
  const kinds = (change: Partial<TokenHealthRow>, accounts: AccountHealthRow[] = []) =>
    findCauses({ clients: [], servers: [], clocks: [], tokens: [{ ...gone, ...change }], accounts }, now).map(
      ({ kind }) => kind,
    );
  const idle = { ...fetching, failure: trouble, lastSuccessAt: ago(60) };

  it.each<[string, Partial<TokenHealthRow>, AccountHealthRow[], string[]]>([
    ['something live uses it', {}, [], ['token-disconnected']],
    ['nothing that is live does', { disconnection: { by: 'Ada', isMissed: false } }, [], []],
    ['an account stands still for it', {}, [idle], ['token-disconnected']],
    ['nobody wants to hear of it', { notifyOnExpiredRefreshToken: false }, [], []],
    ['its client is invalid', { clientValidity: 'invalid' }, [], []],
  ])('%s', (_, change, accounts, expected) => {
    expect(kinds(change, accounts)).toEqual(expected);
  });

  it('says who did it, and offers to reconnect', () => {
    expect(findCauses({ clients: [], servers: [], clocks: [], tokens: [gone], accounts: [] }, now)).toEqual([
      {
        kind: 'token-disconnected',
        cause: `token:${sound.tokenId}`,
        severity: 'critical',
        params: { mailbox: 'support@acme.test', client: 'Acme', by: 'Ada', at: ago(5).toISOString() },
        action: { kind: 'reconnect', tokenId: sound.tokenId, path: `tokens/${sound.tokenId}` },
        concerns: [`token:${sound.tokenId}`],
      },
    ]);
  });
});

describe('token expired', () => {
  it.each<[string, Partial<TokenHealthRow>, string | null]>([
    ['a sound token', {}, null],
    ['a token past its date that can be renewed', { accessExpiresAt: ago(1) }, 'open'],
    ['a token past its date without a refresh token', { accessExpiresAt: now, renewal: 'none' }, 'reconnect'],
    ['a dead grant past its date', { ...reconnect, accessExpiresAt: ago(1) }, 'reconnect'],
    ['a dead grant with time left', reconnect, null],
    ['one nobody wants to hear of', { accessExpiresAt: ago(1), notifyOnExpiredToken: false }, null],
    ['one of an invalid client', { accessExpiresAt: ago(1), clientValidity: 'invalid' }, null],
  ])('%s', (_, change, action) => {
    expect(tokenExpired({ ...sound, ...change }, now)?.action.kind ?? null).toBe(action);
  });
});

describe('account not fetching', () => {
  it.each<[string, Partial<AccountHealthRow>, boolean]>([
    ['fetched a minute ago', {}, false],
    ['15 minutes ago, polled each minute', { lastSuccessAt: ago(15) }, false],
    ['longer ago, polled each minute', { lastSuccessAt: ago(15.1) }, true],
    ['an hour ago, polled every 20 minutes', { lastSuccessAt: ago(60), pollSeconds: 1200 }, false],
    ['longer ago, polled every 20 minutes', { lastSuccessAt: ago(60.1), pollSeconds: 1200 }, true],
    ['never, live for a minute', { lastSuccessAt: null, liveSince: ago(1) }, false],
    ['never, live for an hour', { lastSuccessAt: null, liveSince: ago(60) }, true],
    [
      'never, in the middle of a long first fetch',
      { lastSuccessAt: null, liveSince: ago(60), lastTakenAt: ago(1) },
      false,
    ],
    ['before a long pause that ended just now', { lastSuccessAt: ago(6000), liveSince: ago(1) }, false],
    ['long ago, but paused', { lastSuccessAt: ago(600), state: 'paused' }, false],
    ['never, and still a draft', { lastSuccessAt: null, state: 'draft' }, false],
    ['long ago, but archived', { lastSuccessAt: ago(600), state: 'archived' }, false],
  ])('%s', (_, change, warns) => {
    const found = accountAlarm({ ...fetching, failure: trouble, ...change }, now);
    expect(found?.kind).toBe(warns ? 'account-not-fetching' : undefined);
  });
});

describe('a mailbox that neither fetches nor fails', () => {
  it.each<[string, Partial<AccountHealthRow>, string | undefined]>([
    ['for an hour, polled each minute', { lastSuccessAt: ago(60) }, undefined],
    ['for longer', { lastSuccessAt: ago(60.1) }, 'mailbox-silent'],
    ['for two hours, polled every half hour', { lastSuccessAt: ago(120), pollSeconds: 1800 }, undefined],
    [
      'for longer, polled every half hour',
      { lastSuccessAt: ago(120.1), pollSeconds: 1800 },
      'mailbox-silent',
    ],
    ['since it went live', { lastSuccessAt: null, liveSince: ago(61) }, 'mailbox-silent'],
    ['in the middle of a long first fetch', { lastSuccessAt: null, lastTakenAt: ago(1) }, undefined],
    ['for long, and fails', { lastSuccessAt: ago(600), failure: trouble }, 'account-not-fetching'],
    ['for less than its admin finds odd', { lastSuccessAt: ago(300), silentAfterMinutes: 300 }, undefined],
    [
      'for more than its admin finds odd',
      { lastSuccessAt: ago(31), silentAfterMinutes: 30 },
      'mailbox-silent',
    ],
    [
      'for ever, and nobody wants to hear of it',
      { lastSuccessAt: ago(1e5), silentAfterMinutes: 0 },
      undefined,
    ],
    ['for long, but paused', { lastSuccessAt: ago(600), state: 'paused' }, undefined],
  ])('%s', (_, change, kind) => {
    expect(accountAlarm({ ...fetching, ...change }, now)?.kind).toBe(kind);
  });
});

describe('an account that its provider lets wait', () => {
  const limit: AccountHealthRow['failure'] = {
    ...trouble,
    code: 'mailbox-bandwidth-exceeded',
    at: ago(1),
  };

  it.each<[string, Partial<AccountHealthRow>, string | undefined]>([
    ['for an hour', { failure: limit, notBefore: ahead(60) }, 'account-throttled'],
    ['for a minute', { failure: limit, notBefore: ahead(1) }, undefined],
    [
      'for a minute, again and again',
      { failure: limit, notBefore: ahead(1), lastSuccessAt: ago(16) },
      'account-throttled',
    ],
    [
      'for a minute that is over, again and again',
      { failure: limit, lastSuccessAt: ago(16) },
      'account-throttled',
    ],
    [
      'because of another that shares its limit',
      { notBefore: ahead(5), lastSuccessAt: ago(70) },
      'account-throttled',
    ],
    ['and is paused', { failure: limit, notBefore: ahead(60), state: 'paused' }, undefined],
    [
      'without having met a limit',
      { failure: trouble, notBefore: ahead(1), lastSuccessAt: ago(16) },
      'account-not-fetching',
    ],
  ])('%s', (_, change, kind) => {
    expect(accountAlarm({ ...fetching, ...change }, now)?.kind).toBe(kind);
  });
});

describe('what only the administrator at the provider can do', () => {
  const policy: Partial<TokenHealthRow> = {
    failure: { code: 'AADSTS53003', class: 'ask-admin', at: ago(5) },
  };
  const other = { ...sound, tokenId: '77777777-7777-4777-8777-777777777777', mailbox: 'sales@acme.test' };
  const found = (tokens: TokenHealthRow[], accounts: AccountHealthRow[] = []) =>
    findCauses({ clients: [], servers: [], clocks: [], tokens, accounts }, now);
  const idle = { ...fetching, failure: trouble, lastSuccessAt: ago(60) };

  it('is one banner for a mailbox, with its account in it', () => {
    const expired = { ...sound, ...policy, accessExpiresAt: ago(1), diesOfInactivityAt: ahead(60) };
    expect(found([expired], [idle])).toEqual([
      {
        kind: 'admin-action-needed',
        cause: `client:${sound.clientId}:AADSTS53003`,
        severity: 'critical',
        params: {
          mailbox: 'support@acme.test',
          client: 'Acme',
          code: 'AADSTS53003',
          mailboxes: '1',
          since: ago(5).toISOString(),
        },
        action: { kind: 'open', path: `tokens/${sound.tokenId}` },
        extent: 1,
        concerns: [`client:${sound.clientId}`],
      },
    ]);
  });

  it('is one banner for all mailboxes that one decision concerns, under the same cause', () => {
    expect(
      found([
        { ...sound, ...policy },
        { ...other, ...policy },
      ]),
    ).toMatchObject([
      {
        cause: `client:${sound.clientId}:AADSTS53003`,
        params: { mailbox: null, mailboxes: '2' },
        action: { path: `tokens?client=${sound.clientId}` },
      },
    ]);
  });

  it.each<[string, Partial<TokenHealthRow>, string[]]>([
    ['nothing where its client is invalid', { ...policy, clientValidity: 'invalid' }, []],
    ['nothing beside a dead grant', { ...policy, state: 'reconnect' }, ['refresh-token-expired']],
    ['nothing where time helps', { failure: { code: 'http-503', class: 'retry-later', at: ago(5) } }, []],
  ])('is %s', (_, change, kinds) => {
    expect(found([{ ...sound, ...change }]).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('may be about one account, and is said at once', () => {
    const failure = { ...trouble, code: 'mailbox-imap-disabled', disposition: 'ask-admin' as const };
    expect(accountAlarm({ ...fetching, failure }, now)).toMatchObject({
      kind: 'admin-action-needed',
      cause: `account:${fetching.accountId}`,
      params: { mailbox: 'Support', code: 'mailbox-imap-disabled' },
    });
    expect(accountAlarm({ ...fetching, failure, state: 'paused' }, now)).toBeNull();
  });
});

describe('accounts that suffer from their mail host', () => {
  const limit = { ...trouble, code: 'mailbox-throttled' };
  const refused = { ...trouble, code: 'mailbox-login-refused', disposition: 'ask-admin' as const };
  const row = (id: number, change: Partial<AccountHealthRow> = {}): AccountHealthRow => ({
    ...fetching,
    accountId: `3333333${id}-3333-4333-8333-333333333333`,
    tokenId: null,
    failure: trouble,
    lastSuccessAt: ago(60),
    ...change,
  });
  const found = (accounts: AccountHealthRow[]) =>
    findCauses({ clients: [], tokens: [], servers: [], clocks: [], accounts }, now);

  it.each<[string, AccountHealthRow[], string[]]>([
    ['one', [row(1)], ['account-not-fetching']],
    ['several at one host', [row(1), row(2), row(3)], ['mail-host-failing']],
    [
      'several at several hosts',
      [row(1), row(2, { host: 'imap.other.test' })],
      ['account-not-fetching', 'account-not-fetching'],
    ],
    [
      'several that are refused',
      [row(1, { failure: refused }), row(2, { failure: refused })],
      ['account-not-fetching', 'account-not-fetching'],
    ],
    [
      'several that it lets wait',
      [row(1, { failure: limit }), row(2, { failure: limit })],
      ['mail-host-throttling'],
    ],
  ])('%s', (_, accounts, kinds) => {
    expect(found(accounts).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('are one banner with their number', () => {
    expect(found([row(1), row(2, { lastSuccessAt: ago(90) })])).toEqual([
      {
        kind: 'mail-host-failing',
        cause: 'host:imap.acme.test',
        severity: 'critical',
        params: {
          host: 'imap.acme.test',
          accounts: '2',
          code: 'mailbox-unreachable',
          since: ago(90).toISOString(),
        },
        action: { kind: 'open', path: 'accounts' },
        extent: 2,
      },
    ]);
  });
});

describe('mail that no server has taken up', () => {
  it.each<[string, number | null, string[]]>([
    ['there is none', null, []],
    ['for an hour', 60, []],
    ['for longer', 61, ['mail-without-server']],
  ])('%s', (_, minutes, kinds) => {
    const unrouted = minutes === null ? null : { queued: 2, oldestAt: ago(minutes), code: null };
    const health = { clients: [], tokens: [], accounts: [], servers: [], clocks: [], unrouted };
    expect(findCauses(health, now).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a mailbox that gets no mail', () => {
  const day = 24 * 60;

  it.each<[string, Partial<AccountHealthRow>, string | undefined]>([
    ['and nobody minds', { lastTakenAt: ago(90 * day), liveSince: ago(99 * day) }, undefined],
    [
      'for long',
      { quietAfterDays: 3, lastTakenAt: ago(3.1 * day), liveSince: ago(9 * day) },
      'mailbox-quiet',
    ],
    ['for a while', { quietAfterDays: 3, lastTakenAt: ago(2.9 * day), liveSince: ago(9 * day) }, undefined],
    ['because it is new', { quietAfterDays: 3, liveSince: ago(day) }, undefined],
    [
      'because it fails',
      {
        quietAfterDays: 3,
        lastTakenAt: ago(9 * day),
        liveSince: ago(9 * day),
        lastSuccessAt: ago(99),
        failure: trouble,
      },
      'account-not-fetching',
    ],
  ])('%s', (_, change, kind) => {
    expect(accountAlarm({ ...fetching, ...change }, now)?.kind).toBe(kind);
  });
});

describe('an account that was set back', () => {
  const setBack = { at: ago(60), code: 'mailbox-login-refused' };

  it.each<[string, Partial<AccountHealthRow>, boolean]>([
    ['is one until somebody decides', { state: 'draft', setBack }, true],
    ['is none when it was archived', { state: 'archived', setBack }, false],
    ['is none when somebody made it a draft', { state: 'draft', setBack: null }, false],
  ])('%s', (_, change, warns) => {
    const found = accountAlarm({ ...fetching, ...change }, now);
    expect(found?.kind).toBe(warns ? 'account-set-back' : undefined);
    if (warns) expect(found?.params).toMatchObject({ code: setBack.code });
  });
});

describe('one banner per cause, the most urgent first', () => {
  const idle = { ...fetching, failure: trouble, lastSuccessAt: ago(60) };
  const dead = { ...sound, ...reconnect, accessExpiresAt: ago(30) };
  const late = { ...sound, tokenId: '44444444-4444-4444-8444-444444444444', accessExpiresAt: ago(1) };

  it.each<[string, TokenHealthRow[], AccountHealthRow[], string[]]>([
    ['nothing ill', [sound], [fetching], []],
    ['a token that breaks both rules', [dead], [], ['refresh-token-expired']],
    ['an account behind an ill token', [dead], [idle], ['refresh-token-expired']],
    [
      'an account behind a token of which nobody wants to hear',
      [{ ...dead, notifyOnExpiredRefreshToken: false, notifyOnExpiredToken: false }],
      [idle],
      ['account-not-fetching'],
    ],
    ['an account whose token was just reconnected', [{ ...sound, since: ago(1) }], [idle], []],
    ['an account that stands still although its token is sound', [sound], [idle], ['account-not-fetching']],
    [
      'an account with a password',
      [dead],
      [{ ...idle, tokenId: null }],
      ['refresh-token-expired', 'account-not-fetching'],
    ],
    [
      'all of them',
      [late, dead],
      [{ ...idle, tokenId: null }],
      ['refresh-token-expired', 'account-not-fetching', 'token-expired'],
    ],
  ])('%s', (_, tokens, accounts, kinds) => {
    expect(
      findCauses({ clients: [], servers: [], clocks: [], tokens, accounts }, now).map(({ kind }) => kind),
    ).toEqual(kinds);
  });
});

describe('tokens behind accounts that stand still', () => {
  const idle = { ...fetching, failure: trouble, lastSuccessAt: ago(60) };

  it.each<[string, AccountHealthRow[], TokenHealthRow[], string[]]>([
    ['none where mail is fetched', [fetching], [], []],
    ['one where it is not, however many accounts', [idle, idle], [], [sound.tokenId]],
    ['none that is ailing anyway', [idle], [sound], []],
    ['none of an account with a password', [{ ...idle, tokenId: null }], [], []],
  ])('%s', (_, accounts, ailing, expected) => {
    expect(tokensBehind(accounts, ailing, now)).toEqual(expected);
  });
});

const days = (count: number): Date => ahead(count * 24 * 60);
const client: ClientHealthRow = {
  clientId: sound.clientId,
  name: 'Acme',
  validity: 'valid',
  notifyOnExpiredToken: false,
  notifyOnExpiredRefreshToken: true,
  failure: null,
  mailboxes: 12,
  secrets: [],
  certificate: null,
  warningDays: [30, 14, 7, 3, 1],
};
const secret = (expiresAt: Date | null, id = 's1', refused = false) => ({ id, expiresAt, refused });

describe('client failing', () => {
  const refused = { code: 'AADSTS7000222', class: 'fix-client', since: ago(1) } as const;
  const silent = { code: 'http-503', class: 'retry-later', since: ago(16) } as const;

  it.each<[string, Partial<ClientHealthRow>, string | null]>([
    ['a sound one', {}, null],
    ['one whose secret is refused', { failure: refused }, 'client-failing'],
    ['one that is not valid', { failure: refused, validity: 'invalid' }, null],
    ['one whose provider is silent for long', { failure: silent }, 'provider-not-answering'],
    ['one whose provider has just stumbled', { failure: { ...silent, since: ago(14) } }, null],
  ])('%s', (_, change, kind) => {
    expect(clientFailing({ ...client, ...change }, now)?.kind ?? null).toBe(kind);
  });

  it('is one banner, which says how many mailboxes it holds up', () => {
    const held = [1, 2, 3].map((each) => ({
      ...sound,
      tokenId: `1111111${each}-1111-4111-8111-111111111111`,
      accessExpiresAt: ago(1),
      diesOfInactivityAt: days(3),
    }));
    const accounts = held.map(({ tokenId }) => ({ ...fetching, lastSuccessAt: ago(60), tokenId }));
    const health = {
      clients: [{ ...client, failure: refused }],
      tokens: held,
      accounts,
      servers: [],
      clocks: [],
    };
    expect(findCauses(health, now)).toEqual([
      {
        kind: 'client-failing',
        cause: `client:${client.clientId}`,
        severity: 'critical',
        params: { client: 'Acme', code: 'AADSTS7000222', mailboxes: '12', since: ago(1).toISOString() },
        action: { kind: 'open', path: `clients/${client.clientId}` },
        extent: 12,
        concerns: [`client:${client.clientId}`],
      },
    ]);
    const expired = { ...client, failure: refused, secrets: [secret(ago(60))] };
    expect(findCauses({ ...health, clients: [expired] }, now).map(({ kind }) => kind)).toEqual([
      'secret-expired',
    ]);
    const dead = { ...held[0]!, ...reconnect };
    expect(findCauses({ ...health, tokens: [dead], accounts: [] }, now).map(({ kind }) => kind)).toEqual([
      'client-failing',
      'refresh-token-expired',
    ]);
  });
});

describe('a secret or certificate that ends', () => {
  const ends = (secrets: ClientHealthRow['secrets'], change: Partial<ClientHealthRow> = {}): string[] =>
    secretEnding({ ...client, secrets, ...change }, now).map(({ kind, cause }) => `${kind} ${cause}`);

  it.each<[string, ClientHealthRow['secrets'], string[]]>([
    ['without a date', [secret(null)], []],
    ['in 31 days', [secret(days(31))], []],
    ['in 30 days', [secret(days(30))], ['secret-expiring secret:s1:30']],
    ['in 15 days', [secret(days(15))], ['secret-expiring secret:s1:30']],
    ['in 14 days', [secret(days(14))], ['secret-expiring secret:s1:14']],
    ['in five days', [secret(days(5))], ['secret-expiring secret:s1:7']],
    ['in two days', [secret(days(2))], ['secret-expiring secret:s1:3']],
    ['tonight', [secret(days(0.4))], ['secret-expiring secret:s1:1']],
    ['an hour ago', [secret(ago(60))], ['secret-expired secret:s1']],
    ['soon, but another lasts', [secret(days(2)), secret(days(200), 's2')], []],
    ['soon, but another has no date', [secret(ago(9)), secret(null, 's2')], []],
    [
      'soon, and another soon after',
      [secret(days(2)), secret(days(6), 's2')],
      ['secret-expiring secret:s2:7'],
    ],
    [
      'soon, and another was refused',
      [secret(days(2)), secret(days(200), 's2', true)],
      ['secret-expiring secret:s1:3'],
    ],
    ['soon, and was refused', [secret(days(2), 's1', true)], ['secret-expiring secret:s1:3']],
  ])('%s', (_, secrets, expected) => {
    expect(ends(secrets)).toEqual(expected);
  });

  it('is announced as its client wants it, and not for one that is not valid', () => {
    expect(ends([secret(days(50))], { warningDays: [60] })).toEqual(['secret-expiring secret:s1:60']);
    expect(ends([secret(days(1))], { warningDays: [] })).toEqual([]);
    expect(ends([secret(ago(1))], { warningDays: [] })).toEqual(['secret-expired secret:s1']);
    expect(ends([secret(days(1))], { validity: 'temporarily-invalid' })).toEqual([]);
  });

  it('may be a certificate', () => {
    const certificate = { ...secret(days(3)), id: client.clientId };
    expect(ends([], { certificate })).toEqual([`certificate-expiring certificate:${client.clientId}:3`]);
  });
});

describe('a refresh token that nobody uses', () => {
  it.each<[string, Partial<TokenHealthRow>, boolean]>([
    ['where inactivity does no harm', {}, false],
    ['with 15 days to go', { diesOfInactivityAt: days(15) }, false],
    ['with 14 days to go', { diesOfInactivityAt: days(14) }, true],
    [
      'of which nobody wants to hear',
      { diesOfInactivityAt: days(1), notifyOnExpiredRefreshToken: false },
      false,
    ],
    ['of an invalid client', { diesOfInactivityAt: days(1), clientValidity: 'invalid' }, false],
  ])('%s', (_, change, warns) => {
    expect(refreshTokenIdle({ ...sound, ...change }, now) !== null).toBe(warns);
  });
});

describe('a wrong clock', () => {
  it('is one banner, with the worst case in it', () => {
    const row = { host: 'web-1', provider: 'a.test', skewSeconds: 90, measuredAt: now };
    expect(hostClockWrong([])).toBeNull();
    expect(hostClockWrong([row, { ...row, provider: 'b.test', skewSeconds: -600 }])?.params).toMatchObject({
      host: 'web-1',
      provider: 'b.test',
      minutes: '10',
      direction: 'behind',
    });
  });
});

const idle: ServerHealthRow = {
  serverId: '66666666-6666-4666-8666-666666666666',
  name: 'Relay',
  state: 'live',
  tokenId: sound.tokenId,
  owner: null,
  missingCopies: null,
  lastSuccessAt: ago(600),
  failure: null,
  queued: 0,
  oldestQueuedAt: null,
};
const refusal = (disposition: 'retry-later' | 'give-up'): Partial<ServerHealthRow> => ({
  failure: { code: 'smtp-unreachable', params: {}, disposition, at: ago(1) },
});
const waiting = (minutes: number): Partial<ServerHealthRow> => ({ queued: 4, oldestQueuedAt: ago(minutes) });

describe('a server', () => {
  it.each<[string, Partial<ServerHealthRow>, string | undefined]>([
    ['with nothing to send', {}, undefined],
    ['that may recover, with nothing to send', refusal('retry-later'), undefined],
    ['that may recover, 15 minutes on', { ...refusal('retry-later'), ...waiting(15) }, undefined],
    ['that may recover, 16 minutes on', { ...refusal('retry-later'), ...waiting(16) }, 'server-failing'],
    ['that needs somebody', refusal('give-up'), 'server-failing'],
    ['that needs somebody and is paused', { ...refusal('give-up'), state: 'paused' }, undefined],
    ['where mail has waited for an hour', waiting(60), undefined],
    ['where mail has waited for longer', waiting(61), 'outbox-stuck'],
    ['that never sent, where mail waits', { ...waiting(61), lastSuccessAt: null }, 'outbox-stuck'],
    ['where mail waits while other mail leaves', { ...waiting(300), lastSuccessAt: ago(2) }, undefined],
    ['where mail waits because it is paused', { ...waiting(300), state: 'paused' }, undefined],
  ])('%s', (_, change, kind) => {
    expect(serverAlarm({ ...idle, ...change }, now)?.kind).toBe(kind);
  });

  it('says how much mail waits and since when', () => {
    expect(serverAlarm({ ...idle, ...refusal('give-up'), ...waiting(9) }, now)).toEqual({
      kind: 'server-failing',
      cause: `server:${idle.serverId}`,
      severity: 'critical',
      params: { server: 'Relay', code: 'smtp-unreachable', queued: '4', since: ago(9).toISOString() },
      action: { kind: 'open', path: `servers/${idle.serverId}` },
      extent: 4,
      concerns: [`server:${idle.serverId}`],
    });
  });

  it('is in the banner of its token or client while that is ill', () => {
    const servers = [{ ...idle, ...refusal('give-up') }];
    const kinds = (clients: ClientHealthRow[], tokens: TokenHealthRow[]) =>
      findCauses({ clients, tokens, accounts: [], servers, clocks: [] }, now).map(({ kind }) => kind);
    expect(kinds([], [])).toEqual(['server-failing']);
    expect(kinds([], [{ ...sound, ...reconnect }])).toEqual(['refresh-token-expired']);
    const failure = { code: 'AADSTS7000222', class: 'fix-client', since: ago(1) } as const;
    expect(kinds([{ ...client, failure }], [sound])).toEqual(['client-failing']);
  });
});

describe('mail in quarantine', () => {
  it('is one banner for its account, beside what else is wrong there', () => {
    expect(quarantineNotEmpty(fetching)).toBeNull();
    const account = { ...fetching, tokenId: null, quarantined: 3, failure: trouble, lastSuccessAt: ago(60) };
    const found = findCauses({ clients: [], tokens: [], accounts: [account], servers: [], clocks: [] }, now);
    expect(found.map(({ kind }) => kind)).toEqual(['account-not-fetching', 'quarantine-not-empty']);
    expect(found[1]).toEqual({
      kind: 'quarantine-not-empty',
      cause: `quarantine:${account.accountId}`,
      severity: 'warning',
      params: { account: 'Support', mails: '3' },
      action: { kind: 'open', path: `quarantine?account=${account.accountId}` },
      extent: 3,
    });
  });
});
