import { NO_RULES } from '../routing/sender-rules.js';
import { setUps } from './set-ups.js';

const server = (login: string, more: object = {}) => ({
  id: login,
  name: login,
  login,
  fromFilter: login,
  priority: 10,
  purpose: 'transactional' as const,
  ownerId: null,
  ownerName: '',
  isFallback: false,
  state: 'live' as const,
  ...more,
});
const NOTIFY = 'notifications@x.example';
const rules = { ...NO_RULES, defaultFrom: 'notifications', catchallDomain: 'x.example' };
const open = (needs: readonly { need: string; met: boolean }[]) =>
  needs.filter(({ met }) => !met).map(({ need }) => need);

it('misses nearly everything at first', () => {
  const { oneMailbox, serverPerUser } = setUps([], NO_RULES);
  expect(open(oneMailbox)).toEqual([
    'live-server',
    'default-sender',
    'catchall-domain',
    'server-lists-default-sender',
    'default-sender-alone',
  ]);
  expect(open(serverPerUser)).toContain('users-have-servers');
  const alone = setUps([server(NOTIFY)], NO_RULES).oneMailbox.at(-1);
  expect(alone).toMatchObject({ need: 'default-sender-alone', met: false, servers: [] });
});

it('is content with one mailbox for everyone', () => {
  expect(open(setUps([server(NOTIFY)], rules).oneMailbox)).toEqual([]);
  const more = setUps([server(NOTIFY), server('jane@x.example')], rules).oneMailbox;
  expect(open(more)).toEqual(['default-sender-alone']);
  expect(more.at(-1)?.servers).toEqual([{ id: 'jane@x.example', name: 'jane@x.example' }]);
});

it('is content with a server for each user and one for notifications', () => {
  const all = [server(NOTIFY, { isFallback: true }), server('jane@x.example'), server('bob@x.example')];
  expect(open(setUps(all, rules).serverPerUser)).toEqual(['authors-own-address', 'bulk-server']);
  const stray = [...all, server('eve@x.example', { fromFilter: 'x.example' })];
  expect(open(setUps(stray, rules).serverPerUser)).toEqual([
    'users-list-themselves',
    'authors-own-address',
    'bulk-server',
  ]);
  const lone = [server(NOTIFY), server('jane@x.example')];
  expect(open(setUps(lone, rules).serverPerUser)).toEqual([
    'notification-is-fallback',
    'authors-own-address',
    'bulk-server',
  ]);
});
