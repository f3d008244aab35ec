import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { findCauses } from './find-causes.js';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

const dead: TokenHealthRow = {
  tokenId: '11111111-1111-4111-8111-111111111111',
  mailbox: 'jane@acme.test',
  clientId: '22222222-2222-4222-8222-222222222222',
  clientName: 'Acme',
  clientValidity: 'valid',
  notifyOnExpiredToken: true,
  notifyOnExpiredRefreshToken: true,
  state: 'reconnect',
  accessExpiresAt: ago(5),
  refreshExpiresAt: null,
  renewal: 'none',
  diesOfInactivityAt: null,
  failure: { code: 'grant-expired', class: 'reconnect', at: ago(5) },
  disconnection: null,
  since: ago(5),
};
const janes: ServerHealthRow = {
  serverId: '66666666-6666-4666-8666-666666666666',
  name: 'Jane',
  state: 'live',
  tokenId: dead.tokenId,
  owner: { id: 'jane', name: 'Jane Doe' },
  missingCopies: null,
  lastSuccessAt: null,
  failure: { code: 'token-needs-reconnect', params: {}, disposition: 'ask-admin', at: ago(1) },
  queued: 3,
  oldestQueuedAt: ago(200),
};

function found(
  change: { token?: Partial<TokenHealthRow>; server?: Partial<ServerHealthRow> },
  more: {
    servers?: ServerHealthRow[];
    accounts?: Pick<AccountHealthRow, 'tokenId' | 'state' | 'quarantined'>[];
  } = {},
) {
  const servers = [{ ...janes, ...change.server }, ...(more.servers ?? [])];
  const accounts = (more.accounts ?? []) as AccountHealthRow[];
  const tokens = [{ ...dead, ...change.token }];
  return findCauses({ clients: [], tokens, servers, clocks: [], accounts }, now);
}

it('says whose mailbox it is, where an admin can act, and who is written to', () => {
  expect(found({})).toEqual([
    {
      kind: 'personal-mailbox-signed-out',
      cause: `token:${dead.tokenId}`,
      severity: 'warning',
      params: { mailbox: 'jane@acme.test', owner: 'Jane Doe', code: 'grant-expired', queued: '3' },
      action: { kind: 'open', path: `servers/${janes.serverId}` },
      concerns: [`token:${dead.tokenId}`],
      extent: 3,
      addressee: 'jane@acme.test',
    },
  ]);
});

const office = { ...janes, serverId: '77777777-7777-4777-8777-777777777777', owner: null, failure: null };
const gone = { by: 'Ada', isMissed: true };

it.each<[string, Parameters<typeof found>, string[]]>([
  ['one that an admin disconnected', [{ token: { disconnection: gone } }], ['personal-mailbox-signed-out']],
  [
    'an owner without a name',
    [{ server: { owner: { id: 'jane', name: '' } } }],
    ['personal-mailbox-signed-out'],
  ],
  ['a server that is paused', [{ server: { state: 'paused' } }], []],
  ['what nobody wants to hear of', [{ token: { notifyOnExpiredRefreshToken: false } }], ['server-failing']],
  ['a token that is alive', [{ token: { state: 'live', renewal: 'refresh-token' } }], ['token-expired']],
  ['a server that was put away', [{ server: { state: 'archived' } }], ['refresh-token-expired']],
  ['a token that a server for everybody uses too', [{}, { servers: [office] }], ['refresh-token-expired']],
  [
    'a token that an account uses too',
    [{}, { accounts: [{ tokenId: dead.tokenId, state: 'paused', quarantined: 0 }] }],
    ['refresh-token-expired'],
  ],
])('%s', (_, args, kinds) => {
  expect(found(...args).map(({ kind }) => kind)).toEqual(kinds);
});
