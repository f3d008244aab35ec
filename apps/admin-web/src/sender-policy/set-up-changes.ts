import { type components } from '../api/schema.gen.js';
import { type SenderPolicy, type Server } from '../api/shapes.js';

/** The two usual configurations. */
export type SetUpKind = 'oneMailbox' | 'serverPerUser';

/** The address that a server can send notifications from: the first that its filter lists, else its mailbox. */
export function addressOf({ fromFilter, login }: Pick<Server, 'fromFilter' | 'login'>): string | null {
  const listed = fromFilter
    .split(',')
    .map((entry) => entry.trim())
    .find((entry) => entry.includes('@') && !entry.includes('*'));
  return listed ?? (login.includes('@') ? login : null);
}

/** What makes a configuration of this server: its own change, and the whole policy. The rest of the policy stays. */
export function setUpChanges(
  kind: SetUpKind,
  server: Server,
  policy: SenderPolicy,
): { change: components['schemas']['ServerChange']; body: SenderPolicy } {
  const address = addressOf(server) ?? '';
  return {
    change: { fromFilter: address, isFallback: kind === 'serverPerUser' },
    body: {
      ...policy,
      defaultFrom: address.slice(0, address.lastIndexOf('@')),
      catchallDomain: address.slice(address.lastIndexOf('@') + 1),
      authorsOwnAddress: kind === 'serverPerUser',
    },
  };
}
