import { type Banner } from '@mailroom/notifications';
import { otherServer, type Messenger } from './other-server.js';

const relay: Messenger = {
  id: 'relay',
  name: 'Relay',
  isLive: true,
  isFailing: false,
  isFallback: false,
  priority: 10,
  isReserved: false,
  tokenId: null,
  clientId: null,
};
const office: Messenger = { ...relay, id: 'office', priority: 20, tokenId: 't1', clientId: 'c1' };

function about(...concerns: string[]): Banner {
  return {
    kind: 'server-failing',
    cause: concerns[0] ?? 'clock',
    severity: 'critical',
    params: {},
    action: { kind: 'open', path: '' },
    concerns,
    firstSeenAt: new Date(),
    snooze: null,
  };
}

it.each<[string, Banner, Messenger[], string | undefined]>([
  ['the first by priority', about(), [office, relay], 'relay'],
  ['the fallback before the first', about(), [relay, { ...office, isFallback: true }], 'office'],
  ['never the server itself', about('server:relay'), [relay, office], 'office'],
  ['never one with the same token', about('token:t1'), [office], undefined],
  ['never one with the same client', about('client:c1'), [office], undefined],
  ['none that is paused', about(), [{ ...relay, isLive: false }], undefined],
  ['none that fails', about(), [{ ...relay, isFailing: true }, office], 'office'],
  ['none of one person', about(), [{ ...relay, isReserved: true }], undefined],
  ['nobody where there is nobody', about(), [], undefined],
])('is %s', (_, banner, servers, expected) => {
  expect(otherServer(banner, [], servers)?.id).toBe(expected);
});

it('is none that another banner is about', () => {
  expect(otherServer(about(), [about('server:relay')], [relay, office])?.id).toBe('office');
});
