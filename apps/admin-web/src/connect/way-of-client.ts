import { type Client } from '../api/shapes.js';

/**
 * How a mailbox is connected with a client: somebody signs in; somebody signs in and the admin says whose mailbox it is,
 * because the provider does not; or the client asks by itself, for a mailbox that is typed here.
 */
export type Way = 'sign-in' | 'stated' | 'application' | 'service-account';

export function wayOf({ flow, identity }: Pick<Client, 'flow' | 'identity'>): Way {
  switch (flow) {
    case 'authorization-code':
      return identity === 'none' ? 'stated' : 'sign-in';
    case 'client-credentials':
      return 'application';
    case 'jwt-bearer':
      return 'service-account';
  }
}
