import { domainOf } from '@mailroom/kernel';
import { fitOf } from '../routing/from-filter.js';
import { type RoutableServer } from '../routing/select-server.js';
import { notificationAddress, type SenderRules } from '../routing/sender-rules.js';

/** What a set-up needs, by name; the pages have the words. */
export const setUpNeeds = [
  'live-server',
  'default-sender',
  'catchall-domain',
  'server-lists-default-sender',
  'default-sender-alone',
  'notification-is-fallback',
  'users-have-servers',
  'users-list-themselves',
  'authors-own-address',
  'bulk-server',
] as const;

/** One need and whether it is met; `optional` ones may stay open. `servers`: which ones fall short. */
export interface SetUpNeed {
  readonly need: (typeof setUpNeeds)[number];
  readonly met: boolean;
  readonly optional: boolean;
  readonly servers: readonly { readonly id: string; readonly name: string }[];
}

type SetUpServer = RoutableServer & { readonly login: string };

/**
 * How far the two usual configurations are: one mailbox that everything leaves through, and one server for each user
 * beside one for notifications.
 */
export function setUps(
  servers: readonly SetUpServer[],
  rules: SenderRules,
): { oneMailbox: SetUpNeed[]; serverPerUser: SetUpNeed[] } {
  const live = servers.filter(({ state, purpose }) => state === 'live' && purpose === 'transactional');
  const shared = live.filter(({ ownerId }) => ownerId === null);
  const notification = notificationAddress(rules);
  const lists = (server: SetUpServer) =>
    notification !== null && fitOf(server.fromFilter, notification) === 'address';
  const carriers = shared.filter(lists);
  // Nobody is beside the default sender's server while there is no default sender.
  const users = live.filter((server) => notification !== null && !lists(server));
  const common = [
    need('default-sender', notification !== null),
    need('catchall-domain', notification !== null && rules.catchallDomain === domainOf(notification)),
    need(
      'server-lists-default-sender',
      carriers.length > 0,
      shared.filter((server) => !lists(server)),
    ),
  ];
  const strayUsers = users.filter(({ fromFilter, login }) => !listsItself(fromFilter, login));
  return {
    oneMailbox: [
      need('live-server', shared.length > 0),
      ...common,
      need('default-sender-alone', carriers.length > 0 && users.length === 0, users),
    ],
    serverPerUser: [
      ...common,
      need(
        'notification-is-fallback',
        carriers.some(({ isFallback }) => isFallback),
        carriers,
      ),
      need('users-have-servers', users.length > 0),
      need('users-list-themselves', users.length > 0 && strayUsers.length === 0, strayUsers),
      { ...need('authors-own-address', rules.authorsOwnAddress), optional: true },
      { ...need('bulk-server', rules.bulkServerId !== null), optional: true },
    ],
  };
}

function listsItself(fromFilter: string, login: string): boolean {
  return login.includes('@') && fitOf(fromFilter, login) === 'address';
}

function need(name: SetUpNeed['need'], met: boolean, short: readonly SetUpServer[] = []): SetUpNeed {
  const servers = met ? [] : short.map(({ id, name: called }) => ({ id, name: called }));
  return { need: name, met, optional: false, servers };
}
