import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { sentCopiesFailing } from './sent-copies-failing.js';

const since = new Date('2026-03-01T12:00:00Z');
const server = { serverId: 'one', name: 'Desk', missingCopies: null } as ServerHealthRow;

it('is silent while every copy is where it belongs', () => {
  expect(sentCopiesFailing(server)).toBeNull();
});

it('says how many are missing, where, since when and why', () => {
  const missingCopies = {
    copies: 2,
    givenUp: 1,
    since,
    mailbox: 'desk@x.example',
    code: 'sent-copy-refused',
  };
  expect(sentCopiesFailing({ ...server, missingCopies })).toEqual({
    kind: 'sent-copies-failing',
    cause: 'sent-copies:one',
    severity: 'warning',
    params: {
      server: 'Desk',
      mailbox: 'desk@x.example',
      copies: '2',
      since: since.toISOString(),
      code: 'sent-copy-refused',
    },
    action: { kind: 'open', path: 'servers/one' },
    extent: 2,
  });
});
